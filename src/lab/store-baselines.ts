/** What other ways to keep the same lines cost, beside the store's own figures. */
import { utilisationOf } from "./store-workload.ts";
import type { StorePattern, StoreWorkload } from "./store-workload.ts";

export interface StoreBaseline {
  readonly name: string;
  readonly dirty: number;
  readonly pattern: StorePattern;
  readonly amplification: number;
  /** `computed` from the workload; `recorded`: measured once with the peer's own code, on the geometry that `note` names. */
  readonly basis: "computed" | "recorded";
  readonly note: string;
}

/** Bytes that name a line, and that make a commit, at least. */
const FLOOR_LINE_BYTES = 4;
const FLOOR_COMMIT_BYTES = 24;

const GEOMETRY = "4 MiB NOR, 4 KiB blocks, 4096 lines of 256 bytes, 5,000 checkpoints";

interface Recorded {
  readonly name: string;
  readonly isAtomic: boolean;
  /** By dirty lines: uniform, skewed. */
  readonly at: Readonly<Record<4 | 16 | 64, readonly [number, number]>>;
}

const recorded: readonly Recorded[] = [
  {
    name: "littlefs, one big file",
    isAtomic: true,
    at: { 4: [1944, 2263], 16: [1984, 2039], 64: [2030, 2075] },
  },
  {
    name: "littlefs, 256 files of 4 KiB",
    isAtomic: false,
    at: { 4: [16.1, 16.1], 16: [15.7, 15.7], 64: [14.4, 14.4] },
  },
  {
    name: "littlefs, a file per checkpoint and a snapshot",
    isAtomic: true,
    at: { 4: [3.26, 3.26], 16: [2.14, 2.14], 64: [1.7, 1.7] },
  },
  {
    name: "littlefs, log and 256 group files",
    isAtomic: true,
    at: { 4: [3.29, 3.29], 16: [1.88, 1.88], 64: [1.51, 1.51] },
  },
  {
    name: "littlefs, two logs",
    isAtomic: true,
    at: { 4: [3.71, 3.69], 16: [2.23, 2.22], 64: [1.91, 1.89] },
  },
  {
    name: "dhara, pages of 256 bytes",
    isAtomic: false,
    at: { 4: [2.53, 3.42], 16: [2.58, 3.57], 64: [2.59, 3.59] },
  },
  {
    name: "dhara made atomic",
    isAtomic: true,
    at: { 4: [6.99, 7.95], 16: [5.35, 6.62], 64: [4.89, 6.23] },
  },
];

export function storeBaselines(workload: StoreWorkload): readonly StoreBaseline[] {
  const { lines, lineBytes, dirty, pattern } = workload;
  const floor = 1 + (FLOOR_LINE_BYTES + FLOOR_COMMIT_BYTES / dirty) / lineBytes;
  const computed = (name: string, amplification: number, note: string): StoreBaseline => ({
    ...{ name, dirty, pattern, amplification, basis: "computed", note },
  });
  const whole = lines / dirty;
  return [
    computed("whole heap, double buffer", whole, "every line at every checkpoint"),
    computed("allocated heap only", whole, "the workload has written every line, so it is the whole heap"),
    computed(
      "analytic floor",
      floor,
      `${FLOOR_LINE_BYTES} bytes to name a line, ${FLOOR_COMMIT_BYTES} a commit, nothing else`,
    ),
    ...(pattern === "uniform"
      ? [
          computed(
            "analytic floor with cleaning",
            floor * lruCleaning(utilisationOf(workload)),
            "the same, blocks cleaned oldest first (Desnoyers)",
          ),
        ]
      : []),
    ...recordedFor(workload),
  ];
}

function recordedFor({ dirty, pattern }: StoreWorkload): readonly StoreBaseline[] {
  if (pattern === "static90" || !isRecorded(dirty)) return [];
  return recorded.map(({ name, isAtomic, at }) => ({
    ...{ name, dirty, pattern, basis: "recorded" },
    amplification: at[dirty][pattern === "uniform" ? 0 : 1],
    note: `${GEOMETRY}${isAtomic ? "" : "; not atomic over a checkpoint"}`,
  }));
}

/** A peer's figure on the recorded workload whose checkpoints come next to the asked ones. */
export interface RecordedAmplification {
  readonly name: string;
  readonly amplification: number;
  readonly isAtomic: boolean;
  readonly note: string;
}

/** Of checkpoints of so many dirty lines, the writes skewed: what is nearest of 4, 16 and 64 lines. */
export function recordedAmplifications(dirtyLines: number): readonly RecordedAmplification[] {
  const dirty = dirtyLines < 8 ? 4 : dirtyLines < 32 ? 16 : 64;
  const note = `recorded with ${dirty} dirty lines, 90 % of the writes to 10 % of the lines; ${GEOMETRY}`;
  return recorded.map(({ name, isAtomic, at }) => ({ name, amplification: at[dirty][1], isAtomic, note }));
}

function isRecorded(dirty: number): dirty is 4 | 16 | 64 {
  return dirty === 4 || dirty === 16 || dirty === 64;
}

/**
 * Programs per line written where blocks are cleaned oldest first under uniform traffic: a / (a + W(-a e^-a)) with
 * a = 1 / utilisation and W of Lambert (P. Desnoyers, "Analytic models of SSD write performance", 2014).
 */
export function lruCleaning(utilisation: number): number {
  const spare = 1 / utilisation;
  const target = -spare * Math.exp(-spare);
  let low = -1;
  let high = 0;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (middle * Math.exp(middle) < target) low = middle;
    else high = middle;
  }
  return spare / (spare + low);
}
