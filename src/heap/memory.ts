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
  /** One byte a line, 0 absent; at least as long as the memory. All zero while pooled. */
  lineState: Uint8Array;
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
  const same = pool.findIndex((entry) => entry.rom === rom && entry.romStart === romStart);
  const [pooled] = pool.splice(same < 0 ? 0 : same, 1);
  const held = pooled ?? {
    memory: new WebAssembly.Memory({ initial: Math.ceil(byteCount / wasmPageBytes), maximum: 32768 }),
    ...{ lineState: new Uint8Array(0), rom: new Uint8Array(0), romStart: 0 },
  };
  growMemory(held, byteCount, lineShift);
  if (held.rom !== rom || held.romStart !== romStart) {
    const bytes = new Uint8Array(held.memory.buffer);
    bytes.fill(poisonByte, held.romStart, held.romStart + held.rom.length);
    bytes.set(rom, romStart);
  }
  held.rom = rom;
  held.romStart = romStart;
  return held;
}

/** Makes the memory at least `byteCount` bytes long; every view of it is stale afterwards if it was shorter. */
export function growMemory(held: HeapMemory, byteCount: number, lineShift: number): void {
  const missing = Math.ceil(byteCount / wasmPageBytes) - held.memory.buffer.byteLength / wasmPageBytes;
  if (missing > 0) held.memory.grow(missing);
  const lineCount = held.memory.buffer.byteLength >>> lineShift;
  if (held.lineState.length >= lineCount) return;
  const lineState = new Uint8Array(lineCount);
  lineState.set(held.lineState);
  held.lineState = lineState;
}

/** Takes back a memory whose heap is gone. */
export function releaseMemory(held: HeapMemory): void {
  assert(!pool.includes(held), "a heap's memory is released twice");
  if (pool.length < pooledMax) pool.push(held);
}
