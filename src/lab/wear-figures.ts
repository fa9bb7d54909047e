/** Arithmetic of wear reports: spreads, and how long a chip lasts. */
import type { FlashChip, Part } from "../flash/index.ts";

export const MICROS_PER_YEAR = 365.25 * 24 * 3600 * 1e6;

/** One checkpoint on the time line. */
export interface FlushPoint {
  /** Java's clock. */
  readonly clockMicros: number;
  readonly dirtyBytes: number;
  readonly programmedBytes: number;
  readonly erases: number;
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

export interface LifeBasis {
  readonly part: Part;
  readonly points: readonly FlushPoint[];
  readonly clockMicros: number;
  readonly eraseCount: WearSpread;
}

/**
 * How long the part lasts at this duty. What counts is the steady state: a chip that is not yet full has hardly been erased, so unless the
 * run has erased each block several times, every block's worth of programmed bytes is taken for an erase to come.
 */
export function lifeOf({ part, points, clockMicros, eraseCount }: LifeBasis): Life {
  const blockCount = part.totalBytes / part.eraseBlockBytes;
  const half = Math.floor(points.length / 2);
  const erasesLate = points.slice(half).reduce((sum, { erases }) => sum + erases, 0);
  const isSteady = eraseCount.min >= 2 && erasesLate >= blockCount;
  if (isSteady) {
    const microsLate = clockMicros - (points[half - 1]?.clockMicros ?? 0);
    const level = eraseCount.max / eraseCount.mean;
    const perBlock = (erasesLate / blockCount / microsLate) * level;
    return {
      years: part.enduranceCycles / perBlock / MICROS_PER_YEAR,
      assumption: `the duty goes on as in the second half of this run, and wear stays as level (most worn block ${level.toFixed(2)} times the mean); ${part.enduranceCycles} erases a block`,
    };
  }
  const programmed = points.reduce((sum, point) => sum + point.programmedBytes, 0);
  const perBlock = programmed / part.totalBytes / clockMicros;
  return {
    years: perBlock === 0 ? Infinity : part.enduranceCycles / perBlock / MICROS_PER_YEAR,
    assumption: `the run is short (no block was erased often): ${part.eraseBlockBytes} programmed bytes count as one erase, and wear is level; ${part.enduranceCycles} erases a block`,
  };
}
