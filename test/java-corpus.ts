/**
 * The Java programs of test/java and what `java` 17 printed for them. They are compiled once, by plain `javac`, into a temporary folder;
 * where there is no `javac`, tests that need them say that they were skipped.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Device, chipFor, manufacture, parsePolicy, profileNamed } from "../src/device/index.ts";
import type { DeviceStats, Profile } from "../src/device/index.ts";
import { ClassPath, driveDevice, packageFolder, programOf, readRom } from "../src/host/index.ts";
import { CutDrawer, RecordingConsole } from "../src/lab/index.ts";

export interface CorpusProgram {
  readonly name: string;
  readonly status: number;
  readonly args: readonly string[];
  readonly stdin: string;
  readonly output: Uint8Array;
}

const folder = join(packageFolder(), "test", "java");

/** All programs, in order of their names. */
export function corpus(): readonly CorpusProgram[] {
  const outcomes = JSON.parse(readFileSync(join(folder, "expected", "status.json"), "utf8")) as Record<
    string,
    { status: number; args?: string[]; stdin?: string }
  >;
  return Object.entries(outcomes).map(([name, { status, args, stdin }]) => ({
    name,
    status,
    args: args ?? [],
    stdin: stdin ?? "",
    output: new Uint8Array(readFileSync(join(folder, "expected", `${name}.out`))),
  }));
}

/** A folder with the compiled corpus, deleted when this process ends; undefined where there is no `javac`. */
export function compileCorpus(): string | undefined {
  if (spawnSync("javac", ["-version"]).status !== 0) return undefined;
  const classes = mkdtempSync(join(tmpdir(), "dormouse-corpus-"));
  process.on("exit", () => rmSync(classes, { recursive: true, force: true }));
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith(".java"))
    .map((file) => join(folder, file));
  const javac = spawnSync(
    "javac",
    ["-encoding", "UTF-8", "-nowarn", "-Xlint:none", "-d", classes, ...sources],
    {
      encoding: "utf8",
    },
  );
  if (javac.status !== 0) throw new Error(`javac failed: ${javac.stderr}`);
  return classes;
}

export interface RunMode {
  readonly profile?: string;
  readonly ramBytes?: number;
  readonly cuts?: number;
  readonly seed?: number;
  readonly amnesia?: boolean;
  readonly evictAlways?: boolean;
  readonly checkpoint?: string;
}

export interface RunResult {
  readonly status: number;
  readonly output: Uint8Array;
  readonly errors: string;
  readonly stats: DeviceStats;
}

const rom = existsSync(join(packageFolder(), "images", "micro.rom")) ? readRom() : undefined;

/** Runs a program as `dormouse run` does, with its console in memory. */
export async function runOnDevice(
  classes: string,
  program: CorpusProgram,
  mode: RunMode = {},
): Promise<RunResult> {
  if (rom === undefined) throw new Error("images/micro.rom is missing");
  const profile = profileFor(mode);
  const classPath = new ClassPath(classes);
  const chip = chipFor(profile);
  manufacture(chip, profile, programOf(classPath, program.name, program.args));
  const console = new RecordingConsole(new TextEncoder().encode(program.stdin));
  const device = new Device(
    { profile, chip, rom, console },
    {
      checkpoint: parsePolicy(mode.checkpoint ?? "40000t"),
      output: mode.cuts === undefined ? "immediate" : "commit",
      pace: "max",
      amnesia: mode.amnesia ?? false,
      evictAlways: mode.evictAlways ?? false,
      cutsAsked: mode.cuts ?? 0,
      findClass: (name) => classPath.find(name),
    },
  );
  const cuts = mode.cuts === undefined ? undefined : new CutDrawer(mode.seed ?? 0, mode.cuts);
  const end = await driveDevice(device, cuts === undefined ? {} : { cuts });
  const stats = device.stats();
  device.powerOff();
  return {
    status: end.kind === "exited" ? end.status : -1,
    output: console.seen(1),
    errors: new TextDecoder().decode(console.seen(2)),
    stats,
  };
}

function profileFor(mode: RunMode): Profile {
  const profile = profileNamed(mode.profile ?? "desk");
  if (profile === undefined) throw new Error(`no profile ${mode.profile}`);
  return { ...profile, ramBytes: mode.ramBytes ?? profile.ramBytes };
}

/** The command that runs the program in that mode, for a failure's message. */
export function commandOf(program: CorpusProgram, mode: RunMode): string {
  const words = ["dormouse run"];
  if (mode.profile !== undefined) words.push(`--profile ${mode.profile}`);
  if (mode.ramBytes !== undefined) words.push(`--ram ${mode.ramBytes}`);
  if (mode.checkpoint !== undefined) words.push(`--checkpoint ${mode.checkpoint}`);
  if (mode.cuts !== undefined) words.push(`--cuts ${mode.cuts} --seed ${mode.seed ?? 0}`);
  if (mode.amnesia === true) words.push("--amnesia");
  if (mode.evictAlways === true) words.push("--evict-always");
  return [...words, "-cp CLASSES", program.name, ...program.args].join(" ");
}
