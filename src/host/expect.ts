import {
  ReportBuilder,
  minimise,
  pointCountOf,
  runCampaign,
  simplestOfEachKind,
  uncutRows,
} from "../lab/index.ts";
import { DeviceScenario } from "../lab/index.ts";
import type { CampaignPlan, CampaignReport, ReportedFailure, Scenario, Subject } from "../lab/index.ts";
import { runCampaignJobs } from "./campaign-jobs.ts";
import { examineFailures } from "./campaign-failures.ts";
import { isScenario, subjectOf } from "./subject.ts";
import type { SubjectRequest } from "./subject.ts";

/** A Java program by its main class, or an image file. */
export interface ProgramToCut {
  /** Main class (with `classPath`) or image file. */
  readonly target: string;
  readonly classPath?: string;
  readonly arguments?: readonly string[];
  /** Board; `spot`, or the image's own, if absent. */
  readonly profile?: string;
}

export interface SurvivalOptions {
  /** Try so many cut points, drawn evenly over the run; every one if absent. */
  readonly sample?: number;
  /** 2: also cuts while recovering; 1 if absent. */
  readonly depth?: number;
  readonly seed?: number;
  /** Worker threads, 2 if absent. A scenario, and a program with `check`, runs in this thread. */
  readonly jobs?: number;
  /** End after so many milliseconds; the report says what was not tried. */
  readonly budgetMillis?: number;
  /** Asked of each device that has booted after a cut: what does not hold. */
  readonly check?: Subject["check"];
}

/** Some cut was not survived. `message` is what a person needs: the smallest cut of each kind, and how to reproduce it. */
export class CutNotSurvived extends Error {
  override readonly name = "CutNotSurvived";
  readonly report: CampaignReport;

  constructor(report: CampaignReport) {
    const kinds = simplestOfEachKind(report.failures);
    const lines = kinds.map(({ replay, oracle, what }) => `  --replay ${replay}  ${oracle}: ${what}`);
    super(`${report.subject}: ${report.failureCount} cuts were not survived\n${lines.join("\n")}`);
    this.report = report;
  }
}

/**
 * For test runners: cuts the power at every flash operation of a Java program, an image, or a scenario (`chipScenario`), in every torn shape,
 * and resolves to the report. Rejects with `CutNotSurvived` where an oracle said no, with `UserError` where the campaign could not run.
 */
export async function expectSurvivesEveryCut(
  program: ProgramToCut | Scenario<unknown>,
  options: SurvivalOptions = {},
): Promise<CampaignReport> {
  const report = await reportOf(program, options);
  if (report.failureCount > 0) throw new CutNotSurvived(report);
  return report;
}

async function reportOf(
  program: ProgramToCut | Scenario<unknown>,
  options: SurvivalOptions,
): Promise<CampaignReport> {
  const plan: CampaignPlan = {
    sample: options.sample,
    seed: options.seed ?? 0,
    depth: options.depth ?? 1,
    shard: { index: 0, count: 1 },
  };
  if (isScenario(program)) return inThisThread(program, plan, options);
  const request = requestOf(program);
  if (options.check === undefined) return inWorkers(request, plan, options);
  const scenario = new DeviceScenario({ ...subjectOf(request), check: options.check });
  return inThisThread(scenario as Scenario<unknown>, plan, options);
}

function requestOf(program: ProgramToCut): SubjectRequest {
  return {
    target: program.target,
    words: program.arguments ?? [],
    classPath: program.classPath,
    profile: program.profile,
    checkpoint: undefined,
    fault: undefined,
  };
}

async function inWorkers(
  request: SubjectRequest,
  plan: CampaignPlan,
  options: SurvivalOptions,
): Promise<CampaignReport> {
  const { builder } = await runCampaignJobs({
    request,
    plan,
    jobs: options.jobs ?? 2,
    budgetMillis: options.budgetMillis,
    isSharing: true,
    continued: undefined,
    onProgress: () => undefined,
    onPartial: () => undefined,
    signal: new AbortController().signal,
  });
  if (builder.failures.length > 0) await examineFailures(request, builder, undefined);
  return builder.report();
}

function inThisThread(
  scenario: Scenario<unknown>,
  plan: CampaignPlan,
  options: SurvivalOptions,
): CampaignReport {
  const begun = Date.now();
  const cpuBefore = process.cpuUsage();
  const { programUnitBytes } = scenario.freshChip().part;
  const rows = uncutRows(scenario);
  const builder = new ReportBuilder(
    { subject: scenario.name, plan, oracles: scenario.oracles, programUnitBytes },
    rows,
  );
  builder.addPlanned(Math.min(plan.sample ?? Infinity, pointCountOf(rows, programUnitBytes)));
  runCampaign(scenario, plan, {
    onCounted: () => undefined,
    onCut: (cut) => builder.addCut(cut),
    isOver: () => options.budgetMillis !== undefined && Date.now() - begun >= options.budgetMillis,
  });
  const { user, system } = process.cpuUsage(cpuBefore);
  builder.addSeconds((Date.now() - begun) / 1000, (user + system) / 1e6);
  const smaller = (failure: ReportedFailure): void =>
    builder.replaceFailure(failure.replay, minimise(scenario, failure));
  for (const failure of simplestOfEachKind(builder.failures).slice(0, 5)) smaller(failure);
  return builder.report();
}
