/** The store cut at every program and erase of a run, in every shape, with cuts inside recoveries and boots, on chips that fail. */
import t from "tap";
import { FlashChip, MemoryCarrier, parseCut } from "../../src/flash/index.ts";
import { replayCut, runCampaign } from "../../src/lab/index.ts";
import type { CampaignPlan, FoundFailure, Scenario } from "../../src/lab/index.ts";
import { StoreCore } from "../../src/store/core.ts";
import { storeCutCases, storeCutOptions } from "../store-cut-cases.ts";
import { modelTexts, storeProgram, storeScenario } from "../store-scenario.ts";
import type { StoreCutOptions } from "../store-scenario.ts";

const CUTS_ASKED = 5000;

/** Operations of the run that is cut: `npm run campaign` cuts three hundred of each. */
const OPERATIONS: Readonly<Record<string, number>> = { plain: 10, worn: 4, paged: 3, "nand-paged": 2 };
const OTHERS = 8;
const ON_NAND = 5;

function operationsOf(name: string): number {
  return OPERATIONS[name] ?? (name.startsWith("nand") ? ON_NAND : OTHERS);
}

const plan: CampaignPlan = {
  ...{ sample: undefined, seed: 0, depth: 2, nestedEvery: 10 },
  shard: { index: 0, count: 1 },
};

interface Tried {
  cuts: number;
  nested: number;
  equal: number;
  readonly failures: FoundFailure[];
}

function cutAll(scenario: Scenario<unknown>, changed: Partial<CampaignPlan> = {}): Tried {
  const tried: Tried = { cuts: 0, nested: 0, equal: 0, failures: [] };
  runCampaign(
    scenario,
    { ...plan, ...changed },
    {
      onCounted: () => undefined,
      onCut: (cut) => {
        tried.cuts++;
        tried.nested += cut.nested;
        tried.equal += Number(cut.isEqual) + cut.nestedEqual;
        tried.failures.push(...cut.failures);
      },
      isOver: () => tried.failures.length > 0,
    },
  );
  return tried;
}

let [total, totalNested] = [0, 0];
for (const name of storeCutCases) {
  const options = storeCutOptions(name, operationsOf(name));
  t.test(`${name}: every cut leaves the state before or after`, (t) => {
    const { cuts, nested, equal, failures } = cutAll(storeScenario(options) as Scenario<unknown>, {
      // A chip that ages counts its reads, and NAND is read by the page: few chips are equal, most trials are run.
      nestedEvery: options.chip?.ageing === true || name.startsWith("nand") ? 40 : 10,
    });
    total += cuts + nested;
    totalNested += nested;
    t.same(
      failures.slice(0, 3),
      [],
      `dormouse cut --replay CUT build/test/store-cut-cases.js ${name} ${options.operations}`,
    );
    t.comment(`${cuts} cuts, ${nested} more inside recoveries, of which ${equal} left an equal chip`);
    t.ok(cuts >= 100, `at least 100 cuts: ${cuts}`);
    t.end();
  });
}

t.test("the uncut runs are what a plain model says", (t) => {
  for (const name of storeCutCases) {
    const options = storeCutOptions(name);
    const program = storeProgram(options);
    const chip = new FlashChip(program.part, MemoryCarrier.forPart(program.part), program.chip);
    program.prepare?.(chip);
    const opened = program.open(chip, () => undefined);
    const shown = [program.show(opened)];
    for (const step of program.steps) {
      step(opened);
      shown.push(program.show(opened));
    }
    const texts = modelTexts(options);
    t.equal(
      shown.findIndex((text, step) => text !== texts[step]),
      -1,
      `${name}: first step that differs`,
    );
    t.equal(shown.length, texts.length);
    t.same(program.check?.(opened), [], name);
  }
  t.end();
});

/** Moves what a block holds, and erases it before the move is committed. */
function erasedEarly(): () => void {
  const { moveOut } = StoreCore.prototype;
  StoreCore.prototype.moveOut = function (block, transaction, to) {
    const isMoved = moveOut.call(this, block, transaction, to);
    if (isMoved) this.memory.erase(block);
    return isMoved;
  };
  return () => Object.assign(StoreCore.prototype, { moveOut });
}

interface Mistake {
  readonly name: string;
  readonly options: StoreCutOptions;
  readonly plant?: () => () => void;
}

const plain = storeCutOptions("plain", 20);
const map = {
  ...storeCutOptions("map", 20),
  ...{ seed: 3, warmUp: 90, mix: { processes: 2, lines: 60, linesPerCommit: 5 } },
};
const MISTAKES: readonly Mistake[] = [
  { name: "commit-first", options: { ...plain, fault: "commit-first" } },
  { name: "checksum-ignored", options: { ...plain, fault: "checksum-ignored" } },
  { name: "not-made-firm", options: { ...plain, fault: "not-made-firm" } },
  { name: "map-late", options: { ...map, fault: "map-late" } },
  { name: "map-open-late", options: { ...map, fault: "map-open-late" } },
  ...(["commit-first", "checksum-ignored", "not-made-firm"] as const).map((fault) => ({
    name: `${fault} on NAND`,
    options: { ...storeCutOptions("nand-ecc1", 30), fault },
  })),
  { name: "erased-early", options: plain, plant: erasedEarly },
  {
    name: "barriers-ignored",
    options: { ...storeCutOptions("reordering", 20), ignoresBarriers: true },
  },
];

for (const { name, options, plant } of MISTAKES) {
  t.test(`a store with the mistake ${name} is found out`, (t) => {
    const scenario = storeScenario(options) as Scenario<unknown>;
    const mend = plant?.();
    t.teardown(() => mend?.());
    const { cuts, failures } = cutAll(scenario, { depth: 1 });
    t.comment(
      `found after ${cuts} cuts: ${failures[0]?.replay ?? ""} ${failures[0]?.oracle ?? ""}: ${failures[0]?.what ?? ""}`,
    );
    t.ok(failures.length > 0);
    t.end();
  });
}

/** Found by the long campaign: what the newest commit had moved out of a block was lost where that commit read as torn at the next boot. */
t.test("recovery erases nothing that only the commit it makes firm has freed", (t) => {
  const scenario = storeScenario(storeCutOptions("whole-pages"));
  scenario.run(scenario.freshChip(), {});
  for (const cut of ["93.unstable1/0.complete", "467.unstable1/1.none", "467.unstable2/0.half-erase1"])
    t.same(replayCut(scenario, parseCut(cut)).verdicts, [], cut);
  t.end();
});

t.test("blocks do fail where they are to fail", (t) => {
  for (const name of ["failing-blocks", "worn"]) {
    const scenario = storeScenario(storeCutOptions(name, operationsOf(name)));
    const chip = scenario.freshChip();
    scenario.run(chip, {});
    t.ok(chip.counters.failures >= 2, `${name}: ${chip.counters.failures} programs and erases failed`);
  }
  t.end();
});

t.test("so many cuts in all", (t) => {
  t.comment(`${total} cuts of the store, ${totalNested} of them inside recoveries`);
  t.ok(totalNested >= 1000);
  t.ok(total >= CUTS_ASKED, `${total} of at least ${CUTS_ASKED}`);
  t.end();
});
