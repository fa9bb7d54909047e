import { assert } from "../base/index.ts";
import type { LineTable } from "./line-table.ts";

const chunkShift = 5;
const chunkLines = 1 << chunkShift;
const chunkMask = chunkLines - 1;

/**
 * Where the newest version of each line lies: (process, line) → slot and birth, the commit that wrote it.
 *
 * Lines are kept in chunks of 32 neighbours, chunks are found through a hash table: heaps use their lines in runs, so
 * that a line costs about 9 bytes of RAM. An entry is found by `find` and then read by its index.
 */
export class LineMap implements LineTable {
  /** Per entry the slot + 1; 0 where the line is absent. */
  #slots = new Uint32Array(4 * chunkLines);
  #births = new Uint32Array(4 * chunkLines);
  #chunkProcess = new Uint16Array(4);
  #chunkNumber = new Uint32Array(4);
  #chunkCount = 0;
  /** Chunk index + 1, open addressing; 0 where free. A power of two, at most half full. */
  #table = new Int32Array(8);
  #cachedProcess = -1;
  #cachedNumber = -1;
  #cachedChunk = -1;

  /** Index of the entry, or -1 where the line is absent. */
  find(process: number, line: number): number {
    const chunk = this.#chunkOf(process, line >>> chunkShift);
    if (chunk < 0) return -1;
    const entry = chunk * chunkLines + (line & chunkMask);
    return this.#slots[entry] === 0 ? -1 : entry;
  }

  slotAt(entry: number): number {
    return this.#slots[entry] - 1;
  }

  birthAt(entry: number): number {
    return this.#births[entry];
  }

  set(process: number, line: number, slot: number, birth: number): void {
    let chunk = this.#chunkOf(process, line >>> chunkShift);
    if (chunk < 0) chunk = this.#addChunk(process, line >>> chunkShift);
    const entry = chunk * chunkLines + (line & chunkMask);
    this.#slots[entry] = slot + 1;
    this.#births[entry] = birth;
  }

  /** The version has moved to another slot. */
  moveTo(entry: number, slot: number): void {
    assert(this.#slots[entry] !== 0, "only a present line moves");
    this.#slots[entry] = slot + 1;
  }

  remove(entry: number): void {
    this.#slots[entry] = 0;
  }

  /** Lines of the process from `first` to `last` that are present, ascending, with their entries. */
  forEach(process: number, first: number, last: number, visit: (line: number, entry: number) => void): void {
    for (const chunk of this.#chunksOf(process, first >>> chunkShift, last >>> chunkShift)) {
      const base = this.#chunkNumber[chunk] * chunkLines;
      for (let index = 0; index < chunkLines; index++) {
        const entry = chunk * chunkLines + index;
        const line = base + index;
        if (this.#slots[entry] !== 0 && line >= first && line <= last) visit(line, entry);
      }
    }
  }

  /** Lines of all processes that lie in slots from `from` to before `to`, in no order. */
  forEachInSlots(
    from: number,
    to: number,
    visit: (process: number, line: number, birth: number, slot: number) => void,
  ): void {
    const end = this.#chunkCount * chunkLines;
    for (let entry = 0; entry < end; entry++) {
      const slot = this.#slots[entry] - 1;
      if (slot < from || slot >= to) continue;
      const chunk = entry >>> chunkShift;
      const line = this.#chunkNumber[chunk] * chunkLines + (entry & chunkMask);
      visit(this.#chunkProcess[chunk], line, this.#births[entry], slot);
    }
  }

  get ramBytes(): number {
    const arrays = [this.#slots, this.#births, this.#chunkProcess, this.#chunkNumber, this.#table];
    return arrays.reduce((sum, array) => sum + array.byteLength, 0);
  }

  #chunksOf(process: number, first: number, last: number): number[] {
    const chunks: number[] = [];
    if (last - first < 16) {
      for (let number = first; number <= last; number++) {
        const chunk = this.#chunkOf(process, number);
        if (chunk >= 0) chunks.push(chunk);
      }
      return chunks;
    }
    for (let chunk = 0; chunk < this.#chunkCount; chunk++) {
      const number = this.#chunkNumber[chunk];
      if (this.#chunkProcess[chunk] === process && number >= first && number <= last) chunks.push(chunk);
    }
    return chunks.sort((left, right) => this.#chunkNumber[left] - this.#chunkNumber[right]);
  }

  #chunkOf(process: number, number: number): number {
    if (number === this.#cachedNumber && process === this.#cachedProcess) return this.#cachedChunk;
    const mask = this.#table.length - 1;
    for (let at = hash(process, number) & mask; ; at = (at + 1) & mask) {
      const chunk = this.#table[at] - 1;
      if (chunk < 0) return -1;
      if (this.#chunkNumber[chunk] === number && this.#chunkProcess[chunk] === process) {
        this.#cachedProcess = process;
        this.#cachedNumber = number;
        this.#cachedChunk = chunk;
        return chunk;
      }
    }
  }

  #addChunk(process: number, number: number): number {
    if (this.#chunkCount === this.#chunkNumber.length) this.#makeRoom();
    const chunk = this.#chunkCount++;
    this.#chunkProcess[chunk] = process;
    this.#chunkNumber[chunk] = number;
    this.#enter(chunk);
    return chunk;
  }

  #enter(chunk: number): void {
    const mask = this.#table.length - 1;
    let at = hash(this.#chunkProcess[chunk], this.#chunkNumber[chunk]) & mask;
    while (this.#table[at] !== 0) at = (at + 1) & mask;
    this.#table[at] = chunk + 1;
  }

  /** Lets empty chunks go and, where that was not enough, grows by half. */
  #makeRoom(): void {
    this.#cachedNumber = -1;
    let kept = 0;
    for (let chunk = 0; chunk < this.#chunkCount; chunk++) {
      const from = chunk * chunkLines;
      if (!this.#slots.subarray(from, from + chunkLines).some((slot) => slot !== 0)) continue;
      this.#slots.copyWithin(kept * chunkLines, from, from + chunkLines);
      this.#births.copyWithin(kept * chunkLines, from, from + chunkLines);
      this.#chunkProcess[kept] = this.#chunkProcess[chunk];
      this.#chunkNumber[kept] = this.#chunkNumber[chunk];
      kept++;
    }
    const capacity = this.#chunkNumber.length;
    const needed = kept > capacity * 0.75 ? Math.ceil(capacity * 1.5) : capacity;
    this.#slots = resized(this.#slots, kept * chunkLines, needed * chunkLines);
    this.#births = resized(this.#births, kept * chunkLines, needed * chunkLines);
    this.#chunkNumber = resized(this.#chunkNumber, kept, needed);
    const processes = new Uint16Array(needed);
    processes.set(this.#chunkProcess.subarray(0, kept));
    this.#chunkProcess = processes;
    this.#chunkCount = kept;
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(needed * 2)));
    for (let chunk = 0; chunk < kept; chunk++) this.#enter(chunk);
  }
}

function resized(array: Uint32Array, used: number, length: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(length);
  copy.set(array.subarray(0, used));
  return copy;
}

function hash(process: number, number: number): number {
  const mixed = Math.imul(number ^ Math.imul(process, 0x9e37_79b1), 0x85eb_ca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
