import { bytesEqual } from "../base/index.ts";
import { MemoryCarrier } from "../flash/index.ts";
import type { FlashChip, Part } from "../flash/index.ts";

/** How many trials are remembered: those of the operations just before, which are the ones that leave equal chips. */
const REMEMBERED = 48;

/**
 * The pages of a chip that a trial's course depends on: those that it read or programmed before it erased their block. Bytes of other pages
 * can be anything, the trial does the same.
 */
export class TouchedPages {
  readonly #part: Part;
  readonly #pages: Uint8Array;
  readonly #pageShift: number;
  readonly #blockShift: number;
  /** Blocks erased since `follow`: what they held does not matter any more. */
  #erased = new Set<number>();

  constructor(part: Part) {
    this.#part = part;
    this.#pages = new Uint8Array(part.totalBytes / part.pageBytes);
    this.#pageShift = 31 - Math.clz32(part.pageBytes);
    this.#blockShift = 31 - Math.clz32(part.eraseBlockBytes);
  }

  /** Notes what is done to `chip` from now on, instead of its observers. */
  follow(chip: FlashChip): void {
    this.#erased = new Set();
    chip.probe.onRead = (address, byteCount) => this.#note(address, byteCount);
    chip.observe((_kind, address, bytes) => this.noteOperation(address, bytes));
  }

  /** Notes only reads; operations are told by `noteOperation`. */
  followReads(chip: FlashChip): void {
    this.#erased = new Set();
    chip.probe.onRead = (address, byteCount) => this.#note(address, byteCount);
  }

  noteOperation(address: number, bytes: Uint8Array | null): void {
    if (bytes === null) this.#erased.add(address >>> this.#blockShift);
    else if (this.#part.kind === "nor") this.#note(address, bytes.length);
    else this.#note(address - (address % this.#part.eraseBlockBytes), this.#part.eraseBlockBytes);
  }

  addAll(other: TouchedPages): void {
    for (let page = 0; page < this.#pages.length; page++) this.#pages[page] |= other.#pages[page];
  }

  #note(address: number, byteCount: number): void {
    if (byteCount === 0) return;
    const last = (address + byteCount - 1) >>> this.#pageShift;
    for (let page = address >>> this.#pageShift; page <= last; page++) {
      const block = page >>> (this.#blockShift - this.#pageShift);
      if (this.#erased.size === 0 || !this.#erased.has(block)) this.#pages[page] = 1;
    }
  }

  /** Whether two chips hold the same in all touched pages, and have the same wear everywhere. */
  areEqualOn(left: MemoryCarrier, right: MemoryCarrier): boolean {
    for (let block = 0; block < left.blockCount; block++) {
      if (left.eraseCount(block) !== right.eraseCount(block)) return false;
    }
    for (let block = 0; block < left.blockCount; block++) {
      if (!this.#isBlockEqual(block, left.cellsOf(block), right.cellsOf(block), 0xff)) return false;
      if (!this.#isBlockEqual(block, left.unstableOf(block), right.unstableOf(block), 0)) return false;
    }
    return true;
  }

  #isBlockEqual(block: number, left: Uint8Array | null, right: Uint8Array | null, filler: number): boolean {
    if (left === right) return true;
    const { pageBytes, eraseBlockBytes, kind } = this.#part;
    const pagesPerBlock = eraseBlockBytes >>> this.#pageShift;
    if (kind === "nand") return isRangeEqual(left ?? undefined, right ?? undefined, filler);
    for (let page = 0; page < pagesPerBlock; page++) {
      if (this.#pages[block * pagesPerBlock + page] === 0) continue;
      const from = page * pageBytes;
      const to = from + pageBytes;
      if (!isRangeEqual(left?.subarray(from, to), right?.subarray(from, to), filler)) return false;
    }
    return true;
  }
}

function isRangeEqual(left: Uint8Array | undefined, right: Uint8Array | undefined, filler: number): boolean {
  if (left !== undefined && right !== undefined) return bytesEqual(left, right);
  const one = left ?? right;
  return one === undefined || one.every((byte) => byte === filler);
}

interface Remembered<Result> {
  readonly key: string;
  /** The chip before the trial; a fork that nobody changes. */
  readonly before: MemoryCarrier;
  readonly touched: TouchedPages;
  readonly result: Result;
}

/** Trials that were run, by the chips that they were run on. */
export class KnownTrials<Result> {
  readonly #trials: Remembered<Result>[] = [];

  /** On a chip that ages each read counts. A trial whose chip holds, wherever that trial looked, what this one holds: it would do the same. */
  find(chip: FlashChip, key: string): { result: Result; touched: TouchedPages } | undefined {
    const { carrier } = chip;
    if (!(carrier instanceof MemoryCarrier) || chip.ageing !== null) return undefined;
    for (let index = this.#trials.length - 1; index >= 0; index--) {
      const trial = this.#trials[index];
      if (trial.key === key && trial.touched.areEqualOn(trial.before, carrier)) return trial;
    }
    return undefined;
  }

  add(key: string, before: MemoryCarrier, touched: TouchedPages, result: Result): void {
    this.#trials.push({ key, before, touched, result });
    if (this.#trials.length > REMEMBERED) this.#trials.shift();
  }
}
