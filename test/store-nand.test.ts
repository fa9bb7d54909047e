import { readFileSync } from "node:fs";
import t from "tap";
import { SeededRandom, UserError, assert } from "../src/base/index.ts";
import { FlashChip, MemoryCarrier, definePart, genericNor, partByName } from "../src/flash/index.ts";
import type { ChipOptions, Part } from "../src/flash/index.ts";
import { runStoreWorkload, workloadProblem } from "../src/lab/index.ts";
import { correct, eccOf } from "../src/store/page-ecc.ts";
import { Store, chipMemory, inspect } from "../src/store/index.ts";
import { smallNand } from "./nand-parts.ts";
import { StoreModel, draw, lineOf, perform, textOf } from "./store-model.ts";

function mounted(chip: FlashChip): Store {
  const result = Store.mount(chipMemory(chip));
  assert(result.kind === "mounted", result.kind === "damaged" ? `${result.where}: ${result.what}` : "");
  return result.store;
}

function fresh(part: Part, lineBytes: number, options: ChipOptions = {}): FlashChip {
  const chip = new FlashChip(part, MemoryCarrier.forPart(part), options);
  Store.format(chipMemory(chip), { lineBytes, keepStates: 2 });
  return chip;
}

/** Commits the lines with contents that `lineOf` makes of the seed. */
function write(store: Store, lines: readonly number[], seed: number): string {
  const written = lines.map((line) => ({ line, bytes: lineOf(seed + line, store.lineBytes) }));
  return store.commit({
    processes: [{ process: 1, lines: written, lineCount: written.length, drops: [] }],
  }).kind;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

void t.test("the ECC mends one bit of 256 bytes, and tells two", (t) => {
  const random = new SeededRandom(5);
  const data = new Uint8Array(256).map(() => random.below(256));
  const code = eccOf(data);
  t.equal(eccOf(new Uint8Array(256).fill(0xff)), 0xff_ffff, "a blank page passes");
  for (let bit = 0; bit < 2048; bit++) {
    const one = data.slice();
    one[bit >>> 3] ^= 1 << (bit & 7);
    if (correct(one, code) !== "corrected" || Buffer.compare(one, data) !== 0) t.fail(`bit ${bit}`);
    const two = data.slice();
    const other = (bit + 1 + random.below(2047)) % 2048;
    two[bit >>> 3] ^= 1 << (bit & 7);
    two[other >>> 3] ^= 1 << (other & 7);
    if (correct(two, code) !== "lost") t.fail(`bits ${bit} and ${other}`);
  }
  for (let bit = 0; bit < 22; bit++) t.equal(correct(data.slice(), code ^ (1 << bit)), "corrected");
  t.end();
});

void t.test("a store on NAND does what a map of snapshots does", (t) => {
  const cases: readonly (readonly [Part, number, number])[] = [
    [smallNand(40, 4), 256, 1],
    [smallNand(40, 1), 512, 2],
    [smallNand(40, 0), 512, 3],
    [smallNand(40, 4), 1024, 4],
    // Large enough for map checkpoints.
    [smallNand(160, 4, 6), 512, 5],
  ];
  for (const [part, lineBytes, seed] of cases) {
    const name = `${part.name}, lines of ${lineBytes}, seed ${seed}`;
    const chip = fresh(part, lineBytes, { seed });
    const random = new SeededRandom(seed);
    const model = new StoreModel(2);
    let store = mounted(chip);
    for (let step = 0; step < 160; step++) {
      const mix = { processes: 2, lines: lineBytes === 1024 ? 20 : 50, linesPerCommit: 6 };
      const operation = draw(random, model, mix);
      const result = perform(store, operation);
      if (result?.kind === "committed") model.apply(operation, result.commit);
      else if (result !== undefined) t.fail(`${name}: step ${step} is ${result.kind}`);
      if (step % 40 !== 39) continue;
      t.equal(textOf(store), model.text(), `${name}: step ${step}`);
      t.same(store.check(), [], `${name}: step ${step}`);
      store = mounted(chip);
      t.equal(textOf(store), model.text(), `${name}: step ${step}, mounted`);
    }
  }
  t.end();
});

void t.test("blocks that are bad from the factory are never touched, nor counted", (t) => {
  const part = smallNand(64, 4, 20);
  const seed = 3;
  const carrier = MemoryCarrier.forPart(part);
  const chip = new FlashChip(part, carrier, { seed });
  const bad = range(64).filter((block) => chip.isMarkedBad(block));
  t.ok(bad.length > 5, `${bad.length} blocks are bad`);
  chip.observe((_kind, address) => {
    if (bad.includes(Math.floor(address / part.eraseBlockBytes))) t.fail(`block of ${address} is touched`);
  });
  Store.format(chipMemory(chip), { lineBytes: 512, keepStates: 1 });
  const store = mounted(chip);
  for (let step = 0; step < 200; step++)
    write(
      store,
      [step % 40, (step * 7) % 40].filter((a, i, all) => all.indexOf(a) === i),
      step,
    );
  t.equal(store.stats.badBlocks, bad.length);
  t.same(store.check(), []);
  t.equal(inspect(chipMemory(chip)).blocks.filter(({ kind }) => kind === "bad").length, bad.length);
  t.end();
});

void t.test("programs and erases that fail are survived; their blocks are emptied and marked", (t) => {
  const part = smallNand(48, 4);
  const chip = fresh(part, 512);
  let store = mounted(chip);
  const lines = range(40);
  write(store, lines, 0);
  let seed = 0;
  for (let step = 0; step < 300; step++) {
    // Any block: one that is being filled, one that holds lines, one that is erased.
    if (step % 25 === 24) chip.failBlock((step * 31) % 48);
    seed = 1000 * step;
    t.equal(write(store, lines, seed), "committed", `step ${step}`);
    if (step % 50 !== 49) continue;
    t.same(store.check(), [], `step ${step}`);
    store = mounted(chip);
  }
  const failed = range(48).filter((block) => chip.isMarkedBad(block));
  t.ok(failed.length >= 8, `${failed.length} blocks are marked as bad`);
  t.equal(mounted(chip).stats.badBlocks, failed.length, "the next mount knows them");
  const bytes = new Uint8Array(512);
  for (const line of lines) {
    store.read(1, line, bytes);
    t.same(bytes, lineOf(seed + line, 512), `line ${line}`);
  }
  t.end();
});

void t.test("when all blocks have failed the store is read-only, and the last commit readable", (t) => {
  const chip = fresh(smallNand(32, 4), 512);
  let store = mounted(chip);
  write(store, range(20), 7);
  for (const block of range(32)) chip.failBlock(block);
  let kind = "committed";
  for (let step = 0; step < 10 && kind === "committed"; step++) kind = write(store, range(20), 9000);
  t.equal(kind, "worn-out");
  t.equal(write(store, [1], 1), "worn-out", "it stays so");
  store = mounted(chip);
  const bytes = new Uint8Array(512);
  for (const line of range(20)) {
    t.ok(store.read(1, line, bytes));
    t.same(bytes, lineOf(7 + line, 512), `line ${line}`);
  }
  t.equal(write(store, [1], 1), "worn-out", "also after the next power-on");
  t.end();
});

void t.test("what had to be corrected is moved before it is lost", (t) => {
  for (const correctBits of [4, 0]) {
    const part = smallNand(40, correctBits);
    const chip = fresh(part, 512, { ageing: true, seed: 9 });
    const store = mounted(chip);
    write(store, range(60), 1);
    // A worn block is disturbed sooner.
    chip.age({ cycles: 50_000 });
    const { ageing } = chip;
    assert(ageing !== null, "the chip ages");
    const cold = range(40).filter((block) => ageing.holdsData(block));
    // Reads disturb the blocks bit by bit; idle time finds it, though nobody reads the lines.
    let corrected = 0;
    for (let step = 0; step < 400 && store.stats.scrubs === 0; step++) {
      for (const block of cold) ageing.passReads(block, 1_000_000);
      write(store, [61], step);
      for (let turn = 0; turn < 33; turn++) write(store, [61], step);
      store.idle(1_000_000);
      corrected = chip.counters.correctedReads;
    }
    t.ok(
      store.stats.scrubs > 0,
      `${part.name}: ${store.stats.scrubs} scrubbed, ${corrected} reads corrected on the die`,
    );
    t.same(store.check(), [], part.name);
  }
  t.end();
});

void t.test("a line with more wrong bits than ECC mends is a clear error, and other lines stay", (t) => {
  const part = smallNand(40, 1);
  const chip = fresh(part, 512, { ageing: true, seed: 2 });
  const store = mounted(chip);
  write(store, range(6), 1);
  chip.age({ cycles: 50_000 });
  const { ageing } = chip;
  assert(ageing !== null, "the chip ages");
  for (const block of range(40)) if (ageing.holdsData(block)) ageing.passReads(block, 40_000_000_000);
  const bytes = new Uint8Array(512);
  t.throws(() => range(6).forEach((line) => store.read(1, line, bytes)), UserError);
  t.throws(
    () => range(6).forEach((line) => store.read(1, line, bytes)),
    /more of its bits have faded than its ECC corrects/u,
  );
  t.end();
});

void t.test("real parts run the workload of `wear store`, with lines of a page or less", (t) => {
  const expected: readonly (readonly [string, number, number])[] = [
    ["w25n01gv", 2048, 1.1],
    ["mt29f2g08", 2048, 1.1],
    ["w25n01gv", 256, 1.35],
  ];
  for (const [name, lineBytes, most] of expected) {
    const part = partByName(name);
    assert(part !== undefined, `there is a part ${name}`);
    const workload = {
      ...{ part, lines: 1024, lineBytes, dirty: 64, pattern: "uniform" as const, checkpoints: 24 },
      ...{ keepStates: 1, idleMicros: 0, seed: 1 },
    };
    t.equal(workloadProblem(workload), undefined);
    const { figures, store } = runStoreWorkload(workload);
    t.ok(figures.amplification < most, `${name}, lines of ${lineBytes}: ${figures.amplification}`);
    t.same(store.check(), [], name);
  }
  t.end();
});

void t.test("a part that programs whole pages only costs little more than its commit records", (t) => {
  const part = definePart({
    ...genericNor(4 << 20),
    name: "whole",
    programUnitBytes: 256,
    reprogram: "once",
  });
  const expected: readonly (readonly ["uniform" | "skew", number, number])[] = [
    ["uniform", 4, 1.38],
    ["skew", 16, 1.22],
  ];
  for (const [pattern, dirty, most] of expected) {
    const workload = { part, lines: 4096, lineBytes: 256, dirty, pattern, checkpoints: 5000 };
    const { figures } = runStoreWorkload({ ...workload, keepStates: 1, idleMicros: 0, seed: 1 });
    t.ok(figures.amplification <= most, `${pattern}, ${dirty} dirty lines: ${figures.amplification}`);
    t.ok(figures.eraseCount.max - figures.eraseCount.min <= 16, `${pattern}, ${dirty} dirty lines: wear`);
  }
  t.end();
});

void t.test("a larger chip costs a commit nothing, and a mount four bytes a block", (t) => {
  const figuresOf = (name: string) => {
    const part = partByName(name);
    assert(part !== undefined, `there is a part ${name}`);
    const workload = { part, lines: 1024, lineBytes: 256, dirty: 16, pattern: "uniform" as const };
    return runStoreWorkload({ ...workload, checkpoints: 80, keepStates: 1, idleMicros: 0, seed: 1 }).figures;
  };
  const [small, large] = [figuresOf("nor-16m-64k"), figuresOf("nor-256m")];
  const blocks = (256 - 16) * 16;
  t.ok(
    large.bytesProgrammed <= small.bytesProgrammed * 1.02,
    `${small.bytesProgrammed} and ${large.bytesProgrammed} bytes programmed`,
  );
  t.ok(
    large.worstCheckpoint.bytes <= small.worstCheckpoint.bytes * 1.5,
    `${small.worstCheckpoint.bytes} and ${large.worstCheckpoint.bytes} bytes in the worst checkpoint`,
  );
  t.ok(
    large.mount.bytes - small.mount.bytes <= blocks * 4 + 8192,
    `${small.mount.bytes} and ${large.mount.bytes} bytes read by a mount`,
  );
  t.end();
});

void t.test("a store on NAND written by version 3 is read for ever", (t) => {
  const part = smallNand(24, 4);
  const chip = new FlashChip(part, MemoryCarrier.forPart(part));
  const [pages, text] = readFileSync(
    new URL("../../test/golden/store-v3.txt", import.meta.url),
    "utf8",
  ).split("\n\n");
  for (const line of pages.split("\n")) {
    const [page, bytes] = line.split(" ");
    chip.programPage(Number(page), 0, Buffer.from(bytes, "base64"));
  }
  const store = mounted(chip);
  t.equal(textOf(store), text.trimEnd());
  t.same(store.check(), []);
  t.end();
});
