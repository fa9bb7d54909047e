/** Wear reports for programs: JSON and CSV. */
import type { WearResult } from "../host/index.ts";
import { paretoOf } from "./wear-table.ts";
import type { WearRun } from "./wear-table.ts";
import { isPartial } from "./wear-table.ts";

export function wearJson(run: WearRun): string {
  const best = paretoOf(run.results);
  const runs = run.results.map((result, index) => ({ ...result, isBest: best.has(index) }));
  return `${JSON.stringify({ isPartial: isPartial(run), notMeasured: run.asked - runs.length, runs }, null, 2)}\n`;
}

type Column = readonly [string, (result: WearResult) => number | string];

const COLUMNS: readonly Column[] = [
  ["end", ({ report }) => report.end],
  ["checkpoints", ({ report }) => report.checkpoints],
  ["ticks", ({ report }) => report.ticks],
  ["clockMicros", ({ report }) => report.clockMicros],
  ["dirtyBytes", ({ report }) => report.dirtyBytes],
  ["bytesProgrammed", ({ report }) => report.bytesProgrammed],
  ["amplification", ({ report }) => report.amplification],
  ["payload", ({ report }) => report.programmedBy.payload],
  ["records", ({ report }) => report.programmedBy.records],
  ["cleaning", ({ report }) => report.programmedBy.cleaning],
  ["levelling", ({ report }) => report.programmedBy.levelling],
  ["map", ({ report }) => report.programmedBy.map],
  ["erases", ({ report }) => report.erases],
  ["eraseCountMin", ({ report }) => report.eraseCount.min],
  ["eraseCountMean", ({ report }) => report.eraseCount.mean],
  ["eraseCountMax", ({ report }) => report.eraseCount.max],
  ["eraseCountSd", ({ report }) => report.eraseCount.sd],
  ["flushMicrosMean", ({ report }) => report.flush.micros.mean],
  ["flushMicrosP50", ({ report }) => report.flush.micros.p50],
  ["flushMicrosP99", ({ report }) => report.flush.micros.p99],
  ["flushMicrosMax", ({ report }) => report.flush.micros.max],
  ["flushMicrojoulesMean", ({ report }) => report.flush.energyMicrojoules.mean],
  ["flushTimeShare", ({ report }) => report.flush.timeShare],
  ["mountReads", ({ report }) => report.mount.reads],
  ["mountBytes", ({ report }) => report.mount.bytes],
  ["firstOutputMicros", ({ report }) => report.firstOutputMicros ?? ""],
  ["atRiskMicrosMax", ({ report }) => report.atRiskMicrosMax],
  ["ramBytesMax", ({ report }) => report.ramBytesMax],
  ["lifeYears", ({ report }) => report.life.years],
  ["wholeHeapCopy", ({ report }) => report.baselines.wholeHeapCopy],
  ["allocatedHeapCopy", ({ report }) => report.baselines.allocatedHeapCopy],
  ["changedPages", ({ report }) => report.baselines.changedPages],
  ["journalOfChangedBytes", ({ report }) => report.baselines.journalOfChangedBytes],
  ["writeThrough", ({ report }) => report.baselines.writeThrough.bytesProgrammed],
];

/** One line a configuration, the settings first. */
export function wearCsv(results: readonly WearResult[]): string {
  const keys = [...new Set(results.flatMap(({ settings }) => Object.keys(settings)))];
  const head = [...keys, ...COLUMNS.map(([name]) => name)];
  const rows = results.map((result) => [
    ...keys.map((key) => result.settings[key] ?? ""),
    ...COLUMNS.map(([, of]) => of(result)),
  ]);
  return [head, ...rows].map((row) => `${row.join(",")}\n`).join("");
}
