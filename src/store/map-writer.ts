/** Map checkpoints: the map and all records in few groups, so that mounting reads them and what was written since. */
import { noStale } from "./block-state.ts";
import { alignUp, groupHeaderBytesMax } from "./format.ts";
import { encodeCopied, encodeDevice, encodeDrop, encodeFences, encodeLabel } from "./items.ts";
import { encodeMap, encodePlaces, encodeProcess } from "./items.ts";
import type { LogWriter } from "./log-writer.ts";
import { packPlaces } from "./map-places.ts";
import type { Places } from "./map-places.ts";
import { fencesPerItem, itemOf } from "./tables.ts";
import type { Tables } from "./tables.ts";

/** A smaller chip is scanned whole for less than a map would cost. */
const mapBlocksMin = 128;
/**
 * A new checkpoint is begun when the records since the last one weigh so much more than it, or sooner where it costs no more
 * than so much of the lines written meanwhile: long commits have short records.
 */
const tailRatio = 1.7;
const costMax = 0.035;
/** The same where records take whole pages, which the lines beside them pay for already. */
const costMaxWholePages = 0.02;
const tailBytesMin = 6144;
/** Where looking into every block costs much, the first checkpoint comes as soon as so much was recorded. */
const largeBlocksMin = 2048;
const firstTailBytes = 256;
/** Commits that a part may be put off. */
const waitMax = 4;
/** Bytes of the items that begin a part, at most: `map` with its open blocks, headers of `places`. */
const partOverheadBytes = 64;

interface Written {
  readonly recordBytes: number;
  readonly lineCount: number;
}

/** A checkpoint on the chip. */
export interface WrittenMap {
  /** Blocks of its parts, one for each part. */
  readonly blocks: readonly number[];
  readonly bytes: number;
}

/**
 * Writes a checkpoint in parts, few at each commit, from block 0 to the last, then the records. Each part tells the
 * store as it was before the transaction that writes it; what changes meanwhile stands in the log from `start` on, which
 * a mount reads too.
 */
export class MapWriter {
  readonly #tables: Tables;
  readonly #writer: LogWriter;
  readonly #partBytes: number;
  #current: WrittenMap = { blocks: [], bytes: 0 };
  /** Where the checkpoint in force was begun: what the writer had written then, less what a mount found since. */
  #from: Written = { recordBytes: 0, lineCount: 0 };
  /** 0: none is being written. */
  #start = 0;
  #startFrom: Written = { recordBytes: 0, lineCount: 0 };
  #horizon: number = noStale;
  #open: readonly number[] = [];
  #nextBlock = 0;
  #blocks: number[] = [];
  #bytes = 0;
  #parts = 0;
  #bytesPerLine = 3;
  #isSpent = false;
  #waited = 0;
  #isWeak = false;
  #isOff = false;

  constructor(tables: Tables, writer: LogWriter) {
    const { blockCount, slotsPerBlock, wholePages, pageBytes } = tables.geometry;
    this.#tables = tables;
    this.#writer = writer;
    // Two parts fill a small block; the lines of one block always fit a part.
    const wanted = Math.max(256, blockCount * 2, slotsPerBlock * 8 + partOverheadBytes);
    const twoInBlock = Math.floor((writer.mapItemBytesMax - 16) / 2);
    const partBytes = Math.min(wanted, 8192, wanted > twoInBlock ? Math.max(twoInBlock, 256) : wanted);
    this.#partBytes = wholePages ? alignUp(partBytes, pageBytes) - groupHeaderBytesMax : partBytes;
  }

  get isEnabled(): boolean {
    return !this.#isOff && this.#tables.geometry.blockCount >= mapBlocksMin;
  }

  /** Erase blocks that the checkpoint in force and the one being written may take up at most. */
  get blocksMax(): number {
    if (!this.isEnabled) return 0;
    const { blockCount, slotsPerBlock, blockBytes } = this.#tables.geometry;
    return 2 * Math.ceil((blockCount * slotsPerBlock * 3) / blockBytes) + 2;
  }

  /** Buffers for the lines of one part. */
  get ramBytes(): number {
    return this.isEnabled ? this.#partBytes * 5 : 0;
  }

  get bytes(): number {
    return this.#current.bytes;
  }

  /** Whether the next commit should write a part. */
  get isDue(): boolean {
    if (!this.isEnabled || this.#isSpent) return false;
    if (this.#start !== 0) return true;
    if (this.#isWeak) return true;
    const { blockCount, lineBytes, wholePages } = this.#tables.geometry;
    const { bytes } = this.#current;
    const tailBytes = this.#writer.recordBytes - this.#from.recordBytes;
    const lines = this.#writer.lineCount - this.#from.lineCount;
    const isFirst = bytes === 0 && blockCount >= largeBlocksMin;
    const least = isFirst ? firstTailBytes : Math.max(Math.min(tailBytesMin, blockCount * 8), bytes);
    // Where records take whole pages the map does too: only its price counts.
    if (wholePages) return tailBytes >= tailBytesMin / 4 && lines * lineBytes * costMaxWholePages >= bytes;
    return (
      tailBytes >= Math.max(least, bytes * tailRatio) ||
      (tailBytes >= least && lines * lineBytes * costMax >= bytes && bytes > 0)
    );
  }

  /** Whether the next part would have to wait for an erase and can be put off; it is not put off for ever. */
  mayWait(): boolean {
    if (this.#tables.blocks.erasedCount > 0 || this.#writer.hasMapRoom(this.#partBytes)) return false;
    this.#waited++;
    return this.#waited <= waitMax;
  }

  /** What a mount has found in force; its blocks count as needed already. */
  adopt(found: WrittenMap & { readonly tailBytes: number; readonly tailLines: number }): void {
    this.#current = found;
    this.#from = { recordBytes: -found.tailBytes, lineCount: -found.tailLines };
  }

  /** From now on there is none: what gathers it would need the whole map in RAM. */
  turnOff(): void {
    this.#isOff = true;
    this.#start = 0;
    this.discard();
  }

  /** A block of it had to be corrected: the next commit begins another. */
  renew(): void {
    if (this.#current.blocks.length > 0) this.#isWeak = true;
  }

  /** Gives the checkpoint up, so that its blocks can be used; the next mount reads the whole chip. */
  discard(): boolean {
    const { blocks } = this.#current;
    this.#current = { blocks: [], bytes: 0 };
    for (const block of blocks) this.#tables.blocks.removeRecord(block);
    return blocks.length > 0;
  }

  /** Puts the next part into the transaction, or as many as reach `byteCount` bytes or fill an erase block. */
  put(transaction: number, byteCount: number): void {
    this.#waited = 0;
    if (this.#start === 0) this.#begin(transaction);
    for (
      let left = Math.max(1, Math.min(byteCount, this.#tables.geometry.blockBytes / 2));
      left > 0 && this.#start !== 0;
    ) {
      if (this.#nextBlock >= this.#tables.geometry.blockCount) {
        this.#putRecords(transaction);
        return;
      }
      left -= this.#putPlaces(transaction);
    }
  }

  #begin(transaction: number): void {
    this.#start = transaction;
    this.#isWeak = false;
    this.#startFrom = { recordBytes: this.#writer.recordBytes, lineCount: this.#writer.lineCount };
    this.#horizon = this.#tables.blocks.staleHorizon();
    this.#open = this.#writer.openBlocks;
    this.#nextBlock = 0;
    this.#blocks = [];
    this.#bytes = 0;
    this.#parts = 0;
  }

  #putPlaces(transaction: number): number {
    for (let lines = (this.#partBytes - partOverheadBytes) / this.#bytesPerLine; ; lines *= 0.8) {
      const end = this.#endFor(lines);
      const { items, lineCount } = this.#encodePlaces(end);
      const byteCount = items.reduce((sum, item) => sum + item.length, 0);
      if (byteCount > this.#partBytes - partOverheadBytes && end > this.#nextBlock + 1) continue;
      if (lineCount > 16) this.#bytesPerLine = Math.max(1, (byteCount / lineCount) * 1.02);
      this.#nextBlock = end;
      this.#putPart(transaction, items, false);
      return byteCount;
    }
  }

  /** The block after the last one whose lines are still about so many. */
  #endFor(lineCount: number): number {
    const { blocks, geometry } = this.#tables;
    let end = this.#nextBlock + 1;
    for (let lines = blocks.linesIn(this.#nextBlock); end < geometry.blockCount; end++) {
      // A block costs a few bits even where one line of it is needed.
      lines += blocks.linesIn(end);
      if (lines > lineCount) break;
    }
    return end;
  }

  #encodePlaces(end: number): { readonly items: readonly Uint8Array[]; readonly lineCount: number } {
    const { blocks, geometry } = this.#tables;
    const places = this.#gather(this.#nextBlock * geometry.slotsPerBlock, end * geometry.slotsPerBlock);
    const items = places.map((one) =>
      encodePlaces(packPlaces(one, geometry, (block) => blocks.openedByOf(block))),
    );
    return { items, lineCount: places.reduce((sum, one) => sum + one.lines.length, 0) };
  }

  /** Needed versions in those slots, by process and slot. */
  #gather(from: number, to: number): Places[] {
    const found = new Map<number, { line: number; birth: number; slot: number }[]>();
    const add = (process: number, line: number, birth: number, slot: number): void => {
      if (slot < from || slot >= to) return;
      const list = found.get(process);
      if (list === undefined) found.set(process, [{ line, birth, slot }]);
      else list.push({ line, birth, slot });
    };
    this.#tables.map.forEachInSlots(from, to, add);
    for (const { number, states } of this.#tables.processes.values()) {
      for (const state of states) {
        this.#tables.old.forEach(state.oldHead, ({ line, birth, slot }) => add(number, line, birth, slot));
      }
    }
    return [...found].map(([process, list]) => {
      list.sort((left, right) => left.slot - right.slot);
      return {
        process,
        lines: list.map((one) => one.line),
        births: list.map((one) => one.birth),
        slots: list.map((one) => one.slot),
      };
    });
  }

  /** All records in one transaction, so that they fit each other; with the last of them the checkpoint is complete. */
  #putRecords(transaction: number): void {
    let items: Uint8Array[] = [];
    let byteCount = 0;
    for (const item of this.#records(transaction)) {
      if (byteCount + item.length > this.#partBytes - partOverheadBytes && items.length > 0) {
        this.#putPart(transaction, items, false);
        [items, byteCount] = [[], 0];
      }
      items.push(item);
      byteCount += item.length;
    }
    this.#putPart(transaction, items, true);
  }

  #records(transaction: number): Uint8Array[] {
    const { processes, drops, device, fences, fenceBlocks } = this.#tables;
    const records: Uint8Array[] = [];
    // What this transaction itself writes of them is newer than these copies.
    const add = (block: number, item: Uint8Array): void =>
      void records.push(encodeCopied(item, block, transaction - 1, transaction));
    for (const process of processes.values()) {
      if (process.itemBlock < 0) continue;
      add(process.itemBlock, encodeProcess(itemOf(process, process.states, process.digest), transaction));
      for (const { label, labelBlock, commit } of process.states) {
        if (label !== undefined && labelBlock >= 0)
          add(labelBlock, encodeLabel(process.number, commit, label));
      }
    }
    for (const { block, process, first, count, commit } of drops) {
      add(block, encodeDrop(process, first, count, commit));
    }
    if (device !== undefined) add(device.block, encodeDevice(device.bytes));
    for (const [index, block] of fenceBlocks.entries()) {
      add(block, encodeFences(fences.slice(index * fencesPerItem, (index + 1) * fencesPerItem)));
    }
    return records;
  }

  #putPart(transaction: number, items: readonly Uint8Array[], isLast: boolean): void {
    const part = this.#parts++;
    const [start, horizon] = [this.#start, this.#horizon];
    const partCount = isLast ? this.#parts : 0;
    const open = part === 0 ? this.#open : [];
    const head = encodeMap({ start, part, partCount, horizon, open }, transaction);
    const bytes = new Uint8Array(items.reduce((sum, item) => sum + item.length, head.length));
    bytes.set(head);
    let at = head.length;
    for (const item of items) {
      bytes.set(item, at);
      at += item.length;
    }
    const isPut = this.#writer.putMapPart(bytes, (block) => this.#placed(block, bytes.length, isLast));
    if (!isPut) this.#isSpent = true;
    if (isLast) this.#start = 0;
  }

  /** The part is committed. */
  #placed(block: number, byteCount: number, isLast: boolean): void {
    const { wholePages, pageBytes } = this.#tables.geometry;
    this.#tables.blocks.addRecord(block);
    this.#blocks.push(block);
    this.#bytes += alignUp(byteCount, wholePages ? pageBytes : 1);
    if (!isLast) return;
    this.discard();
    this.#current = { blocks: this.#blocks, bytes: this.#bytes };
    this.#from = this.#startFrom;
  }
}
