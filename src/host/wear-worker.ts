/** A worker of `runWearJobs`: measures one configuration. */
import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "../base/index.ts";
import { measureWear, runUntilWorn } from "../lab/index.ts";
import type { WearErrand, WearMessage, WearOrder, WearResult } from "./wear-jobs.ts";
import { wearSubjectOf } from "./wear-subject.ts";

const { order, stop } = workerData as WearErrand;

function say(message: WearMessage): void {
  parentPort?.postMessage(message);
}

function isOver(): boolean {
  return Atomics.load(stop, 0) !== 0 || (order.endMillis !== undefined && Date.now() >= order.endMillis);
}

function measure({ request, untilWorn }: WearOrder): WearResult {
  const subject = wearSubjectOf(request, isOver);
  const report = measureWear(subject);
  const { settings } = request;
  if (!untilWorn) return { settings, report };
  return { settings, report, worn: runUntilWorn(subject, report.life) };
}

/** Names the configuration, since the settings that cannot be are only a part of it. */
function placeOf({ request: { settings } }: WearOrder): string {
  const words = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  return words.length === 0 ? "" : ` (configuration ${words.join(" ")})`;
}

try {
  say({ kind: "result", result: measure(order) });
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  const { what, where, whatToDo, exitStatus } = error;
  say({ kind: "user-error", parts: { what, where: `${where}${placeOf(order)}`, whatToDo, exitStatus } });
}
