/**
 * What the store is cut on, by name. `dormouse cut` takes this file, and the name as its word:
 *
 *     npm run build && npx dormouse cut --all --depth 2 --nested-every 10 build/test/store-cut-cases.js plain
 */
import { EXIT, UserError, assert } from "../src/base/index.ts";
import { definePart, genericNor, partByName } from "../src/flash/index.ts";
import type { Scenario, StepMark } from "../src/lab/index.ts";
import { smallNand } from "./nand-parts.ts";
import { storeScenario } from "./store-scenario.ts";
import type { StoreCutOptions } from "./store-scenario.ts";

const plain = genericNor(64 * 1024);
const ecc = partByName("nor-64k-ecc16");
assert(ecc !== undefined, "there is a part with ECC units");
const wholePages = definePart({ ...plain, name: "nor-64k-whole", reprogram: "once", programUnitBytes: 256 });
/** Its blocks last from no erase at all to some ten: programs and erases begin to fail, and say so. */
const small = genericNor(128 * 1024);
const worn = definePart({
  ...small,
  name: "nor-128k-worn",
  enduranceCycles: 3,
  ageing: { ...small.ageing, lifeMedian: 3, lifeSpread: 1, earlyShare: 0.3, silentShare: 0 },
});

const base: Omit<StoreCutOptions, "name"> = {
  part: plain,
  lineBytes: 256,
  keepStates: 2,
  seed: 1,
  mix: { processes: 2, lines: 40, linesPerCommit: 5 },
  warmUp: 60,
  operations: 300,
  stepsAfterCut: 3,
};

const nand: Omit<StoreCutOptions, "name"> = {
  ...base,
  part: smallNand(24, 4),
  lineBytes: 512,
  mix: { processes: 2, lines: 30, linesPerCommit: 5 },
};

const fading = definePart({
  ...nand.part,
  name: "nand-24x4k-fading",
  ageing: { ...nand.part.ageing, retentionBitRate: 0.02 },
});

const CASES: Readonly<Record<string, Omit<StoreCutOptions, "name">>> = {
  plain: base,
  "few-lines": { ...base, keepStates: 1, seed: 2, mix: { processes: 1, lines: 12, linesPerCommit: 2 } },
  "ecc-units": { ...base, part: ecc, seed: 3 },
  // Large enough for map checkpoints, which are written in parts within the operations that are cut.
  map: {
    ...base,
    part: genericNor(512 * 1024),
    mix: { processes: 2, lines: 60, linesPerCommit: 4 },
    warmUp: 40,
  },
  "whole-pages": { ...base, part: wholePages, seed: 4 },
  reordering: { ...base, seed: 5, reorders: true },
  "failing-blocks": { ...base, seed: 6, failEvery: 64 },
  nand,
  // What a torn program leaves unstable is corrected at one boot and not at the next.
  "nand-ecc1": { ...nand, part: smallNand(24, 1), seed: 2 },
  "nand-own-ecc": { ...nand, part: smallNand(24, 0), seed: 3 },
  "nand-short-lines": { ...nand, part: smallNand(24, 1), lineBytes: 256, seed: 4 },
  "nand-map": { ...nand, part: smallNand(136, 1), seed: 5, warmUp: 80 },
  "nand-reordering": { ...nand, seed: 6, reorders: true },
  // Bits fade between two operations, never more of them than the ECC corrects.
  "nand-fading": { ...nand, part: fading, seed: 7, chip: { ageing: true }, yearsBetween: 1 },
  // The map does not fit its RAM: parts of it are written to the chip between commits and during them.
  paged: {
    ...base,
    part: genericNor(256 * 1024),
    ...{ seed: 8, mix: { processes: 2, lines: 800, linesPerCommit: 5 }, mapRamBytes: 11 * 1024 },
  },
  "nand-paged": {
    ...nand,
    part: smallNand(64, 4),
    ...{ seed: 9, mix: { processes: 2, lines: 800, linesPerCommit: 5 }, mapRamBytes: 14 * 1024 },
  },
  // The first blocks fail right after the warm-up.
  worn: { ...base, part: worn, seed: 7, chip: { ageing: true, seed: 9 }, warmUp: 240 },
};

export const storeCutCases: readonly string[] = Object.keys(CASES);

/** `operations` fewer than the three hundred of the long campaign make a short one. */
export function storeCutOptions(name: string, operations?: number): StoreCutOptions {
  const found = CASES[name];
  if (found === undefined) {
    throw new UserError({
      what: `there is no store to cut by the name "${name}"`,
      where: "store-cut-cases.js",
      whatToDo: `name one of ${storeCutCases.join(", ")}`,
      exitStatus: EXIT.usage,
    });
  }
  return { ...found, name, operations: operations ?? found.operations };
}

export function scenario(name = "plain", operations?: string): Scenario<StepMark> {
  return storeScenario(storeCutOptions(name, operations === undefined ? undefined : Number(operations)));
}
