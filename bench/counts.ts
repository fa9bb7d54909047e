/**
 * What benches count: bytes, erases, lines, the same on every machine. Each case is a function that can be counted once and timed often;
 * `bench/accepted.json` holds the counts that are agreed on.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../src/host/index.ts";

export type Counts = Readonly<Record<string, number>>;

export interface CountedCase {
  readonly name: string;
  /** Does the work from the beginning; the same counts at each call. */
  readonly run: () => Counts;
}

export interface CountedSuite {
  readonly name: string;
  /** What the reader should see in it. */
  readonly note: string;
  readonly cases: readonly CountedCase[];
}

type Accepted = Readonly<Record<string, Readonly<Record<string, Counts>>>>;

const path = join(packageFolder(), "bench", "accepted.json");

export function countAll(suites: readonly CountedSuite[]): Accepted {
  return Object.fromEntries(
    suites.map(({ name, cases }) => [name, Object.fromEntries(cases.map((one) => [one.name, one.run()]))]),
  );
}

export function accept(counts: Accepted): void {
  writeFileSync(path, `${JSON.stringify(counts, null, 2)}\n`);
}

/** One line for each count that is not the accepted one, is missing, or is new. */
export function differences(counts: Accepted): readonly string[] {
  const accepted = JSON.parse(readFileSync(path, "utf8")) as Accepted;
  const [left, right] = [flat(accepted), flat(counts)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    left.get(key) === right.get(key)
      ? []
      : [`${key}: ${left.get(key) ?? "nothing"} accepted, ${right.get(key) ?? "nothing"} counted`],
  );
}

function flat(counts: Accepted): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const [suite, cases] of Object.entries(counts))
    for (const [name, values] of Object.entries(cases))
      for (const [what, count] of Object.entries(values)) all.set(`${suite} · ${name} · ${what}`, count);
  return all;
}
