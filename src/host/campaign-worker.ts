/** A worker of `CampaignRun`: makes the scenario for itself, tries its shard, and says each cut. */
import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "../base/index.ts";
import type { UserErrorParts } from "../base/index.ts";
import { runCampaign } from "../lab/index.ts";
import type { CampaignPlan, OperationRow, TriedCut } from "../lab/index.ts";
import { scenarioOf } from "./subject.ts";
import type { SubjectRequest } from "./subject.ts";

/** What a worker is given. */
export interface CampaignOrder {
  readonly request: SubjectRequest;
  readonly plan: CampaignPlan;
  readonly isSharing: boolean;
  /** Milliseconds since 1970 at which it ends. */
  readonly endMillis: number;
  /** Points that were tried before, one byte each. */
  readonly tried: Uint8Array | undefined;
  /** Word 0 not zero: end now. */
  readonly stop: Int32Array;
}

/** What a worker says. */
export type CampaignMessage =
  | {
      readonly kind: "counted";
      readonly rows: readonly OperationRow[];
      readonly subject: string;
      readonly oracles: readonly string[];
      readonly programUnitBytes: number;
    }
  | { readonly kind: "cuts"; readonly cuts: readonly TriedCut[] }
  | { readonly kind: "done" }
  | { readonly kind: "user-error"; readonly parts: UserErrorParts };

const SAY_EVERY_MILLIS = 200;

function say(message: CampaignMessage): void {
  parentPort?.postMessage(message);
}

async function work(order: CampaignOrder): Promise<void> {
  const scenario = await scenarioOf(order.request);
  const { programUnitBytes } = scenario.freshChip().part;
  let unsaid: TriedCut[] = [];
  let said = Date.now();
  runCampaign(scenario, order.plan, {
    isSharing: order.isSharing,
    isOver: () => Date.now() >= order.endMillis || Atomics.load(order.stop, 0) !== 0,
    isWanted: (point) => order.tried?.[point] !== 1,
    onCounted: (rows) => {
      say({ kind: "counted", rows, subject: scenario.name, oracles: scenario.oracles, programUnitBytes });
    },
    onCut: (cut) => {
      unsaid.push(cut);
      if (Date.now() - said < SAY_EVERY_MILLIS) return;
      say({ kind: "cuts", cuts: unsaid });
      unsaid = [];
      said = Date.now();
    },
  });
  say({ kind: "cuts", cuts: unsaid });
  say({ kind: "done" });
}

work(workerData as CampaignOrder).catch((error: unknown) => {
  if (!(error instanceof UserError)) throw error;
  const { what, where, whatToDo, exitStatus } = error;
  say({ kind: "user-error", parts: { what, where, whatToDo, exitStatus } });
});
