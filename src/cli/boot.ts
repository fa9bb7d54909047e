import { Command } from "commander";
import { formatCut, parseCut } from "../flash/index.ts";
import type { CutPoint } from "../flash/index.ts";
import { DEFAULT_POLICY, Device, parsePolicy, restart, wipe } from "../device/index.ts";
import type { CheckpointPolicy, DeviceStats, Link } from "../device/index.ts";
import { FileConsole, StandardConsole, driveDevice, openDevice } from "../host/index.ts";
import { timeOption, wordOption } from "./arguments.ts";
import type { OpenDevice } from "../host/index.ts";
import type { ConsolePort } from "../process/index.ts";
import { wayToGrantor } from "./leases.ts";
import { statsFile } from "./stats.ts";

interface BootOptions {
  readonly for?: number;
  readonly cutAt?: readonly CutPoint[];
  readonly console?: string;
  readonly restart?: true;
  readonly clean?: true;
  readonly pace: "max" | "real";
  readonly checkpoint?: CheckpointPolicy;
  readonly paranoid?: true;
  readonly grantor?: string;
  readonly stats?: string;
}

const EXAMPLES = `
Examples:
  dormouse boot meter.img                              go on from its last checkpoint
  dormouse boot --console out.txt meter.img            exactly once, even if this emulator is killed
  dormouse boot --cut-at 40.prefix7 meter.img          tear flash operation 40 after its first 7 bytes
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
    .option("--paranoid", "before every commit check all invariants of the heap")
    .option("--grantor <url>", "where leases of other machines are granted: http://HOST:PORT, or embedded")
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
    const open = openDevice(path);
    try {
      if (options.clean === true) wipe(open.chip, open.manifest.profile);
      else if (options.restart === true) restart(open.chip);
      return await bootOpen({ ...open, ...way }, consoleOf, keepStats, options);
    } finally {
      open.close();
    }
  } finally {
    await way?.end();
  }
}

async function bootOpen(
  open: Pick<OpenDevice, "manifest" | "chip" | "rom"> & { readonly link?: Link },
  consoleOf: (process: number) => ConsolePort,
  keepStats: (stats: DeviceStats) => void,
  options: BootOptions,
): Promise<number> {
  const device = new Device(
    {
      ...{ profile: open.manifest.profile, chip: open.chip, rom: open.rom, console: consoleOf(1), consoleOf },
      ...(open.link && { link: open.link }),
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
  const end = await driveDevice(device, {
    ...(options.for !== undefined && { forMicros: options.for }),
    ...(options.cutAt !== undefined && { cutAt: options.cutAt, onCut: cutsLeft(options.cutAt.length) }),
    onLag: (millis) => process.stderr.write(`dormouse: this computer fell ${millis} ms behind the device\n`),
  });
  if (options.cutAt !== undefined && end.kind !== "off")
    process.stderr.write(`dormouse: the run ended before cut ${formatCut(options.cutAt)} came\n`);
  keepStats(device.stats());
  device.powerOff();
  if (end.kind === "suspended") process.stderr.write("dormouse: every process is suspended\n");
  return end.kind === "exited" ? end.status : end.kind === "interrupted" ? 130 : 0;
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

/** The device boots again after each cut of a nested one, and stays off after the last. */
function cutsLeft(count: number): (cut: string) => boolean {
  let left = count;
  return (cut) => {
    process.stderr.write(`dormouse: power cut at ${cut}\n`);
    return --left > 0;
  };
}
