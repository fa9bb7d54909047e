/**
 * What a checkpoint may flush, where a hold-up bounds it: at every instant the dirty lines and all that a checkpoint would make dirty besides
 * are at most `flushLinesMax`. Besides come the nursery as if all of it lived in the worst packing, the header, the marks of the stacks, the
 * running thread, and the parts of the map of used lines that survivors may change.
 */
import { HEADER_WORDS, tenuredSpread, type HeapOptions } from "./map.ts";
import type { LineCache } from "./lines.ts";
import type { TenuredSpace } from "./tenured.ts";

/** Ranges of freed lines that a flush may drop, for each line that it may flush. */
export const DROPS_PER_LINE = 8;
/** Lines that one step of a machine may dirty before it looks again whether a checkpoint is due. */
const stepLines = 8;
/** Lines that become dirty when a process goes on after a checkpoint: its header, its running frame. */
const dirtyAgainLines = 6;

export class FlushBudget {
  readonly linesMax: number;
  /** Lines of survivors that are always allowed for, so that filling the nursery so far asks for no checkpoint. */
  private readonly survivorsLeast: number;
  private readonly lines: LineCache;
  private readonly tenured: TenuredSpace;
  /** Header, marks of the stacks, and the running thread: counted whether they are dirty already or not. */
  private readonly fixedLines: number;

  constructor(options: HeapOptions, lines: LineCache, tenured: TenuredSpace) {
    this.linesMax = options.flushLinesMax ?? Infinity;
    this.lines = lines;
    this.tenured = tenured;
    this.fixedLines = fixedLines(options);
    this.survivorsLeast = survivorsLeast(options);
  }

  get isLimited(): boolean {
    return this.linesMax !== Infinity;
  }

  /** Lines that a checkpoint would flush beside the dirty ones, with so many lines of survivors. */
  beside(survivorLines: number): number {
    return this.fixedLines + survivorLines + this.tenured.mapLinesToSave(survivorLines);
  }

  /** Dirty lines that leave room for so many lines of survivors, and for a step of the machine. */
  dirtyAllowed(survivorLines: number): number {
    if (!this.isLimited) return Infinity;
    return this.linesMax - stepLines - this.beside(Math.max(survivorLines, this.survivorsLeast));
  }

  /** Whether the nursery may hold so many lines of survivors. */
  takes(survivorLines: number): boolean {
    return (
      survivorLines <= this.survivorsLeast ||
      this.lines.dirtyLines <= this.linesMax - stepLines - this.beside(survivorLines)
    );
  }

  /** Lines that may still become dirty before the budget is used up. */
  get roomLines(): number {
    return Math.max(1, this.dirtyAllowed(0) - this.lines.dirtyLines);
  }

  /** Ranges of lines that may be freed: each line that becomes dirty may split one later. */
  get roomRanges(): number {
    if (!this.isLimited) return Infinity;
    return Math.max(1, (DROPS_PER_LINE - 1) * this.linesMax - this.lines.drops().length);
  }
}

/** The smallest budget with which a process goes on from any checkpoint. */
export function flushLinesFloor(options: HeapOptions): number {
  const survivors = survivorsLeast(options);
  const mapLines = Math.min(
    survivors,
    Math.ceil((options.tenuredBytes * tenuredSpread) / options.lineBytes / 8 / options.lineBytes),
  );
  return fixedLines(options) + survivors + mapLines + stepLines + dirtyAgainLines;
}

function fixedLines({ threadSlots, lineBytes }: HeapOptions): number {
  return Math.ceil((HEADER_WORDS * 4) / lineBytes) + Math.ceil((threadSlots * 4) / lineBytes) + 1;
}

/** What the largest object of the nursery may take when it is promoted. */
function survivorsLeast({ nurseryBytes, lineBytes }: HeapOptions): number {
  return 2 * Math.ceil(nurseryBytes / 4 / lineBytes) + 3;
}
