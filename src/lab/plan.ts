import { SeededRandom } from "../base/index.ts";

/** Operations of one piece of a shard: neighbours leave equal chips, and are tried together. */
const PIECE_OPERATIONS = 16;
/** Cuts that are drawn of each recovery where the campaign is a sample. */
const NESTED_DRAWN = 4;

/** Which cuts a campaign tries. */
export interface CampaignPlan {
  /** Try so many cut points, drawn evenly over the run; undefined: every one. */
  readonly sample: number | undefined;
  readonly seed: number;
  /** 1: cuts of the run. 2: also cuts while recovering from those. And so on. */
  readonly depth: number;
  /** Of one recovery in so many, drawn by seed, cuts are tried; of each if absent. */
  readonly nestedEvery?: number;
  /** This campaign's part of the operations. */
  readonly shard: Shard;
}

/** Part `index` (from 0) of `count`: operations go round by pieces of sixteen. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The points that a plan asks for, by number: operations in order, the shapes of each in order. */
export class ChosenPoints {
  readonly #plan: CampaignPlan;
  readonly #drawn: ReadonlySet<number> | undefined;

  constructor(plan: CampaignPlan, pointCount: number) {
    this.#plan = plan;
    this.#drawn =
      plan.sample === undefined || plan.sample >= pointCount
        ? undefined
        : drawStratified(plan.seed, plan.sample, pointCount);
  }

  has(operation: number, point: number): boolean {
    const { shard } = this.#plan;
    const piece = Math.floor(operation / PIECE_OPERATIONS);
    return piece % shard.count === shard.index && (this.#drawn?.has(point) ?? true);
  }

  /** Of the `pointCount` cut points of a recovery, those that are tried. `salt` is another number for each recovery. */
  ofRecovery(pointCount: number, salt: number): ReadonlySet<number> | "all" {
    const { nestedEvery = 1, seed } = this.#plan;
    const draw = new SeededRandom((seed + Math.imul(salt + 1, 0x85ebca77)) >>> 0);
    if (draw.below(nestedEvery) !== 0) return new Set();
    if (this.#drawn === undefined || pointCount <= NESTED_DRAWN) return "all";
    return drawStratified(
      (this.#plan.seed + Math.imul(salt + 1, 0x9e3779b1)) >>> 0,
      NESTED_DRAWN,
      pointCount,
    );
  }
}

/** One number from each of `count` equal parts of 0 … `of` − 1. */
function drawStratified(seed: number, count: number, of: number): ReadonlySet<number> {
  const random = new SeededRandom(seed);
  const chosen = new Set<number>();
  for (let stratum = 0; stratum < count; stratum++) {
    const from = Math.floor((stratum * of) / count);
    const to = Math.floor(((stratum + 1) * of) / count);
    chosen.add(from + random.below(to - from));
  }
  return chosen;
}
