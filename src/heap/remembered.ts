/**
 * Tenured slots that may hold references into the nursery: one bit a word, in the lines that have any. Empty after each
 * collection of the nursery, so it is no part of what a checkpoint saves; its RAM is counted with each line's tag.
 */
import { bitSet } from "./bits.ts";
import type { HeapMap } from "./map.ts";
import type BitField from "bitfield";

export class RememberedSet {
  private readonly map: HeapMap;
  private readonly wordsPerLine: number;
  private bits = new Int32Array(0);
  private listed: BitField = bitSet(0);
  private lineList = new Int32Array(64);
  private lineCount = 0;

  constructor(map: HeapMap) {
    this.map = map;
    this.wordsPerLine = (1 << map.lineShift) >>> 7;
  }

  record(slotAddress: number): void {
    const offset = slotAddress - this.map.tenuredStart;
    const bit = offset >>> 2;
    const mask = 1 << (bit & 31);
    const held = this.bits[bit >>> 5];
    if ((held & mask) !== 0) return;
    if (held === undefined || held === 0) this.list(offset >>> this.map.lineShift);
    this.bits[bit >>> 5] |= mask;
  }

  has(slotAddress: number): boolean {
    const bit = (slotAddress - this.map.tenuredStart) >>> 2;
    return ((this.bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }

  forEach(visit: (slotAddress: number) => void): void {
    for (let index = 0; index < this.lineCount; index++) {
      const first = this.lineList[index] * this.wordsPerLine;
      for (let word = first; word < first + this.wordsPerLine; word++) {
        let bits = this.bits[word];
        while (bits !== 0) {
          const bit = 31 - Math.clz32(bits & -bits);
          bits &= bits - 1;
          visit(this.map.tenuredStart + ((word * 32 + bit) << 2));
        }
      }
    }
  }

  clear(): void {
    for (let index = 0; index < this.lineCount; index++) {
      const first = this.lineList[index] * this.wordsPerLine;
      this.bits.fill(0, first, first + this.wordsPerLine);
      this.listed.set(this.lineList[index], false);
    }
    this.lineCount = 0;
  }

  private list(line: number): void {
    this.reach(line);
    if (this.listed.get(line)) return;
    this.listed.set(line);
    if (this.lineCount === this.lineList.length) {
      const longer = new Int32Array(this.lineCount * 2);
      longer.set(this.lineList);
      this.lineList = longer;
    }
    this.lineList[this.lineCount++] = line;
  }

  private reach(line: number): void {
    const needed = (line + 1) * this.wordsPerLine;
    if (needed <= this.bits.length) return;
    const bits = new Int32Array(Math.max(needed, this.bits.length * 2, 1024));
    bits.set(this.bits);
    const listed = bitSet(Math.ceil(bits.length / this.wordsPerLine));
    listed.buffer.set(this.listed.buffer);
    this.bits = bits;
    this.listed = listed;
  }
}
