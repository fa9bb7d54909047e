/** One commit: from the request to the tables. */
import { assert } from "../base/index.ts";
import type { StoreCore } from "./core.ts";
import { deviceBytesMax, labelBytesMax } from "./format.ts";
import { encodeDrop, encodeLabel, encodeProcess, mixLine } from "./items.ts";
import { stream } from "./log-writer.ts";
import type { Stream } from "./log-writer.ts";
import { ensureFree, mapBlocksPerCommit, mapBytesPerLine } from "./maintain.ts";
import { itemOf, keptOf } from "./tables.ts";
import type { DropRecord, ProcessRecord } from "./tables.ts";

export interface LineRange {
  readonly firstLine: number;
  readonly lineCount: number;
}

/** What a commit changes of one process. Drops are done before lines are written. */
export interface ProcessCommit {
  /** From 1 to 65535. The first commit makes the process. */
  readonly process: number;
  /** Each line at most once, `bytes` of the store's line size; read once, in order. */
  readonly lines: Iterable<{ readonly line: number; readonly bytes: Uint8Array }>;
  readonly lineCount: number;
  readonly drops: readonly LineRange[];
  /** Names the state that the commit makes, which is then kept until it is dropped; at most 64 bytes of UTF-8. */
  readonly label?: string;
}

export interface CommitRequest {
  readonly processes: readonly ProcessCommit[];
  /** The device's own state, at most 128 bytes; absent: as it was. */
  readonly device?: Uint8Array;
}

/**
 * `full`: the lines do not fit beside those that kept states need. `worn-out`: no erase block is left that takes them, or
 * transaction numbers are used up. The last committed state is in force and readable either way.
 */
export type CommitResult =
  | { readonly kind: "committed"; readonly commit: number }
  | { readonly kind: "full"; readonly lines: number; readonly capacityLines: number }
  | { readonly kind: "worn-out" };

/**
 * Where a group takes a whole page, hot and cold lines are kept apart only where it pays: most lines that are written are hot (40 % are where all are
 * written alike), and a commit has some cold ones as well.
 */
const apartShare = 0.6;
const apartLines = 8;
/** Lines over which the share of hot ones is averaged. */
const hotShareLines = 256;

const wornOut: CommitResult = { kind: "worn-out" };

export function commit(core: StoreCore, request: CommitRequest, capacityLines: number): CommitResult {
  checkRequest(core, request);
  if (core.isWornOut || !core.hasNumbers) return wornOut;
  const lineCount = request.processes.reduce((sum, one) => sum + one.lineCount, 0);
  const lines = core.tables.versionCount + lineCount;
  const full: CommitResult = { kind: "full", lines, capacityLines };
  if (lines > capacityLines) return full;
  const blocks = blocksFor(core, request, lineCount);
  const room = ensureFree(core, blocks);
  if (room !== "ok") return room === "full" ? full : wornOut;
  const withMap =
    core.readyLines === 0 && core.map.isDue && ensureFree(core, blocks + mapBlocksPerCommit) === "ok";
  const { erases } = core.tables.blocks;
  const transaction = core.begin();
  const parts = request.processes.map((one) => new ProcessPart(core, one, transaction));
  core.writer.expectLines(parts.reduce((sum, part) => sum + part.hotLines, 0));
  const isPlaced =
    parts.every((part) => part.put()) &&
    (request.device === undefined || core.putDevice(request.device.slice()));
  if (!isPlaced) {
    core.isWornOut = true;
    return wornOut;
  }
  const hasWaited = core.writer.isSparing && core.tables.blocks.erases !== erases;
  if (withMap && !(hasWaited && core.map.mayWait())) core.map.put(transaction, lineCount * mapBytesPerLine);
  const isDone = core.end(transaction, () => applyParts(core, parts));
  if (!isDone) return wornOut;
  core.counts.commits++;
  core.counts.linesCommitted += lineCount;
  return { kind: "committed", commit: transaction };
}

function checkRequest(core: StoreCore, request: CommitRequest): void {
  assert(
    (request.device?.length ?? 0) <= deviceBytesMax,
    `the device's record exceeds ${deviceBytesMax} bytes`,
  );
  const numbers = new Set(request.processes.map((one) => one.process));
  assert(numbers.size === request.processes.length, "a process stands once in a commit");
  for (const { process, label } of request.processes) {
    assert(Number.isInteger(process) && process >= 1 && process <= 0xffff, `${process} is no process number`);
    const labelBytes = label === undefined ? 0 : new TextEncoder().encode(label).length;
    assert(labelBytes <= labelBytesMax, `a label of ${labelBytes} bytes exceeds ${labelBytesMax}`);
    const states = core.tables.processes.get(process)?.states.length ?? 0;
    assert(states < 250, `process ${process} keeps ${states} states, no more can be kept`);
  }
}

/** Older states to keep beside the one that the commit makes: none where the versions that they need would take too much RAM. */
function olderStatesFor(core: StoreCore, { process, lineCount, drops }: ProcessCommit): number {
  const { tables, geometry, oldVersionsMax } = core;
  let replaced = lineCount;
  for (const { firstLine, lineCount: length } of drops) {
    if (length > 0) tables.map.forEach(process, firstLine, firstLine + length - 1, () => replaced++);
  }
  return tables.old.count + replaced > oldVersionsMax ? 0 : geometry.keepStates - 1;
}

/** Erase blocks that the commit may take up, at most. */
function blocksFor(core: StoreCore, request: CommitRequest, lineCount: number): number {
  const dropCount = request.processes.reduce((sum, one) => sum + one.drops.length, 0);
  const itemBytes = dropCount * 16 + request.processes.length * 400 + (request.device?.length ?? 0);
  return core.blocksForLines(lineCount) + Math.ceil((2 * itemBytes) / core.geometry.blockBytes);
}

/** The part of one process in a commit under way. */
class ProcessPart {
  readonly #core: StoreCore;
  readonly #request: ProcessCommit;
  readonly #transaction: number;
  readonly #process: ProcessRecord;
  readonly #ranges: { readonly first: number; readonly last: number }[] = [];
  readonly #drops: DropRecord[] = [];
  #labelBlock = -1;
  #digest: number;
  /** Unlabelled states that are kept beside the new one. */
  readonly keptStates: number;
  /** Whether hot and cold lines go to blocks of their own. */
  readonly #apart: boolean;
  /** Commits since the birth below which a line counts as hot. */
  readonly #hotAge: number;

  constructor(core: StoreCore, request: ProcessCommit, transaction: number) {
    this.#core = core;
    this.#request = request;
    this.#transaction = transaction;
    this.#process = core.tables.processOf(request.process);
    this.#digest = this.#process.digest;
    this.keptStates = olderStatesFor(core, request);
    this.#apart =
      !core.geometry.wholePages || (core.hotShare > apartShare && request.lineCount >= apartLines);
    const perCommit = core.counts.linesCommitted / Math.max(1, core.counts.transactions) + 1;
    this.#hotAge = Math.ceil(core.tables.lineCount / 2 / perCommit);
  }

  /** Lines that are likely to go to the hot blocks. */
  get hotLines(): number {
    const { lineCount } = this.#request;
    return this.#apart ? Math.round(lineCount * this.#core.hotShare) : lineCount;
  }

  get process(): ProcessRecord {
    return this.#process;
  }

  get label(): string | undefined {
    return this.#request.label;
  }

  get labelBlock(): number {
    return this.#labelBlock;
  }

  get ranges(): readonly { readonly first: number; readonly last: number }[] {
    return this.#ranges;
  }

  get drops(): readonly DropRecord[] {
    return this.#drops;
  }

  /** Puts everything into the transaction. False: no block is to be had. */
  put(): boolean {
    for (const drop of this.#request.drops) if (!this.#putDrop(drop)) return false;
    let count = 0;
    for (const { line, bytes } of this.#request.lines) {
      count++;
      if (!this.#putLine(line, bytes)) return false;
    }
    assert(
      count === this.#request.lineCount,
      `${count} lines come where ${this.#request.lineCount} were announced`,
    );
    return this.#putItems();
  }

  #putLine(line: number, bytes: Uint8Array): boolean {
    const core = this.#core;
    const { tables, geometry, writer } = core;
    assert(bytes.length === geometry.lineBytes, `line ${line} has ${bytes.length} bytes`);
    const number = this.#process.number;
    const entry = tables.map.find(number, line);
    let to: Stream = this.#apart ? stream.cold : stream.hot;
    if (entry >= 0) {
      const birth = tables.map.birthAt(entry);
      const isHot = this.#transaction - birth < this.#hotAge;
      if (isHot) to = stream.hot;
      core.hotShare += ((isHot ? 1 : 0) - core.hotShare) / hotShareLines;
      if (!this.#isDropped(line)) this.#digest -= mixLine(line, birth);
    }
    this.#digest = (this.#digest + mixLine(line, this.#transaction)) | 0;
    return writer.putLine(to, number, line, bytes, 0);
  }

  #isDropped(line: number): boolean {
    for (const range of this.#ranges) if (line >= range.first && line <= range.last) return true;
    return false;
  }

  /** Only the lines that are there need a record; nothing is there: none at all. */
  #putDrop(range: LineRange): boolean {
    const { tables, writer } = this.#core;
    const number = this.#process.number;
    let first = -1;
    let last = -1;
    const end = range.firstLine + range.lineCount - 1;
    if (range.lineCount === 0) return true;
    tables.map.forEach(number, range.firstLine, end, (line, entry) => {
      if (this.#isDropped(line)) return;
      if (first < 0) first = line;
      last = line;
      this.#digest = (this.#digest - mixLine(line, tables.map.birthAt(entry))) | 0;
    });
    if (first < 0) return true;
    this.#ranges.push({ first, last });
    const count = last - first + 1;
    return writer.putItem(encodeDrop(number, first, count, this.#transaction), (block) => {
      const drop: DropRecord = { process: number, first, count, commit: this.#transaction, block };
      tables.drops.push(drop);
      tables.blocks.addRecord(block);
    });
  }

  #putItems(): boolean {
    const { core, transaction, process } = {
      core: this.#core,
      transaction: this.#transaction,
      process: this.#process,
    };
    const { label } = this.#request;
    const states = [
      ...keptOf(process.states, this.keptStates),
      { commit: transaction, label, labelBlock: -1, lines: 0, oldHead: -1 },
    ];
    const item = encodeProcess(itemOf(process, states, this.#digest), transaction);
    if (!core.putProcessItem(process, item)) return false;
    if (label === undefined) return true;
    return core.writer.putItem(encodeLabel(process.number, transaction, label), (block) => {
      const state = process.states.find((one) => one.commit === transaction);
      assert(state !== undefined, "the state is there when its label is placed");
      state.labelBlock = block;
      core.tables.blocks.addRecord(block);
    });
  }
}

function applyParts(core: StoreCore, parts: readonly ProcessPart[]): void {
  const { tables, writer } = core;
  for (const part of parts) {
    tables.trimStates(part.process, part.keptStates);
    for (const { first, last } of part.ranges) tables.drop(part.process, first, last - first + 1);
  }
  const { entries } = writer;
  let process = parts[0]?.process;
  for (let entry = 0; entry < entries.count; entry++) {
    const number = entries.processAt(entry);
    if (process === undefined || process.number !== number) process = tables.processOf(number);
    tables.write(process, entries.lineAt(entry), entries.slotAt(entry), tables.committed);
  }
  for (const part of parts) tables.addState(part.process, tables.committed, part.label);
}
