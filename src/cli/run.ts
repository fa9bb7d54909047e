import { Command } from "commander";
import {
  DEFAULT_POLICY,
  Device,
  UNHURRIED_POLICY,
  chipFor,
  manufacture,
  parsePolicy,
} from "../device/index.ts";
import type { CheckpointPolicy, DeviceStats, Profile } from "../device/index.ts";
import {
  StandardConsole,
  buildImage,
  driveDevice,
  findProfile,
  nurseryBytesOf,
  openDevice,
  possibleProfile,
  profileWith,
  readRom,
} from "../host/index.ts";
import type { ClassPath } from "../host/index.ts";
import type { FlashChip } from "../flash/index.ts";
import type { DriveEnd } from "../host/index.ts";
import { CutDrawer } from "../lab/index.ts";
import type { Program } from "../process/index.ts";
import { formatBytes } from "../base/index.ts";
import { collectSetting, countOption, sizeOption, usage } from "./arguments.ts";
import { LAUNCH_HELP, launchOf, withLaunchOptions } from "./launch.ts";
import type { LaunchOptions } from "./launch.ts";
import { statsFile } from "./stats.ts";

interface RunOptions extends LaunchOptions {
  readonly profile: string;
  readonly ram?: number;
  readonly flash?: number;
  readonly checkpoint?: CheckpointPolicy;
  readonly set: readonly (readonly [string, string])[];
  readonly cuts?: number;
  readonly brownOuts?: number;
  readonly seed: number;
  readonly amnesia?: true;
  readonly evictAlways?: true;
  readonly paranoid?: true;
  readonly keep?: string;
  readonly stats?: string;
}

const EXAMPLES = `${LAUNCH_HELP}

Examples:
  dormouse run -cp build/classes Main                  run Main as java would
  dormouse run -Dlevel=3 -ea -jar app.jar              the same for a jar
  dormouse run --cuts 20 --seed 7 -cp app.jar Main     the same output, though the power goes 20 times
  dormouse run --profile spot --ram 64K -cp . Main     on a board with little RAM
  dormouse run --profile spot --set holdUp=128l --brown-outs 20 -cp . Main
                                                       the supply fails 20 times, with a warning: nothing is lost
  dormouse run --keep main.img -cp . Main              keep the chip: dormouse image states main.img

Exit status: the program's own (1 for an uncaught exception); 64 to 78 if Dormouse could not run it.`;

/** `dormouse run`: manufactures a device with the program on its chip, and runs it to its end. */
export function runCommand(finish: (status: number) => void): Command {
  return withLaunchOptions(new Command("run"))
    .description("run a Java program on an emulated device")
    .argument("<main>", "main class, or with -jar a jar")
    .argument("[arguments...]", "arguments of the program")
    .option("--profile <name>", "board: tiny, spot, depot, gateway, desk or a YAML file", "desk")
    .option("--ram <size>", "RAM of the device instead of the profile's", sizeOption("--ram"))
    .option("--flash <size>", "flash of the device instead of the profile's", sizeOption("--flash"))
    .option("--set <field=value>", "change one field of the profile", collectSetting, [])
    .option("--checkpoint <policy>", "when to checkpoint: 100000t, 50ms, 32l or request", parsePolicy)
    .option("--cuts <count>", "cut the power at so many flash operations", countOption("--cuts"))
    .option(
      "--brown-outs <count>",
      "let the supply fail so often: a warning, the profile's hold-up, then darkness",
      countOption("--brown-outs"),
    )
    .option("--seed <number>", "seed of the cuts", countOption("--seed"), 0)
    .option("--amnesia", "at every checkpoint throw the machine away and rebuild it from lines")
    .option("--evict-always", "at every safe point evict every line that can be evicted")
    .option("--paranoid", "before every commit check all invariants of the heap")
    .option("--keep <image>", "keep the chip in this image file")
    .option("--stats <file>", "write counts as JSON to this file (- for standard error)")
    .addHelpText("after", EXAMPLES)
    .passThroughOptions()
    .action(async (main: string, words: string[], options: RunOptions) =>
      finish(await run(main, words, options)),
    );
}

async function run(main: string, words: readonly string[], options: RunOptions): Promise<number> {
  const { classPath, program } = launchOf(main, words, options);
  const profile = profileOf(options);
  const keepStats = statsFile(options.stats);
  const { device, close } = manufactured(options, profile, program, classPath);
  try {
    const count = failuresAsked(options);
    const warns = options.brownOuts !== undefined;
    const cuts = count === 0 ? {} : { cuts: new CutDrawer(options.seed, count), warns };
    const end = await driveDevice(device, cuts);
    const stats = device.stats();
    keepStats(stats);
    return statusOf(end, stats);
  } finally {
    device.powerOff();
    close();
  }
}

function failuresAsked({ cuts, brownOuts }: RunOptions): number {
  if (cuts !== undefined && brownOuts !== undefined)
    throw usage("--cuts and --brown-outs exclude each other", "run", "give one of them");
  return brownOuts ?? cuts ?? 0;
}

/** The profile, with RAM and flash as the command line has them. A larger or smaller flash takes the heap along. */
function profileOf(options: RunOptions): Profile {
  const fields = Object.fromEntries(options.set);
  const named = profileWith(findProfile(options.profile), fields, "--set");
  const base = { ...named, ramBytes: options.ram ?? named.ramBytes };
  if (options.flash === undefined) return base;
  const flash = flashBytes(options.flash);
  const profile = {
    ...base,
    part: `nor-${formatBytes(flash).toLowerCase()}`,
    codeBytes: Math.min(base.codeBytes, roundUp(flash / 4)),
    tenuredBytes: Math.min(base.tenuredBytes, Math.max(roundUp(flash / 2), nurseryBytesOf(base))),
  };
  return possibleProfile(profile, "--flash");
}

const FLASH_BYTES_MIN = 64 * 1024;
const FLASH_BYTES_MAX = 2 ** 31;

/** A size that a generic part can have. */
function flashBytes(bytes: number): number {
  const blockBytes = bytes >= 64 * 2 ** 20 ? 65536 : 4096;
  if (bytes % blockBytes === 0 && bytes >= FLASH_BYTES_MIN && bytes <= FLASH_BYTES_MAX) return bytes;
  const nearest =
    Math.ceil(Math.min(Math.max(bytes, FLASH_BYTES_MIN), FLASH_BYTES_MAX) / blockBytes) * blockBytes;
  throw usage(
    `no flash chip has ${bytes} bytes`,
    "--flash",
    `give whole erase blocks, such as ${formatBytes(nearest)}`,
  );
}

function roundUp(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 65536)) * 65536;
}

function manufactured(
  options: RunOptions,
  profile: Profile,
  program: Program,
  classPath: ClassPath,
): { device: Device; close: () => void } {
  const rom = readRom();
  const held = failuresAsked(options) > 0;
  const isTrial = held || options.amnesia === true || options.evictAlways === true;
  const { chip, close } =
    options.keep === undefined ? memoryChip(profile, program) : keptChip(options.keep, profile, rom, program);
  const device = new Device(
    { profile, chip, rom, console: new StandardConsole() },
    {
      checkpoint: options.checkpoint ?? (isTrial ? DEFAULT_POLICY : UNHURRIED_POLICY),
      output: held ? "commit" : "immediate",
      pace: "max",
      amnesia: options.amnesia ?? false,
      evictAlways: options.evictAlways ?? false,
      paranoid: options.paranoid ?? false,
      cutsAsked: failuresAsked(options),
      findClass: (name) => classPath.find(name),
    },
  );
  return { device, close };
}

interface ChipInUse {
  readonly chip: FlashChip;
  readonly close: () => void;
}

function memoryChip(profile: Profile, program: Program): ChipInUse {
  const chip = chipFor(profile);
  manufacture(chip, profile, program);
  return { chip, close: () => undefined };
}

/** The chip is the image file from the beginning, so that what is kept is right whenever the run ends. */
function keptChip(path: string, profile: Profile, rom: Uint8Array, program: Program): ChipInUse {
  buildImage(path, profile, rom, program);
  return openDevice(path);
}

function statusOf(end: DriveEnd, stats: DeviceStats): number {
  switch (end.kind) {
    case "exited":
      if (stats.cuts < stats.cutsAsked) {
        process.stderr.write(`dormouse: the program ended after ${stats.cuts} of ${stats.cutsAsked} cuts\n`);
      }
      return end.status;
    case "interrupted":
      return 130;
    case "time-over":
    case "suspended":
    case "off":
      return 0;
  }
}
