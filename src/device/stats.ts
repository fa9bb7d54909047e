import type { DiskCounts } from "../store/index.ts";
import type { Medium } from "./medium.ts";

/** What a device counts over all its boots. Exact, and equal on every host. Keys as in design section 11. */
export interface DeviceStats {
  readonly ticks: number;
  readonly ticksLost: number;
  /** Most ticks that one cut cost. */
  readonly ticksLostMax: number;
  readonly deviceMicros: number;
  /** What the flash chip has drawn from the battery. */
  readonly flashMicrojoules: number;
  readonly cutsAsked: number;
  readonly cuts: number;
  readonly boots: number;
  /** Number of the checkpoint from which the last resumption went on; 0 if none did. */
  readonly resumedFrom: number;
  readonly resumptions: number;
  readonly checkpoints: number;
  /** In-memory heaps that were given up so that another process could have their RAM. */
  readonly swaps: number;
  readonly lines: { readonly loaded: number; readonly flushed: number; readonly evicted: number };
  readonly bytesProgrammed: number;
  readonly programs: number;
  readonly erases: number;
  readonly eraseCount: { readonly min: number; readonly mean: number; readonly max: number };
  readonly mount: { readonly reads: number; readonly bytes: number };
  /**
   * Bytes that programs allocated, and that checkpoints flushed of their heaps; then what the same checkpoints would have flushed if objects
   * were not born in a nursery, and if each were a copy of the whole heap.
   */
  readonly heapBytes: {
    readonly allocated: number;
    readonly flushed: number;
    readonly flushedWithoutNursery: number;
    readonly flushedAsCopies: number;
  };
  /** Lines that a checkpoint may flush within the hold-up, and the most that one would have had to at any instant; absent without one. */
  readonly flushLines?: { readonly max: number; readonly worst: number };
  readonly collections: { readonly young: number; readonly full: number };
  readonly ramBytesMax: number;
  /** What went over the network, where the store is on another machine. */
  readonly network?: DiskCounts;
}

/** Erase counts over all blocks of a chip. */
export function eraseCounts(chip: Medium): DeviceStats["eraseCount"] {
  let min = Infinity;
  let max = 0;
  let sum = 0;
  for (let block = 0; block < chip.blockCount; block++) {
    const count = chip.eraseCount(block);
    min = Math.min(min, count);
    max = Math.max(max, count);
    sum += count;
  }
  return { min, mean: sum / chip.blockCount, max };
}
