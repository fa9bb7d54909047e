import { EXIT, UserError } from "../base/index.ts";
import type { ArmedCut } from "../flash/index.ts";
import { heapMap, heapOptionsFor, isRamEnough, minimumRamBytes } from "../heap/index.ts";
import type { HeapOptions } from "../heap/index.ts";
import type { Checkpoint, ConsolePort, FindClass } from "../process/index.ts";
import { romProblem } from "../vm/index.ts";
import type { MountOptions, StoreFault } from "../store/index.ts";
import type { CheckpointCause, DeviceEvent } from "./events.ts";
import type { Medium } from "./medium.ts";
import type { Link } from "./link.ts";
import type { NetworkPort } from "./network-plug.ts";
import type { PinPort } from "./services-system.ts";
import type { CheckpointPolicy } from "./policy.ts";
import { sizesOf } from "./profiles.ts";
import type { Profile } from "./profiles.ts";

/** What a device is built of. The chip, or the disk in its place, is all that keeps anything while the power is off. */
export interface Board {
  readonly profile: Profile;
  readonly chip: Medium;
  /** The class library: a class archive. */
  readonly rom: Uint8Array;
  readonly console: ConsolePort;
  /** Where the processes have consoles of their own; otherwise all use `console`. */
  readonly consoleOf?: (process: number) => ConsolePort;
  /** General-purpose pins and sensors; some of no special kind if absent. */
  readonly pins?: PinPort;
  /** The way to a grantor on another machine; without it there are no remote services. */
  readonly link?: Link;
  /** The network port; without it, no socket can be had. */
  readonly network?: NetworkPort;
}

export interface DeviceOptions {
  readonly checkpoint: CheckpointPolicy;
  readonly output: "commit" | "immediate";
  /** `max`: idle device time is skipped. `real`: `run` returns `waiting`, and the host lets real time pass. */
  readonly pace: "max" | "real";
  /** At every checkpoint the process object is discarded and made again from lines. */
  readonly amnesia: boolean;
  /** At every safe point every clean line that is not pinned is evicted. */
  readonly evictAlways: boolean;
  readonly cutsAsked: number;
  /** Before every commit all invariants of the heap are checked, and at every full collection its marks. */
  readonly paranoid?: boolean;
  readonly findClass?: FindClass;
  /** For the lab's own tests: a store that is broken on purpose. */
  readonly fault?: StoreFault;
}

export interface RunLimit {
  /** Stop at the first poll after so many more ticks, of all processes together. */
  readonly ticks?: number;
  /** Stop when Java's clock has reached this. */
  readonly untilMicros?: number;
  /** Where the power goes, counted from power-on; only looked at when this run powers the device on. */
  readonly cut?: ArmedCut;
  /**
   * The supply fails as the program or erase of that number begins, counted from power-on: what is dirty is flushed, and the power goes when
   * the profile's hold-up is over. As `cut` only looked at when this run powers the device on.
   */
  readonly brownOutAt?: number;
}

/** How a brown-out ended: what of the hold-up the flush took (more than all of it: it was torn). */
export interface BrownOut {
  readonly usedMicros: number;
  readonly holdUpMicros: number;
}

export type DeviceStop =
  /** All processes have ended; the status is that of the first. */
  | { readonly kind: "exited"; readonly status: number }
  /** None runs, and some are suspended. */
  | { readonly kind: "suspended" }
  | { readonly kind: "cut"; readonly cut: string }
  | { readonly kind: "paused" }
  | { readonly kind: "waiting"; readonly forMicros: number }
  | { readonly kind: "waiting-input" };

/** Whom a device tells. */
export interface DeviceHooks {
  /** Told after each checkpoint, when it is durable and its output has left. */
  onCheckpoint: ((made: Checkpoint, cause: CheckpointCause) => void) | undefined;
  /** Asked after each checkpoint: true pauses the run there. */
  stopAtCheckpoint: (() => boolean) | undefined;
  /** Told what happens to processes, in order. */
  onEvent: ((event: DeviceEvent) => void) | undefined;
}

/** Throws `UserError` for a board whose class library this machine cannot run from. */
export function requireRom({ profile, rom }: Board): void {
  const problem = romProblem(rom);
  if (problem === undefined) return;
  throw new UserError({
    what: `the class library cannot be used (${problem})`,
    where: `ROM of the board ${profile.name}`,
    whatToDo:
      "build the image again with this version of dormouse, or boot it with the version that built it",
    exitStatus: EXIT.badInput,
  });
}

/** Heap options of a process on this board; its budget is the RAM that the store's map leaves. */
export function heapOptionsOf(
  board: Pick<Board, "profile" | "rom">,
  { evictAlways, paranoid = false }: Pick<DeviceOptions, "evictAlways" | "paranoid">,
  storeRamBytes: number,
): HeapOptions {
  const { profile, rom } = board;
  const sized = heapOptionsFor({ ...sizesOf(profile), rom, evictAlways, paranoid });
  // The sections lie where the profile's RAM puts them; what the store's map takes of it, or may take, only makes the budget smaller.
  const storeBytes = Math.max(storeRamBytes, profile.mapRamBytes ?? 0);
  const options = { ...sized, ramBytes: profile.ramBytes - storeBytes };
  if (!isRamEnough(options)) throw tooLittleRam(board, storeBytes);
  return options;
}

/** The store's share of the board: versions that only older states need have an eighth of the RAM, or of the map's share, at 34 bytes each. */
export function mountOptionsOf(
  { ramBytes, mapRamBytes, levelThreshold }: Profile,
  { fault }: Pick<DeviceOptions, "fault">,
): MountOptions {
  return {
    oldVersionsMax: Math.floor(Math.min(ramBytes, mapRamBytes ?? ramBytes) / 8 / 34),
    ...(mapRamBytes !== undefined && { mapRamBytes }),
    ...(levelThreshold !== undefined && { levelThreshold }),
    ...(fault !== undefined && { fault }),
  };
}

/** Addresses that all heaps in RAM may have together, of the 2 GiB that the host lends them. */
const ADDRESSES_MAX = 1.5 * 2 ** 30;

/** How many of `runningCount` processes the RAM holds at once: each needs its window and nursery. At least one. */
export function residentsMax(options: HeapOptions, runningCount: number): number {
  const { mapEnd } = heapMap(options);
  let count = 1;
  while (
    count < runningCount &&
    (count + 1) * mapEnd <= ADDRESSES_MAX &&
    isRamEnough({ ...options, ramBytes: Math.floor(options.ramBytes / (count + 1)) })
  ) {
    count++;
  }
  return count;
}

/** Nursery and window grow with RAM, so the number that would do is searched for. */
function tooLittleRam(board: Pick<Board, "profile" | "rom">, storeRamBytes: number): UserError {
  const { profile, rom } = board;
  const needs = (ramBytes: number): number =>
    minimumRamBytes(heapOptionsFor({ ...sizesOf(profile), ramBytes, rom })) + storeRamBytes;
  let ramBytes = profile.ramBytes;
  while (needs(ramBytes) > ramBytes) ramBytes += 1024;
  return new UserError({
    what: `${profile.ramBytes} bytes of RAM are too little for heap and store`,
    where: `profile ${profile.name}`,
    whatToDo: `give --ram ${Math.ceil(ramBytes / 1024)}K or more`,
    exitStatus: EXIT.config,
  });
}
