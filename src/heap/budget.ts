/**
 * How a heap's share of RAM is divided. Everything is counted in lines of `lineCostBytes`: the line, its tag (address
 * and state) and its part of the remembered set (one bit a word). From the whole come first what is always there: the
 * nursery and the map of used tenured lines. What is left is the cache of lines, and of that dirty lines may take what
 * leaves room for W lines between safe points, for an allocation made while a checkpoint is already due, and for either
 * the pinned code of the running method or the collector of the nursery with the state lines that a checkpoint writes.
 * The marks of a full collection take what is left when few lines are dirty; they bound how far a heap can reach.
 */
import { assert } from "../base/index.ts";
import { heapMap, tenuredSpread, type HeapOptions } from "./map.ts";

/** Lines that a step of the collector may touch, the object model's part included. */
export const COLLECTOR_WINDOW_LINES = 16;
/** Dirty lines that a heap must be able to hold beside a half full nursery. */
const dirtyFloorLines = 16;
/** A heap never reaches further than this multiple of its RAM; marks set the real bound, which is lower. */
const reachMax = 64;

export interface RamBudget {
  readonly lineCostBytes: number;
  readonly budgetLines: number;
  readonly nurseryLines: number;
  /** Lines that may be resident, the nursery apart. */
  readonly cacheLines: number;
  readonly windowLines: number;
  readonly pinnedLines: number;
  /** Tenured lines, used or not, up to which this RAM can collect; at most the section. */
  readonly tenuredLines: number;
  readonly markStackEntries: number;
}

/** The division of `options.ramBytes`. A failed assertion below `minimumRamBytes(options)`. */
export function ramBudget(options: HeapOptions): RamBudget {
  const budget = divide(options, options.ramBytes);
  assert(missingLines(options, budget) <= 0, "too little RAM for this heap: see minimumRamBytes");
  let tenuredLines = 0;
  let tooMany = reachLines(options, options.ramBytes) + 1;
  while (tooMany - tenuredLines > 1) {
    const middle = (tenuredLines + tooMany) >> 1;
    if (marksFit(options, budget, middle, budget.windowLines)) tenuredLines = middle;
    else tooMany = middle;
  }
  return { ...budget, tenuredLines };
}

/** The division of another share of RAM for a heap that reaches `tenuredLines`; undefined where none could be built with it. */
export function ramShare(options: HeapOptions, tenuredLines: number): RamBudget | undefined {
  const budget = divide(options, options.ramBytes);
  return missingLines(options, budget) <= 0 ? { ...budget, tenuredLines } : undefined;
}

/** Whether a heap can be built of these options: what a boot asks, where `minimumRamBytes` would search. */
export function isRamEnough(options: HeapOptions): boolean {
  return missingLines(options, divide(options, options.ramBytes)) <= 0;
}

/**
 * The smallest `ramBytes` with which a heap of these sizes can be built; it then reaches at least 16 times that. Where
 * nursery and window are left open they are derived anew for each candidate.
 */
export function minimumRamBytes(sizes: HeapSizes): number {
  let ramBytes = 4096;
  for (;;) {
    const options = heapOptionsFor({ ...sizes, ramBytes });
    heapMap(options);
    const budget = divide(options, ramBytes);
    const missing = missingLines(options, budget);
    if (missing <= 0) return ramBytes;
    ramBytes += budget.lineCostBytes;
  }
}

/** Dirty lines (the nursery's survivors included) from which a checkpoint is due, with tenured lines up to `extentLines`. */
export function dirtyLimit(options: HeapOptions, budget: RamBudget, extentLines: number): number {
  const collecting = COLLECTOR_WINDOW_LINES + stateLines(options, extentLines);
  const whileDue = almostEmptyLines(budget.nurseryLines);
  return budget.cacheLines - budget.windowLines - whileDue - Math.max(budget.pinnedLines, collecting);
}

/** Whether a full collection has room while `dirtyLines` are dirty. The nursery is empty then and lends its lines. */
export function marksFit(
  options: HeapOptions,
  budget: RamBudget,
  extentLines: number,
  dirtyLines: number,
): boolean {
  const free = budget.cacheLines + budget.nurseryLines - markLines(options, budget, extentLines);
  return free >= dirtyLines + 2 * COLLECTOR_WINDOW_LINES;
}

/** Lines of survivors up to which the nursery may be used although a checkpoint is due: those of a quarter of it. */
export function almostEmptyLines(nurseryLines: number): number {
  return (nurseryLines >> 1) + 6;
}

/** RAM, in lines, of a full collection's mark bits, map of live lines and mark stack. */
export function markLines(options: HeapOptions, budget: RamBudget, extentLines: number): number {
  const markBytes = (extentLines * options.lineBytes) / 64 + extentLines / 8 + budget.markStackEntries * 8;
  return Math.ceil(markBytes / budget.lineCostBytes);
}

/** State lines that a checkpoint may write by itself: header, frame marks, changed parts of the used map. */
export function stateLines(options: HeapOptions, extentLines: number): number {
  const { lineBytes, threadSlots } = options;
  const headerAndFrames = Math.ceil(512 / lineBytes) + Math.ceil((threadSlots * 4) / lineBytes);
  return headerAndFrames + Math.ceil(extentLines / 8 / lineBytes) + 1;
}

export interface HeapSizes extends Omit<HeapOptions, "nurseryBytes" | "windowLines"> {
  readonly nurseryBytes?: number;
  readonly windowLines?: number;
}

/** Options with the nursery (an eighth of RAM, 4 KiB to 2 MiB) and W (a quarter of RAM, 16 to 64 lines) derived. */
export function heapOptionsFor(sizes: HeapSizes): HeapOptions {
  const { lineBytes, ramBytes } = sizes;
  const nursery = Math.min(Math.max(ramBytes / 8, 4096), 2 ** 21);
  const window = Math.min(Math.max(Math.floor(ramBytes / 4 / lineBytes), 16), 64);
  return {
    ...sizes,
    nurseryBytes: sizes.nurseryBytes ?? Math.max(Math.floor(nursery / lineBytes), 4) * lineBytes,
    windowLines: sizes.windowLines ?? window,
  };
}

/** Lines that so much RAM holds, with a tag each and a bit a word. */
export function ramLines({ ramBytes, lineBytes }: Pick<HeapOptions, "ramBytes" | "lineBytes">): number {
  return Math.floor(ramBytes / lineCost(lineBytes));
}

function lineCost(lineBytes: number): number {
  return lineBytes + 4 + lineBytes / 32;
}

function divide(options: HeapOptions, ramBytes: number): RamBudget {
  const { lineBytes, windowLines } = options;
  const lineCostBytes = lineCost(lineBytes);
  const budgetLines = ramLines({ ramBytes, lineBytes });
  const nurseryLines = options.nurseryBytes / lineBytes;
  const usedMapLines = Math.ceil(reachLines(options, ramBytes) / 8 / lineCostBytes);
  return {
    ...{ lineCostBytes, budgetLines, nurseryLines, windowLines, tenuredLines: 0 },
    cacheLines: budgetLines - nurseryLines - usedMapLines,
    pinnedLines: options.pinnedLines ?? Math.max(16, windowLines >> 1),
    markStackEntries: Math.min(Math.max(budgetLines, 64), 4096),
  };
}

/** How many lines of RAM are missing for the dirty lines of a half full nursery and a few more, and for 16-fold reach. */
function missingLines(options: HeapOptions, budget: RamBudget): number {
  const reach = Math.min(16 * budget.budgetLines, Math.ceil(options.tenuredBytes / options.lineBytes));
  const missing = budget.nurseryLines + dirtyFloorLines - dirtyLimit(options, budget, reach);
  return missing <= 0 && !marksFit(options, budget, reach, budget.windowLines) ? 1 : missing;
}

function reachLines(options: HeapOptions, ramBytes: number): number {
  const lines = Math.ceil(options.tenuredBytes / options.lineBytes) * tenuredSpread;
  return Math.min(lines, Math.ceil((reachMax * ramBytes) / options.lineBytes));
}
