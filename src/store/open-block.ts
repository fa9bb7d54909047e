import { assert, writeUint16, writeUint32 } from "../base/index.ts";
import {
  alignUp,
  groupHeaderBytes,
  headerBytes,
  itemKind,
  varintBytes,
  writeVarint,
  zigzag,
} from "./format.ts";
import type { Geometry } from "./format.ts";
import type { LineEntries } from "./line-entries.ts";

const skipBytes = 3;
/** Entry number of a slot that holds nothing. */
const skipped = -1;
const groupBytesMax = 0xffff;

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
  readonly #geometry: Geometry;
  #isFresh = true;
  #recordEnd: number = headerBytes;
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
  #items: { readonly bytes: Uint8Array; readonly index: number }[] = [];
  #itemBytes = 0;

  constructor(geometry: Geometry, block: number, opened: { transaction: number; isMap: boolean }) {
    const { transaction, isMap } = opened;
    this.block = block;
    this.openedBy = transaction;
    this.isMap = isMap;
    this.#transaction = transaction;
    this.#countBytes = varintBytes(geometry.slotsPerBlock);
    this.#geometry = geometry;
    this.#entries = new Int32Array(geometry.slotsPerBlock);
    this.#crcs = new Uint32Array(geometry.slotsPerBlock);
  }

  /** Its header is yet to be written. */
  get isFresh(): boolean {
    return this.#isFresh;
  }

  /** Where the next group begins. */
  get recordEnd(): number {
    return this.#recordEnd;
  }

  get slotsUsed(): number {
    return this.#slotsUsed;
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
    return this.#entries.byteLength + this.#crcs.byteLength + this.#itemBytes;
  }

  /** `commit` as in `LineEntries`. */
  fitsLine(process: number, line: number, commit: number): boolean {
    return (
      this.#slotsUsed < this.#geometry.slotsPerBlock && this.#fits(this.#costOf(process, line, commit), 1)
    );
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

  /** Gives the pending things up, to be placed elsewhere. */
  takePending(): { lines: { entry: number; crc: number }[]; items: number[] } {
    const lines: { entry: number; crc: number }[] = [];
    for (let slot = 0; slot < this.#pendingSlots; slot++) {
      if (this.#entries[slot] !== skipped) lines.push({ entry: this.#entries[slot], crc: this.#crcs[slot] });
    }
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
    const { blockBytes, lineBytes, programUnit } = this.#geometry;
    const header = groupHeaderBytes(this.#transaction, this.openedBy);
    const groupBytes = header + this.#lineBytes + this.#itemBytes + moreBytes;
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
