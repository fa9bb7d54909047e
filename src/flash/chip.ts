import { SeededRandom, assert } from "../base/index.ts";
import type { Ageing } from "./ageing.ts";
import type { Carrier } from "./carrier.ts";
import { CellArray, type OperationStatus } from "./cell-array.ts";
import type { AddressRange, ChipOptions, OperationObserver } from "./chip-options.ts";
import { CutTrigger, type ArmedCut } from "./cut-trigger.ts";
import { PowerCut } from "./cut.ts";
import { geometryOf, type Geometry } from "./geometry.ts";
import { MemoryCarrier } from "./memory-carrier.ts";
import { Meter, type ChipCounters } from "./meter.ts";
import { ChipMisuse } from "./misuse.ts";
import type { ReadStatus } from "./nand.ts";
import type { Part } from "./part.ts";
import { pageWrapped, rangeComplaint, wrappedAddress } from "./rules.ts";

/**
 * One flash chip: a part's rules and figures over the cells of a carrier. Powered on when made.
 *
 * The chip is strict: what silicon would quietly spoil throws `ChipMisuse` and changes nothing, unless it is made
 * `lenient`. Once power is gone, each operation throws `PowerCut` until `powerOn()`; unstable bits and wear outlast that,
 * as they lie in the carrier.
 *
 * Addresses count bytes of the main areas. On NAND, `readPage` and `programPage` reach the spare areas as well.
 */
export class FlashChip {
  readonly part: Part;
  readonly carrier: Carrier;
  /** Years, reads and wear-out; null on a chip that does not age. */
  readonly ageing: Ageing | null;
  /** For those who judge recovery. */
  readonly probe: CellArray["probe"];
  readonly #options: ChipOptions;
  readonly #seed: number;
  readonly #geometry: Geometry;
  readonly #pageShift: number;
  readonly #cells: CellArray;
  readonly #meter: Meter;
  readonly #cut = new CutTrigger();
  /** Draws what unstable bits read as. */
  #noise: SeededRandom;
  #powerOns = 0;
  #powered = true;
  #observer: OperationObserver | null = null;
  #protected: readonly AddressRange[] = [];

  /** `carrier` must have the part's erase blocks; it may have more behind them, which the chip does not touch. */
  constructor(part: Part, carrier: Carrier, options: ChipOptions = {}) {
    const geometry = geometryOf(part);
    assert(
      carrier.blockBytes === geometry.cellBlockBytes && carrier.blockCount >= geometry.blockCount,
      `a carrier of ${carrier.blockCount} × ${carrier.blockBytes} bytes does not fit part ${part.name}`,
    );
    this.part = part;
    this.carrier = carrier;
    this.#options = options;
    this.#seed = options.seed ?? 0;
    this.#geometry = geometry;
    this.#pageShift = 31 - Math.clz32(part.pageBytes);
    this.#cells = new CellArray(part, geometry, carrier, this.#seed, options.ageing === true);
    this.ageing = this.#cells.ageing;
    this.probe = this.#cells.probe;
    this.#meter = new Meter(part, options.figure ?? "typical");
    this.#noise = new SeededRandom(this.#seed);
  }

  /**
   * Reads `into.length` bytes from `address`; may span pages and blocks.
   *
   * After: each bit of `into` is the cell's, except that an unstable bit reads as one or zero anew each time, that ageing
   * may have taken bits, and that ECC on the die mends what it can; the worst page says how it went. A cut never falls
   * into a read. Throws `ChipMisuse` outside the chip; a lenient chip goes on at its start.
   */
  read(address: number, into: Uint8Array): ReadStatus {
    this.#requirePower();
    const { part } = this;
    const complaint = rangeComplaint(part, address, into.length);
    if (complaint !== null) return this.#readWrapped(complaint, address, into);
    const status = this.#cells.read(address, into, this.#noise);
    const pageCount =
      part.kind === "nor"
        ? 1
        : ((address + into.length - 1) >>> this.#pageShift) - (address >>> this.#pageShift) + 1;
    return this.#counted(status, into.length, pageCount);
  }

  /** Reads one page from `column` on: main area, then spare area. As `read`; throws `ChipMisuse` outside the page. */
  readPage(pageIndex: number, column: number, into: Uint8Array): ReadStatus {
    this.#requirePower();
    this.#requireColumns(pageIndex, column, into.length);
    const { nand } = this.#cells;
    if (nand === null) return this.read(pageIndex * this.part.pageBytes + column, into);
    return this.#counted(this.#cells.readPage(nand, pageIndex, column, into, this.#noise), into.length, 1);
  }

  /**
   * Programs `bytes` at `address`, all within one page.
   *
   * After `ok`: each cell is what it was AND the given bit; unstable bits among those cleared are stable. After
   * `failed`: any part of the bits that had to clear has cleared, nothing else has changed; the block should be
   * retired. After power went during it: as one of `programShapes` says; bits only went from one to zero.
   *
   * Throws `ChipMisuse` when the range leaves the chip or crosses a page, when a zero would have to become a one, on parts
   * with `reprogram: "once"` when a touched unit is not blank, on NAND when a later page of the block is programmed or the
   * page has had all its programs, and in a protected range. A lenient chip wraps addresses as silicon does, leaves zeros,
   * on NAND disturbs bits of this page and the next, and answers `failed` in a protected range.
   */
  program(address: number, bytes: Uint8Array): OperationStatus {
    this.#requirePower();
    const { part } = this;
    if (bytes.length === 0) throw new ChipMisuse(`program of no bytes at ${address}`);
    const complaint = rangeComplaint(part, address, bytes.length, part.pageBytes);
    if (complaint !== null) {
      this.#refuse(complaint);
      const wrapped = pageWrapped(part, address, bytes);
      return this.program(wrapped.address, wrapped.bytes);
    }
    const pageIndex = address >>> this.#pageShift;
    return this.#program(address, pageIndex, address - pageIndex * part.pageBytes, bytes);
  }

  /**
   * Programs one page from `column` on: main area, then spare area, in one operation. As `program`; an observer is told
   * the address of the page where it begins in the spare area.
   */
  programPage(pageIndex: number, column: number, bytes: Uint8Array): OperationStatus {
    this.#requirePower();
    this.#requireColumns(pageIndex, column, bytes.length);
    if (bytes.length === 0) throw new ChipMisuse(`program of no bytes in page ${pageIndex}`);
    const { pageBytes } = this.part;
    return this.#program(pageIndex * pageBytes + (column < pageBytes ? column : 0), pageIndex, column, bytes);
  }

  /**
   * Erases one erase block.
   *
   * After `ok`: all its bits are one and stable, its erase count is one higher. After `failed`: its bits are as
   * before, the count is one higher all the same; the block should be retired. A block that was bad from the factory does
   * not count. After power went during it: as one of `eraseShapes` says; such a block is erased again before use even
   * where it reads blank.
   *
   * Throws `ChipMisuse` when there is no such block, or in a protected range.
   */
  eraseBlock(blockIndex: number): OperationStatus {
    this.#requirePower();
    this.#requireBlock(blockIndex);
    return this.#erase(blockIndex, 1);
  }

  /**
   * Erases `byteCount` bytes from `address` in one operation: one of the part's `eraseUnits` of at least an erase block,
   * aligned to its size, or the whole chip. As `eraseBlock` for each of its blocks; a cut tears all of them. Throws
   * `ChipMisuse` for any other range.
   */
  eraseRange(address: number, byteCount: number): OperationStatus {
    this.#requirePower();
    const { part } = this;
    const isUnit = byteCount === part.totalBytes || part.eraseUnits.some((unit) => unit.bytes === byteCount);
    const isAligned = byteCount % part.eraseBlockBytes === 0 && address % byteCount === 0;
    const complaint = rangeComplaint(part, address, byteCount);
    if (complaint !== null || !isUnit || !isAligned) {
      throw new ChipMisuse(complaint ?? `part ${part.name} does not erase ${byteCount} bytes at ${address}`);
    }
    return this.#erase(address / part.eraseBlockBytes, byteCount / part.eraseBlockBytes);
  }

  /** Erases that the block has had, torn ones (except in the shape `none`) and failed ones included. */
  eraseCount(blockIndex: number): number {
    this.#requireBlock(blockIndex);
    return this.carrier.eraseCount(blockIndex);
  }

  get blockCount(): number {
    return this.#geometry.blockCount;
  }

  /** Programs and erases completed since power-on: the number a cut at the next one would have. */
  get operationCount(): number {
    return this.#cut.operationCount;
  }

  get isPowered(): boolean {
    return this.#powered;
  }

  get isLenient(): boolean {
    return this.#options.lenient === true;
  }

  /**
   * Tears the program or erase that comes when `operation` of them have completed since power-on, and throws
   * `PowerCut` out of it. Replaces what was armed before; null disarms. A shape that the operation cannot have is
   * `ChipMisuse` when it comes to it, text that is no shape is `CutSyntaxError` now.
   */
  armCut(cut: ArmedCut | null): void {
    this.#cut.arm(cut);
  }

  /** Power goes now, between two operations: the cells stay as they are. */
  powerOff(): void {
    this.#powered = false;
  }

  /**
   * Power is back: operations count from 0, nothing is armed, the cells are as the cut left them. What unstable bits read
   * as is drawn anew, by the chip's seed and how often it was powered on.
   */
  powerOn(): void {
    this.#powered = true;
    this.#powerOns++;
    this.#noise = new SeededRandom(this.#seed + this.#powerOns);
    this.#cut.reset(0);
  }

  /**
   * A chip of its own with the same cells, at the same operation of the same power-on, with nothing armed, observed or
   * counted. Only of a chip in memory. The two share cells until one of them changes them.
   */
  fork(): FlashChip {
    assert(this.carrier instanceof MemoryCarrier, "only a chip in memory is forked");
    const chip = new FlashChip(this.part, this.carrier.fork(), this.#options);
    chip.#powered = this.#powered;
    chip.#cut.reset(this.#cut.operationCount);
    chip.#powerOns = this.#powerOns;
    chip.#noise = new SeededRandom(this.#seed + this.#powerOns);
    chip.#protected = this.#protected;
    if (this.ageing !== null) chip.ageing?.copyFrom(this.ageing);
    for (const block of this.#cells.failing) chip.#cells.failing.add(block);
    return chip;
  }

  /**
   * A fault planted for tests: from now on programs and erases of the block fail. It belongs to this chip object,
   * not to the carrier.
   */
  failBlock(blockIndex: number): void {
    this.#requireBlock(blockIndex);
    this.#cells.failing.add(blockIndex);
  }

  /**
   * Marks a block of NAND as bad: zero in the first spare byte of its first page, whatever it holds. Not an operation
   * that a cut can tear.
   */
  markBad(blockIndex: number): void {
    this.#requirePower();
    this.#requireBlock(blockIndex);
    const { nand } = this.#cells;
    if (nand === null) throw new ChipMisuse(`part ${this.part.name} has no bad-block marks`);
    nand.markBad(blockIndex);
  }

  /** Whether a block of NAND is marked as bad, by the factory or by `markBad`; never on NOR. */
  isMarkedBad(blockIndex: number): boolean {
    this.#requirePower();
    this.#requireBlock(blockIndex);
    return this.#cells.nand?.isMarkedBad(blockIndex) === true;
  }

  /** From now on nothing is programmed or erased in these ranges, which replace those before. Power cuts leave them. */
  protect(ranges: readonly AddressRange[]): void {
    this.#protected = ranges;
  }

  isProtected(from: number, to: number): boolean {
    return this.#protected.some((range) => from < range.to && to > range.from);
  }

  /** Lets the chip grow older at once: `cycles` more erases of each block, whose data stays, and `years` in a drawer. */
  age(by: { readonly cycles?: number; readonly years?: number }): void {
    for (let block = 0; by.cycles !== undefined && block < this.blockCount; block++) {
      this.carrier.wear(block, by.cycles);
    }
    if (by.years === undefined) return;
    assert(this.ageing !== null, "a chip made without ageing does not fade");
    this.ageing.passYears(by.years);
  }

  /** Tells `observer` of each program and erase from now on; null ends it. */
  observe(observer: OperationObserver | null): void {
    this.#observer = observer;
  }

  /** A snapshot of the counters. */
  get counters(): ChipCounters {
    return this.#meter.counters;
  }

  /** Device time of all operations so far: exact, and in whole microseconds. */
  get deviceNanos(): number {
    return this.#meter.deviceNanos;
  }
  get deviceMicros(): number {
    return this.#meter.deviceMicros;
  }

  /** Energy of all operations so far, in whole microjoules. */
  get energyMicrojoules(): number {
    return this.#meter.energyMicrojoules;
  }

  #program(address: number, pageIndex: number, column: number, bytes: Uint8Array): OperationStatus {
    if (this.#protected.length !== 0 && this.isProtected(address, address + 1)) {
      return this.#refuseProtected(address);
    }
    if (this.#observer === null && !this.#cut.nextIsTorn && this.#cells.programPlain(address, bytes)) {
      this.#meter.program(bytes.length);
      this.#cut.operationCount++;
      return "ok";
    }
    const complaint = this.#cells.complaint(pageIndex, column, bytes);
    if (complaint !== null) this.#refuse(complaint);
    if (this.#observer !== null) this.#observer("program", address, bytes);
    this.#meter.program(bytes.length);
    if (this.#cut.nextIsTorn) {
      const torn = this.#cut.shapeOf("program", bytes.length, this.part.programUnitBytes);
      this.#cells.tearProgram(pageIndex, column, bytes, torn);
      this.#powered = false;
      throw new PowerCut(torn.point);
    }
    const operation = ++this.#cut.operationCount;
    return this.#ended(this.#cells.program(pageIndex, column, bytes, operation, complaint !== null));
  }

  #erase(firstBlock: number, blockCount: number): OperationStatus {
    const { eraseBlockBytes } = this.part;
    const address = firstBlock * eraseBlockBytes;
    const byteCount = blockCount * eraseBlockBytes;
    if (this.#protected.length !== 0 && this.isProtected(address, address + byteCount)) {
      return this.#refuseProtected(address);
    }
    if (this.#observer !== null) this.#observer("erase", address, null);
    this.#meter.erase(byteCount);
    const end = firstBlock + blockCount;
    if (this.#cut.nextIsTorn) {
      const torn = this.#cut.shapeOf("erase", byteCount, this.part.programUnitBytes);
      for (let block = firstBlock; block < end; block++)
        this.#cells.tearErase(block, block - firstBlock, torn);
      this.#powered = false;
      throw new PowerCut(torn.point);
    }
    this.#cut.operationCount++;
    let status: OperationStatus = "ok";
    for (let block = firstBlock; block < end; block++)
      if (this.#cells.erase(block) === "failed") status = "failed";
    return this.#ended(status);
  }

  #ended(status: OperationStatus): OperationStatus {
    if (status === "failed") this.#meter.failures++;
    return status;
  }

  #counted(status: ReadStatus, byteCount: number, pageCount: number): ReadStatus {
    this.#meter.read(byteCount, pageCount);
    if (status === "corrected") this.#meter.correctedReads++;
    else if (status === "uncorrectable") this.#meter.uncorrectableReads++;
    return status;
  }

  /** A lenient chip goes on at its start. */
  #readWrapped(complaint: string, address: number, into: Uint8Array): ReadStatus {
    this.#refuse(complaint);
    const from = wrappedAddress(this.part, address);
    const head = into.subarray(0, Math.min(into.length, this.part.totalBytes - from));
    const status = this.read(from, head);
    if (head.length === into.length) return status;
    const rest = this.read(0, into.subarray(head.length, head.length + this.part.totalBytes));
    return rest === "ok" ? status : rest;
  }

  /** Throws where the chip is strict, counts where it is lenient. */
  #refuse(complaint: string): void {
    if (!this.isLenient) throw new ChipMisuse(complaint);
    this.#meter.misuses++;
  }

  #refuseProtected(address: number): OperationStatus {
    this.#refuse(`the range at ${address} is write-protected`);
    return "failed";
  }

  #requirePower(): void {
    if (!this.#powered) throw new PowerCut(null);
  }

  #requireColumns(pageIndex: number, column: number, byteCount: number): void {
    const { totalBytes, pageBytes, name } = this.part;
    const isPage = Number.isInteger(pageIndex) && pageIndex >= 0 && pageIndex < totalBytes / pageBytes;
    if (isPage && Number.isInteger(column) && column >= 0 && column + byteCount <= this.#geometry.pageStride)
      return;
    throw new ChipMisuse(`part ${name} has no ${byteCount} bytes at column ${column} of page ${pageIndex}`);
  }

  #requireBlock(blockIndex: number): void {
    if (!Number.isInteger(blockIndex) || blockIndex < 0 || blockIndex >= this.blockCount) {
      throw new ChipMisuse(`part ${this.part.name} has no erase block ${blockIndex}`);
    }
  }
}
