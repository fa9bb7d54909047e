import { assert } from "../base/index.ts";
import { FlashChip, MemoryCarrier } from "../flash/index.ts";
import type { Part } from "../flash/index.ts";
import { Device, restart } from "../device/index.ts";
import type { Board, CheckpointPolicy, DeviceStats, DeviceStop, Profile } from "../device/index.ts";
import type { Checkpoint, ConsolePort } from "../process/index.ts";
import { CopyCounter } from "./wear-baselines.ts";
import type { Baselines } from "./wear-baselines.ts";
import { MICROS_PER_YEAR, lifeOf, spreadOf, wearSpread } from "./wear-figures.ts";
import type { FlushPoint, Life, Spread, WearSpread } from "./wear-figures.ts";

/** What is measured: a device, and how long it is watched. */
export interface WearSubject {
  readonly profile: Profile;
  readonly rom: Uint8Array;
  /** The chip before the first power-on: forked, never changed. */
  readonly carrier: MemoryCarrier;
  readonly part: Part;
  readonly checkpoint: CheckpointPolicy;
  /** Stop after so much device time. */
  readonly forMicros?: number;
  /** Stop after so many checkpoints. */
  readonly checkpoints?: number;
  /** Asked now and then; true ends the run early, and the report says so. */
  readonly isOver: () => boolean;
}

/** What a run cost the chip. Bytes, erases and counts are exact; the life-time is an estimate with its assumption beside it. */
export interface WearReport {
  /** `exited`, `time-over` and `checkpoints` are as asked; `stopped`: ended early, the figures are of a part of the run. */
  readonly end: "exited" | "time-over" | "checkpoints" | "stopped";
  readonly part: string;
  readonly profile: string;
  readonly ticks: number;
  readonly clockMicros: number;
  readonly checkpoints: number;
  readonly linesFlushed: number;
  readonly dirtyBytes: number;
  readonly bytesProgrammed: number;
  readonly amplification: number;
  /** Where the programmed bytes went. They sum up to `bytesProgrammed`. */
  readonly programmedBy: { readonly payload: number; readonly moved: number; readonly records: number };
  readonly erases: number;
  readonly eraseCount: WearSpread;
  /** Erase count of each block, by address. */
  readonly blocks: readonly number[];
  readonly flush: {
    readonly dirtyBytes: Spread;
    readonly programmedBytes: Spread;
    readonly micros: Spread;
    readonly energyMicrojoules: Spread;
    /** Device time of all flushes as a share of the run's. */
    readonly timeShare: number;
  };
  readonly mount: { readonly reads: number; readonly bytes: number };
  /** Device time from power-on to the first byte on the console; null if there was none. */
  readonly firstOutputMicros: number | null;
  /** Most device time that a cut could have cost. */
  readonly atRiskMicrosMax: number;
  readonly ramBytesMax: number;
  /** What the nursery and the dirty lines spared: see `DeviceStats`. */
  readonly heapBytes: DeviceStats["heapBytes"];
  readonly life: Life;
  /** What other ways to save the same states would have programmed. */
  readonly baselines: Baselines;
  /** At most 2,000 checkpoints, evenly drawn. */
  readonly timeLine: readonly FlushPoint[];
}

const STEP_TICKS = 2_000_000;
const TIME_LINE_MAX = 2000;

/** Runs the subject on a fork of its chip, and counts. */
export function measureWear(subject: WearSubject): WearReport {
  return new WearRun(subject).run();
}

/** What `--until-worn` saw: how long the first block lasted, against what one run of the program had let expect. */
export interface WornReport {
  readonly runs: number;
  readonly wornMicros: number;
  readonly estimatedMicros: number;
  readonly erases: number;
  /** False: ended early. */
  readonly isWorn: boolean;
}

/** Begins the program anew on the same chip until a block has had all the erases that its maker promises. */
export function runUntilWorn(subject: WearSubject, estimate: Life): WornReport {
  const chip = new FlashChip(subject.part, subject.carrier.fork());
  let wornMicros = 0;
  let runs = 0;
  let isWorn = false;
  while (!isWorn && !subject.isOver()) {
    if (runs > 0) restart(chip);
    const device = deviceOn(subject, chip, silentConsole);
    device.stopAtCheckpoint = () =>
      (isWorn = wearSpread(chip).max >= subject.part.enduranceCycles) || subject.isOver();
    device.run();
    wornMicros += device.clockMicros;
    device.powerOff();
    runs++;
  }
  const estimatedMicros = estimate.years * MICROS_PER_YEAR;
  return { runs, wornMicros, estimatedMicros, erases: chip.counters.erases, isWorn };
}

const silentConsole: ConsolePort = {
  write: () => undefined,
  acknowledged: () => undefined,
  read: () => "end",
};

function deviceOn(subject: WearSubject, chip: FlashChip, console: ConsolePort): Device {
  const board: Board = { profile: subject.profile, chip, rom: subject.rom, console };
  return new Device(board, {
    checkpoint: subject.checkpoint,
    output: "commit",
    pace: "max",
    amnesia: false,
    evictAlways: false,
    cutsAsked: 0,
  });
}

class WearRun {
  readonly #subject: WearSubject;
  readonly #chip: FlashChip;
  readonly #device: Device;
  readonly #copies: CopyCounter;
  readonly #points: FlushPoint[] = [];
  readonly #energies: number[] = [];
  #firstOutputMicros: number | null = null;
  /** Lines that recovery moved. */
  #movedBefore = 0;
  #programmed = 0;
  #erases = 0;
  #energy = 0;
  #checkpointedMicros = 0;
  #atRiskMicrosMax = 0;

  constructor(subject: WearSubject) {
    this.#subject = subject;
    this.#chip = new FlashChip(subject.part, subject.carrier.fork());
    const console: ConsolePort = { ...silentConsole, write: () => this.#noteOutput() };
    this.#device = deviceOn(subject, this.#chip, console);
    this.#copies = new CopyCounter(subject.profile.lineBytes);
  }

  run(): WearReport {
    const device = this.#device;
    device.onCheckpoint = (made) => this.#noteCheckpoint(made);
    device.stopAtCheckpoint = () => this.#points.length >= (this.#subject.checkpoints ?? Infinity);
    device.run({ ticks: 0 });
    this.#noteCounters();
    this.#movedBefore = device.store.stats.linesMoved;
    const end = this.#runToEnd();
    return this.#report(end);
  }

  #runToEnd(): WearReport["end"] {
    const { forMicros, checkpoints, isOver } = this.#subject;
    for (;;) {
      const stop = this.#device.run({
        ticks: STEP_TICKS,
        ...(forMicros !== undefined && { untilMicros: forMicros }),
      });
      if (stop.kind === "exited") return "exited";
      if (this.#points.length >= (checkpoints ?? Infinity)) return "checkpoints";
      if (this.#device.clockMicros >= (forMicros ?? Infinity)) return "time-over";
      if (isOver() || !goesOn(stop)) return "stopped";
    }
  }

  #noteOutput(): void {
    this.#firstOutputMicros ??= this.#device.clockMicros;
  }

  #noteCounters(): void {
    this.#programmed = this.#chip.counters.programmedBytes;
    this.#erases = this.#chip.counters.erases;
    this.#energy = this.#chip.energyMicrojoules;
  }

  #noteCheckpoint(made: Checkpoint): void {
    const { clockMicros, store } = this.#device;
    const { programmedBytes, erases } = this.#chip.counters;
    this.#points.push({
      clockMicros,
      dirtyBytes: made.lines * this.#subject.profile.lineBytes,
      programmedBytes: programmedBytes - this.#programmed,
      erases: erases - this.#erases,
      micros: made.micros,
    });
    this.#energies.push(this.#chip.energyMicrojoules - this.#energy);
    this.#atRiskMicrosMax = Math.max(this.#atRiskMicrosMax, clockMicros - this.#checkpointedMicros);
    this.#checkpointedMicros = clockMicros;
    this.#copies.note(store, made);
    this.#noteCounters();
  }

  #report(end: WearReport["end"]): WearReport {
    const { profile, part } = this.#subject;
    const points = this.#points;
    const { stats: store } = this.#device.store;
    const stats = this.#device.stats();
    const { clockMicros } = this.#device;
    const payload = store.linesCommitted * profile.lineBytes;
    const moved = (store.linesMoved - this.#movedBefore) * profile.lineBytes;
    const programmedBytes = sum(points, "programmedBytes");
    const dirtyBytes = sum(points, "dirtyBytes");
    const flushMicros = sum(points, "micros");
    const eraseCount = wearSpread(this.#chip);
    assert(payload === dirtyBytes, "the store committed what the checkpoints flushed");
    return {
      ...{ end, part: part.name, profile: profile.name, ticks: stats.ticks, clockMicros },
      ...{ checkpoints: points.length, linesFlushed: store.linesCommitted, dirtyBytes },
      bytesProgrammed: programmedBytes,
      amplification: ratio(programmedBytes, dirtyBytes),
      programmedBy: { payload, moved, records: programmedBytes - payload - moved },
      erases: sum(points, "erases"),
      eraseCount,
      blocks: Array.from({ length: this.#chip.blockCount }, (_, block) => this.#chip.eraseCount(block)),
      flush: {
        dirtyBytes: spreadOf(points.map((point) => point.dirtyBytes)),
        programmedBytes: spreadOf(points.map((point) => point.programmedBytes)),
        micros: spreadOf(points.map((point) => point.micros)),
        energyMicrojoules: spreadOf(this.#energies),
        timeShare: ratio(flushMicros, clockMicros),
      },
      mount: stats.mount,
      firstOutputMicros: this.#firstOutputMicros,
      atRiskMicrosMax: this.#atRiskMicrosMax,
      ramBytesMax: stats.ramBytesMax,
      heapBytes: stats.heapBytes,
      life: lifeOf({ part, points, clockMicros, eraseCount }),
      baselines: this.#copies.baselines,
      timeLine: thinned(points),
    };
  }
}

function goesOn(stop: DeviceStop): boolean {
  return stop.kind === "paused" || stop.kind === "waiting";
}

function thinned(points: readonly FlushPoint[]): readonly FlushPoint[] {
  const stride = Math.ceil(points.length / TIME_LINE_MAX);
  return points.filter((_, index) => index % Math.max(1, stride) === 0);
}

function sum<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
