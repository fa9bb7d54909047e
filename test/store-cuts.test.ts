import t from "tap";
import { definePart, genericNor, partByName } from "../src/flash/index.ts";
import { assert } from "../src/base/index.ts";
import { runCampaign } from "./store-campaign.ts";
import type { CampaignOptions } from "./store-campaign.ts";

const plain = genericNor(64 * 1024);
const ecc = partByName("nor-64k-ecc16");
assert(ecc !== undefined, "there is a part with ECC units");
const wholePages = definePart({ ...plain, name: "nor-64k-whole", reprogram: "once", programUnitBytes: 256 });

/** `DORMOUSE_LONG=1` tries some hundred thousand cuts. */
const isLong = process.env.DORMOUSE_LONG === "1";
t.setTimeout(isLong ? 7_200_000 : 240_000);

const base: CampaignOptions = {
  part: plain,
  lineBytes: 256,
  keepStates: 2,
  seed: 1,
  mix: { processes: 2, lines: 40, linesPerCommit: 5 },
  warmUp: 60,
  operations: isLong ? 300 : 40,
  nestedEvery: isLong ? 10 : 120,
};

const campaigns: Record<string, CampaignOptions> = {
  "plain NOR": base,
  "plain NOR, one state, few lines": {
    ...base,
    keepStates: 1,
    seed: 2,
    mix: { processes: 1, lines: 12, linesPerCommit: 2 },
  },
  "ECC units": { ...base, part: ecc, seed: 3, operations: isLong ? 300 : 16 },
  // Large enough for map checkpoints, which are written in parts within the operations that are cut.
  "a map checkpoint": {
    ...base,
    part: genericNor(512 * 1024),
    mix: { processes: 2, lines: 60, linesPerCommit: 4 },
    warmUp: 40,
    operations: isLong ? 300 : 14,
    nestedEvery: isLong ? 10 : 150,
  },
  "whole pages": { ...base, part: wholePages, seed: 4, operations: isLong ? 300 : 16 },
};

for (const [name, options] of Object.entries(campaigns)) {
  void t.test(`${name}: every cut leaves the state before or after`, (t) => {
    const { operations, cuts, nestedCuts, failures } = runCampaign(options);
    t.same(failures.slice(0, 3), []);
    t.comment(
      `${cuts} cuts, ${nestedCuts} more inside recoveries, ${failures.length} failures, seed ${options.seed}`,
    );
    t.ok(cuts >= 400, `at least 400 cuts: ${cuts}`);
    if (options === base) t.ok(operations >= 200, `${operations} programs and erases are cut`);
    t.ok(nestedCuts > 50, `${nestedCuts} cuts in recoveries`);
    t.end();
  });
}

for (const fault of [
  "commit-first",
  "checksum-ignored",
  "not-made-firm",
  "map-late",
  "map-open-late",
] as const) {
  const withMap = {
    ...base,
    part: genericNor(512 * 1024),
    seed: 3,
    mix: { processes: 2, lines: 60, linesPerCommit: 5 },
  };
  void t.test(`a store with the fault ${fault} is found out`, (t) => {
    const { cuts, failures } = runCampaign({
      ...(fault.startsWith("map") ? { ...withMap, warmUp: 90 } : base),
      fault,
      operations: 20,
      nestedEvery: 0,
      stopAtFailure: true,
    });
    t.comment(`found after ${cuts} cuts: ${failures[0]?.split("\n")[0]}`);
    t.equal(failures.length > 0, true);
    t.end();
  });
}
