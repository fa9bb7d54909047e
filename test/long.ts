/**
 * `npm run long [-- --jobs 2 --seeds 10 --only PART --fresh]`: the whole conformance corpus in every way, random kills of the emulator, and
 * determinism. Parts: plain, own, amnesia, evict, little, cuts, twice, kills. What has passed is remembered by the build's checksum, so that a run
 * that was stopped goes on where it was; `--fresh` forgets it. Prints each failure with the command that shows it again; exit status 1 if any.
 */
import { once } from "node:events";
import { appendFileSync, existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { crc32 } from "../src/base/index.ts";
import { packageFolder } from "../src/host/index.ts";
import { progressLine } from "../src/cli/progress.ts";
import { compileCorpus } from "./java-corpus.ts";
import { programs } from "./java-modes.ts";
import type { ModeName } from "./java-modes.ts";
import type { LongAnswer, LongTask } from "./long-worker.ts";

const { values } = parseArgs({
  options: {
    jobs: { type: "string", default: "2" },
    seeds: { type: "string", default: "10" },
    only: { type: "string" },
    fresh: { type: "boolean", default: false },
  },
});
const KILLS_PER_IMAGE = 50;
/** Kills of one image that are one task. */
const KILLS_AT_ONCE = 10;

function allTasks(seeds: number): LongTask[] {
  const runs = (part: string, mode: ModeName, seed = 0): LongTask[] =>
    programs.map(({ name }) => ({ part, kind: "run", program: name, mode, seed }));
  const cuts = Array.from({ length: seeds }, (_, index) => runs("cuts", "cuts", index + 1)).flat();
  const kills = ["meter", "ledger", "notes"].flatMap((image) =>
    Array.from({ length: KILLS_PER_IMAGE / KILLS_AT_ONCE }, (_, index): LongTask => {
      return { part: "kills", kind: "kill", image, seed: index + 1, kills: KILLS_AT_ONCE };
    }),
  );
  return [
    ...runs("plain", "plain"),
    ...runs("own", "plain"),
    ...runs("amnesia", "amnesia"),
    ...runs("evict", "evict"),
    ...runs("little", "little"),
    ...programs.map(({ name }): LongTask => ({ part: "twice", kind: "twice", program: name, seed: 3 })),
    ...kills,
    ...cuts,
  ];
}

/** A checksum over the compiled sources, the class library and the images: what has passed with others says nothing. */
function buildChecksum(): string {
  const files = ["build/src", "images", "test/java"].flatMap((folder) => {
    const path = join(packageFolder(), folder);
    return readdirSync(path, { recursive: true, encoding: "utf8" }).map((file) => join(path, file));
  });
  let sum = 0;
  for (const file of files.sort().filter((path) => /\.(js|rom|img|java|out)$/.test(path)))
    sum = crc32(readFileSync(file), sum);
  return sum.toString(16);
}

const remembered = join(tmpdir(), `dormouse-long-${buildChecksum()}.txt`);
if (values.fresh) rmSync(remembered, { force: true });
const passed = new Set(existsSync(remembered) ? readFileSync(remembered, "utf8").split("\n") : []);
const keyOf = (task: LongTask): string => JSON.stringify(task);
const wanted = allTasks(Number(values.seeds)).filter(
  ({ part }) => values.only === undefined || part === values.only,
);
const tasks = wanted.filter((task) => !passed.has(keyOf(task)));
const classes = { javac: compileCorpus(), dormouse: compileCorpus("dormouse") };
if (classes.javac === undefined) throw new Error("npm run long needs javac");
process.stdout.write(`${wanted.length} tasks, ${wanted.length - tasks.length} of them have passed before\n`);

const progress = progressLine("tasks");
const failures: string[] = [];
let done = 0;

/** One worker takes tasks until none is left. */
async function work(): Promise<void> {
  const worker = new Worker(new URL("./long-worker.js", import.meta.url), { workerData: classes });
  try {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      worker.postMessage(task);
      const [{ complaint }] = (await once(worker, "message")) as [LongAnswer];
      if (complaint === undefined) appendFileSync(remembered, `${keyOf(task)}\n`);
      else {
        failures.push(complaint);
        process.stdout.write(`FAILED ${task.part}: ${complaint}\n`);
      }
      progress.show(++done, done + tasks.length, failures.length);
    }
  } finally {
    await worker.terminate();
  }
}

await Promise.all(Array.from({ length: Number(values.jobs) }, work));
progress.end();
process.stdout.write(`${wanted.length - failures.length} passed, ${failures.length} failed\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
