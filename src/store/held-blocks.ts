import { blockState } from "./block-state.ts";

type Held = (readonly [block: number, before: number])[];

/** Free blocks that stay as they are for a while. Counts returned are of blocks that come to be free, or are not any more. */
export class HeldBlocks {
  readonly #states: Uint8Array;
  #named: Held = [];
  #lastResort: Held = [];

  /** `states` of all blocks, changed in place. */
  constructor(states: Uint8Array) {
    this.#states = states;
  }

  /** Holds those that are named and, where `rawMin` others hold nothing at all, the spent ones: the last resort. */
  hold(named: readonly number[], rawMin: number): number {
    this.#named = [];
    const spent: Held = [];
    let rawCount = 0;
    for (let block = 0; block < this.#states.length; block++) {
      const state = this.#states[block];
      if (state > blockState.spent) continue;
      if (named.includes(block)) this.#named.push([block, state]);
      else if (state === blockState.raw) rawCount++;
      else spent.push([block, state]);
    }
    this.#lastResort = rawCount >= rawMin ? spent : [];
    for (const [block] of [...this.#named, ...this.#lastResort]) this.#states[block] = blockState.held;
    return this.#named.length + this.#lastResort.length;
  }

  /** No other block can be erased any more. */
  releaseLastResort(): number {
    return this.#giveBack(this.#lastResort.splice(0));
  }

  releaseAll(): number {
    return this.#giveBack(this.#named.splice(0)) + this.releaseLastResort();
  }

  #giveBack(held: Held): number {
    for (const [block, before] of held) this.#states[block] = before;
    return held.length;
  }
}
