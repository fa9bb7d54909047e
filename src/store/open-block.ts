import { assert, writeUint16, writeUint32 } from "../base/index.ts";
import { alignUp, groupHeaderBytes, itemKind, varintBytes, writeVarint, zigzag } from "./format.ts";
import type { Geometry } from "./format.ts";
import type { LineEntries } from "./line-entries.ts";
import type { BlockTags } from "./page-tag.ts";

const skipBytes = 3;
/** Entry number of a slot that holds nothing. */
const skipped = -1;
const groupBytesMax = 0xffff;
/** Lines that one group names where groups cost little: what is pending takes RAM. */
export const groupLinesMax = 64;

/** A line that was placed in a block and is to be placed elsewhere. */
export interface PendingLine {
  readonly entry: number;
  readonly crc: number;
  readonly bytes: Uint8Array | undefined;
}

/**
 * A block that is being filled: how far its records and slots reach, and what the next group will name. It knows room
 * and order; programming is the writer's.
 */
export class OpenBlock {
  readonly block: number;
  /** Transaction that opened it. */
  readonly openedBy: number;
  readonly isMap: boolean;
  headerCrc = 0;
  /** In order: what its pages are tagged with, once the first was. */
  tags: BlockTags | undefined;
  readonly #geometry: Geometry;
  #isFresh = true;
  #recordEnd: number;
  #slotsUsed = 0;
  /** Entries of the slots that the next group names, in slot order. */
  readonly #entries: Int32Array;
  readonly #crcs: Uint32Array;
  #pendingSlots = 0;
  #pendingLines = 0;
  #lineBytes = 0;
  #runProcess = -1;
  #runMoved = false;
  #runLine = 0;
  #transaction: number;
  readonly #countBytes: number;
  readonly #linesMax: number;
  #items: { readonly bytes: Uint8Array; readonly index: number }[] = [];
  #itemBytes = 0;
  /** In order, where lines are smaller than a page: the page that the next lines go to, and how many are in it. */
  readonly #page: Uint8Array;
  #pageLines = 0;

  constructor(geometry: Geometry, block: number, opened: { transaction: number; isMap: boolean }) {
    const { transaction, isMap } = opened;
    this.block = block;
    this.openedBy = transaction;
    this.isMap = isMap;
    this.#transaction = transaction;
    this.#countBytes = varintBytes(geometry.slotsPerBlock);
    this.#geometry = geometry;
    this.#recordEnd = geometry.recordStart;
    this.#page = new Uint8Array(
      geometry.inOrder && geometry.lineBytes < geometry.pageBytes ? geometry.pageBytes : 0,
    );
    this.#linesMax = Math.floor(geometry.slotsPerBlock / geometry.slotsPerLine);
    const groupLines = geometry.wholePages ? this.#linesMax : Math.min(this.#linesMax, groupLinesMax);
    this.#entries = new Int32Array(isMap ? 0 : groupLines);
    this.#crcs = new Uint32Array(isMap ? 0 : groupLines);
  }

  /** Its header is yet to be written. */
  get isFresh(): boolean {
    return this.#isFresh;
  }

  /** Where the next group begins. */
  get groupStart(): number {
    const { inOrder, lineBytes, pageBytes } = this.#geometry;
    if (!inOrder) return this.#recordEnd;
    return alignUp(this.#recordEnd + this.#pendingSlots * lineBytes, pageBytes);
  }

  /** The pending group names as many lines as it may: it has to be written before the next line. */
  get isGroupFull(): boolean {
    return this.#pendingSlots >= this.#entries.length;
  }

  /** Bytes of the items of the next group. */
  get pendingBytes(): number {
    return this.#lineBytes + this.#itemBytes;
  }

  /** Whether a group takes whole pages and that of so many lines would become two, for the sake of little room that is left. */
  wouldSplit(lineCount: number): boolean {
    const { inOrder, wholePages, blockBytes, lineBytes, programUnit } = this.#geometry;
    if (!wholePages || this.hasPending) return false;
    const needed = alignUp(lineCount * lineBytes, programUnit) + programUnit;
    const roomBytes = blockBytes - this.#recordEnd - (inOrder ? 0 : this.#slotsUsed * lineBytes);
    return roomBytes < needed && needed <= blockBytes && roomBytes <= blockBytes / 8;
  }

  /** Where the next line goes, counted through all blocks. */
  get nextSlot(): number {
    const { inOrder, lineBytes, slotsPerBlock, slotsPerLine } = this.#geometry;
    const first = this.block * slotsPerBlock;
    if (!inOrder) return first + this.#slotsUsed;
    return first + (this.#recordEnd / lineBytes + this.#pendingSlots) * slotsPerLine;
  }

  /** The transaction that the next group will be of. */
  setTransaction(transaction: number): void {
    this.#transaction = transaction;
  }

  get hasPending(): boolean {
    return this.#pendingSlots > 0 || this.#items.length > 0;
  }

  get hasItems(): boolean {
    return this.#items.length > 0;
  }

  /** Lines that the next group names. */
  get lineCount(): number {
    return this.#pendingLines;
  }

  get ramBytes(): number {
    return this.#entries.byteLength + this.#crcs.byteLength + this.#itemBytes + this.#page.length;
  }

  /** `commit` as in `LineEntries`. */
  fitsLine(process: number, line: number, commit: number): boolean {
    return this.#slotsUsed < this.#linesMax && this.#fits(this.#costOf(process, line, commit), 1);
  }

  fitsItem(itemBytes: number): boolean {
    return this.#fits(itemBytes, 0);
  }

  addLine(entry: number, of: { process: number; line: number; commit: number }, crc: number): void {
    const { process, line, commit } = of;
    this.#lineBytes += this.#costOf(process, line, commit);
    this.#runProcess = process;
    this.#runLine = line;
    this.#runMoved = commit !== 0;
    this.#entries[this.#pendingSlots] = entry;
    this.#crcs[this.#pendingSlots++] = crc;
    this.#pendingLines++;
    this.#slotsUsed++;
  }

  /** In order: takes the line into its page and returns the page once it is full; a larger line is its own. */
  fillPage(bytes: Uint8Array): Uint8Array | undefined {
    const { lineBytes } = this.#geometry;
    this.#page.set(bytes, this.#pageLines++ * lineBytes);
    return this.#pageLines * lineBytes < this.#page.length ? undefined : this.#page;
  }

  /** Whether lines are gathered in a page before they are programmed. */
  get gathersLines(): boolean {
    return this.#page.length > 0;
  }

  /** Bytes of the page that is not full yet. */
  get gathered(): Uint8Array {
    return this.#page.subarray(0, this.#pageLines * this.#geometry.lineBytes);
  }

  pageWritten(): void {
    this.#pageLines = 0;
  }

  /** The slot's program failed: it holds nothing. */
  addSkip(): void {
    this.#lineBytes += skipBytes;
    this.#runProcess = -1;
    this.#entries[this.#pendingSlots++] = skipped;
    this.#slotsUsed++;
  }

  addItem(bytes: Uint8Array, index: number): void {
    this.#items.push({ bytes, index });
    this.#itemBytes += bytes.length;
  }

  /** Writes the pending items from `at` on and returns their end. */
  encodePending(into: Uint8Array, at: number, entries: LineEntries): number {
    let end = at;
    for (let slot = 0; slot < this.#pendingSlots;) {
      const run = this.#runLength(slot, entries);
      end = this.#encodeRun(into, end, entries, slot, run);
      slot += run;
    }
    for (const item of this.#items) {
      into.set(item.bytes, end);
      end += item.bytes.length;
    }
    assert(end - at === this.#lineBytes + this.#itemBytes, "a group is as long as was reckoned");
    return end;
  }

  /** The pending things stand on the chip in a group that ends at `end`. */
  groupWritten(end: number): void {
    this.#isFresh = false;
    this.#recordEnd = alignUp(end, this.#geometry.recordAlign);
    this.#clearPending();
  }

  /** Gives the pending things up, to be placed elsewhere. `bytes` only of lines that were never programmed. */
  takePending(): { lines: PendingLine[]; items: number[] } {
    const lines: PendingLine[] = [];
    const { lineBytes } = this.#geometry;
    for (let slot = 0; slot < this.#pendingSlots; slot++) {
      if (this.#entries[slot] === skipped) continue;
      const inPage = slot - (this.#pendingSlots - this.#pageLines);
      const bytes = inPage < 0 ? undefined : this.#page.slice(inPage * lineBytes, (inPage + 1) * lineBytes);
      lines.push({ entry: this.#entries[slot], crc: this.#crcs[slot], bytes });
    }
    this.#pageLines = 0;
    const items = this.#items.map((item) => item.index);
    this.#clearPending();
    return { lines, items };
  }

  #clearPending(): void {
    this.#pendingSlots = 0;
    this.#pendingLines = 0;
    this.#lineBytes = 0;
    this.#runProcess = -1;
    this.#items = [];
    this.#itemBytes = 0;
  }

  #costOf(process: number, line: number, commit: number): number {
    const isMoved = commit !== 0;
    const isSame = process === this.#runProcess && isMoved === this.#runMoved;
    const header = isSame ? 0 : 1 + varintBytes(process) + this.#countBytes;
    const step = zigzag(line - (isSame ? this.#runLine : 0));
    return header + varintBytes(step) + 4 + (isMoved ? varintBytes(this.#transaction - commit) : 0);
  }

  #fits(moreBytes: number, moreSlots: number): boolean {
    const { blockBytes, lineBytes, programUnit, inOrder } = this.#geometry;
    const header = groupHeaderBytes(this.#transaction, this.openedBy);
    const groupBytes = header + this.#lineBytes + this.#itemBytes + moreBytes;
    if (inOrder) {
      const lines = alignUp(this.#recordEnd + (this.#pendingSlots + moreSlots) * lineBytes, programUnit);
      return groupBytes <= groupBytesMax && lines + alignUp(groupBytes, programUnit) <= blockBytes;
    }
    const end = alignUp(this.#recordEnd + groupBytes, programUnit);
    return groupBytes <= groupBytesMax && end <= blockBytes - (this.#slotsUsed + moreSlots) * lineBytes;
  }

  /** Slots from `slot` on that one item can name. */
  #runLength(slot: number, entries: LineEntries): number {
    const first = this.#entries[slot];
    let run = 1;
    while (slot + run < this.#pendingSlots && this.#sameRun(first, this.#entries[slot + run], entries)) run++;
    return first === skipped ? 1 : run;
  }

  #sameRun(first: number, entry: number, entries: LineEntries): boolean {
    if (first === skipped || entry === skipped) return false;
    const sameKind = (entries.commitAt(first) === 0) === (entries.commitAt(entry) === 0);
    return sameKind && entries.processAt(first) === entries.processAt(entry);
  }

  #encodeRun(into: Uint8Array, at: number, entries: LineEntries, slot: number, run: number): number {
    const first = this.#entries[slot];
    if (first === skipped) {
      into[at] = itemKind.skip;
      writeUint16(into, at + 1, run);
      return at + skipBytes;
    }
    const isMoved = entries.commitAt(first) !== 0;
    into[at] = isMoved ? itemKind.moved : itemKind.lines;
    let end = writeVarint(into, at + 1, entries.processAt(first));
    end = this.#writeCount(into, end, run);
    let previous = 0;
    for (let index = slot; index < slot + run; index++) {
      const entry = this.#entries[index];
      const line = entries.lineAt(entry);
      end = writeVarint(into, end, zigzag(line - previous));
      previous = line;
      writeUint32(into, end, this.#crcs[index]);
      end += 4;
      if (isMoved) end = writeVarint(into, end, this.#transaction - entries.commitAt(entry));
    }
    return end;
  }

  /** As long for every count, so that room can be reckoned before the run has ended. */
  #writeCount(into: Uint8Array, at: number, count: number): number {
    for (let index = 0, rest = count; index < this.#countBytes; index++, rest >>>= 7) {
      into[at + index] = (rest & 0x7f) | (index < this.#countBytes - 1 ? 0x80 : 0);
    }
    return at + this.#countBytes;
  }
}
