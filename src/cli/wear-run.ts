import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Command } from "commander";
import { EXIT, UserError } from "../base/index.ts";
import { runWearJobs } from "../host/index.ts";
import type { WearOrder, WearResult } from "../host/index.ts";
import { collectSetting, countOption, keyAndValue, timeOption } from "./arguments.ts";
import { progressLine } from "./progress.ts";
import { wearPage } from "./wear-page.ts";
import { paretoOf, wearCsv, wearTable } from "./wear-table.ts";

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
}

const EXAMPLES = `
Settings are fields of a profile (docs/profiles.md: lineBytes, ramBytes, nurseryBytes, keepStates, part, …), checkpoint and enduranceCycles.

Examples:
  dormouse wear run -cp build/classes Main
  dormouse wear run --part w25q128 --for 60s main.img
  dormouse wear run --set ramBytes=64K --sweep lineBytes=256,512,1024,4096 -cp build/classes Main
  dormouse wear run --set enduranceCycles=200 --until-worn -cp build/classes Main
  dormouse wear run --sweep checkpoint=10000t,40000t,160000t --html wear.html --csv wear.csv -cp build/classes Main

Exit status: 0; 75 if a figure is of a part of the run only (--budget, Ctrl-C); 64 to 78 if it could not run.`;

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
    .option("--until-worn", "begin anew until a block has had all its erases, and compare with the estimate")
    .option("--budget <time>", "stop after so much time of this computer", timeOption("--budget"))
    .option("--jobs <count>", "configurations at a time", countOption("--jobs", 1), availableParallelism())
    .option("--json <file>", "write the reports as JSON (- for standard output)")
    .option("--csv <file>", "write one line per configuration (- for standard output)")
    .option("--html <file>", "write one self-contained page")
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
  return [...before, [key, values.split(",").filter((value) => value !== "")]];
}

async function wearRun(target: string, words: readonly string[], options: WearRunOptions): Promise<number> {
  const orders = configurations(options).map((settings) => orderOf(target, words, options, settings));
  const progress = progressLine("configurations");
  const results = await runWearJobs({
    orders,
    jobs: options.jobs,
    onProgress: (done, of) => progress.show(done, of),
  });
  progress.end();
  print(results, options);
  return results.some(({ report, worn }) => report.end === "stopped" || worn?.isWorn === false)
    ? EXIT.tryAgain
    : 0;
}

/** Every combination of the sweeps, over the fixed settings. */
function configurations(options: WearRunOptions): readonly Readonly<Record<string, string>>[] {
  const fixed: Record<string, string> = Object.fromEntries(options.set);
  if (options.part !== undefined) fixed["part"] = options.part;
  if (options.checkpoint !== undefined) fixed["checkpoint"] = options.checkpoint;
  return options.sweep.reduce<Readonly<Record<string, string>>[]>(
    (all, [key, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
    [fixed],
  );
}

function orderOf(
  target: string,
  words: readonly string[],
  options: WearRunOptions,
  settings: Readonly<Record<string, string>>,
): WearOrder {
  return {
    request: {
      ...{ target, words, settings, classPath: options.classPath, profile: options.profile },
      ...{ forMicros: options.for, checkpoints: options.checkpoints },
    },
    untilWorn: options.untilWorn ?? false,
    endMillis: options.budget === undefined ? undefined : Date.now() + options.budget / 1000,
  };
}

function print(results: readonly WearResult[], options: WearRunOptions): void {
  const toOutput = options.json === "-" || options.csv === "-";
  if (!toOutput) process.stdout.write(wearTable(results));
  const best = paretoOf(results);
  const json = results.map((result, index) => ({ ...result, isBest: best.has(index) }));
  if (options.json !== undefined)
    write(options.json, `${JSON.stringify({ runs: json }, null, 2)}\n`, "--json");
  if (options.csv !== undefined) write(options.csv, wearCsv(results), "--csv");
  if (options.html !== undefined) write(options.html, wearPage(results), "--html");
}

function write(path: string, text: string, option: string): void {
  if (path === "-") {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UserError({
      what: `the report cannot be written (${error instanceof Error ? error.message : String(error)})`,
      where: `${option} ${path}`,
      whatToDo: "give a file that can be written",
      exitStatus: EXIT.cannotCreate,
    });
  }
}
