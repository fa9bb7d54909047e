import { availableParallelism } from "node:os";
import { Command } from "commander";
import { UserError } from "../base/index.ts";
import { parseCut } from "../flash/index.ts";
import type { CutPoint } from "../flash/index.ts";
import { parsePolicy } from "../device/index.ts";
import type { CheckpointPolicy } from "../device/index.ts";
import { examineFailures, keepChip, runCampaignJobs, scenarioOf } from "../host/index.ts";
import type { CampaignEnd, SubjectRequest } from "../host/index.ts";
import { mergeReports, replayCut, uncutRows } from "../lab/index.ts";
import type { CampaignReport } from "../lab/index.ts";
import { countOption, timeOption, usage } from "./arguments.ts";
import { linesOf, traceLines } from "./cut-text.ts";
import { readReport, writeJson, writeReports } from "./cut-files.ts";
import type { ReportFiles } from "./cut-files.ts";
import { reportFailure } from "./errors.ts";
import { onInterrupt } from "./interrupt.ts";
import { progressLine } from "./progress.ts";

interface CutOptions extends ReportFiles {
  readonly all?: true;
  readonly sample?: number;
  readonly depth: number;
  readonly nestedEvery: number;
  readonly seed: number;
  readonly jobs: number;
  readonly budget?: number;
  readonly shard?: { readonly index: number; readonly count: number };
  readonly each?: true;
  readonly continue?: string;
  readonly replay?: readonly CutPoint[];
  readonly keep?: string;
  readonly profile?: string;
  readonly checkpoint?: CheckpointPolicy;
  readonly classPath?: string;
  readonly fault?: string;
}

const CLEAN = 0;
const FOUND = 1;
const COULD_NOT_RUN = 2;
/** Where a campaign that is interrupted leaves its report if no --json says so. */
const REPORT_LEFT = "dormouse-cut.json";

const EXAMPLES = `
Examples:
  dormouse cut --all -cp build/classes Ledger 8 20       every flash operation, in every torn shape
  dormouse cut --sample 200 --seed 3 meter.img           200 cut points, evenly over the run
  dormouse cut --all ledger.img 10 40 2                  the image's program, with other arguments
  dormouse cut --sample 500 --depth 2 -cp . Main         also cuts while recovering
  dormouse cut --all build/my-log.js                     code of your own that uses the chip model
  dormouse cut --all --shard 2/8 --json 2.json -cp . Main     one of eight machines
  dormouse cut merge --html all.html 1.json 2.json       their reports as one
  dormouse cut --replay 1234.prefix7 --keep torn -cp . Main   one cut again, its chip kept as an image

Exit status: 0 nothing found, 1 an oracle said no, 2 the campaign could not run to its end.`;

/** `dormouse cut`: a power-cut campaign over a program, an image, or a scenario. */
export function cutCommand(finish: (status: number) => void): Command {
  const command = new Command("cut")
    .description("cut the power at every flash operation of a program, and judge what boots")
    .argument("<main, image or module>", "main class (with -cp), an image file, or a JavaScript module")
    .argument("[arguments...]", "arguments of the program")
    .option("--all", "try every operation in every torn shape (the default)")
    .option("--sample <count>", "try so many cut points, evenly over the run", countOption("--sample", 1))
    .option("--depth <depth>", "2: also cut while recovering, and so on", countOption("--depth", 1), 1)
    .option(
      "--nested-every <count>",
      "with --depth: cut inside one recovery in so many",
      countOption("--nested-every", 1),
      1,
    )
    .option("--seed <number>", "seed of the sample", countOption("--seed"), 0)
    .option(
      "--jobs <count>",
      "workers (default: one a core)",
      countOption("--jobs", 1),
      availableParallelism(),
    )
    .option("--budget <time>", "stop after so much host time (90s, 10m)", timeOption("--budget"))
    .option("--shard <I/N>", "only part I of N (from 1)", shardOption)
    .option("--each", "run the trial of each cut, also where an equal chip was tried")
    .option("--continue <file>", "go on from the JSON report of a campaign that ended early")
    .option("--replay <cut>", "try this one cut (1234.prefix7, nested 1234.prefix7/56.half-erase)", parseCut)
    .option("--keep <dir>", "keep the chip of each kind of failure (or of the replayed cut) as an image")
    .option("--json <file>", "write the report as JSON to this file (- for standard output)")
    .option("--junit <file>", "write the report as JUnit XML")
    .option("--html <file>", "write the report as a page")
    .option("--profile <name>", "board of a program (default spot)")
    .option("--checkpoint <policy>", "when to checkpoint: 100000t, 50ms, 32l or request", parsePolicy)
    .option("--class-path <path>", "directories and jars, separated by colons (also -cp)")
    .option("--fault <name>", "plant a fault in the store, to see the lab find it")
    .addHelpText("after", EXAMPLES)
    .passThroughOptions()
    .action(async (target: string, words: string[], options: CutOptions) => {
      finish(await cut(target, words, options).catch(couldNotRun));
    });
  return command.addCommand(mergeCommand(finish));
}

/** `dormouse cut merge`: the reports of shards as one. */
function mergeCommand(finish: (status: number) => void): Command {
  return new Command("merge")
    .description("make one report of the JSON reports of shards")
    .argument("<files...>", "reports that --json wrote")
    .option("--json <file>", "write the report as JSON to this file (- for standard output)")
    .option("--junit <file>", "write the report as JUnit XML")
    .option("--html <file>", "write the report as a page")
    .action((files: string[], options: ReportFiles) => {
      try {
        finish(tell(mergeReports(files.map((where) => ({ where, report: readReport(where) }))), options));
      } catch (error) {
        finish(couldNotRun(error));
      }
    });
}

function couldNotRun(error: unknown): number {
  reportFailure(error, false);
  return COULD_NOT_RUN;
}

function shardOption(text: string): { index: number; count: number } {
  const match = /^([0-9]+)\/([0-9]+)$/.exec(text);
  const index = Number(match?.[1]);
  const count = Number(match?.[2]);
  if (match !== null && index >= 1 && index <= count) return { index: index - 1, count };
  throw usage(`"${text}" is no shard`, "--shard", "give I/N with I from 1 to N (2/8)");
}

async function cut(target: string, words: readonly string[], options: CutOptions): Promise<number> {
  const request: SubjectRequest = {
    target,
    words,
    classPath: options.classPath,
    profile: options.profile,
    checkpoint: options.checkpoint,
    fault: options.fault,
  };
  return options.replay === undefined ? campaign(request, options) : replay(request, options.replay, options);
}

async function replay(
  request: SubjectRequest,
  points: readonly CutPoint[],
  options: CutOptions,
): Promise<number> {
  const scenario = await scenarioOf(request);
  uncutRows(scenario);
  const { cut: text, reached, verdicts, trace, chip } = replayCut(scenario, points);
  if (!reached || chip === undefined) {
    throw new UserError({
      what: `the run ended before cut ${text} came`,
      where: "--replay",
      whatToDo: "give a cut of this program",
      exitStatus: COULD_NOT_RUN,
    });
  }
  const image = options.keep === undefined ? undefined : keepChip(request, options.keep, text, chip);
  if (options.json !== undefined) writeJson(options.json, { cut: text, reached, verdicts, trace, image });
  if (options.json === "-") return verdicts.length === 0 ? CLEAN : FOUND;
  for (const { oracle, what } of verdicts) say(`${text}  ${oracle}: ${what}`);
  if (verdicts.length === 0) say(`${text}  holds`);
  for (const line of traceLines(trace)) say(line);
  if (image !== undefined) say(`chip kept in ${image}`);
  return verdicts.length === 0 ? CLEAN : FOUND;
}

async function campaign(request: SubjectRequest, options: CutOptions): Promise<number> {
  const progress = progressLine("cuts");
  const interrupts = onInterrupt("stopping; what was done is reported (Ctrl-C again: at once)");
  const saveAt = options.json === "-" ? undefined : options.json;
  const end = await runCampaignJobs({
    request,
    plan: {
      sample: options.all === true ? undefined : options.sample,
      seed: options.seed,
      depth: options.depth,
      nestedEvery: options.nestedEvery,
      shard: options.shard ?? { index: 0, count: 1 },
    },
    jobs: options.jobs,
    budgetMillis: options.budget === undefined ? undefined : options.budget / 1000,
    isSharing: options.each !== true,
    continued: options.continue === undefined ? undefined : readReport(options.continue),
    onProgress: progress.show,
    onPartial: (report) => saveAt !== undefined && savePartial(saveAt, report),
    signal: interrupts.signal,
  }).finally(() => {
    progress.end();
    interrupts.end();
  });
  if (end.report.failureCount > 0) await examineFailures(request, end.builder, options.keep);
  return afterwards(end, options);
}

function afterwards(end: CampaignEnd, options: CutOptions): number {
  const report = end.builder.report();
  const isLeft = report.tried < report.planned;
  const isCut = end.isInterrupted || end.lost.length > 0;
  const left = isCut && options.json === undefined ? { ...options, json: REPORT_LEFT } : options;
  const status = tell(report, left);
  for (const why of end.lost) process.stderr.write(`dormouse: a worker ended early: ${why}\n`);
  if (isLeft && left.json !== undefined && left.json !== "-")
    process.stderr.write(
      `dormouse: ${report.planned - report.tried} cuts are left, go on with\n  ${goOn(left.json)}\n`,
    );
  return status === CLEAN && isCut ? COULD_NOT_RUN : status;
}

/** The command that goes on from a report: this one, with --continue. */
function goOn(report: string): string {
  const words = process.argv.slice(3);
  const before = words.indexOf("--continue");
  if (before >= 0) words.splice(before, 2);
  const json = words.includes("--json") ? [] : ["--json", report];
  return ["dormouse cut --continue", report, ...json, ...words].map(quoted).join(" ");
}

function quoted(word: string): string {
  return /^[\w\s./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Writes and says a report. Throws `UserError` where a file cannot be written. */
function tell(report: CampaignReport, files: ReportFiles): number {
  if (files.json !== "-") for (const line of linesOf(report)) say(line);
  writeReports(files, report);
  return report.failureCount === 0 ? CLEAN : FOUND;
}

function savePartial(path: string, report: CampaignReport): void {
  try {
    writeJson(path, report);
  } catch (error) {
    reportFailure(error, false);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
