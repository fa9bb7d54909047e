import { assert } from "../base/index.ts";
import type { ProcessStatus } from "../process/index.ts";

/** What a process waits for; with neither a time nor input it would be a deadlock, and has ended as that. */
export interface Wait {
  readonly untilMicros: number | undefined;
  readonly forInput: boolean;
}

/** A process as the device's scheduler sees it. */
export interface Entry {
  readonly process: number;
  status: ProcessStatus;
  exitStatus: number;
  /** Undefined: it wants to run. */
  wait: Wait | undefined;
}

/** The processes of a device that is on, and whose turn it is. Turns go round by number. */
export class ProcessTable {
  readonly #entries: Entry[];

  constructor(entries: readonly Omit<Entry, "wait">[]) {
    this.#entries = entries.map((entry) => ({ ...entry, wait: undefined }));
  }

  get all(): readonly Entry[] {
    return this.#entries;
  }

  /** Those that run, or will. */
  get running(): readonly Entry[] {
    return this.#entries.filter(({ status }) => status === "RUNNING" || status === "NEW");
  }

  get(process: number): Entry {
    const entry = this.#entries.find((one) => one.process === process);
    assert(entry !== undefined, "the process is in the table");
    return entry;
  }

  /** Input may have come, or time has passed outside: all are asked again. */
  forgetWaits(): void {
    for (const entry of this.#entries) entry.wait = undefined;
  }

  /** The first after `turn`, going round, that wants to run at `clockMicros`; undefined: all wait. */
  nextAfter(turn: number, clockMicros: number): Entry | undefined {
    const ready = this.running.filter(({ wait }) => wait === undefined || isOver(wait, clockMicros));
    return ready.find(({ process }) => process > turn) ?? ready[0];
  }

  /** When the first of those that wait for a time wants to run. */
  get wakeMicros(): number | undefined {
    const times = this.running.map(({ wait }) => wait?.untilMicros ?? Infinity);
    const earliest = Math.min(Infinity, ...times);
    return earliest === Infinity ? undefined : earliest;
  }
}

function isOver(wait: Wait, clockMicros: number): boolean {
  return wait.untilMicros !== undefined && wait.untilMicros <= clockMicros;
}
