import { formatCut } from "../flash/index.ts";
import type { CutPoint, FlashChip } from "../flash/index.ts";
import { judgeOnForks } from "./campaign.ts";
import { TouchedPages } from "./equal-chips.ts";
import type { Operation, Scenario, Verdict } from "./scenario.ts";

/** Operations before the cut, and after it, that a trace shows. */
const TRACE_BEFORE = 6;
const TRACE_AFTER = 10;

/** A flash operation round a cut. */
export interface TracedOperation {
  /** Which power-on, from 0, and its operation. */
  readonly boot: number;
  readonly operation: number;
  readonly kind: "program" | "erase";
  readonly block: number;
  /** Byte in the block, and how many bytes; 0 and null for an erase. */
  readonly offset: number;
  readonly bytes: number | null;
  /** The shape in which it was torn. */
  readonly torn?: string;
}

/** What a replayed cut did. `reached` is false if a run ended before its cut came. */
export interface ReplayReport {
  readonly cut: string;
  readonly reached: boolean;
  readonly verdicts: readonly Verdict[];
  readonly trace: readonly TracedOperation[];
  /** The chip as the last cut left it. */
  readonly chip: FlashChip | undefined;
}

/**
 * Runs the scenario from its first power-on to the cut, each further point in the boot after the one before, and judges as a campaign does.
 * `scenario` has had its uncut run.
 */
export function replayCut<Mark>(scenario: Scenario<Mark>, cut: readonly CutPoint[]): ReplayReport {
  const text = formatCut(cut);
  const trace: TracedOperation[] = [];
  let chip = scenario.freshChip();
  const [first, ...further] = cut;
  if (first === undefined) return { cut: text, reached: false, verdicts: [], trace, chip: undefined };
  let end = scenario.run(chip, { cut: first, atOperation: tracer(trace, chip, 0, first) });
  for (const [index, point] of further.entries()) {
    if (end.kind !== "cut") break;
    chip = chip.fork();
    end = scenario.recover(chip, end.mark, {
      cut: point,
      atOperation: tracer(trace, chip, index + 1, point),
    });
  }
  if (end.kind !== "cut") return { cut: text, reached: false, verdicts: [], trace, chip: undefined };
  const verdicts = judgeOnForks(scenario, chip, end.mark, new TouchedPages(chip.part));
  const looking = chip.fork();
  const after: TracedOperation[] = [];
  scenario.recover(looking, end.mark, { atOperation: tracer(after, looking, cut.length, undefined) });
  return { cut: text, reached: true, verdicts, trace: [...trace, ...after.slice(0, TRACE_AFTER)], chip };
}

/** Keeps the last operations up to the cut, the torn one with its shape. */
function tracer(
  trace: TracedOperation[],
  { part }: FlashChip,
  boot: number,
  cut: CutPoint | undefined,
): (operation: Operation) => void {
  const before = trace.length;
  return ({ number, kind, address, bytes }) => {
    trace.push({
      boot,
      operation: number,
      kind,
      block: Math.floor(address / part.eraseBlockBytes),
      offset: address % part.eraseBlockBytes,
      bytes: bytes?.length ?? null,
      ...(cut?.operation === number && { torn: cut.shape }),
    });
    if (cut !== undefined && trace.length - before > TRACE_BEFORE + 1) trace.splice(before, 1);
  };
}
