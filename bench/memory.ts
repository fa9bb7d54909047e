/**
 * Four programs that press on the heap (bench/memory): what the nursery and the lines spare, and what a heap of several times its RAM costs.
 * `npm run memory` prints the table of docs/heap.md.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Device, chipFor, manufacture, parsePolicy, profileNamed } from "../src/device/index.ts";
import type { DeviceStats, Profile } from "../src/device/index.ts";
import { ClassPath, packageFolder, profileWith, programOf, readRom } from "../src/host/index.ts";
import { RecordingConsole } from "../src/lab/index.ts";

/** Programs, and how much each does, by whether its accesses have locality. */
const WORKLOADS = [
  { main: "LiveTree", work: (share: number) => 8000 * share, isLocal: false },
  { main: "CacheChurn", work: (share: number) => 12_000 * share, isLocal: true },
  { main: "MessageQueue", work: (share: number) => 4000 * share, isLocal: true },
  { main: "GarbageFlood", work: (share: number) => 10_000 * share, isLocal: true },
] as const;

export interface MemoryRun {
  readonly workload: string;
  readonly output: string;
  readonly stats: DeviceStats;
}

/** A folder with the compiled programs; undefined where there is no `javac`. */
export function compileWorkloads(): string | undefined {
  if (spawnSync("javac", ["-version"]).status !== 0) return undefined;
  const folder = join(packageFolder(), "bench", "memory");
  const classes = mkdtempSync(join(tmpdir(), "dormouse-memory-"));
  process.on("exit", () => rmSync(classes, { recursive: true, force: true }));
  const sources = readdirSync(folder).map((file) => join(folder, file));
  const { status, stderr } = spawnSync("javac", ["--release", "17", "-d", classes, ...sources], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`javac failed: ${stderr}`);
  return classes;
}

function runWorkload(
  classes: string,
  main: string,
  words: readonly string[],
  fields: Record<string, string>,
): MemoryRun {
  const profile = profileWith(profileNamed("spot") as Profile, fields, "--set");
  const classPath = new ClassPath(classes);
  const chip = chipFor(profile);
  manufacture(chip, profile, programOf(classPath, main, words));
  const console = new RecordingConsole(new Uint8Array());
  const device = new Device(
    { profile, chip, rom: readRom(), console },
    {
      ...{ checkpoint: parsePolicy("100ms"), output: "commit", pace: "max", amnesia: false },
      ...{ evictAlways: false, cutsAsked: 0 },
    },
  );
  device.run();
  const output = new TextDecoder().decode(console.seen(1)).trim();
  const stats = device.stats();
  device.powerOff();
  return { workload: main, output, stats };
}

/** Prints what checkpoints flushed, and would have without a nursery and as copies; nothing where there is no `javac`. */
export function printSpared(): void {
  const classes = compileWorkloads();
  if (classes === undefined) return;
  const less = (flushed: number, other: number): string => `${((1 - flushed / other) * 100).toFixed(1)} %`;
  process.stdout.write(
    "\nflushed, and less than without a nursery, and than as copies of the heap (spot, every 100 ms)\n",
  );
  for (const { main, work } of WORKLOADS) {
    const { output, stats } = runWorkload(classes, main, ["400", String(work(1))], {});
    const { flushed, flushedWithoutNursery, flushedAsCopies } = stats.heapBytes;
    process.stdout.write(
      `${main.padEnd(13)} ${String(flushed >> 10).padStart(6)} KiB ${less(flushed, flushedWithoutNursery).padStart(8)} ${less(flushed, flushedAsCopies).padStart(8)}  ${output}\n`,
    );
  }
}

/** Boards on which the live bytes are so many times the RAM. */
const RATIOS = [
  { ratio: 1, liveKib: 1060, fields: { ramBytes: "1M" } },
  { ratio: 3, liveKib: 1060, fields: { ramBytes: "348K" } },
  { ratio: 10, liveKib: 1060, fields: { ramBytes: "104K", nurseryBytes: "4K", windowLines: "16" } },
] as const;

/** Of a board with 4 MiB of flash: room for the live objects and as much again. */
const BOARD = { tenuredBytes: "2560K", threadSlots: "16", keepStates: "1" };

/** The long table: every workload at every ratio. A run that could not be says why. */
export function printRatios(): void {
  const classes = compileWorkloads();
  if (classes === undefined) return;
  process.stdout.write(
    "workload      heap:RAM     loaded    evicted    flushed  device ms      ticks  slower\n",
  );
  for (const { main, work } of WORKLOADS) {
    let alone = 0;
    for (const { ratio, liveKib, fields } of RATIOS) {
      const { output, stats } = runWorkload(classes, main, [String(liveKib), String(work(0.5))], {
        ...BOARD,
        ...fields,
      });
      const { lines, deviceMicros, ticks } = stats;
      if (alone === 0) alone = deviceMicros;
      const counts = [lines.loaded, lines.evicted, lines.flushed, Math.round(deviceMicros / 1000), ticks];
      const cells = counts.map((count) => String(count).padStart(10)).join(" ");
      process.stdout.write(
        `${main.padEnd(13)} ${`${ratio} : 1`.padStart(8)} ${cells} ${(deviceMicros / alone).toFixed(2).padStart(7)}  ${output}\n`,
      );
    }
  }
}
