/**
 * Random programs, erases, reads, cuts and resets of a chip against a reference of a few lines: fast-check commands, run by
 * `flash-model.test.ts` and at length by `npm run flash-model`.
 */
import fc from "fast-check";
import { ChipMisuse, FlashChip, MemoryCarrier, PowerCut, geometryOf } from "../src/flash/index.ts";
import type { Part } from "../src/flash/index.ts";

/** Few blocks and few pages of them, so that operations meet again and again. */
const blocksUsed = 2;

/** What a chip is supposed to be: bytes of pages with their spare areas, and a count of programs for each page. */
class Reference {
  readonly part: Part;
  readonly stride: number;
  readonly pagesPerBlock: number;
  readonly bytes: Uint8Array;
  readonly programs: Uint8Array;
  readonly erases: Uint32Array;
  /** Blocks that a cut left in a state to erase. */
  readonly torn = new Set<number>();

  constructor(part: Part) {
    const { pageStride, pagesPerBlock } = geometryOf(part);
    this.part = part;
    this.stride = pageStride;
    this.pagesPerBlock = pagesPerBlock;
    this.bytes = new Uint8Array(blocksUsed * pagesPerBlock * pageStride).fill(0xff);
    this.programs = new Uint8Array(blocksUsed * pagesPerBlock);
    this.erases = new Uint32Array(blocksUsed);
  }

  page(page: number): Uint8Array {
    return this.bytes.subarray(page * this.stride, (page + 1) * this.stride);
  }

  isLegal(page: number, column: number, bytes: readonly number[]): boolean {
    const { part } = this;
    const blockEnd = (Math.floor(page / this.pagesPerBlock) + 1) * this.pagesPerBlock;
    const later = this.programs.subarray(page + 1, blockEnd).some((count) => count > 0);
    if (part.pageOrder === "ascending" && later) return false;
    if (part.programsPerPage !== null && this.programs[page] >= part.programsPerPage) return false;
    const cells = this.page(page);
    if (part.reprogram === "and") return bytes.every((byte, index) => (byte & ~cells[column + index]) === 0);
    const unitOf = (at: number): number =>
      at < part.pageBytes
        ? Math.floor(at / part.programUnitBytes)
        : Math.floor((at - part.pageBytes) / ((part.spareBytes * part.programUnitBytes) / part.pageBytes));
    const touched = new Set(bytes.map((_, index) => unitOf(column + index)));
    return cells.every((byte, at) => byte === 0xff || !touched.has(unitOf(at)));
  }

  program(page: number, column: number, bytes: readonly number[]): void {
    bytes.forEach((byte, index) => (this.page(page)[column + index] &= byte));
    this.programs[page]++;
  }

  erase(block: number): void {
    const first = block * this.pagesPerBlock;
    this.bytes.fill(0xff, first * this.stride, (first + this.pagesPerBlock) * this.stride);
    this.programs.fill(0, first, first + this.pagesPerBlock);
    this.erases[block]++;
    this.torn.delete(block);
  }
}

interface Real {
  chip: FlashChip;
}

export interface OperationCounter {
  operations: number;
}

class Check {
  readonly page: number;
  constructor(page: number) {
    this.page = page;
  }
  block(model: Reference): number {
    return Math.floor(this.page / model.pagesPerBlock);
  }
  /** A program or erase that may be cut: `cut` is null or the seed of its shape. */
  perform(chip: FlashChip, cut: number | null, operation: () => unknown): string | null {
    if (cut !== null) chip.armCut({ operation: chip.operationCount, seed: cut });
    try {
      operation();
      return null;
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      chip.powerOn();
      return error.point?.shape ?? "?";
    } finally {
      chip.armCut(null);
    }
  }
  compare(model: Reference, chip: FlashChip): void {
    if (model.torn.has(this.block(model))) return;
    const seen = new Uint8Array(model.stride);
    const status = chip.readPage(this.page, 0, seen);
    if (status !== "ok") throw new Error(`page ${this.page} reads ${status}`);
    if (Buffer.compare(seen, model.page(this.page)) !== 0) throw new Error(`page ${this.page} differs`);
    const block = this.block(model);
    if (chip.eraseCount(block) !== model.erases[block]) throw new Error(`erase count of block ${block}`);
  }
}

class Program extends Check implements fc.Command<Reference, Real> {
  readonly column: number;
  readonly bytes: readonly number[];
  readonly cut: number | null;
  readonly masked: boolean;
  constructor(page: number, column: number, bytes: readonly number[], cut: number | null, masked: boolean) {
    super(page);
    this.column = column;
    this.bytes = bytes;
    this.cut = cut;
    this.masked = masked;
  }
  check(model: Readonly<Reference>): boolean {
    return !model.torn.has(this.block(model as Reference));
  }
  run(model: Reference, { chip }: Real): void {
    const column = this.column % model.stride;
    const cells = model.page(this.page);
    const bytes = this.bytes
      .slice(0, model.stride - column)
      .map((byte, index) => (this.masked ? byte & cells[column + index] : byte));
    const given = Uint8Array.from(bytes);
    if (!model.isLegal(this.page, column, bytes)) {
      try {
        chip.programPage(this.page, column, given);
      } catch (error) {
        if (error instanceof ChipMisuse) return this.compare(model, chip);
        throw error;
      }
      throw new Error(`page ${this.page}, column ${column}: misuse was accepted`);
    }
    const shape = this.perform(chip, this.cut, () => chip.programPage(this.page, column, given));
    if (shape === null || shape === "complete") model.program(this.page, column, bytes);
    else if (shape !== "none") {
      this.#checkTorn(model, chip, column, bytes);
      model.torn.add(this.block(model));
    }
    this.compare(model, chip);
  }
  override toString(): string {
    return `program(page ${this.page}, column ${this.column}, ${this.bytes.length} bytes, cut ${this.cut})`;
  }
  /** Bits only went from one to zero; other pages of the block are untouched. */
  #checkTorn(model: Reference, chip: FlashChip, column: number, bytes: readonly number[]): void {
    const cells = chip.carrier.cellsOf(this.block(model));
    const first = this.block(model) * model.pagesPerBlock;
    for (let page = first; cells !== null && page < first + model.pagesPerBlock; page++) {
      const now = cells.subarray((page - first) * model.stride, (page - first + 1) * model.stride);
      const old = model.page(page);
      if (page !== this.page && Buffer.compare(now, old) !== 0) throw new Error(`page ${page} was hit`);
      if (now.some((byte, at) => (byte & ~old[at]) !== 0))
        throw new Error(`page ${page}: a zero became a one`);
    }
    if (model.part.programUnitBytes > 1) return;
    const whole = model.page(this.page).slice();
    bytes.forEach((byte, index) => (whole[column + index] &= byte));
    const now = cells?.subarray((this.page - first) * model.stride, (this.page - first + 1) * model.stride);
    if (now?.some((byte, at) => (whole[at] & ~byte) !== 0) === true) throw new Error("too much was cleared");
  }
}

class Erase extends Check implements fc.Command<Reference, Real> {
  readonly cut: number | null;
  constructor(page: number, cut: number | null) {
    super(page);
    this.cut = cut;
  }
  check(): boolean {
    return true;
  }
  run(model: Reference, { chip }: Real): void {
    const block = this.block(model);
    const shape = this.perform(chip, this.cut, () => chip.eraseBlock(block));
    const wasTorn = model.torn.has(block);
    if (shape !== "none") model.erase(block);
    if (shape !== null && shape !== "none" && shape !== "complete") model.torn.add(block);
    if (shape === "none" && wasTorn) model.torn.add(block);
    this.compare(model, chip);
  }
  override toString(): string {
    return `erase(block of page ${this.page}, cut ${this.cut})`;
  }
}

class Read extends Check implements fc.Command<Reference, Real> {
  check(): boolean {
    return true;
  }
  run(model: Reference, { chip }: Real): void {
    this.compare(model, chip);
  }
  override toString(): string {
    return `read(page ${this.page})`;
  }
}

class Reset extends Check implements fc.Command<Reference, Real> {
  check(): boolean {
    return true;
  }
  run(model: Reference, real: Real): void {
    real.chip.powerOff();
    real.chip.powerOn();
    real.chip = real.chip.fork();
    this.compare(model, real.chip);
  }
  override toString(): string {
    return "reset";
  }
}

/** Runs `runs` sequences of random commands on chips of that part. Returns how many commands were run. */
export function runModel(part: Part, options: { readonly seed: number; readonly runs: number }): number {
  const { pagesPerBlock } = geometryOf(part);
  const pages = fc.tuple(fc.nat(blocksUsed - 1), fc.nat(Math.min(2, pagesPerBlock - 1)));
  const page = pages.map(([block, index]) => block * pagesPerBlock + index);
  const cut = fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(1000) });
  const bytes = fc.array(fc.nat(255), { minLength: 1, maxLength: 40 });
  const column = fc.nat(part.pageBytes + part.spareBytes - 1);
  const program = fc
    .tuple(page, column, bytes, cut, fc.boolean())
    .map(
      ([at, from, given, seed, masked]) => new Program(at, from, given, seed, masked || part.kind === "nand"),
    );
  const commands = fc.commands(
    [
      program,
      program,
      program,
      fc.tuple(page, cut).map(([at, seed]) => new Erase(at, seed)),
      page.map((at) => new Read(at)),
      page.map((at) => new Reset(at)),
    ],
    { maxCommands: 100, size: "max" },
  );
  let count = 0;
  const property = fc.property(commands, (list) => {
    const chip = new FlashChip(part, MemoryCarrier.forPart(part), { seed: 1 });
    fc.modelRun(() => ({ model: new Reference(part), real: { chip } }), list);
    count += [...list].length;
  });
  fc.assert(property, { seed: options.seed, numRuns: options.runs });
  return count;
}
