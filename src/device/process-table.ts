import { assert } from "../base/index.ts";
import { isProgram, processNumbers, processSummary } from "../process/index.ts";
import type { ProcessStatus, ProcessSummary } from "../process/index.ts";
import type { Store } from "../store/index.ts";

/** The first process of an image. */
export const FIRST_PROCESS = 1;

/** What the store says of the processes of a device. */
export function summariesOf(store: Store): readonly ProcessSummary[] {
  const numbers = processNumbers(store);
  // A chip without a program is refused by the first summary.
  return (numbers.length === 0 ? [FIRST_PROCESS] : numbers).map((number) => processSummary(store, number));
}

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
  /** Leases are being given back or established: it has no turn before that is done. */
  transition: "expiring" | "establishing" | undefined;
  /** Its program has been told that it is to be suspended, and is at this time, whatever it does. */
  suspendByMicros: number | undefined;
}

/** The processes of a device that is on, and whose turn it is. Turns go round by number. */
export class ProcessTable {
  readonly #entries: Entry[];

  constructor(entries: readonly Omit<Entry, "wait" | "transition" | "suspendByMicros">[]) {
    this.#entries = entries.map(({ process, status, exitStatus }) => ({
      ...{ process, status, exitStatus },
      ...{ wait: undefined, transition: undefined, suspendByMicros: undefined },
    }));
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

  /** Those between two statuses. */
  get underWay(): readonly Entry[] {
    return this.#entries.filter(({ transition }) => transition !== undefined);
  }

  /** Something may have come for a process that waits. */
  wake(process: number): void {
    const entry = this.#entries.find((one) => one.process === process);
    if (entry !== undefined) entry.wait = undefined;
  }

  /** Input may have come, or time has passed outside: all are asked again. */
  forgetWaits(): void {
    for (const entry of this.#entries) entry.wait = undefined;
  }

  /** The first after `turn`, going round, that wants to run at `clockMicros`; undefined: all wait. */
  nextAfter(turn: number, clockMicros: number): Entry | undefined {
    const ready = this.running.filter(
      ({ wait, transition }) => transition === undefined && (wait === undefined || isOver(wait, clockMicros)),
    );
    return ready.find(({ process }) => process > turn) ?? ready[0];
  }

  /** When the first of those that wait for a time wants to run. */
  get wakeMicros(): number | undefined {
    const times = this.running.flatMap(({ wait, suspendByMicros }) => [
      wait?.untilMicros ?? Infinity,
      suspendByMicros ?? Infinity,
    ]);
    const earliest = Math.min(Infinity, ...times);
    return earliest === Infinity ? undefined : earliest;
  }
}

function isOver(wait: Wait, clockMicros: number): boolean {
  return wait.untilMicros !== undefined && wait.untilMicros <= clockMicros;
}

/** A process without its program is one whose drop was cut. */
export function endDrops(store: Store, table: ProcessTable): void {
  for (const number of store.processes()) {
    if (!isProgram(number) && !table.all.some(({ process }) => process === number)) store.dropProcess(number);
  }
}
