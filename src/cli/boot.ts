import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { formatCut, parseCut } from "../flash/index.ts";
import type { CutPoint } from "../flash/index.ts";
import { DEFAULT_POLICY, Device, copyProcesses, parsePolicy, restart, wipe } from "../device/index.ts";
import type { Board, CheckpointPolicy, DeviceStats, Link, NetworkRules } from "../device/index.ts";
import {
  ControlServer,
  FileConsole,
  HostPlug,
  StandardConsole,
  copyDevice,
  driveDevice,
  openDevice,
  openRemoteStore,
  parseNetworkRules,
} from "../host/index.ts";
import { timeOption, wordOption } from "./arguments.ts";
import type { BoardManifest } from "../host/index.ts";
import type { ConsolePort } from "../process/index.ts";
import { wayToGrantor } from "./leases.ts";
import { statsFile } from "./stats.ts";

interface BootOptions {
  readonly for?: number;
  readonly cutAt?: readonly CutPoint[];
  readonly brownOut?: number;
  readonly console?: string;
  readonly restart?: true;
  readonly clean?: true;
  readonly pace: "max" | "real";
  readonly checkpoint?: CheckpointPolicy;
  readonly paranoid?: true;
  readonly grantor?: string;
  readonly stats?: string;
  readonly store?: string;
  readonly storePatience?: number;
  readonly net?: NetworkRules;
  readonly control?: string;
}

const EXAMPLES = `
Examples:
  dormouse boot meter.img                              go on from its last checkpoint
  dormouse boot --console out.txt meter.img            exactly once, even if this emulator is killed
  dormouse boot --cut-at 40.prefix7 meter.img          tear flash operation 40 after its first 7 bytes
  dormouse boot --brown-out 300ms meter.img            a warning after 300 ms, then the hold-up, then darkness
  dormouse boot --store nbd://10.0.0.7/spot meter.img  its store is on another machine; a blank export is filled first
  dormouse boot --net example.org:80 feed.img          its program may connect there, and nowhere else
  dormouse boot --control dev.sock meter.img           and meanwhile: dormouse ps dev.sock
  dormouse boot --for 500ms meter.img                  run half a second of device time, then stop
  dormouse boot --grantor http://127.0.0.1:2379 a.img  leases of other machines, from etcd or \`dormouse grantor\`

Exit status: the program's own once it has exited; 0 if the device stopped before; 64 to 78 if it could not boot.`;

/** `dormouse boot`: powers the device of an image on. */
export function bootCommand(finish: (status: number) => void): Command {
  return new Command("boot")
    .description("boot a device image: its program goes on from its last checkpoint")
    .argument("<image>", "image file")
    .option("--for <time>", "stop after so much device time (500ms, 3s)", timeOption("--for"))
    .option("--cut-at <cut>", "cut the power there and stay off (1234.prefix7; nested with /)", parseCut)
    .option(
      "--brown-out <time>",
      "let the supply fail after so much device time: flush within the hold-up, then stay off",
      timeOption("--brown-out"),
    )
    .option(
      "--console <file>",
      "append console output to this file (process N: FILE.N); its length acknowledges what has arrived",
    )
    .option("--restart", "begin the program anew, on the same flash")
    .option("--clean", "begin anew on an erased chip; wear stays")
    .option(
      "--pace <pace>",
      "max: skip idle time; real: sleep it",
      wordOption("--pace", ["max", "real"]),
      "max",
    )
    .option("--checkpoint <policy>", "when to checkpoint: 100000t, 50ms, 32l or request", parsePolicy)
    .option(
      "--store <uri>",
      "keep the store there: nbd://HOST:PORT/EXPORT or nbds://; the image is not changed",
    )
    .option(
      "--store-patience <time>",
      "stall for so long when the store is out of reach, then stop (default 30s)",
      timeOption("--store-patience"),
    )
    .option("--paranoid", "before every commit check all invariants of the heap")
    .option("--grantor <url>", "where leases of other machines are granted: http://HOST:PORT, or embedded")
    .option(
      "--net <addresses>",
      "let the device reach HOST:PORT and listen at :PORT (with commas)",
      parseNetworkRules,
    )
    .option(
      "--control <path>",
      "open a control socket: dormouse ps|suspend|resume|… PATH while the device is on",
    )
    .option("--stats <file>", "write counts as JSON to this file (- for standard error)")
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, options: BootOptions) => finish(await boot(path, options)));
}

async function boot(path: string, options: BootOptions): Promise<number> {
  // What can be refused is refused before the image changes.
  const keepStats = statsFile(options.stats);
  const consoleOf = consolesFor(options.console);
  consoleOf(1);
  const way = options.grantor === undefined ? undefined : await wayToGrantor(options.grantor);
  try {
    if (options.store !== undefined)
      return await bootRemote(path, options.store, consoleOf, keepStats, options, way?.link);
    const open = openDevice(path);
    try {
      if (options.clean === true) wipe(open.chip, open.manifest.profile);
      else if (options.restart === true) restart(open.chip);
      return await bootOpen({ ...open, link: way?.link }, consoleOf, keepStats, options);
    } finally {
      open.close();
    }
  } finally {
    await way?.end();
  }
}

/** The image gives the board and, to a blank export, what lies on its chip. */
async function bootRemote(
  path: string,
  uri: string,
  consoleOf: (process: number) => ConsolePort,
  keepStats: (stats: DeviceStats) => void,
  options: BootOptions,
  link?: Link,
): Promise<number> {
  const { manifest, rom, chip: origin } = copyDevice(path);
  const { profile } = manifest;
  const patience = options.storePatience === undefined ? undefined : options.storePatience / 1000;
  const remote = openRemoteStore(uri, origin, profile, patience);
  try {
    if (options.clean === true) copyProcesses(origin, remote.chip, profile);
    else if (options.restart === true) restart(remote.chip);
    return await bootOpen({ manifest, rom, chip: remote.chip, link }, consoleOf, keepStats, options);
  } finally {
    remote.close();
  }
}

async function bootOpen(
  open: {
    readonly manifest: BoardManifest;
    readonly rom: Uint8Array;
    readonly chip: Board["chip"];
    readonly link: Link | undefined;
  },
  consoleOf: (process: number) => ConsolePort,
  keepStats: (stats: DeviceStats) => void,
  options: BootOptions,
): Promise<number> {
  const plug = options.net === undefined ? undefined : new HostPlug();
  const device = new Device(
    {
      ...{ profile: open.manifest.profile, chip: open.chip, rom: open.rom, console: consoleOf(1), consoleOf },
      ...(open.link && { link: open.link }),
      ...(plug !== undefined && options.net !== undefined && { network: { plug, rules: options.net } }),
    },
    {
      checkpoint: options.checkpoint ?? DEFAULT_POLICY,
      output: "commit",
      pace: options.pace,
      amnesia: false,
      evictAlways: false,
      paranoid: options.paranoid ?? false,
      cutsAsked: options.cutAt?.length ?? 0,
    },
  );
  const control = options.control === undefined ? undefined : await ControlServer.open(options.control);
  const end = await driveDevice(device, {
    ...(options.for !== undefined && { forMicros: options.for }),
    ...(options.brownOut !== undefined && { forMicros: options.brownOut, onBrownOut: tellBrownOut }),
    ...(options.cutAt !== undefined && { cutAt: options.cutAt, onCut: cutsLeft(options.cutAt.length) }),
    news: (millis) => newsOf([plug, control], millis),
    ...(control !== undefined && { control }),
    onLag: (millis) => process.stderr.write(`dormouse: this computer fell ${millis} ms behind the device\n`),
  });
  if (options.cutAt !== undefined && end.kind !== "off")
    process.stderr.write(`dormouse: the run ended before cut ${formatCut(options.cutAt)} came\n`);
  keepStats(device.stats());
  control?.close();
  if (end.kind !== "off") await plug?.settle();
  device.powerOff();
  if (end.kind === "suspended") process.stderr.write("dormouse: every process is suspended\n");
  return end.kind === "exited" ? end.status : end.kind === "interrupted" ? 130 : 0;
}

/** Returns when one of those that are there has something, or after so long. */
async function newsOf(
  sources: readonly ({ news: (millis: number) => Promise<void> } | undefined)[],
  millis: number,
): Promise<void> {
  const open = sources.filter((source) => source !== undefined);
  await (open.length === 0 ? sleep(millis) : Promise.race(open.map((source) => source.news(millis))));
}

/** Process 1 has the file by its name, process N that name with `.N` after it: the length of each acknowledges. Input is process 1's. */
function consolesFor(path: string | undefined): (process: number) => ConsolePort {
  const consoles = new Map<number, ConsolePort>();
  return (process) => {
    const made =
      consoles.get(process) ??
      (path === undefined
        ? new StandardConsole(process === 1)
        : new FileConsole(process === 1 ? path : `${path}.${process}`, process === 1));
    consoles.set(process, made);
    return made;
  };
}

function tellBrownOut(usedMicros: number, holdUpMicros: number): void {
  const took = `${(usedMicros / 1000).toFixed(1)} of ${(holdUpMicros / 1000).toFixed(1)} ms of hold-up`;
  process.stderr.write(`dormouse: brown-out: the flush took ${took}\n`);
}

/** The device boots again after each cut of a nested one, and stays off after the last. */
function cutsLeft(count: number): (cut: string) => boolean {
  let left = count;
  return (cut) => {
    process.stderr.write(`dormouse: power cut at ${cut}\n`);
    return --left > 0;
  };
}
