/** A store's memory on NAND: tags and, where the part has none of its own, ECC in the spare areas. */
import type { FlashChip, Part } from "../flash/index.ts";
import { correct, eccBytes, eccOf, eccStepBytes } from "./page-ecc.ts";
import type { ReadQuality } from "./page-ecc.ts";
import { tagBytes } from "./page-tag.ts";
import type { MemoryStatus, PageMemory, StoreMemory } from "./port.ts";

/** Where the tag begins in the spare area, or in each ECC step's share of it: behind the maker's bad-block mark. */
const tagOffset = 4;

/** Why the spare areas of a part cannot hold what the store keeps there; undefined where they can. */
export function spareProblem(part: Part): string | undefined {
  const needed =
    part.ecc === null
      ? tagOffset + tagBytes + eccBytes + (part.pageBytes / eccStepBytes) * eccBytes
      : stepsOf(part) * (tagOffset + Math.ceil(tagBytes / stepsOf(part)));
  if (part.spareBytes >= needed) return undefined;
  return `part ${part.name} has ${part.spareBytes} spare bytes a page, the store needs ${needed}`;
}

export function nandMemory(chip: FlashChip): StoreMemory {
  const pages = new NandMemory(chip);
  const { part } = chip;
  return {
    eraseBlockBytes: part.eraseBlockBytes,
    eraseBlockCount: chip.blockCount,
    programPageBytes: part.pageBytes,
    programUnitBytes: part.pageBytes,
    subPagePrograms: false,
    reprogram: false,
    pages,
    read: (address, into) => pages.read(address, into),
    // Pages are programmed with their tags only.
    program: () => "failed",
    erase: (block) => chip.eraseBlock(block),
    eraseCount: (block) => chip.eraseCount(block),
    barrier: () => undefined,
    deviceNanos: () => chip.deviceNanos,
  };
}

class NandMemory implements PageMemory {
  readonly #chip: FlashChip;
  readonly #page: Uint8Array;
  readonly #spare: Uint8Array;
  /** By block: 0 not looked at, 1 good, 2 bad. */
  readonly #marks: Uint8Array;
  readonly #corrected = new Set<number>();
  readonly #pagesPerBlock: number;
  #lastRead: ReadQuality = "ok";

  constructor(chip: FlashChip) {
    const { pageBytes, spareBytes, eraseBlockBytes } = chip.part;
    this.#chip = chip;
    this.#page = new Uint8Array(pageBytes + spareBytes);
    this.#spare = this.#page.subarray(pageBytes);
    this.#marks = new Uint8Array(chip.blockCount);
    this.#pagesPerBlock = eraseBlockBytes / pageBytes;
  }

  get lastRead(): ReadQuality {
    return this.#lastRead;
  }

  takeCorrected(): readonly number[] {
    const blocks = [...this.#corrected];
    this.#corrected.clear();
    return blocks;
  }

  isBad(block: number): boolean {
    if (this.#marks[block] === 0) this.readTag(block * this.#pagesPerBlock, new Uint8Array(tagBytes));
    return this.#marks[block] === 2;
  }

  markBad(block: number): void {
    this.#chip.markBad(block);
    this.#marks[block] = 2;
  }

  read(address: number, into: Uint8Array): void {
    const { ecc, pageBytes, eraseBlockBytes } = this.#chip.part;
    if (ecc !== null) {
      const status = this.#chip.read(address, into);
      this.#note(Math.floor(address / eraseBlockBytes), status === "uncorrectable" ? "lost" : status);
      return;
    }
    let worst: ReadQuality = "ok";
    for (let done = 0; done < into.length;) {
      const page = Math.floor((address + done) / pageBytes);
      const column = address + done - page * pageBytes;
      const length = Math.min(pageBytes - column, into.length - done);
      this.#chip.readPage(page, 0, this.#page);
      worst = worse(worst, this.#correctSteps(column, column + length));
      into.set(this.#page.subarray(column, column + length), done);
      done += length;
    }
    this.#note(Math.floor(address / eraseBlockBytes), worst);
  }

  readTag(page: number, into: Uint8Array): void {
    const { ecc, pageBytes } = this.#chip.part;
    const status = this.#chip.readPage(page, pageBytes, this.#spare);
    this.#forTag((spare, tag) => void (into[tag] = this.#spare[spare]));
    const isMended =
      ecc === null
        ? correct(into, this.#codeAt(tagOffset + tagBytes)) === "corrected"
        : status === "corrected";
    const block = Math.floor(page / this.#pagesPerBlock);
    if (page % this.#pagesPerBlock === 0) this.#marks[block] = this.#chip.isMarkedBad(block) ? 2 : 1;
    // What cannot be mended may be a torn tag, which its own check tells: that is no reason to move anything.
    if (isMended) this.#corrected.add(block);
  }

  programPage(page: number, bytes: Uint8Array, tag: Uint8Array): MemoryStatus {
    const { ecc, pageBytes } = this.#chip.part;
    this.#page.set(bytes);
    this.#page.fill(0xff, bytes.length);
    this.#forTag((spare, index) => void (this.#spare[spare] = tag[index]));
    if (ecc !== null) return this.#chip.programPage(page, 0, this.#page);
    this.#putCode(tagOffset + tagBytes, eccOf(tag));
    for (let step = 0; step * eccStepBytes < pageBytes; step++) {
      this.#putCode(this.#codePlace(step), eccOf(this.#stepOf(step)));
    }
    return this.#chip.programPage(page, 0, this.#page);
  }

  /** Visits the spare byte of each byte of a tag. */
  #forTag(visit: (spareIndex: number, tagIndex: number) => void): void {
    const { part } = this.#chip;
    const steps = part.ecc === null ? 1 : stepsOf(part);
    const each = Math.ceil(tagBytes / steps);
    const shareBytes = Math.floor(part.spareBytes / steps);
    for (let index = 0; index < tagBytes; index++) {
      visit(Math.floor(index / each) * shareBytes + tagOffset + (index % each), index);
    }
  }

  #correctSteps(from: number, to: number): ReadQuality {
    let worst: ReadQuality = "ok";
    for (let step = Math.floor(from / eccStepBytes); step * eccStepBytes < to; step++) {
      worst = worse(worst, correct(this.#stepOf(step), this.#codeAt(this.#codePlace(step))));
    }
    return worst;
  }

  #stepOf(step: number): Uint8Array {
    return this.#page.subarray(step * eccStepBytes, (step + 1) * eccStepBytes);
  }

  #codePlace(step: number): number {
    const { pageBytes, spareBytes } = this.#chip.part;
    return spareBytes - (pageBytes / eccStepBytes - step) * eccBytes;
  }

  #codeAt(spare: number): number {
    return this.#spare[spare] | (this.#spare[spare + 1] << 8) | (this.#spare[spare + 2] << 16);
  }

  #putCode(spare: number, code: number): void {
    for (let index = 0; index < eccBytes; index++) this.#spare[spare + index] = (code >>> (8 * index)) & 0xff;
  }

  #note(block: number, quality: ReadQuality): void {
    this.#lastRead = quality;
    if (quality !== "ok") this.#corrected.add(block);
  }
}

function stepsOf(part: Part): number {
  return part.pageBytes / (part.ecc?.stepBytes ?? part.pageBytes);
}

function worse(left: ReadQuality, right: ReadQuality): ReadQuality {
  if (left === "lost" || right === "lost") return "lost";
  return left === "corrected" ? left : right;
}
