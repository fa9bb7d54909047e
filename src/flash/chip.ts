import { SeededRandom, assert } from "../base/index.ts";
import type { Carrier } from "./carrier.ts";
import { energyNanojoules, eraseNanos, programNanos, readNanos } from "./cost.ts";
import { PowerCut, eraseShapes, isShapeOf, parseShape, programShapes } from "./cut.ts";
import type { CutPoint, TornShape } from "./cut.ts";
import { MemoryCarrier } from "./memory-carrier.ts";
import { ChipMisuse } from "./misuse.ts";
import type { Part } from "./part.ts";
import { tearErase, tearProgram } from "./torn.ts";

/** How a program or erase ended. `failed`: the block wears out; what it holds now is told at each operation. */
export type OperationStatus = "ok" | "failed";

/** Programs and erases are what cuts are counted over. */
export type OperationKind = "program" | "erase";

/** Told of each program (its bytes) and erase (null, and the block's address) just before its cells change. */
export type OperationObserver = (kind: OperationKind, address: number, bytes: Uint8Array | null) => void;

/** What unstable bits read as: anew at each read as they like, or all the same. Each of it is something they may do. */
export type UnstableReading = "any" | "ones" | "zeros";

/** Told of the range of each read. */
export type ReadObserver = (address: number, byteCount: number) => void;

/** Where the next cut is: at a point, or at an operation in a shape drawn by `seed` from those it can have. */
export type ArmedCut = CutPoint | { readonly operation: number; readonly seed: number };

/** Since the chip object was made; power cuts do not reset them. A torn operation counts. */
export interface ChipCounters {
  readonly programs: number;
  readonly programmedBytes: number;
  readonly erases: number;
  readonly reads: number;
  readonly readBytes: number;
}

/**
 * One flash chip: a part's rules and figures over the cells of a carrier. Powered on when made.
 *
 * The chip is strict: what silicon would quietly spoil throws `ChipMisuse` and changes nothing. Once power is gone,
 * each operation throws `PowerCut` until `powerOn()`; unstable bits and wear outlast that, as they lie in the carrier.
 */
export class FlashChip {
  readonly part: Part;
  readonly carrier: Carrier;
  readonly #blockCount: number;
  readonly #blockShift: number;
  readonly #eraseNanos: number;
  /** Draws what unstable bits read as. */
  #noise: SeededRandom;
  readonly #seed: number;
  #powerOns = 0;
  readonly #failingBlocks = new Set<number>();
  #powered = true;
  #operationCount = 0;
  #armed: ArmedCut | null = null;
  /** `#armed?.operation`, or -1: one comparison per operation. */
  #armedOperation = -1;
  #observer: OperationObserver | null = null;
  #readObserver: ReadObserver | null = null;
  #unstableReading: UnstableReading = "any";
  #programs = 0;
  #programmedBytes = 0;
  #erases = 0;
  #reads = 0;
  #readBytes = 0;
  #programNanosSum = 0;
  #readNanosSum = 0;

  /** `carrier` must have the part's erase blocks. `seed` decides what unstable bits read as. */
  constructor(part: Part, carrier: Carrier, options: { readonly seed?: number } = {}) {
    assert(part.kind === "nor", `part ${part.name}: the model knows NOR only`);
    assert(
      carrier.blockBytes === part.eraseBlockBytes &&
        carrier.blockCount * carrier.blockBytes === part.totalBytes,
      `a carrier of ${carrier.blockCount} × ${carrier.blockBytes} bytes does not fit part ${part.name}`,
    );
    this.part = part;
    this.carrier = carrier;
    this.#blockCount = carrier.blockCount;
    this.#blockShift = 31 - Math.clz32(part.eraseBlockBytes);
    this.#eraseNanos = eraseNanos(part, "typical");
    this.#seed = options.seed ?? 0;
    this.#noise = new SeededRandom(this.#seed);
  }

  /**
   * Reads `into.length` bytes from `address`; may span pages and blocks.
   *
   * After: each bit of `into` is the cell's, except that an unstable bit reads as one or zero anew each time. A cut
   * never falls into a read: it changes nothing.
   */
  read(address: number, into: Uint8Array): void {
    this.#requirePower();
    this.#requireRange(address, into.length);
    if (this.#readObserver !== null) this.#readObserver(address, into.length);
    this.carrier.read(address, into);
    if (this.carrier.unstableBlockCount !== 0) this.#disturb(address, into);
    this.#reads++;
    this.#readBytes += into.length;
    this.#readNanosSum += readNanos(this.part, into.length);
  }

  /**
   * Programs `bytes` at `address`, all within one page.
   *
   * After `ok`: each cell is what it was AND the given bit; unstable bits among those cleared are stable. After
   * `failed`: any part of the bits that had to clear has cleared, nothing else has changed; the block should be
   * retired. After power went during it: as one of `programShapes` says; bits only went from one to zero.
   *
   * Throws `ChipMisuse` when the range leaves the chip or crosses a page, when a zero would have to become a one, and
   * on parts with `reprogram: "once"` when a touched unit is not blank.
   */
  program(address: number, bytes: Uint8Array): OperationStatus {
    this.#requirePower();
    this.#requireProgram(address, bytes);
    if (this.#observer !== null) this.#observer("program", address, bytes);
    this.#programs++;
    this.#programmedBytes += bytes.length;
    this.#programNanosSum += programNanos(this.part, bytes.length, "typical");
    if (this.#operationCount === this.#armedOperation) this.#tearProgram(address, bytes);
    this.#operationCount++;
    if (this.#failingBlocks.size !== 0 && this.#failingBlocks.has(address >>> this.#blockShift)) {
      const halfDone = { name: "bits", number: this.#noise.nextUint32() };
      tearProgram(this.carrier, address, bytes, halfDone, this.#operationCount, 1);
      return "failed";
    }
    this.carrier.program(address, bytes);
    return "ok";
  }

  /**
   * Erases one erase block.
   *
   * After `ok`: all its bits are one and stable, its erase count is one higher. After `failed`: its bits are as
   * before, the count is one higher all the same; the block should be retired. After power went during it: as one
   * of `eraseShapes` says; such a block is erased again before use even where it reads blank.
   *
   * Throws `ChipMisuse` when there is no such block.
   */
  eraseBlock(blockIndex: number): OperationStatus {
    this.#requirePower();
    this.#requireBlock(blockIndex);
    const { eraseBlockBytes } = this.part;
    if (this.#observer !== null) this.#observer("erase", blockIndex * eraseBlockBytes, null);
    this.#erases++;
    if (this.#operationCount === this.#armedOperation) this.#tearErase(blockIndex);
    this.#operationCount++;
    if (this.#failingBlocks.has(blockIndex)) {
      const cells = this.carrier.cellsOf(blockIndex) ?? new Uint8Array(eraseBlockBytes).fill(0xff);
      this.carrier.replace(blockIndex, cells, this.carrier.unstableOf(blockIndex));
      return "failed";
    }
    this.carrier.erase(blockIndex);
    return "ok";
  }

  /** Erases that the block has had, torn ones (except in the shape `none`) and failed ones included. */
  eraseCount(blockIndex: number): number {
    this.#requireBlock(blockIndex);
    return this.carrier.eraseCount(blockIndex);
  }

  get blockCount(): number {
    return this.#blockCount;
  }

  /** Programs and erases completed since power-on: the number a cut at the next one would have. */
  get operationCount(): number {
    return this.#operationCount;
  }

  get isPowered(): boolean {
    return this.#powered;
  }

  /**
   * Tears the program or erase that comes when `operation` of them have completed since power-on, and throws
   * `PowerCut` out of it. Replaces what was armed before; null disarms. A shape that the operation cannot have is
   * `ChipMisuse` when it comes to it, text that is no shape is `CutSyntaxError` now.
   */
  armCut(cut: ArmedCut | null): void {
    assert(cut === null || cut.operation >= this.#operationCount, "a cut lies ahead, not behind");
    if (cut !== null && "shape" in cut) parseShape(cut.shape);
    this.#armed = cut;
    this.#armedOperation = cut?.operation ?? -1;
  }

  /** Power goes now, between two operations: the cells stay as they are. */
  powerOff(): void {
    this.#powered = false;
  }

  /**
   * Power is back: operations count from 0, nothing is armed, the cells are as the cut left them. What unstable bits read as is drawn anew,
   * by the chip's seed and how often it was powered on.
   */
  powerOn(): void {
    this.#powered = true;
    this.#operationCount = 0;
    this.#powerOns++;
    this.#noise = new SeededRandom(this.#seed + this.#powerOns);
    this.armCut(null);
  }

  /**
   * A chip of its own with the same cells, at the same operation of the same power-on, with nothing armed, observed or counted. Only of a
   * chip in memory. The two share cells until one of them changes them.
   */
  fork(): FlashChip {
    assert(this.carrier instanceof MemoryCarrier, "only a chip in memory is forked");
    const chip = new FlashChip(this.part, this.carrier.fork(), { seed: this.#seed });
    chip.#powered = this.#powered;
    chip.#operationCount = this.#operationCount;
    chip.#powerOns = this.#powerOns;
    chip.#noise = new SeededRandom(this.#seed + this.#powerOns);
    for (const block of this.#failingBlocks) chip.#failingBlocks.add(block);
    return chip;
  }

  /**
   * A fault planted for tests: from now on programs and erases of the block fail. It belongs to this chip object,
   * not to the carrier.
   */
  failBlock(blockIndex: number): void {
    this.#requireBlock(blockIndex);
    this.#failingBlocks.add(blockIndex);
  }

  /** Tells `observer` of each program and erase from now on; null ends it. */
  observe(observer: OperationObserver | null): void {
    this.#observer = observer;
  }

  /** Tells `observer` of each read from now on; null ends it. */
  observeReads(observer: ReadObserver | null): void {
    this.#readObserver = observer;
  }

  /** For those who judge recovery: how this chip object reads unstable bits from now on. */
  readUnstableAs(reading: UnstableReading): void {
    this.#unstableReading = reading;
  }

  /** A snapshot of the counters. */
  get counters(): ChipCounters {
    return {
      programs: this.#programs,
      programmedBytes: this.#programmedBytes,
      erases: this.#erases,
      reads: this.#reads,
      readBytes: this.#readBytes,
    };
  }

  /** Device time of all operations so far at the part's typical figures, in whole microseconds. */
  get deviceMicros(): number {
    return Math.floor(this.deviceNanos / 1000);
  }

  /** The same in nanoseconds, exact: differences of it do not depend on what was done before. */
  get deviceNanos(): number {
    return this.#programNanosSum + this.#readNanosSum + this.#erases * this.#eraseNanos;
  }

  /** Energy of all operations so far at the part's typical figures, in whole microjoules. */
  get energyMicrojoules(): number {
    const { part } = this;
    const nanojoules =
      energyNanojoules(part, part.programMilliamps, this.#programNanosSum) +
      energyNanojoules(part, part.readMilliamps, this.#readNanosSum) +
      energyNanojoules(part, part.eraseMilliamps, this.#erases * this.#eraseNanos);
    return Math.floor(nanojoules / 1000);
  }

  #requirePower(): void {
    if (!this.#powered) throw new PowerCut(null);
  }

  #requireRange(address: number, byteCount: number): void {
    if (!Number.isInteger(address) || address < 0 || address + byteCount > this.part.totalBytes) {
      throw new ChipMisuse(`${byteCount} bytes at ${address} leave part ${this.part.name}`);
    }
  }

  #requireBlock(blockIndex: number): void {
    if (!Number.isInteger(blockIndex) || blockIndex < 0 || blockIndex >= this.#blockCount) {
      throw new ChipMisuse(`part ${this.part.name} has no erase block ${blockIndex}`);
    }
  }

  #requireProgram(address: number, bytes: Uint8Array): void {
    const { part, carrier } = this;
    this.#requireRange(address, bytes.length);
    if (bytes.length === 0) throw new ChipMisuse(`program of no bytes at ${address}`);
    if ((address & (part.pageBytes - 1)) + bytes.length > part.pageBytes) {
      throw new ChipMisuse(`program of ${bytes.length} bytes at ${address} crosses a page`);
    }
    if (part.reprogram === "once") {
      const unitStart = address - (address % part.programUnitBytes);
      const unitEnd = Math.ceil((address + bytes.length) / part.programUnitBytes) * part.programUnitBytes;
      if (!carrier.isBlank(unitStart, unitEnd - unitStart)) {
        throw new ChipMisuse(`program at ${address} meets a unit already programmed since its erase`);
      }
    } else if (!carrier.accepts(address, bytes)) {
      throw new ChipMisuse(`program of ${bytes.length} bytes at ${address} asks a zero to become a one`);
    }
  }

  /** Unstable bits do not read as their cells. */
  #disturb(address: number, into: Uint8Array): void {
    const blockMask = this.part.eraseBlockBytes - 1;
    for (let done = 0; done < into.length;) {
      const offset = (address + done) & blockMask;
      const length = Math.min(this.part.eraseBlockBytes - offset, into.length - done);
      const mask = this.carrier.unstableOf((address + done) >>> this.#blockShift);
      for (let index = 0; mask !== null && index < length; index++) {
        const unstable = mask[offset + index];
        if (unstable !== 0) into[done + index] &= ~(unstable & this.#cleared());
      }
      done += length;
    }
  }

  /** Which of eight unstable bits read as zero now. */
  #cleared(): number {
    if (this.#unstableReading === "any") return this.#noise.nextUint32() >>> 24;
    return this.#unstableReading === "zeros" ? 0xff : 0;
  }

  #tearProgram(address: number, bytes: Uint8Array): never {
    const { programUnitBytes } = this.part;
    const { shape, point } = this.#shapeNow("program", programShapes(bytes.length, programUnitBytes));
    tearProgram(this.carrier, address, bytes, shape, point.operation, programUnitBytes);
    this.#powered = false;
    throw new PowerCut(point);
  }

  #tearErase(blockIndex: number): never {
    const { shape, point } = this.#shapeNow("erase", eraseShapes());
    tearErase(this.carrier, blockIndex, shape, point.operation);
    this.#powered = false;
    throw new PowerCut(point);
  }

  #shapeNow(kind: OperationKind, shapes: readonly string[]): { shape: TornShape; point: CutPoint } {
    const armed = this.#armed;
    assert(armed !== null, "a cut is armed");
    const text = "shape" in armed ? armed.shape : shapes[new SeededRandom(armed.seed).below(shapes.length)];
    const shape = parseShape(text);
    if (!isShapeOf(kind, shape)) {
      throw new ChipMisuse(
        `operation ${armed.operation} is ${kind === "erase" ? "an" : "a"} ${kind}: no ${text}`,
      );
    }
    return { shape, point: { operation: armed.operation, shape: text } };
  }
}
