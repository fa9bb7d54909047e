/** The power-cut lab on a short `ledger`: nothing is found in the store, everything in stores that are broken on purpose. No JDK needed. */
import { join } from "node:path";
import t from "tap";
import { parseCut } from "../src/flash/index.ts";
import { packageFolder, scenarioOf } from "../src/host/index.ts";
import { replayCut, runCampaign, uncutRows } from "../src/lab/index.ts";
import type { CampaignPlan, FoundFailure, TriedCut } from "../src/lab/index.ts";

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
    isWanted: (point) => point >= (options.from ?? 0) && point % (options.every ?? 1) === 0,
    isOver: () => options.stopAtFailure === true && failures.length > 0,
    ...(options.isSharing !== undefined && { isSharing: options.isSharing }),
  });
  return { operations, cuts, failures };
}

t.test("a sample of all cuts, nested ones too, finds nothing", async (t) => {
  const { operations, cuts, failures } = await campaign(undefined, { ...all, sample: 25, depth: 2, seed: 5 });
  t.same(failures, []);
  t.ok(operations > 200, `${operations} flash operations`);
  t.equal(cuts.length, 25);
  const nested = cuts.reduce((sum, cut) => sum + cut.nested, 0);
  t.ok(nested > 40, `${nested} nested cuts`);
});

t.test("an equal chip has the outcome of the one that was tried", async (t) => {
  const plan = { ...all, shard: { index: 11, count: 40 } };
  const outcomesOf = ({ cuts }: Tried): string[] =>
    cuts.map(({ point, failures }) => `${point} ${failures.map(({ what }) => what).join()}`);
  const shared = await campaign("not-made-firm", plan, { every: 2 });
  const each = await campaign("not-made-firm", plan, { every: 2, isSharing: false });
  t.same(outcomesOf(shared), outcomesOf(each));
  t.ok(shared.failures.length > 0, "and something is found");
  t.ok(shared.cuts.some((cut) => cut.isEqual));
  t.notOk(each.cuts.some((cut) => cut.isEqual));
});

/** The point to begin with: from the first one on it takes longer, and finds the same. */
for (const [fault, from] of [
  ["commit-first", 0],
  ["checksum-ignored", 0],
  ["not-made-firm", 1350],
] as const) {
  t.test(`a store with the fault ${fault} is found out, and the replay shows it again`, async (t) => {
    const { cuts, failures } = await campaign(fault, all, { stopAtFailure: true, from });
    const [found] = failures;
    t.comment(
      `found after ${cuts.length} cuts: --replay ${found?.replay ?? "?"}: ${found?.what ?? "nothing"}`,
    );
    t.ok(found !== undefined, "found");
    if (found === undefined) return;
    const broken = await scenarioOf({ ...ledger, fault });
    uncutRows(broken);
    const again = replayCut(broken, parseCut(found.replay));
    t.same(again.verdicts, [{ oracle: found.oracle, what: found.what }]);
    t.ok(again.trace.some(({ torn }) => torn !== undefined));
  });
}
