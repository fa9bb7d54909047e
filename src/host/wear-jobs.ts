import { Worker } from "node:worker_threads";
import { UserError } from "../base/index.ts";
import type { UserErrorParts } from "../base/index.ts";
import type { WearReport, WornReport } from "../lab/index.ts";
import type { WearRequest } from "./wear-subject.ts";

/** One configuration to measure. */
export interface WearOrder {
  readonly request: WearRequest;
  readonly untilWorn: boolean;
  /** When to stop early, milliseconds since 1970. */
  readonly endMillis: number | undefined;
}

/** What a worker is given: an order, and a word that is not 0 when everything is to stop. */
export interface WearErrand {
  readonly order: WearOrder;
  readonly stop: Int32Array;
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
  /** Aborted: what runs ends early with what it has, the rest is left out. */
  readonly signal?: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
}

/**
 * Measures all configurations, `jobs` at a time. The results are in the order of the orders; those that were not begun before the signal are
 * missing. A configuration that cannot be ends all.
 */
export async function runWearJobs({
  orders,
  jobs,
  signal,
  onProgress,
}: WearJobs): Promise<readonly WearResult[]> {
  const results: (WearResult | undefined)[] = [];
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const onAbort = (): void => void Atomics.store(stop, 0, 1);
  signal?.addEventListener("abort", onAbort);
  if (signal?.aborted === true) onAbort();
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < orders.length && stop[0] === 0; index = next++) {
      results[index] = await runWorker({ order: orders[index] as WearOrder, stop });
      onProgress(++done, orders.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(jobs, orders.length) }, work));
  } finally {
    onAbort();
    signal?.removeEventListener("abort", onAbort);
  }
  return results.filter((result) => result !== undefined);
}

function runWorker(errand: WearErrand): Promise<WearResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./wear-worker.js", import.meta.url), { workerData: errand });
    worker.on("error", reject);
    worker.on("message", (message: WearMessage) => {
      if (message.kind === "result") resolve(message.result);
      else reject(new UserError(message.parts));
    });
  });
}
