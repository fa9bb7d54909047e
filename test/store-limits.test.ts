/** The store at its limits: full, worn out, damaged, foreign, old; and the counts that it is measured by. */
import { readFileSync } from "node:fs";
import t from "tap";
import { SeededRandom, assert } from "../src/base/index.ts";
import { FlashChip, MemoryCarrier, genericNor } from "../src/flash/index.ts";
import { runStoreWorkload, storeBaselines, storePatterns, workloadProblem } from "../src/lab/index.ts";
import { Store, chipMemory, inspect } from "../src/store/index.ts";
import type { CommitResult } from "../src/store/index.ts";
import { StoreModel, draw, lineOf, perform, textOf } from "./store-model.ts";

const part = genericNor(64 * 1024);

function fresh(keepStates: number): FlashChip {
  const chip = new FlashChip(part, MemoryCarrier.forPart(part));
  Store.format(chipMemory(chip), { lineBytes: 256, keepStates });
  return chip;
}

function mounted(chip: FlashChip): Store {
  const result = Store.mount(chipMemory(chip));
  assert(result.kind === "mounted", result.kind === "damaged" ? `${result.where}: ${result.what}` : "");
  return result.store;
}

function write(store: Store, lines: readonly number[], seed: number): CommitResult {
  const written = lines.map((line) => ({ line, bytes: lineOf(seed + line, store.lineBytes) }));
  return store.commit({ processes: [{ process: 1, lines: written, lineCount: lines.length, drops: [] }] });
}

/** Counts programs and erases of a chip from now on. */
function countWrites(chip: FlashChip): () => number {
  let writes = 0;
  chip.observe(() => void writes++);
  return () => writes;
}

function hashOf(chip: FlashChip): string {
  return MemoryCarrier.copyOf(chip.carrier).contentHash();
}

void t.test("a full store refuses, stays readable, and takes lines again after drops", (t) => {
  const chip = fresh(1);
  let store = mounted(chip);
  let written = 0;
  let result = write(store, [0], 7);
  while (result.kind === "committed") result = write(store, [++written], 7);
  t.equal(result.kind, "full");
  t.ok(written >= store.capacityLines - 1, `${written} of ${store.capacityLines} lines found room`);
  const before = textOf(store);
  const count = countWrites(chip);
  t.equal(write(store, [5000, 5001], 1).kind, "full");
  t.equal(count(), 0, "a refusal writes nothing");
  t.equal(textOf(store), before);
  t.same(store.check(), []);
  store = mounted(chip);
  t.equal(textOf(store), before, "a mount of a full store shows the same");
  const drops = [{ firstLine: 0, lineCount: 20 }];
  t.equal(
    store.commit({ processes: [{ process: 1, lines: [], lineCount: 0, drops }] }).kind,
    "committed",
    "a full store takes drops",
  );
  t.equal(write(store, [5000, 5001], 1).kind, "committed");
  t.same(store.check(), []);
  t.end();
});

void t.test("a thousand drops at once do not fill a store with their records", (t) => {
  const large = genericNor(1024 * 1024);
  const chip = new FlashChip(large, MemoryCarrier.forPart(large));
  Store.format(chipMemory(chip), { lineBytes: 256, keepStates: 2 });
  const store = mounted(chip);
  for (let first = 0; first < 2400; first += 40) {
    const lines = Array.from({ length: 40 }, (_, index) => first + index);
    t.equal(write(store, lines, 1).kind, "committed");
  }
  const drops = Array.from({ length: 1000 }, (_, index) => ({ firstLine: index * 2, lineCount: 1 }));
  store.commit({ processes: [{ process: 1, lines: [], lineCount: 0, drops }] });
  for (let step = 0; step < 300; step++) {
    const lines = Array.from({ length: 20 }, (_, index) => (step * 7 + index * 83) % 2400);
    const { kind } = write(store, lines, step);
    if (kind !== "committed") t.fail(`commit ${step} is ${kind}`);
  }
  t.same(store.check(), []);
  t.same(mounted(chip).check(), []);
  t.end();
});

void t.test("a chip whose blocks fail one by one ends worn out, its last commit readable", (t) => {
  const chip = fresh(1);
  const store = mounted(chip);
  const random = new SeededRandom(5);
  const shown = new Map<number, number>();
  let failed = 0;
  let last: CommitResult = { kind: "worn-out" };
  for (let step = 0; step < 4000; step++) {
    if (step % 20 === 19 && failed < part.totalBytes / part.eraseBlockBytes) chip.failBlock(failed++);
    const line = random.below(30);
    last = write(store, [line], step);
    if (last.kind !== "committed") break;
    shown.set(line, step);
  }
  t.equal(last.kind, "worn-out");
  t.ok(failed > 4, `${failed} blocks had failed`);
  const into = new Uint8Array(256);
  for (const [line, seed] of shown) {
    t.ok(store.read(1, line, into));
    if (Buffer.compare(into, lineOf(seed + line, 256)) !== 0) t.fail(`line ${line} is not as committed`);
  }
  t.end();
});

void t.test("foreign and damaged memories are told, with the place, and not written to", (t) => {
  const blank = new FlashChip(part, MemoryCarrier.forPart(part));
  const noise = new FlashChip(part, MemoryCarrier.forPart(part));
  const random = new SeededRandom(9);
  const page = new Uint8Array(256);
  for (let address = 0; address < part.totalBytes; address += 256) {
    for (let at = 0; at < 256; at++) page[at] = random.below(256);
    noise.program(address, page);
  }
  for (const [name, chip] of Object.entries({ blank, noise })) {
    const count = countWrites(chip);
    const result = Store.mount(chipMemory(chip));
    t.match(result, { kind: "damaged", where: "the chip" }, name);
    t.same(inspect(chipMemory(chip)).findings.length, 1, `${name}: inspect tells the same`);
    t.equal(count(), 0, `${name}: nothing was written`);
  }
  t.end();
});

/**
 * Harm to the newest commits' own records cannot be told from their never having been made: the store shows an earlier
 * state then, whole. All other harm is found.
 */
void t.test("harm to a store is found, or leaves a whole committed state", (t) => {
  const chip = fresh(2);
  const store = mounted(chip);
  const texts: string[] = [];
  for (let step = 0; step < 30; step++) {
    write(store, [step % 12, 20 + (step % 7)], step);
    texts.push(textOf(store));
  }
  const text = textOf(store);
  const newest = inspect(chipMemory(chip)).blocks.findLast((block) =>
    block.groups.some((group) => group.transaction === store.states(1).at(-1)?.commit),
  );
  t.same(inspect(chipMemory(chip)).findings, []);
  let found = 0;
  let unharmed = 0;
  for (let address = 0; address < part.totalBytes; address += 64) {
    const harmed = new FlashChip(part, (chip.carrier as MemoryCarrier).fork());
    const cells = new Uint8Array(4);
    harmed.read(address, cells);
    if (cells.every((byte) => byte === 0 || byte === 0xff)) continue;
    harmed.program(address, new Uint8Array(4));
    const report = inspect(chipMemory(harmed));
    const result = Store.mount(chipMemory(harmed));
    if (result.kind === "damaged") {
      t.ok(report.findings.length > 0 && result.where !== "" && result.what !== "");
      found++;
    } else if (result.store.check().length > 0) {
      if (report.findings.length === 0) t.fail(`inspect misses the harm at ${address}`);
      found++;
    } else {
      const shown = textOf(result.store);
      // Harm to the block of the newest commit looks as if the last commits had been torn.
      const isOlder = Math.floor(address / part.eraseBlockBytes) === newest?.block && texts.includes(shown);
      if (shown !== text && !isOlder) t.fail(`harm at ${address} shows as another state`);
      unharmed++;
    }
  }
  t.ok(found > 50, `${found} places are found, ${unharmed} held nothing needed`);
  t.end();
});

void t.test("inspect tells a store in the words of the format", (t) => {
  const chip = fresh(2);
  const store = mounted(chip);
  const lines = [{ line: 4, bytes: lineOf(1, 256) }];
  const result = store.commit({
    processes: [{ process: 3, lines, lineCount: 1, drops: [], label: "named" }],
    device: Uint8Array.of(1, 2, 3),
  });
  assert(result.kind === "committed", "a commit is taken");
  const count = countWrites(chip);
  const report = inspect(chipMemory(chip));
  t.match(report, { findings: [], lineBytes: 256, keepStates: 2, committed: result.commit, deviceBytes: 3 });
  t.same(report.processes, [
    { process: 3, lines: 1, states: [{ state: result.commit, lines: 1, label: "named" }] },
  ]);
  const groups = report.blocks.flatMap((block) => block.groups);
  const group = groups.find((one) => one.transaction === result.commit);
  t.same(group?.items, [
    "lines process 3 count 1",
    `process 3 states ${result.commit} labelled`,
    `label process 3 state ${result.commit} "named"`,
    "device 3 bytes",
  ]);
  t.equal(group?.isCommit, true);
  t.equal(count(), 0, "inspect writes nothing");
  t.end();
});

void t.test("the same operations leave the same bits", (t) => {
  const run = (): string => {
    const chip = fresh(2);
    const store = mounted(chip);
    const model = new StoreModel(2);
    const random = new SeededRandom(11);
    for (let step = 0; step < 300; step++) {
      const operation = draw(random, model, { processes: 2, lines: 40, linesPerCommit: 5 });
      const result = perform(store, operation);
      if (result?.kind === "committed") model.apply(operation, result.commit);
    }
    return hashOf(chip);
  };
  t.equal(run(), run());
  t.end();
});

const anchor = {
  part: genericNor(4 * 1024 * 1024),
  ...{ lines: 4096, lineBytes: 256, checkpoints: 5000, keepStates: 1, idleMicros: 0, seed: 1 },
};

void t.test("bytes programmed, wear and mounts stay within their bounds", (t) => {
  for (const pattern of storePatterns) {
    for (const [dirty, checkpoints] of [
      [4, 4000],
      [16, 3000],
      [64, 1500],
    ]) {
      const { figures, store } = runStoreWorkload({ ...anchor, dirty, pattern, checkpoints });
      const name = `${pattern}, ${dirty} lines a commit`;
      const { min, max } = figures.eraseCount;
      t.ok(figures.amplification >= 1 && figures.amplification <= 1.1, `${name}: ${figures.amplification}`);
      t.ok(max - min <= 16, `${name}: erase counts ${min} … ${max}`);
      t.ok(figures.worstCheckpoint.erases <= 8, `${name}: ${figures.worstCheckpoint.erases} erases at most`);
      t.ok(
        figures.worstCheckpoint.bytes <= 24 * 1024,
        `${name}: ${figures.worstCheckpoint.bytes} bytes at most`,
      );
      t.ok(figures.mount.bytes <= 42 * 1024, `${name}: ${figures.mount.bytes} bytes read at a mount`);
      t.same(store.check(), [], name);
    }
  }
  t.end();
});

void t.test("baselines: what is computed, and what was recorded only where it was", (t) => {
  const workload = { ...anchor, dirty: 16, pattern: "uniform" as const };
  const figureOf = (name: string, of = workload): number | undefined =>
    storeBaselines(of).find((one) => one.name.startsWith(name))?.amplification;
  t.equal(figureOf("whole heap"), 256);
  t.equal(figureOf("littlefs, log and"), 1.88);
  t.equal(figureOf("analytic floor")?.toFixed(3), "1.021");
  t.equal(
    figureOf("analytic floor with", { ...workload, lines: 8684 })?.toFixed(2),
    (1.021 * 1.312).toFixed(2),
  );
  t.equal(figureOf("littlefs", { ...workload, dirty: 5 }), undefined);
  t.match(workloadProblem({ ...workload, lines: 40_000 }), /40000 lines/u);
  t.match(workloadProblem({ ...workload, lineBytes: 100 }), /multiple of 256/u);
  t.end();
});

function golden(name: string, chip: FlashChip): string {
  const [pages, text] = readFileSync(new URL(`../../test/golden/${name}`, import.meta.url), "utf8").split(
    "\n\n",
  );
  for (const line of pages.split("\n")) {
    const [address, bytes] = line.split(" ");
    chip.program(Number(address), Buffer.from(bytes, "base64"));
  }
  return text.trimEnd();
}

void t.test("a store written by version 2 is read for ever, by its map and without", (t) => {
  const large = genericNor(512 * 1024);
  const chip = new FlashChip(large, MemoryCarrier.forPart(large));
  const text = golden("store-v2.txt", chip);
  const store = mounted(chip);
  t.equal(textOf(store), text);
  t.same(store.check(), []);
  t.ok(
    store.mountReads.bytes < 20_000,
    `mounted by the map checkpoint: ${store.mountReads.bytes} bytes read`,
  );
  t.end();
});

void t.test("a store of version 1 is refused by its version and left as it is", (t) => {
  const chip = new FlashChip(part, MemoryCarrier.forPart(part));
  golden("store-v1.txt", chip);
  const count = countWrites(chip);
  t.match(Store.mount(chipMemory(chip)), {
    kind: "damaged",
    what: /format version 1, this program reads version 2/u,
  });
  t.equal(count(), 0);
  t.end();
});
