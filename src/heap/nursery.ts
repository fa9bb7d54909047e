/**
 * The nursery: objects are born here, never reach flash from here, and all survivors move to tenured lines. It promises
 * that the next collection cannot fail: an allocation succeeds only while the tenured section has lines, and RAM has
 * room, for everything in the nursery as if all of it lived, in the worst packing.
 */
import type { LineCache } from "./lines.ts";
import { alignUp, type HeapMap } from "./map.ts";
import type { TenuredSpace } from "./tenured.ts";

export class Nursery {
  /** Next object's address. */
  top: number;
  bytesAllocated = 0;
  private readonly map: HeapMap;
  private readonly lines: LineCache;
  private readonly tenured: TenuredSpace;
  private readonly lineBytes: number;
  /** Dirty lines from which a checkpoint is due, before the nursery's survivors. */
  private dirtyLimit = 0;
  private openEnd: number;
  private reservedEnd = 0;
  /** Objects up to a quarter of a line need no bookkeeping. */
  private readonly easyMax: number;
  /** Bytes of the objects between a quarter of a line and a line. */
  private wideBytes = 0;
  private mediumBytesHeld = 0;

  constructor(map: HeapMap, lines: LineCache, tenured: TenuredSpace) {
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

  /** Whether `byteCount` more bytes (each object rounded up to 8) can surely be allocated, here or tenured. */
  reserve(byteCount: number): boolean {
    const lineCount = Math.ceil((2 * byteCount) / this.lineBytes) + 2;
    if (this.top + byteCount > this.map.nurseryEnd) return false;
    if (!this.fits(byteCount > this.lineBytes ? lineCount : 0, lineCount, lineCount)) return false;
    this.reservedEnd = this.top + byteCount;
    return true;
  }

  /** Whether an object of `byteCount` bytes can be allocated now: large ones tenured, others here or tenured. */
  canTake(byteCount: number): boolean {
    const runLines = Math.ceil(byteCount / this.lineBytes);
    if (byteCount > this.map.nurseryBytes >> 2) return this.fits(runLines, runLines, 0);
    const worstLines = 2 * runLines + 3;
    if (this.top + byteCount + 8 > this.map.nurseryEnd) return false;
    return this.fits(byteCount > this.lineBytes ? runLines : 0, worstLines, worstLines);
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

  private allocateSlowly(size: number): number {
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

  private fits(runLines: number, freeLines: number, dirtyLines: number): boolean {
    const promoted = this.promotedLines(this.openEnd, this.mediumBytesHeld, this.wideBytes);
    const mediumLines = Math.ceil(this.mediumBytesHeld / this.lineBytes);
    return (
      this.tenured.freeLines >= promoted + freeLines &&
      this.tenured.hasRun(mediumLines + runLines) &&
      (dirtyLines === 0 || this.ramTakes(promoted + dirtyLines))
    );
  }

  /**
   * Room in RAM for that many lines of survivors. An almost empty nursery may always be used, so that a thread can
   * allocate on its way to a checkpoint that is due.
   */
  private ramTakes(promotedLines: number): boolean {
    const almostEmpty = promotedLines <= (this.map.nurseryBytes / this.lineBytes) >> 1;
    return almostEmpty || this.lines.dirtyLines + promotedLines < this.dirtyLimit;
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
    const promoted = this.promotedLines(this.openEnd, this.mediumBytesHeld, this.wideBytes);
    const halfFull = this.map.nurseryBytes / this.lineBytes;
    this.lines.dirtyAllowance = this.dirtyLimit - Math.max(promoted, halfFull);
    if (this.lines.dirtyLines >= this.lines.dirtyAllowance) this.lines.attention = true;
  }
}
