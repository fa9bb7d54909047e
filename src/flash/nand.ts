/**
 * What NAND adds to cells: pages in order, few programs each, spare areas, bad blocks from the factory, ECC on the die.
 * Page indexes count over the whole chip; columns count over a page's main area and then its spare area.
 */
import type { SeededRandom } from "../base/index.ts";
import type { Ageing } from "./ageing.ts";
import { factoryBadBlocks } from "./bad-blocks.ts";
import type { Carrier } from "./carrier.ts";
import type { TornShape } from "./cut.ts";
import { cellAddress } from "./geometry.ts";
import type { Geometry } from "./geometry.ts";
import { isSpoiled, markAddress, nextMark, programsIn } from "./page-marks.ts";
import type { Part } from "./part.ts";
import type { Noise } from "./probe.ts";
import { wrongBits } from "./wrong-bits.ts";

/** How a read went. `corrected`: ECC on the die mended it. `uncorrectable`: the bytes are as the cells read. */
export type ReadStatus = "ok" | "corrected" | "uncorrectable";

/** Shapes of a torn program after which the page's parity does not fit its data. */
const spoilingShapes: readonly string[] = ["prefix", "bits", "unit"];
/** Most bits that a program out of turn disturbs. */
const disturbedBitsMax = 8;

export class NandPages {
  readonly factoryBad: ReadonlySet<number>;
  readonly #part: Part;
  readonly #geometry: Geometry;
  readonly #carrier: Carrier;
  readonly #mark = new Uint8Array(1);

  constructor(part: Part, geometry: Geometry, carrier: Carrier, seed: number) {
    this.#part = part;
    this.#geometry = geometry;
    this.#carrier = carrier;
    this.factoryBad = factoryBadBlocks(part, seed);
  }

  /** Why silicon would spoil something if this were programmed; null where it would not. */
  complaint(pageIndex: number, column: number, bytes: Uint8Array): string | null {
    const { programsPerPage, reprogram, pageOrder } = this.#part;
    if (pageOrder === "ascending" && !this.#isAbovePages(pageIndex)) {
      return `page ${pageIndex} comes after a later page of its block: pages are programmed in order`;
    }
    if (programsPerPage !== null && programsIn(this.#markOf(pageIndex)) >= programsPerPage) {
      return `page ${pageIndex} has had its ${programsPerPage} programs since its block was erased`;
    }
    if (reprogram === "once") {
      for (const [from, to] of this.#touchedUnits(column, bytes.length)) {
        if (!this.#carrier.isBlank(cellAddress(this.#geometry, pageIndex, from), to - from)) {
          return `program of page ${pageIndex}, column ${column}, meets a unit already programmed since its erase`;
        }
      }
      return null;
    }
    const accepted = this.#carrier.accepts(cellAddress(this.#geometry, pageIndex, column), bytes);
    return accepted ? null : `program of page ${pageIndex}, column ${column}, asks a zero to become a one`;
  }

  /** After a program whose cells are done: counts it. */
  noteProgram(pageIndex: number, spoils: boolean): void {
    this.#mark[0] = nextMark(this.#markOf(pageIndex), spoils);
    this.#carrier.program(markAddress(this.#geometry, pageIndex), this.#mark);
  }

  /** After a program that was torn in `shape`. */
  noteTornProgram(pageIndex: number, shape: TornShape): void {
    if (shape.name !== "none") this.noteProgram(pageIndex, spoilingShapes.includes(shape.name));
  }

  /**
   * What a program does that the chip should have refused: it may not be in turn, or one too many. The bits that it may clear have cleared
   * already; now ones of the page and of the one after it go, and their parity fits no more.
   */
  disturb(pageIndex: number, random: SeededRandom): void {
    this.#clearSome(pageIndex, random);
    if ((pageIndex + 1) % this.#geometry.pagesPerBlock !== 0) this.#clearSome(pageIndex + 1, random);
  }

  /** After a torn erase: only a new erase makes its pages programmable, unless they look erased. */
  noteTornErase(blockIndex: number, shape: TornShape): void {
    if (["none", "complete", "weak-erase"].includes(shape.name)) return;
    const first = blockIndex * this.#geometry.pagesPerBlock;
    const used = new Uint8Array(this.#geometry.pagesPerBlock);
    this.#carrier.program(markAddress(this.#geometry, first), used);
  }

  /** Programs the first spare byte of the block's first page to zero, whatever it holds: how drivers mark a bad block. */
  markBad(blockIndex: number): void {
    const page = blockIndex * this.#geometry.pagesPerBlock;
    const address = cellAddress(this.#geometry, page, this.#part.pageBytes);
    if (!this.factoryBad.has(blockIndex)) this.#carrier.program(address, new Uint8Array(1));
  }

  /** Whether the first spare byte of the block's first page says that it is bad. */
  isMarkedBad(blockIndex: number): boolean {
    if (this.factoryBad.has(blockIndex)) return true;
    const mark = new Uint8Array(1);
    const page = blockIndex * this.#geometry.pagesPerBlock;
    this.#carrier.read(cellAddress(this.#geometry, page, this.#part.pageBytes), mark);
    return mark[0] !== 0xff;
  }

  /** Bytes of one page from `column` on. A block that is bad from the factory reads as zeros. */
  read(pageIndex: number, column: number, into: Uint8Array, ageing: Ageing | null, noise: Noise): ReadStatus {
    const blockIndex = Math.floor(pageIndex / this.#geometry.pagesPerBlock);
    if (this.factoryBad.has(blockIndex)) {
      into.fill(0);
      return this.#part.ecc === null ? "ok" : "uncorrectable";
    }
    if (this.#part.ecc !== null) return this.#readCorrected(pageIndex, column, into, ageing, noise);
    this.#carrier.read(cellAddress(this.#geometry, pageIndex, column), into);
    const flips = wrongBits(this.#carrier, ageing, noise, this.#placeOf(pageIndex, column), into);
    for (let index = 0; flips !== null && index < into.length; index++) into[index] ^= flips[index];
    return "ok";
  }

  /** Where anything of the page reads wrong: counts it for each ECC step that was asked for, and mends what can be mended. */
  #readCorrected(
    pageIndex: number,
    column: number,
    into: Uint8Array,
    ageing: Ageing | null,
    noise: Noise,
  ): ReadStatus {
    const page = new Uint8Array(this.#geometry.pageStride);
    this.#carrier.read(cellAddress(this.#geometry, pageIndex, 0), page);
    const place = this.#placeOf(pageIndex, 0);
    const flips = wrongBits(this.#carrier, ageing, noise, place, page);
    const mark = this.#markOf(pageIndex);
    if (flips !== null && programsIn(mark) > 0) this.#intendZeros(place, page, flips);
    let status: ReadStatus = isSpoiled(mark) ? "uncorrectable" : "ok";
    for (const step of flips === null ? [] : this.#stepsOf(column, into.length)) {
      const wrongCount = this.#wrongIn(step, flips);
      if (isSpoiled(mark) || wrongCount > (this.#part.ecc?.correctBits ?? 0)) {
        status = "uncorrectable";
        this.#eachRange(step, (index) => (page[index] ^= flips?.[index] ?? 0));
      } else if (wrongCount > 0 && status === "ok") status = "corrected";
    }
    into.set(page.subarray(column, column + into.length));
    return status;
  }

  /** In a programmed page an unstable bit was to be a zero: it is wrong when it reads as a one. */
  #intendZeros(
    place: { readonly blockIndex: number; readonly offset: number },
    page: Uint8Array,
    flips: Uint8Array,
  ): void {
    const unstable = this.#carrier.unstableOf(place.blockIndex);
    for (let index = 0; unstable !== null && index < page.length; index++) {
      page[index] &= ~unstable[place.offset + index];
      flips[index] ^= unstable[place.offset + index];
    }
  }

  #wrongIn(step: number, flips: Uint8Array | null): number {
    let count = 0;
    this.#eachRange(step, (index) => {
      for (let rest = flips?.[index] ?? 0; rest !== 0; rest &= rest - 1) count++;
    });
    return count;
  }

  /** The bytes of an ECC step: its part of the main area, then its share of the spare area. */
  #eachRange(step: number, visit: (index: number) => void): void {
    const { pageBytes, spareBytes, ecc } = this.#part;
    const stepBytes = ecc?.stepBytes ?? pageBytes;
    const shareBytes = (spareBytes * stepBytes) / pageBytes;
    for (let index = step * stepBytes; index < (step + 1) * stepBytes; index++) visit(index);
    const spare = pageBytes + step * shareBytes;
    for (let index = spare; index < spare + shareBytes; index++) visit(index);
  }

  /** ECC steps that a range of columns touches, ascending. */
  #stepsOf(column: number, byteCount: number): readonly number[] {
    const { pageBytes, spareBytes, ecc } = this.#part;
    const stepBytes = ecc?.stepBytes ?? pageBytes;
    const shareBytes = (spareBytes * stepBytes) / pageBytes;
    const steps = new Set<number>();
    for (let at = column; at < Math.min(column + byteCount, pageBytes); at++)
      steps.add(Math.floor(at / stepBytes));
    for (let at = Math.max(column, pageBytes); at < column + byteCount; at++) {
      steps.add(Math.floor((at - pageBytes) / shareBytes));
    }
    return [...steps].sort((left, right) => left - right);
  }

  /** Column ranges that hold the program units of a range, each with its share of the spare area. */
  #touchedUnits(column: number, byteCount: number): readonly (readonly [number, number])[] {
    const { pageBytes, spareBytes, programUnitBytes } = this.#part;
    const shareBytes = Math.floor((spareBytes * programUnitBytes) / pageBytes);
    const ranges: [number, number][] = [];
    const mainEnd = Math.min(column + byteCount, pageBytes);
    const units = new Set<number>();
    for (let unit = Math.floor(column / programUnitBytes); unit * programUnitBytes < mainEnd; unit++)
      units.add(unit);
    for (let at = Math.max(column, pageBytes); at < column + byteCount; at++) {
      units.add(Math.floor((at - pageBytes) / Math.max(1, shareBytes)));
    }
    for (const unit of units) {
      ranges.push([unit * programUnitBytes, (unit + 1) * programUnitBytes]);
      if (shareBytes > 0) ranges.push([pageBytes + unit * shareBytes, pageBytes + (unit + 1) * shareBytes]);
    }
    return ranges;
  }

  /** Whether no later page of the block has been programmed. */
  #isAbovePages(pageIndex: number): boolean {
    const { pagesPerBlock } = this.#geometry;
    const laterCount = pagesPerBlock - 1 - (pageIndex % pagesPerBlock);
    return laterCount === 0 || this.#carrier.isBlank(markAddress(this.#geometry, pageIndex) + 1, laterCount);
  }

  #markOf(pageIndex: number): number {
    this.#carrier.read(markAddress(this.#geometry, pageIndex), this.#mark);
    return this.#mark[0];
  }

  #placeOf(pageIndex: number, column: number): { blockIndex: number; offset: number } {
    const { pagesPerBlock, pageStride } = this.#geometry;
    const blockIndex = Math.floor(pageIndex / pagesPerBlock);
    return { blockIndex, offset: (pageIndex - blockIndex * pagesPerBlock) * pageStride + column };
  }

  #clearSome(pageIndex: number, random: SeededRandom): void {
    const { pageStride } = this.#geometry;
    const damage = new Uint8Array(pageStride).fill(0xff);
    const bitCount = 1 + random.below(disturbedBitsMax);
    for (let bit = 0; bit < bitCount; bit++) damage[random.below(pageStride)] &= ~(1 << random.below(8));
    this.#carrier.program(cellAddress(this.#geometry, pageIndex, 0), damage);
    if (this.#part.ecc !== null) {
      this.#mark[0] = this.#markOf(pageIndex) & 0x7f;
      this.#carrier.program(markAddress(this.#geometry, pageIndex), this.#mark);
    }
  }
}
