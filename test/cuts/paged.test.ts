/** Power cuts in a store whose map does not fit its RAM: parts of it are written to the chip between and during commits. */
import t from "tap";
import { genericNor, partByName } from "../../src/flash/index.ts";
import { assert } from "../../src/base/index.ts";
import { smallNand } from "../nand-parts.ts";
import { runCampaign } from "../store-campaign.ts";
import type { CampaignOptions } from "../store-campaign.ts";

const ecc = partByName("nor-256k-ecc16");
assert(ecc !== undefined, "there is a part with ECC units");

/** `DORMOUSE_LONG=1` tries ten thousands of cuts. */
const isLong = process.env.DORMOUSE_LONG === "1";
t.setTimeout(isLong ? 7_200_000 : 240_000);

const base: CampaignOptions = {
  part: genericNor(256 * 1024),
  lineBytes: 256,
  keepStates: 2,
  seed: 1,
  mix: { processes: 2, lines: 800, linesPerCommit: 5 },
  warmUp: 60,
  operations: isLong ? 200 : 4,
  nestedEvery: isLong ? 20 : 211,
  mapRamBytes: 11 * 1024,
};

const campaigns: Record<string, CampaignOptions> = {
  "plain NOR": base,
  "ECC units": { ...base, part: ecc, seed: 2 },
  NAND: { ...base, part: smallNand(64, 4), lineBytes: 512, seed: 3, mapRamBytes: 14 * 1024 },
};

for (const [name, options] of Object.entries(campaigns)) {
  void t.test(`a map in little RAM, ${name}: every cut leaves the state before or after`, (t) => {
    const { operations, cuts, nestedCuts, failures } = runCampaign(options);
    t.same(failures.slice(0, 3), []);
    t.comment(
      `${operations} operations, ${cuts} cuts, ${nestedCuts} more inside recoveries, seed ${options.seed}`,
    );
    t.ok(cuts >= 100, `at least 100 cuts: ${cuts}`);
    t.end();
  });
}
