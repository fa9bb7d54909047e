import { EXIT, UserError } from "../base/index.ts";
import type { OperationRow, TriedCut } from "./campaign.ts";
import { compareFailures, kindOf } from "./failures.ts";
import type { ReportedFailure } from "./failures.ts";
import type { CampaignPlan } from "./plan.ts";
import { shapesOf } from "./scenario.ts";

/** Raised when a reader of the last version would misread a report (`docs/testing.md` describes it). */
export const REPORT_FORMAT = "dormouse-cut-1";

/** Failures that a report lists; `failureCount` counts all. */
const LISTED_FAILURES = 1000;

/** Letters of the map: held, held because an equal chip did, an oracle said no, not tried. */
const HELD = ".";
const EQUAL = "=";
const FOUND = "X";
const NOT_TRIED = "-";

/** What a campaign, or several shards of it, did. One run and its shards merged are equal but for `cost` and `=` in the map. */
export interface CampaignReport {
  readonly format: typeof REPORT_FORMAT;
  readonly subject: string;
  readonly plan: {
    readonly sample: number | null;
    readonly seed: number;
    readonly depth: number;
    /** Cuts were tried inside one recovery in so many; 1, of each, if absent. */
    readonly nestedEvery?: number;
  };
  readonly programUnitBytes: number;
  /** Programs and erases of the uncut run. */
  readonly operations: number;
  /** Cut points of depth 1: all operations in all shapes. */
  readonly possible: number;
  /** Those of them that the plan asks for: of this shard, or of the shards merged. */
  readonly planned: number;
  readonly tried: number;
  readonly notTried: number;
  /** Further cuts, while recovering from those. */
  readonly nested: number;
  /** Points tried, by shape; prefixes of all lengths together. */
  readonly shapes: Readonly<Record<string, number>>;
  /** Every oracle that was asked, and of how many cuts it said no. */
  readonly oracles: Readonly<Record<string, number>>;
  readonly failureCount: number;
  readonly failures: readonly ReportedFailure[];
  /** What it took: of the cuts, nested ones too, so many were run; the others left a chip equal to that of one that was. */
  readonly cost: {
    readonly trials: number;
    readonly equal: number;
    readonly hostSeconds: number;
    /** Processor time of all workers. */
    readonly hostCpuSeconds: number;
  };
  /** One row for each operation: `p256@4096 ..=X-`, kind, bytes and address, then a letter for each of its shapes. */
  readonly map: readonly string[];
}

export interface ReportHead {
  readonly subject: string;
  readonly plan: CampaignPlan;
  readonly oracles: readonly string[];
  readonly programUnitBytes: number;
}

/** Gathers what was tried, by cuts or by whole reports, into one report. */
export class ReportBuilder {
  readonly #head: ReportHead;
  readonly #rows: readonly OperationRow[];
  /** Of each point, the index of its row; its shape; its letter. */
  readonly #rowOf: number[] = [];
  readonly #shapeOf: string[] = [];
  readonly #letters: string[] = [];
  readonly #says: Record<string, number> = {};
  #planned = 0;
  #nested = 0;
  #equal = 0;
  #hostSeconds = 0;
  #hostCpuSeconds = 0;
  #failureCount = 0;
  #failures: ReportedFailure[] = [];

  constructor(head: ReportHead, rows: readonly OperationRow[]) {
    this.#head = head;
    this.#rows = rows;
    for (const oracle of head.oracles) this.#says[oracle] = 0;
    for (const [index, { bytes }] of rows.entries()) {
      for (const shape of shapesOf(bytes, head.programUnitBytes)) {
        this.#rowOf.push(index);
        this.#shapeOf.push(shape);
        this.#letters.push(NOT_TRIED);
      }
    }
  }

  get pointCount(): number {
    return this.#letters.length;
  }

  get triedCount(): number {
    return this.#letters.reduce((sum, letter) => sum + Number(letter !== NOT_TRIED), 0);
  }

  get failures(): readonly ReportedFailure[] {
    return this.#failures;
  }

  operationOf(point: number): number {
    return this.#rowOf[point] ?? 0;
  }

  isTried(point: number): boolean {
    return this.#letters[point] !== NOT_TRIED;
  }

  addPlanned(count: number): void {
    this.#planned += count;
  }

  addSeconds(seconds: number, cpuSeconds: number): void {
    this.#hostSeconds += seconds;
    this.#hostCpuSeconds += cpuSeconds;
  }

  addCut(cut: TriedCut): void {
    const letter = cut.failures.length > 0 ? FOUND : cut.isEqual ? EQUAL : HELD;
    this.#letters[cut.point] = letter;
    this.#nested += cut.nested;
    this.#equal += Number(cut.isEqual) + cut.nestedEqual;
    for (const failure of cut.failures) {
      this.#failureCount++;
      this.#says[failure.oracle] = (this.#says[failure.oracle] ?? 0) + 1;
    }
    this.#list(cut.failures);
  }

  /** Another report on the same subject by the same plan. Throws `UserError` where it is not, or where both tried the same point. */
  addReport(report: CampaignReport, where: string): void {
    this.#requireSame(report, where);
    let point = 0;
    for (const row of report.map) {
      for (const letter of row.slice(row.indexOf(" ") + 1)) {
        if (letter !== NOT_TRIED) {
          if (this.isTried(point)) throw overlap(where, this.operationOf(point));
          this.#letters[point] = letter;
        }
        point++;
      }
    }
    for (const [oracle, count] of Object.entries(report.oracles))
      this.#says[oracle] = (this.#says[oracle] ?? 0) + count;
    this.#nested += report.nested;
    this.#equal += report.cost.equal;
    this.addSeconds(report.cost.hostSeconds, report.cost.hostCpuSeconds);
    this.#failureCount += report.failureCount;
    this.#list(report.failures);
  }

  /** Puts a trace or an image to a listed failure, or a smaller cut in its place. */
  replaceFailure(replay: string, better: ReportedFailure): void {
    this.#failures = this.#failures
      .map((failure) => (failure.replay === replay ? better : failure))
      .sort(compareFailures);
  }

  report(): CampaignReport {
    const { subject, plan, programUnitBytes } = this.#head;
    const tried = this.triedCount;
    return {
      format: REPORT_FORMAT,
      subject,
      plan: {
        sample: plan.sample ?? null,
        seed: plan.seed,
        depth: plan.depth,
        nestedEvery: plan.nestedEvery ?? 1,
      },
      programUnitBytes,
      operations: this.#rows.length,
      possible: this.pointCount,
      planned: this.#planned,
      tried,
      notTried: this.pointCount - tried,
      nested: this.#nested,
      shapes: this.#shapesTried(),
      oracles: { ...this.#says },
      failureCount: this.#failureCount,
      failures: this.#failures,
      cost: {
        trials: tried + this.#nested - this.#equal,
        equal: this.#equal,
        hostSeconds: Math.round(this.#hostSeconds * 10) / 10,
        hostCpuSeconds: Math.round(this.#hostCpuSeconds * 10) / 10,
      },
      map: this.#map(),
    };
  }

  /** Keeps the simplest ones, and at least one of each kind. */
  #list(more: readonly ReportedFailure[]): void {
    if (more.length === 0) return;
    const all = [...this.#failures, ...more].sort(compareFailures);
    const kinds = new Set<string>();
    this.#failures = all.filter((failure, index) => {
      const isFirstOfKind = !kinds.has(kindOf(failure));
      kinds.add(kindOf(failure));
      return isFirstOfKind || index < LISTED_FAILURES;
    });
  }

  #shapesTried(): Record<string, number> {
    const counts = new Map<string, number>();
    for (const [point, shape] of this.#shapeOf.entries())
      if (this.isTried(point)) counts.set(familyOf(shape), (counts.get(familyOf(shape)) ?? 0) + 1);
    return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #map(): string[] {
    const map = this.#rows.map(({ address, bytes }) => `${bytes === null ? "e" : `p${bytes}`}@${address} `);
    for (const [point, row] of this.#rowOf.entries()) map[row] += this.#letters[point] ?? NOT_TRIED;
    return map;
  }

  #requireSame(report: CampaignReport, where: string): void {
    const mine = this.report();
    for (const key of ["format", "subject", "possible", "operations", "programUnitBytes"] as const)
      if (report[key] !== mine[key]) throw foreign(where, key);
    for (const key of ["sample", "seed", "depth"] as const)
      if (report.plan[key] !== mine.plan[key]) throw foreign(where, `plan.${key}`);
    if ((report.plan.nestedEvery ?? 1) !== mine.plan.nestedEvery) throw foreign(where, "plan.nestedEvery");
  }
}

/** `prefix7` is one of the prefixes; other shapes stand for themselves. */
export function familyOf(shape: string): string {
  return shape.replace(/^prefix[0-9]+$/, "prefix");
}

/** The shapes that the letters of a map's row stand for. */
export function shapesOfRow(row: string, programUnitBytes: number): readonly string[] {
  return shapesOf(operationIn(row).bytes, programUnitBytes);
}

function operationIn(row: string): OperationRow {
  const match = /^(?:e|p([0-9]+))@([0-9]+) /.exec(row);
  if (match === null) throw foreign("the report", "map");
  return { bytes: match[1] === undefined ? null : Number(match[1]), address: Number(match[2]) };
}

/** One report of several shards. Throws `UserError` where they are not of one campaign. */
export function mergeReports(
  reports: readonly { readonly report: CampaignReport; readonly where: string }[],
): CampaignReport {
  const [first] = reports;
  if (first === undefined) throw foreign("no file", "format");
  const { subject, plan, programUnitBytes, oracles } = first.report;
  const builder = new ReportBuilder(
    {
      subject,
      plan: {
        sample: plan.sample ?? undefined,
        seed: plan.seed,
        depth: plan.depth,
        nestedEvery: plan.nestedEvery ?? 1,
        shard: { index: 0, count: 1 },
      },
      oracles: Object.keys(oracles),
      programUnitBytes,
    },
    first.report.map.map(operationIn),
  );
  for (const { report, where } of reports) {
    builder.addReport(report, where);
    builder.addPlanned(report.planned);
  }
  return builder.report();
}

function foreign(where: string, key: string): UserError {
  return new UserError({
    what: `this report is not of the same campaign: its ${key} differs`,
    where,
    whatToDo: "give reports of `dormouse cut --json` on one subject with equal --sample, --seed and --depth",
    exitStatus: EXIT.badInput,
  });
}

function overlap(where: string, operation: number): UserError {
  return new UserError({
    what: `cuts of operation ${operation} are in another report already`,
    where,
    whatToDo: "give each shard once",
    exitStatus: EXIT.badInput,
  });
}
