import { assert } from "../base/index.ts";
import { processSummary } from "../process/index.ts";
import type { Asker, Lease, LeaseEventKind, Process, ProcessStop } from "../process/index.ts";
import type { Store } from "../store/index.ts";
import { mountOptionsOf, requireRom } from "./board.ts";
import type { Board, DeviceHooks, DeviceOptions, DeviceStop, RunLimit } from "./board.ts";
import { NO_DEVICE_STATE, decodeDeviceState, encodeDeviceState } from "./device-state.ts";
import type { DeviceState } from "./device-state.ts";
import type { CheckpointCause, DeviceEvent } from "./events.ts";
import { rollBack } from "./kept-states.ts";
import type { Rollback } from "./kept-states.ts";
import { mountStore } from "./medium.ts";
import { OUTPUT_HOLD_MICROS, TURN_TICKS, isPeriodOver, ticksToDecision } from "./policy.ts";
import { FIRST_PROCESS, ProcessTable, endDrops, summariesOf } from "./process-table.ts";
import type { Entry } from "./process-table.ts";
import { Residents } from "./residents.ts";
import type { Resident } from "./residents.ts";
import { makeServices } from "./service-set.ts";
import type { Services } from "./services.ts";
import { Supply } from "./supply.ts";
import type { Tally } from "./tally.ts";
import { Transitions } from "./transitions.ts";

/** A turn of a process while others want to run, where it must be swapped in first: see `TURN_TICKS`. */
const SWAPPED_TURN_TICKS = 100_000;
/**
 * A device between power-on and the loss of power: the store, the processes in RAM, and whose turn it is. All of it is gone after a cut.
 * Processes take turns by ticks; where RAM does not hold all of them they take turns in RAM too.
 */
export class Session {
  readonly store: Store;
  readonly table: ProcessTable;
  readonly residents: Residents;
  readonly supply: Supply;
  /** Number of the last checkpoint, of the process that made it, whose commit has returned. */
  acknowledgedCheckpoint = 0;
  readonly #board: Board;
  readonly #options: DeviceOptions;
  readonly #tally: Tally;
  readonly #hooks: DeviceHooks;
  readonly #services: Services;
  readonly #transitions: Transitions;
  #state: DeviceState;
  #ticks = 0;
  #turn: number;
  #turnTicks = 0;
  #clockMicros: number;

  /** Mounts the store of a chip that has just been powered on. `settle` comes next. Throws `UserError` for a chip that is damaged. */
  constructor(board: Board, options: DeviceOptions, tally: Tally, hooks: DeviceHooks) {
    this.#board = board;
    this.#options = options;
    this.#tally = tally;
    this.#hooks = hooks;
    requireRom(board);
    this.store = mountStore(board.chip, mountOptionsOf(board.profile, options));
    tally.mount = { ...this.store.mountReads };
    this.#state = decodeDeviceState(this.store.device() ?? new Uint8Array()) ?? NO_DEVICE_STATE;
    this.#clockMicros = this.#state.clockMicros;
    const summaries = summariesOf(this.store);
    this.table = new ProcessTable(summaries);
    this.#ticks = summaries.reduce((sum, { ticks }) => sum + ticks, 0);
    const { running, all } = this.table;
    const turn = running.find(({ process }) => process === this.#state.turn) ?? running[0] ?? all[0];
    this.#turn = turn?.process ?? FIRST_PROCESS;
    this.supply = new Supply(board, options, this.store);
    const onEvent = ({ process, ticks }: Asker, lease: Lease, kind: LeaseEventKind): void =>
      hooks.onEvent?.({ kind, process, ticks, clockMicros: this.#clockMicros, lease });
    this.#services = makeServices({ board, summaries, table: this.table, onEvent, ...this.#state });
    this.residents = new Residents(board, options, this.store, {
      leases: this.#services,
      supply: this.supply,
    });
    this.#transitions = new Transitions({
      table: this.table,
      clockMicros: () => this.#clockMicros,
      bring: (process) => this.#bringNow(process),
      checkpoint: (resident) => this.#checkpoint(resident),
      discard: (resident) => this.#discard(resident),
      tell: (kind, resident) => this.#tell(kind, resident),
    });
  }

  /** Ticks of all processes, as they were committed at power-on and since. */
  get ticks(): number {
    return this.#ticks;
  }

  /** Java's clock: it runs for all processes. */
  get clockMicros(): number {
    return this.#clockMicros;
  }

  /** The process whose turn it is. */
  get process(): Process {
    return this.bring(this.#turn).process;
  }

  /** Brings the process whose turn it is into RAM, and finishes what a cut interrupted. */
  settle(): void {
    endDrops(this.store, this.table);
    this.bring(this.#turn);
    for (const { process, status, holdsOutput } of summariesOf(this.store)) {
      // Those that have no turn may still have said something that has not arrived.
      const isDone = status === "EXITED" || status === "SUSPENDED";
      if (status === "SUSPENDING" || status === "RESUMING" || (isDone && holdsOutput)) this.bring(process);
    }
  }

  /** Makes a checkpoint of every process in RAM that runs. */
  checkpoint(): void {
    for (const resident of this.residents.all) {
      if (resident.process.status === "RUNNING") this.#checkpoint(resident);
    }
  }

  /** The same of those that have something to lose, `besides` one. */
  secure(besides?: Resident): void {
    for (const resident of this.residents.all) {
      const { status, ticksAtRisk } = resident.process;
      if (resident !== besides && status === "RUNNING" && ticksAtRisk > 0) this.#checkpoint(resident);
    }
  }

  /** Lets device time pass without ticks, to `micros` on Java's clock. */
  idleUntil(micros: number): void {
    this.#clockMicros = Math.max(this.#clockMicros, micros);
  }

  /**
   * Suspends a running process in the two commits of design section 9: SUSPENDING, which holds all of its state; then what it holds outside
   * is given back; then SUSPENDED. Its in-memory heap is gone after that. Where a grantor has not answered yet, or its program wants to be told
   * before, `run` goes on with it.
   */
  suspend(process: number): void {
    const entry = this.table.get(process);
    assert(entry.status === "RUNNING", "only a running process is suspended");
    this.#transitions.ask(entry);
  }

  /**
   * Resumes a suspended process: a new in-memory heap, filled line by line on reference. It runs when its leases are there again, or known to
   * be lost.
   */
  resume(process: number): void {
    const entry = this.table.get(process);
    assert(entry.status === "SUSPENDED", "only a suspended process is resumed");
    this.#transitions.resume(entry);
  }

  /** See `kept-states.ts`: what the processes have done since their last checkpoint is gone. */
  rollBack(request: Rollback): void {
    const state = { ...this.#state, clockMicros: this.#clockMicros, turn: this.#turn };
    this.#state = rollBack(this.store, state, request);
    for (const entry of this.table.all) {
      if (!request.wholeDevice && entry.process !== request.process) continue;
      const resident = this.residents.get(entry.process);
      if (resident !== undefined) this.#discard(resident);
      this.residents.forget(entry.process);
      this.#services.forget(entry.process);
      const { status, exitStatus } = processSummary(this.store, entry.process);
      Object.assign(entry, { status, exitStatus, wait: undefined, transition: undefined });
    }
  }

  /** The process in RAM, after others made room, with its share of it. */
  bring(process: number): Resident {
    const { residents, table } = this;
    const runningCount = table.running.length;
    for (const victim of residents.inTheWay(process, runningCount)) this.#swapOut(victim);
    const present = residents.get(process);
    if (present !== undefined) return present;
    const isFirst = !residents.hasMet(process);
    const resident = residents.bring(process, runningCount);
    this.acknowledgedCheckpoint = resident.acknowledged;
    this.idleUntil(resident.process.clockMicros);
    if (isFirst) this.#enter(table.get(process), resident);
    this.residents.noteRam(this.#tally);
    return residents.get(process) ?? resident;
  }

  /** The same, where it is as late as on the device. */
  #bringNow(process: number): Resident {
    const resident = this.bring(process);
    resident.process.idleUntil(this.#clockMicros);
    return resident;
  }

  #swapOut(victim: Resident): void {
    const { residents } = this;
    const { process } = victim.process.options;
    if (victim.process.ticksAtRisk > 0 || victim.process.hasHeldOutput) this.#checkpoint(victim);
    this.#tally.swaps++;
    this.#discard(residents.get(process) ?? victim);
  }

  #discard(resident: Resident): void {
    this.#tally.noteGone(resident.process);
    this.residents.drop(resident);
  }

  /** What a process does that is in RAM for the first time since power-on. */
  #enter(entry: Entry, resident: Resident): void {
    const { process } = resident;
    const generation = this.#state.rolledBack.get(entry.process);
    if (generation !== undefined) this.#beginGeneration(entry, resident, generation);
    switch (entry.status) {
      case "NEW":
        process.begin();
        entry.status = "RUNNING";
        this.#tell("begun", resident);
        return;
      case "RUNNING":
        this.#tell("reconstituted", resident);
        this.#tally.resumedFrom = process.checkpointCount;
        this.#tally.resumptions++;
        process.resume();
        process.resend();
        if (!this.#transitions.recover(entry, resident)) this.#tell("running", resident);
        return;
      case "SUSPENDING":
        process.resend();
        this.#transitions.expire(entry);
        return;
      case "RESUMING":
        this.#tell("reconstituted", resident);
        process.resend();
        this.#transitions.recover(entry, resident);
        return;
      case "SUSPENDED":
      case "EXITED":
        // Where nobody can say what has arrived, a program that does not run says nothing again.
        // After a cut it is known that nobody heard it.
        if (process.isAcknowledged || this.#tally.boots > 1) process.resend();
        return;
    }
  }

  #beginGeneration(entry: Entry, resident: Resident, generation: number): void {
    resident.process.beginGeneration(generation);
    const rolledBack = new Map(this.#state.rolledBack);
    rolledBack.delete(entry.process);
    this.#state = { ...this.#state, rolledBack };
    this.#checkpoint(resident);
  }

  #checkpoint(resident: Resident, cause: CheckpointCause = "asked"): void {
    const { process } = resident;
    const isAlone = this.table.all.length === 1 && this.store.device() === undefined;
    const state = (): Uint8Array =>
      encodeDeviceState({ ...this.#state, clockMicros: this.#clockMicros, turn: this.#turn });
    const made = process.checkpoint(() => this.#board.chip.deviceNanos, isAlone ? undefined : state);
    this.#tally.noteFlush(made.lines);
    this.#tally.noteTicks(process);
    resident.acknowledged = process.checkpointCount;
    resident.acknowledgedTicks = process.machine.ticks;
    resident.heldSinceMicros = undefined;
    this.acknowledgedCheckpoint = resident.acknowledged;
    this.idleUntil(process.clockMicros);
    const running = this.table.running.map((entry) => entry.process);
    this.residents.shareAgain(resident, running);
    this.residents.noteRam(this.#tally);
    if (this.#options.amnesia && process.status === "RUNNING") {
      this.#tally.noteGone(process);
      this.residents.remake(resident);
    }
    this.#hooks.onCheckpoint?.(made, cause);
    this.#tell("checkpoint", resident);
  }

  /** Until something happens that the device's user must know. A power cut passes through. */
  run(limit: RunLimit): DeviceStop {
    const stopTicks = this.#ticks + (limit.ticks ?? Infinity);
    this.table.forgetWaits();
    this.#services.pump();
    for (;;) {
      if (this.supply.isFailing) return { kind: "paused" };
      this.#transitions.goOn();
      const { running, underWay } = this.table;
      if (running.length === 0 && underWay.length === 0) return this.#ended();
      if (this.#ticks >= stopTicks || this.#clockMicros >= (limit.untilMicros ?? Infinity))
        return { kind: "paused" };
      const entry = this.#nextTurn(running.length);
      const stop =
        entry === undefined ? this.#idle(limit) : this.#runTurn(entry, limit, stopTicks - this.#ticks);
      if (stop !== undefined) return stop;
    }
  }

  #ended(): DeviceStop {
    const { all } = this.table;
    if (all.some(({ status }) => status === "SUSPENDED")) return { kind: "suspended" };
    return { kind: "exited", status: all[0]?.exitStatus ?? 0 };
  }

  /** Whose turn it is now: the same process's until its turn is over or it waits. Undefined: all wait. */
  #nextTurn(runningCount: number): Entry | undefined {
    const { table, residents } = this;
    const turnTicks = runningCount <= residents.slots(runningCount) ? TURN_TICKS : SWAPPED_TURN_TICKS;
    const isOver = runningCount > 1 && this.#turnTicks >= turnTicks;
    const entry = table.nextAfter(isOver ? this.#turn : this.#turn - 1, this.#clockMicros);
    if (entry !== undefined && (isOver || entry.process !== this.#turn)) {
      this.#turn = entry.process;
      this.#turnTicks = 0;
    }
    return entry;
  }

  #runTurn(entry: Entry, limit: RunLimit, ticksMax: number): DeviceStop | undefined {
    const resident = this.bring(entry.process);
    const { process } = resident;
    // What a hold-up can flush is what one process may have dirty.
    if (this.supply.isGuarding) this.secure(resident);
    this.residents.touch(resident);
    process.idleUntil(this.#clockMicros);
    const before = process.machine.ticks;
    const slice = ticksToDecision(this.#options.checkpoint, process, limit, this.table.running.length > 1);
    const stop = process.run(Math.min(slice, ticksMax));
    this.#ticks += process.machine.ticks - before;
    this.#turnTicks += process.machine.ticks - before;
    this.#tally.noteTicks(process);
    this.idleUntil(process.clockMicros);
    return this.#answer(entry, resident, stop);
  }

  #answer(entry: Entry, resident: Resident, stop: ProcessStop): DeviceStop | undefined {
    const { process } = resident;
    switch (stop.kind) {
      case "ticks":
        if (isPeriodOver(this.#options.checkpoint, process))
          return this.#checkpointAndGoOn(resident, "period");
        return this.#isOutputDue(resident) ? this.#checkpointAndGoOn(resident, "output") : undefined;
      case "checkpoint-due":
        if (process.lifeCycle.isSuspensionWanted) return void this.#transitions.suspend(entry);
        return this.#checkpointAndGoOn(resident, "due");
      case "waiting":
        entry.wait = stop;
        return process.ticksAtRisk > 0 ? this.#checkpointAndGoOn(resident, "wait") : undefined;
      case "exited":
        this.#checkpoint(resident, "exit");
        entry.status = "EXITED";
        entry.exitStatus = stop.status;
        this.#tell("exited", resident);
        return undefined;
    }
  }

  #checkpointAndGoOn(resident: Resident, cause: CheckpointCause): DeviceStop | undefined {
    this.#checkpoint(resident, cause);
    return this.#hooks.stopAtCheckpoint?.() === true ? { kind: "paused" } : undefined;
  }

  #isOutputDue(resident: Resident): boolean {
    const { process } = resident;
    if (!process.hasHeldOutput) return false;
    resident.heldSinceMicros ??= process.clockMicros;
    return process.clockMicros - resident.heldSinceMicros >= OUTPUT_HOLD_MICROS;
  }

  /** All processes wait. Where one waits for a time, the device sleeps until then, and the store has its background work done. */
  #idle(limit: RunLimit): DeviceStop | undefined {
    const { table, store } = this;
    const giveUps = table.underWay.map(({ process }) => this.#services.wakeMicrosOf(process) ?? Infinity);
    const wakeMicros = Math.min(table.wakeMicros ?? Infinity, ...giveUps);
    if (wakeMicros === Infinity) {
      assert(
        table.underWay.length > 0 || table.running.some(({ wait }) => wait?.forInput === true),
        "processes that wait for nothing have ended as deadlocked",
      );
      return { kind: "waiting-input" };
    }
    const forMicros = Math.max(0, wakeMicros - this.#clockMicros);
    if (this.#isReal) return { kind: "waiting", forMicros };
    store.idle(forMicros);
    this.idleUntil(Math.min(wakeMicros, limit.untilMicros ?? Infinity));
    return undefined;
  }

  get #isReal(): boolean {
    const { link, network } = this.#board;
    return this.#options.pace === "real" || link?.isReal === true || network?.plug.isReal === true;
  }

  #tell(kind: DeviceEvent["kind"], { process }: Resident): void {
    this.#hooks.onEvent?.({
      kind,
      process: process.options.process,
      clockMicros: this.#clockMicros,
      ticks: process.machine.ticks,
    });
  }
}
