import { assert } from "../base/index.ts";
import type { AddressMap, MachineHeap } from "./heap-port.ts";
import type { KnownOffsets } from "./known-fields.ts";
import { FRAME, HEADER, OBJECT } from "./layout.ts";
import type { RomLibrary } from "./rom.ts";
import type { RuntimeClass, RuntimeMethod } from "./runtime.ts";
import {
  type MachinePorts,
  type MachineStop,
  type NativeMethod,
  type NativeTable,
  OUTCOME,
  type Outcome,
  type PendingException,
  type Vm,
} from "./vm.ts";

/**
 * The registers and host caches of a machine; the modules around it are functions over this. All of it can be made again
 * from the heap between two instructions, once `storeFrame` has run.
 */
export class MachineState {
  readonly heap: MachineHeap;
  readonly map: AddressMap;
  readonly ports: MachinePorts;
  readonly natives: NativeTable;
  readonly rom: RomLibrary;
  /** First id of a class that is not in the ROM; the eight primitive arrays and Object[] come first. */
  readonly firstDynamicId: number;
  /** The same machine as natives see it; set once by the machine. */
  vm!: Vm;
  known!: KnownOffsets;

  u8!: Uint8Array;
  i32!: Int32Array;
  u16!: Uint16Array;
  lineState!: Uint8Array;
  readonly lineShift: number;
  private viewEpoch = -1;

  /** Running thread: Thread object and slot; its frame and operand top as word indexes, its next instruction's address. */
  thread = 0;
  slot = 0;
  fp = 0;
  sp = 0;
  pc = 0;
  method: RuntimeMethod | null = null;
  /** End of the running thread's stack, and the part of it whose lines are known to be dirty. Word indexes. */
  stackLimit = 0;
  dirtyLow = 0;
  dirtyHigh = 0;

  ticks = 0;
  /** The interpreter polls once `ticks` has reached this. */
  pollTick = 0;
  tickLimit = 0;
  /** What `ticks` was when the run began. */
  firstTick = 0;
  /** Tick at which it is another thread's turn. */
  quantumEnd = 0;
  result = 0;
  resultHigh = 0;
  trouble: Outcome = OUTCOME.VALUE;
  pending: PendingException | undefined = undefined;
  /** Address of a tenured slot that holds the pending exception's cause; 0 if it has none. */
  pendingCauseSlot = 0;
  /** The class whose failed initialisation the pending exception is about. */
  failedClass: RuntimeClass | undefined = undefined;
  /** A full collection is to be made although there is room. */
  collectionAsked = false;
  /** Bytes that the last failed allocation needed; 0 if none failed. */
  neededBytes = 0;
  /** Word index of the arguments of the native under execution. */
  nativeArguments = 0;
  readonly boundNatives: (NativeMethod | undefined)[] = [];
  stop: MachineStop | undefined = undefined;
  /** The running thread gives its turn away at the next poll, which is soon. */
  yieldAsked = false;

  readonly classes: (RuntimeClass | undefined)[] = [];
  readonly classesByName = new Map<string, RuntimeClass>();
  readonly loading = new Set<string>();
  makeClass: (id: number) => RuntimeClass = (id) => {
    assert(false, `class id ${id} is asked for too early`);
  };
  nextSerial = 1;

  constructor(heap: MachineHeap, ports: MachinePorts, natives: NativeTable, rom: RomLibrary) {
    this.heap = heap;
    this.map = heap.map;
    this.ports = ports;
    this.natives = natives;
    this.rom = rom;
    this.firstDynamicId = 16 + rom.classCount;
    this.lineShift = heap.lineShift;
    this.refreshViews();
  }

  /** After anything that may have grown the memory. */
  refreshViews(): void {
    const { heap } = this;
    if (heap.viewEpoch === this.viewEpoch) return;
    this.viewEpoch = heap.viewEpoch;
    this.u8 = heap.u8;
    this.i32 = heap.i32;
    this.u16 = heap.u16;
    this.lineState = heap.lineState;
  }

  /** Makes a line readable. */
  touch(address: number): void {
    if (this.lineState[address >>> this.lineShift] === 0) this.heap.load(address);
  }

  touchDirty(address: number): void {
    if (this.lineState[address >>> this.lineShift] !== 2) this.heap.dirty(address);
  }

  /**
   * To be called between two instructions, or where nothing is assumed to be resident but the running frame: makes room
   * for the lines that a slow path touches: at least half of W.
   */
  beginStep(): void {
    if (this.heap.windowFull) this.safePoint();
  }

  /** Evicts what is over budget; keeps the running method's code and, being dirty, the running frame. */
  safePoint(): void {
    const method = this.method;
    if (method === null) this.heap.safePoint(0, 0);
    else {
      const isResident = method.codeEpoch === this.heap.evictEpoch;
      this.heap.safePoint(method.codeAddress, method.codeAddress + method.codeBytes);
      if (isResident) method.codeEpoch = this.heap.evictEpoch;
    }
    this.refreshViews();
  }

  word(address: number): number {
    this.touch(address);
    return this.i32[address >> 2];
  }

  setWord(address: number, value: number): void {
    this.touchDirty(address);
    this.i32[address >> 2] = value;
  }

  /** Stores a reference in an object or table: residency and write barrier included. */
  setReference(slotAddress: number, value: number): void {
    this.setWord(slotAddress, value);
    const { tenuredStart } = this.map;
    if (slotAddress >= tenuredStart && value !== 0 && value < tenuredStart)
      this.heap.recordStore(slotAddress, value);
  }

  classOf(reference: number): RuntimeClass {
    return this.classAt(this.word(reference) & 0xffff);
  }

  /** The class of an id that objects have; one of the ROM may have to be made again. */
  classAt(id: number): RuntimeClass {
    return this.classes[id] ?? this.makeClass(id);
  }

  arrayLength(reference: number): number {
    return this.word(reference + OBJECT.ARRAY_LENGTH);
  }

  /** Depth of the running frame's operands. */
  get depth(): number {
    return this.sp - this.fp - (this.method?.operandBase ?? 0);
  }

  get bci(): number {
    return this.pc - (this.method?.codeAddress ?? 0);
  }

  /** Puts bci and depth of the running frame where the collector and a rebuilt machine find them. */
  storeFrame(): void {
    if (this.method !== null) this.i32[this.fp + FRAME.BCI] = this.bci | (this.depth << 16);
  }

  /** An exception is on its way: its class by name, made when there is room, or the object itself. */
  throwJava(className: string, message?: string): Outcome {
    return this.throwPending({ className, message, causeName: undefined, causeMessage: undefined });
  }

  throwPending(pending: PendingException): Outcome {
    this.pending = pending;
    return OUTCOME.THROWN;
  }

  takePending(): PendingException | undefined {
    const { pending } = this;
    this.pending = undefined;
    return pending;
  }

  throwObject(reference: number): Outcome {
    this.pending = undefined;
    this.heap.setHeader(HEADER.PENDING, reference);
    return OUTCOME.THROWN;
  }

  /** Notes that an allocation failed; the instruction is executed again after a collection. */
  noRoom(bytes: number): Outcome {
    this.neededBytes = Math.max(bytes, 8);
    return OUTCOME.AGAIN;
  }
}
