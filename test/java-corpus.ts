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
import { crc32 } from "../src/base/index.ts";
import type { FlashChip } from "../src/flash/index.ts";
import {
  ClassPath,
  MemoryConsole,
  driveDevice,
  packageFolder,
  programOf,
  readRom,
} from "../src/host/index.ts";
import { CutDrawer, RecordingConsole } from "../src/lab/index.ts";
import type { ConsolePort, FindClass } from "../src/process/index.ts";

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

/** Who compiled the programs: plain `javac` against the JDK's library, or `dormouse javac` against the device's. */
export type Compiler = "javac" | "dormouse";

/** A folder with the compiled corpus, deleted when this process ends; undefined where there is no `javac`. */
export function compileCorpus(compiler: Compiler = "javac"): string | undefined {
  if (spawnSync("javac", ["-version"]).status !== 0) return undefined;
  const classes = mkdtempSync(join(tmpdir(), "dormouse-corpus-"));
  process.on("exit", () => rmSync(classes, { recursive: true, force: true }));
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith(".java"))
    .map((file) => join(folder, file));
  const dormouse = join(packageFolder(), "build", "src", "cli", "main.js");
  const options = ["-encoding", "UTF-8", "-nowarn", "-Xlint:none", "-d", classes, ...sources];
  const javac =
    compiler === "javac"
      ? spawnSync("javac", options, { encoding: "utf8" })
      : spawnSync(process.execPath, [dormouse, "javac", "-d", classes, ...sources], { encoding: "utf8" });
  if (javac.status !== 0) throw new Error(`${compiler} failed: ${javac.stderr}`);
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
  /** CRC over all cells of the chip at the end. */
  readonly flash: number;
}

const rom = existsSync(join(packageFolder(), "images", "micro.rom")) ? readRom() : undefined;

/** Runs a program as `dormouse run` does, with its console in memory. */
export async function runOnDevice(
  classes: string,
  program: CorpusProgram,
  mode: RunMode = {},
): Promise<RunResult> {
  const profile = profileFor(mode);
  const classPath = new ClassPath(classes);
  const chip = chipFor(profile);
  manufacture(chip, profile, programOf(classPath, program.name, program.args));
  const console = new RecordingConsole(new TextEncoder().encode(program.stdin));
  const device = deviceFor(profile, chip, mode, console, (name) => classPath.find(name));
  const cuts = mode.cuts === undefined ? undefined : new CutDrawer(mode.seed ?? 0, mode.cuts);
  const end = await driveDevice(device, cuts === undefined ? {} : { cuts });
  const stats = device.stats();
  device.powerOff();
  let flash = 0;
  for (let block = 0; block < chip.blockCount; block++) {
    const cells = chip.carrier.cellsOf(block);
    if (cells !== null) flash = crc32(cells, crc32(Uint8Array.of(block, block >> 8, block >> 16), flash));
  }
  return {
    status: end.kind === "exited" ? end.status : -1,
    output: console.seen(1),
    errors: new TextDecoder().decode(console.seen(2)),
    stats,
    flash,
  };
}

/** The least RAM that a board of the profile can do with. */
export function leastRamBytes(profileName: string): number {
  const profile = { ...profileFor({ profile: profileName }), ramBytes: 1024 };
  const chip = chipFor(profile);
  manufacture(chip, profile, { classes: new Map(), launch: { mainClass: "None", arguments: [] } });
  try {
    deviceFor(profile, chip, {}, new MemoryConsole()).run({ ticks: 0 });
  } catch (error) {
    const kibibytes = /give --ram (\d+)K/.exec(String(error))?.[1];
    if (kibibytes !== undefined) return Number(kibibytes) * 1024;
  }
  throw new Error(`${profileName} does not say how much RAM would do`);
}

function deviceFor(
  profile: Profile,
  chip: FlashChip,
  mode: RunMode,
  console: ConsolePort,
  findClass?: FindClass,
): Device {
  if (rom === undefined) throw new Error("images/micro.rom is missing");
  return new Device(
    { profile, chip, rom, console },
    {
      checkpoint: parsePolicy(mode.checkpoint ?? "40000t"),
      output: mode.cuts === undefined ? "immediate" : "commit",
      pace: "max",
      amnesia: mode.amnesia ?? false,
      evictAlways: mode.evictAlways ?? false,
      cutsAsked: mode.cuts ?? 0,
      ...(findClass && { findClass }),
    },
  );
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
