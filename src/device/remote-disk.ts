import { SeededRandom, assert } from "../base/index.ts";
import { PowerCut, eraseShapes, programShapes } from "../flash/index.ts";
import type { ArmedCut } from "../flash/index.ts";
import { DiskMemory } from "../store/index.ts";
import type { BlockDevice, DiskCounts, MemoryStatus, StoreMemory } from "../store/index.ts";

/** The store cleans by such pieces of a disk, and a program of the smallest images fits in a few. */
const segmentBytes = 16 * 1024;

/**
 * A disk on another machine in the place of the chip. Programs and erases are counted, and torn, as on a chip; but nothing wears, and what power
 * takes with it is what had not left yet.
 */
export class RemoteDisk {
  /** As the store sees it. A power-on makes another one: what waited in the one before is gone. */
  memory: StoreMemory;
  readonly blockCount: number;
  readonly counters = { deviceNanos: 0, programs: 0, programmedBytes: 0, erases: 0 };
  /** The device does not feed the disk. */
  readonly energyMicrojoules = 0;
  readonly #disk: BlockDevice;
  #power: Power;
  readonly #countsBefore: DiskCounts[] = [];

  constructor(disk: BlockDevice) {
    this.#disk = disk;
    this.#power = new Power(new DiskMemory(disk, segmentBytes), this.counters);
    this.memory = this.#power;
    this.blockCount = this.memory.eraseBlockCount;
  }

  get deviceNanos(): number {
    return this.counters.deviceNanos;
  }

  get deviceMicros(): number {
    return this.counters.deviceNanos / 1000;
  }

  /** Buffers of the device for it. */
  get ramBytes(): number {
    return this.#power.disk.ramBytes;
  }

  /** What went over the network since the first power-on. */
  get counts(): DiskCounts {
    const sum: DiskCounts = { ...this.#power.disk.counts };
    for (const before of this.#countsBefore) {
      for (const key of Object.keys(sum) as (keyof DiskCounts)[]) sum[key] += before[key];
    }
    return sum;
  }

  powerOn(): void {
    this.#countsBefore.push(this.#power.disk.counts);
    this.#power = new Power(new DiskMemory(this.#disk, segmentBytes), this.counters);
    this.memory = this.#power;
  }

  /** Counted from power-on; `FlashChip.armCut`. */
  armCut(cut: ArmedCut | null): void {
    this.#power.cut = cut;
  }

  eraseCount(): number {
    return 0;
  }

  eraseBlock(block: number): MemoryStatus {
    return this.memory.erase(block);
  }
}

/** Between power-on and a cut. */
class Power implements StoreMemory {
  readonly disk: DiskMemory;
  cut: ArmedCut | null = null;
  readonly eraseBlockBytes: number;
  readonly eraseBlockCount: number;
  readonly programPageBytes: number;
  readonly programUnitBytes: number;
  readonly subPagePrograms: boolean;
  readonly reprogram: boolean;
  readonly #counters: RemoteDisk["counters"];
  #operation = 0;
  #isOn = true;

  constructor(disk: DiskMemory, counters: RemoteDisk["counters"]) {
    this.disk = disk;
    this.#counters = counters;
    this.eraseBlockBytes = disk.eraseBlockBytes;
    this.eraseBlockCount = disk.eraseBlockCount;
    this.programPageBytes = disk.programPageBytes;
    this.programUnitBytes = disk.programUnitBytes;
    this.subPagePrograms = disk.subPagePrograms;
    this.reprogram = disk.reprogram;
  }

  read(address: number, into: Uint8Array): void {
    this.#timed(() => this.disk.read(address, into));
  }

  fetch(ranges: readonly { readonly address: number; readonly byteCount: number }[]): void {
    this.#timed(() => this.disk.fetch(ranges));
  }

  program(address: number, bytes: Uint8Array): MemoryStatus {
    if (this.#isCut()) this.#tear(programShapes(bytes.length, this.programUnitBytes), address, bytes);
    this.#operation++;
    this.#counters.programs++;
    this.#counters.programmedBytes += bytes.length;
    return this.#timed(() => this.disk.program(address, bytes));
  }

  erase(block: number): MemoryStatus {
    if (this.#isCut()) this.#tear(eraseShapes(), block * this.eraseBlockBytes, null);
    this.#operation++;
    this.#counters.erases++;
    return this.#timed(() => this.disk.erase(block));
  }

  eraseCount(): number {
    return 0;
  }

  barrier(): void {
    this.#timed(() => this.disk.barrier());
  }

  deviceNanos(): number {
    return this.#counters.deviceNanos;
  }

  #timed<T>(work: () => T): T {
    if (!this.#isOn) throw new PowerCut(null);
    const before = this.disk.deviceNanos();
    const result = work();
    this.#counters.deviceNanos += this.disk.deviceNanos() - before;
    return result;
  }

  #isCut(): boolean {
    return this.cut?.operation === this.#operation;
  }

  /**
   * `complete` and prefixes: all that waited has left, of the program under way its first bytes. `none`: nothing of it. Every other shape: some of
   * it, as the shape's name and number draw.
   */
  #tear(shapes: readonly string[], address: number, bytes: Uint8Array | null): never {
    const { cut } = this;
    assert(cut !== null, "a cut is armed");
    const shape = "shape" in cut ? cut.shape : shapes[new SeededRandom(cut.seed).below(shapes.length)];
    const prefix = /^prefix(\d+)$/.exec(shape);
    const length = prefix === null ? (bytes?.length ?? 0) : Math.min(Number(prefix[1]), bytes?.length ?? 0);
    if (bytes !== null && shape !== "none" && length > 0)
      this.disk.program(address, bytes.subarray(0, length));
    if (bytes === null && shape === "complete") this.disk.erase(Math.floor(address / this.eraseBlockBytes));
    const random = new SeededRandom(
      [...shape].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), cut.operation) >>> 0,
    );
    if (shape === "complete" || prefix !== null) this.disk.lose(() => true);
    else this.disk.lose(() => shape !== "none" && random.below(2) === 1);
    this.#isOn = false;
    throw new PowerCut({ operation: cut.operation, shape });
  }
}
