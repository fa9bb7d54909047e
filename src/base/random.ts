import { assert } from "./assert.ts";

/**
 * Pseudo-random numbers that are a function of the seed alone: xoshiro128** by Blackman and Vigna, its four words
 * filled from the seed by splitmix32. Not for secrets.
 */
export class SeededRandom {
  readonly #state = new Uint32Array(4);

  /** `seed` counts modulo 2^32. */
  constructor(seed: number) {
    assert(Number.isInteger(seed), `a seed is an integer, not ${seed}`);
    let word = seed >>> 0;
    for (let index = 0; index < 4; index++) {
      word = (word + 0x9e3779b9) >>> 0;
      this.#state[index] = mix32(word);
    }
  }

  /** Uniform in 0 … 2^32 - 1. */
  nextUint32(): number {
    const s = this.#state;
    const result = Math.imul(rotateLeft(Math.imul(s[1], 5), 7), 9) >>> 0;
    const shifted = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotateLeft(s[3], 11);
    return result;
  }

  /** Uniform in 0 … n - 1, for n from 1 to 2^32. Draws again rather than favour low numbers. */
  below(n: number): number {
    assert(Number.isInteger(n) && n >= 1 && n <= 2 ** 32, `below(${n}): n is an integer from 1 to 2^32`);
    const fairLimit = 2 ** 32 - (2 ** 32 % n);
    let draw = this.nextUint32();
    while (draw >= fairLimit) draw = this.nextUint32();
    return draw % n;
  }

  /** True with the given probability (0 … 1); always one draw, so that later draws do not depend on it. */
  chance(probability: number): boolean {
    return this.nextUint32() < probability * 2 ** 32;
  }
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function mix32(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
