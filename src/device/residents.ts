import { Process } from "../process/index.ts";
import type { Carry } from "../process/index.ts";
import type { HeapOptions } from "../heap/index.ts";
import type { Store } from "../store/index.ts";
import { residentsMax } from "./board.ts";
import type { Board, DeviceOptions } from "./board.ts";

/** A process in RAM, and what the device remembers of it while it is on. */
export interface Resident {
  readonly process: Process;
  /** RAM that its heap was built for. */
  readonly ramBytes: number;
  /** Since when output has been waiting for a checkpoint. */
  heldSinceMicros: number | undefined;
  /** The last checkpoint that has returned, and its ticks. */
  acknowledged: number;
  acknowledgedTicks: number;
}

/** Device time 0 on Java's clock: 2000-01-01T00:00:00Z. */
const EPOCH_MILLIS = 946_684_800_000;

/**
 * The in-memory heaps of a device that is on. The RAM that the store leaves is shared evenly by the processes that run, as far as each gets
 * what a heap needs; where more run than that, they take turns in RAM. A process that leaves RAM has just been checkpointed.
 */
export class Residents {
  readonly #board: Board;
  readonly #options: DeviceOptions;
  readonly #store: Store;
  readonly #heap: HeapOptions;
  /** By the number of processes that run. */
  readonly #slots = new Map<number, number>();
  /** In the order of their last turn. */
  readonly #residents = new Map<number, Resident>();
  /** What a process that was in RAM since power-on has let out of the device. */
  readonly #carries = new Map<number, Carry>();

  constructor(board: Board, options: DeviceOptions, store: Store, heap: HeapOptions) {
    this.#board = board;
    this.#options = options;
    this.#store = store;
    this.#heap = heap;
  }

  get all(): readonly Resident[] {
    return [...this.#residents.values()];
  }

  get(process: number): Resident | undefined {
    return this.#residents.get(process);
  }

  /** Whether the process was in RAM before, since power-on. */
  hasMet(process: number): boolean {
    return this.#carries.has(process) || this.#residents.has(process);
  }

  /** Processes that must leave RAM before `process` can be there with its share, while `runningCount` run; the least recent first. */
  inTheWay(process: number, runningCount: number): readonly Resident[] {
    const ramBytes = this.#share(runningCount);
    const others = this.all.filter((one) => one.process.options.process !== process);
    const misfits = this.all.filter((one) => one.ramBytes !== ramBytes);
    if (misfits.length > 0) return misfits;
    const room = this.slots(runningCount) - 1;
    return this.#residents.has(process) ? [] : others.slice(0, Math.max(0, others.length - room));
  }

  /** Builds the process from its lines. Nothing must be in the way. */
  bring(process: number, runningCount: number): Resident {
    const resident = this.#make(process, this.#share(runningCount));
    this.#residents.set(process, resident);
    return resident;
  }

  /** Notes that it is the turn of `resident`. */
  touch(resident: Resident): void {
    const { process } = resident.process.options;
    this.#residents.delete(process);
    this.#residents.set(process, resident);
  }

  /** Gives up the in-memory heap. What was not checkpointed is gone. */
  drop(resident: Resident): void {
    const { process } = resident;
    this.#carries.set(process.options.process, process.carry);
    process.heap.discard();
    this.#residents.delete(process.options.process);
  }

  /** Throws the machine away and builds it again from lines, in the same place. */
  remake(resident: Resident): Resident {
    const { process } = resident.process.options;
    this.drop(resident);
    const { acknowledged, acknowledgedTicks, ramBytes } = resident;
    const made: Resident = { ...this.#make(process, ramBytes), acknowledged, acknowledgedTicks };
    this.#residents.set(process, made);
    return made;
  }

  /** The process has gone for good, or is another one now. */
  forget(process: number): void {
    const resident = this.#residents.get(process);
    if (resident !== undefined) this.drop(resident);
    this.#carries.delete(process);
  }

  /** How many processes are in RAM at once while `runningCount` run. */
  slots(runningCount: number): number {
    const known = this.#slots.get(runningCount);
    if (known !== undefined) return known;
    const slots = residentsMax(this.#heap, runningCount);
    this.#slots.set(runningCount, slots);
    return slots;
  }

  #share(runningCount: number): number {
    return Math.floor(this.#heap.ramBytes / this.slots(runningCount));
  }

  #make(process: number, ramBytes: number): Resident {
    const { profile, console, consoleOf } = this.#board;
    const { output, findClass } = this.#options;
    const options = {
      process,
      heap: { ...this.#heap, ramBytes },
      nanosPerTick: 1e9 / profile.ticksPerSecond,
      epochMillis: EPOCH_MILLIS,
      output,
      ...(findClass && { findClass }),
    };
    const carry = this.#carries.get(process);
    const made = new Process(this.#store, consoleOf?.(process) ?? console, options, carry);
    return {
      process: made,
      ramBytes,
      heldSinceMicros: undefined,
      acknowledged: made.checkpointCount,
      acknowledgedTicks: made.machine.ticks,
    };
  }
}
