import { simplestOfEachKind } from "../lab/index.ts";
import type { CampaignReport, TracedOperation } from "../lab/index.ts";

const KINDS_SHOWN = 5;

/** A campaign's report as lines for a person. */
export function linesOf(report: CampaignReport): readonly string[] {
  const { operations, possible, tried, notTried, nested, cost, oracles } = report;
  const shapes = Object.entries(report.shapes).map(([shape, count]) => `${shape} ${count}`);
  const rate =
    cost.hostCpuSeconds > 0
      ? `, ${Math.round((tried + nested) / cost.hostCpuSeconds)} cuts a second of processor time`
      : "";
  return [
    `${operations} flash operations, ${possible} cut points: ${tried} tried, ${notTried} not tried`,
    `${nested} nested cuts; ${cost.trials} trials, ${cost.equal} cuts left a chip equal to one that was tried${rate}`,
    `shapes: ${shapes.join(", ")}`,
    `oracles: ${Object.keys(oracles).join(", ")}`,
    ...failureLines(report),
  ];
}

function failureLines(report: CampaignReport): string[] {
  const { failures, failureCount } = report;
  if (failureCount === 0) return ["nothing found"];
  const kinds = simplestOfEachKind(failures);
  const shown = kinds
    .slice(0, KINDS_SHOWN)
    .flatMap(({ replay, oracle, what, trace, image }) => [
      `FOUND ${replay}  ${oracle}: ${what}`,
      ...(trace === undefined ? [] : traceLines(trace)),
      ...(image === undefined ? [] : [`  chip kept in ${image}`]),
    ]);
  const more = kinds.length > KINDS_SHOWN ? [`and ${kinds.length - KINDS_SHOWN} more kinds`] : [];
  return [
    ...shown,
    ...more,
    `${failureCount} cuts found something, ${kinds.length} kinds of it; reproduce one with --replay CUT`,
  ];
}

/** The flash operations round a cut. */
export function traceLines(trace: readonly TracedOperation[]): string[] {
  return trace.map(({ boot, operation, kind, block, offset, bytes, torn }) => {
    const what =
      kind === "erase" ? `erase block ${block}` : `program block ${block} + ${offset}, ${bytes} bytes`;
    return `  boot ${boot}, operation ${operation}: ${what}${torn === undefined ? "" : `   <- power cut: ${torn}`}`;
  });
}
