import { assert } from "../base/index.ts";
import { PowerCut, formatCut } from "../flash/index.ts";
import type { Process } from "../process/index.ts";
import type { Store } from "../store/index.ts";
import type { Board, BrownOut, DeviceHooks, DeviceOptions, DeviceStop, RunLimit } from "./board.ts";
import { LiveManager } from "./live-manager.ts";
import { Session } from "./session.ts";
import type { DeviceStats } from "./stats.ts";
import { Tally } from "./tally.ts";

/** An emulated device: give it a board, `run` it, cut its power, `run` it again. Its processes go on from their last checkpoints. */
export class Device implements DeviceHooks {
  readonly board: Board;
  readonly options: DeviceOptions;
  #session: Session | undefined;
  readonly #tally = new Tally();
  #acknowledged = 0;
  #flushLinesMax: number | undefined;
  onCheckpoint: DeviceHooks["onCheckpoint"];
  stopAtCheckpoint: DeviceHooks["stopAtCheckpoint"];
  onEvent: DeviceHooks["onEvent"];

  constructor(board: Board, options: DeviceOptions) {
    this.board = board;
    this.options = options;
  }

  get isOn(): boolean {
    return this.#session !== undefined;
  }

  get #on(): Session {
    assert(this.#session !== undefined, "the device is on");
    return this.#session;
  }

  /** The store of a device that is on. */
  get store(): Store {
    return this.#on.store;
  }

  /** The process whose turn it is, of a device that is on. */
  get process(): Process {
    return this.#on.process;
  }

  /** Java's clock on a device that is on, microseconds: it runs for all processes. */
  get clockMicros(): number {
    return this.#on.clockMicros;
  }

  /** Ticks of all processes of a device that is on, those before power-on included. */
  get ticks(): number {
    return this.#on.ticks;
  }

  /** Number of the last checkpoint whose commit has returned. What a later boot shows is never older. */
  get acknowledgedCheckpoint(): number {
    return this.#session?.acknowledgedCheckpoint ?? this.#acknowledged;
  }

  /**
   * Powers the device on if it is off, and runs it until something happens that its user must know. A power cut ends here: the device is
   * then off, and all that is left is on the chip.
   */
  run(limit: RunLimit = {}): DeviceStop {
    try {
      if (!this.isOn) this.#powerOn(limit);
      const stop = this.#on.run(limit);
      if (!this.#on.supply.isFailing) return stop;
      this.brownOut();
      return { kind: "cut", cut: "after a brown-out" };
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      this.#session?.supply.end();
      this.#noteCut();
      this.powerOff();
      return { kind: "cut", cut: error.point === null ? "between operations" : formatCut([error.point]) };
    }
  }

  #powerOn({ cut, brownOutAt }: RunLimit): void {
    const { chip } = this.board;
    chip.powerOn();
    if (cut !== undefined) chip.armCut(cut);
    this.#tally.boots++;
    this.#session = new Session(this.board, this.options, this.#tally, this);
    this.#flushLinesMax = this.#session.supply.heapLimit?.flushLinesMax;
    if (brownOutAt !== undefined) this.#session.supply.failAt(brownOutAt);
    this.#session.settle();
  }

  /** The supply is switched off between two operations, without a word to anybody. */
  powerOff(): void {
    for (const { process } of this.#session?.residents.all ?? []) {
      this.#tally.noteGone(process);
      process.heap.discard();
    }
    this.board.network?.plug.reset();
    this.#acknowledged = this.acknowledgedCheckpoint;
    this.#session = undefined;
  }

  /**
   * The supply fails: the warning came `ticksAgo` ago, at the tick where a run was asked to stop. What is dirty is flushed within the
   * profile's hold-up, then the power goes. On a board without one it goes at once.
   */
  brownOut(ticksAgo = 0): BrownOut {
    const session = this.#on;
    const { supply } = session;
    try {
      if (!supply.isFailing) supply.fail(ticksAgo);
      if (supply.isGuarding) session.secure();
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    }
    const usedMicros = Math.ceil((supply.holdUpNanos - supply.leftNanos) / 1000);
    supply.end();
    this.#noteCut();
    this.powerOff();
    return { usedMicros, holdUpMicros: Math.floor(supply.holdUpNanos / 1000) };
  }

  #noteCut(): void {
    this.#tally.cuts++;
    for (const { process, acknowledgedTicks } of this.#session?.residents.all ?? []) {
      this.#tally.noteLoss(process.machine.ticks - acknowledgedTicks);
    }
  }

  /** Makes a checkpoint of every process in RAM now. */
  checkpoint(): void {
    this.#on.checkpoint();
  }

  /** Lets device time pass without ticks, to `micros` on Java's clock. */
  idleUntil(micros: number): void {
    this.#on.idleUntil(micros);
  }

  /** `Session.suspend`, on a device that is on. */
  suspend(process: number): void {
    this.#on.suspend(process);
  }

  /** `Session.resume`, on a device that is on. */
  resume(process: number): void {
    this.#on.resume(process);
  }

  /** For somebody outside who wants something of the processes of a device that is on. */
  get manager(): LiveManager {
    return new LiveManager(this.#on);
  }

  /** All counts so far, over all boots. */
  stats(): DeviceStats {
    const present = (this.#session?.residents.all ?? []).map(({ process }) => process);
    return this.#tally.stats(this.board.chip, present, {
      cutsAsked: this.options.cutsAsked,
      ticksPerSecond: this.board.profile.ticksPerSecond,
      lineBytes: this.board.profile.lineBytes,
      flushLinesMax: this.#flushLinesMax,
    });
  }
}
