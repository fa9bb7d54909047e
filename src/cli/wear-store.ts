import { Command } from "commander";
import { EXIT, UserError } from "../base/index.ts";
import { PartError, partByName, partNames } from "../flash/index.ts";
import type { Part } from "../flash/index.ts";
import { runStoreWorkload, storeBaselines, storePatterns, workloadProblem } from "../lab/index.ts";
import type { StoreBaseline, StoreFigures, StorePattern, StoreWorkload } from "../lab/index.ts";
import { findPart } from "../host/index.ts";
import { countOption, sizeOption, usage, wordOption } from "./arguments.ts";
import { progressLine } from "./progress.ts";

interface WearStoreOptions {
  readonly part: string;
  readonly lines: number;
  readonly line: number;
  readonly dirty: readonly number[];
  readonly pattern: StorePattern;
  readonly checkpoints: number;
  readonly states: number;
  readonly idle: number;
  readonly seed: number;
  readonly mapRam?: number;
  readonly json?: true;
}

interface StoreResult extends StoreFigures {
  readonly dirty: number;
  readonly pattern: StorePattern;
}

const EXAMPLES = `
Counters start after the first fill; records, map checkpoints, headers, cleaning and levelling are in all figures. Of the mounts the dearest of
forty is told. The same options give the same figures on every computer.

Examples:
  dormouse wear store
  dormouse wear store --pattern skew --dirty 16 --lines 8192 --json
  dormouse wear store --pattern static90 --checkpoints 50000 --dirty 64
  dormouse wear store --part nor-16m-64k --lines 32768 --map-ram 32K
  dormouse wear store --part w25n01gv --line 2K
  dormouse wear store --part w25q128 --line 1K --lines 8192 --states 4 --idle 200000`;

/** `dormouse wear store`: the store alone, on the workload that its figures are told of, beside other designs. */
export function wearStoreCommand(finish: (status: number) => void): Command {
  return new Command("store")
    .description("run the store on a synthetic workload, beside other designs")
    .option("--part <part>", "flash part", "nor-4m")
    .option("--lines <count>", "lines of the heap", countOption("--lines", 1), 4096)
    .option("--line <bytes>", "bytes of a line", sizeOption("--line"), 256)
    .option(
      "--dirty <k,…>",
      "dirty lines of a checkpoint; several are run one after the other",
      dirtyOption,
      [4, 16, 64],
    )
    .option(
      "--pattern <pattern>",
      "uniform, skew (90 % of the writes to 10 % of the lines) or static90 (90 % never written again)",
      wordOption("--pattern", storePatterns),
      "uniform",
    )
    .option(
      "--checkpoints <count>",
      "checkpoints after the first fill",
      countOption("--checkpoints", 1),
      5000,
    )
    .option("--states <count>", "states that are kept", countOption("--states", 1), 1)
    .option("--idle <micros>", "idle device time after each checkpoint, µs", countOption("--idle"), 0)
    .option("--seed <seed>", "which lines are drawn", countOption("--seed"), 1)
    .option(
      "--map-ram <bytes>",
      "RAM for the store's map and tables (default as much as they take)",
      sizeOption("--map-ram"),
    )
    .option("--json", "write the figures as JSON")
    .addHelpText("after", EXAMPLES)
    .action((options: WearStoreOptions) => finish(wearStore(options)));
}

function dirtyOption(text: string): readonly number[] {
  return text.split(",").map(countOption("--dirty", 1));
}

function wearStore(options: WearStoreOptions): number {
  const workloads = workloadsOf(options);
  const progress = progressLine("checkpoints");
  const total = options.checkpoints * workloads.length;
  const runs: StoreResult[] = [];
  const baselines: StoreBaseline[] = [];
  for (const [index, workload] of workloads.entries()) {
    const before = index * options.checkpoints;
    const { figures } = runStoreWorkload(workload, (done) => progress.show(before + done, total));
    runs.push({ dirty: workload.dirty, pattern: workload.pattern, ...figures });
    baselines.push(...storeBaselines(workload));
  }
  progress.end();
  const { lines, line: lineBytes, checkpoints, states, idle: idleMicros, seed } = options;
  const part = partOf(options.part).name;
  const setting = { part, lines, lineBytes, checkpoints, states, idleMicros, seed };
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({ ...setting, runs, baselines }, null, 2)}\n`
      : tableOf(runs, baselines),
  );
  return 0;
}

function workloadsOf(options: WearStoreOptions): readonly StoreWorkload[] {
  const { lines, line: lineBytes, pattern, checkpoints, states, idle, seed } = options;
  const part = partOf(options.part);
  return options.dirty.map((dirty) => {
    const shape = { part, lines, lineBytes, dirty, pattern, checkpoints };
    const ram = options.mapRam === undefined ? {} : { mapRamBytes: options.mapRam };
    const workload = { ...shape, keepStates: states, idleMicros: idle, seed, ...ram };
    const problem = workloadProblem(workload);
    if (problem === undefined) return workload;
    throw new UserError({
      what: `the workload does not fit: ${problem}`,
      where: `wear store, part ${part.name}`,
      whatToDo: "change --lines, --line, --dirty or --states, or give a larger --part",
      exitStatus: EXIT.usage,
    });
  });
}

function partOf(name: string): Part {
  if (/[/]|\.(ya?ml|json)$/.test(name)) return findPart(name);
  try {
    const part = partByName(name);
    if (part !== undefined) return part;
  } catch (error) {
    if (!(error instanceof PartError)) throw error;
    throw usage(error.message, "--part", "give another size");
  }
  throw usage(`there is no part "${name}"`, "--part", `give one of ${partNames().join(", ")}`);
}

function tableOf(runs: readonly StoreResult[], baselines: readonly StoreBaseline[]): string {
  const names: readonly (readonly [string, (run: StoreResult) => string])[] = [
    ["dirty lines", (run) => String(run.dirty)],
    ["amplification", (run) => run.amplification.toFixed(3)],
    ["bytes programmed", (run) => String(run.bytesProgrammed)],
    ["erases", (run) => String(run.erases)],
    ["erase counts", ({ eraseCount: { min, max } }) => `${min} … ${max}`],
    ["  mean, sd", ({ eraseCount: { mean, sd } }) => `${mean.toFixed(2)}, ${sd.toFixed(2)}`],
    ["worst checkpoint", (run) => `${run.worstCheckpoint.bytes} B`],
    ["  erases", (run) => String(run.worstCheckpoint.erases)],
    ["  device time", (run) => `${(run.worstCheckpoint.deviceMicros / 1000).toFixed(1)} ms`],
    ["mount reads", (run) => `${run.mount.reads}`],
    ["  bytes", (run) => `${run.mount.bytes}`],
    ["  device time", (run) => `${(run.mount.deviceMicros / 1000).toFixed(1)} ms`],
    ["RAM of map, tables", (run) => `${run.mapRamBytes} B`],
    ["utilisation", (run) => `${(run.utilisation * 100).toFixed(0)} %`],
  ];
  const own = names.map(([name, text]) => row(name, runs.map(text)));
  const others = [...new Map(baselines.map((one) => [one.name, one])).values()].map(
    ({ name, basis, note }) => {
      const cells = runs.map(
        ({ dirty }) =>
          baselines.find((one) => one.name === name && one.dirty === dirty)?.amplification.toFixed(3) ?? "–",
      );
      return `${row(name, cells)}  ${basis}: ${note}`;
    },
  );
  return [...own, "", "amplification of other designs", ...others, ""].join("\n");
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(46)}${cells.map((cell) => cell.padStart(14)).join("")}`;
}
