import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { EXIT, UserError } from "../base/index.ts";
import { checkWearRequest, runWearJobs, wearProgramOf } from "../host/index.ts";
import type { WearOrder, WearProgram, WearResult } from "../host/index.ts";
import { collectSetting, countOption, keyAndValue, timeOption, usage } from "./arguments.ts";
import { onInterrupt } from "./interrupt.ts";
import { progressLine } from "./progress.ts";
import { wearCsv, wearJson } from "./wear-files.ts";
import { wearPage } from "./wear-page.ts";
import { sweepFigures } from "./wear-sweep.ts";
import { isPartial, wearTable } from "./wear-table.ts";
import type { WearRun } from "./wear-table.ts";

interface WearRunOptions {
  readonly part?: string;
  readonly profile?: string;
  readonly set: readonly (readonly [string, string])[];
  readonly sweep: readonly (readonly [string, readonly string[]])[];
  readonly checkpoint?: string;
  readonly classPath?: string;
  readonly for?: number;
  readonly checkpoints?: number;
  readonly untilWorn?: true;
  readonly budget?: number;
  readonly jobs: number;
  readonly json?: string;
  readonly csv?: string;
  readonly html?: string;
  readonly svg?: string;
}

const CONFIGURATIONS_MAX = 2000;
/** A program that has not ended by then, and was given no end, may be endless. */
const GIVE_UP_AFTER = { ticks: 500e6, checkpoints: 40_000 };

const EXAMPLES = `
Settings are fields of a profile (docs/profiles.md: lineBytes, ramBytes, nurseryBytes, keepStates, levelThreshold, part, …), checkpoint,
enduranceCycles, and utilisation, the share of the chip that is taken by what never changes.

Examples:
  dormouse wear run -cp build/classes Main
  dormouse wear run --part w25q128 --for 60s main.img
  dormouse wear run --set ramBytes=64K --sweep lineBytes=256,512,1024,4096 -cp build/classes Main
  dormouse wear run --set enduranceCycles=200 --until-worn -cp build/classes Main
  dormouse wear run --sweep checkpoint=10000t,40000t,160000t --html wear.html --csv wear.csv -cp build/classes Main

Exit status: 0; 75 if a figure is of a part of the run only (--budget, Ctrl-C, a program that does not end and was given no --for or
--checkpoints); 64 to 78 if it could not run.`;

/** `dormouse wear run`: bytes, erases, amplification and life-time of a program on a part, for one configuration or many. */
export function wearRunCommand(finish: (status: number) => void): Command {
  return new Command("run")
    .description("run a program on a new chip, and report what its checkpoints cost")
    .option("--part <part>", "flash part (as --set part=)")
    .option(
      "--profile <name>",
      "board: tiny, spot, depot, gateway, desk or a YAML file (default spot, or the image's)",
    )
    .option("--set <key=value>", "change one setting", collectSetting, [])
    .option(
      "--sweep <key=a,b,…>",
      "measure every value; with several sweeps, every combination",
      collectSweep,
      [],
    )
    .option(
      "--checkpoint <policy>",
      "when to checkpoint: 100000t, 50ms, 32l or request (as --set checkpoint=)",
    )
    .option("--class-path <path>", "directories and jars, separated by colons (also -cp)")
    .option("--for <time>", "stop after so much device time (500ms, 3s)", timeOption("--for"))
    .option("--checkpoints <count>", "stop after so many checkpoints", countOption("--checkpoints", 1))
    .option("--until-worn", "run again and again until the chip is worn out, and compare with the estimate")
    .option("--budget <time>", "stop after so much time of this computer", timeOption("--budget"))
    .option("--jobs <count>", "configurations at a time", countOption("--jobs", 1), availableParallelism())
    .option("--json <file>", "write the reports as JSON (- for standard output)")
    .option("--csv <file>", "write one line per configuration (- for standard output)")
    .option("--html <file>", "write one self-contained page")
    .option("--svg <folder>", "write the curves of the sweeps as pictures")
    .argument("<target>", "main class, or image file without -cp")
    .argument("[arguments...]", "arguments of the program")
    .passThroughOptions()
    .addHelpText("after", EXAMPLES)
    .action(async (target: string, words: string[], options: WearRunOptions) =>
      finish(await wearRun(target, words, options)),
    );
}

function collectSweep(
  text: string,
  before: readonly (readonly [string, readonly string[]])[],
): readonly (readonly [string, readonly string[]])[] {
  const [key, values] = keyAndValue(text, "--sweep");
  const list = values.split(",");
  if (list.includes("")) throw usage(`"${text}" leaves a value out`, "--sweep", "give key=a,b,c");
  return [...before, [key, list]];
}

async function wearRun(target: string, words: readonly string[], options: WearRunOptions): Promise<number> {
  const { classPath, profile } = options;
  const program = wearProgramOf({ target, words, classPath, profile });
  const orders = configurations(options).map((settings) => orderOf(program, options, settings));
  for (const { request } of orders) checkWearRequest(request);
  for (const [option, path] of filesOf(options)) requireWritable(path, option);
  const progress = progressLine("configurations");
  const interrupt = onInterrupt("stopping; what was measured is reported (Ctrl-C again: at once)");
  progress.show(0, orders.length);
  const results = await runWearJobs({
    ...{ orders, jobs: options.jobs, signal: interrupt.signal },
    onProgress: (done, of) => progress.show(done, of),
  }).finally(() => {
    interrupt.end();
    progress.end();
  });
  if (results.length === 0) return EXIT.tryAgain;
  print({ results, asked: orders.length }, options);
  return isPartial({ results, asked: orders.length }) ? EXIT.tryAgain : 0;
}

/** Every combination of the sweeps, over the fixed settings. */
function configurations(options: WearRunOptions): readonly Readonly<Record<string, string>>[] {
  const fixed: Record<string, string> = Object.fromEntries(options.set);
  if (options.part !== undefined) fixed["part"] = options.part;
  if (options.checkpoint !== undefined) fixed["checkpoint"] = options.checkpoint;
  const keys = options.sweep.map(([key]) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index || fixed[key] !== undefined);
  if (twice !== undefined)
    throw usage(`${twice} is given twice`, "--sweep", "give each setting once, with all its values");
  const count = options.sweep.reduce((product, [, values]) => product * values.length, 1);
  if (count > CONFIGURATIONS_MAX)
    throw usage(
      `the sweeps make ${count} configurations`,
      "--sweep",
      `ask for ${CONFIGURATIONS_MAX} at most`,
    );
  return options.sweep.reduce<Readonly<Record<string, string>>[]>(
    (all, [key, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
    [fixed],
  );
}

function orderOf(
  program: WearProgram,
  options: WearRunOptions,
  settings: Readonly<Record<string, string>>,
): WearOrder {
  const isBounded = [options.for, options.checkpoints, options.budget].some((limit) => limit !== undefined);
  return {
    request: {
      ...{ program, settings },
      ...{ forMicros: options.for, checkpoints: options.checkpoints },
      giveUpAfter: isBounded ? undefined : GIVE_UP_AFTER,
    },
    untilWorn: options.untilWorn ?? false,
    endMillis: options.budget === undefined ? undefined : Date.now() + options.budget / 1000,
  };
}

function print(run: WearRun, options: WearRunOptions): void {
  const { results } = run;
  if (options.json !== "-" && options.csv !== "-") process.stdout.write(wearTable(run));
  const texts = { json: () => wearJson(run), csv: () => wearCsv(results), html: () => wearPage(run) };
  for (const [option, path] of filesOf(options)) {
    const text = texts[option.slice(2) as keyof typeof texts]();
    if (path === "-") process.stdout.write(text);
    else orRefuse(path, option, () => writeFileSync(path, text));
  }
  if (options.svg !== undefined) writeFigures(options.svg, results);
}

function filesOf(options: WearRunOptions): readonly (readonly [string, string])[] {
  const { json, csv, html } = options;
  return Object.entries({ "--json": json, "--csv": csv, "--html": html }).flatMap(([option, path]) =>
    path === undefined ? [] : [[option, path] as const],
  );
}

/** The pictures of a sweep as files of their own. */
function writeFigures(folder: string, results: readonly WearResult[]): void {
  orRefuse(folder, "--svg", () => mkdirSync(folder, { recursive: true }));
  for (const [name, svg] of sweepFigures(results)) {
    const path = join(folder, `${name}.svg`);
    orRefuse(path, "--svg", () => writeFileSync(path, svg));
  }
}

/** Before anything is measured, so that nobody waits for a report that cannot be written. */
function requireWritable(path: string, option: string): void {
  if (path === "-") return;
  orRefuse(path, option, () => closeSync(openSync(path, "a")));
}

function orRefuse(path: string, option: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw new UserError({
      what: `the report cannot be written (${error instanceof Error ? error.message : String(error)})`,
      where: `${option} ${path}`,
      whatToDo: "give a file that can be written",
      exitStatus: EXIT.cannotCreate,
    });
  }
}
