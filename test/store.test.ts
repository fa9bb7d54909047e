import t from "tap";
import { SeededRandom, assert } from "../src/base/index.ts";
import { FlashChip, MemoryCarrier, definePart, genericNor, partByName } from "../src/flash/index.ts";
import type { Part } from "../src/flash/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";
import { StoreModel, draw, lineOf, perform, textOf } from "./store-model.ts";
import type { Mix } from "./store-model.ts";

function partOf(name: string): Part {
  const part = partByName(name);
  assert(part !== undefined, `there is a part ${name}`);
  return part;
}

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

const smallPart = genericNor(128 * 1024);
const eccPart = partOf("nor-128k-ecc16");
/** Pages that are programmed whole, once. */
const wholePagePart = definePart({
  ...smallPart,
  name: "nor-128k-whole",
  reprogram: "once",
  programUnitBytes: 256,
});

void t.test("a store does what a map of snapshots does", (t) => {
  const cases: { part: Part; lineBytes: number; keepStates: number; seed: number; mix: Mix }[] = [
    {
      part: smallPart,
      lineBytes: 256,
      keepStates: 2,
      seed: 1,
      mix: { processes: 2, lines: 120, linesPerCommit: 12 },
    },
    {
      part: smallPart,
      lineBytes: 256,
      keepStates: 1,
      seed: 2,
      mix: { processes: 3, lines: 60, linesPerCommit: 3 },
    },
    {
      part: smallPart,
      lineBytes: 512,
      keepStates: 4,
      seed: 3,
      mix: { processes: 1, lines: 40, linesPerCommit: 6 },
    },
    {
      part: smallPart,
      lineBytes: 2048,
      keepStates: 2,
      seed: 4,
      mix: { processes: 1, lines: 8, linesPerCommit: 3 },
    },
    {
      part: eccPart,
      lineBytes: 256,
      keepStates: 2,
      seed: 5,
      mix: { processes: 2, lines: 80, linesPerCommit: 8 },
    },
    {
      part: wholePagePart,
      lineBytes: 256,
      keepStates: 2,
      seed: 6,
      mix: { processes: 2, lines: 60, linesPerCommit: 8 },
    },
    {
      part: genericNor(64 * 1024 * 1024),
      lineBytes: 256,
      keepStates: 3,
      seed: 7,
      mix: { processes: 3, lines: 1500, linesPerCommit: 100 },
    },
  ];
  for (const { part, lineBytes, keepStates, seed, mix } of cases) {
    const name = `${part.name}, lines of ${lineBytes}, ${keepStates} states, seed ${seed}`;
    const chip = fresh(part, lineBytes, keepStates);
    const model = new StoreModel(keepStates);
    const random = new SeededRandom(seed);
    let store = mounted(chip);
    let problem = "";
    let full = 0;
    for (let step = 0; step < 400 && problem === ""; step++) {
      const operation = draw(random, model, mix);
      const result = perform(store, operation);
      if (result?.kind === "full") full++;
      else if (result?.kind === "committed") model.apply(operation, result.commit);
      else if (result !== undefined) problem = `step ${step}: ${operation.kind} is ${result.kind}`;
      const boots = step % 13 === 0 ? 1 : 0;
      for (let boot = 0; boot < boots; boot++) store = mounted(chip);
      const findings = step % 7 === 0 ? store.check() : [];
      if (findings.length > 0)
        problem = `step ${step}, ${operation.kind}: ${findings[0].where}: ${findings[0].what}`;
      if (problem === "" && textOf(store) !== model.text())
        problem = `step ${step}, ${operation.kind}: differs`;
    }
    t.equal(problem, "", name);
    t.ok(full < 40, `${name}: ${full} of 400 found the store full`);
  }
  t.end();
});

void t.test("what was never written or was dropped is absent and leaves the buffer alone", (t) => {
  const store = mounted(fresh(smallPart, 256, 2));
  const into = new Uint8Array(256).fill(7);
  t.equal(store.read(1, 5, into), false);
  t.equal(into[0], 7);
  const lines = [{ line: 5, bytes: lineOf(1, 256) }];
  store.commit({ processes: [{ process: 1, lines, lineCount: 1, drops: [] }] });
  t.equal(store.read(1, 5, into), true);
  store.commit({
    processes: [{ process: 1, lines: [], lineCount: 0, drops: [{ firstLine: 0, lineCount: 9 }] }],
  });
  t.equal(store.read(1, 5, into), false);
  t.end();
});
