/**
 * `npm run fuzz -- --classes N --seed S [--from I] [--java N] [--replay I]`: runs N mutants of valid class files, each in
 * a small heap with a tick limit. A find is whatever is wrong with the emulator, never what is wrong with the mutant; each
 * prints the command that replays it. With `--java N` the first N are also run by `java`, and differences are listed.
 * Exit status 1 if there was a find.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { packageFolder, readRom } from "../../src/host/index.ts";
import { compileCorpus, corpus } from "../java-corpus.ts";
import { type Mutant, mutantOf, runOne } from "./campaign.ts";
import { difference, judge, wording } from "./judge.ts";
import { type Outcome, runMutant } from "./run-mutant.ts";
import { fixtureBytes, fixtureSeeds, folderSeeds, type Seed } from "./seeds.ts";

const JUDGED_AT_ONCE = 250;
const SEED_TICKS_MAX = 250_000;

function main(): number {
  const option = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const { values } = parseArgs({
    options: {
      ...{ classes: option, seed: option, from: option, java: option, replay: option, dump: option },
      ...{ fixture: flag, wording: flag, "write-fixture": option, record: option },
    },
  });
  const rom = readRom();
  const seeds = values.fixture === true ? fixtureSeeds() : (compiledSeeds(rom) ?? fixtureSeeds());
  if (values["write-fixture"] !== undefined) return writeFixture(seeds, values["write-fixture"].split(","));
  const seed = Number(values.seed ?? 1);
  const common = `--seed ${seed}${values.fixture === true ? " --fixture" : ""}`;
  const judged = Number(values.java ?? 0);
  const comparable = judged > 0 ? comparableMains(seeds, rom) : new Set<string>();
  if (values.replay !== undefined)
    return replay(mutantOf(seeds, seed, Number(values.replay)), rom, values.dump);
  const from = Number(values.from ?? 0);
  const count = Number(values.classes ?? 1000);
  if (values.record !== undefined) return record(seeds, seed, count, rom, values.record);
  const tally = new Map<string, number>();
  let finds = 0;
  let batch: { mutant: Mutant; outcome: Outcome }[] = [];
  for (let number = from; number < from + count; number++) {
    const mutant = mutantOf(seeds, seed, number);
    const outcome = runOne(mutant, rom);
    const kind = summary(outcome);
    tally.set(kind, (tally.get(kind) ?? 0) + 1);
    if (outcome.kind === "find") {
      finds++;
      say(`FIND ${mutant.what}\n    ${outcome.find}\n    npm run fuzz -- ${common} --replay ${number}`);
    }
    if (number - from < judged && comparable.has(mutant.main)) batch.push({ mutant, outcome });
    if (batch.length === JUDGED_AT_ONCE || (number === from + count - 1 && batch.length > 0)) {
      compare(batch, common, values.wording === true);
      batch = [];
    }
  }
  for (const [kind, times] of [...tally].sort((a, b) => b[1] - a[1]).slice(0, 40)) say(`${times}  ${kind}`);
  say(`${count} mutants of ${seeds.length} programs, ${finds} finds`);
  return finds === 0 ? 0 : 1;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function summary(outcome: Outcome): string {
  const thrown = /^Exception in thread "main" ([\w.$]*)/m.exec(outcome.errors)?.[1];
  return thrown ?? (outcome.kind === "exited" ? `exit ${outcome.status}` : outcome.kind);
}

/** The short programs of test/java, compiled; undefined without a compiler. */
function compiledSeeds(rom: Uint8Array): Seed[] | undefined {
  const folder = compileCorpus();
  if (folder === undefined) return undefined;
  const names = corpus().filter(({ args, stdin }) => args.length === 0 && stdin === "");
  const seeds = folderSeeds(
    folder,
    names.map(({ name }) => name),
  );
  return seeds.filter(({ classes, main }) => {
    const outcome = runMutant({ rom, classes, main, tickLimit: SEED_TICKS_MAX, evictAlways: false });
    return outcome.kind === "exited";
  });
}

/** Programs that do the same under the judge as here when nothing is changed. */
function comparableMains(seeds: readonly Seed[], rom: Uint8Array): Set<string> {
  const plain = seeds.map(({ main, classes }, number) => {
    return { number, main, classes, what: "nothing", evictAlways: false };
  });
  const judgements = judge(plain);
  const equal = plain.filter((mutant) => {
    const theirs = judgements.get(mutant.number);
    return theirs !== undefined && difference(runOne(mutant, rom), theirs) === undefined;
  });
  return new Set(equal.map(({ main }) => main));
}

function compare(
  batch: readonly { mutant: Mutant; outcome: Outcome }[],
  common: string,
  words: boolean,
): void {
  const judgements = judge(batch.map(({ mutant }) => mutant));
  let equal = 0;
  for (const { mutant, outcome } of batch) {
    const theirs = judgements.get(mutant.number);
    if (theirs === undefined) continue;
    const differs = difference(outcome, theirs);
    const command = `npm run fuzz -- ${common} --replay ${mutant.number}`;
    if (differs !== undefined) say(`DIFFERS ${mutant.what}\n    ${differs}\n    ${command}`);
    else {
      equal++;
      const worded = words ? wording(outcome, theirs) : undefined;
      if (worded !== undefined) say(`WORDS ${mutant.what}\n    ${worded}\n    ${command}`);
    }
  }
  say(`java: ${equal} of ${judgements.size} judged equal`);
}

/** What java says of the first mutants, where there is no difference: {number: first line of what was thrown}. */
function record(seeds: readonly Seed[], seed: number, count: number, rom: Uint8Array, file: string): number {
  const mutants = Array.from({ length: count }, (_, number) => mutantOf(seeds, seed, number));
  const said: Record<string, string> = {};
  for (const [number, theirs] of judge(mutants)) {
    const outcome = runOne(mutants[number] as Mutant, rom);
    const differs = difference(outcome, theirs) ?? wording(outcome, theirs);
    if (differs === undefined && outcome.kind === "exited") said[`${number}`] = theirs.thrown;
    else say(`${number} ${mutants[number]?.what}\n    ${differs ?? outcome.kind}`);
  }
  writeFileSync(file, `${JSON.stringify(said, null, 1)}\n`);
  return 0;
}

function replay(mutant: Mutant, rom: Uint8Array, folder: string | undefined): number {
  const outcome = runOne(mutant, rom);
  say(`${mutant.main}, ${mutant.what}${mutant.evictAlways ? ", evict always" : ""}`);
  say(`${outcome.kind} ${outcome.status}, ${outcome.ticks} ticks\n${outcome.find}`);
  say(`--- output\n${outcome.output}--- errors\n${outcome.errors}`);
  for (const [name, bytes] of folder === undefined ? [] : mutant.classes) {
    const file = join(folder ?? "", `${name}.class`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return outcome.kind === "find" ? 1 : 0;
}

function writeFixture(seeds: readonly Seed[], mains: readonly string[]): number {
  const file = join(packageFolder(), "test", "fixtures", "fuzz", "seeds.bin");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, fixtureBytes(seeds.filter(({ main }) => mains.includes(main))));
  return 0;
}

process.exitCode = main();
