/**
 * Which lines of the tenured section hold objects, and where the next object goes. A free line reads as zeros. Objects
 * no larger than a line do not straddle one; larger ones lie in a run of lines. Nothing moves, so long runs are spared: a
 * single line comes from the first small hole, a run from the smallest hole that takes it. Which line it is depends on the used
 * lines alone, so a heap that was restored goes on as the one that was saved. The largest run shrinks by no more than what
 * is claimed: `largestRun` is a lower bound that is made exact when it matters.
 * The bit map is kept here while the heap lives (counted against RAM) and written to its state lines at a checkpoint.
 */
import type BitField from "bitfield";
import { assert } from "../base/index.ts";
import { bitSet, clearRun, countBits, nextClear } from "./bits.ts";
import { HeapWord } from "./header.ts";
import type { LineCache } from "./lines.ts";
import type { HeapMap } from "./map.ts";

/** Holes of up to so many lines are filled with single lines first. */
const smallHoleLines = 3;

/** Lines that may become dirty, and ranges of lines that may be freed. */
export interface FlushRoom {
  readonly lines: number;
  readonly ranges: number;
}

export class TenuredSpace {
  /** Lines at and above were never used since the last full collection. */
  extentLines = 0;
  /** Lines that may still be used: fewer than there are addresses for. */
  freeLines: number;
  liveLinesAfterFull = 0;
  /** Lines that there are addresses for. */
  readonly lineCount: number;
  /** Lines that may be used at a time. */
  holdsLines: number;
  private readonly holdsLinesMax: number;
  private storeHoldsLines = 0;
  private readonly map: HeapMap;
  private readonly lines: LineCache;
  private readonly firstLine: number;
  private readonly lineBytes: number;
  private readonly used: BitField;
  /** One flag for each state line of the used map: differs from the line. */
  private readonly changedMapLines: Uint8Array;
  private changedCount = 0;
  private cursor = 0;
  private cursorLimit = 0;
  /** No line below is free. */
  private firstFree = 0;
  /** No small hole begins below. */
  private firstSmallHole = 0;
  private largestRun: number;
  private promotionCursor = 0;
  private promotionLimit = 0;

  constructor(map: HeapMap, lines: LineCache, sizes: { lineCount: number; holdsLines: number }) {
    const { lineCount, holdsLines } = sizes;
    this.map = map;
    this.holdsLines = holdsLines;
    this.holdsLinesMax = holdsLines;
    this.lines = lines;
    this.lineCount = lineCount;
    this.lineBytes = lines.lineBytes;
    this.firstLine = map.tenuredStart >>> map.lineShift;
    this.used = bitSet(lineCount);
    this.changedMapLines = new Uint8Array(Math.ceil(this.used.buffer.length / this.lineBytes));
    this.freeLines = holdsLines;
    this.largestRun = lineCount;
  }

  /**
   * What the store leaves: room for so many more lines than are used now, of which so many are this heap's even part (both may be negative).
   * It holds no more than its part, or half as much again as was live after a full collection: beyond that garbage is to be collected first.
   */
  setStoreLines(roomLines: number, partLines: number): void {
    const { usedLines } = this;
    const provenLines = this.liveLinesAfterFull + (this.liveLinesAfterFull >> 1) - usedLines;
    this.storeHoldsLines = usedLines + roomLines;
    this.holdAtMost(usedLines + Math.min(roomLines, Math.max(partLines, provenLines)));
  }

  /** After a full collection that did not help: the heap may fill what the store had left at the last checkpoint. */
  takeStoreRoom(): void {
    if (this.storeHoldsLines > this.holdsLines) this.holdAtMost(this.storeHoldsLines);
  }

  private holdAtMost(lineCount: number): void {
    const { usedLines } = this;
    this.holdsLines = Math.min(this.holdsLinesMax, lineCount);
    this.freeLines = this.holdsLines - usedLines;
  }

  get usedLines(): number {
    return this.holdsLines - this.freeLines;
  }

  /** Room for `size` bytes (a multiple of 8), all zero; 0 where there is none. */
  place(size: number): number {
    if (size > this.lineBytes) return this.placeRun(size);
    let at = this.cursor;
    if (at >>> this.map.lineShift !== (at + size - 1) >>> this.map.lineShift) {
      at = (at + this.lineBytes - 1) & -this.lineBytes;
    }
    if (at + size > this.cursorLimit) {
      if (!this.refill()) return 0;
      at = this.cursor;
    }
    this.cursor = at + size;
    return at;
  }

  /** Room for a large object in lines of its own; 0 where there is none. */
  placeRun(size: number): number {
    const lineCount = Math.ceil(size / this.lineBytes);
    const line = lineCount > this.freeLines ? -1 : this.findRun(lineCount);
    if (line < 0) return 0;
    this.claim(line, lineCount);
    return this.addressOf(line);
  }

  /** Sets aside a run for survivors larger than a line, `mediumBytes` in all. */
  beginPromotion(mediumBytes: number): void {
    if (mediumBytes === 0) return;
    this.promotionCursor = this.placeRun(mediumBytes);
    assert(this.promotionCursor !== 0, "no run of lines for the nursery's larger objects");
    this.promotionLimit = this.promotionCursor + Math.ceil(mediumBytes / this.lineBytes) * this.lineBytes;
  }

  promote(size: number): number {
    if (size <= this.lineBytes) return this.place(size);
    const at = this.promotionCursor;
    assert(at + size <= this.promotionLimit, "the nursery's larger objects exceed the run set aside");
    this.promotionCursor = at + size;
    return at;
  }

  /** Gives back what the survivors did not need. */
  endPromotion(): void {
    if (this.promotionLimit === 0) return;
    this.unclaim(this.promotionCursor, this.promotionLimit);
    this.promotionCursor = 0;
    this.promotionLimit = 0;
  }

  /** Lines of the map of used lines that differ from what is committed, or will when so many more lines are used. */
  mapLinesToSave(moreLines: number): number {
    return this.changedCount + Math.min(moreLines, this.changedMapLines.length - this.changedCount);
  }

  hasRun(lineCount: number): boolean {
    if (this.largestRun < lineCount) this.largestRun = this.measureLargestRun();
    return this.largestRun >= lineCount;
  }

  isUsed(line: number): boolean {
    return line >= this.firstLine && this.used.get(line - this.firstLine);
  }

  /**
   * Gives up the used lines that are not live (a bit a line): they are dropped by the next commit. No more than there is room for; false: some
   * are left in use.
   */
  adopt(live: BitField, room: FlushRoom): boolean {
    this.closeLine(live);
    const from = this.used.buffer;
    const to = live.buffer;
    const changedMax = this.changedCount + Math.max(1, room.lines);
    const sweep = { ranges: 0, lastFreed: -2 };
    let isComplete = true;
    for (let index = 0; index < from.length; index++) {
      const freed = from[index] & ~to[index];
      if (freed === 0) continue;
      isComplete = sweep.ranges < room.ranges && this.changedCount < changedMax;
      if (!isComplete) break;
      for (let bit = 0; bit < 8; bit++) {
        if ((freed & (0x80 >>> bit)) !== 0) this.free(index * 8 + bit, sweep);
      }
      from[index] &= to[index];
      this.noteChange(Math.floor(index / this.lineBytes));
    }
    this.lines.compact();
    this.firstFree = 0;
    this.firstSmallHole = 0;
    this.recount();
    if (isComplete) this.liveLinesAfterFull = this.usedLines;
    return isComplete;
  }

  private free(line: number, sweep: { ranges: number; lastFreed: number }): void {
    this.lines.drop(this.firstLine + line);
    if (line !== sweep.lastFreed + 1) sweep.ranges += 1;
    sweep.lastFreed = line;
  }

  /** Reads the cursors and the used map of a heap that was committed. */
  restore(): void {
    const word = (index: number): number => this.lines.i32[(this.map.stateStart >>> 2) + index];
    this.extentLines = word(HeapWord.extentLines);
    assert(
      this.extentLines >= 0 && this.extentLines <= this.lineCount,
      "more tenured lines than RAM can collect",
    );
    this.cursor = word(HeapWord.cursor);
    this.cursorLimit = word(HeapWord.cursorLimit);
    this.liveLinesAfterFull = word(HeapWord.liveLinesAfterFull);
    const bytes = this.used.buffer;
    const usedBytes = Math.ceil(this.extentLines / 8);
    for (let offset = 0; offset < usedBytes; offset += this.lineBytes) {
      const line = this.lines.committed((this.map.usedMapStart + offset) >>> this.map.lineShift);
      if (line !== undefined)
        bytes.set(line.subarray(0, Math.min(this.lineBytes, bytes.length - offset)), offset);
    }
    this.freeLines = this.holdsLines - countBits(bytes, this.extentLines);
    this.largestRun = this.measureLargestRun();
    this.lines.extendTo(this.addressOf(this.extentLines));
  }

  /** Writes what `restore` reads; dirties only lines that differ. */
  save(): void {
    const base = this.map.stateStart;
    this.saveWord(base + 4 * HeapWord.extentLines, this.extentLines);
    this.saveWord(base + 4 * HeapWord.cursor, this.cursor);
    this.saveWord(base + 4 * HeapWord.cursorLimit, this.cursorLimit);
    this.saveWord(base + 4 * HeapWord.liveLinesAfterFull, this.liveLinesAfterFull);
    for (let index = 0; index < this.changedMapLines.length; index++) {
      if (this.changedMapLines[index] === 0) continue;
      const offset = index * this.lineBytes;
      this.lines.dirty(this.map.usedMapStart + offset);
      this.lines.u8.set(
        this.used.buffer.subarray(offset, offset + this.lineBytes),
        this.map.usedMapStart + offset,
      );
    }
    this.changedMapLines.fill(0);
    this.changedCount = 0;
  }

  private saveWord(address: number, value: number): void {
    this.lines.load(address);
    if (this.lines.i32[address >>> 2] === value) return;
    this.lines.dirty(address);
    this.lines.i32[address >>> 2] = value;
  }

  /** The next line for small objects. One at a time: nobody counted on more being taken. */
  private refill(): boolean {
    const { buffer } = this.used;
    this.firstFree = nextClear(buffer, this.firstFree, this.lineCount);
    if (this.freeLines <= 0 || this.firstFree === this.lineCount) return false;
    this.firstSmallHole = this.findSmallHole();
    const line = this.firstSmallHole < this.lineCount ? this.firstSmallHole : this.firstFree;
    this.claim(line, 1);
    this.cursor = this.addressOf(line);
    this.cursorLimit = this.addressOf(line + 1);
    return true;
  }

  /** The first line of the first small hole, or `lineCount`. Beyond the extent there is none. */
  private findSmallHole(): number {
    const bytes = this.used.buffer;
    const end = this.extentLines;
    let line = nextClear(bytes, Math.max(this.firstFree, this.firstSmallHole), end);
    while (line < end) {
      const run = this.holeAt(line);
      if (run <= smallHoleLines) return line;
      line = nextClear(bytes, line + run, end);
    }
    return this.lineCount;
  }

  /** The first of the smallest holes that take `lineCount` lines, or -1. */
  private findRun(lineCount: number): number {
    let best = -1;
    let bestRun = Infinity;
    let line = nextClear(this.used.buffer, this.firstFree, this.lineCount);
    while (line + lineCount <= this.lineCount && bestRun > lineCount) {
      const run = this.holeAt(line);
      if (run >= lineCount && run < bestRun) {
        best = line;
        bestRun = run;
      }
      line = nextClear(this.used.buffer, line + run, this.lineCount);
    }
    return best;
  }

  private measureLargestRun(): number {
    let largest = 0;
    let line = nextClear(this.used.buffer, this.firstFree, this.lineCount);
    while (line < this.lineCount) {
      const run = this.holeAt(line);
      if (run > largest) largest = run;
      line = nextClear(this.used.buffer, line + run, this.lineCount);
    }
    return largest;
  }

  /** Length of the hole from `line` on. What lies beyond the extent is free, and is not looked at. */
  private holeAt(line: number): number {
    if (line >= this.extentLines) return this.lineCount - line;
    const run = clearRun(this.used.buffer, line, this.extentLines);
    return line + run === this.extentLines ? this.lineCount - line : run;
  }

  private claim(line: number, lineCount: number): void {
    this.setUsed(line, line + lineCount, true);
    this.freeLines -= lineCount;
    this.largestRun -= lineCount;
    if (line + lineCount > this.extentLines) this.extentLines = line + lineCount;
    // Lines are claimed from the beginning of a hole: what is left of it may be a small one.
    const rest = line + lineCount;
    const left = clearRun(this.used.buffer, rest, Math.min(this.lineCount, rest + smallHoleLines + 1));
    if (left > 0 && left <= smallHoleLines) this.firstSmallHole = Math.min(this.firstSmallHole, rest);
    this.lines.extendTo(this.addressOf(line + lineCount));
  }

  /** Frees the whole lines in [from, to) that no object ever touched. */
  private unclaim(from: number, to: number): void {
    const line = Math.ceil((from - this.map.tenuredStart) / this.lineBytes);
    const endLine = (to - this.map.tenuredStart) / this.lineBytes;
    if (line >= endLine) return;
    this.setUsed(line, endLine, false);
    this.freeLines += endLine - line;
    if (this.extentLines === endLine) this.extentLines = line;
    this.firstFree = Math.min(this.firstFree, line);
    // The hole that it joins may begin before it.
    this.firstSmallHole = 0;
  }

  private setUsed(line: number, endLine: number, used: boolean): void {
    for (let index = line; index < endLine; index++) this.used.set(index, used);
    const mapLineOf = (index: number): number => Math.floor(index / 8 / this.lineBytes);
    for (let at = mapLineOf(line); at <= mapLineOf(endLine - 1); at++) this.noteChange(at);
  }

  private noteChange(mapLine: number): void {
    this.changedCount += 1 - this.changedMapLines[mapLine];
    this.changedMapLines[mapLine] = 1;
  }

  /** Before a sweep: keeps the rest of the line under the cursor if the line is live. */
  private closeLine(live: BitField): void {
    const line = Math.floor((this.cursor - this.map.tenuredStart) / this.lineBytes);
    const isKept = this.cursor % this.lineBytes !== 0 && live.get(line);
    if (!isKept) this.cursor = 0;
    this.cursorLimit = isKept ? this.addressOf(line + 1) : 0;
  }

  private recount(): void {
    const usedLines = countBits(this.used.buffer, this.lineCount);
    this.freeLines = this.holdsLines - usedLines;
    this.largestRun = this.measureLargestRun();
    let extent = this.extentLines;
    while (extent > 0 && !this.used.get(extent - 1)) extent -= 1;
    this.extentLines = extent;
  }

  private addressOf(line: number): number {
    return this.map.tenuredStart + line * this.lineBytes;
  }
}
