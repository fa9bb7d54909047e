/** A device whose processes hold leases, with consoles that outlast its power cuts and a log of what happens to the leases. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  DEFAULT_POLICY,
  Device,
  ProcessManager,
  chipFor,
  manufacture,
  profileNamed,
} from "../src/device/index.ts";
import type { Board, DeviceEvent, Profile } from "../src/device/index.ts";
import type { FlashChip } from "../src/flash/index.ts";
import { ClassPath, driveDevice, packageFolder, programOf, readRom } from "../src/host/index.ts";
import { RecordingConsole } from "../src/lab/index.ts";
import type { DriveEnd } from "../src/host/index.ts";
import type { Program } from "../src/process/index.ts";

const rom = readRom();

/** The programs of test/fixtures/leases, compiled against the device's library; undefined where there is no `javac`. */
export function compileLeasePrograms(): ((name: string, ...words: string[]) => Program) | undefined {
  if (spawnSync("javac", ["-version"]).status !== 0) return undefined;
  const classes = mkdtempSync(join(tmpdir(), "dormouse-leases-"));
  process.on("exit", () => rmSync(classes, { recursive: true, force: true }));
  const folder = join(packageFolder(), "test", "fixtures", "leases");
  const sources = readdirSync(folder).map((file) => join(folder, file));
  const command = join(packageFolder(), "build", "src", "cli", "main.js");
  const javac = spawnSync(process.execPath, [command, "javac", "-d", classes, ...sources], {
    encoding: "utf8",
  });
  if (javac.status !== 0) throw new Error(javac.stderr);
  return (name, ...words) => programOf(new ClassPath(classes), name, words);
}

export type Outside = Pick<Board, "link" | "pins">;

export class LeaseBench {
  readonly chip: FlashChip;
  readonly events: DeviceEvent[] = [];
  readonly device: Device;
  readonly #profile: Profile;
  readonly #consoles: Map<number, RecordingConsole>;

  constructor(chip: FlashChip, outside: Outside = {}, heard?: LeaseBench, profile?: Profile) {
    this.chip = chip;
    const own = heard === undefined ? profileNamed("spot") : heard.#profile;
    this.#profile = profile ?? (own as Profile);
    this.#consoles = new Map(
      [...(heard === undefined ? [] : heard.#consoles)].map(
        ([process, console]) => [process, console.copy()] as const,
      ),
    );
    const consoleOf = (process: number): RecordingConsole => this.console(process);
    this.device = new Device(
      { profile: this.#profile, chip, rom, console: consoleOf(1), consoleOf, ...outside },
      {
        ...{ checkpoint: DEFAULT_POLICY, output: "commit", pace: "max" },
        ...{ amnesia: false, evictAlways: false, cutsAsked: 0 },
      },
    );
    this.device.onEvent = (event) => this.events.push(event);
  }

  static of(programs: readonly Program[], outside?: Outside, profile = profileNamed("spot")): LeaseBench {
    const chip = chipFor(profile as Profile);
    manufacture(chip, profile as Profile, programs[0] as Program);
    const manager = new ProcessManager(chip);
    for (const program of programs.slice(1)) manager.start(program);
    return new LeaseBench(chip, outside, undefined, profile);
  }

  /** The same with the power gone. */
  fork(outside?: Outside): LeaseBench {
    return new LeaseBench(this.chip.fork(), outside, this);
  }

  console(process: number): RecordingConsole {
    const console = this.#consoles.get(process) ?? new RecordingConsole(new Uint8Array());
    this.#consoles.set(process, console);
    return console;
  }

  text(process: number): string {
    return new TextDecoder().decode(this.console(process).seen(1));
  }

  lines(process: number): readonly string[] {
    return this.text(process).split("\n").slice(0, -1);
  }

  /** What happened, without checkpoints: `1 lease-granted pin/3`. */
  log(): readonly string[] {
    return this.events
      .filter(({ kind }) => kind !== "checkpoint")
      .map(({ process, kind, lease }) => [process, kind, ...(lease ? [lease.name] : [])].join(" "));
  }

  /** Runs so much device time. */
  runFor(micros: number): ReturnType<Device["run"]> {
    if (!this.device.isOn) this.device.run({ ticks: 0 });
    return this.device.run({ untilMicros: this.device.clockMicros + micros });
  }
}

/** What `RemoteLeases` says where everything is as Jini has it. */
export const REMOTE_LEASES = [
  "granted of 30000: at most 30000",
  "granted of for ever: at most 3600000",
  "granted of any: at most 60000",
  "renewed, not added: at most 30000",
  "renewed for more than the grant: at most 30000",
  "renewed for less: at most 20000",
  "record hello",
  "holders 9",
  "cancelled: done",
  "cancelled again: UnknownLeaseException",
  "holders 7",
  "stage down",
  "renewal while the grantor is gone: RemoteException",
  "the old term stays: true",
  "a lease while the grantor is gone: RemoteException",
  "stage up",
  "renewal when it is back: done",
  "renewed: at most 25000",
  "a map takes no lease of another grantor: IllegalArgumentException",
  "failed in the map: 1 UnknownLeaseException",
  "left in the map: 1 true",
  "the other was renewed: at most 40000",
  "cancelAll: done",
  "end",
];

/** Runs a program in real time, and tells of each stage that it has come to. */
export async function driveStages(
  bench: LeaseBench,
  onStage: (stage: string) => Promise<void>,
): Promise<DriveEnd> {
  let end: DriveEnd | undefined;
  const driven = driveDevice(bench.device, {}).then((ended) => (end = ended));
  for (let heard = 0; end === undefined;) {
    await sleep(50);
    const stages = bench.lines(1).filter((line) => line.startsWith("stage "));
    for (const stage of stages.slice(heard)) await onStage(stage.slice("stage ".length));
    heard = stages.length;
  }
  return driven;
}
