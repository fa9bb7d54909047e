import { assert } from "../base/index.ts";
import { FlashChip } from "../flash/index.ts";
import type { MemoryCarrier, OperationObserver } from "../flash/index.ts";
import type { CheckpointCause, Device, DeviceStats, DeviceStop } from "../device/index.ts";
import type { Checkpoint, ConsolePort } from "../process/index.ts";
import type { Store, StoreStats } from "../store/index.ts";
import { recordedAmplifications } from "./store-baselines.ts";
import type { RecordedAmplification } from "./store-baselines.ts";
import { CopyCounter } from "./wear-baselines.ts";
import type { Baselines } from "./wear-baselines.ts";
import { deviceOn, silentConsole } from "./wear-device.ts";
import type { WearSubject } from "./wear-device.ts";
import { lifeOf, spreadOf, wearSpread } from "./wear-figures.ts";
import type { FlushPoint, Life, ProgrammedBy, Spread, WearSpread } from "./wear-figures.ts";
import { WriteThroughProbe } from "./wear-write-through.ts";
import type { WriteThrough } from "./wear-write-through.ts";

/** What a run cost the chip. Bytes, erases and counts are exact; the life-time is an estimate with its assumption beside it. */
export interface WearReport {
  /**
   * `exited`, `time-over` and `checkpoints` are as asked. Otherwise the figures are of a part of the run: it was `stopped` early, or had not
   * ended when it was given up (`endless`).
   */
  readonly end: "exited" | "time-over" | "checkpoints" | "stopped" | "endless";
  readonly part: string;
  readonly profile: string;
  readonly lineBytes: number;
  readonly ticks: number;
  readonly clockMicros: number;
  readonly checkpoints: number;
  /** Checkpoints by what caused them. */
  readonly checkpointsBy: Readonly<Partial<Record<CheckpointCause, number>>>;
  readonly linesFlushed: number;
  readonly dirtyBytes: number;
  readonly bytesProgrammed: number;
  readonly amplification: number;
  /** Where the programmed bytes went. They sum up to `bytesProgrammed`. */
  readonly programmedBy: ProgrammedBy;
  readonly erases: number;
  readonly eraseCount: WearSpread;
  /** Erase count of each block, by address. */
  readonly blocks: readonly number[];
  /** What each block held at the end. */
  readonly contents: ReturnType<Store["contents"]>;
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
  readonly baselines: Baselines & { readonly writeThrough: WriteThrough };
  /** What peers would have programmed for as many dirty bytes, by figures that were recorded once on a workload of their own. */
  readonly recorded: readonly (RecordedAmplification & { readonly bytesProgrammed: number })[];
  /** At most 2,000 checkpoints, evenly drawn. */
  readonly timeLine: readonly FlushPoint[];
}

const STEP_TICKS = 2_000_000;
const TIME_LINE_MAX = 2000;

/** Runs the subject on a fork of its chip, and counts. */
export function measureWear(subject: WearSubject): WearReport {
  return new WearRun(subject).run();
}

class WearRun {
  readonly #subject: WearSubject;
  readonly #carrier: MemoryCarrier;
  readonly #chip: FlashChip;
  readonly #device: Device;
  readonly #copies: CopyCounter;
  readonly #writeThrough: WriteThroughProbe;
  readonly #points: FlushPoint[] = [];
  readonly #energies: number[] = [];
  #firstOutputMicros: number | null = null;
  #counted: Counted;
  #blocksBegun = 0;
  #checkpointedMicros = 0;
  #atRiskMicrosMax = 0;

  constructor(subject: WearSubject) {
    this.#subject = subject;
    this.#carrier = subject.carrier.fork();
    this.#chip = new FlashChip(subject.part, this.#carrier);
    const console: ConsolePort = { ...silentConsole, write: () => this.#noteOutput() };
    this.#device = deviceOn(subject, this.#chip, console);
    this.#copies = new CopyCounter(subject.profile.lineBytes);
    const everySafePoint = { ...subject, checkpoint: { kind: "ticks", ticks: 1 } } as const;
    this.#writeThrough = new WriteThroughProbe(subject, (chip) => deviceOn(everySafePoint, chip));
    this.#device.onCheckpoint = (made, cause) => this.#noteCheckpoint(made, cause);
    const checkpointsMax = Math.min(
      subject.checkpoints ?? Infinity,
      subject.giveUpAfter?.checkpoints ?? Infinity,
    );
    this.#device.stopAtCheckpoint = () => this.#points.length >= checkpointsMax || subject.isOver();
    this.#device.run({ ticks: 0 });
    this.#counted = this.#count();
    this.#chip.observe(this.#noteOperation);
  }

  run(): WearReport {
    return this.#report(this.#runToEnd());
  }

  #runToEnd(): WearReport["end"] {
    const { forMicros, checkpoints, giveUpAfter, isOver } = this.#subject;
    for (;;) {
      const stop = this.#device.run({
        ticks: STEP_TICKS,
        ...(forMicros !== undefined && { untilMicros: forMicros }),
      });
      if (stop.kind === "exited") return "exited";
      if (this.#points.length >= (checkpoints ?? Infinity)) return "checkpoints";
      if (this.#device.clockMicros >= (forMicros ?? Infinity)) return "time-over";
      if (isOver() || !goesOn(stop)) return "stopped";
      if (this.#device.ticks >= (giveUpAfter?.ticks ?? Infinity)) return "endless";
      if (this.#points.length >= (giveUpAfter?.checkpoints ?? Infinity)) return "endless";
    }
  }

  #noteOutput(): void {
    this.#firstOutputMicros ??= this.#device.clockMicros;
  }

  readonly #noteOperation: OperationObserver = (kind, address) => {
    const { blockBytes } = this.#carrier;
    if (kind === "program" && this.#carrier.cellsOf(Math.floor(address / blockBytes)) === null)
      this.#blocksBegun++;
  };

  #count(): Counted {
    const { programmedBytes, erases } = this.#chip.counters;
    const { stats } = this.#device.store;
    return { programmedBytes, erases, energy: this.#chip.energyMicrojoules, stats };
  }

  #noteCheckpoint(made: Checkpoint, cause: CheckpointCause): void {
    const { clockMicros } = this.#device;
    const before = this.#counted;
    const now = this.#count();
    const programmedBytes = now.programmedBytes - before.programmedBytes;
    this.#points.push({
      ...{ clockMicros, cause, programmedBytes, micros: made.micros },
      dirtyBytes: made.lines * this.#subject.profile.lineBytes,
      by: programmedBy(before.stats, now.stats, programmedBytes, this.#subject.profile.lineBytes),
      erases: now.erases - before.erases,
      blocksBegun: this.#blocksBegun,
    });
    this.#blocksBegun = 0;
    this.#counted = now;
    this.#energies.push(now.energy - before.energy);
    this.#atRiskMicrosMax = Math.max(this.#atRiskMicrosMax, clockMicros - this.#checkpointedMicros);
    this.#checkpointedMicros = clockMicros;
    this.#copies.note(this.#device, made);
    this.#writeThrough.note(this.#points.length, this.#device.ticks, this.#carrier);
  }

  #report(end: WearReport["end"]): WearReport {
    const { profile, part } = this.#subject;
    const points = this.#points;
    const { stats: store } = this.#device.store;
    const stats = this.#device.stats();
    const { clockMicros } = this.#device;
    const programmedBytes = sum(points, "programmedBytes");
    const dirtyBytes = sum(points, "dirtyBytes");
    const eraseCount = wearSpread(this.#chip);
    const by = points.map((point) => point.by);
    assert(sum(by, "payload") === dirtyBytes, "the store committed what the checkpoints flushed");
    return {
      ...{ end, part: part.name, profile: profile.name, lineBytes: profile.lineBytes },
      ...{ ticks: stats.ticks, clockMicros, checkpoints: points.length, checkpointsBy: causes(points) },
      ...{ linesFlushed: store.linesCommitted, dirtyBytes },
      bytesProgrammed: programmedBytes,
      amplification: ratio(programmedBytes, dirtyBytes),
      programmedBy: {
        ...{ payload: sum(by, "payload"), records: sum(by, "records"), cleaning: sum(by, "cleaning") },
        ...{ levelling: sum(by, "levelling"), map: sum(by, "map") },
      },
      erases: sum(points, "erases"),
      eraseCount,
      blocks: Array.from({ length: this.#chip.blockCount }, (_, block) => this.#chip.eraseCount(block)),
      contents: this.#device.store.contents(),
      flush: this.#flush(clockMicros),
      mount: stats.mount,
      firstOutputMicros: this.#firstOutputMicros,
      atRiskMicrosMax: this.#atRiskMicrosMax,
      ramBytesMax: stats.ramBytesMax,
      heapBytes: stats.heapBytes,
      life: lifeOf({ part, points, clockMicros, eraseCount, hasEnded: end === "exited" }),
      baselines: { ...this.#copies.baselines, writeThrough: this.#writeThrough.result(stats.ticks) },
      recorded: recordedAmplifications(ratio(store.linesCommitted, points.length)).map((one) => ({
        ...one,
        bytesProgrammed: Math.round(one.amplification * dirtyBytes),
      })),
      timeLine: thinned(points),
    };
  }

  #flush(clockMicros: number): WearReport["flush"] {
    const points = this.#points;
    return {
      dirtyBytes: spreadOf(points.map((point) => point.dirtyBytes)),
      programmedBytes: spreadOf(points.map((point) => point.programmedBytes)),
      micros: spreadOf(points.map((point) => point.micros)),
      energyMicrojoules: spreadOf(this.#energies),
      timeShare: ratio(sum(points, "micros"), clockMicros),
    };
  }
}

interface Counted {
  readonly programmedBytes: number;
  readonly erases: number;
  readonly energy: number;
  readonly stats: StoreStats;
}

function programmedBy(
  before: StoreStats,
  now: StoreStats,
  programmedBytes: number,
  lineBytes: number,
): ProgrammedBy {
  const payload = (now.linesCommitted - before.linesCommitted) * lineBytes;
  const levelling = (now.linesLevelled - before.linesLevelled) * lineBytes;
  const cleaning = (now.linesMoved - before.linesMoved) * lineBytes - levelling;
  const map = now.mapBytesProgrammed - before.mapBytesProgrammed;
  return {
    payload,
    records: programmedBytes - payload - levelling - cleaning - map,
    cleaning,
    levelling,
    map,
  };
}

function causes(points: readonly FlushPoint[]): WearReport["checkpointsBy"] {
  const counts: Partial<Record<CheckpointCause, number>> = {};
  for (const { cause } of points) counts[cause] = (counts[cause] ?? 0) + 1;
  return counts;
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
