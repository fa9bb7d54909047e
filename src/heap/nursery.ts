/**
 * The nursery: objects are born here, never reach flash from here, and all survivors move to tenured lines. It promises
 * that the next collection cannot fail: an allocation succeeds only while the tenured section has lines, and RAM has
 * room, for everything in the nursery as if all of it lived, in the worst packing.
 */
import { assert } from "../base/index.ts";
import { almostEmptyLines } from "./budget.ts";
import type { FlushBudget } from "./flush-budget.ts";
import type { LineCache } from "./lines.ts";
import { alignUp, type HeapMap } from "./map.ts";
import type { TenuredSpace } from "./tenured.ts";

/**
 * What an engine may take for objects without a call: the zeroed bytes from `top` up to `openEnd`, each object at most
 * `easyMax` long. It raises `top` before anything else of the heap is used.
 */
export interface YoungRoom {
  top: number;
  readonly openEnd: number;
  readonly easyMax: number;
}

export class Nursery implements YoungRoom {
  /** Next object's address. */
  top: number;
  /** End of the lines in use; what lies above the top is zero. */
  openEnd: number;
  bytesAllocated = 0;
  private readonly map: HeapMap;
  private readonly lines: LineCache;
  private readonly tenured: TenuredSpace;
  private readonly lineBytes: number;
  private readonly flush: FlushBudget;
  /** Dirty lines from which a checkpoint is due, before the nursery's survivors: what RAM allows. */
  private dirtyLimit = 0;
  private reservedEnd = 0;
  /** Objects up to a quarter of a line need no bookkeeping. */
  readonly easyMax: number;
  /** Bytes of the objects between a quarter of a line and a line. */
  private wideBytes = 0;
  private mediumBytesHeld = 0;
  /** `promotedLines` of what is in the nursery. */
  private survivorLinesMax = 0;

  constructor(map: HeapMap, lines: LineCache, tenured: TenuredSpace, flush: FlushBudget) {
    this.flush = flush;
    this.map = map;
    this.lines = lines;
    this.tenured = tenured;
    this.lineBytes = lines.lineBytes;
    this.top = map.nurseryStart;
    this.openEnd = map.nurseryStart;
    this.easyMax = lines.lineBytes >> 2;
  }

  /** Bytes of the objects that are larger than a line. */
  get mediumBytes(): number {
    return this.mediumBytesHeld;
  }

  get isEmpty(): boolean {
    return this.top === this.map.nurseryStart;
  }

  /** Zeroed room for an object of `byteCount` bytes; 0: collect first. */
  allocate(byteCount: number): number {
    const size = (byteCount + 7) & -8;
    const at = this.top;
    if (size > this.easyMax || at + size > this.openEnd) return this.allocateSlowly(size);
    this.top = at + size;
    return at;
  }

  /** Whether allocations of `byteCount` bytes in all cannot fail; if so, they will not until the next collection. */
  reserve(byteCount: number): boolean {
    if (!this.canTake(byteCount)) return false;
    this.reservedEnd = this.top + this.nurseryShare(byteCount);
    return true;
  }

  /**
   * Whether objects of `byteCount` bytes in all (each rounded up to 8, larger than a quarter of the nursery: to lines)
   * fit: those larger than a quarter of the nursery into runs of lines, the others here or into tenured lines.
   */
  canTake(byteCount: number): boolean {
    const share = this.nurseryShare(byteCount);
    if (this.top + share > this.map.nurseryEnd) return false;
    const shareLines = 2 * Math.ceil(share / this.lineBytes) + 3;
    const allLines = Math.ceil(byteCount / this.lineBytes);
    if (byteCount > share) return this.fits(allLines, allLines + shareLines, shareLines);
    return this.fits(byteCount > this.lineBytes ? shareLines : 0, shareLines, shareLines);
  }

  /** Whether the tenured section can give up `freeLines` lines, `runLines` of them together, and still take the nursery. */
  sparesTenured(runLines: number, freeLines: number): boolean {
    return this.fits(runLines, freeLines, 0);
  }

  /** All objects are gone. */
  reset(): void {
    this.bytesAllocated += this.top - this.map.nurseryStart;
    this.lines.closeNurseryLines(
      this.map.nurseryStart >>> this.map.lineShift,
      this.openEnd >>> this.map.lineShift,
    );
    this.top = this.map.nurseryStart;
    this.openEnd = this.map.nurseryStart;
    this.reservedEnd = 0;
    this.wideBytes = 0;
    this.mediumBytesHeld = 0;
    this.setAllowance();
  }

  /** Follows the tenured extent, whose marks take room. */
  setDirtyLimit(dirtyLimit: number): void {
    if (dirtyLimit === this.dirtyLimit) return;
    this.dirtyLimit = dirtyLimit;
    this.setAllowance();
  }

  /** Lines that may still become dirty, and ranges of lines be freed, as far as a checkpoint could flush them. */
  get flushRoom(): { readonly lines: number; readonly ranges: number } {
    return { lines: this.flush.roomLines, ranges: this.flush.roomRanges };
  }

  /** Follows the lines in use, which change what a checkpoint would write. */
  settleFlush(): void {
    if (this.flush.isLimited) this.setAllowance();
  }

  private nurseryShare(byteCount: number): number {
    return Math.min((byteCount + 7) & -8, this.map.nurseryBytes >> 2);
  }

  private allocateSlowly(size: number): number {
    assert(size <= this.map.nurseryBytes >> 2, "an object is too large for the nursery");
    const newTop = this.top + size;
    if (newTop > this.map.nurseryEnd) return 0;
    const newOpenEnd = Math.max(this.openEnd, alignUp(newTop, this.lineBytes));
    const mediumBytes = this.mediumBytesHeld + (size > this.lineBytes ? size : 0);
    const isWide = size > this.easyMax && size <= this.lineBytes;
    const wideBytes = this.wideBytes + (isWide ? size : 0);
    const promoted = this.promotedLines(newOpenEnd, mediumBytes, wideBytes);
    if (newTop > this.reservedEnd) {
      const mediumLines = Math.ceil(mediumBytes / this.lineBytes);
      if (!this.ramTakes(promoted)) return 0;
      if (this.tenured.freeLines < promoted || !this.tenured.hasRun(mediumLines)) return 0;
    }
    for (let at = this.openEnd; at < newOpenEnd; at += this.lineBytes) {
      this.lines.openNurseryLine(at >>> this.map.lineShift);
    }
    const at = this.top;
    this.top = newTop;
    this.openEnd = newOpenEnd;
    this.mediumBytesHeld = mediumBytes;
    this.wideBytes = wideBytes;
    this.setAllowance();
    return at;
  }

  /** The lines that are given up may all come from the run that the nursery's larger objects need. */
  private fits(runLines: number, freeLines: number, dirtyLines: number): boolean {
    const mediumLines = this.mediumBytesHeld === 0 ? 0 : Math.ceil(this.mediumBytesHeld / this.lineBytes);
    return (
      this.tenured.freeLines >= this.survivorLinesMax + freeLines &&
      this.tenured.hasRun(mediumLines === 0 ? runLines : mediumLines + freeLines) &&
      (dirtyLines === 0 || this.ramTakes(this.survivorLinesMax + dirtyLines))
    );
  }

  /**
   * Room in RAM for that many lines of survivors. An almost empty nursery may always be used, so that a thread can
   * allocate on its way to a checkpoint that is due.
   */
  private ramTakes(promotedLines: number): boolean {
    if (!this.flush.takes(promotedLines)) return false;
    const almostEmpty = promotedLines <= almostEmptyLines(this.map.nurseryBytes / this.lineBytes);
    return almostEmpty || this.lines.dirtyLines + promotedLines < this.dirtyLimit;
  }

  /**
   * Whether `lines` lines may become dirty at once, with all of the nursery still to be moved. "checkpoint": one is due
   * now, and they may after it, if no more than `dirtyAgain` others become dirty before; "never": this RAM is too small.
   */
  roomToDirty(lines: number, dirtyAgain: number): "yes" | "checkpoint" | "never" {
    const dirtyLines = this.lines.dirtyLines + lines;
    const isRoom = dirtyLines + this.survivorLinesMax <= this.dirtyLimit;
    if (isRoom && dirtyLines <= this.flush.dirtyAllowed(this.survivorLinesMax)) return "yes";
    if (lines + dirtyAgain > Math.min(this.dirtyLimit, this.flush.dirtyAllowed(0))) return "never";
    this.lines.wantCheckpoint();
    return "checkpoint";
  }

  /**
   * The most lines the nursery's objects can fill when moved. The end of a line stays empty only where the next object
   * did not fit: less than that object, so less than a quarter of the line or than a wide object that is counted once.
   */
  private promotedLines(openEnd: number, mediumBytes: number, wideBytes: number): number {
    const mediumLines = mediumBytes === 0 ? 0 : Math.ceil(mediumBytes / this.lineBytes) + 1;
    const smallBytes = openEnd - this.map.nurseryStart - mediumBytes;
    if (smallBytes <= 0) return mediumLines;
    const worstBytes = Math.min(2 * smallBytes, ((smallBytes + wideBytes) * 4) / 3);
    return Math.ceil(worstBytes / this.lineBytes) + 1 + mediumLines;
  }

  private setAllowance(): void {
    this.survivorLinesMax = this.promotedLines(this.openEnd, this.mediumBytesHeld, this.wideBytes);
    const halfFull = this.map.nurseryBytes / this.lineBytes;
    const ramAllowance = this.dirtyLimit - Math.max(this.survivorLinesMax, halfFull);
    this.lines.dirtyAllowance = Math.min(ramAllowance, this.flush.dirtyAllowed(this.survivorLinesMax));
    if (this.flush.isLimited) {
      this.lines.flushBeside = this.flush.beside(this.survivorLinesMax);
      this.lines.noteFlushLines();
    }
    if (this.lines.dirtyLines >= this.lines.dirtyAllowance) this.lines.attention = true;
  }
}
