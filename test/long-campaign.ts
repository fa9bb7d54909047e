/**
 * The long campaign: more than a million cuts, in shards that each take well under 45 minutes on one machine and can be continued.
 *
 *     npm run campaign                        all of it, reports in ./campaign
 *     npm run campaign -- DIR                 the same, reports in DIR; run it again to go on
 *     npm run campaign -- DIR 3/8             the third of eight machines; copy the reports together, then run the first form to merge
 *     npm run campaign -- DIR --budget 40m    ends after 40 minutes; run it again to go on
 *
 * Also `--jobs N` (workers, one a core if absent) and `--only NAME` (one of the tasks below).
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageFolder } from "../src/host/index.ts";
import type { CampaignReport } from "../src/lab-api.ts";
import { storeCutCases } from "./store-cut-cases.ts";

interface Task {
  readonly name: string;
  readonly shards: number;
  readonly words: readonly string[];
}

const image = (name: string): string => join(packageFolder(), "images", `${name}.img`);
const module = (name: string): string => join(packageFolder(), "build", "test", `${name}.js`);

const TASKS: readonly Task[] = [
  ...storeCutCases.map((name) => ({
    name: `store-${name}`,
    shards: 1,
    words: ["--all", "--depth", "2", "--nested-every", "10", module("store-cut-cases"), name],
  })),
  { name: "kv-log", shards: 1, words: ["--all", "--depth", "2", module("example-kv-log")] },
  {
    name: "ledger-nested",
    shards: 1,
    words: ["--sample", "2000", "--depth", "2", image("ledger"), "10", "40", "2"],
  },
  { name: "notes", shards: 4, words: ["--all", image("notes"), "40"] },
  { name: "ledger", shards: 20, words: ["--all", image("ledger"), "100", "40000"] },
  { name: "meter", shards: 20, words: ["--all", image("meter"), "24"] },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { jobs: { type: "string" }, budget: { type: "string" }, only: { type: "string" } },
});
const [directory = "campaign", part = "1/1"] = positionals;
const [machine = 1, machines = 1] = part.split("/").map(Number);
const tasks = TASKS.filter(({ name }) => values.only === undefined || name === values.only);
const endMillis = Date.now() + millisOf(values.budget);

/** "90s", "40m", "2h"; for ever if absent. */
function millisOf(budget: string | undefined): number {
  if (budget === undefined) return Infinity;
  const [, count, unit = ""] = /^(\d+)([smh])$/.exec(budget) ?? [];
  if (count === undefined) throw new Error(`--budget ${budget}: write 90s, 40m or 2h`);
  return Number(count) * ({ s: 1000, m: 60_000, h: 3_600_000 }[unit] ?? 0);
}

function cut(words: readonly string[]): number {
  const command = join(packageFolder(), "build", "src", "cli", "main.js");
  return spawnSync(process.execPath, [command, "cut", ...words], { stdio: "inherit" }).status ?? 2;
}

function reportIn(path: string): CampaignReport | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as CampaignReport) : undefined;
}

function isWhole(report: CampaignReport | undefined): boolean {
  return report !== undefined && report.tried === report.planned;
}

/** Runs a shard, or what is left of it. False: it ended early. */
function runShard({ name, shards, words }: Task, shard: number): boolean {
  const path = join(directory, `${name}-${shard}.json`);
  const before = reportIn(path);
  if (isWhole(before)) return true;
  const left = endMillis - Date.now();
  if (left <= 0) return false;
  process.stdout.write(`${name}, shard ${shard} of ${shards}\n`);
  const options = [
    ...(before === undefined ? [] : ["--continue", path]),
    ...(values.jobs === undefined ? [] : ["--jobs", values.jobs]),
    ...(left === Infinity ? [] : ["--budget", `${Math.ceil(left / 1000)}s`]),
    ...["--shard", `${shard}/${shards}`, "--json", path, "--keep", directory],
  ];
  return cut([...options, ...words]) !== 2 && isWhole(reportIn(path));
}

function merge({ name, shards }: Task): CampaignReport | undefined {
  const paths = Array.from({ length: shards }, (_, shard) => join(directory, `${name}-${shard + 1}.json`));
  const there = paths.filter((path) => existsSync(path));
  if (there.length === 0) return undefined;
  const merged = join(directory, `${name}.json`);
  cut(["merge", "--json", merged, "--html", join(directory, `${name}.html`), ...there]);
  return reportIn(merged);
}

function sumOf(reports: readonly CampaignReport[], of: (report: CampaignReport) => number): number {
  return reports.reduce((sum, report) => sum + of(report), 0);
}

function main(): number {
  mkdirSync(directory, { recursive: true });
  const isMine = (number: number): boolean => number % machines === machine - 1;
  const shards = tasks.flatMap((task) =>
    Array.from({ length: task.shards }, (_, index) => ({ task, shard: index + 1 })),
  );
  const mine = shards.filter((_, number) => isMine(number));
  const isDone = mine.every(({ task, shard }) => runShard(task, shard));
  const reports = tasks.map(merge).filter((report) => report !== undefined);
  const cuts = sumOf(reports, ({ tried, nested }) => tried + nested);
  const seconds = sumOf(reports, ({ cost }) => cost.hostSeconds);
  const processor = sumOf(reports, ({ cost }) => cost.hostCpuSeconds);
  const found = sumOf(reports, ({ failureCount }) => failureCount);
  process.stdout.write(
    `${cuts} cuts in ${Math.round(seconds)} s (${Math.round(processor)} s of processor time, ` +
      `${Math.round(cuts / Math.max(1, processor))} cuts a second of it), ${found} found, reports in ${directory}\n`,
  );
  if (!isDone) process.stdout.write(`some are left, go on with the same command\n`);
  if (!isDone || reports.length < tasks.length) return 2;
  return found === 0 ? 0 : 1;
}

process.exitCode = main();
