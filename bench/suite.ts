/**
 * `npm run bench -- --awfy DIR [--only NAMES]`: the benchmarks of are-we-fast-yet, as they are, beside `java -Xint` in the same run. DIR holds their Java
 * sources or class files; nothing of them is in this repository.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CheckpointPolicy,
  DEFAULT_POLICY,
  Device,
  type DeviceStats,
  UNHURRIED_POLICY,
  chipFor,
  manufacture,
  profileNamed,
} from "../src/device/index.ts";
import { ClassPath, packageFolder, programOf, readRom } from "../src/host/index.ts";
import { leastRamBytes } from "../test/java-corpus.ts";
import { type Row, geometricMean, median, times } from "./table.ts";

/** Inner iterations that take an interpreter a while and that the benchmark has a result for; the short ones first. */
const BENCHMARKS: readonly (readonly [name: string, inner: number])[] = [
  ["Richards", 2],
  ["DeltaBlue", 200],
  ["CD", 10],
  ["Json", 4],
  ["Bounce", 100],
  ["List", 50],
  ["Permute", 50],
  ["Queens", 50],
  ["Sieve", 50],
  ["Storage", 20],
  ["Towers", 20],
  ["Mandelbrot", 500],
  ["NBody", 250_000],
  ["Havlak", 1],
];
/** Before iterations count. */
const WARM_UP_MICROS = 400_000;
const ENOUGH_MICROS = 600_000;
const ITERATIONS_MAX = 7;

/** `only` names some of the benchmarks, with commas between. */
export function suiteRows(folder: string, only?: string): Row[] {
  const classes = compiled(folder);
  const wanted = only?.split(",");
  const chosen = BENCHMARKS.filter(([name]) => wanted?.includes(name) ?? true);
  const java = javaMicros(classes, chosen);
  const ratios: number[][] = [[], [], []];
  const rows = chosen.map(([name, inner]): Row => {
    // A program shows V8 bytecodes that none before it has; it then compiles the loop anew, which takes it a second or more.
    measure(classes, name, inner, { checkpoint: UNHURRIED_POLICY, warmUpMicros: 2_000_000 });
    const resident = measure(classes, name, inner, { checkpoint: UNHURRIED_POLICY });
    const runs = [
      resident,
      measure(classes, name, inner, { checkpoint: DEFAULT_POLICY }),
      measure(classes, name, inner, { checkpoint: UNHURRIED_POLICY, ramBytes: tenthOf(resident.stats) }),
    ];
    const theirs = java.get(name);
    const each = runs.map(({ micros }, index) => {
      if (theirs !== undefined) ratios[index].push(micros / theirs);
      return theirs === undefined ? `${Math.round(micros / 1000)} ms` : times(micros / theirs);
    });
    const rate = `${(resident.ticks / resident.micros).toFixed(0)} M bytecodes/s`;
    return {
      what: `${name} ${inner}`,
      figure: rate,
      against: each.map((text) => text.padStart(9)).join(" "),
    };
  });
  const means = ratios.map((one) => (one.length === 0 ? "" : times(geometricMean(one))).padStart(9));
  return [
    {
      what: "are-we-fast-yet",
      figure: "all lines resident",
      against:
        "times java -Xint -XX:StackShadowPages=10: resident, a checkpoint every 40,000 ticks, a tenth of the RAM",
    },
    ...rows,
    { what: "geometric mean", figure: "", against: means.join(" ") },
  ];
}

function compiled(folder: string): string {
  if (existsSync(join(folder, "Harness.class"))) return folder;
  const sources = sourcesIn(folder);
  if (sources.length === 0) throw new Error(`${folder} has no Harness.class and no Java sources`);
  const classes = temporaryFolder();
  javac(classes, sources);
  return classes;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".java"))
    .map((file) => join(folder, file));
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dormouse-suite-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function javac(into: string, sources: readonly string[]): void {
  const { status, stderr } = spawnSync("javac", ["-nowarn", "-d", into, ...sources], { encoding: "utf8" });
  if (status !== 0) throw new Error(`javac failed: ${stderr}`);
}

/** By benchmark; empty where there is no JDK. */
function javaMicros(classes: string, chosen: typeof BENCHMARKS): ReadonlyMap<string, number> {
  const timer = temporaryFolder();
  javac(timer, [join(packageFolder(), "bench", "java", "Suite.java")]);
  const words = chosen.flatMap(([name, inner]) => [name, String(inner)]);
  const options = ["-Xint", "-XX:StackShadowPages=10", "-cp", `${classes}:${timer}`, "Suite", ...words];
  const { status, stdout } = spawnSync("java", options, { encoding: "utf8" });
  if (status !== 0) return new Map();
  return new Map(
    stdout
      .trim()
      .split("\n")
      .map((line): [string, number] => {
        const [name, nanos] = line.split(" ");
        return [name, Number(nanos) / 1000];
      }),
  );
}

interface MeasureOptions {
  readonly checkpoint: CheckpointPolicy;
  readonly ramBytes?: number;
  readonly warmUpMicros?: number;
}

interface Measured {
  readonly micros: number;
  readonly ticks: number;
  readonly stats: DeviceStats;
}

/** Processor time and ticks of one iteration, as the harness counts them: the median of some after the warm-up. */
function measure(classes: string, name: string, inner: number, options: MeasureOptions): Measured {
  const desk = profileNamed("desk");
  if (desk === undefined) throw new Error("no such profile");
  const profile = { ...desk, ramBytes: options.ramBytes ?? desk.ramBytes };
  const classPath = new ClassPath(classes);
  const chip = chipFor(profile);
  manufacture(chip, profile, programOf(classPath, "Harness", [name, "1000000", String(inner)]));
  const moments: { micros: number; ticks: number }[] = [];
  const device = new Device(
    {
      profile,
      chip,
      rom: readRom(),
      console: consoleThat((text) => {
        for (const _line of text.matchAll(/iterations=1 runtime|Starting/g)) moments.push(now(device));
      }),
    },
    {
      checkpoint: options.checkpoint,
      output: "immediate",
      pace: "max",
      ...{ amnesia: false, evictAlways: false, cutsAsked: 0 },
      findClass: (className) => classPath.find(className),
    },
  );
  const warmUpMicros = options.warmUpMicros ?? WARM_UP_MICROS;
  while (!isEnough(moments, warmUpMicros)) {
    const end = device.run({ ticks: 100_000 });
    if (end.kind !== "paused") throw new Error(`${name} ends too early: ${end.kind}`);
  }
  const stats = device.stats();
  device.powerOff();
  const each = moments.slice(1).map((moment, index) => ({
    micros: moment.micros - moments[index].micros,
    ticks: moment.ticks - moments[index].ticks,
  }));
  const counted = each.slice(Math.min(warmUps(moments, warmUpMicros), each.length - 1));
  const ticks = median(counted.map((one) => one.ticks));
  return { micros: median(counted.map((one) => one.micros)), ticks, stats };
}

function consoleThat(hears: (text: string) => void): {
  write: (channel: 1 | 2, bytes: Uint8Array) => void;
  acknowledged: () => undefined;
  read: () => "end";
} {
  return {
    write: (_channel, bytes) => hears(new TextDecoder().decode(bytes)),
    acknowledged: () => undefined,
    read: () => "end",
  };
}

function now(device: Device): { micros: number; ticks: number } {
  const { user, system } = process.cpuUsage();
  return { micros: user + system, ticks: device.process.machine.ticks };
}

/** Iterations that only warm up. */
function warmUps(moments: readonly { readonly micros: number }[], warmUpMicros: number): number {
  const warm = moments.findIndex(({ micros }) => micros - moments[0].micros >= warmUpMicros);
  return warm < 0 ? Infinity : warm;
}

/** An iteration that takes long is counted though it is the first. */
function isEnough(moments: readonly { readonly micros: number }[], warmUpMicros: number): boolean {
  if (moments.length < 2) return false;
  const spent = moments[moments.length - 1].micros - moments[0].micros;
  return (
    spent >= warmUpMicros + ENOUGH_MICROS || moments.length > warmUps(moments, warmUpMicros) + ITERATIONS_MAX
  );
}

/** A tenth of what the run took with all lines resident, as far as the board can do with that: the store's map needs room to grow. */
function tenthOf({ ramBytesMax }: DeviceStats): number {
  return Math.max(Math.ceil(ramBytesMax / 10), Math.ceil(leastRamBytes("desk") * 1.25));
}
