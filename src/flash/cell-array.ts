import { Ageing } from "./ageing.ts";
import type { Failure } from "./ageing.ts";
import type { Carrier } from "./carrier.ts";
import type { TornNow } from "./cut-trigger.ts";
import { cellAddress } from "./geometry.ts";
import type { Geometry } from "./geometry.ts";
import { randomFor } from "./hash.ts";
import { NandPages } from "./nand.ts";
import type { ReadStatus } from "./nand.ts";
import type { Part } from "./part.ts";
import { Probe } from "./probe.ts";
import type { Noise } from "./probe.ts";
import { norComplaint } from "./rules.ts";
import { tearErase, tearProgram } from "./torn.ts";
import type { ByteRange } from "./torn.ts";
import { wrongBits } from "./wrong-bits.ts";

/** How a program or erase ended. `failed`: the block wears out, or is bad; what it holds now is told at each operation. */
export type OperationStatus = "ok" | "failed";

/**
 * The cells of a chip and what happens to them, without power, time or refusals: `FlashChip` decides whether an operation
 * takes place. A program lies inside one page; `pageIndex` and `column` say where (on NOR too), `cell` is its address in
 * the carrier.
 */
export class CellArray {
  readonly carrier: Carrier;
  readonly nand: NandPages | null;
  readonly ageing: Ageing | null;
  readonly probe = new Probe();
  /** Blocks that fail for a test. */
  readonly failing = new Set<number>();
  readonly #part: Part;
  readonly #geometry: Geometry;
  readonly #seed: number;
  readonly #isPlain: boolean;

  constructor(part: Part, geometry: Geometry, carrier: Carrier, seed: number, ages: boolean) {
    this.carrier = carrier;
    this.nand = part.kind === "nand" ? new NandPages(part, geometry, carrier, seed) : null;
    this.ageing = ages ? new Ageing(part, geometry, seed) : null;
    this.#part = part;
    this.#geometry = geometry;
    this.#seed = seed;
    this.#isPlain = this.nand === null && this.ageing === null && part.reprogram === "and";
  }

  /** Why silicon would spoil something by this program; null where it would not. */
  complaint(pageIndex: number, column: number, bytes: Uint8Array): string | null {
    return this.nand === null
      ? norComplaint(this.#part, this.carrier, pageIndex * this.#part.pageBytes + column, bytes)
      : this.nand.complaint(pageIndex, column, bytes);
  }

  /** `into.length` bytes of the main areas; `noise` decides unstable bits. The worst page's status. */
  read(address: number, into: Uint8Array, noise: Noise): ReadStatus {
    if (this.nand !== null) return this.#readPages(address, into, noise);
    this.probe.onRead?.(address, into.length);
    this.carrier.read(address, into);
    if (this.carrier.unstableBlockCount !== 0 || this.ageing !== null)
      this.#applyWrongBits(address, into, noise);
    return "ok";
  }

  /** Bytes of one page of NAND, spare area included. */
  readPage(nand: NandPages, pageIndex: number, column: number, into: Uint8Array, noise: Noise): ReadStatus {
    this.probe.onRead?.(pageIndex * this.#part.pageBytes, this.#part.pageBytes);
    this.ageing?.noteRead(Math.floor(pageIndex / this.#geometry.pagesPerBlock));
    return nand.read(pageIndex, column, into, this.ageing, this.probe.noiseOf(noise));
  }

  /** The usual program of sound NOR cells, whole or, where it is anything else, not at all: false. */
  programPlain(address: number, bytes: Uint8Array): boolean {
    return this.#isPlain && this.failing.size === 0 && this.carrier.programAccepted(address, bytes);
  }

  /** `spoils`: a strict chip would have refused it. `operation` tells failures of one cycle apart. */
  program(
    pageIndex: number,
    column: number,
    bytes: Uint8Array,
    operation: number,
    spoils: boolean,
  ): OperationStatus {
    const { carrier, nand } = this;
    const cell = this.#cellOf(pageIndex, column);
    const block = Math.floor(pageIndex / this.#geometry.pagesPerBlock);
    const failure = this.#failureOf(block, cell);
    if (failure === "loud" && nand?.factoryBad.has(block) === true) return "failed";
    this.ageing?.noteProgram(block);
    if (failure === "none") carrier.program(cell, bytes);
    else {
      const shape = { name: failure === "loud" ? "bits" : "unstable", number: this.#seed & 0xffff };
      tearProgram(carrier, cell, bytes, shape, operation, this.#unitsOf(cell, column, bytes.length));
    }
    if (nand !== null) {
      nand.noteProgram(pageIndex, failure === "loud" || spoils);
      if (spoils) nand.disturb(pageIndex, randomFor(this.#seed, block, operation, cell));
    }
    return failure === "loud" ? "failed" : "ok";
  }

  tearProgram(pageIndex: number, column: number, bytes: Uint8Array, torn: TornNow): void {
    const cell = this.#cellOf(pageIndex, column);
    const block = Math.floor(pageIndex / this.#geometry.pagesPerBlock);
    if (this.nand?.factoryBad.has(block) === true) return;
    if (torn.shape.name !== "none") this.ageing?.noteProgram(block);
    const units = this.#unitsOf(cell, column, bytes.length);
    tearProgram(this.carrier, cell, bytes, torn.shape, torn.point.operation, units);
    this.nand?.noteTornProgram(pageIndex, torn.shape);
  }

  erase(block: number): OperationStatus {
    const { carrier } = this;
    if (this.nand?.factoryBad.has(block) === true) return "failed";
    const failure = this.#failureOf(block, -1);
    if (failure === "loud") {
      const cells = carrier.cellsOf(block) ?? new Uint8Array(carrier.blockBytes).fill(0xff);
      carrier.replace(block, cells, carrier.unstableOf(block));
      return "failed";
    }
    this.ageing?.noteErase(block);
    if (failure === "silent") {
      tearErase(
        carrier,
        block,
        { name: "weak-erase", number: this.#seed & 0xffff },
        carrier.eraseCount(block),
      );
    } else carrier.erase(block);
    return "ok";
  }

  /** `index` tells the blocks of one erase apart. */
  tearErase(block: number, index: number, torn: TornNow): void {
    if (this.nand?.factoryBad.has(block) === true) return;
    tearErase(this.carrier, block, torn.shape, torn.point.operation + index * 7919);
    if (torn.shape.name !== "none") this.ageing?.noteErase(block);
    if (torn.shape.name === "half-zero" || torn.shape.name === "half-erase") this.ageing?.noteProgram(block);
    this.nand?.noteTornErase(block, torn.shape);
  }

  #failureOf(block: number, place: number): Failure {
    if (this.failing.size !== 0 && this.failing.has(block)) return "loud";
    if (this.nand !== null && this.nand.factoryBad.has(block)) return "loud";
    return this.ageing === null ? "none" : this.ageing.failure(block, this.carrier.eraseCount(block), place);
  }

  #readPages(address: number, into: Uint8Array, noise: Noise): ReadStatus {
    const { nand } = this;
    const { pageBytes } = this.#part;
    let worst: ReadStatus = "ok";
    for (let done = 0; nand !== null && done < into.length;) {
      const pageIndex = Math.floor((address + done) / pageBytes);
      const column = address + done - pageIndex * pageBytes;
      const length = Math.min(pageBytes - column, into.length - done);
      const status = this.readPage(nand, pageIndex, column, into.subarray(done, done + length), noise);
      if (status === "uncorrectable" || worst === "ok") worst = status;
      done += length;
    }
    return worst;
  }

  /** NOR: what unstable and faded bits of the range read as. */
  #applyWrongBits(address: number, into: Uint8Array, noise: Noise): void {
    const { blockBytes } = this.carrier;
    for (let done = 0; done < into.length;) {
      const blockIndex = Math.floor((address + done) / blockBytes);
      const offset = address + done - blockIndex * blockBytes;
      const part = into.subarray(done, done + Math.min(blockBytes - offset, into.length - done));
      this.ageing?.noteRead(blockIndex);
      const flips = wrongBits(
        this.carrier,
        this.ageing,
        this.probe.noiseOf(noise),
        { blockIndex, offset },
        part,
      );
      for (let index = 0; flips !== null && index < part.length; index++) part[index] ^= flips[index];
      done += part.length;
    }
  }

  #cellOf(pageIndex: number, column: number): number {
    return this.nand === null
      ? pageIndex * this.#part.pageBytes + column
      : cellAddress(this.#geometry, pageIndex, column);
  }

  /** The program units that a program touches: what shape `unit` may damage. Spare areas are not spread over. */
  #unitsOf(cell: number, column: number, byteCount: number): ByteRange {
    const { programUnitBytes, pageBytes } = this.#part;
    const end = cell + byteCount;
    if (column + byteCount > pageBytes) return { start: cell, end };
    const last = Math.ceil((column + byteCount) / programUnitBytes) * programUnitBytes;
    return { start: cell - (column % programUnitBytes), end: cell + last - column };
  }
}
