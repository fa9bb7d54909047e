import { assert, bytesEqual } from "../base/index.ts";
import type { Carrier } from "./carrier.ts";
import { geometryOf } from "./geometry.ts";
import type { Part } from "./part.ts";

/** The cells of one block, seen as bytes and as words: AND over words is several times faster. */
interface Cells {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
}

/** From this many bytes on, copying to an aligned place and going by words pays. */
const wordsFromBytes = 32;

/**
 * A chip's cells in memory. A block takes room from its first program to its next erase. `fork()` copies tables
 * only: both sides share the cells of a block until one of them changes it, so that a campaign can fork a chip for
 * each of thousands of cuts.
 */
export class MemoryCarrier implements Carrier {
  readonly blockBytes: number;
  readonly blockCount: number;
  /** Of a block that is a power of two long; -1 otherwise (NAND with its spare areas). */
  readonly #blockShift: number;
  readonly #cells: (Cells | null)[];
  /** 1 where the cells of the block belong to this carrier alone and may be changed in place. */
  readonly #owned: Uint8Array;
  readonly #eraseCounts: Uint32Array;
  /** Where bytes to program are aligned. */
  #scratch: Cells = emptyScratch;
  /** Masks are never changed in place, so that forks may share them. */
  readonly #unstable: Map<number, Uint8Array>;

  /** A new chip of that part: all ones, never erased. */
  static forPart(part: Part): MemoryCarrier {
    const { cellBlockBytes, blockCount } = geometryOf(part);
    return new MemoryCarrier(cellBlockBytes, blockCount);
  }

  /** A copy in memory of whatever another carrier holds. */
  static copyOf(source: Carrier): MemoryCarrier {
    const copy = new MemoryCarrier(source.blockBytes, source.blockCount);
    for (let blockIndex = 0; blockIndex < source.blockCount; blockIndex++) {
      const cells = source.cellsOf(blockIndex)?.slice() ?? null;
      const unstable = source.unstableOf(blockIndex)?.slice() ?? null;
      copy.adopt(blockIndex, cells, unstable, source.eraseCount(blockIndex));
    }
    return copy;
  }

  /** `blockBytes` is a multiple of four. `origin` is what `fork` copies. */
  constructor(blockBytes: number, blockCount: number, origin?: MemoryCarrier) {
    this.blockBytes = blockBytes;
    this.blockCount = blockCount;
    assert(blockBytes > 0 && blockBytes % 4 === 0, `erase blocks of ${blockBytes} bytes are not whole words`);
    const shift = 31 - Math.clz32(blockBytes);
    this.#blockShift = 2 ** shift === blockBytes ? shift : -1;
    this.#owned = new Uint8Array(blockCount);
    if (origin === undefined) {
      this.#cells = new Array<Cells | null>(blockCount).fill(null);
      this.#eraseCounts = new Uint32Array(blockCount);
      this.#unstable = new Map();
    } else {
      this.#cells = origin.#cells.slice();
      this.#eraseCounts = origin.#eraseCounts.slice();
      this.#unstable = new Map(origin.#unstable);
    }
  }

  /** A second chip in the same state; whatever is done to either of them leaves the other alone. */
  fork(): MemoryCarrier {
    this.#owned.fill(0);
    return new MemoryCarrier(this.blockBytes, this.blockCount, this);
  }

  get unstableBlockCount(): number {
    return this.#unstable.size;
  }

  read(address: number, into: Uint8Array): void {
    let blockIndex = this.#blockOf(address);
    let offset = address - blockIndex * this.blockBytes;
    let done = 0;
    while (done < into.length) {
      const length = Math.min(this.blockBytes - offset, into.length - done);
      const cells = this.#cells[blockIndex];
      if (cells === null) into.fill(0xff, done, done + length);
      else copyBytes(cells.bytes, offset, into, done, length);
      done += length;
      blockIndex++;
      offset = 0;
    }
  }

  accepts(address: number, bytes: Uint8Array): boolean {
    const blockIndex = this.#blockOf(address);
    const cells = this.#cells[blockIndex];
    if (cells === null) return true;
    const offset = address - blockIndex * this.blockBytes;
    return isWordwise(offset, bytes.length)
      ? coversWords(cells.words, offset >>> 2, this.#aligned(bytes), bytes.length >>> 2)
      : coversBytes(cells.bytes, offset, bytes);
  }

  isBlank(address: number, byteCount: number): boolean {
    const blockIndex = this.#blockOf(address);
    const cells = this.#cells[blockIndex];
    if (cells === null) return true;
    const offset = address - blockIndex * this.blockBytes;
    let common = 0xff;
    for (let index = 0; index < byteCount; index++) common &= cells.bytes[offset + index];
    return common === 0xff;
  }

  program(address: number, bytes: Uint8Array): void {
    const blockIndex = this.#blockOf(address);
    const cells = this.#cellsToChange(blockIndex);
    const offset = address - blockIndex * this.blockBytes;
    if (isWordwise(offset, bytes.length)) {
      andWords(cells.words, offset >>> 2, this.#aligned(bytes), bytes.length >>> 2);
    } else {
      andBytes(cells.bytes, offset, bytes);
    }
    if (this.#unstable.size !== 0) this.#settle(blockIndex, cells.bytes);
  }

  programAccepted(address: number, bytes: Uint8Array): boolean {
    if (!this.accepts(address, bytes)) return false;
    const blockIndex = this.#blockOf(address);
    const cells = this.#cellsToChange(blockIndex);
    // What is accepted AND what is there is what is accepted.
    cells.bytes.set(bytes, address - blockIndex * this.blockBytes);
    if (this.#unstable.size !== 0) this.#settle(blockIndex, cells.bytes);
    return true;
  }

  erase(blockIndex: number): void {
    this.#cells[blockIndex] = null;
    this.#unstable.delete(blockIndex);
    this.#eraseCounts[blockIndex]++;
  }

  replace(blockIndex: number, cells: Uint8Array, unstable: Uint8Array | null): void {
    const mask = unstable === null ? null : new Uint8Array(unstable);
    this.adopt(blockIndex, new Uint8Array(cells), mask, this.#eraseCounts[blockIndex] + 1);
  }

  markUnstable(address: number, mask: Uint8Array): void {
    const blockIndex = this.#blockOf(address);
    const offset = address - blockIndex * this.blockBytes;
    const merged = this.#unstable.get(blockIndex)?.slice() ?? new Uint8Array(this.blockBytes);
    for (let index = 0; index < mask.length; index++) merged[offset + index] |= mask[index];
    this.#setUnstable(blockIndex, merged);
  }

  wear(blockIndex: number, cycles: number): void {
    this.#eraseCounts[blockIndex] += cycles;
  }

  eraseCount(blockIndex: number): number {
    return this.#eraseCounts[blockIndex];
  }

  cellsOf(blockIndex: number): Uint8Array | null {
    return this.#cells[blockIndex]?.bytes ?? null;
  }

  unstableOf(blockIndex: number): Uint8Array | null {
    return this.#unstable.get(blockIndex) ?? null;
  }

  /** Sets the whole state of a block. The arrays become the carrier's own; `cells` starts at a multiple of four. */
  adopt(blockIndex: number, cells: Uint8Array | null, unstable: Uint8Array | null, eraseCount: number): void {
    assert(blockIndex >= 0 && blockIndex < this.blockCount, `erase block ${blockIndex} is outside the chip`);
    assert(cells === null || cells.length === this.blockBytes, "cells given are those of a whole block");
    this.#cells[blockIndex] = cells === null ? null : cellsOver(cells);
    this.#owned[blockIndex] = 1;
    this.#eraseCounts[blockIndex] = eraseCount;
    this.#unstable.delete(blockIndex);
    if (unstable !== null) this.#setUnstable(blockIndex, unstable);
  }

  /** Whether both chips hold the same bits, the same unstable bits and the same wear. */
  equals(other: MemoryCarrier): boolean {
    if (this.blockBytes !== other.blockBytes || this.blockCount !== other.blockCount) return false;
    for (let blockIndex = 0; blockIndex < this.blockCount; blockIndex++) {
      if (this.#eraseCounts[blockIndex] !== other.#eraseCounts[blockIndex]) return false;
      if (!sameBytes(this.cellsOf(blockIndex), other.cellsOf(blockIndex), 0xff)) return false;
      if (!sameBytes(this.unstableOf(blockIndex), other.unstableOf(blockIndex), 0)) return false;
    }
    return true;
  }

  /**
   * 64 bits in hex over what the chip holds: bits and unstable bits, with `all` its wear too. Equal chips have equal
   * hashes, however they came to be so. Two FNV-like lanes; good against chance, not against malice.
   */
  contentHash(scope: "bits" | "all" = "all"): string {
    const lanes = new Int32Array([0x811c9dc5, 0x2545f491]);
    for (let blockIndex = 0; blockIndex < this.blockCount; blockIndex++) {
      const cells = this.cellsOf(blockIndex);
      const unstable = this.unstableOf(blockIndex);
      const eraseCount = scope === "all" ? this.#eraseCounts[blockIndex] : 0;
      if (eraseCount !== 0) mixWord(lanes, blockIndex, eraseCount);
      if (cells !== null && !isAll(cells, 0xff)) mixBytes(lanes, blockIndex, cells);
      if (unstable !== null) mixBytes(lanes, ~blockIndex, unstable);
    }
    return [...lanes].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
  }

  #blockOf(address: number): number {
    return this.#blockShift >= 0 ? address >>> this.#blockShift : Math.floor(address / this.blockBytes);
  }

  /** `bytes` at the start of an aligned array; valid until the next call. */
  #aligned(bytes: Uint8Array): Int32Array {
    if (this.#scratch.bytes.length < bytes.length) this.#scratch = cellsOver(new Uint8Array(this.blockBytes));
    this.#scratch.bytes.set(bytes);
    return this.#scratch.words;
  }

  #cellsToChange(blockIndex: number): Cells {
    const current = this.#cells[blockIndex];
    if (current !== null && this.#owned[blockIndex] === 1) return current;
    const bytes = current === null ? new Uint8Array(this.blockBytes).fill(0xff) : current.bytes.slice();
    const cells = cellsOver(bytes);
    this.#cells[blockIndex] = cells;
    this.#owned[blockIndex] = 1;
    return cells;
  }

  /** After a program: bits that became zero are stable now. */
  #settle(blockIndex: number, cells: Uint8Array): void {
    const mask = this.#unstable.get(blockIndex);
    if (mask === undefined) return;
    if (mask.some((bits, index) => (bits & ~cells[index]) !== 0)) this.#setUnstable(blockIndex, mask.slice());
  }

  #setUnstable(blockIndex: number, mask: Uint8Array): void {
    assert(mask.length === this.blockBytes, "a mask of unstable bits covers its block");
    const cells = this.cellsOf(blockIndex);
    if (cells !== null) for (let index = 0; index < mask.length; index++) mask[index] &= cells[index];
    if (isAll(mask, 0)) this.#unstable.delete(blockIndex);
    else this.#unstable.set(blockIndex, mask);
  }
}

const emptyScratch: Cells = cellsOver(new Uint8Array(0));

function cellsOver(bytes: Uint8Array): Cells {
  return { bytes, words: new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2) };
}

function isWordwise(offset: number, byteCount: number): boolean {
  return byteCount >= wordsFromBytes && ((offset | byteCount) & 3) === 0;
}

/** Whether each one of `given` has a one at its place in `cells`. */
function coversWords(cells: Int32Array, first: number, given: Int32Array, count: number): boolean {
  let missing = 0;
  for (let index = 0; index < count; index++) missing |= given[index] & ~cells[first + index];
  return missing === 0;
}

function coversBytes(cells: Uint8Array, first: number, given: Uint8Array): boolean {
  let missing = 0;
  for (let index = 0; index < given.length; index++) missing |= given[index] & ~cells[first + index];
  return missing === 0;
}

function andWords(cells: Int32Array, first: number, given: Int32Array, count: number): void {
  for (let index = 0; index < count; index++) cells[first + index] &= given[index];
}

function andBytes(cells: Uint8Array, first: number, given: Uint8Array): void {
  for (let index = 0; index < given.length; index++) cells[first + index] &= given[index];
}

/** Short runs by hand: a view costs more than the bytes. */
function copyBytes(from: Uint8Array, offset: number, into: Uint8Array, at: number, length: number): void {
  if (length > 64) into.set(from.subarray(offset, offset + length), at);
  else for (let index = 0; index < length; index++) into[at + index] = from[offset + index];
}

function isAll(bytes: Uint8Array, value: number): boolean {
  for (let index = 0; index < bytes.length; index++) if (bytes[index] !== value) return false;
  return true;
}

/** Compares two blocks of which null stands for one full of `filler`. */
function sameBytes(left: Uint8Array | null, right: Uint8Array | null, filler: number): boolean {
  if (left === right) return true;
  if (left === null) return right === null || isAll(right, filler);
  return right === null ? isAll(left, filler) : bytesEqual(left, right);
}

function mixBytes(lanes: Int32Array, label: number, bytes: Uint8Array): void {
  mixWord(lanes, label, bytes.length);
  const [first, second] = lanes;
  let a = first;
  let b = second;
  for (let index = 0; index < bytes.length; index++) {
    a = Math.imul(a ^ bytes[index], 0x01000193);
    b = Math.imul(b ^ bytes[index], 0x5bd1e995);
    b ^= b >>> 15;
  }
  lanes[0] = a;
  lanes[1] = b;
}

function mixWord(lanes: Int32Array, label: number, word: number): void {
  lanes[0] = Math.imul(lanes[0] ^ label, 0x01000193);
  lanes[0] = Math.imul(lanes[0] ^ word, 0x01000193);
  lanes[1] = Math.imul(lanes[1] ^ label, 0x5bd1e995);
  lanes[1] = Math.imul(lanes[1] ^ (lanes[1] >>> 15) ^ word, 0x5bd1e995);
}
