/** A store whose map has less RAM than it needs: the rest of it lies on the chip. */
import t from "tap";
import { SeededRandom, UserError, assert } from "../src/base/index.ts";
import { FlashChip, MemoryCarrier, genericNor, partByName } from "../src/flash/index.ts";
import type { Part } from "../src/flash/index.ts";
import { runStoreWorkload, workloadProblem } from "../src/lab/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";
import { smallNand } from "./nand-parts.ts";
import { StoreModel, draw, perform, textOf } from "./store-model.ts";

function partOf(name: string): Part {
  const part = partByName(name);
  assert(part !== undefined, `there is a part ${name}`);
  return part;
}

function mounted(chip: FlashChip, mapRamBytes: number): Store {
  const result = Store.mount(chipMemory(chip), { mapRamBytes, oldVersionsMax: 400 });
  assert(result.kind === "mounted", result.kind === "damaged" ? `${result.where}: ${result.what}` : "");
  return result.store;
}

void t.test("a store with little RAM for its map does what a map of snapshots does", (t) => {
  const cases: readonly (readonly [Part, number, number])[] = [
    [genericNor(512 * 1024), 256, 36 * 1024],
    [partOf("nor-512k-ecc16"), 256, 36 * 1024],
    [smallNand(128, 4), 512, 36 * 1024],
  ];
  for (const [index, [part, lineBytes, mapRamBytes]] of cases.entries()) {
    const seed = index + 1;
    const name = `${part.name}, seed ${seed}`;
    const chip = new FlashChip(part, MemoryCarrier.forPart(part));
    Store.format(chipMemory(chip), { lineBytes, keepStates: 2 });
    const random = new SeededRandom(seed);
    const model = new StoreModel(2);
    let store = mounted(chip, mapRamBytes);
    let most = 0;
    let loads = 0;
    for (let step = 0; step < 240; step++) {
      const operation = draw(random, model, { processes: 3, lines: 3000, linesPerCommit: 12 });
      const result = perform(store, operation);
      if (result?.kind === "committed") model.apply(operation, result.commit);
      else if (result !== undefined) t.fail(`${name}: step ${step} is ${result.kind}`);
      most = Math.max(most, store.ramBytes);
      if (step % 60 !== 59) continue;
      t.equal(textOf(store), model.text(), `${name}: step ${step}`);
      t.same(store.check(), [], `${name}: step ${step}`);
      loads += store.stats.mapLoads;
      store = mounted(chip, mapRamBytes);
      t.equal(textOf(store), model.text(), `${name}: step ${step}, mounted`);
    }
    t.ok(most <= mapRamBytes, `${name}: ${most} bytes of RAM at most`);
    t.ok(loads > 100, `${name}: ${loads} chunks were read from the chip`);
  }
  t.end();
});

void t.test("16 MiB are usable with 32 KiB of RAM for the map, with erase blocks of 64 KiB", (t) => {
  const workload = {
    ...{ part: partOf("nor-16m-64k"), lines: 45_000, lineBytes: 256, dirty: 64, keepStates: 1, seed: 1 },
    ...{ pattern: "uniform" as const, checkpoints: 20, idleMicros: 0, mapRamBytes: 32 * 1024 },
  };
  t.equal(workloadProblem(workload), undefined);
  const { figures, store } = runStoreWorkload(workload);
  t.ok(figures.mapRamBytes <= 32 * 1024, `${figures.mapRamBytes} bytes`);
  t.ok(figures.amplification < 2.3, `${figures.amplification}`);
  t.equal(store.lineCount(1), 45_000);
  t.end();
});

void t.test("RAM that does not hold the tables of the blocks is refused with what they take", (t) => {
  const part = genericNor(16 * 1024 * 1024);
  const chip = new FlashChip(part, MemoryCarrier.forPart(part));
  Store.format(chipMemory(chip), { lineBytes: 256, keepStates: 1 });
  t.throws(() => mounted(chip, 32 * 1024), UserError);
  t.throws(() => mounted(chip, 32 * 1024), /32768 bytes of RAM are too little/u);
  t.end();
});
