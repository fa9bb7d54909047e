import { partByName } from "../flash/index.ts";
import type { Part } from "../flash/index.ts";
import type { HeapSizes } from "../heap/index.ts";
import { nominalLines, parseHoldUp } from "./hold-up.ts";
import type { HoldUp } from "./hold-up.ts";

/** Boards as data (design section 10). Sizes in bytes, K = 1024. */
const KIB = 1024;
const MIB = 1024 * KIB;

/** What a board is made of. A user's own profile has the same fields. */
export interface Profile {
  readonly name: string;
  /** All the RAM of the device: resident lines and their tags, nursery, and the store's map. */
  readonly ramBytes: number;
  /** Name of a part in the `flash` floor, or of `ownPart`. */
  readonly part: string;
  /** A part of the user's own, from a part file. */
  readonly ownPart?: Part;
  /** Flash cache line: what is loaded and flushed at a time. A multiple of the part's program page, or a whole fraction of it. */
  readonly lineBytes: number;
  /** W, the lines that may be touched between two safe points; derived from RAM if absent. */
  readonly windowLines?: number;
  /** Where objects are born, whole lines; derived from RAM if absent. */
  readonly nurseryBytes?: number;
  /**
   * What is left when the supply fails, as `parseHoldUp` reads it: dirty lines never become more than can be flushed with it. Absent: the power
   * goes without a warning.
   */
  readonly holdUp?: string;
  readonly ticksPerSecond: number;
  /** Virtual sizes of the sections of a process. */
  readonly codeBytes: number;
  readonly tenuredBytes: number;
  readonly mainStackBytes: number;
  readonly stackBytes: number;
  readonly threadSlots: number;
  /** Console output that one checkpoint can hold, per channel. */
  readonly outboxBytes: number;
  /** States that the store keeps of a process, the newest included. */
  readonly keepStates: number;
  /** Of the RAM, for the store's map and tables; where it is less than they need, parts of the map lie on the chip. As they need if absent. */
  readonly mapRamBytes?: number;
  /** Erase counts may be so far apart before the store moves lines for the sake of wear; the store's own if absent. */
  readonly levelThreshold?: number;
}

const TINY: Profile = {
  name: "tiny",
  ramBytes: 64 * KIB,
  part: "nor-1m",
  lineBytes: 256,
  windowLines: 24,
  ticksPerSecond: 2_000_000,
  codeBytes: 256 * KIB,
  tenuredBytes: 512 * KIB,
  mainStackBytes: 64 * KIB,
  stackBytes: 16 * KIB,
  threadSlots: 32,
  outboxBytes: 2 * KIB,
  keepStates: 2,
};

const SPOT: Profile = {
  name: "spot",
  ramBytes: 512 * KIB,
  part: "nor-4m",
  lineBytes: 256,
  ticksPerSecond: 10_000_000,
  codeBytes: 1 * MIB,
  tenuredBytes: 2 * MIB,
  mainStackBytes: 256 * KIB,
  stackBytes: 64 * KIB,
  threadSlots: 128,
  outboxBytes: 4 * KIB,
  keepStates: 3,
};

const GATEWAY: Profile = {
  name: "gateway",
  ramBytes: 4 * MIB,
  part: "nor-128m",
  lineBytes: 256,
  ticksPerSecond: 50_000_000,
  codeBytes: 8 * MIB,
  tenuredBytes: 64 * MIB,
  mainStackBytes: 1 * MIB,
  stackBytes: 128 * KIB,
  threadSlots: 512,
  outboxBytes: 16 * KIB,
  keepStates: 3,
};

const DESK: Profile = {
  name: "desk",
  ramBytes: 64 * MIB,
  part: "nor-256m",
  lineBytes: 256,
  ticksPerSecond: 200_000_000,
  codeBytes: 16 * MIB,
  tenuredBytes: 128 * MIB,
  mainStackBytes: 1 * MIB,
  stackBytes: 128 * KIB,
  threadSlots: 1023,
  outboxBytes: 64 * KIB,
  keepStates: 2,
};

/** A board whose flash is NAND: lines are pages. */
const DEPOT: Profile = {
  name: "depot",
  ramBytes: 1 * MIB,
  part: "w25n01gv",
  lineBytes: 2 * KIB,
  ticksPerSecond: 20_000_000,
  codeBytes: 4 * MIB,
  tenuredBytes: 32 * MIB,
  mainStackBytes: 256 * KIB,
  stackBytes: 64 * KIB,
  threadSlots: 256,
  outboxBytes: 8 * KIB,
  keepStates: 3,
};

/** The built-in boards. `spot` is the default of images, `desk` of `run`. */
export const PROFILES: readonly Profile[] = [TINY, SPOT, DEPOT, GATEWAY, DESK];

/** The built-in board of that name, or undefined. */
export function profileNamed(name: string): Profile | undefined {
  return PROFILES.find((profile) => profile.name === name);
}

/** The sizes that lay out a process's address space. */
export function sizesOf(profile: Profile): Omit<HeapSizes, "rom"> {
  const {
    name: _name,
    part: _part,
    ticksPerSecond: _ticks,
    keepStates: _keep,
    mapRamBytes: _map,
    holdUp: _holdUp,
    levelThreshold: _level,
    ...sizes
  } = profile;
  const nurseryBytes = sizes.nurseryBytes ?? nurseryBytesFor(profile);
  return nurseryBytes === undefined ? sizes : { ...sizes, nurseryBytes };
}

/** A nursery that counts as if all of it lived must be small beside what the hold-up allows. */
function nurseryBytesFor(profile: Profile): number | undefined {
  const holdUp = holdUpOf(profile);
  const part = partOf(profile);
  if (holdUp === undefined || part === undefined) return undefined;
  const { lineBytes, ramBytes } = profile;
  const byRam = Math.min(Math.floor(ramBytes / 8 / lineBytes), 2 ** 21 / lineBytes);
  return Math.max(4, Math.min(byRam, nominalLines(holdUp, profile, part) >> 3)) * lineBytes;
}

/** The profile's hold-up; undefined where it has none. */
export function holdUpOf({ holdUp }: Profile): HoldUp | undefined {
  return holdUp === undefined ? undefined : parseHoldUp(holdUp);
}

/** The part that the profile names; undefined where there is none. */
export function partOf(profile: Profile): Part | undefined {
  return profile.ownPart ?? partByName(profile.part);
}
