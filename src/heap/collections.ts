/** When the nursery and the tenured section are collected, and what that may take of RAM. */
import { COLLECTOR_WINDOW_LINES } from "./budget.ts";
import { FullCollector } from "./full.ts";
import type { HeapLimits } from "./limits.ts";
import type { LineCache } from "./lines.ts";
import { YoungCollector, type YoungCollectorParts } from "./young.ts";

export class Collections {
  youngCount = 0;
  fullCount = 0;
  /** Lines by which marks exceeded the RAM budget. */
  markOverrunLines = 0;
  private readonly limits: HeapLimits;
  private readonly parts: YoungCollectorParts;
  private readonly lines: LineCache;
  private readonly young: YoungCollector;
  private readonly full: FullCollector;

  constructor(parts: YoungCollectorParts, limits: HeapLimits, isParanoid: boolean) {
    const { map, lines, tenured, model } = parts;
    this.parts = parts;
    this.limits = limits;
    this.lines = lines;
    this.young = new YoungCollector(parts);
    this.full = new FullCollector({ map, lines, tenured, model }, limits.budget.markStackEntries, isParanoid);
  }

  get bytesSurvived(): number {
    return this.young.bytesSurvived;
  }

  /** The last full collection left something for a later one. */
  get hasUncleared(): boolean {
    return this.full.hasUncleared || this.full.isIncomplete;
  }

  /** See `collect` of the heap. */
  collect(kind: "young" | "full", needBytes: number): boolean {
    const { nursery, tenured } = this.parts;
    this.collectYoung();
    if (kind === "full") {
      if (!this.marksFit && !this.lines.checkpointWanted) {
        this.lines.wantCheckpoint();
        return true;
      }
      this.collectFull(false);
      if (this.full.isIncomplete && !nursery.canTake(needBytes)) {
        this.lines.wantCheckpoint();
        return true;
      }
      if (!nursery.canTake(needBytes)) tenured.takeStoreRoom();
      // Soft references are cleared before memory runs out, and not earlier.
      if (this.full.sawSoft && !nursery.canTake(needBytes)) this.collectFull(true);
    }
    return nursery.canTake(needBytes);
  }

  collectYoung(): void {
    const { nursery } = this.parts;
    if (nursery.isEmpty) return;
    this.lines.isCollecting = true;
    this.young.collect();
    this.lines.isCollecting = false;
    this.youngCount += 1;
    this.followExtent();
    nursery.settleFlush();
    this.lines.settle();
  }

  /** Whether garbage is worth a full collection, and RAM has room for its marks now. */
  get isFullDue(): boolean {
    return this.isGarbageLikely && this.marksFit;
  }

  /** The dirty lines that are allowed follow the tenured extent, whose marks take room. */
  followExtent(): void {
    this.parts.nursery.setDirtyLimit(this.limits.dirtyLimit(this.parts.tenured.extentLines));
  }

  /** The marks share the RAM with the dirty lines; where they overrun it all the same, `markOverrunLines` says so. */
  private collectFull(clearsSoft: boolean): void {
    const { lines } = this;
    const { nurseryLines } = this.limits.budget;
    const cacheLines = lines.limitLines;
    const marks = this.limits.markLines(this.parts.tenured.extentLines);
    const least = lines.dirtyLines + 2 * COLLECTOR_WINDOW_LINES;
    const limit = cacheLines + nurseryLines - marks;
    if (limit < least) this.markOverrunLines = Math.max(this.markOverrunLines, least - limit);
    lines.limitLines = Math.min(Math.max(limit, least), cacheLines);
    lines.makeRoom(0);
    lines.isCollecting = true;
    this.full.collect(clearsSoft, this.parts.nursery.flushRoom);
    lines.isCollecting = false;
    lines.limitLines = cacheLines;
    this.fullCount += 1;
    this.followExtent();
    this.parts.nursery.settleFlush();
    lines.settle();
  }

  private get isGarbageLikely(): boolean {
    const { freeLines, holdsLines, usedLines, liveLinesAfterFull } = this.parts.tenured;
    const { nurseryLines } = this.limits.budget;
    const grownLines = usedLines - liveLinesAfterFull;
    if (grownLines >= liveLinesAfterFull + 8 * nurseryLines) return true;
    return freeLines < holdsLines >> 3 && grownLines >= Math.max(nurseryLines, holdsLines >> 5);
  }

  private get marksFit(): boolean {
    return this.limits.marksFit(this.parts.tenured.extentLines, this.lines.dirtyLines);
  }
}
