/** A worker of `runWearJobs`: measures one configuration. */
import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "../base/index.ts";
import { measureWear, runUntilWorn } from "../lab/index.ts";
import type { WearMessage, WearOrder, WearResult } from "./wear-jobs.ts";
import { wearSubjectOf } from "./wear-subject.ts";

function say(message: WearMessage): void {
  parentPort?.postMessage(message);
}

function measure({ request, untilWorn, endMillis }: WearOrder): WearResult {
  const subject = wearSubjectOf(request, () => endMillis !== undefined && Date.now() >= endMillis);
  const report = measureWear(subject);
  const { settings } = request;
  if (!untilWorn) return { settings, report };
  return { settings, report, worn: runUntilWorn(subject, report.life) };
}

try {
  say({ kind: "result", result: measure(workerData as WearOrder) });
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  const { what, where, whatToDo, exitStatus } = error;
  say({ kind: "user-error", parts: { what, where, whatToDo, exitStatus } });
}
