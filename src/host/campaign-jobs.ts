import { Worker } from "node:worker_threads";
import { EXIT, UserError } from "../base/index.ts";
import { ChosenPoints, ReportBuilder } from "../lab/index.ts";
import type { CampaignPlan, CampaignReport, OperationRow } from "../lab/index.ts";
import type { CampaignMessage, CampaignOrder } from "./campaign-worker.ts";
import { withImage } from "./subject.ts";
import type { SubjectRequest } from "./subject.ts";

export interface CampaignJobs {
  readonly request: SubjectRequest;
  readonly plan: CampaignPlan;
  /** Workers; each tries its part of the plan's shard. */
  readonly jobs: number;
  readonly budgetMillis: number | undefined;
  /** False: run each trial, also on chips that are equal to one tried before. */
  readonly isSharing: boolean;
  /** A report of the same campaign to go on from. */
  readonly continued: CampaignReport | undefined;
  readonly onProgress: (done: number, of: number, failures: number) => void;
  /** Called now and then with all that was done so far, so that little is lost if the host dies. */
  readonly onPartial: (report: CampaignReport) => void;
  /** Ends the campaign early when it aborts. */
  readonly signal: AbortSignal;
}

export interface CampaignEnd {
  readonly report: CampaignReport;
  readonly builder: ReportBuilder;
  /** Why workers ended before their part was done. */
  readonly lost: readonly string[];
  readonly isInterrupted: boolean;
}

const PARTIAL_EVERY_MILLIS = 20_000;

/** Runs a campaign in workers and gathers what they say. The same cuts are tried however many workers there are. */
export async function runCampaignJobs(jobs: CampaignJobs): Promise<CampaignEnd> {
  return new CampaignRun({ ...jobs, request: withImage(jobs.request) }).run();
}

class CampaignRun {
  readonly #jobs: CampaignJobs;
  readonly #begun = Date.now();
  readonly #cpuBefore = process.cpuUsage();
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  readonly #lost: string[] = [];
  #builder: ReportBuilder | undefined;
  #planned = 0;
  #done = 0;
  #found = 0;
  #savedAt = Date.now();

  constructor(jobs: CampaignJobs) {
    this.#jobs = jobs;
  }

  async run(): Promise<CampaignEnd> {
    const { signal, jobs } = this.#jobs;
    const stop = (): void => {
      Atomics.store(this.#stop, 0, 1);
    };
    signal.addEventListener("abort", stop);
    await Promise.all(Array.from({ length: jobs }, (_, worker) => this.#runWorker(worker)));
    signal.removeEventListener("abort", stop);
    const builder = this.#builder;
    if (builder === undefined) throw noWorker(this.#lost);
    const { user, system } = process.cpuUsage(this.#cpuBefore);
    builder.addSeconds((Date.now() - this.#begun) / 1000, (user + system) / 1e6);
    return { report: builder.report(), builder, lost: this.#lost, isInterrupted: signal.aborted };
  }

  #runWorker(index: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL("./campaign-worker.js", import.meta.url), {
        workerData: this.#orderFor(index),
      });
      let isDone = false;
      worker.on("error", (error) => this.#lost.push(error.message));
      worker.on("exit", (status) => {
        if (!isDone && this.#lost.length === 0) this.#lost.push(`it exited with status ${status}`);
        resolve();
      });
      worker.on("message", (message: CampaignMessage) => {
        isDone ||= message.kind === "done" || message.kind === "user-error";
        try {
          this.#hear(message);
        } catch (error) {
          Atomics.store(this.#stop, 0, 1);
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  }

  #orderFor(worker: number): CampaignOrder {
    const { request, plan, jobs, budgetMillis, isSharing, continued } = this.#jobs;
    const shard = {
      index: plan.shard.index + plan.shard.count * worker,
      count: plan.shard.count * jobs,
    };
    return {
      request,
      plan: { ...plan, shard },
      isSharing,
      endMillis: budgetMillis === undefined ? Infinity : this.#begun + budgetMillis,
      tried: continued === undefined ? undefined : triedIn(continued),
      stop: this.#stop,
    };
  }

  #hear(message: CampaignMessage): void {
    if (message.kind === "user-error") throw new UserError(message.parts);
    if (message.kind === "counted" && this.#builder === undefined) this.#begin(message);
    if (message.kind !== "cuts" || this.#builder === undefined) return;
    for (const cut of message.cuts) {
      this.#builder.addCut(cut);
      this.#done++;
      this.#found += Number(cut.failures.length > 0);
    }
    this.#jobs.onProgress(this.#done, this.#planned, this.#found);
    if (Date.now() - this.#savedAt < PARTIAL_EVERY_MILLIS) return;
    this.#savedAt = Date.now();
    this.#jobs.onPartial(this.#builder.report());
  }

  #begin(counted: CampaignMessage & { readonly kind: "counted" }): void {
    const { plan, continued } = this.#jobs;
    const { rows, subject, oracles, programUnitBytes } = counted;
    const builder = new ReportBuilder({ subject, plan, oracles, programUnitBytes }, rows);
    if (continued !== undefined) builder.addReport(continued, "--continue");
    const planned = plannedCount(builder, plan, rows);
    builder.addPlanned(planned);
    this.#planned = planned - builder.triedCount;
    this.#builder = builder;
    this.#jobs.onProgress(0, this.#planned, 0);
  }
}

function plannedCount(builder: ReportBuilder, plan: CampaignPlan, rows: readonly OperationRow[]): number {
  const chosen = new ChosenPoints(plan, builder.pointCount);
  let count = 0;
  for (let point = 0; point < builder.pointCount && rows.length > 0; point++)
    count += Number(chosen.has(builder.operationOf(point), point));
  return count;
}

function triedIn(report: CampaignReport): Uint8Array {
  const letters = report.map.map((row) => row.slice(row.indexOf(" ") + 1)).join("");
  return Uint8Array.from(letters, (letter) => Number(letter !== "-"));
}

function noWorker(lost: readonly string[]): UserError {
  return new UserError({
    what: `no worker got so far as to count the operations (${lost[0] ?? "no reason given"})`,
    where: "dormouse cut",
    whatToDo: "try fewer --jobs, or give Node more memory",
    exitStatus: EXIT.software,
  });
}
