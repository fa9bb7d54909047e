import {
  dirtyLimit,
  marksFit,
  markLines,
  type RamBudget,
  ramBudget,
  ramShare,
  stateLines,
} from "./budget.ts";
import type { HeapOptions } from "./map.ts";

/** What a heap may use: its options with its present share of RAM, and how that is divided. */
export class HeapLimits {
  #options: HeapOptions;
  #budget: RamBudget;

  /** A failed assertion where the RAM is too little: see `isRamEnough`. */
  constructor(options: HeapOptions) {
    this.#options = options;
    this.#budget = ramBudget(options);
  }

  get budget(): RamBudget {
    return this.#budget;
  }

  /** Another share of RAM; false: as it was, no heap could be built with that. What it reaches stays. */
  setRam(ramBytes: number): boolean {
    const options = { ...this.#options, ramBytes };
    const budget = ramShare(options, this.#budget.tenuredLines);
    if (budget === undefined) return false;
    this.#options = options;
    this.#budget = budget;
    return true;
  }

  /** See `dirtyLimit` of the budget. */
  dirtyLimit(extentLines: number): number {
    return dirtyLimit(this.#options, this.#budget, extentLines);
  }

  /** See `marksFit` of the budget. */
  marksFit(extentLines: number, dirtyLines: number): boolean {
    return marksFit(this.#options, this.#budget, extentLines, dirtyLines);
  }

  markLines(extentLines: number): number {
    return markLines(this.#options, this.#budget, extentLines);
  }

  stateLines(extentLines: number): number {
    return stateLines(this.#options, extentLines);
  }
}
