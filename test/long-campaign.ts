/**
 * The long campaign: more than a million cuts, in shards that each take well under 45 minutes on one machine and can be continued.
 *
 *     npm run campaign                 all of it, reports in ./campaign
 *     npm run campaign -- DIR          the same, reports in DIR; run it again to go on
 *     npm run campaign -- DIR 3/8      the third of eight machines; copy the reports together, then run the first form to merge
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../src/host/index.ts";
import type { CampaignReport } from "../src/lab-api.ts";

interface Task {
  readonly name: string;
  readonly shards: number;
  readonly words: readonly string[];
}

const image = (name: string): string => join(packageFolder(), "images", `${name}.img`);

const TASKS: readonly Task[] = [
  {
    name: "kv-log",
    shards: 1,
    words: ["--all", "--depth", "2", join(packageFolder(), "build/test/example-kv-log.js")],
  },
  {
    name: "ledger-nested",
    shards: 1,
    words: ["--sample", "2000", "--depth", "2", image("ledger"), "10", "40", "2"],
  },
  { name: "notes", shards: 4, words: ["--all", image("notes"), "40"] },
  { name: "ledger", shards: 20, words: ["--all", image("ledger"), "100", "40000"] },
  { name: "meter", shards: 20, words: ["--all", image("meter"), "24"] },
];

const [directory = "campaign", part = "1/1"] = process.argv.slice(2);
const [machine = 1, machines = 1] = part.split("/").map(Number);

function cut(words: readonly string[]): number {
  const command = join(packageFolder(), "build", "src", "cli", "main.js");
  return spawnSync(process.execPath, [command, "cut", ...words], { stdio: "inherit" }).status ?? 2;
}

function reportIn(path: string): CampaignReport | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as CampaignReport) : undefined;
}

/** Runs a shard, or what is left of it. False: it ended early. */
function runShard({ name, shards, words }: Task, shard: number): boolean {
  const path = join(directory, `${name}-${shard}.json`);
  const before = reportIn(path);
  if (before !== undefined && before.tried === before.planned) return true;
  process.stdout.write(`${name}, shard ${shard} of ${shards}\n`);
  const going = before === undefined ? [] : ["--continue", path];
  return (
    cut([...going, "--shard", `${shard}/${shards}`, "--json", path, "--keep", directory, ...words]) !== 2
  );
}

function merge({ name, shards }: Task): CampaignReport | undefined {
  const paths = Array.from({ length: shards }, (_, shard) => join(directory, `${name}-${shard + 1}.json`));
  if (!paths.every((path) => existsSync(path))) return undefined;
  const merged = join(directory, `${name}.json`);
  cut(["merge", "--json", merged, "--html", join(directory, `${name}.html`), ...paths]);
  return reportIn(merged);
}

function main(): number {
  mkdirSync(directory, { recursive: true });
  let number = 0;
  for (const task of TASKS) {
    for (let shard = 1; shard <= task.shards; shard++) {
      const isOurs = number++ % machines === machine - 1;
      if (isOurs && !runShard(task, shard)) return 2;
    }
  }
  const reports = TASKS.map(merge).filter((report) => report !== undefined);
  const cuts = reports.reduce((sum, { tried, nested }) => sum + tried + nested, 0);
  const seconds = reports.reduce((sum, { cost }) => sum + cost.hostSeconds, 0);
  const found = reports.reduce((sum, { failureCount }) => sum + failureCount, 0);
  const rate = Math.round(cuts / Math.max(1, seconds));
  process.stdout.write(
    `${cuts} cuts in ${Math.round(seconds)} s (${rate} a second), ${found} found, reports in ${directory}\n`,
  );
  if (reports.length < TASKS.length) return 2;
  return found === 0 ? 0 : 1;
}

process.exitCode = main();
