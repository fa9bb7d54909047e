import { assert } from "../base/index.ts";

/** Addresses below this are never present: a null reference plus any field offset fails the residency check. */
export const NULL_GUARD_BYTES = 0x10000;
/** Words at the start of the state section: 0-31 heap, 32-55 machine, 56-127 process. */
export const HEADER_WORDS = 128;
/** Room for what a process holds outside: the lines behind the header. The process floor says what lies there. */
export const LEASE_TABLE_BYTES = 0x2000;
const sectionAlignBytes = 0x10000;
/**
 * Addresses of the tenured section, as a multiple of what it may hold. Objects never move, so free lines lie scattered after a full
 * collection; long objects are then put where nothing was yet. Lines that hold nothing cost nothing in flash, and a bit in RAM.
 */
export const tenuredSpread = 2;

/** Sizes of one process's address space and its share of RAM. All byte counts; `threadSlots` counts stacks. */
export interface HeapOptions {
  /** A power of two, 128 to 65536. */
  readonly lineBytes: number;
  /** This heap's share: resident lines, their tags, the nursery, the collector's tables. */
  readonly ramBytes: number;
  readonly nurseryBytes: number;
  /** W: lines that may be touched between two safe points. */
  readonly windowLines: number;
  /** Lines of the running method's code that a safe point must keep. */
  readonly pinnedLines?: number;
  readonly codeBytes: number;
  /** What tenured objects may take. The section has more addresses than that: see `tenuredSpread`. */
  readonly tenuredBytes: number;
  /** The stack of thread slot 0; every other slot has `stackBytes`. */
  readonly mainStackBytes: number;
  readonly stackBytes: number;
  readonly threadSlots: number;
  /** One of the two outbox rings. */
  readonly outboxBytes: number;
  /** Copied to the ROM section; must not change while a heap uses it. */
  readonly rom: Uint8Array;
  /** Evict and poison every clean line at every safe point. */
  readonly evictAlways?: boolean;
  /** Lines that a checkpoint may flush at most, at least `flushLinesFloor`: what the hold-up allows. Absent: what RAM allows. */
  readonly flushLinesMax?: number;
  /** Each full collection checks its marks against the objects that a second, plain walk reaches. */
  readonly paranoid?: boolean;
}

/** Where each section starts and how long it is, in bytes. Sections start on multiples of 64 KiB, in this order. */
export interface HeapMap {
  readonly lineShift: number;
  readonly stateStart: number;
  /** `LEASE_TABLE_BYTES`, at the first line behind the header: the same place in all heaps of a line size. */
  readonly leaseTableStart: number;
  readonly usedMapStart: number;
  readonly frameMarksStart: number;
  readonly outboxStart: number;
  readonly outboxBytes: number;
  readonly stateEnd: number;
  readonly romStart: number;
  readonly romBytes: number;
  readonly codeStart: number;
  readonly codeBytes: number;
  readonly framesStart: number;
  readonly framesEnd: number;
  readonly mainStackBytes: number;
  readonly stackBytes: number;
  readonly threadSlots: number;
  /** W, as the options say. */
  readonly windowLines: number;
  readonly nurseryStart: number;
  readonly nurseryBytes: number;
  readonly nurseryEnd: number;
  readonly tenuredStart: number;
  readonly tenuredBytes: number;
  readonly mapEnd: number;
}

/** The address map of a heap with these options. A failed assertion where the options make no map. */
export function heapMap(options: HeapOptions): HeapMap {
  requireSizes(options);
  const { lineBytes } = options;
  const lineShift = 31 - Math.clz32(lineBytes);
  const tenuredBytes = alignUp(options.tenuredBytes, lineBytes) * tenuredSpread;
  const leaseTableStart = leaseTableAddress(lineBytes);
  const usedMapStart = alignUp(leaseTableStart + LEASE_TABLE_BYTES, lineBytes);
  const usedMapBytes = Math.ceil(tenuredBytes / lineBytes / 8);
  const frameMarksStart = alignUp(usedMapStart + usedMapBytes, lineBytes);
  const outboxStart = alignUp(frameMarksStart + options.threadSlots * 4, lineBytes);
  const outboxBytes = alignUp(options.outboxBytes, lineBytes);
  const stateEnd = outboxStart + 2 * outboxBytes;
  const romStart = alignUp(stateEnd, sectionAlignBytes);
  const codeStart = alignUp(romStart + options.rom.length, sectionAlignBytes);
  const codeBytes = alignUp(options.codeBytes, lineBytes);
  const framesStart = alignUp(codeStart + codeBytes, sectionAlignBytes);
  const framesEnd = framesStart + options.mainStackBytes + (options.threadSlots - 1) * options.stackBytes;
  const nurseryStart = alignUp(framesEnd, sectionAlignBytes);
  const nurseryEnd = nurseryStart + options.nurseryBytes;
  const tenuredStart = alignUp(nurseryEnd, sectionAlignBytes);
  const mapEnd = tenuredStart + tenuredBytes;
  assert(mapEnd < 2 ** 31, "the sections of a heap exceed 2 GiB");
  return {
    ...{ lineShift, stateStart: NULL_GUARD_BYTES, usedMapStart, frameMarksStart, outboxStart, outboxBytes },
    ...{
      leaseTableStart,
      stateEnd,
      romStart,
      romBytes: options.rom.length,
      codeStart,
      codeBytes,
      framesStart,
      framesEnd,
    },
    ...{ mainStackBytes: options.mainStackBytes, stackBytes: options.stackBytes },
    ...{ threadSlots: options.threadSlots, nurseryStart, nurseryBytes: options.nurseryBytes, nurseryEnd },
    ...{ tenuredStart, tenuredBytes, mapEnd, windowLines: options.windowLines },
  };
}

/** Where the lease table lies in a heap of this line size. */
export function leaseTableAddress(lineBytes: number): number {
  return alignUp(NULL_GUARD_BYTES + HEADER_WORDS * 4, lineBytes);
}

/** First byte and end of the stack of a thread slot. */
export function stackRange(map: HeapMap, slot: number): readonly [from: number, to: number] {
  assert(slot >= 0 && slot < map.threadSlots, "no such thread slot");
  if (slot === 0) return [map.framesStart, map.framesStart + map.mainStackBytes];
  const from = map.framesStart + map.mainStackBytes + (slot - 1) * map.stackBytes;
  return [from, from + map.stackBytes];
}

/** The thread slot whose stack holds `address`. */
export function stackSlot(map: HeapMap, address: number): number {
  assert(address >= map.framesStart && address < map.framesEnd, "not an address of a stack");
  const beyondMain = address - map.framesStart - map.mainStackBytes;
  return beyondMain < 0 ? 0 : 1 + Math.floor(beyondMain / map.stackBytes);
}

/** `value` rounded up to a multiple of `unit`. */
export function alignUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}

function requireSizes(options: HeapOptions): void {
  const { lineBytes } = options;
  const wholeLines = (bytes: number): boolean => bytes > 0 && bytes % lineBytes === 0;
  assert(lineBytes >= 128 && lineBytes <= 65536 && (lineBytes & (lineBytes - 1)) === 0, "bad line size");
  assert(wholeLines(options.nurseryBytes), "the nursery is not whole lines");
  assert(wholeLines(options.mainStackBytes) && wholeLines(options.stackBytes), "a stack is not whole lines");
  assert(options.threadSlots >= 1 && options.threadSlots < 1024, "thread slots outside 1 to 1023");
  assert(options.tenuredBytes >= options.nurseryBytes, "the tenured section is smaller than the nursery");
  assert(options.windowLines >= 16, "the window is smaller than 16 lines");
}
