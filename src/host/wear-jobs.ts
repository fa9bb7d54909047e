import { Worker } from "node:worker_threads";
import { UserError } from "../base/index.ts";
import type { UserErrorParts } from "../base/index.ts";
import type { WearReport, WornReport } from "../lab/index.ts";
import type { WearRequest } from "./wear-subject.ts";

/** What a worker is given. */
export interface WearOrder {
  readonly request: WearRequest;
  readonly untilWorn: boolean;
  /** When to stop early, milliseconds since 1970. */
  readonly endMillis: number | undefined;
}

/** What one configuration came to. */
export interface WearResult {
  readonly settings: Readonly<Record<string, string>>;
  readonly report: WearReport;
  readonly worn?: WornReport;
}

/** What a worker says. */
export type WearMessage =
  | { readonly kind: "result"; readonly result: WearResult }
  | { readonly kind: "user-error"; readonly parts: UserErrorParts };

export interface WearJobs {
  readonly orders: readonly WearOrder[];
  readonly jobs: number;
  readonly onProgress: (done: number, of: number) => void;
}

/** Measures all configurations, `jobs` at a time. The results are in the order of the orders; a configuration that cannot be ends all. */
export async function runWearJobs({ orders, jobs, onProgress }: WearJobs): Promise<readonly WearResult[]> {
  const results: WearResult[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < orders.length; index = next++) {
      results[index] = await runWorker(orders[index] as WearOrder);
      onProgress(++done, orders.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, orders.length) }, work));
  return results;
}

function runWorker(order: WearOrder): Promise<WearResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./wear-worker.js", import.meta.url), { workerData: order });
    worker.on("error", reject);
    worker.on("message", (message: WearMessage) => {
      if (message.kind === "result") resolve(message.result);
      else reject(new UserError(message.parts));
    });
  });
}
