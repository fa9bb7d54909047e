import { assert } from "../base/index.ts";
import { alignUp, groupHeaderBytesMax, movedEntryBytesMax, slotAddress, transactionMax } from "./format.ts";
import type { Geometry } from "./format.ts";
import { encodeDevice, encodeDrop, encodeFences, encodeLabel, encodeProcess, readItems } from "./items.ts";
import { LogWriter, stream } from "./log-writer.ts";
import type { StoreFault, Stream } from "./log-writer.ts";
import type { StoreMemory } from "./port.ts";
import { forEachLine } from "./live-group.ts";
import { MapWriter } from "./map-writer.ts";
import { PagedMap } from "./paged-map.ts";
import { Scanner, visitorOf } from "./scan.ts";
import type { ScannedGroup, WrittenBlock } from "./scan.ts";
import { SwapSpace } from "./swap-space.ts";
import { fencesPerItem, itemOf } from "./tables.ts";
import type { ProcessRecord, Tables } from "./tables.ts";

/** Erase counts may be so far apart before lines are moved for the sake of wear. */
export const levelThreshold = 10;
/** Kind, process and count of an item that names lines. */
const linesHeaderBytesMax = 6;

/** Bytes of a chunk of the map in swap space, at least: 32 lines. */
export const chunkBytesMin = 256;
/** Reads of a page before it counts as lost. */
const readsMax = 4;

/** Counts since the mount. */
export interface CoreCounts {
  commits: number;
  transactions: number;
  linesCommitted: number;
  linesMoved: number;
  /** Those of them that were moved for the sake of wear. */
  linesLevelled: number;
  cleanings: number;
  levelMoves: number;
  /** Blocks emptied because they failed or had to be corrected. */
  scrubs: number;
}

/**
 * A mounted store's parts and the steps that commits, cleaning and recovery share: the next transaction, moving what
 * is needed out of a block, and taking over into the tables what a transaction has made.
 */
export class StoreCore {
  readonly memory: StoreMemory;
  readonly geometry: Geometry;
  readonly tables: Tables;
  readonly writer: LogWriter;
  readonly fault: StoreFault | undefined;
  readonly counts: CoreCounts = {
    commits: 0,
    transactions: 0,
    linesCommitted: 0,
    linesMoved: 0,
    linesLevelled: 0,
    cleanings: 0,
    levelMoves: 0,
    scrubs: 0,
  };
  /** Set once a transaction found no block to go to: the store can be read, not written. */
  isWornOut = false;
  /** Erases at the last move for the sake of wear: one follows another only after erases. */
  erasesAtLevel = 0;
  /** Blocks whose records ended with a dead group at the mount; such a group may be torn and read otherwise later. */
  deadEnds: ReadonlySet<number> = new Set();
  /** See `MountOptions`. */
  oldVersionsMax = Infinity;
  /** See `MountOptions`. */
  levelThreshold = levelThreshold;
  /** Lines for which blocks are kept erased; 0: each commit does what it needs. */
  readyLines = 0;
  /** Share of the lines written lately that were hot. */
  hotShare = 0;
  /** See `MountOptions`. */
  mapRamBytesMax = Infinity;
  /** The block that is looked at next for bits that fade, and the commit from which on. */
  patrol = { block: 0, from: 0 };
  readonly #scanner: Scanner;
  readonly #map: MapWriter;
  readonly #line: Uint8Array;
  #swap: SwapSpace | undefined;
  #transaction: number;

  constructor(memory: StoreMemory, tables: Tables, transaction: number, fault: StoreFault | undefined) {
    this.memory = memory;
    this.geometry = tables.geometry;
    this.tables = tables;
    this.writer = new LogWriter(memory, tables.geometry, tables.blocks, fault);
    this.fault = fault;
    this.#scanner = new Scanner(memory, true);
    this.#map = new MapWriter(tables, this.writer);
    this.#line = new Uint8Array(tables.geometry.lineBytes);
    this.#transaction = transaction;
  }

  /** Lines that a block takes when they are moved into it one after the other. */
  get linesPerBlock(): number {
    return linesPerBlock(this.geometry);
  }

  get ramBytes(): number {
    const buffers = this.#line.length + this.#scanner.ramBytes;
    return this.tables.ramBytes + this.writer.ramBytes + this.#map.ramBytes + buffers;
  }

  /** Bytes programmed since the mount, of the map in swap space too. */
  get bytesProgrammed(): number {
    return this.writer.bytesProgrammed + (this.#swap?.bytesProgrammed ?? 0);
  }

  /** See `MountOptions`. The map goes to swap space before it would grow beyond. */
  keepRam(): void {
    if (this.mapRamBytesMax === Infinity) return;
    if (this.tables.map instanceof PagedMap) {
      this.tables.map.trim();
      return;
    }
    const soon = this.ramBytes + this.tables.map.ramBytes / 2 + this.mapRamBytesMax / 8;
    if (soon > this.mapRamBytesMax) this.#pageMap();
  }

  #pageMap(): void {
    const { tables } = this;
    this.#map.turnOff();
    const whole = tables.map;
    this.#swap = new SwapSpace(this.memory, this.geometry, tables.blocks, chunkBytesMin);
    const paged: PagedMap = new PagedMap(this.#swap, (frameBytes) =>
      Math.floor((this.mapRamBytesMax - this.ramBytes + paged.frameRamBytes) / frameBytes),
    );
    tables.map = paged;
    for (const process of [...tables.processes.keys()].sort((left, right) => left - right)) {
      whole.forEach(process, 0, 0xffff_ffff, (line, entry) =>
        paged.set(process, line, whole.slotAt(entry), whole.birthAt(entry)),
      );
    }
  }

  /** Records of the last map checkpoint and what was written since: see `MapWriter`. */
  get map(): MapWriter {
    return this.#map;
  }

  /** Starts the next transaction and returns its number. */
  begin(): number {
    assert(this.#transaction < transactionMax, "transaction numbers are used up");
    this.#transaction++;
    this.writer.begin(this.#transaction);
    return this.#transaction;
  }

  get hasNumbers(): boolean {
    return this.#transaction < transactionMax - 16;
  }

  /** Commits what was put; then `apply` takes it over into the tables. False: no block is to be had. */
  end(transaction: number, apply: () => void): boolean {
    if (!this.writer.commit()) {
      this.isWornOut = true;
      return false;
    }
    this.tables.committed = transaction;
    this.counts.transactions++;
    this.tables.blocks.setNewestCommit(this.writer.commitBlock);
    apply();
    this.writer.finish();
    return true;
  }

  /** Erase blocks that a commit of so many lines may take up, beside what its items take. */
  blocksForLines(lineCount: number): number {
    return Math.ceil(lineCount / this.linesPerBlock) + 1;
  }

  /** Takes over lines that were moved. */
  applyMoves(): void {
    const { entries } = this.writer;
    for (let entry = 0; entry < entries.count; entry++) {
      const birth = entries.commitAt(entry);
      this.tables.move(entries.processAt(entry), entries.lineAt(entry), birth, entries.slotAt(entry));
    }
    this.counts.linesMoved += entries.count;
  }

  /** Reads a line; where its ECC gives it up, a few times, as weak bits read differently. False: it is lost. */
  readSlot(slot: number, into: Uint8Array): boolean {
    const { memory } = this;
    for (let reads = 0; reads < readsMax; reads++) {
      memory.read(slotAddress(this.geometry, slot), into);
      if (memory.pages?.lastRead !== "lost") return true;
    }
    return false;
  }

  /** Reads every page of the block, so that the memory tells which had to be corrected. */
  readThrough(block: number): void {
    const { blockBytes } = this.geometry;
    for (let at = 0; at < blockBytes; at += this.#line.length)
      this.memory.read(block * blockBytes + at, this.#line);
  }

  /** Writes everything needed of the block again. False: no block is to be had. */
  moveOut(block: number, transaction: number, to: Stream): boolean {
    const scanned = this.#scanner.scan(block);
    // Its records have faded: nothing can be moved that they name.
    if (scanned.kind !== "written" && this.memory.pages !== undefined) return false;
    assert(scanned.kind === "written", `block ${block} holds needed things and is ${scanned.kind}`);
    const fence = this.tables.fences.find((one) => one.block === block);
    for (const group of scanned.groups) {
      if (fence !== undefined && group.offset >= fence.offset) break;
      if (!this.#moveLines(scanned, group, to)) return false;
    }
    return this.#moveRecords(block, transaction);
  }

  /**
   * The same for one group and all records of its block. The group is what an earlier scan read: reading it once more
   * might tell something else.
   */
  moveGroup(block: WrittenBlock, group: ScannedGroup, transaction: number): boolean {
    return this.#moveLines(block, group, stream.cold) && this.#moveRecords(block.block, transaction);
  }

  /**
   * Reads the records of blocks of which a mount by the map has told only a bound, to know what is stale in them. False:
   * there was no such block.
   */
  refineStale(): boolean {
    const { tables, geometry } = this;
    const coarse = tables.blocks.takeCoarse();
    for (const number of coarse) {
      const block = this.#scanner.scan(number);
      if (block.kind !== "written") continue;
      for (const group of block.groups) {
        forEachLine({ block, group }, geometry, (process, line, _crc, birth, slot) => {
          const entry = tables.map.find(process, line);
          const isCurrent =
            entry >= 0 && tables.map.slotAt(entry) === slot && tables.map.birthAt(entry) === birth;
          if (!isCurrent) tables.blocks.noteStaleIn(number, birth);
        });
        const drop = (process: number, first: number, count: number, commit: number): void => {
          const isKnown = tables.drops.some(
            (one) =>
              one.block === number &&
              one.commit === commit &&
              one.process === process &&
              one.first === first &&
              one.count === count,
          );
          if (!isKnown) tables.blocks.noteStaleIn(number, commit);
        };
        readItems(group, visitorOf({ drop }));
      }
    }
    return coarse.length > 0;
  }

  #moveLines(block: WrittenBlock, group: ScannedGroup, to: Stream): boolean {
    const { geometry, tables } = this;
    let isPlaced = true;
    forEachLine({ block, group }, geometry, (process, line, crc, birth, slot) => {
      if (!isPlaced || !tables.needs(process, line, birth, slot)) return;
      this.readSlot(slot, this.#line);
      isPlaced = this.writer.putLine(to, process, line, this.#line, birth, crc);
    });
    return isPlaced;
  }

  #moveRecords(block: number, transaction: number): boolean {
    const { tables } = this;
    for (const process of tables.processes.values()) {
      if (process.itemBlock === block && !this.putProcess(process, transaction)) return false;
      for (const state of process.states) {
        if (state.labelBlock !== block || state.label === undefined) continue;
        const placed = (at: number): void => {
          this.replaceRecord(state.labelBlock, at);
          state.labelBlock = at;
        };
        if (!this.writer.putItem(encodeLabel(process.number, state.commit, state.label), placed))
          return false;
      }
    }
    for (const drop of tables.drops) {
      if (drop.block !== block) continue;
      const placed = (at: number): void => {
        this.replaceRecord(drop.block, at);
        drop.block = at;
      };
      const item = encodeDrop(drop.process, drop.first, drop.count, drop.commit);
      if (!this.writer.putItem(item, placed)) return false;
    }
    if (tables.device?.block === block && !this.putDevice(tables.device.bytes)) return false;
    return !tables.fenceBlocks.includes(block) || this.putFences();
  }

  /** The process as it is in the tables. */
  putProcess(process: ProcessRecord, transaction: number): boolean {
    const item = encodeProcess(itemOf(process, process.states, process.digest), transaction);
    return this.putProcessItem(process, item);
  }

  putProcessItem(process: ProcessRecord, item: Uint8Array): boolean {
    return this.writer.putItem(item, (at) => {
      this.replaceRecord(process.itemBlock, at);
      process.itemBlock = at;
    });
  }

  putDevice(device: Uint8Array): boolean {
    return this.writer.putItem(encodeDevice(device), (at) => {
      this.replaceRecord(this.tables.device?.block ?? -1, at);
      this.tables.device = { bytes: device, block: at };
    });
  }

  /** All fences; they replace those before. */
  putFences(): boolean {
    const { tables } = this;
    const before = tables.fenceBlocks;
    tables.fences = tables.fences.filter((one) => one.eraseCount === tables.blocks.eraseCountOf(one.block));
    let isFirst = true;
    for (let at = 0; at === 0 || at < tables.fences.length; at += fencesPerItem) {
      const item = encodeFences(tables.fences.slice(at, at + fencesPerItem));
      const placed = (block: number): void => {
        if (isFirst) {
          for (const old of before) tables.blocks.removeRecord(old);
          tables.fenceBlocks = [];
        }
        isFirst = false;
        tables.fenceBlocks.push(block);
        tables.blocks.addRecord(block);
      };
      if (!this.writer.putItem(item, placed)) return false;
    }
    return true;
  }

  /** A record is needed at its new place and no more at its old one. */
  replaceRecord(before: number, after: number): void {
    this.tables.blocks.addRecord(after);
    if (before >= 0) this.tables.blocks.removeRecord(before);
  }
}

export function linesPerBlock(geometry: Geometry): number {
  const { blockBytes, lineBytes, slotsPerBlock, slotsPerLine, programUnit, inOrder, recordStart } = geometry;
  let lines = Math.floor(slotsPerBlock / slotsPerLine);
  const recordEnd = (count: number): number =>
    alignUp(
      recordStart + groupHeaderBytesMax + linesHeaderBytesMax + count * movedEntryBytesMax,
      programUnit,
    );
  const slotBytes = (count: number): number => alignUp(count * lineBytes, inOrder ? programUnit : 1);
  while (lines > 1 && recordEnd(lines) + slotBytes(lines) > blockBytes) lines--;
  return lines;
}
