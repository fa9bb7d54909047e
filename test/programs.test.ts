/**
 * The conformance corpus: `dormouse` prints what `java` 17 printed, and exits as it did; plainly, with the machine rebuilt at every
 * checkpoint, with every line evicted at every safe point, in little RAM, and under power cuts. Needs `javac`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { bytesEqual } from "../src/base/index.ts";
import { packageFolder } from "../src/host/index.ts";
import { commandOf, compileCorpus, corpus, runOnDevice } from "./java-corpus.ts";
import type { CorpusProgram, RunMode } from "./java-corpus.ts";

interface Differences {
  /** Programs that do not print what java prints, and why. */
  readonly programs: Readonly<Record<string, string>>;
  /** Programs that take too long for the modes that run them several times. */
  readonly long: readonly string[];
}

const differences = JSON.parse(
  readFileSync(join(packageFolder(), "test", "java", "differences.json"), "utf8"),
) as Differences;
const classes = compileCorpus();
const skip = classes === undefined ? { skip: "no javac on the PATH" } : {};
const programs = corpus().filter(({ name }) => !(name in differences.programs));
const short = programs.filter(({ name }) => !differences.long.includes(name));

async function complaint(program: CorpusProgram, mode: RunMode): Promise<string | undefined> {
  const result = await runOnDevice(classes as string, program, mode);
  const command = commandOf(program, mode);
  if (result.status !== program.status) return `${command}: status ${result.status}, not ${program.status}`;
  if (!bytesEqual(result.output, program.output)) return `${command}: prints something else than java`;
  const { stats } = result;
  if (stats.cuts > 0 && stats.ticksLostMax > 80_000)
    return `${command}: a cut cost ${stats.ticksLostMax} ticks`;
  return undefined;
}

async function complaints(some: readonly CorpusProgram[], mode: RunMode): Promise<string[]> {
  const found = [];
  for (const program of some) {
    const said = await complaint(program, mode);
    if (said !== undefined) found.push(said);
  }
  return found;
}

t.test("programs print what java prints", skip, async (t) => {
  t.ok(programs.length >= 240, `${programs.length} programs`);
  t.same(await complaints(programs, {}), []);
});

t.test("the machine rebuilt at every checkpoint prints the same", skip, async (t) => {
  t.same(await complaints(every(6, 0), { amnesia: true, profile: "spot" }), []);
});

t.test("power cuts do not show", skip, async (t) => {
  for (const seed of [1, 2]) t.same(await complaints(every(6, seed), { cuts: 20, seed }), []);
});

t.test("a program that is cut is resumed", skip, async (t) => {
  const program = programs.find(({ name }) => name === "Sieve");
  t.ok(program);
  if (program === undefined) return;
  const { stats } = await runOnDevice(classes as string, program, { cuts: 20, seed: 5 });
  t.ok(
    stats.cuts > 0 && stats.resumedFrom > 0,
    `${stats.cuts} cuts, resumed from checkpoint ${stats.resumedFrom}`,
  );
  const again = await runOnDevice(classes as string, program, { cuts: 20, seed: 5 });
  t.same(again.stats, stats, "the same seed gives the same counts, to the bit");
});

/** Every n-th short program, beginning with number `first`. */
function every(n: number, first: number): readonly CorpusProgram[] {
  return short.filter((_, index) => index % n === first % n);
}
