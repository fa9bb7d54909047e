/**
 * Whether the store does what it must, in a few hundred milliseconds: what Stryker asks of each mutant (`npm run mutate`). Exit status 0:
 * nothing was found. A plain model beside drawn operations, power cuts drawn over all that is in them, a chip whose blocks fail, a full store,
 * and counts of what is written and read.
 */
import { SeededRandom, assert } from "../../src/base/index.ts";
import { FlashChip, MemoryCarrier, PowerCut, definePart, genericNor } from "../../src/flash/index.ts";
import type { Part } from "../../src/flash/index.ts";
import { chipScenario, runCampaign, runStoreWorkload } from "../../src/lab/index.ts";
import { Store, chipMemory, inspect } from "../../src/store/index.ts";
import { smallNand } from "../nand-parts.ts";
import { storeCutOptions } from "../store-cut-cases.ts";
import { StoreModel, draw, lineOf, perform, textOf } from "../store-model.ts";
import type { Mix } from "../store-model.ts";
import { storeProgram } from "../store-scenario.ts";

const small = genericNor(64 * 1024);
const wholePages = definePart({ ...small, name: "nor-64k-whole", reprogram: "once", programUnitBytes: 256 });

function mounted(chip: FlashChip): Store {
  const result = Store.mount(chipMemory(chip));
  assert(result.kind === "mounted", result.kind === "damaged" ? `${result.where}: ${result.what}` : "");
  return result.store;
}

function fresh(part: Part, lineBytes: number, keepStates: number): FlashChip {
  const chip = new FlashChip(part, MemoryCarrier.forPart(part));
  Store.format(chipMemory(chip), { lineBytes, keepStates });
  return chip;
}

interface Run {
  readonly part: Part;
  readonly lineBytes: number;
  readonly keepStates: number;
  readonly seed: number;
  readonly mix: Mix;
  readonly steps: number;
  readonly failEvery?: number;
}

/** Drawn operations beside a model, with mounts and checks on the way. What is written and read is counted. */
function besideModel({ part, lineBytes, keepStates, seed, mix, steps, failEvery }: Run): string {
  const chip = fresh(part, lineBytes, keepStates);
  const model = new StoreModel(keepStates);
  const random = new SeededRandom(seed);
  let store = mounted(chip);
  for (let step = 0; step < steps; step++) {
    if (failEvery !== undefined && step % failEvery === failEvery - 1)
      chip.failBlock((step * 5) % chip.blockCount);
    const operation = draw(random, model, mix);
    const result = perform(store, operation);
    if (result?.kind === "committed") model.apply(operation, result.commit);
    if (step % 11 === 0) store = mounted(chip);
    if (step % 5 === 0) assert(store.check().length === 0, `step ${step}: ${store.check()[0]?.what ?? ""}`);
    assert(textOf(store) === model.text(), `step ${step}: differs`);
  }
  assert(inspect(chipMemory(chip)).findings.length === 0, "inspect finds nothing");
  const { programs, programmedBytes, erases, failures } = chip.counters;
  return [programs, programmedBytes, erases, failures, store.ramBytes, store.mountReads.bytes].join(" ");
}

/** A sample of a campaign's cuts, some nested. */
function cutSome(name: string, operations: number, sample: number): void {
  const scenario = chipScenario(storeProgram({ ...storeCutOptions(name, operations), stepsAfterCut: 2 }));
  const plan = { sample, seed: 11, depth: 2, nestedEvery: 8, shard: { index: 0, count: 1 } };
  runCampaign(scenario, plan, {
    onCounted: () => undefined,
    onCut: ({ failures: [found] }) =>
      assert(found === undefined, `${name}: ${found?.replay ?? ""} ${found?.what ?? ""}`),
    isOver: () => false,
  });
}

/** Every operation of a few commits, the last one before the power goes; the cuts that tell most mistakes. */
function cutEach(part: Part, shapes: readonly string[]): void {
  const chip = fresh(part, part.kind === "nand" ? 512 : 256, 2);
  const store = mounted(chip);
  const lineBytes = store.lineBytes;
  const commit = (to: Store, step: number): void => {
    const lines = [step % 7, 10 + (step % 3)].map((line) => ({
      line,
      bytes: lineOf(step * 64 + line, lineBytes),
    }));
    to.commit({ processes: [{ process: 1, lines, lineCount: lines.length, drops: [] }] });
  };
  for (let step = 0; step < 30; step++) commit(store, step);
  const before = textOf(mounted(chip.fork()), false);
  const whole = chip.fork();
  whole.powerOn();
  commit(mounted(whole), 30);
  const after = textOf(mounted(whole), false);
  const operations = whole.operationCount;
  for (let operation = 0; operation < operations; operation++) {
    for (const shape of shapes) {
      const torn = chip.fork();
      torn.powerOn();
      torn.armCut({ operation, shape });
      try {
        commit(mounted(torn), 30);
      } catch (error) {
        if (
          !(error instanceof PowerCut) &&
          !(error instanceof Error && /no unit|no prefix|is a/.test(error.message))
        )
          throw error;
      }
      torn.powerOn();
      const shown = textOf(mounted(torn), false);
      assert(shown === before || shown === after, `${part.name} ${operation}.${shape}: what never was`);
      torn.powerOn();
      assert(textOf(mounted(torn), false) === shown, `${part.name} ${operation}.${shape}: not monotonic`);
    }
  }
}

function untilFull(): string {
  const chip = fresh(small, 256, 1);
  const store = mounted(chip);
  let line = 0;
  const put = (): string =>
    store.commit({
      processes: [{ process: 1, lines: [{ line, bytes: lineOf(line, 256) }], lineCount: 1, drops: [] }],
    }).kind;
  while (put() === "committed") line++;
  assert(store.check().length === 0, "a full store is sound");
  const drops = [{ firstLine: 0, lineCount: 20 }];
  const dropped = store.commit({ processes: [{ process: 1, lines: [], lineCount: 0, drops }] });
  assert(dropped.kind === "committed" && put() === "committed", "a full store takes lines again after drops");
  return `${line} of ${store.capacityLines}`;
}

function untilWorn(): string {
  const chip = fresh(small, 256, 1);
  const store = mounted(chip);
  for (let step = 0; step < 2000; step++) {
    if (step % 15 === 14 && step / 15 < 16) chip.failBlock(Math.floor(step / 15));
    const lines = [{ line: step % 20, bytes: lineOf(step, 256) }];
    const { kind } = store.commit({ processes: [{ process: 1, lines, lineCount: 1, drops: [] }] });
    if (kind !== "committed") return `${kind} at ${step}, ${store.stats.badBlocks} bad`;
  }
  return "never";
}

function figures(): string {
  const anchor = { lines: 600, lineBytes: 256, keepStates: 1, seed: 1, part: genericNor(512 * 1024) };
  return (["uniform", "skew", "static90"] as const)
    .map((pattern) => {
      const run = {
        ...anchor,
        dirty: 8,
        pattern,
        checkpoints: 90,
        idleMicros: pattern === "skew" ? 100_000 : 0,
      };
      const { amplification, eraseCount, worstCheckpoint, mount } = runStoreWorkload(run).figures;
      return `${amplification.toFixed(3)} ${eraseCount.min}-${eraseCount.max} ${worstCheckpoint.bytes} ${worstCheckpoint.erases} ${mount.bytes}`;
    })
    .join(", ");
}

const mix = { processes: 2, lines: 40, linesPerCommit: 5 };
const counted = [
  besideModel({ part: small, lineBytes: 256, keepStates: 2, seed: 1, mix, steps: 90 }),
  besideModel({
    part: wholePages,
    lineBytes: 256,
    keepStates: 2,
    seed: 6,
    mix: { ...mix, lines: 30 },
    steps: 60,
  }),
  besideModel({
    part: small,
    lineBytes: 512,
    keepStates: 3,
    seed: 3,
    mix: { ...mix, lines: 20, linesPerCommit: 3 },
    steps: 60,
    failEvery: 17,
  }),
  besideModel({
    part: smallNand(32, 1),
    lineBytes: 512,
    keepStates: 2,
    seed: 4,
    mix: { ...mix, lines: 24 },
    steps: 50,
    failEvery: 24,
  }),
  untilFull(),
  untilWorn(),
  figures(),
];
cutEach(small, ["none", "prefix1", "unstable1", "bits1", "complete"]);
cutEach(wholePages, ["none", "bits1", "complete"]);
cutEach(smallNand(24, 1), ["none", "unstable1", "complete"]);
cutSome("plain", 20, 12);
cutSome("ecc-units", 10, 6);
cutSome("map", 10, 6);
cutSome("reordering", 10, 6);

// What the store as it is writes and reads for this: a mutant that writes or reads more, or less, is found by it.
const text = JSON.stringify(counted);
if (process.argv[2] === "--show") process.stdout.write(`${text}\n`);
const { DORMOUSE_COUNTS: expected } = process.env;
assert(expected === undefined || text === expected, `the counts are ${text}`);
