/** The power-cut lab on a short `ledger`: nothing is found in the store, everything in stores that are broken on purpose. No JDK needed. */
import { join } from "node:path";
import t from "tap";
import { packageFolder, scenarioOf } from "../src/host/index.ts";
import { CutNotSurvived, expectSurvivesEveryCut, runCampaign } from "../src/lab-api.ts";
import type { CampaignPlan, FoundFailure, Scenario, TriedCut } from "../src/lab-api.ts";
import { kvLogScenario } from "./example-kv-log.ts";
import { PLANTED_FAULTS, findFault } from "./lab-faults.ts";

const ledger = {
  target: join(packageFolder(), "images", "ledger.img"),
  words: ["10", "40", "2"],
  classPath: undefined,
  profile: "tiny",
  checkpoint: undefined,
};
const all: CampaignPlan = { sample: undefined, seed: 0, depth: 1, shard: { index: 0, count: 1 } };

interface Tried {
  readonly operations: number;
  readonly cuts: readonly TriedCut[];
  readonly failures: readonly FoundFailure[];
}

async function campaign(
  fault: string | undefined,
  plan: CampaignPlan,
  options: {
    readonly stopAtFailure?: true;
    readonly isSharing?: boolean;
    readonly from?: number;
    readonly every?: number;
  } = {},
): Promise<Tried> {
  const cuts: TriedCut[] = [];
  const failures: FoundFailure[] = [];
  let operations = 0;
  runCampaign(await scenarioOf({ ...ledger, fault }), plan, {
    onCounted: (rows) => (operations = rows.length),
    onCut: (cut) => {
      cuts.push(cut);
      failures.push(...cut.failures);
    },
    isWanted: (point) => point % (options.every ?? 1) === 0,
    isOver: () => false,
    ...(options.isSharing !== undefined && { isSharing: options.isSharing }),
  });
  return { operations, cuts, failures };
}

t.test("a sample of all cuts, nested ones too, finds nothing", async (t) => {
  const { operations, cuts, failures } = await campaign(undefined, { ...all, sample: 16, depth: 2, seed: 5 });
  t.same(failures, []);
  t.ok(operations > 200, `${operations} flash operations`);
  t.equal(cuts.length, 16);
  const nested = cuts.reduce((sum, cut) => sum + cut.nested, 0);
  t.ok(nested > 30, `${nested} nested cuts`);
});

t.test("an equal chip has the outcome of the one that was tried", async (t) => {
  const plan = { ...all, shard: { index: 1, count: 40 } };
  const outcomesOf = ({ cuts }: Tried): string[] =>
    cuts.map(({ point, failures }) => `${point} ${failures.map(({ what }) => what).join()}`);
  const shared = await campaign("commit-first", plan, { every: 2 });
  const each = await campaign("commit-first", plan, { every: 2, isSharing: false });
  t.same(outcomesOf(shared), outcomesOf(each));
  t.ok(shared.failures.length > 0, "and something is found");
  t.ok(shared.cuts.some((cut) => cut.isEqual));
  t.notOk(each.cuts.some((cut) => cut.isEqual));
});

for (const fault of PLANTED_FAULTS) {
  t.test(`${fault.kind}: ${fault.what}: the lab finds it, and the replay shows it again`, async (t) => {
    const { cuts, failure, isReplayed } = await findFault(fault, true);
    t.comment(`found after ${cuts} cuts: --replay ${failure?.replay ?? "?"}: ${failure?.what ?? "nothing"}`);
    t.ok(failure !== undefined, `${fault.name} is found`);
    t.ok(isReplayed, "by its replay too");
    t.ok(
      failure?.trace?.some(({ torn }) => torn !== undefined),
      "the trace shows the cut",
    );
  });
}

t.test("code of one's own and a Java program in a test runner", async (t) => {
  const log = await expectSurvivesEveryCut(kvLogScenario() as Scenario<unknown>, { sample: 300, depth: 2 });
  t.equal(log.tried, 300);
  t.ok(log.nested > 100, `${log.nested} nested cuts`);
  const program = { target: ledger.target, arguments: ledger.words, profile: ledger.profile };
  const report = await expectSurvivesEveryCut(program, {
    sample: 12,
    check: (device) => (device.process.checkpointCount < 100 ? [] : ["more checkpoints than there are"]),
  });
  t.equal(report.tried, 12);
  t.same([report.failureCount, report.oracles["own"]], [0, 0]);
  await t.rejects(
    expectSurvivesEveryCut(kvLogScenario("no-checksum") as Scenario<unknown>, { sample: 100 }),
    CutNotSurvived,
  );
});
