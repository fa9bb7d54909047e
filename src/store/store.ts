import { EXIT, UserError, assert } from "../base/index.ts";
import { capacityOf, oldVersionBytes, requireRam } from "./capacity.ts";
import { checkStore } from "./check.ts";
import { commit } from "./commit.ts";
import type { CommitRequest, CommitResult } from "./commit.ts";
import { commitNanosMax } from "./commit-cost.ts";
import { StoreCore } from "./core.ts";
import { geometryOf, areBlank, keepStatesMax, lineBytesProblem, slotAddress } from "./format.ts";
import type { StoreFault } from "./log-writer.ts";
import { afterCommit, idle, makeReady } from "./maintain.ts";
import type { StoreMemory } from "./port.ts";
import { findMap } from "./map-reader.ts";
import { CountingMemory, fetchStarts } from "./port.ts";
import { rebuild, rebuildFrom } from "./rebuild.ts";
import type { Rebuilt } from "./rebuild.ts";
import type { Damage, Finding } from "./live-group.ts";
import { recover } from "./recover.ts";
import { Scanner } from "./scan.ts";
import { contentsOf, statsOf } from "./stats.ts";
import type { BlockContent, StoreStats } from "./stats.ts";
import { dropProcess, dropState, rollback } from "./states.ts";
import type { StateResult } from "./states.ts";
import { Tables } from "./tables.ts";

export interface FormatOptions {
  /** A multiple of 256, at most half an erase block. */
  readonly lineBytes: number;
  /** States kept of each process beside the labelled ones, 1 to 64; the newest counts. */
  readonly keepStates: number;
}

export interface MountOptions {
  /**
   * RAM for versions that only older states need, as their number (34 bytes each). A commit that would exceed it keeps no older states but
   * the labelled ones. Absent: as many as there are.
   */
  readonly oldVersionsMax?: number;
  /**
   * RAM for the map, the tables and their buffers. Where they would exceed it, parts of the map that are not in use lie on the chip while the
   * power is on; there are no map checkpoints then. Absent: as much as they take.
   */
  readonly mapRamBytes?: number;
  /** Erase counts may be so far apart before lines are moved for the sake of wear; 10 if absent. */
  readonly levelThreshold?: number;
  /** Plants a fault, so that tests see it found. */
  readonly fault?: StoreFault;
}

export type MountResult = { readonly kind: "mounted"; readonly store: Store } | Damage;

/** A kept state of a process. `state` and `commit` are the number of the commit that made it. */
export interface StateInfo {
  readonly state: number;
  readonly commit: number;
  readonly label?: string;
  readonly lines: number;
}

/** Processes that are gone, beyond which a mount reads everything to see which of them may be forgotten. */
const goneMax = 16;

/**
 * The lines of all processes on one memory, changed only by commit.
 *
 * A `PowerCut` from the memory passes through every method; the object is worthless then and a new `mount` finds the
 * last committed state. Nothing else is thrown but failed assertions.
 */
export class Store {
  readonly lineBytes: number;
  /** Line versions that kept states may need at once, those of a commit under way included. */
  readonly capacityLines: number;
  readonly mountReads: { readonly reads: number; readonly bytes: number };
  readonly #core: StoreCore;
  readonly #memory: StoreMemory;
  #isHurried = false;

  private constructor(memory: StoreMemory, core: StoreCore, mountReads: { reads: number; bytes: number }) {
    this.lineBytes = core.geometry.lineBytes;
    this.capacityLines = capacityOf(core);
    this.mountReads = mountReads;
    this.#core = core;
    this.#memory = memory;
  }

  /** Why no store can be formatted so on such a memory; undefined where one can. */
  static formatProblem(memory: StoreMemory, options: FormatOptions): string | undefined {
    const { lineBytes, keepStates } = options;
    if (!Number.isInteger(keepStates) || keepStates < 1 || keepStates > keepStatesMax) {
      return `${keepStates} kept states are not 1 to ${keepStatesMax}`;
    }
    return lineBytesProblem(memory, lineBytes);
  }

  /** Makes an empty store, whatever the memory held. Not atomic: a cut in it leaves a memory that is formatted again. */
  static format(memory: StoreMemory, options: FormatOptions): void {
    const { lineBytes, keepStates } = options;
    const problem = Store.formatProblem(memory, options);
    assert(problem === undefined, problem ?? "");
    const words = new Int32Array(Math.max(memory.programPageBytes, 256) >>> 2);
    const first = new Uint8Array(words.buffer);
    fetchStarts(memory, first.length);
    for (let block = 0; block < memory.eraseBlockCount; block++) {
      if (memory.pages?.isBad(block) === true) continue;
      memory.read(block * memory.eraseBlockBytes, first);
      if (!areBlank(words, words.length) && memory.erase(block) === "failed") memory.pages?.markBad(block);
    }
    const core = new StoreCore(
      memory,
      new Tables(memory, geometryOf(memory, lineBytes, keepStates)),
      0,
      undefined,
    );
    const transaction = core.begin();
    const isDone = core.end(transaction, () => undefined);
    assert(isDone, "a formatted memory has a good block");
  }

  /**
   * The store as its last commit left it. What is found is made firm before this returns: no later mount shows an
   * older state. A memory without a sound store is told as `damaged` and not written to.
   */
  static mount(memory: StoreMemory, options: MountOptions = {}): MountResult {
    const { fault } = options;
    const counting = new CountingMemory(memory);
    const rebuilt = read(counting, fault);
    if (rebuilt.kind === "damaged") return rebuilt;
    const { tables, transactionMax, map } = rebuilt;
    const core = new StoreCore(counting, tables, Math.max(tables.committed, transactionMax) + 1, fault);
    if (map !== undefined) core.map.adopt(map);
    core.mapRamBytesMax = options.mapRamBytes ?? Infinity;
    requireRam(core);
    core.oldVersionsMax = options.oldVersionsMax ?? core.mapRamBytesMax / 8 / oldVersionBytes;
    core.levelThreshold = options.levelThreshold ?? core.levelThreshold;
    core.deadEnds = new Set(rebuilt.deadEnds);
    recover(core, rebuilt);
    core.keepRam();
    const { reads, bytes } = counting;
    return { kind: "mounted", store: new Store(memory, core, { reads, bytes }) };
  }

  /** Line versions that there is room for beside those that kept states need. */
  get roomLines(): number {
    return this.capacityLines - this.#core.tables.versionCount;
  }

  /** Device RAM that maps, tables and buffers take, in bytes. */
  get ramBytes(): number {
    return this.#core.ramBytes;
  }

  get stats(): StoreStats {
    return statsOf(this.#core);
  }

  /** What each erase block holds, by address. */
  contents(): readonly BlockContent[] {
    return contentsOf(this.#core);
  }

  /** Fills `into` with the newest committed version. False: the line was never written, or dropped. */
  read(process: number, line: number, into: Uint8Array): boolean {
    const { map } = this.#core.tables;
    const entry = map.find(process, line);
    if (entry < 0) return false;
    this.#readSlot(map.slotAt(entry), into);
    return true;
  }

  /** Lines that are about to be read: a memory for which it pays fetches them together. */
  fetch(process: number, lines: Iterable<number>): void {
    if (this.#memory.fetch === undefined) return;
    const { map } = this.#core.tables;
    const entries = [...lines].map((line) => map.find(process, line)).filter((entry) => entry >= 0);
    const byteCount = this.lineBytes;
    this.#memory.fetch(
      entries.map((entry) => ({ address: slotAddress(this.#core.geometry, map.slotAt(entry)), byteCount })),
    );
  }

  /** The same as `state` shows it; false also where there is no such state. */
  readState(process: number, state: number, line: number, into: Uint8Array): boolean {
    const { map, old, processes } = this.#core.tables;
    if (processes.get(process)?.states.some((one) => one.commit === state) !== true) return false;
    const oldSlot = old.slotShownBy(process, line, state);
    const entry = map.find(process, line);
    if (oldSlot < 0 && (entry < 0 || map.birthAt(entry) > state)) return false;
    this.#readSlot(oldSlot < 0 ? map.slotAt(entry) : oldSlot, into);
    return true;
  }

  /** Lines of the newest or of a given state, ascending. */
  lineNumbers(process: number, state?: number): Iterable<number> {
    const { map, old, processes } = this.#core.tables;
    const states = processes.get(process)?.states ?? [];
    const lines: number[] = [];
    map.forEach(process, 0, 0xffff_ffff, (line, entry) => {
      if (state === undefined || map.birthAt(entry) <= state) lines.push(line);
    });
    if (state === undefined) return lines;
    if (!states.some((one) => one.commit === state)) return [];
    for (const one of states) {
      old.forEach(one.oldHead, ({ line, birth, until }) => {
        if (birth <= state && state <= until) lines.push(line);
      });
    }
    return lines.sort((left, right) => left - right);
  }

  /** How many lines the newest state of the process has. */
  lineCount(process: number): number {
    return this.#core.tables.processes.get(process)?.lines ?? 0;
  }

  /** Lines of the newest state that `commit` wrote. */
  linesOf(process: number, commit: number): number[] {
    const { map } = this.#core.tables;
    const lines: number[] = [];
    map.forEach(process, 0, 0xffff_ffff, (line, entry) => {
      if (map.birthAt(entry) === commit) lines.push(line);
    });
    return lines;
  }

  /** All or nothing, and durable when it returns `committed`. */
  commit(request: CommitRequest): CommitResult {
    const { erases } = this.#core.tables.blocks;
    const result = commit(this.#core, request, this.capacityLines);
    if (result.kind !== "committed" || this.#isHurried) return result;
    afterCommit(this.#core, erases);
    if (this.#core.readyLines > 0) {
      makeReady(
        this.#core,
        request.processes.reduce((sum, one) => sum + one.lineCount, 0),
      );
    }
    return this.#bounded(result);
  }

  /**
   * From now on a commit of up to so many lines (and a few records) only programs: no erase, no cleaning and no map checkpoint is waited
   * for. Those are made now, and after each commit.
   */
  keepReadyFor(lineCount: number): void {
    this.#core.readyLines = lineCount;
    makeReady(this.#core, 0);
  }

  /** Power is about to go: commits do nothing after they are durable. */
  hurry(): void {
    this.#isHurried = true;
  }

  /** The most device time that a commit of so many lines and drops of a process takes, in nanoseconds, where it was made ready. */
  commitNanosMax(
    size: { readonly lineCount: number; readonly dropCount: number },
    programNanos: (byteCount: number) => number,
  ): number {
    return commitNanosMax(this.#core, size, programNanos);
  }

  /** The device's own state of the last commit that had one. */
  device(): Uint8Array | undefined {
    return this.#core.tables.device?.bytes.slice();
  }

  /** Numbers of the processes that are there, ascending. */
  processes(): number[] {
    const numbers = [...this.#core.tables.processes.values()].filter((process) => process.states.length > 0);
    return numbers.map((process) => process.number).sort((left, right) => left - right);
  }

  /** Kept states, oldest first; the last is the newest. */
  states(process: number): StateInfo[] {
    const states = this.#core.tables.processes.get(process)?.states ?? [];
    return states.map(({ commit: state, label, lines }) => ({
      state,
      commit: state,
      lines,
      ...(label === undefined ? {} : { label }),
    }));
  }

  /**
   * The process is as in that state again, by a commit that makes a new state. States newer than it are gone. `device`: the device's own
   * state, committed with it.
   */
  rollback(process: number, state: number, device?: Uint8Array): StateResult {
    return this.#bounded(rollback(this.#core, process, state, device));
  }

  /** The state is gone, and what only it needed. The newest state stays: `no-such-state`. */
  dropState(process: number, state: number): StateResult {
    return this.#bounded(dropState(this.#core, process, state));
  }

  /** The process, its lines and its states are gone. Its number can be used again. */
  dropProcess(process: number): StateResult {
    return this.#bounded(dropProcess(this.#core, process));
  }

  /** Erases ahead and cleans for about so long in device time. */
  idle(budgetMicros: number): void {
    idle(this.#core, budgetMicros);
  }

  /** Reads everything back and compares: empty when every invariant holds. */
  check(): Finding[] {
    return checkStore(this.#memory, this.#core);
  }

  #bounded<R>(result: R): R {
    this.#core.keepRam();
    return result;
  }

  #readSlot(slot: number, into: Uint8Array): void {
    assert(into.length === this.lineBytes, `a line has ${this.lineBytes} bytes, not ${into.length}`);
    if (this.#memory.pages === undefined) this.#memory.read(slotAddress(this.#core.geometry, slot), into);
    else if (!this.#core.readSlot(slot, into)) throw lostLine(this.#core.tables.blocks.blockOfSlot(slot));
  }
}

function lostLine(block: number): UserError {
  return new UserError({
    what: "a line cannot be read: more of its bits have faded than its ECC corrects",
    where: `erase block ${block} of the flash chip`,
    whatToDo: "go back to an older state with `dormouse rollback`, or build the image again",
    exitStatus: EXIT.inputOutput,
  });
}

/** From the map checkpoint in force and what was written since, or where that does not do, from all records. */
function read(memory: StoreMemory, fault: StoreFault | undefined): Rebuilt | Damage {
  const scanner = new Scanner(memory, fault !== "checksum-ignored");
  const map = findMap(scanner, fault);
  const fast = map === undefined ? undefined : rebuildFrom(memory, map);
  if (fast?.kind === "rebuilt") {
    const gone = [...fast.tables.processes.values()].filter((process) => process.states.length === 0);
    if (gone.length <= goneMax) return fast;
  }
  return rebuild(memory, scanner.scanAll());
}
