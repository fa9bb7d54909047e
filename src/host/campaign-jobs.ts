import { Worker } from "node:worker_threads";
import { UserError } from "../base/index.ts";
import type { UserErrorParts } from "../base/index.ts";
import type { CampaignReport } from "../lab/index.ts";
import type { SubjectRequest } from "./subject.ts";

export interface CampaignJobs {
  readonly request: SubjectRequest;
  /** Workers; each runs the campaign's shard of operations. */
  readonly jobs: number;
  readonly sample: number | undefined;
  readonly seed: number;
  readonly depth: number;
  readonly shard: { readonly index: number; readonly count: number };
  readonly budgetMillis: number | undefined;
  readonly onProgress: (done: number, of: number, failures: number) => void;
}

/** What a worker is given. */
export interface CampaignOrder {
  readonly request: SubjectRequest;
  readonly sample: number | undefined;
  readonly seed: number;
  readonly depth: number;
  readonly shard: { readonly index: number; readonly count: number };
  readonly budgetMillis: number | undefined;
}

export interface CampaignProgress {
  readonly done: number;
  readonly of: number;
  readonly failures: number;
}

/** What a worker says. */
export type CampaignMessage =
  | { readonly kind: "progress"; readonly progress: CampaignProgress }
  | { readonly kind: "report"; readonly report: CampaignReport }
  | { readonly kind: "user-error"; readonly parts: UserErrorParts };

/** Runs a campaign in workers and merges what they report. The same cuts are tried however many workers there are. */
export async function runCampaignJobs(jobs: CampaignJobs): Promise<CampaignReport> {
  const progress: CampaignProgress[] = [];
  const reports = await Promise.all(
    Array.from({ length: jobs.jobs }, (_, worker) =>
      runWorker(orderFor(jobs, worker), (said) => {
        progress[worker] = said;
        const all = progress.filter((one) => one !== undefined);
        jobs.onProgress(sum(all, "done"), sum(all, "of"), sum(all, "failures"));
      }),
    ),
  );
  return merge(reports);
}

function orderFor(jobs: CampaignJobs, worker: number): CampaignOrder {
  const { request, sample, seed, depth, shard, budgetMillis } = jobs;
  const part = { index: shard.index + shard.count * worker, count: shard.count * jobs.jobs };
  return { request, sample, seed, depth, shard: part, budgetMillis };
}

function runWorker(
  order: CampaignOrder,
  onProgress: (progress: CampaignProgress) => void,
): Promise<CampaignReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./campaign-worker.js", import.meta.url), { workerData: order });
    worker.on("error", reject);
    worker.on("message", (message: CampaignMessage) => {
      switch (message.kind) {
        case "progress":
          onProgress(message.progress);
          break;
        case "report":
          resolve(message.report);
          break;
        case "user-error":
          reject(new UserError(message.parts));
          break;
      }
    });
  });
}

function merge(reports: readonly CampaignReport[]): CampaignReport {
  const shapes: Record<string, number> = {};
  for (const report of reports) {
    for (const [shape, count] of Object.entries(report.shapes)) shapes[shape] = (shapes[shape] ?? 0) + count;
  }
  return {
    operations: reports[0]?.operations ?? 0,
    possible: reports[0]?.possible ?? 0,
    tried: sum(reports, "tried"),
    nested: sum(reports, "nested"),
    notTried: sum(reports, "notTried"),
    sharedEnds: sum(reports, "sharedEnds"),
    shapes: Object.fromEntries(Object.entries(shapes).sort(([a], [b]) => (a < b ? -1 : 1))),
    failures: reports.flatMap((report) => report.failures).sort((a, b) => operationOf(a) - operationOf(b)),
  };
}

function operationOf(failure: { readonly replay: string }): number {
  return Number.parseInt(failure.replay, 10);
}

function sum<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((total, row) => total + row[key], 0);
}
