/** Power cuts in a store on NAND: every program and erase of a run, in every torn shape, and in recoveries. */
import t from "tap";
import { smallNand } from "../nand-parts.ts";
import { runCampaign } from "../store-campaign.ts";
import type { CampaignOptions } from "../store-campaign.ts";

/** `DORMOUSE_LONG=1` tries ten thousands of cuts. */
const isLong = process.env.DORMOUSE_LONG === "1";
t.setTimeout(isLong ? 7_200_000 : 240_000);

const base: CampaignOptions = {
  part: smallNand(24, 4),
  lineBytes: 512,
  keepStates: 2,
  seed: 1,
  mix: { processes: 2, lines: 30, linesPerCommit: 5 },
  warmUp: 60,
  operations: isLong ? 200 : 6,
  nestedEvery: isLong ? 20 : 131,
};

const campaigns: Record<string, CampaignOptions> = {
  "ECC of four bits on the die": base,
  // What a torn program leaves unstable is corrected at one boot and not at the next.
  "ECC of one bit on the die": { ...base, part: smallNand(24, 1), seed: 2 },
  "ECC of the store's own": { ...base, part: smallNand(24, 0), seed: 3 },
  "several lines to a page": { ...base, part: smallNand(24, 1), lineBytes: 256, seed: 4 },
  "a map checkpoint": {
    ...base,
    part: smallNand(136, 1),
    seed: 5,
    warmUp: 80,
    operations: isLong ? 100 : 5,
  },
};

for (const [name, options] of Object.entries(campaigns)) {
  void t.test(`NAND, ${name}: every cut leaves the state before or after`, (t) => {
    const { cuts, nestedCuts, failures } = runCampaign(options);
    t.same(failures.slice(0, 3), []);
    t.comment(`${cuts} cuts, ${nestedCuts} more inside recoveries, seed ${options.seed}`);
    t.ok(cuts >= 100, `at least 100 cuts: ${cuts}`);
    t.end();
  });
}

for (const fault of ["commit-first", "checksum-ignored", "not-made-firm"] as const) {
  void t.test(`NAND: a store with the fault ${fault} is found out`, (t) => {
    const { failures } = runCampaign({
      ...base,
      part: smallNand(24, 1),
      ...{ fault, operations: 30, nestedEvery: 0, stopAtFailure: true },
    });
    t.ok(failures.length > 0, failures[0] ?? "nothing was found");
    t.end();
  });
}
