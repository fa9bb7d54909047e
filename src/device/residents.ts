import { Process } from "../process/index.ts";
import type { Carry, LeasePort } from "../process/index.ts";
import { isRamEnough } from "../heap/index.ts";
import type { HeapOptions } from "../heap/index.ts";
import type { Store } from "../store/index.ts";
import { heapOptionsOf, residentsMax } from "./board.ts";
import type { Board, DeviceOptions } from "./board.ts";
import { bufferBytesOf } from "./medium.ts";
import type { Supply } from "./supply.ts";
import type { Tally } from "./tally.ts";

/** A process in RAM, and what the device remembers of it while it is on. */
export interface Resident {
  readonly process: Process;
  /** Into how many parts the RAM was divided when it came. */
  readonly slots: number;
  /** Since when output has been waiting for a checkpoint. */
  heldSinceMicros: number | undefined;
  /** The last checkpoint that has returned, and its ticks. */
  acknowledged: number;
  acknowledgedTicks: number;
}

/** Device time 0 on Java's clock: 2000-01-01T00:00:00Z. */
export const EPOCH_MILLIS = 946_684_800_000;

/**
 * The in-memory heaps of a device that is on. The RAM that the store leaves is shared evenly by the processes that run, as far as each gets
 * what a heap needs; where more run than that, they take turns in RAM. A process that leaves RAM has just been checkpointed.
 */
export class Residents {
  readonly #board: Board;
  readonly #options: DeviceOptions;
  readonly #store: Store;
  readonly #heap: HeapOptions;
  readonly #leases: LeasePort;
  /** By the number of processes that run. */
  readonly #slots = new Map<number, number>();
  /** In the order of their last turn. */
  readonly #residents = new Map<number, Resident>();
  /** What a process that was in RAM since power-on has let out of the device. */
  readonly #carries = new Map<number, Carry>();

  constructor(
    board: Board,
    options: DeviceOptions,
    store: Store,
    ports: { leases: LeasePort; supply: Supply },
  ) {
    this.#board = board;
    this.#options = options;
    this.#store = store;
    const { leases, supply } = ports;
    this.#heap = {
      ...heapOptionsOf(board, options, store.ramBytes + bufferBytesOf(board.chip)),
      ...supply.heapLimit,
    };
    this.#leases = leases;
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

  /**
   * Gives the heap its part of the RAM that the store's map and tables leave now, and of the flash. Right after a checkpoint of `resident`,
   * whose lines are clean. `running` are the processes that run, this one included.
   */
  shareAgain(resident: Resident, running: readonly number[]): void {
    const { heap, options } = resident.process;
    // A checkpoint writes its lines anew before the old ones are free: at most what RAM holds.
    const roomLines = this.#store.roomLines - heap.ramLinesBudget;
    const heldLines = running.reduce((sum, process) => sum + this.#store.lineCount(process), 0);
    // Even parts, so that none fills the chip with garbage where another needs room.
    const partLines = Math.floor((heldLines + roomLines) / Math.max(1, running.length));
    // Where the store has grown so much that a heap could not be built, it keeps the RAM that it has.
    heap.setShares(
      this.#share(resident.slots),
      roomLines,
      partLines - this.#store.lineCount(options.process),
    );
  }

  /** Processes that must leave RAM before `process` can be there with its share, while `runningCount` run; the least recent first. */
  inTheWay(process: number, runningCount: number): readonly Resident[] {
    const slots = this.slots(runningCount);
    const others = this.all.filter((one) => one.process.options.process !== process);
    const misfits = this.all.filter((one) => one.slots !== slots);
    if (misfits.length > 0) return misfits;
    const room = slots - 1;
    return this.#residents.has(process) ? [] : others.slice(0, Math.max(0, others.length - room));
  }

  /** Builds the process from its lines. Nothing must be in the way. */
  bring(process: number, runningCount: number): Resident {
    const resident = this.#make(process, this.slots(runningCount));
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

  /** The process is another one than it was: what it let out before counts no more. */
  forget(process: number): void {
    this.#carries.delete(process);
  }

  /** Throws the machine away and builds it again from lines, in the same place. */
  remake(resident: Resident): Resident {
    const { process } = resident.process.options;
    this.drop(resident);
    const { acknowledged, acknowledgedTicks, slots } = resident;
    const made: Resident = { ...this.#make(process, slots), acknowledged, acknowledgedTicks };
    this.#residents.set(process, made);
    return made;
  }

  /** Tells what RAM holds now. */
  noteRam(tally: Tally): void {
    const lines = this.all.reduce((sum, { process }) => sum + process.heap.ramLinesResident, 0);
    tally.noteRam(
      lines * this.#board.profile.lineBytes + this.#store.ramBytes + bufferBytesOf(this.#board.chip),
    );
  }

  /** How many processes are in RAM at once while `runningCount` run. */
  slots(runningCount: number): number {
    const known = this.#slots.get(runningCount);
    if (known !== undefined) return known;
    const slots = residentsMax(this.#heap, runningCount);
    this.#slots.set(runningCount, slots);
    return slots;
  }

  /** One of `slots` parts; what the heaps had at power-on where the store now leaves too little for any heap. */
  #share(slots: number): number {
    const leftBytes = this.#board.profile.ramBytes - this.#store.ramBytes - bufferBytesOf(this.#board.chip);
    const share = Math.floor(leftBytes / slots);
    return isRamEnough({ ...this.#heap, ramBytes: share }) ? share : Math.floor(this.#heap.ramBytes / slots);
  }

  #make(process: number, slots: number): Resident {
    const { profile, console, consoleOf } = this.#board;
    const { output, findClass } = this.#options;
    const options = {
      process,
      heap: { ...this.#heap, ramBytes: this.#share(slots) },
      nanosPerTick: 1e9 / profile.ticksPerSecond,
      epochMillis: EPOCH_MILLIS,
      output,
      leases: this.#leases,
      ...(findClass && { findClass }),
    };
    const carry = this.#carries.get(process);
    const made = new Process(this.#store, consoleOf?.(process) ?? console, options, carry);
    return {
      process: made,
      slots,
      heldSinceMicros: undefined,
      acknowledged: made.checkpointCount,
      acknowledgedTicks: made.machine.ticks,
    };
  }
}
