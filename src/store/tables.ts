import { assert } from "../base/index.ts";
import { BlockTable } from "./block-table.ts";
import type { Geometry } from "./format.ts";
import { mixLine } from "./items.ts";
import type { Fence, ProcessItem } from "./items.ts";
import { LineMap } from "./line-map.ts";
import type { LineTable } from "./line-table.ts";
import { OldVersions } from "./old-versions.ts";
import type { StoreMemory } from "./port.ts";

/** Fences in one item, so that an item always fits a group. */
export const fencesPerItem = 64;

/** A kept state of a process. */
export interface StateRecord {
  readonly commit: number;
  readonly label: string | undefined;
  /** Block of its label item; -1 without a label. */
  labelBlock: number;
  /** Lines that it shows. */
  lines: number;
  /** Old versions whose newest kept state this is. */
  oldHead: number;
}

/** What commits strictly between wrote for the process is void. */
export interface VoidRange {
  readonly from: number;
  readonly to: number;
}

export interface ProcessRecord {
  readonly number: number;
  /** Oldest first; the last is what the line map shows. Empty: the process is gone. */
  readonly states: StateRecord[];
  voids: VoidRange[];
  /** Sum of `mixLine` over the lines of the newest state, as a signed 32-bit number. */
  digest: number;
  /** Lines of the newest state. */
  lines: number;
  /** Block of its process item in force; -1 before the first. */
  itemBlock: number;
}

export interface DropRecord {
  readonly process: number;
  readonly first: number;
  readonly count: number;
  readonly commit: number;
  block: number;
}

/**
 * What the store knows in RAM, all of it derived from the records on the chip. Its methods keep versions, states and
 * the needs counted per block in step; none touches the chip.
 */
export class Tables {
  readonly geometry: Geometry;
  readonly blocks: BlockTable;
  /** Replaced by a `PagedMap` where RAM is scarce. */
  map: LineTable = new LineMap();
  readonly old = new OldVersions();
  readonly processes = new Map<number, ProcessRecord>();
  drops: DropRecord[] = [];
  device: { bytes: Uint8Array; block: number } | undefined;
  fences: Fence[] = [];
  /** Blocks of the fence items in force. */
  fenceBlocks: number[] = [];
  /** Number of the newest committed transaction. */
  committed = 0;

  constructor(memory: StoreMemory, geometry: Geometry) {
    this.geometry = geometry;
    this.blocks = new BlockTable(memory, geometry);
  }

  /** Versions that lie on the chip because a kept state needs them. */
  get versionCount(): number {
    return this.lineCount + this.old.count;
  }

  /** Lines of the newest states of all processes. */
  get lineCount(): number {
    let sum = 0;
    for (const process of this.processes.values()) sum += process.lines;
    return sum;
  }

  get ramBytes(): number {
    let records = 0;
    for (const process of this.processes.values()) records += 40 + process.states.length * 24;
    records += this.drops.length * 24 + this.fences.length * 16 + (this.device?.bytes.length ?? 0);
    return this.map.ramBytes + this.old.ramBytes + this.blocks.ramBytes + records;
  }

  processOf(number: number): ProcessRecord {
    let process = this.processes.get(number);
    if (process === undefined) {
      process = { number, states: [], voids: [], digest: 0, lines: 0, itemBlock: -1 };
      this.processes.set(number, process);
    }
    return process;
  }

  /** The newest version of the line becomes the one in `slot`; what was shown before is old or free. */
  write(process: ProcessRecord, line: number, slot: number, birth: number): void {
    const entry = this.map.find(process.number, line);
    if (entry >= 0) {
      assert(this.map.birthAt(entry) < birth, `line ${line} of process ${process.number} is written twice`);
      this.#supersede(process, line, entry);
    } else process.lines++;
    this.map.set(process.number, line, slot, birth);
    this.blocks.addLine(slot);
    process.digest = (process.digest + mixLine(line, birth)) | 0;
  }

  drop(process: ProcessRecord, first: number, count: number): void {
    this.map.forEach(process.number, first, first + count - 1, (line, entry) => {
      this.#supersede(process, line, entry);
      this.map.remove(entry);
      process.lines--;
    });
  }

  /** The drop need not be known any more; it may still lie about. */
  forgetDrop(drop: DropRecord): void {
    this.drops = this.drops.filter((other) => other !== drop);
    this.blocks.noteStaleIn(drop.block, drop.commit);
    this.blocks.removeRecord(drop.block);
  }

  /** Lets all states go but the newest `keep` and those with a label. */
  trimStates(process: ProcessRecord, keep: number): void {
    for (let index = 0; index < process.states.length - keep;) {
      if (process.states[index].label === undefined) this.removeState(process, index);
      else index++;
    }
  }

  /** Versions that only this state needed are freed; a newest state leaves the lines of the map alone. */
  removeState(process: ProcessRecord, index: number): void {
    const [state] = process.states.splice(index, 1);
    const older = index > 0 ? process.states[index - 1] : undefined;
    this.old.takeAll(state.oldHead, (version) => {
      if (older !== undefined && version.birth <= older.commit) {
        older.oldHead = this.old.add({ ...version, until: older.commit }, older.oldHead);
      } else this.blocks.removeLine(version.slot);
    });
    if (state.labelBlock >= 0) this.blocks.removeRecord(state.labelBlock);
  }

  addState(process: ProcessRecord, commit: number, label: string | undefined): StateRecord {
    const state: StateRecord = { commit, label, labelBlock: -1, lines: process.lines, oldHead: -1 };
    process.states.push(state);
    return state;
  }

  /** A version lies in another slot now. */
  move(process: number, line: number, birth: number, slot: number): void {
    const entry = this.map.find(process, line);
    this.blocks.addLine(slot);
    if (entry >= 0 && this.map.birthAt(entry) === birth) {
      this.blocks.removeLine(this.map.slotAt(entry));
      this.map.moveTo(entry, slot);
      return;
    }
    const handle = this.old.findBirth(process, line, birth);
    assert(handle >= 0, `line ${line} of process ${process} was moved though nobody needs it`);
    this.blocks.removeLine(this.old.slotAt(handle));
    this.blocks.noteStale(slot, birth);
    this.old.moveTo(handle, slot);
  }

  /** Whether a kept state needs the version that lies in the slot. */
  needs(process: number, line: number, birth: number, slot: number): boolean {
    const entry = this.map.find(process, line);
    if (entry >= 0 && this.map.birthAt(entry) === birth) return this.map.slotAt(entry) === slot;
    const handle = this.old.findBirth(process, line, birth);
    return handle >= 0 && this.old.slotAt(handle) === slot;
  }

  /** What is void of the process once it is rolled back to `state` by `commit`. */
  voidsAfter(process: ProcessRecord, state: number, commit: number): VoidRange[] {
    const horizon = this.blocks.staleHorizon();
    const before = process.voids.filter((range) => range.from < state && range.to > horizon);
    return [...before, { from: state, to: commit }];
  }

  /** Digest of the lines that a kept state shows. */
  digestOf(process: ProcessRecord, state: number): number {
    let digest = 0;
    this.map.forEach(process.number, 0, 0xffff_ffff, (line, entry) => {
      const birth = this.map.birthAt(entry);
      if (birth <= state) digest = (digest + mixLine(line, birth)) | 0;
    });
    for (const one of process.states) {
      this.old.forEach(one.oldHead, ({ line, birth, until }) => {
        if (birth <= state && state <= until) digest = (digest + mixLine(line, birth)) | 0;
      });
    }
    return digest;
  }

  /** The lines are as in `state` again, whose newer states are gone; `commit` is the one that does it. */
  rollBack(process: ProcessRecord, state: number, commit: number): void {
    process.voids = this.voidsAfter(process, state, commit);
    this.map.forEach(process.number, 0, 0xffff_ffff, (_line, entry) => {
      if (this.map.birthAt(entry) <= state) return;
      this.blocks.noteStale(this.map.slotAt(entry), this.map.birthAt(entry));
      this.blocks.removeLine(this.map.slotAt(entry));
      this.map.remove(entry);
    });
    while (process.states.length > 0 && (process.states.at(-1)?.commit ?? 0) > state) {
      this.#unwindNewest(process, state);
    }
    const target = process.states.at(-1);
    if (target?.commit === state) this.#reinstate(process, target);
    for (const drop of [...this.drops]) {
      if (drop.process === process.number && drop.commit > state) this.forgetDrop(drop);
    }
    this.#recount(process);
  }

  /** The old versions that a state shows are the newest again. */
  #reinstate(process: ProcessRecord, state: StateRecord): void {
    const head = state.oldHead;
    state.oldHead = -1;
    this.old.takeAll(head, (version) =>
      this.map.set(process.number, version.line, version.slot, version.birth),
    );
  }

  /** Removes the newest state in a rollback to `state`: what hangs on it is younger, or belongs to an older one. */
  #unwindNewest(process: ProcessRecord, state: number): void {
    const removed = process.states.pop();
    const older = process.states.at(-1);
    if (removed === undefined) return;
    this.old.takeAll(removed.oldHead, (version) => {
      if (version.birth <= state && older !== undefined) {
        older.oldHead = this.old.add({ ...version, until: older.commit }, older.oldHead);
      } else this.blocks.removeLine(version.slot);
    });
    if (removed.labelBlock >= 0) this.blocks.removeRecord(removed.labelBlock);
  }

  #recount(process: ProcessRecord): void {
    process.digest = 0;
    process.lines = 0;
    this.map.forEach(process.number, 0, 0xffff_ffff, (line, entry) => {
      process.lines++;
      process.digest = (process.digest + mixLine(line, this.map.birthAt(entry))) | 0;
    });
  }

  /** The entry's version leaves the newest state. */
  #supersede(process: ProcessRecord, line: number, entry: number): void {
    const slot = this.map.slotAt(entry);
    const birth = this.map.birthAt(entry);
    process.digest = (process.digest - mixLine(line, birth)) | 0;
    this.blocks.noteStale(slot, birth);
    const holder = process.states.at(-1);
    if (holder === undefined || birth > holder.commit) this.blocks.removeLine(slot);
    else {
      const version = { process: process.number, line, birth, until: holder.commit, slot };
      holder.oldHead = this.old.add(version, holder.oldHead);
    }
  }
}

/** The states that `trimStates` leaves. */
export function keptOf(states: readonly StateRecord[], keep: number): StateRecord[] {
  return states.filter((state, index) => state.label !== undefined || index >= states.length - keep);
}

/** The process as its item says it. */
export function itemOf(process: ProcessRecord, states: readonly StateRecord[], digest: number): ProcessItem {
  return {
    process: process.number,
    digest: digest >>> 0,
    states: states
      .map((state) => ({ commit: state.commit, isLabelled: state.label !== undefined }))
      .reverse(),
    voids: process.voids,
  };
}
