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
  readonly #gone = noCounts();

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
    addCounts(this.#gone, process);
  }

  /** The report; `present` are the processes in RAM. */
  stats(
    chip: Medium,
    present: Iterable<Process>,
    board: {
      cutsAsked: number;
      ticksPerSecond: number;
      lineBytes: number;
      flushLinesMax: number | undefined;
    },
  ): DeviceStats {
    const sums = { ...this.#gone };
    for (const process of present) addCounts(sums, process);
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
      heapBytes: {
        allocated: sums.allocatedBytes,
        flushed: sums.flushed * board.lineBytes,
        flushedWithoutNursery: sums.flushedWithoutNursery * board.lineBytes,
        flushedAsCopies: sums.flushedAsCopies * board.lineBytes,
      },
      ...(board.flushLinesMax !== undefined && {
        flushLines: { max: board.flushLinesMax, worst: sums.flushWorst },
      }),
      collections: { young: sums.young, full: sums.full },
      ramBytesMax: this.#ramBytesMax,
      ...(chip instanceof RemoteDisk && { network: chip.counts }),
    };
  }
}

/** What heaps count; lines where the name does not say bytes. */
function noCounts() {
  return {
    ...{ loaded: 0, evicted: 0, young: 0, full: 0 },
    flushWorst: 0,
    ...{ allocatedBytes: 0, flushed: 0, flushedWithoutNursery: 0, flushedAsCopies: 0 },
  };
}

function addCounts(to: ReturnType<typeof noCounts>, { heap: { stats } }: Process): void {
  to.loaded += stats.linesLoaded;
  to.evicted += stats.linesEvicted;
  to.young += stats.youngCollections;
  to.full += stats.fullCollections;
  to.flushWorst = Math.max(to.flushWorst, stats.flushLinesWorst);
  to.allocatedBytes += stats.bytesAllocated;
  to.flushed += stats.linesFlushed;
  to.flushedWithoutNursery += stats.linesWithoutNursery;
  to.flushedAsCopies += stats.linesOfWholeHeap;
}
