/** Wear reports as a table for people. */
import type { WearResult } from "../host/index.ts";

/** What was measured of what was asked. */
export interface WearRun {
  readonly results: readonly WearResult[];
  readonly asked: number;
}

/** Whether a figure is of a part of its run, or a configuration is missing. */
export function isPartial({ results, asked }: WearRun): boolean {
  return results.length < asked || results.some(isPartialResult);
}

export function isPartialResult({ report, worn }: WearResult): boolean {
  return report.end === "stopped" || report.end === "endless" || worn?.isComplete === false;
}

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

export function wearTable(run: WearRun): string {
  const { results } = run;
  const keys = sweptKeys(results);
  if (results.length === 1) return `${single(results[0] as WearResult)}${notes(run)}`;
  const best = paretoOf(results);
  const rows = results.map((result, index) => {
    const { report } = result;
    return [
      `${labelOf(result, keys)}${best.has(index) ? " *" : ""}${isPartialResult(result) ? " (partial)" : ""}`,
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
  return `${grid([head, ...rows])}* not beaten in flush time, work at risk and life by another\n${notes(run)}`;
}

function single({ report, worn }: WearResult): string {
  const rows = [...costRows(report), ...againstRows(report), ...(worn === undefined ? [] : wornRows(worn))];
  return rows.map(([name, text]) => `${name.padEnd(15)} ${text}\n`).join("");
}

type Row = readonly [string, string];

function costRows(report: WearResult["report"]): readonly Row[] {
  const { flush, programmedBy, eraseCount, checkpointsBy } = report;
  const share = (bytes: number): string =>
    `${kib(bytes)} KiB (${((bytes / Math.max(1, report.bytesProgrammed)) * 100).toFixed(1)} %)`;
  const by = Object.entries(checkpointsBy).map(([cause, count]) => `${count} ${CAUSES[cause] ?? cause}`);
  return [
    [
      "run",
      `${report.end}, ${report.ticks} ticks, ${(report.clockMicros / 1e6).toFixed(3)} s of device time, part ${report.part}`,
    ],
    [
      "checkpoints",
      `${report.checkpoints}, ${report.linesFlushed} lines, ${kib(report.dirtyBytes)} KiB dirty; ${by.join(", ")}`,
    ],
    ["programmed", `${report.bytesProgrammed} bytes, amplification ${report.amplification.toFixed(3)}`],
    ...Object.entries(programmedBy).map(([name, bytes]): Row => [`  ${name}`, share(bytes)]),
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
      `mean ${flush.energyMicrojoules.mean.toFixed(0)} µJ a flush, p50 ${flush.energyMicrojoules.p50}, p99 ${flush.energyMicrojoules.p99}, max ${flush.energyMicrojoules.max}`,
    ],
    ["at risk", `at most ${millis(report.atRiskMicrosMax)} ms of work at a cut`],
    ["mount", `${report.mount.reads} reads, ${report.mount.bytes} bytes`],
    [
      "first output",
      report.firstOutputMicros === null ? "none" : `${millis(report.firstOutputMicros)} ms after power-on`,
    ],
    ["life", `${years(report.life.years)} years: ${report.life.assumption}`],
    ["nursery", spared(report)],
  ];
}

const CAUSES: Readonly<Record<string, string>> = {
  period: "because the period was over",
  output: "for output",
  due: "because RAM or the program asked",
  wait: "before waiting",
  exit: "at the exit",
  asked: "for the device",
};

function againstRows({ baselines, bytesProgrammed, recorded }: WearResult["report"]): readonly Row[] {
  const against = (bytes: number): string => {
    const more = (bytesProgrammed / Math.max(1, bytes) - 1) * 100;
    return `${kib(bytes)} KiB; the store programs ${Math.abs(more).toFixed(1)} % ${more < 0 ? "less" : "more"}`;
  };
  const { windows, measured, bytesProgrammed: through } = baselines.writeThrough;
  return [
    ["heap copy", against(baselines.wholeHeapCopy)],
    ["allocated copy", against(baselines.allocatedHeapCopy)],
    ["4 KiB pages", against(baselines.changedPages)],
    ["journal", against(baselines.journalOfChangedBytes)],
    [
      "write through",
      windows === 0
        ? "not measured: the run was too short"
        : `${against(through)} (scaled from ${measured.commits} commits in ${windows} windows)`,
    ],
    ...recorded.map(({ name, bytesProgrammed: bytes, isAtomic }): Row => [
      "recorded",
      `${name}${isAtomic ? "" : ", not atomic"}: ${against(bytes)}`,
    ]),
  ];
}

function wornRows(worn: NonNullable<WearResult["worn"]>): readonly Row[] {
  const when = (at: { micros: number; erases: number } | null): string =>
    at === null
      ? "not seen"
      : `after ${(at.micros / 1e6).toFixed(1)} s of device time and ${at.erases} erases`;
  const { rated, firstFailure, endOfLife, estimatedMicros } = worn;
  const ratio = rated === null ? "" : `; ${((rated.micros / estimatedMicros - 1) * 100).toFixed(1)} % off`;
  return [
    ["rated wear", `${when(rated)}; estimated ${(estimatedMicros / 1e6).toFixed(1)} s${ratio}`],
    ["first failure", when(firstFailure)],
    ["end of life", endOfLife === null ? "not seen: stopped early" : `${when(endOfLife)}: ${endOfLife.why}`],
    ["worn in", `${worn.runs} runs, and ${worn.runsSkipped} more that were skipped as alike`],
  ];
}

function spared({ heapBytes }: WearResult["report"]): string {
  const { allocated, flushed, flushedWithoutNursery } = heapBytes;
  const less = (1 - flushed / Math.max(1, flushedWithoutNursery)) * 100;
  return `${kib(allocated)} KiB allocated; flushed ${kib(flushed)} KiB, without it ${kib(flushedWithoutNursery)} (${less.toFixed(1)} % less)`;
}

/** What is to be known of figures that are not whole. */
export function notes({ results, asked }: WearRun): string {
  const count = (end: string): number => results.filter(({ report }) => report.end === end).length;
  const told: string[] = [];
  if (count("stopped") > 0)
    told.push(`${count("stopped")} of ${asked} stopped early: figures of a part of the run`);
  if (count("endless") > 0)
    told.push(
      `${count("endless")} of ${asked} had not ended and were given no end (--for, --checkpoints): figures of a part of the run`,
    );
  if (results.length < asked) told.push(`${asked - results.length} of ${asked} not measured`);
  return told.map((line) => `PARTIAL: ${line}\n`).join("");
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
