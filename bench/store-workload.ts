/**
 * The workload of the store's figures: a heap of lines, `checkpoints` commits of `dirty` lines each, drawn uniformly,
 * skewed (90 % of the writes to 10 % of the lines, scattered), or with 90 % of the lines never written again. Counters
 * start after the first fill.
 */
import { SeededRandom, assert } from "../src/base/index.ts";
import { FlashChip, MemoryCarrier, genericNor } from "../src/flash/index.ts";
import type { Part } from "../src/flash/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";

export type Pattern = "uniform" | "skew" | "static90";

export interface Workload {
  readonly part?: Part;
  readonly lines: number;
  readonly lineBytes: number;
  readonly dirty: number;
  readonly pattern: Pattern;
  readonly checkpoints: number;
  readonly keepStates: number;
  readonly idleMicros: number;
  readonly seed: number;
}

export const anchorWorkload: Workload = {
  lines: 4096,
  lineBytes: 256,
  dirty: 64,
  pattern: "uniform",
  checkpoints: 5000,
  keepStates: 1,
  idleMicros: 0,
  seed: 1,
};

export interface WorkloadFigures {
  readonly amplification: number;
  readonly bytesProgrammed: number;
  readonly erases: number;
  readonly eraseCount: { readonly min: number; readonly mean: number; readonly max: number };
  readonly worstCheckpoint: {
    readonly bytes: number;
    readonly erases: number;
    readonly deviceMicros: number;
  };
  readonly mount: { readonly reads: number; readonly bytes: number };
  readonly ramBytes: number;
}

export interface WorkloadRun {
  readonly figures: WorkloadFigures;
  readonly store: Store;
  readonly chip: FlashChip;
}

export function runWorkload(workload: Workload): WorkloadRun {
  const part = workload.part ?? genericNor(4 * 1024 * 1024);
  const chip = new FlashChip(part, MemoryCarrier.forPart(part));
  const memory = chipMemory(chip);
  Store.format(memory, { lineBytes: workload.lineBytes, keepStates: workload.keepStates });
  const store = mounted(chip);
  const random = new SeededRandom(workload.seed);
  fill(store, workload);
  const before = chip.counters;
  const worst = { bytes: 0, erases: 0, deviceMicros: 0 };
  for (let checkpoint = 0; checkpoint < workload.checkpoints; checkpoint++) {
    const [bytes, erases, micros] = [chip.counters.programmedBytes, chip.counters.erases, chip.deviceMicros];
    commitLines(store, drawLines(random, workload), checkpoint);
    worst.bytes = Math.max(worst.bytes, chip.counters.programmedBytes - bytes);
    worst.erases = Math.max(worst.erases, chip.counters.erases - erases);
    worst.deviceMicros = Math.max(worst.deviceMicros, chip.deviceMicros - micros);
    if (workload.idleMicros > 0) store.idle(workload.idleMicros);
  }
  const bytesProgrammed = chip.counters.programmedBytes - before.programmedBytes;
  const figures: WorkloadFigures = {
    amplification: bytesProgrammed / (workload.checkpoints * workload.dirty * workload.lineBytes),
    bytesProgrammed,
    erases: chip.counters.erases - before.erases,
    eraseCount: store.stats.eraseCount,
    worstCheckpoint: worst,
    mount: mounted(new FlashChip(part, (chip.carrier as MemoryCarrier).fork())).mountReads,
    ramBytes: store.ramBytes,
  };
  return { figures, store, chip };
}

function mounted(chip: FlashChip): Store {
  const result = Store.mount(chipMemory(chip));
  assert(result.kind === "mounted", "the store of a workload mounts");
  return result.store;
}

function fill(store: Store, { lines }: Workload): void {
  for (let first = 0; first < lines; first += 64) {
    const count = Math.min(64, lines - first);
    commitLines(
      store,
      Array.from({ length: count }, (_, index) => first + index),
      0,
    );
  }
}

/** Distinct lines of one checkpoint. Lines that are hot lie scattered: every tenth is. */
function drawLines(random: SeededRandom, { lines, dirty, pattern }: Workload): number[] {
  const drawn = new Set<number>();
  while (drawn.size < dirty) {
    const isHot = pattern === "static90" || (pattern === "skew" && random.below(10) !== 0);
    const tenth = Math.floor(lines / 10);
    drawn.add(isHot ? random.below(tenth) * 10 : random.below(lines));
  }
  return [...drawn];
}

const lineBuffer = new Uint8Array(64 * 1024);

function commitLines(store: Store, lines: readonly number[], mark: number): void {
  const bytes = lineBuffer.subarray(0, store.lineBytes);
  const marked = lines.map((line) => ({ line, bytes }));
  bytes[0] = mark;
  bytes[1] = mark >>> 8;
  const result = store.commit({
    processes: [{ process: 1, lines: marked, lineCount: lines.length, drops: [] }],
  });
  assert(result.kind === "committed", `the store is ${result.kind}`);
}
