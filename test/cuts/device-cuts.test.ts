/** Whole devices cut while their programs run: more than ten thousand cuts, in recoveries too. No JDK needed. */
import { join } from "node:path";
import t from "tap";
import { packageFolder, scenarioOf } from "../../src/host/index.ts";
import { runCampaign } from "../../src/lab/index.ts";
import type { FoundFailure, Scenario } from "../../src/lab/index.ts";
import { swapScenario } from "../swap-scenario.ts";

interface Subject {
  readonly name: string;
  /** Cut points drawn; four cuts are drawn of each recovery. */
  readonly sample: number;
  readonly replay: string;
  readonly scenario: () => Promise<Scenario<unknown>>;
}

function imageSubject(name: string, words: readonly string[], profile: string, sample: number): Subject {
  const target = join(packageFolder(), "images", `${name}.img`);
  const request = { target, words, profile, classPath: undefined, checkpoint: undefined, fault: undefined };
  return {
    name: `${name} ${words.join(" ")} on ${profile}`,
    sample,
    replay: `dormouse cut --profile ${profile} --replay CUT images/${name}.img ${words.join(" ")}`,
    scenario: () => scenarioOf(request),
  };
}

const SUBJECTS: readonly Subject[] = [
  imageSubject("ledger", ["10", "40", "2"], "tiny", 2000),
  imageSubject("meter", ["1"], "spot", 12),
  imageSubject("notes", ["5"], "spot", 40),
  {
    name: "the swap of two processes",
    sample: 60,
    replay: "dormouse cut --replay CUT build/test/swap-scenario.js",
    scenario: () => Promise.resolve(swapScenario() as Scenario<unknown>),
  },
];
const CUTS_ASKED = 10_000;
const SEED = 5;

let total = 0;
for (const { name, sample, replay, scenario } of SUBJECTS) {
  t.test(`${name} survives`, async (t) => {
    const failures: FoundFailure[] = [];
    let [cuts, nested, equal] = [0, 0, 0];
    const plan = { sample, seed: SEED, depth: 2, shard: { index: 0, count: 1 } };
    runCampaign(await scenario(), plan, {
      onCounted: () => undefined,
      onCut: (cut) => {
        cuts++;
        nested += cut.nested;
        equal += Number(cut.isEqual) + cut.nestedEqual;
        failures.push(...cut.failures);
      },
      isOver: () => failures.length > 0,
    });
    total += cuts + nested;
    t.same(failures, [], replay);
    t.comment(`${cuts} cuts, ${nested} more in recoveries, of which ${equal} left an equal chip`);
    t.equal(cuts, sample);
  });
}

t.test("so many cuts in all", (t) => {
  t.comment(`${total} cuts of devices`);
  t.ok(total >= CUTS_ASKED, `${total} of at least ${CUTS_ASKED}`);
  t.end();
});
