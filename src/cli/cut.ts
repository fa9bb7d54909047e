import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { formatCut, parseCut } from "../flash/index.ts";
import type { CutPoint } from "../flash/index.ts";
import { parsePolicy } from "../device/index.ts";
import type { CheckpointPolicy } from "../device/index.ts";
import { runCampaignJobs, subjectOf } from "../host/index.ts";
import type { SubjectRequest } from "../host/index.ts";
import type { CampaignReport } from "../lab/index.ts";
import { replayCut } from "../lab/index.ts";
import { countOption, timeOption, usage } from "./arguments.ts";
import { reportFailure } from "./errors.ts";
import { progressLine } from "./progress.ts";

interface CutOptions {
  readonly all?: true;
  readonly sample?: number;
  readonly depth: number;
  readonly seed: number;
  readonly jobs: number;
  readonly budget?: number;
  readonly shard?: { readonly index: number; readonly count: number };
  readonly replay?: readonly CutPoint[];
  readonly json?: string;
  readonly profile?: string;
  readonly checkpoint?: CheckpointPolicy;
  readonly classPath?: string;
  readonly fault?: string;
}

const COULD_NOT_RUN = 2;

const EXAMPLES = `
Examples:
  dormouse cut --all -cp build/classes Ledger 8 20     every flash operation, in every torn shape
  dormouse cut --sample 200 --seed 3 meter.img         200 cut points, evenly over the run
  dormouse cut --all --depth 2 -cp . Main              also cuts while recovering
  dormouse cut --replay 1234.prefix7 -cp . Main        one cut again

Exit status: 0 nothing found, 1 an oracle said no, 2 the campaign could not run.`;

/** `dormouse cut`: a power-cut campaign over a program or an image. */
export function cutCommand(finish: (status: number) => void): Command {
  return new Command("cut")
    .description("cut the power at every flash operation of a program, and judge what boots")
    .argument("<main or image>", "main class (with -cp), or an image file")
    .argument("[arguments...]", "arguments of the program")
    .option("--all", "try every operation in every torn shape (the default)")
    .option("--sample <count>", "try so many cut points, evenly over the run", countOption("--sample", 1))
    .option("--depth <depth>", "2: also cut while recovering, and so on", countOption("--depth", 1), 1)
    .option("--seed <number>", "seed of the sample", countOption("--seed"), 0)
    .option("--jobs <count>", "workers", countOption("--jobs", 1), 2)
    .option("--budget <time>", "stop after so much host time (90s, 10m)", timeOption("--budget"))
    .option("--shard <I/N>", "only part I of N (from 1)", shardOption)
    .option("--replay <cut>", "try this one cut (1234.prefix7, nested 1234.prefix7/56.half-erase)", parseCut)
    .option("--json <file>", "write the report as JSON to this file (- for standard output)")
    .option("--profile <name>", "board of a program (default spot)")
    .option("--checkpoint <policy>", "when to checkpoint: 100000t, 50ms, 32l or request", parsePolicy)
    .option("--class-path <path>", "directories and jars, separated by colons (also -cp)")
    .option("--fault <name>", "plant a fault in the store, to see the lab find it")
    .addHelpText("after", EXAMPLES)
    .passThroughOptions()
    .action(async (target: string, words: string[], options: CutOptions) => {
      finish(
        await cut(target, words, options).catch((error: unknown) => {
          reportFailure(error, false);
          return COULD_NOT_RUN;
        }),
      );
    });
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
  return options.replay === undefined
    ? campaign(request, options)
    : replay(request, formatCut(options.replay), options);
}

function replay(request: SubjectRequest, cutText: string, options: CutOptions): number {
  const report = replayCut(subjectOf(request), cutText);
  if (options.json !== undefined) writeReport(options.json, { cut: cutText, ...report });
  if (!report.reached) {
    process.stderr.write(
      `dormouse: the run ended before cut ${cutText} came, --replay, give a cut of this program\n`,
    );
    return COULD_NOT_RUN;
  }
  for (const { oracle, what } of report.verdicts) process.stdout.write(`${cutText}  ${oracle}: ${what}\n`);
  if (report.verdicts.length === 0) process.stdout.write(`${cutText}  holds\n`);
  return report.verdicts.length === 0 ? 0 : 1;
}

async function campaign(request: SubjectRequest, options: CutOptions): Promise<number> {
  const progress = progressLine("cuts");
  const report = await runCampaignJobs({
    request,
    jobs: options.jobs,
    sample: options.all === true ? undefined : options.sample,
    seed: options.seed,
    depth: options.depth,
    shard: options.shard ?? { index: 0, count: 1 },
    budgetMillis: options.budget === undefined ? undefined : options.budget / 1000,
    onProgress: progress.show,
  });
  progress.end();
  if (options.json !== undefined) writeReport(options.json, report);
  if (options.json !== "-") for (const line of textOf(report)) process.stdout.write(`${line}\n`);
  return report.failures.length === 0 ? 0 : 1;
}

function writeReport(path: string, report: object): void {
  const text = `${JSON.stringify(report, null, 2)}\n`;
  if (path === "-") process.stdout.write(text);
  else writeFileSync(path, text);
}

function textOf(report: CampaignReport): readonly string[] {
  const shapes = Object.entries(report.shapes).map(([shape, count]) => `${shape} ${count}`);
  return [
    `${report.operations} flash operations, ${report.possible} cut points: ${report.tried} tried, ${report.notTried} not tried`,
    `${report.nested} nested cuts; ${report.sharedEnds} ends known from an equal state`,
    `shapes: ${shapes.join(", ")}`,
    ...report.failures.map(({ replay: cutText, oracle, what }) => `FOUND ${cutText}  ${oracle}: ${what}`),
    report.failures.length === 0
      ? "nothing found"
      : `${report.failures.length} found; replay one with --replay CUT`,
  ];
}
