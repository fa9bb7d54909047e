import { assert, crc32 } from "../base/index.ts";
import type { BlockTable } from "./block-table.ts";
import {
  alignUp,
  encodeHeader,
  groupHeaderBytes,
  groupHeaderBytesMax,
  headerBytes,
  sealGroup,
  slotAddress,
} from "./format.ts";
import type { Geometry } from "./format.ts";
import { LineEntries } from "./line-entries.ts";
import { OpenBlock } from "./open-block.ts";
import { PageWriter } from "./page-writer.ts";
import type { StoreMemory } from "./port.ts";

/** Lines that are expected to be overwritten alike lie together. */
export const stream = { hot: 0, cold: 1, still: 2, map: 3 } as const;
export type Stream = (typeof stream)[keyof typeof stream];

/** A commit group names at most so many lines: they are read and copied at each power-on. */
const linesInCommitGroupMax = 8;

/** Faults that tests plant to see that they are found; never set otherwise. */
export type StoreFault = "commit-first" | "checksum-ignored" | "not-made-firm" | "map-late" | "map-open-late";

/** What a scan of a block reads, on average, beyond the records that are there. */
export const scanAheadBytes = 32;

interface PlacedItem {
  readonly bytes: Uint8Array;
  readonly onPlaced: (block: number) => void;
  readonly to: Stream;
  block: number;
}

/**
 * Writes transactions: lines into the slots of open blocks, groups that name them, and last the commit group.
 *
 * One transaction at a time: `begin`, any number of `putLine` and `putItem`, `commit`; then `entries` says where the
 * lines lie, the owner counts them into the block table, and `finish` closes what is full. A failed program
 * moves what the block was to hold elsewhere. Nothing is in force before `commit` has returned true.
 */
export class LogWriter {
  /** Erased blocks are made ready in idle time: where none is left, lines go where there is room before one is erased. */
  isSparing = false;
  /** Lines of the transaction under way. */
  readonly entries = new LineEntries();
  readonly #memory: StoreMemory;
  readonly #geometry: Geometry;
  readonly #blocks: BlockTable;
  readonly #fault: StoreFault | undefined;
  readonly #pages: PageWriter;
  readonly #open: (OpenBlock | undefined)[] = [undefined, undefined, undefined, undefined];
  /** `FF` but while a group is being made. */
  #scratch: Uint8Array = new Uint8Array(512).fill(0xff);
  readonly #lineScratch: Uint8Array;
  readonly #items: PlacedItem[] = [];
  #full: OpenBlock[] = [];
  #retiring: number[] = [];
  #openAtBegin: readonly number[] = [];
  #transaction = 0;
  #commitBlock = -1;
  #bytesProgrammed = 0;
  #recordBytes = 0;
  #mapBytes = 0;
  #lineCount = 0;
  /** Something of the transaction found no place: it cannot commit any more. */
  #isStuck = false;

  constructor(memory: StoreMemory, geometry: Geometry, blocks: BlockTable, fault?: StoreFault) {
    this.#memory = memory;
    this.#geometry = geometry;
    this.#blocks = blocks;
    this.#fault = fault;
    this.#pages = new PageWriter(memory, geometry, blocks);
    this.#lineScratch = new Uint8Array(geometry.lineBytes);
  }

  get bytesProgrammed(): number {
    return this.#bytesProgrammed + this.#pages.bytesProgrammed;
  }

  /** Those of them that are of map checkpoints. */
  get mapBytesProgrammed(): number {
    return this.#mapBytes;
  }

  /** Bytes that a scan of what was written so far would read, map checkpoints apart. */
  get recordBytes(): number {
    return this.#recordBytes;
  }

  /** Lines written or moved so far. */
  get lineCount(): number {
    return this.#lineCount;
  }

  /** Blocks that the transaction under way found being filled with lines. */
  get openBlocks(): readonly number[] {
    if (this.#fault !== "map-open-late") return this.#openAtBegin;
    return this.#lineStreams().flatMap((open) => (open === undefined ? [] : [open.block]));
  }

  /** Whether the open block of the map takes so many bytes of items. */
  hasMapRoom(itemBytes: number): boolean {
    return this.#open[stream.map]?.fitsItem(itemBytes) === true;
  }

  /** Bytes of items that a group of the map can hold in a block of its own. */
  get mapItemBytesMax(): number {
    return this.#geometry.blockBytes - headerBytes - groupHeaderBytesMax;
  }

  /** Block of the commit group that `commit` wrote. */
  get commitBlock(): number {
    return this.#commitBlock;
  }

  get ramBytes(): number {
    const open = this.#open.reduce((sum, block) => sum + (block?.ramBytes ?? 0), 0);
    return open + this.entries.ramBytes + this.#scratch.length + this.#lineScratch.length;
  }

  begin(transaction: number): void {
    assert(this.#full.length === 0 && this.#items.length === 0, "the transaction before was finished");
    this.#transaction = transaction;
    this.#isStuck = false;
    this.entries.clear();
    for (const open of this.#open) open?.setTransaction(transaction);
    this.#openAtBegin = this.#lineStreams().flatMap((open) => (open === undefined ? [] : [open.block]));
    if (this.#fault === "commit-first") {
      const target = this.#room(stream.hot, 0);
      if (target !== undefined) this.#writeGroup(target, true);
    }
  }

  /** So many lines are to come: room in a block that would only split their group, where groups are dear, stays unused. */
  expectLines(count: number): void {
    if (this.#open[stream.hot]?.wouldSplit(count) === true) this.#setAside(stream.hot, false);
  }

  /** `commit` is 0 for a line that this transaction writes, else the commit it keeps. False: no block is to be had. */
  putLine(
    to: Stream,
    process: number,
    line: number,
    bytes: Uint8Array,
    commit: number,
    crc = crc32(bytes),
  ): boolean {
    const entry = this.entries.add(process, line, commit);
    return this.#placeLine(to, entry, bytes, crc);
  }

  /** An item for one of the transaction's groups; `onPlaced` hears at `finish` which block it lies in. */
  putItem(bytes: Uint8Array, onPlaced: (block: number) => void): boolean {
    const item: PlacedItem = { bytes, onPlaced, to: stream.hot, block: -1 };
    this.#items.push(item);
    return this.#placeItem(item);
  }

  /** The items of one part of a map checkpoint: a group of its own in a block of the map. */
  putMapPart(bytes: Uint8Array, onPlaced: (block: number) => void): boolean {
    const item: PlacedItem = { bytes, onPlaced, to: stream.map, block: -1 };
    this.#items.push(item);
    const isPlaced = this.#placeItem(item);
    const open = this.#open[stream.map];
    if (isPlaced && (open === undefined || this.#flush(open))) return true;
    this.#items.splice(this.#items.indexOf(item), 1);
    return false;
  }

  /** The one program in it that commits is the last. False: no block is to be had, nothing is committed. */
  commit(): boolean {
    for (;;) {
      const target = this.#commitTarget();
      if (target === undefined || this.#isStuck) return false;
      const early = this.#open.find(
        (open) => open?.hasPending === true && (open !== target || open.lineCount > linesInCommitGroupMax),
      );
      if (early !== undefined) {
        if (!this.#flush(early)) return false;
        continue;
      }
      this.#memory.barrier();
      if (this.#writeGroup(target, this.#fault !== "commit-first")) {
        this.#memory.barrier();
        this.#commitBlock = target.block;
        return true;
      }
      if (!this.#relocate(target)) return false;
    }
  }

  /** After the owner has counted everything that the transaction placed. */
  finish(): void {
    for (const item of this.#items) item.onPlaced(item.block);
    this.#items.length = 0;
    for (const open of this.#full) this.#blocks.close(open.block);
    this.#full = [];
    for (const block of this.#retiring) this.#blocks.retire(block);
    this.#retiring = [];
  }

  /** Open block with pending things and room for a commit group, or a fresh one. */
  #commitTarget(): OpenBlock | undefined {
    const pending = this.#lineStreams().filter((open) => open?.hasPending === true);
    const withItems = pending.find((open) => open?.hasItems === true) ?? pending[0];
    if (withItems !== undefined) return withItems;
    return this.#room(stream.hot, 0);
  }

  #lineStreams(): (OpenBlock | undefined)[] {
    return this.#open.slice(0, stream.map);
  }

  #placeLine(to: Stream, entry: number, bytes: Uint8Array, crc: number): boolean {
    const { geometry, entries } = { geometry: this.#geometry, entries: this.entries };
    const [process, line, commit] = [
      entries.processAt(entry),
      entries.lineAt(entry),
      entries.commitAt(entry),
    ];
    for (;;) {
      let open = this.#open[to];
      if (open === undefined || !open.fitsLine(process, line, commit)) {
        open = this.#spareRoom(process, line, commit) ?? this.#renew(to);
        if (open === undefined) return false;
      }
      if (open.isGroupFull) {
        if (!this.#flush(open)) return false;
        continue;
      }
      const slot = open.nextSlot;
      if (geometry.inOrder) {
        if (this.#putInOrder(open, slot, entry, bytes, crc)) return true;
        if (!this.#relocate(open)) return false;
        // Lines that share its page took it along.
        if (open.gathersLines) return true;
        continue;
      }
      if (this.#program(slotAddress(geometry, slot), bytes)) {
        this.#lineCount++;
        open.addLine(entry, { process, line, commit }, crc);
        entries.place(entry, slot);
        return true;
      }
      open.addSkip();
      this.#setAside(this.#open.indexOf(open) as Stream, true);
    }
  }

  /** False: the program failed; the line is pending in the block where lines are gathered in pages, otherwise nowhere. */
  #putInOrder(open: OpenBlock, slot: number, entry: number, bytes: Uint8Array, crc: number): boolean {
    const { entries } = this;
    const address = slotAddress(this.#geometry, slot);
    if (!open.gathersLines && !this.#pages.program(open, "lines", address, bytes)) return false;
    this.#lineCount++;
    const of = {
      process: entries.processAt(entry),
      line: entries.lineAt(entry),
      commit: entries.commitAt(entry),
    };
    open.addLine(entry, of, crc);
    entries.place(entry, slot);
    if (!open.gathersLines) return true;
    const page = open.fillPage(bytes);
    return page === undefined || this.#pages.writeGathered(open);
  }

  /** An open block of the other stream that takes the line, where a fresh one would have to wait for its erase. */
  #spareRoom(process: number, line: number, commit: number): OpenBlock | undefined {
    if (!this.isSparing || this.#blocks.erasedCount > 0) return undefined;
    return [this.#open[stream.hot], this.#open[stream.cold]].find((open) =>
      open?.fitsLine(process, line, commit),
    );
  }

  #placeItem(item: PlacedItem): boolean {
    const fits = (open: OpenBlock | undefined): boolean =>
      open !== undefined && open.hasPending && open.fitsItem(item.bytes.length);
    const pending = item.to === stream.map ? undefined : this.#lineStreams().find(fits);
    const holder = pending ?? this.#room(item.to, item.bytes.length);
    if (holder === undefined) return false;
    holder.addItem(item.bytes, this.#items.indexOf(item));
    item.block = holder.block;
    return true;
  }

  /** The stream's open block where it has room for so many bytes of items, otherwise a fresh one. */
  #room(to: Stream, itemBytes: number): OpenBlock | undefined {
    const open = this.#open[to];
    if (open !== undefined && open.fitsItem(itemBytes)) return open;
    return this.#renew(to);
  }

  /** Sets the stream's block aside and opens a fresh one. */
  #renew(to: Stream): OpenBlock | undefined {
    while (this.#open[to] !== undefined) this.#setAside(to, false);
    const isMap = to === stream.map;
    const block = this.#blocks.open({ mostWorn: to === stream.still, isMap, by: this.#transaction });
    if (block < 0) return undefined;
    const fresh = new OpenBlock(this.#geometry, block, { transaction: this.#transaction, isMap });
    this.#open[to] = fresh;
    return fresh;
  }

  /** No more goes into the stream's block; what is pending in it is written now. */
  #setAside(to: Stream, isFailing: boolean): void {
    const open = this.#open[to];
    if (open === undefined) return;
    this.#open[to] = undefined;
    if (isFailing) this.#retiring.push(open.block);
    else this.#full.push(open);
    if (!open.hasPending || this.#writeGroup(open, false)) return;
    if (!isFailing) this.#retiring.push(...this.#full.splice(-1).map(({ block }) => block));
    if (!this.#moveAway(open, to)) this.#isStuck = true;
  }

  #flush(open: OpenBlock): boolean {
    return this.#writeGroup(open, false) || this.#relocate(open);
  }

  /** The open block failed: what was pending in it is pending elsewhere afterwards. */
  #relocate(open: OpenBlock): boolean {
    const to = this.#open.indexOf(open) as Stream;
    this.#open[to] = undefined;
    this.#retiring.push(open.block);
    return this.#moveAway(open, to);
  }

  #moveAway(open: OpenBlock, to: Stream): boolean {
    const { lines, items } = open.takePending();
    for (const { entry, crc, bytes: gathered } of lines) {
      const bytes = gathered ?? new Uint8Array(this.#geometry.lineBytes);
      if (gathered === undefined)
        this.#memory.read(slotAddress(this.#geometry, this.entries.slotAt(entry)), bytes);
      if (!this.#placeLine(to, entry, bytes, crc)) return false;
    }
    return items.every((index) => this.#placeItem(this.#items[index]));
  }

  #scratchFor(itemBytes: number): Uint8Array {
    const needed = alignUp(headerBytes + groupHeaderBytesMax + itemBytes, this.#geometry.programUnit);
    if (needed > this.#scratch.length) this.#scratch = new Uint8Array(alignUp(needed, 512)).fill(0xff);
    return this.#scratch;
  }

  /** Programs the pending things of the block as one group, its header before it where the block is fresh. */
  #writeGroup(open: OpenBlock, isCommit: boolean): boolean {
    const geometry = this.#geometry;
    const { openedBy, isMap, block } = open;
    const hasHeader = open.isFresh && !geometry.inOrder;
    const scratch = this.#scratchFor(open.pendingBytes);
    if (geometry.inOrder) {
      if (!this.#pages.writeGathered(open)) return false;
      open.headerCrc = this.#pages.tagsOf(open).seed;
    } else if (hasHeader) {
      const eraseCount = this.#blocks.eraseCountOf(block);
      open.headerCrc = encodeHeader(scratch, geometry, { block, eraseCount, openedBy, isMap });
    }
    const from = hasHeader ? 0 : open.groupStart;
    const start = open.groupStart - from;
    const transaction = this.#transaction;
    const end = open.encodePending(scratch, start + groupHeaderBytes(transaction, openedBy), this.entries);
    sealGroup(scratch, {
      ...{ start, length: end - start, transaction, isCommit },
      header: { openedBy, crc: open.headerCrc },
    });
    const length = alignUp(from + end, geometry.programUnit) - from;
    const address = block * geometry.blockBytes + from;
    const bytes = scratch.subarray(0, length);
    const done = geometry.inOrder
      ? this.#pages.program(open, "records", address, bytes)
      : this.#program(address, bytes);
    scratch.fill(0xff, 0, length);
    if (isMap) this.#mapBytes += length;
    else this.#recordBytes += (geometry.wholePages ? end : length) + (open.isFresh ? scanAheadBytes : 0);
    if (done) open.groupWritten(from + end);
    return done;
  }

  /** Page by page, in ascending order. */
  #program(address: number, bytes: Uint8Array): boolean {
    const { pageBytes } = this.#geometry;
    for (let done = 0; done < bytes.length;) {
      const length = Math.min(pageBytes - ((address + done) % pageBytes), bytes.length - done);
      const part = length === bytes.length ? bytes : bytes.subarray(done, done + length);
      if (this.#memory.program(address + done, part) === "failed") return false;
      this.#bytesProgrammed += length;
      done += length;
    }
    return true;
  }
}
