/** Wear reports as a table for people and as CSV for programs. */
import type { WearResult } from "../host/index.ts";

/** Settings by which the results differ. */
export function sweptKeys(results: readonly WearResult[]): readonly string[] {
  const keys = [...new Set(results.flatMap(({ settings }) => Object.keys(settings)))];
  return keys.filter((key) => new Set(results.map(({ settings }) => settings[key])).size > 1);
}

/** Name of a configuration: what it is set to, of what is swept. */
export function labelOf({ settings }: WearResult, keys: readonly string[]): string {
  return keys.length === 0 ? "this run" : keys.map((key) => `${key} ${settings[key]}`).join(", ");
}

/**
 * Results that no other beats in all of: flush time, work lost at a cut, and life-time. Indices.
 */
export function paretoOf(results: readonly WearResult[]): ReadonlySet<number> {
  const costs = results.map(({ report }) => [
    report.flush.timeShare,
    report.atRiskMicrosMax,
    -report.life.years,
  ]);
  const beats = (one: readonly number[], other: readonly number[]): boolean =>
    one.every((cost, index) => cost <= (other[index] ?? 0)) &&
    one.some((cost, index) => cost < (other[index] ?? 0));
  return new Set(costs.flatMap((cost, index) => (costs.some((other) => beats(other, cost)) ? [] : [index])));
}

export function wearTable(results: readonly WearResult[]): string {
  const keys = sweptKeys(results);
  if (results.length === 1) return single(results[0] as WearResult);
  const best = paretoOf(results);
  const rows = results.map((result, index) => {
    const { report } = result;
    return [
      `${labelOf(result, keys)}${best.has(index) ? " *" : ""}`,
      String(report.checkpoints),
      kib(report.dirtyBytes),
      kib(report.bytesProgrammed),
      report.amplification.toFixed(3),
      String(report.erases),
      millis(report.flush.micros.p99),
      `${(report.flush.timeShare * 100).toFixed(1)} %`,
      millis(report.atRiskMicrosMax),
      years(report.life.years),
    ];
  });
  const head = [
    "configuration",
    "checkpoints",
    "dirty KiB",
    "programmed KiB",
    "ampl.",
    "erases",
    "flush p99 ms",
    "flush time",
    "at risk ms",
    "life years",
  ];
  return `${grid([head, ...rows])}* not beaten in flush time, work at risk and life by another\n${notes(results)}`;
}

function single({ report, worn }: WearResult): string {
  const { flush, programmedBy, eraseCount, baselines } = report;
  const share = (bytes: number): string =>
    `${kib(bytes)} KiB (${((bytes / Math.max(1, report.bytesProgrammed)) * 100).toFixed(1)} %)`;
  const against = (bytes: number): string => {
    const more = (report.bytesProgrammed / Math.max(1, bytes) - 1) * 100;
    return `${kib(bytes)} KiB; the store programs ${Math.abs(more).toFixed(1)} % ${more < 0 ? "less" : "more"}`;
  };
  const lines: readonly (readonly [string, string])[] = [
    [
      "run",
      `${report.end}, ${report.ticks} ticks, ${(report.clockMicros / 1e6).toFixed(3)} s of device time, part ${report.part}`,
    ],
    [
      "checkpoints",
      `${report.checkpoints}, ${report.linesFlushed} lines, ${kib(report.dirtyBytes)} KiB dirty`,
    ],
    ["programmed", `${report.bytesProgrammed} bytes, amplification ${report.amplification.toFixed(3)}`],
    ["  payload", share(programmedBy.payload)],
    ["  moved", share(programmedBy.moved)],
    ["  records", share(programmedBy.records)],
    [
      "erases",
      `${report.erases}; a block ${eraseCount.min} to ${eraseCount.max}, mean ${eraseCount.mean.toFixed(2)}, sd ${eraseCount.sd.toFixed(2)}`,
    ],
    [
      "flush",
      `mean ${millis(flush.micros.mean)} ms, p50 ${millis(flush.micros.p50)}, p99 ${millis(flush.micros.p99)}, max ${millis(flush.micros.max)}; ${(flush.timeShare * 100).toFixed(1)} % of the run`,
    ],
    [
      "energy",
      `mean ${flush.energyMicrojoules.mean.toFixed(0)} µJ a flush, max ${flush.energyMicrojoules.max.toFixed(0)}`,
    ],
    ["at risk", `at most ${millis(report.atRiskMicrosMax)} ms of work at a cut`],
    ["mount", `${report.mount.reads} reads, ${report.mount.bytes} bytes`],
    [
      "first output",
      report.firstOutputMicros === null ? "none" : `${millis(report.firstOutputMicros)} ms after power-on`,
    ],
    ["life", `${years(report.life.years)} years: ${report.life.assumption}`],
    ["nursery", spared(report)],
    ["heap copy", against(baselines.wholeHeapCopy)],
    ["4 KiB pages", against(baselines.changedPages)],
    ["journal", against(baselines.journalOfChangedBytes)],
  ];
  const table = lines.map(([name, text]) => `${name.padEnd(13)} ${text}\n`).join("");
  if (worn === undefined) return table;
  const found = worn.isWorn
    ? `after ${worn.runs} runs and ${(worn.wornMicros / 1e6).toFixed(1)} s of device time; estimated ${(worn.estimatedMicros / 1e6).toFixed(1)} s`
    : `not yet after ${worn.runs} runs: stopped early`;
  return `${table}${"first worn".padEnd(13)} ${found}\n`;
}

function spared({ heapBytes }: WearResult["report"]): string {
  const { allocated, flushed, flushedWithoutNursery } = heapBytes;
  const less = (1 - flushed / Math.max(1, flushedWithoutNursery)) * 100;
  return `${kib(allocated)} KiB allocated; flushed ${kib(flushed)} KiB, without it ${kib(flushedWithoutNursery)} (${less.toFixed(1)} % less)`;
}

function notes(results: readonly WearResult[]): string {
  const partial = results.filter(({ report }) => report.end === "stopped").length;
  return partial === 0
    ? ""
    : `${partial} of ${results.length} were stopped early: their figures are of a part of the run\n`;
}

export function wearCsv(results: readonly WearResult[]): string {
  const keys = [...new Set(results.flatMap(({ settings }) => Object.keys(settings)))];
  const head = [
    ...keys,
    "end",
    "checkpoints",
    "ticks",
    "clockMicros",
    "dirtyBytes",
    "bytesProgrammed",
    "amplification",
    "payload",
    "moved",
    "records",
    "erases",
    "eraseCountMin",
    "eraseCountMean",
    "eraseCountMax",
    "flushMicrosMean",
    "flushMicrosP99",
    "flushMicrosMax",
    "flushTimeShare",
    "atRiskMicrosMax",
    "lifeYears",
    "wholeHeapCopy",
    "changedPages",
    "journalOfChangedBytes",
  ];
  const rows = results.map(({ settings, report: one }) => [
    ...keys.map((key) => settings[key] ?? ""),
    ...[
      one.end,
      one.checkpoints,
      one.ticks,
      one.clockMicros,
      one.dirtyBytes,
      one.bytesProgrammed,
      one.amplification,
    ],
    ...[one.programmedBy.payload, one.programmedBy.moved, one.programmedBy.records, one.erases],
    ...[one.eraseCount.min, one.eraseCount.mean, one.eraseCount.max],
    ...[one.flush.micros.mean, one.flush.micros.p99, one.flush.micros.max, one.flush.timeShare],
    ...[one.atRiskMicrosMax, one.life.years],
    ...[one.baselines.wholeHeapCopy, one.baselines.changedPages, one.baselines.journalOfChangedBytes],
  ]);
  return [head, ...rows].map((row) => `${row.join(",")}\n`).join("");
}

function grid(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return rows.map((row) => `${line(row)}\n`).join("");
}

function kib(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

function millis(micros: number): string {
  return (micros / 1000).toFixed(2);
}

function years(count: number): string {
  return count === Infinity ? "∞" : count >= 100 ? count.toFixed(0) : count.toPrecision(3);
}
