import { SeededRandom } from "../base/index.ts";
import type { ArmedCut } from "../flash/index.ts";

/** Operations of a boot among which its first cut is drawn: small, so that short programs too can be cut often. */
const RANGE_FIRST = 6;
const RANGE_LAST = 1 << 20;

/**
 * Draws where the power goes next, counted from each power-on. After a boot that made no checkpoint the range doubles, until one does, so
 * that a device that is cut again and again still gets on; after a boot that did it shrinks again.
 */
export class CutDrawer {
  readonly #random: SeededRandom;
  #range = RANGE_FIRST;
  #left: number;

  constructor(seed: number, count: number) {
    this.#random = new SeededRandom(seed);
    this.#left = count;
  }

  /** The cut for the boot that comes, or undefined if all have been drawn. */
  next(): ArmedCut | undefined {
    if (this.#left === 0) return undefined;
    this.#left--;
    return { operation: this.#random.below(this.#range), seed: this.#random.nextUint32() };
  }

  /** Told how the boot went that was cut. */
  noteBoot(madeCheckpoint: boolean): void {
    this.#range = madeCheckpoint
      ? Math.max(RANGE_FIRST, this.#range >> 1)
      : Math.min(RANGE_LAST, this.#range * 2);
  }
}
