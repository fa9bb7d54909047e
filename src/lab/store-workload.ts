/**
 * The workload of the store's figures: a heap of lines, commits of `dirty` lines each, drawn uniformly, skewed (90 % of the
 * writes to 10 % of the lines, which lie scattered), or with 90 % of the lines never written again. Counters start after
 * the first fill; headers, records, map checkpoints, cleaning and levelling are in all figures.
 */
import { SeededRandom, assert } from "../base/index.ts";
import { FlashChip, MemoryCarrier } from "../flash/index.ts";
import type { Part } from "../flash/index.ts";
import { Store, chipMemory } from "../store/index.ts";
import { wearSpread } from "./wear-figures.ts";
import type { WearSpread } from "./wear-figures.ts";

export const storePatterns = ["uniform", "skew", "static90"] as const;
export type StorePattern = (typeof storePatterns)[number];

export interface StoreWorkload {
  readonly part: Part;
  readonly lines: number;
  readonly lineBytes: number;
  /** Lines of one checkpoint. */
  readonly dirty: number;
  readonly pattern: StorePattern;
  readonly checkpoints: number;
  readonly keepStates: number;
  /** Device time for background work after each checkpoint. */
  readonly idleMicros: number;
  readonly seed: number;
  /** RAM for the store's map and tables; absent: as much as they take. */
  readonly mapRamBytes?: number;
  /** See `MountOptions`; the store's own if absent. */
  readonly levelThreshold?: number;
}

export interface StoreFigures {
  readonly amplification: number;
  readonly bytesProgrammed: number;
  readonly erases: number;
  readonly eraseCount: WearSpread;
  /** The most of each in one checkpoint, background work apart. */
  readonly worstCheckpoint: {
    readonly bytes: number;
    readonly erases: number;
    readonly deviceMicros: number;
  };
  /** The dearest of the mounts tried on the way, in bytes. */
  readonly mount: { readonly reads: number; readonly bytes: number; readonly deviceMicros: number };
  /** Of map, tables and their buffers; the most at the end of a checkpoint. */
  readonly mapRamBytes: number;
  /** Lines that the store can keep beside each other. */
  readonly capacityLines: number;
  /** Share of the chip's bytes that the workload's lines fill. */
  readonly utilisation: number;
}

export interface StoreRun {
  readonly figures: StoreFigures;
  readonly store: Store;
  readonly chip: FlashChip;
}

const FILL_LINES = 64;
const MOUNTS = 40;

/** Why the workload cannot run; undefined where it can. */
export function workloadProblem(workload: StoreWorkload): string | undefined {
  const { lines, dirty, pattern, part, lineBytes, keepStates } = workload;
  const drawn = pattern === "static90" ? Math.floor(lines / 10) : lines;
  if (dirty > drawn) return `${dirty} dirty lines are more than the ${drawn} that are written`;
  const chip = new FlashChip(part, MemoryCarrier.forPart(part));
  const problem = Store.formatProblem(chipMemory(chip), { lineBytes, keepStates });
  if (problem !== undefined) return problem;
  const { capacityLines } = formatted(chip, workload);
  const needed = lines + dirty * keepStates;
  if (needed <= capacityLines) return undefined;
  return `${lines} lines and ${keepStates} states of ${dirty} need room for ${needed}; part ${part.name} has it for ${capacityLines}`;
}

/** `onProgress` hears the number of checkpoints made. */
export function runStoreWorkload(workload: StoreWorkload, onProgress?: (done: number) => void): StoreRun {
  const { part, checkpoints, dirty, lineBytes, idleMicros } = workload;
  const chip = new FlashChip(part, MemoryCarrier.forPart(part));
  const store = formatted(chip, workload);
  const random = new SeededRandom(workload.seed);
  fill(store, workload);
  const before = chip.counters;
  let ramBytes = store.ramBytes;
  const worst = { bytes: 0, erases: 0, deviceMicros: 0 };
  let mount = { reads: 0, bytes: 0, deviceMicros: 0 };
  const mountEvery = Math.max(1, Math.floor(checkpoints / MOUNTS));
  for (let checkpoint = 0; checkpoint < checkpoints; checkpoint++) {
    const [bytes, erases, micros] = [chip.counters.programmedBytes, chip.counters.erases, chip.deviceMicros];
    commitLines(store, drawLines(random, workload), checkpoint);
    worst.bytes = Math.max(worst.bytes, chip.counters.programmedBytes - bytes);
    worst.erases = Math.max(worst.erases, chip.counters.erases - erases);
    worst.deviceMicros = Math.max(worst.deviceMicros, chip.deviceMicros - micros);
    if (idleMicros > 0) store.idle(idleMicros);
    ramBytes = Math.max(ramBytes, store.ramBytes);
    if (checkpoint % mountEvery === mountEvery - 1) mount = dearer(mount, tryMount(chip, workload));
    if (checkpoint % 64 === 0) onProgress?.(checkpoint);
  }
  const bytesProgrammed = chip.counters.programmedBytes - before.programmedBytes;
  const figures: StoreFigures = {
    amplification: bytesProgrammed / (checkpoints * dirty * lineBytes),
    bytesProgrammed,
    erases: chip.counters.erases - before.erases,
    eraseCount: wearSpread(chip),
    worstCheckpoint: { ...worst, deviceMicros: Math.round(worst.deviceMicros) },
    mount,
    mapRamBytes: ramBytes,
    capacityLines: store.capacityLines,
    utilisation: utilisationOf(workload),
  };
  return { figures, store, chip };
}

/** Share of the chip's bytes that the lines fill. */
export function utilisationOf({ part, lines, lineBytes }: StoreWorkload): number {
  return (lines * lineBytes) / part.totalBytes;
}

function formatted(chip: FlashChip, workload: StoreWorkload): Store {
  const { lineBytes, keepStates } = workload;
  Store.format(chipMemory(chip), { lineBytes, keepStates });
  return mounted(chip, workload);
}

function mounted(chip: FlashChip, { mapRamBytes, levelThreshold }: StoreWorkload): Store {
  const result = Store.mount(chipMemory(chip), {
    ...(mapRamBytes !== undefined && { mapRamBytes }),
    ...(levelThreshold !== undefined && { levelThreshold }),
  });
  assert(result.kind === "mounted", "the store of a workload mounts");
  return result.store;
}

type MountFigures = StoreFigures["mount"];

/** What a power-on at this moment would cost. */
function tryMount(chip: FlashChip, workload: StoreWorkload): MountFigures {
  const twin = new FlashChip(chip.part, (chip.carrier as MemoryCarrier).fork());
  const { reads, bytes } = mounted(twin, workload).mountReads;
  return { reads, bytes, deviceMicros: Math.round(twin.deviceMicros) };
}

function dearer(left: MountFigures, right: MountFigures): MountFigures {
  return right.bytes > left.bytes ? right : left;
}

function fill(store: Store, { lines, idleMicros }: StoreWorkload): void {
  for (let first = 0; first < lines; first += FILL_LINES) {
    const count = Math.min(FILL_LINES, lines - first);
    const range = Array.from({ length: count }, (_, index) => first + index);
    commitLines(store, range, 0);
    if (idleMicros > 0) store.idle(idleMicros);
  }
}

/** Distinct lines of one checkpoint. Every tenth line is hot. */
export function drawLines(random: SeededRandom, { lines, dirty, pattern }: StoreWorkload): number[] {
  const drawn = new Set<number>();
  const tenth = Math.floor(lines / 10);
  while (drawn.size < dirty) {
    const isHot = pattern === "static90" || (pattern === "skew" && random.below(10) !== 0);
    // Where more is asked for than is hot, the rest is drawn from all.
    drawn.add(isHot && drawn.size < tenth ? random.below(tenth) * 10 : random.below(lines));
  }
  return [...drawn];
}

function commitLines(store: Store, lines: readonly number[], mark: number): void {
  const bytes = new Uint8Array(store.lineBytes);
  bytes[0] = mark;
  bytes[1] = mark >>> 8;
  const marked = lines.map((line) => ({ line, bytes }));
  const result = store.commit({
    processes: [{ process: 1, lines: marked, lineCount: lines.length, drops: [] }],
  });
  assert(result.kind === "committed", `the store is ${result.kind}`);
}
