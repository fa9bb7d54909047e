import { formatCut, parseCut } from "../flash/index.ts";
import type { CutPoint } from "../flash/index.ts";
import type { FoundFailure } from "./campaign.ts";
import { replayCut } from "./replay.ts";
import type { TracedOperation } from "./replay.ts";
import type { Scenario } from "./scenario.ts";

/** A failure as a report lists it. The simplest of its kind has a trace. */
export interface ReportedFailure extends FoundFailure {
  readonly trace?: readonly TracedOperation[];
  /** Image file of the chip as the cut left it. */
  readonly image?: string;
}

/** From simple to intricate. */
const SHAPES = [
  "none",
  "complete",
  "prefix",
  "bits",
  "unstable",
  "unit",
  "zero-erase",
  "half-zero",
  "half-erase",
  "weak-erase",
];

/** Failures of one kind: the same oracle says the same, numbers aside. */
export function kindOf({ oracle, what }: FoundFailure): string {
  return `${oracle}: ${what.replace(/[0-9]+/g, "N")}`;
}

/** Fewest cuts first, then the earliest, then the simplest shape. */
export function compareFailures(left: FoundFailure, right: FoundFailure): number {
  const [a, b] = [parseCut(left.replay), parseCut(right.replay)];
  if (a.length !== b.length) return a.length - b.length;
  for (const [index, point] of a.entries()) {
    const difference = comparePoints(point, b[index] as CutPoint);
    if (difference !== 0) return difference;
  }
  return 0;
}

function comparePoints(a: CutPoint, b: CutPoint): number {
  return a.operation - b.operation || rankOf(a.shape) - rankOf(b.shape) || (a.shape < b.shape ? -1 : 1);
}

function rankOf(shape: string): number {
  return (
    SHAPES.indexOf(shape.replace(/[0-9]+$/, "")) * 1000 + Math.min(999, Number(/[0-9]*$/.exec(shape)?.[0]))
  );
}

/** The first of each kind; `failures` are sorted. */
export function simplestOfEachKind(failures: readonly ReportedFailure[]): ReportedFailure[] {
  const kinds = new Map<string, ReportedFailure>();
  for (const failure of failures) if (!kinds.has(kindOf(failure))) kinds.set(kindOf(failure), failure);
  return [...kinds.values()];
}

/**
 * A simpler cut that fails in the same oracle, or the cut itself: one point left out, then simpler shapes, the last point first. `scenario`
 * has had its uncut run.
 */
export function minimise<Mark>(scenario: Scenario<Mark>, failure: FoundFailure): ReportedFailure {
  let best = { ...failure, ...failsAs(scenario, failure.oracle, parseCut(failure.replay)) };
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const cut of smallerThan(parseCut(best.replay))) {
      const found = failsAs(scenario, failure.oracle, cut);
      if (found === undefined) continue;
      best = found;
      isSmaller = true;
      break;
    }
  }
  return best;
}

/** A point that the operation cannot have, or that assertions forbid, does not fail in this way. */
function failsAs<Mark>(
  scenario: Scenario<Mark>,
  oracle: string,
  cut: readonly CutPoint[],
): ReportedFailure | undefined {
  try {
    const { verdicts, trace } = replayCut(scenario, cut);
    const verdict = verdicts.find((each) => each.oracle === oracle);
    return verdict === undefined ? undefined : { replay: formatCut(cut), ...verdict, trace };
  } catch {
    return undefined;
  }
}

/** Cuts to try in the place of `cut`, at most some twenty. */
function smallerThan(cut: readonly CutPoint[]): CutPoint[][] {
  const fewer = cut.length === 1 ? [] : cut.map((_, index) => cut.filter((_point, other) => other !== index));
  const simpler = [...cut.keys()].reverse().flatMap((index) => {
    const point = cut[index] as CutPoint;
    return ["none", "complete", point.shape.endsWith("-erase") ? "zero-erase" : "prefix1"]
      .filter((shape) => rankOf(shape) < rankOf(point.shape))
      .map((shape) => cut.map((each, other) => (other === index ? { ...each, shape } : each)));
  });
  return [...fewer, ...simpler];
}
