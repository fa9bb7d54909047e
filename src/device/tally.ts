import type { Process } from "../process/index.ts";
import type { Medium } from "./medium.ts";
import { RemoteDisk } from "./remote-disk.ts";
import { eraseCounts } from "./stats.ts";
import type { DeviceStats } from "./stats.ts";

/** Counts of a device over all its boots, machines and heaps that came and went included. */
export class Tally {
  boots = 0;
  cuts = 0;
  resumedFrom = 0;
  resumptions = 0;
  checkpoints = 0;
  swaps = 0;
  mount = { reads: 0, bytes: 0 };
  #ticksLost = 0;
  #ticksLostMax = 0;
  #ramBytesMax = 0;
  #flushed = 0;
  /** Furthest tick of each process: work that a cut took back is counted once. */
  readonly #ticks = new Map<number, number>();
  readonly #gone = { loaded: 0, evicted: 0, young: 0, full: 0 };

  noteTicks(process: Process): void {
    const { process: number } = process.options;
    this.#ticks.set(number, Math.max(this.#ticks.get(number) ?? 0, process.machine.ticks));
  }

  noteFlush(lines: number): void {
    this.checkpoints++;
    this.#flushed += lines;
  }

  noteRam(bytes: number): void {
    this.#ramBytesMax = Math.max(this.#ramBytesMax, bytes);
  }

  /** A cut took back so many ticks. */
  noteLoss(ticks: number): void {
    this.#ticksLost += ticks;
    this.#ticksLostMax = Math.max(this.#ticksLostMax, ticks);
  }

  /** A heap is about to be discarded. */
  noteGone(process: Process): void {
    const { stats } = process.heap;
    this.#gone.loaded += stats.linesLoaded;
    this.#gone.evicted += stats.linesEvicted;
    this.#gone.young += stats.youngCollections;
    this.#gone.full += stats.fullCollections;
  }

  /** The report; `present` are the processes in RAM. */
  stats(
    chip: Medium,
    present: Iterable<Process>,
    board: { cutsAsked: number; ticksPerSecond: number },
  ): DeviceStats {
    const sums = { ...this.#gone };
    for (const { heap } of present) {
      sums.loaded += heap.stats.linesLoaded;
      sums.evicted += heap.stats.linesEvicted;
      sums.young += heap.stats.youngCollections;
      sums.full += heap.stats.fullCollections;
    }
    let ticks = 0;
    for (const count of this.#ticks.values()) ticks += count;
    return {
      ticks,
      ticksLost: this.#ticksLost,
      ticksLostMax: this.#ticksLostMax,
      deviceMicros: Math.round((ticks * 1e6) / board.ticksPerSecond + chip.deviceMicros),
      flashMicrojoules: chip.energyMicrojoules,
      cutsAsked: board.cutsAsked,
      cuts: this.cuts,
      boots: this.boots,
      resumedFrom: this.resumedFrom,
      resumptions: this.resumptions,
      checkpoints: this.checkpoints,
      swaps: this.swaps,
      lines: { loaded: sums.loaded, flushed: this.#flushed, evicted: sums.evicted },
      bytesProgrammed: chip.counters.programmedBytes,
      programs: chip.counters.programs,
      erases: chip.counters.erases,
      eraseCount: eraseCounts(chip),
      mount: this.mount,
      collections: { young: sums.young, full: sums.full },
      ramBytesMax: this.#ramBytesMax,
      ...(chip instanceof RemoteDisk && { network: chip.counts }),
    };
  }
}
