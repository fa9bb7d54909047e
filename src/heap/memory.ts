/**
 * WebAssembly memories are dear to make and cheap to use again, and a heap is thrown away at every cut of a campaign. So
 * a discarded heap returns its memory here, its lines poisoned and all line states zero; only lines that the heap had
 * resident were touched. The ROM stays in place for the next heap with the same ROM at the same address.
 */
import { assert } from "../base/index.ts";

export const wasmPageBytes = 65536;
/** What an absent line holds: never a plausible reference. */
export const poisonByte = 0xdb;
const pooledMax = 4;

export interface HeapMemory {
  readonly memory: WebAssembly.Memory;
  readonly lineShift: number;
  /** One byte a line, 0 absent; as long as the memory. All zero while pooled. */
  readonly lineState: Uint8Array;
  rom: Uint8Array;
  romStart: number;
}

const pool: HeapMemory[] = [];

/** A memory of at least `byteCount` bytes with `rom` at `romStart`. */
export function acquireMemory(
  byteCount: number,
  lineShift: number,
  rom: Uint8Array,
  romStart: number,
): HeapMemory {
  const held = takePooled(byteCount, lineShift, rom, romStart) ?? newMemory(byteCount, lineShift);
  if (held.rom !== rom || held.romStart !== romStart) {
    const bytes = new Uint8Array(held.memory.buffer);
    bytes.fill(poisonByte, held.romStart, held.romStart + held.rom.length);
    bytes.set(rom, romStart);
  }
  held.rom = rom;
  held.romStart = romStart;
  return held;
}

/**
 * The whole address space at once: the host gives pages only to what is touched. A memory that grows is none the engine may
 * have: growing detaches a buffer, and from the first detached buffer of a process on V8 tests for one at each access to any
 * typed array, which costs an interpreter 40 % (docs/engine.md).
 */
function newMemory(byteCount: number, lineShift: number): HeapMemory {
  const pages = Math.ceil(byteCount / wasmPageBytes);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const lineState = new Uint8Array((pages * wasmPageBytes) >>> lineShift);
  return { memory, lineShift, lineState, rom: new Uint8Array(0), romStart: 0 };
}

function takePooled(
  byteCount: number,
  lineShift: number,
  rom: Uint8Array,
  romStart: number,
): HeapMemory | undefined {
  const fits = (entry: HeapMemory): boolean =>
    entry.lineShift === lineShift && entry.memory.buffer.byteLength >= byteCount;
  const same = pool.findIndex((entry) => fits(entry) && entry.rom === rom && entry.romStart === romStart);
  const index = same < 0 ? pool.findIndex(fits) : same;
  return index < 0 ? undefined : pool.splice(index, 1)[0];
}

/** Takes back a memory whose heap is gone. */
export function releaseMemory(held: HeapMemory): void {
  assert(!pool.includes(held), "a heap's memory is released twice");
  if (pool.length === pooledMax) pool.shift();
  pool.push(held);
}
