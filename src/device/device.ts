import { EXIT, UserError, assert } from "../base/index.ts";
import { PowerCut, formatCut } from "../flash/index.ts";
import type { ArmedCut, FlashChip } from "../flash/index.ts";
import { heapOptionsFor, isRamEnough, minimumRamBytes } from "../heap/index.ts";
import { Process } from "../process/index.ts";
import type { Carry, ConsolePort, FindClass, ProcessStop } from "../process/index.ts";
import { Store, chipMemory } from "../store/index.ts";
import type { StoreFault } from "../store/index.ts";
import type { CheckpointPolicy } from "./policy.ts";
import { sizesOf } from "./profiles.ts";
import type { Profile } from "./profiles.ts";
import { damaged } from "./damaged.ts";
import { eraseCounts, noTotals } from "./stats.ts";
import type { DeviceStats } from "./stats.ts";

/** What a device is built of. The chip is the only part that keeps anything while the power is off. */
export interface Board {
  readonly profile: Profile;
  readonly chip: FlashChip;
  /** The class library: a class archive. */
  readonly rom: Uint8Array;
  readonly console: ConsolePort;
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
  readonly findClass?: FindClass;
  /** For the lab's own tests: a store that is broken on purpose. */
  readonly fault?: StoreFault;
}

export interface RunLimit {
  /** Stop at the first poll after so many more ticks. */
  readonly ticks?: number;
  /** Stop when Java's clock has reached this. */
  readonly untilMicros?: number;
  /** Where the power goes, counted from power-on; only looked at when this run powers the device on. */
  readonly cut?: ArmedCut;
}

export type DeviceStop =
  | { readonly kind: "exited"; readonly status: number }
  | { readonly kind: "cut"; readonly cut: string }
  | { readonly kind: "paused" }
  | { readonly kind: "waiting"; readonly forMicros: number }
  | { readonly kind: "waiting-input" };

/** Waiting output is committed within this device time (design section 11). */
const OUTPUT_HOLD_MICROS = 50_000;
/** How often dirty lines are counted where the policy is about them. */
const LINES_LOOK_TICKS = 1000;
/** The one process of an image. */
export const FIRST_PROCESS = 1;

/** An emulated device: give it a board, `run` it, cut its power, `run` it again. It goes on from its last checkpoint. */
export class Device {
  readonly board: Board;
  readonly options: DeviceOptions;
  #store: Store | undefined;
  #process: Process | undefined;
  #heldSinceMicros: number | undefined;
  #boots = 0;
  #cuts = 0;
  #resumedFrom = 0;
  #resumptions = 0;
  #checkpoints = 0;
  #ticks = 0;
  #ticksLost = 0;
  #ticksLostMax = 0;
  #ramBytesMax = 0;
  #mount = { reads: 0, bytes: 0 };
  readonly #totals = noTotals();
  #acknowledged = 0;
  #acknowledgedTicks = 0;
  /** Told after each checkpoint, when it is durable and its output has left. */
  onCheckpoint: (() => void) | undefined;
  /** Asked after each checkpoint: true pauses the run there. */
  stopAtCheckpoint: (() => boolean) | undefined;

  constructor(board: Board, options: DeviceOptions) {
    this.board = board;
    this.options = options;
  }

  get isOn(): boolean {
    return this.#process !== undefined;
  }

  /** The store of a device that is on. */
  get store(): Store {
    assert(this.#store !== undefined, "the device is on");
    return this.#store;
  }

  /** The process of a device that is on. */
  get process(): Process {
    assert(this.#process !== undefined, "the device is on");
    return this.#process;
  }

  /** Number of the last checkpoint whose commit has returned. What a later boot shows is never older. */
  get acknowledgedCheckpoint(): number {
    return this.#acknowledged;
  }

  /**
   * Powers the device on if it is off, and runs it until something happens that its user must know. A power cut ends here: the device is
   * then off, and all that is left is on the chip.
   */
  run(limit: RunLimit = {}): DeviceStop {
    try {
      if (!this.isOn) this.#powerOn(limit.cut);
      return this.#runOn(limit);
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      this.#cuts++;
      this.#noteLoss();
      this.powerOff();
      return { kind: "cut", cut: error.point === null ? "between operations" : formatCut([error.point]) };
    }
  }

  /** The supply is switched off between two operations, without a word to anybody. */
  powerOff(): void {
    if (this.#process !== undefined) {
      this.#addTotals(this.#process);
      this.#process.heap.discard();
    }
    this.#process = undefined;
    this.#store = undefined;
    this.#heldSinceMicros = undefined;
  }

  /** Makes a checkpoint now, if there is anything to save. */
  checkpoint(): void {
    const process = this.process;
    const made = process.checkpoint(() => this.board.chip.deviceMicros);
    this.#checkpoints++;
    this.#acknowledged = process.checkpointCount;
    this.#acknowledgedTicks = process.machine.ticks;
    this.#totals.flushed += made.lines;
    this.#heldSinceMicros = undefined;
    this.#noteRam();
    if (this.options.amnesia && process.status === "RUNNING") this.#forget(process);
    this.onCheckpoint?.();
  }

  #powerOn(cut: ArmedCut | undefined): void {
    const { chip } = this.board;
    chip.powerOn();
    if (cut !== undefined) chip.armCut(cut);
    this.#boots++;
    const mounted = Store.mount(
      chipMemory(chip),
      this.options.fault === undefined ? {} : { fault: this.options.fault },
    );
    if (mounted.kind === "damaged") throw damaged(mounted.what, mounted.where);
    this.#store = mounted.store;
    this.#mount = { ...mounted.store.mountReads };
    const process = this.#makeProcess();
    this.#process = process;
    this.#acknowledged = process.checkpointCount;
    this.#acknowledgedTicks = process.machine.ticks;
    this.#start(process);
    this.#noteRam();
  }

  #start(process: Process): void {
    switch (process.status) {
      case "NEW":
        process.begin();
        return;
      case "RUNNING":
        this.#resumedFrom = process.checkpointCount;
        this.#resumptions++;
        process.resume();
        process.resend();
        return;
      case "EXITED":
        // Where nobody can say what has arrived, a program that has ended says nothing again. After a cut it is known that nobody heard it.
        if (this.board.console.acknowledged(1) !== undefined || this.#boots > 1) process.resend();
        return;
      case "SUSPENDED":
        return;
    }
  }

  #makeProcess(carry?: Carry): Process {
    const { profile, rom, console } = this.board;
    const { options } = this;
    const sized = heapOptionsFor({ ...sizesOf(profile), rom, evictAlways: options.evictAlways });
    // The sections lie where the profile's RAM puts them; what the store's map takes of it only makes the budget smaller.
    const heap = { ...sized, ramBytes: this.#heapRamBytes() };
    if (!isRamEnough(heap)) throw this.#tooLittleRam();
    return new Process(
      this.store,
      console,
      {
        process: FIRST_PROCESS,
        heap,
        nanosPerTick: 1e9 / profile.ticksPerSecond,
        epochMillis: EPOCH_MILLIS,
        output: options.output,
        ...(options.findClass && { findClass: options.findClass }),
      },
      carry,
    );
  }

  /** Nursery and window grow with RAM, so the number that would do is searched for. */
  #tooLittleRam(): UserError {
    const { profile, rom } = this.board;
    const needs = (ramBytes: number): number =>
      minimumRamBytes(heapOptionsFor({ ...sizesOf(profile), ramBytes, rom })) + this.store.ramBytes;
    let ramBytes = profile.ramBytes;
    while (needs(ramBytes) > ramBytes) ramBytes += 1024;
    return new UserError({
      what: `${profile.ramBytes} bytes of RAM are too little for heap and store`,
      where: `profile ${profile.name}`,
      whatToDo: `give --ram ${Math.ceil(ramBytes / 1024)}K or more`,
      exitStatus: EXIT.config,
    });
  }

  #heapRamBytes(): number {
    return this.board.profile.ramBytes - this.store.ramBytes;
  }

  #forget(process: Process): void {
    this.#addTotals(process);
    const { carry } = process;
    process.heap.discard();
    this.#process = this.#makeProcess(carry);
  }

  #runOn(limit: RunLimit): DeviceStop {
    const stopTicks = limit.ticks === undefined ? Infinity : this.process.machine.ticks + limit.ticks;
    for (;;) {
      const process = this.process;
      if (process.status === "EXITED") return { kind: "exited", status: process.exitStatus };
      if (process.machine.ticks >= stopTicks) return { kind: "paused" };
      if (limit.untilMicros !== undefined && process.clockMicros >= limit.untilMicros)
        return { kind: "paused" };
      const stop = process.run(Math.min(this.#sliceTicks(process, limit), stopTicks - process.machine.ticks));
      this.#ticks = Math.max(this.#ticks, process.machine.ticks);
      const answer = this.#answer(process, stop, limit);
      if (answer !== undefined) return answer;
    }
  }

  /** Ticks to the next moment at which the device has something to decide. */
  #sliceTicks(process: Process, limit: RunLimit): number {
    const { nanosPerTick } = process.options;
    let ticks = Math.max(1, Math.floor((OUTPUT_HOLD_MICROS * 1000) / nanosPerTick / 4));
    const period = this.#periodTicks(nanosPerTick);
    if (this.options.checkpoint.kind === "lines") ticks = Math.min(ticks, LINES_LOOK_TICKS);
    else if (period !== undefined) ticks = Math.min(ticks, Math.max(1, period - process.ticksAtRisk));
    if (limit.untilMicros !== undefined) {
      ticks = Math.min(ticks, Math.max(1, ((limit.untilMicros - process.clockMicros) * 1000) / nanosPerTick));
    }
    return Math.ceil(ticks);
  }

  #periodTicks(nanosPerTick: number): number | undefined {
    const policy = this.options.checkpoint;
    switch (policy.kind) {
      case "ticks":
        return policy.ticks;
      case "micros":
        return Math.max(1, Math.round((policy.micros * 1000) / nanosPerTick));
      case "lines":
      case "request":
        return undefined;
    }
  }

  #answer(process: Process, stop: ProcessStop, limit: RunLimit): DeviceStop | undefined {
    switch (stop.kind) {
      case "ticks":
        return this.#isPeriodOver(process) || this.#isOutputDue(process)
          ? this.#checkpointAndGoOn()
          : undefined;
      case "checkpoint-due":
        return this.#checkpointAndGoOn();
      case "waiting":
        if (process.ticksAtRisk > 0) return this.#checkpointAndGoOn();
        return this.#idle(process, stop, limit);
      case "exited":
        this.checkpoint();
        return { kind: "exited", status: stop.status };
    }
  }

  #checkpointAndGoOn(): DeviceStop | undefined {
    this.checkpoint();
    return this.stopAtCheckpoint?.() === true ? { kind: "paused" } : undefined;
  }

  #isPeriodOver(process: Process): boolean {
    const policy = this.options.checkpoint;
    if (policy.kind === "lines") return process.heap.dirtyLines >= policy.lines;
    const period = this.#periodTicks(process.options.nanosPerTick);
    return period !== undefined && process.ticksAtRisk >= period;
  }

  #isOutputDue(process: Process): boolean {
    if (!process.hasHeldOutput) return false;
    this.#heldSinceMicros ??= process.clockMicros;
    return process.clockMicros - this.#heldSinceMicros >= OUTPUT_HOLD_MICROS;
  }

  #idle(
    process: Process,
    stop: { readonly untilMicros: number | undefined; readonly forInput: boolean },
    limit: RunLimit,
  ): DeviceStop | undefined {
    if (stop.untilMicros === undefined) {
      assert(stop.forInput, "a process that waits for nothing has stopped as deadlocked");
      return { kind: "waiting-input" };
    }
    if (this.options.pace === "real") {
      return { kind: "waiting", forMicros: Math.max(0, stop.untilMicros - process.clockMicros) };
    }
    this.store.idle(Math.max(0, stop.untilMicros - process.clockMicros));
    process.idleUntil(Math.min(stop.untilMicros, limit.untilMicros ?? Infinity));
    return undefined;
  }

  #noteLoss(): void {
    if (this.#process === undefined) return;
    const lost = this.#process.machine.ticks - this.#acknowledgedTicks;
    this.#ticksLost += lost;
    this.#ticksLostMax = Math.max(this.#ticksLostMax, lost);
  }

  #noteRam(): void {
    const { heap } = this.process;
    const { profile } = this.board;
    this.#ramBytesMax = Math.max(
      this.#ramBytesMax,
      heap.ramLinesResident * profile.lineBytes + this.store.ramBytes,
    );
  }

  #addTotals(process: Process): void {
    const { stats } = process.heap;
    this.#totals.loaded += stats.linesLoaded;
    this.#totals.evicted += stats.linesEvicted;
    this.#totals.young += stats.youngCollections;
    this.#totals.full += stats.fullCollections;
  }

  /** All counts so far, over all boots. */
  stats(): DeviceStats {
    const totals = { ...this.#totals };
    if (this.#process !== undefined) {
      const { stats } = this.#process.heap;
      totals.loaded += stats.linesLoaded;
      totals.evicted += stats.linesEvicted;
      totals.young += stats.youngCollections;
      totals.full += stats.fullCollections;
    }
    const { chip, profile } = this.board;
    const { counters } = chip;
    const ticking = (this.#ticks * 1e6) / profile.ticksPerSecond;
    return {
      ticks: this.#ticks,
      ticksLost: this.#ticksLost,
      ticksLostMax: this.#ticksLostMax,
      deviceMicros: Math.round(ticking + chip.deviceMicros),
      cutsAsked: this.options.cutsAsked,
      cuts: this.#cuts,
      boots: this.#boots,
      resumedFrom: this.#resumedFrom,
      resumptions: this.#resumptions,
      checkpoints: this.#checkpoints,
      lines: { loaded: totals.loaded, flushed: totals.flushed, evicted: totals.evicted },
      bytesProgrammed: counters.programmedBytes,
      programs: counters.programs,
      erases: counters.erases,
      eraseCount: eraseCounts(chip),
      mount: this.#mount,
      collections: { young: totals.young, full: totals.full },
      ramBytesMax: this.#ramBytesMax,
    };
  }
}

/** Device time 0 on Java's clock: 2000-01-01T00:00:00Z. */
const EPOCH_MILLIS = 946_684_800_000;
