/** One worker of `npm run long`: runs a task, says what is wrong. */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { SeededRandom } from "../src/base/index.ts";
import { packageFolder } from "../src/host/index.ts";
import { complaint, complaintTwice, programs, runModeOf } from "./java-modes.ts";
import type { ModeName } from "./java-modes.ts";

export type LongTask =
  | {
      readonly part: string;
      readonly kind: "run";
      readonly program: string;
      readonly mode: ModeName;
      readonly seed: number;
    }
  | { readonly part: string; readonly kind: "twice"; readonly program: string; readonly seed: number }
  | {
      readonly part: string;
      readonly kind: "kill";
      readonly image: string;
      readonly seed: number;
      readonly kills: number;
    };

export interface LongAnswer {
  readonly complaint: string | undefined;
}

const classes = workerData as { readonly javac: string; readonly dormouse: string };
const command = join(packageFolder(), "build", "src", "cli", "main.js");

async function answer(task: LongTask): Promise<string | undefined> {
  if (task.kind === "kill") return killed(task.image, task.seed, task.kills);
  const program = programs.find(({ name }) => name === task.program);
  if (program === undefined) return `there is no program ${task.program}`;
  if (task.kind === "twice")
    return complaintTwice(classes.javac, program, runModeOf(program, "cuts", task.seed));
  const folder = task.part === "own" ? classes.dormouse : classes.javac;
  return complaint(folder, program, runModeOf(program, task.mode, task.seed));
}

/** Boots an image again and again and kills the emulator at random moments; the console file must be that of an undisturbed run. */
async function killed(name: string, seed: number, kills: number): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "dormouse-long-"));
  try {
    const calm = new Uint8Array(readFileSync(undisturbed(folder, name)));
    const random = new SeededRandom(seed);
    const image = join(folder, "killed.img");
    const console = join(folder, "killed.txt");
    let left = kills;
    for (let round = 1; left > 0; round++) {
      copyFileSync(join(packageFolder(), "images", `${name}.img`), image);
      rmSync(console, { force: true });
      let status: number | null = null;
      while (status === null) {
        const killAfter = left > 0 ? 150 + random.below(2500) : undefined;
        status = await bootOnce(console, image, killAfter);
        if (status === null) left--;
      }
      const where = `${name}.img, kills of seed ${seed}, round ${round}`;
      if (status !== 0) return `${where}: status ${status}`;
      if (!Buffer.from(calm).equals(readFileSync(console)))
        return `${where}: the console differs (kept in ${folder})`;
    }
    rmSync(folder, { recursive: true });
    return undefined;
  } catch (error) {
    return `${name}.img, kills of seed ${seed}: ${String(error)}`;
  }
}

/** Exit status, or null if it was killed before its end. */
async function bootOnce(
  console: string,
  image: string,
  killAfterMillis: number | undefined,
): Promise<number | null> {
  const child = spawn(process.execPath, [command, "boot", "--console", console, image], { stdio: "ignore" });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  if (killAfterMillis === undefined) return ended;
  const first = await Promise.race([ended, sleep(killAfterMillis, "still running" as const)]);
  if (first !== "still running") return first;
  child.kill("SIGKILL");
  return ended;
}

function undisturbed(folder: string, name: string): string {
  const console = join(folder, "calm.txt");
  const image = join(folder, "calm.img");
  if (!existsSync(console)) {
    copyFileSync(join(packageFolder(), "images", `${name}.img`), image);
    spawnSync(process.execPath, [command, "boot", "--console", console, image]);
  }
  return console;
}

parentPort?.on("message", (task: LongTask) => {
  void answer(task).then((said) => parentPort?.postMessage({ complaint: said } satisfies LongAnswer));
});
