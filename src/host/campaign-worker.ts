/** A worker of `runCampaignJobs`: makes the subject for itself, runs its shard, reports. */
import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "../base/index.ts";
import { runCampaign } from "../lab/index.ts";
import type { CampaignMessage, CampaignOrder } from "./campaign-jobs.ts";
import { subjectOf } from "./subject.ts";

const PROGRESS_EVERY_MILLIS = 200;

function say(message: CampaignMessage): void {
  parentPort?.postMessage(message);
}

function work(order: CampaignOrder): void {
  const end = order.budgetMillis === undefined ? Infinity : Date.now() + order.budgetMillis;
  let shown = 0;
  const report = runCampaign(subjectOf(order.request), {
    sample: order.sample,
    seed: order.seed,
    depth: order.depth,
    shard: order.shard,
    isOver: () => Date.now() >= end,
    onProgress: (progress) => {
      if (Date.now() - shown < PROGRESS_EVERY_MILLIS) return;
      shown = Date.now();
      say({ kind: "progress", progress });
    },
  });
  say({ kind: "report", report });
}

try {
  work(workerData as CampaignOrder);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  const { what, where, whatToDo, exitStatus } = error;
  say({ kind: "user-error", parts: { what, where, whatToDo, exitStatus } });
}
