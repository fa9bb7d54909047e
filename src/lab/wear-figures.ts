/** Arithmetic of wear reports: spreads, and how long a chip lasts. */
import type { FlashChip, Part } from "../flash/index.ts";
import type { CheckpointCause } from "../device/index.ts";

export const MICROS_PER_YEAR = 365.25 * 24 * 3600 * 1e6;

/** Where programmed bytes went. */
export interface ProgrammedBy {
  /** The dirty lines. */
  readonly payload: number;
  /** Headers, records and commits. */
  readonly records: number;
  /** Lines moved to free a block. */
  readonly cleaning: number;
  /** Lines moved for the sake of wear. */
  readonly levelling: number;
  /** Parts of map checkpoints, thanks to which mounting reads little. */
  readonly map: number;
}

/** One checkpoint on the time line, with what the store did since the one before. */
export interface FlushPoint {
  /** Java's clock. */
  readonly clockMicros: number;
  readonly cause: CheckpointCause;
  readonly dirtyBytes: number;
  readonly programmedBytes: number;
  readonly by: ProgrammedBy;
  readonly erases: number;
  /** Erased blocks that were begun: each is an erase, sooner or later. */
  readonly blocksBegun: number;
  /** Device time of the flush. */
  readonly micros: number;
}

export interface Spread {
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface WearSpread {
  readonly min: number;
  readonly mean: number;
  readonly max: number;
  /** Standard deviation over the blocks. */
  readonly sd: number;
}

export interface Life {
  /** Until the first block has had all its erases; Infinity for a run that programs nothing. */
  readonly years: number;
  readonly assumption: string;
}

/** Percentiles are those of the nearest rank. All 0 for no values. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) return { mean: 0, p50: 0, p99: 0, max: 0 };
  const sorted = [...values].sort((left, right) => left - right);
  const rank = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  return { mean: total / sorted.length, p50: rank(0.5), p99: rank(0.99), max: sorted.at(-1) ?? 0 };
}

/** Erase counts over all blocks, those apart that are marked as bad. */
export function wearSpread(chip: FlashChip): WearSpread {
  let min = Infinity;
  let max = 0;
  let sum = 0;
  let squares = 0;
  let good = 0;
  for (let block = 0; block < chip.blockCount; block++) {
    if (chip.isMarkedBad(block)) continue;
    good++;
    const count = chip.eraseCount(block);
    min = Math.min(min, count);
    max = Math.max(max, count);
    sum += count;
    squares += count * count;
  }
  const mean = sum / Math.max(1, good);
  return { min, mean, max, sd: Math.sqrt(Math.max(0, squares / Math.max(1, good) - mean * mean)) };
}

/** How far the most worn block of a chip in use is ahead of the mean, at least; more where a run has shown more. */
const AHEAD_ERASES = 6;
/** The second half of a run is taken for the duty where it has begun so many blocks. */
const LATE_BLOCKS = 16;

export interface LifeBasis {
  readonly part: Part;
  readonly points: readonly FlushPoint[];
  readonly clockMicros: number;
  readonly eraseCount: WearSpread;
  /** The program has ended, and the duty is to run it again and again. */
  readonly hasEnded: boolean;
}

/**
 * How long the part lasts at this duty: every block that is begun is an erase, now or later, and levelling keeps all blocks within a few
 * erases of one another. A program that has ended is taken to be begun anew; of one that goes on, the second half of the run counts.
 */
export function lifeOf({ part, points, clockMicros, eraseCount, hasEnded }: LifeBasis): Life {
  const blockCount = part.totalBytes / part.eraseBlockBytes;
  const half = Math.floor(points.length / 2);
  const isLate = !hasEnded && begun(points.slice(half)) >= LATE_BLOCKS;
  const from = isLate ? half : 0;
  const micros = clockMicros - (points[from - 1]?.clockMicros ?? 0);
  const erasesPerMicro = begun(points.slice(from)) / blockCount / micros;
  const ahead = Math.max(AHEAD_ERASES, eraseCount.max - eraseCount.mean);
  const erases = Math.max(1, part.enduranceCycles - ahead);
  const duty = hasEnded
    ? "the program begins anew whenever it has ended"
    : `the program goes on as in ${isLate ? "the second half of" : "all of"} this run`;
  return {
    years: erasesPerMicro === 0 ? Infinity : erases / erasesPerMicro / MICROS_PER_YEAR,
    assumption: `${duty}, the device is never idle for longer, each block that is begun is an erase, and the most worn of ${blockCount} blocks stays ${ahead.toFixed(1)} erases ahead of the mean; ${part.enduranceCycles} erases a block`,
  };
}

function begun(points: readonly FlushPoint[]): number {
  return points.reduce((sum, { blocksBegun }) => sum + blocksBegun, 0);
}
