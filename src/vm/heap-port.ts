/**
 * What the machine asks of the virtual heap it runs in. `VirtualHeap` of the heap floor is one; see its door for the
 * meaning of every member.
 */
export interface MachineHeap {
  readonly u8: Uint8Array;
  readonly i32: Int32Array;
  readonly u16: Uint16Array;
  readonly lineState: Uint8Array;
  readonly lineShift: number;
  /** Where address 0 lies in the arena, and line 0 among its line states. */
  readonly region: { readonly base: number; readonly lineBase: number };
  readonly viewEpoch: number;
  readonly evictEpoch: number;
  readonly attention: boolean;
  readonly windowFull: boolean;
  readonly checkpointDue: boolean;
  readonly stopsAtSteps: boolean;
  readonly fullCollectionDue: boolean;
  readonly hasUncleared: boolean;
  readonly map: AddressMap;
  readonly memory: { readonly total: number; readonly used: number; readonly max: number };

  load(address: number): void;
  dirty(address: number): void;
  loadRange(address: number, bytes: number): void;
  dirtyRange(address: number, bytes: number): void;
  safePoint(protectFrom: number, protectTo: number): void;
  readWord(address: number): number;
  writeWord(address: number, value: number): void;
  copyOut(address: number, bytes: number): Uint8Array;
  header(index: number): number;
  setHeader(index: number, value: number): void;

  readonly youngRoom: { top: number; readonly openEnd: number; readonly easyMax: number };
  allocate(bytes: number): number;
  allocateTenured(bytes: number): number;
  allocateLarge(bytes: number): number;
  reserve(bytes: number): boolean;
  roomToDirty(lines: number, dirtyAgain: number): "yes" | "checkpoint" | "never";
  collect(kind: "young" | "full", needBytes: number): boolean;
  wantCheckpoint(): void;
  recordStore(slotAddress: number, value: number): void;
}

/** Section starts of the address space, and the sizes the machine must respect. Bytes. */
export interface AddressMap {
  readonly romStart: number;
  readonly romBytes: number;
  readonly codeStart: number;
  readonly codeBytes: number;
  readonly framesStart: number;
  readonly mainStackBytes: number;
  readonly stackBytes: number;
  readonly threadSlots: number;
  /** W: lines that may be touched between two safe points. */
  readonly windowLines: number;
  readonly nurseryStart: number;
  readonly nurseryBytes: number;
  readonly tenuredStart: number;
}

/** Addresses below this are never present: a null reference plus any field offset is caught by the residency check. */
export const NULL_GUARD_BYTES = 0x10000;
