/**
 * How a heap's share of RAM is divided. Everything is counted in lines of `lineCostBytes`: the line, its tag (address
 * and state) and its part of the remembered set (one bit a word). From the whole come first what is always there: the
 * nursery and the map of used tenured lines. What is left is the cache of lines, and of that dirty lines may take what
 * leaves room for W lines between safe points, for an allocation made while a checkpoint is already due, and for either
 * the pinned code of the running method or the collector at work (its window, its marks, the state lines it writes).
 */
import { assert } from "../base/index.ts";
import { heapMap, type HeapOptions } from "./map.ts";

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
  /** Tenured lines that this RAM can collect; at most the section. */
  readonly tenuredLines: number;
  readonly markStackEntries: number;
}

/** The division of `options.ramBytes`. A failed assertion below `minimumRamBytes(options)`. */
export function ramBudget(options: HeapOptions): RamBudget {
  const { budget, dirtyLines } = divide(options, options.ramBytes);
  assert(dirtyLines >= dirtyNeed(budget), "too little RAM for this heap: see minimumRamBytes");
  let tenuredLines = 0;
  let tooMany = reachLines(options, options.ramBytes) + 1;
  while (tooMany - tenuredLines > 1) {
    const middle = (tenuredLines + tooMany) >> 1;
    if (dirtyLimit(options, budget, middle) >= dirtyNeed(budget)) tenuredLines = middle;
    else tooMany = middle;
  }
  return { ...budget, tenuredLines };
}

/** The smallest `ramBytes` with which a heap of these options can be built and its first megabytes collected. */
export function minimumRamBytes(options: HeapOptions): number {
  let ramBytes = options.nurseryBytes;
  for (;;) {
    const { budget, dirtyLines } = divide(options, ramBytes);
    const missing = dirtyNeed(budget) - dirtyLines;
    if (missing <= 0) return ramBytes;
    ramBytes += missing * budget.lineCostBytes;
  }
}

/** Dirty lines (the nursery's survivors included) from which a checkpoint is due, with tenured lines up to `extentLines`. */
export function dirtyLimit(options: HeapOptions, budget: RamBudget, extentLines: number): number {
  const whileDue = Math.max(budget.windowLines >> 2, budget.nurseryLines >> 1);
  const state = stateLines(options, extentLines);
  const collecting = COLLECTOR_WINDOW_LINES + state;
  const marking = collecting + markLines(options, budget, extentLines) - budget.nurseryLines;
  return (
    budget.cacheLines - budget.windowLines - whileDue - Math.max(budget.pinnedLines, collecting, marking)
  );
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

function divide(options: HeapOptions, ramBytes: number): { budget: RamBudget; dirtyLines: number } {
  heapMap(options);
  const { lineBytes, windowLines } = options;
  const lineCostBytes = lineBytes + 4 + lineBytes / 32;
  const budgetLines = Math.floor(ramBytes / lineCostBytes);
  const nurseryLines = options.nurseryBytes / lineBytes;
  const usedMapLines = Math.ceil(reachLines(options, ramBytes) / 8 / lineCostBytes);
  const budget = {
    ...{ lineCostBytes, budgetLines, nurseryLines, windowLines, tenuredLines: 0 },
    cacheLines: budgetLines - nurseryLines - usedMapLines,
    pinnedLines: options.pinnedLines ?? Math.max(16, windowLines >> 1),
    markStackEntries: Math.min(Math.max(budgetLines, 64), 4096),
  };
  return { budget, dirtyLines: dirtyLimit(options, budget, budgetLines) };
}

function dirtyNeed(budget: RamBudget): number {
  return budget.nurseryLines + dirtyFloorLines;
}

function reachLines(options: HeapOptions, ramBytes: number): number {
  const lines = Math.ceil(options.tenuredBytes / options.lineBytes);
  return Math.min(lines, Math.ceil((reachMax * ramBytes) / options.lineBytes));
}
