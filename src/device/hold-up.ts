/** What is left when the supply fails, and what can be programmed with it (docs/profiles.md). */
import { EXIT, UserError } from "../base/index.ts";
import { programNanos, readNanos } from "../flash/index.ts";
import type { Part } from "../flash/index.ts";
import { DROPS_PER_LINE } from "../heap/index.ts";
import type { Store } from "../store/index.ts";

/** As a profile says it: time, energy that the flash may draw, or lines to be flushed (256-byte pages programmed at their slowest). */
export type HoldUp =
  | { readonly kind: "micros"; readonly micros: number }
  | { readonly kind: "microjoules"; readonly microjoules: number }
  | { readonly kind: "lines"; readonly lines: number };

/** What of a profile it depends on. */
export interface HoldUpBoard {
  readonly name: string;
  readonly lineBytes: number;
  readonly ticksPerSecond: number;
  readonly threadSlots: number;
}

/** Bytecodes between two polls, at most: a method without a backward branch. */
const pollTicksMax = 65_535;
/** Lines that a checkpoint may read: of each thread its object and two frames, and some of the header and of classes. */
const readsOfThread = 3;
const readsBesides = 64;

/** Reads `20ms`, `500us`, `3mJ`, `900uJ` or `128l`; undefined for anything else. */
export function parseHoldUp(text: string): HoldUp | undefined {
  const match = /^([1-9][0-9]{0,8})(us|ms|s|uJ|mJ|J|l)$/.exec(text);
  if (match === null) return undefined;
  const count = Number(match[1]);
  switch (match[2]) {
    case "us":
      return { kind: "micros", micros: count };
    case "ms":
      return { kind: "micros", micros: count * 1e3 };
    case "s":
      return { kind: "micros", micros: count * 1e6 };
    case "uJ":
      return { kind: "microjoules", microjoules: count };
    case "mJ":
      return { kind: "microjoules", microjoules: count * 1e3 };
    case "J":
      return { kind: "microjoules", microjoules: count * 1e6 };
    default:
      return { kind: "lines", lines: count };
  }
}

/** Lines by which a nursery is sized before there is a store to ask: half of what fits without records. */
export function nominalLines(holdUp: HoldUp, profile: HoldUpBoard, part: Part): number {
  if (holdUp.kind === "lines") return holdUp.lines;
  const pages = Math.max(1, profile.lineBytes / part.pageBytes);
  const lineNanos = pages * programNanos(part, Math.min(part.pageBytes, profile.lineBytes), "max");
  return Math.floor(timeOf(holdUp, part) / lineNanos / 2);
}

/** The hold-up of one board: how long it lasts, and how many lines are flushed within it at worst. */
export class HoldUpBudget {
  readonly nanos: number;
  /** Lines of one process that a checkpoint may flush. */
  readonly lines: number;
  readonly #profile: HoldUpBoard;
  readonly #part: Part;
  readonly #store: Store;

  constructor(holdUp: HoldUp, profile: HoldUpBoard, part: Part, store: Store) {
    this.#profile = profile;
    this.#part = part;
    this.#store = store;
    this.nanos = holdUp.kind === "lines" ? this.nanosFor(holdUp.lines) : timeOf(holdUp, part);
    let lines = 0;
    let tooMany = 1;
    while (this.nanosFor(tooMany) <= this.nanos) tooMany *= 2;
    while (tooMany - lines > 1) {
      const middle = (lines + tooMany) >> 1;
      if (this.nanosFor(middle) <= this.nanos) lines = middle;
      else tooMany = middle;
    }
    this.lines = lines;
  }

  /** From the warning to the end of the commit, at worst: to the next poll, then reading what a checkpoint reads, then programming. */
  nanosFor(lines: number): number {
    const { ticksPerSecond, threadSlots, lineBytes } = this.#profile;
    const polling = Math.ceil((pollTicksMax * 1e9) / ticksPerSecond);
    const reads = threadSlots * readsOfThread + readsBesides;
    const reading = reads * readNanos(this.#part, lineBytes);
    const size = { lineCount: lines, dropCount: lines * DROPS_PER_LINE };
    const writing = this.#store.commitNanosMax(size, (bytes) => programNanos(this.#part, bytes, "max"));
    return polling + reading + writing;
  }

  /** Throws `UserError` where a process could not go on within the budget. */
  require(floorLines: number): void {
    if (this.lines >= floorLines) return;
    const { name } = this.#profile;
    const millis = Math.ceil(this.nanosFor(floorLines) / 1e6);
    throw new UserError({
      what: `a hold-up in which ${this.lines} lines can be flushed is too short: a process needs ${floorLines}`,
      where: `profile ${name}, field holdUp`,
      whatToDo: `give ${floorLines}l, or ${millis}ms, or more`,
      exitStatus: EXIT.config,
    });
  }
}

/** Nanoseconds: energy is what the part draws while it programs. */
function timeOf(holdUp: Exclude<HoldUp, { kind: "lines" }>, part: Part): number {
  if (holdUp.kind === "micros") return holdUp.micros * 1000;
  return Math.floor((holdUp.microjoules * 1e9) / (part.programMilliamps * part.supplyMillivolts));
}
