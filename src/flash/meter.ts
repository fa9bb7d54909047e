/** What operations cost: counts, device time and energy, summed at one of the part's figures. */
import { energyNanojoules, eraseNanos, programNanos, readNanos } from "./cost.ts";
import type { Figure } from "./cost.ts";
import type { Part } from "./part.ts";

/** Since the chip object was made; power cuts do not reset them. A torn operation counts. */
export interface ChipCounters {
  readonly programs: number;
  readonly programmedBytes: number;
  readonly erases: number;
  readonly reads: number;
  readonly readBytes: number;
  /** Programs and erases that answered `failed`. */
  readonly failures: number;
  /** What a lenient chip did though a strict one refuses it. */
  readonly misuses: number;
  /** Device time of all operations, exact: differences of it do not depend on what was done before. */
  readonly deviceNanos: number;
  /** Reads that ECC on the die mended, and that it could not. */
  readonly correctedReads: number;
  readonly uncorrectableReads: number;
}

export class Meter {
  programs = 0;
  programmedBytes = 0;
  erases = 0;
  reads = 0;
  readBytes = 0;
  failures = 0;
  misuses = 0;
  correctedReads = 0;
  uncorrectableReads = 0;
  readonly #part: Part;
  readonly #figure: Figure;
  readonly #blockEraseNanos: number;
  #programNanos = 0;
  #eraseNanos = 0;
  #readNanos = 0;

  constructor(part: Part, figure: Figure) {
    this.#part = part;
    this.#figure = figure;
    this.#blockEraseNanos = eraseNanos(part, figure);
  }

  program(byteCount: number): void {
    this.programs++;
    this.programmedBytes += byteCount;
    this.#programNanos += programNanos(this.#part, byteCount, this.#figure);
  }

  erase(byteCount: number): void {
    this.erases++;
    this.#eraseNanos +=
      byteCount === this.#part.eraseBlockBytes
        ? this.#blockEraseNanos
        : eraseNanos(this.#part, this.#figure, byteCount);
  }

  read(byteCount: number, pageCount: number): void {
    this.reads++;
    this.readBytes += byteCount;
    this.#readNanos += readNanos(this.#part, byteCount, pageCount);
  }

  get counters(): ChipCounters {
    const { programs, programmedBytes, erases, reads, readBytes } = this;
    const { failures, misuses, deviceNanos, correctedReads, uncorrectableReads } = this;
    return {
      ...{ programs, programmedBytes, erases, reads, readBytes },
      ...{ failures, misuses, deviceNanos, correctedReads, uncorrectableReads },
    };
  }

  /** In whole microseconds. */
  get deviceMicros(): number {
    return Math.floor(this.deviceNanos / 1000);
  }

  get deviceNanos(): number {
    return this.#programNanos + this.#readNanos + this.#eraseNanos;
  }

  /** In whole microjoules. */
  get energyMicrojoules(): number {
    const part = this.#part;
    const nanojoules =
      energyNanojoules(part, part.programMilliamps, this.#programNanos) +
      energyNanojoules(part, part.readMilliamps, this.#readNanos) +
      energyNanojoules(part, part.eraseMilliamps, this.#eraseNanos);
    return Math.floor(nanojoules / 1000);
  }
}
