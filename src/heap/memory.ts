/**
 * The host's memory under all heaps: one arena, in which each heap has a region. A heap is thrown away at every cut of a
 * campaign, so a discarded heap returns its region here, its lines poisoned and all line states zero; only lines that the
 * heap had resident were touched. The ROM stays in place for the next heap with the same ROM at the same address.
 *
 * Why one arena that never grows: V8 compiles the address and length of an array that is a module's constant into the code,
 * and looks them up at each access otherwise; and from the first time that any memory of a process grows, it tests at each
 * access whether the array lost its memory. Each costs the interpreter more than a third (docs/engine.md). The host gives
 * pages only to what is touched.
 */
import { EXIT, UserError, assert } from "../base/index.ts";

export const wasmPageBytes = 65536;
/** What an absent line holds: never a plausible reference. */
export const poisonByte = 0xdb;
const pooledMax = 4;
const arenaPages = 32767;
/** Lines are no shorter, so a region's line states begin at its base divided by this. */
const lineBytesMin = 128;

const memory = new WebAssembly.Memory({ initial: arenaPages, maximum: arenaPages });

/** Views of the whole arena. `lineState` has a byte for each line of each region, 0 where no heap is. */
export const arena = {
  memory,
  u8: new Uint8Array(memory.buffer),
  i8: new Int8Array(memory.buffer),
  u16: new Uint16Array(memory.buffer),
  i16: new Int16Array(memory.buffer),
  i32: new Int32Array(memory.buffer),
  f32: new Float32Array(memory.buffer),
  lineState: new Uint8Array((arenaPages * wasmPageBytes) / lineBytesMin),
} as const;

export interface HeapMemory {
  /** Where the heap's address 0 lies in the arena, and line 0 among the line states. */
  readonly base: number;
  readonly byteCount: number;
  readonly lineBase: number;
  readonly lineShift: number;
  rom: Uint8Array;
  romStart: number;
}

/** Regions that a heap has, by their bases; and those that wait for the next one. */
const used: HeapMemory[] = [];
const pool: HeapMemory[] = [];

/** A region of at least `byteCount` bytes with `rom` at `romStart`. */
export function acquireMemory(
  byteCount: number,
  lineShift: number,
  rom: Uint8Array,
  romStart: number,
): HeapMemory {
  const held = takePooled(byteCount, lineShift, rom, romStart) ?? newRegion(byteCount, lineShift);
  if (held.rom !== rom || held.romStart !== romStart) {
    poisonRom(held);
    arena.u8.set(rom, held.base + romStart);
  }
  held.rom = rom;
  held.romStart = romStart;
  used.push(held);
  used.sort((left, right) => left.base - right.base);
  return held;
}

/** Takes back a region whose heap is gone. */
export function releaseMemory(held: HeapMemory): void {
  const index = used.indexOf(held);
  assert(index >= 0, "a heap's memory is released twice");
  used.splice(index, 1);
  pool.push(held);
  if (pool.length > pooledMax) poisonRom(pool.shift());
}

function takePooled(
  byteCount: number,
  lineShift: number,
  rom: Uint8Array,
  romStart: number,
): HeapMemory | undefined {
  const fits = (entry: HeapMemory): boolean => entry.lineShift === lineShift && entry.byteCount >= byteCount;
  const same = pool.findIndex((entry) => fits(entry) && entry.rom === rom && entry.romStart === romStart);
  const index = same < 0 ? pool.findIndex(fits) : same;
  return index < 0 ? undefined : pool.splice(index, 1)[0];
}

function newRegion(wantedBytes: number, lineShift: number): HeapMemory {
  const byteCount = Math.ceil(wantedBytes / wasmPageBytes) * wasmPageBytes;
  let base = findGap(byteCount);
  while (base < 0 && pool.length > 0) {
    poisonRom(pool.shift());
    base = findGap(byteCount);
  }
  if (base < 0) {
    throw new UserError({
      what: `the address spaces of all processes are longer than ${arena.u8.length} bytes`,
      where: `a process of ${byteCount} bytes`,
      whatToDo:
        "run fewer processes, or give them a profile with fewer or shorter stacks and less tenured room",
      exitStatus: EXIT.config,
    });
  }
  return {
    ...{ base, byteCount, lineShift, lineBase: base / lineBytesMin },
    ...{ rom: new Uint8Array(0), romStart: 0 },
  };
}

/** The lowest base at which so many bytes are free; -1 if there is none. */
function findGap(byteCount: number): number {
  let base = 0;
  for (const region of [...used, ...pool].sort((left, right) => left.base - right.base)) {
    if (region.base - base >= byteCount) return base;
    base = region.base + region.byteCount;
  }
  return base + byteCount <= arena.u8.length ? base : -1;
}

function poisonRom(held: HeapMemory | undefined): void {
  if (held === undefined) return;
  const start = held.base + held.romStart;
  arena.u8.fill(poisonByte, start, start + held.rom.length);
}
