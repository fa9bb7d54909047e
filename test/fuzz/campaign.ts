/** Mutant number i of a seed: made, run and judged the same way every time. */
import { SeededRandom } from "../../src/base/index.ts";
import { mutate } from "./mutate.ts";
import { type Outcome, runMutant } from "./run-mutant.ts";
import type { Seed } from "./seeds.ts";

export interface Mutant {
  readonly number: number;
  readonly main: string;
  /** Which class was changed, and how. */
  readonly what: string;
  readonly classes: ReadonlyMap<string, Uint8Array>;
  readonly evictAlways: boolean;
}

const TICK_LIMIT = 400_000;
const GOLDEN = 0x9e3779b9;

export function mutantOf(seeds: readonly Seed[], seed: number, number: number): Mutant {
  const random = new SeededRandom(Math.imul(seed + 1, GOLDEN) + number);
  const program = seeds[random.below(seeds.length)] as Seed;
  const file = program.files[random.below(program.files.length)] as Seed["files"][number];
  const { what, bytes } = mutate(file, random);
  const classes = new Map(program.classes).set(file.name, bytes);
  const evictAlways = random.chance(0.1);
  return { number, main: program.main, what: `${file.name}: ${what}`, classes, evictAlways };
}

export function runOne(mutant: Mutant, rom: Uint8Array): Outcome {
  const { classes, main, evictAlways } = mutant;
  return runMutant({ rom, classes, main, evictAlways, tickLimit: TICK_LIMIT });
}
