import { formatCut } from "../flash/index.ts";
import type { CutPoint, FlashChip, MemoryCarrier } from "../flash/index.ts";
import { KnownTrials, TouchedPages } from "./equal-chips.ts";
import { ChosenPoints } from "./plan.ts";
import type { CampaignPlan } from "./plan.ts";
import { torn } from "./reordering.ts";
import { shapesOf } from "./scenario.ts";
import type { Operation, Readings, Scenario, Verdict } from "./scenario.ts";

/** What the caller of a campaign hears and says while it runs. */
export interface CampaignPort {
  /** After the uncut run: its operations. */
  readonly onCounted: (rows: readonly OperationRow[]) => void;
  /** Each cut point that was tried. */
  readonly onCut: (cut: TriedCut) => void;
  /** Asked before each cut point: true ends the campaign there. */
  readonly isOver: () => boolean;
  /** Asked for each point of the plan; false leaves it out, because it was tried before. */
  readonly isWanted?: (point: number) => boolean;
  /** False: run each trial, also on chips that are equal to one tried before. */
  readonly isSharing?: boolean;
}

/** A flash operation as a report lists it: bytes null for an erase. */
export interface OperationRow {
  readonly address: number;
  readonly bytes: number | null;
}

/** A cut point of depth 1 and all cuts nested in it. */
export interface TriedCut {
  /** Number of the point: operations in order, the shapes of each in order. */
  readonly point: number;
  readonly shape: string;
  /** Whether a trial on an equal chip said what comes of it. */
  readonly isEqual: boolean;
  /** Cuts while recovering from it, and how many of them were known from an equal chip. */
  readonly nested: number;
  readonly nestedEqual: number;
  readonly failures: readonly FoundFailure[];
}

export interface FoundFailure {
  /** The cut, as `--replay` takes it. */
  readonly replay: string;
  readonly oracle: string;
  readonly what: string;
}

/** What comes of a chip that was cut: relative to the cut, so that it holds for an equal chip too. */
interface Outcome {
  readonly nested: number;
  readonly nestedEqual: number;
  readonly failures: readonly { readonly suffix: readonly CutPoint[]; readonly verdict: Verdict }[];
}

/**
 * Runs the scenario twice: once to know how it goes uncut, and once more, in which at each program and erase the chip is forked, the
 * operation is torn on the fork in each of its shapes, and the fork is booted and judged. So a campaign costs two runs and its trials.
 */
export function runCampaign<Mark>(scenario: Scenario<Mark>, plan: CampaignPlan, port: CampaignPort): void {
  new Campaign(scenario, plan, port).run();
}

class Campaign<Mark> {
  readonly #scenario: Scenario<Mark>;
  readonly #plan: CampaignPlan;
  readonly #port: CampaignPort;
  readonly #known: KnownTrials<Outcome>[] = [];
  #isOver = false;

  constructor(scenario: Scenario<Mark>, plan: CampaignPlan, port: CampaignPort) {
    this.#scenario = scenario;
    this.#plan = plan;
    this.#port = port;
    for (let depth = 0; depth <= plan.depth; depth++) this.#known.push(new KnownTrials());
  }

  run(): void {
    const rows = uncutRows(this.#scenario);
    this.#port.onCounted(rows);
    const chip = this.#scenario.freshChip();
    const unitBytes = chip.part.programUnitBytes;
    const chosen = new ChosenPoints(this.#plan, pointCountOf(rows, unitBytes));
    let point = 0;
    this.#scenario.run(chip, {
      atOperation: (operation, markNow) => {
        const mark = once(markNow);
        for (const shape of shapesOf(operation.bytes?.length ?? null, unitBytes)) {
          const number = point++;
          if (!chosen.has(operation.number, number) || this.#port.isWanted?.(number) === false) continue;
          if (!this.#isOver && !(this.#isOver = this.#port.isOver()))
            this.#cut(chosen, chip, mark(), operation, shape, number);
        }
      },
    });
  }

  #cut(
    chosen: ChosenPoints,
    chip: FlashChip,
    mark: Mark,
    operation: Operation,
    shape: string,
    point: number,
  ): void {
    const cut = { operation: operation.number, shape };
    const { outcome, isEqual } = this.#explore(chosen, this.#tear(chip, operation, shape), mark, 1);
    this.#port.onCut({
      point,
      shape,
      isEqual,
      nested: outcome.nested,
      nestedEqual: isEqual ? outcome.nested : outcome.nestedEqual,
      failures: outcome.failures.map(({ suffix, verdict }) => ({
        replay: formatCut([cut, ...suffix]),
        ...verdict,
      })),
    });
  }

  /** A chip of its own on which the operation that is about to happen to `chip` has been torn. */
  #tear(chip: FlashChip, operation: Operation, shape: string): FlashChip {
    return this.#scenario.tear?.(chip, operation, shape) ?? torn(chip.fork(), operation, shape);
  }

  #explore(
    chosen: ChosenPoints,
    torn: FlashChip,
    mark: Mark,
    depth: number,
  ): { outcome: Outcome; isEqual: boolean; touched: TouchedPages } {
    const known = this.#known[depth] as KnownTrials<Outcome>;
    const key = this.#scenario.keyOf(mark);
    if (this.#port.isSharing !== false) {
      const equal = known.find(torn, key);
      if (equal !== undefined) return { outcome: equal.result, isEqual: true, touched: equal.touched };
    }
    const before = torn.carrier as MemoryCarrier;
    const touched = new TouchedPages(torn.part);
    const failures: Outcome["failures"][number][] = judgeOnForks(this.#scenario, torn, mark, touched).map(
      (verdict) => ({ suffix: [], verdict }),
    );
    const nested =
      depth < this.#plan.depth
        ? this.#nest(chosen, torn, mark, touched, depth)
        : { nested: 0, nestedEqual: 0, failures: [] };
    const outcome = { ...nested, failures: [...failures, ...nested.failures] };
    known.add(key, before, touched, outcome);
    return { outcome, isEqual: false, touched };
  }

  /** Boots a fork of a chip that was cut, and cuts that boot at its operations. */
  #nest(chosen: ChosenPoints, torn: FlashChip, mark: Mark, touched: TouchedPages, depth: number): Outcome {
    const counting = torn.fork();
    let pointCount = 0;
    const unitBytes = torn.part.programUnitBytes;
    this.#scenario.recover(counting, mark, {
      atOperation: ({ bytes }) => (pointCount += shapesOf(bytes?.length ?? null, unitBytes).length),
    });
    const drawn = chosen.ofRecovery(pointCount, counting.counters.programmedBytes + pointCount);
    const recovering = torn.fork();
    touched.followReads(recovering);
    const failures: Outcome["failures"][number][] = [];
    let [nested, nestedEqual, point] = [0, 0, 0];
    this.#scenario.recover(recovering, mark, {
      atOperation: (operation, markNow) => {
        const innerMark = once(markNow);
        touched.noteOperation(operation.address, operation.bytes);
        for (const shape of shapesOf(operation.bytes?.length ?? null, unitBytes)) {
          if (drawn !== "all" && !drawn.has(point++)) continue;
          const inner = this.#tear(recovering, operation, shape);
          const found = this.#explore(chosen, inner, innerMark(), depth + 1);
          touched.addAll(found.touched);
          nested += 1 + found.outcome.nested;
          nestedEqual += found.isEqual ? 1 + found.outcome.nested : found.outcome.nestedEqual;
          for (const { suffix, verdict } of found.outcome.failures)
            failures.push({ suffix: [{ operation: operation.number, shape }, ...suffix], verdict });
        }
      },
    });
    return { nested, nestedEqual, failures };
  }
}

/** A commit record whose unstable bits read well at the first boot and badly at the second, and the other way round. */
const READINGS: readonly Readings[] = [
  ["zeros", "ones", "any"],
  ["ones", "zeros", "any"],
];

/**
 * Judges forks of a chip that was cut. Where it holds unstable bits it is judged twice: what one boot could read and the next could not is
 * where recovery goes wrong. The first order that shows something is enough.
 */
export function judgeOnForks<Mark>(
  scenario: Scenario<Mark>,
  torn: FlashChip,
  mark: Mark,
  touched: TouchedPages,
): readonly Verdict[] {
  const orders = torn.carrier.unstableBlockCount === 0 ? READINGS.slice(0, 1) : READINGS;
  for (const readings of orders) {
    const chip = torn.fork();
    touched.follow(chip);
    const verdicts = scenario.judge(chip, mark, readings);
    if (verdicts.length > 0) return verdicts.slice(0, 1);
  }
  return [];
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The operations of the uncut run; the scenario's first run, if it had none before. */
export function uncutRows<Mark>(scenario: Scenario<Mark>): OperationRow[] {
  const rows: OperationRow[] = [];
  scenario.run(scenario.freshChip(), {
    atOperation: ({ address, bytes }) => rows.push({ address, bytes: bytes?.length ?? null }),
  });
  return rows;
}

/** Cut points of a run: each operation in each of its shapes. */
export function pointCountOf(rows: readonly OperationRow[], programUnitBytes: number): number {
  return rows.reduce((sum, { bytes }) => sum + shapesOf(bytes, programUnitBytes).length, 0);
}
