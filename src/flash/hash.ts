/** Random numbers that are a function of what they are for: no state that a fork or a power cut would have to keep. */
import { SeededRandom } from "../base/index.ts";

export function randomFor(seed: number, a: number, b: number, c: number): SeededRandom {
  let word = Math.imul(seed ^ 0x3c6ef372, 0x9e3779b1);
  for (const part of [a, b, c]) {
    word = Math.imul(word ^ (word >>> 15) ^ part, 0x85ebca77);
    word ^= word >>> 13;
  }
  return new SeededRandom(word >>> 0);
}

/** Uniform in the open interval 0 … 1. */
export function uniform(random: SeededRandom): number {
  return (random.nextUint32() + 0.5) / 2 ** 32;
}

/** Standard normal, by Box and Muller. */
export function normal(random: SeededRandom): number {
  const radius = Math.sqrt(-2 * Math.log(uniform(random)));
  return radius * Math.cos(2 * Math.PI * uniform(random));
}
