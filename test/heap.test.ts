/** The virtual heap against a plain object graph: collections, evictions, checkpoints, cuts, amnesia, the RAM budget. */
import t from "tap";
import { SeededRandom } from "../src/base/index.ts";
import {
  heapMap,
  heapOptionsFor,
  minimumRamBytes,
  stackRange,
  VirtualHeap,
  type HeapSizes,
  type ObjectModel,
} from "../src/heap/index.ts";
import type { MachineHeap } from "../src/vm/heap-port.ts";
import { smallSizes, World, type WorldOptions } from "./heap-world.ts";

const seedOf = (index: number): number => Number(process.env["HEAP_SEED"] ?? 1000 + index);
const replay = (seed: number): string => `replay: HEAP_SEED=${seed} npx tap build/test/heap.test.js`;

/** How often, in a thousand steps, each of these happens beside what the heap asks for. */
interface Events {
  readonly young: number;
  readonly full: number;
  readonly checkpoint: number;
  readonly cut: number;
  readonly check: number;
}

/** That the machine's port is a part of the heap is checked by the compiler. */
export const asMachineHeap = (heap: VirtualHeap): MachineHeap => heap;

const noModel: ObjectModel = {
  layout: () => ({ kind: "instance", bytes: 8, referenceOffsets: new Int32Array(0) }),
  forEachRootSlot: () => undefined,
  stackTops: () => [],
};

const many: Events = { young: 4, full: 1, checkpoint: 4, cut: 2, check: 20 };

/** Runs `steps` operations with the checks between; the first thing that is wrong, or "". */
function drive(world: World, steps: number, seed: number, events: Events): string {
  const random = new SeededRandom(seed ^ 0x5eed);
  const happens = (often: number): boolean => random.below(1000) < often;
  for (let step = 0; step < steps; step++) {
    world.step();
    if (world.heap.ramLinesResident > world.heap.ramLinesBudget) return `step ${step}: over the RAM budget`;
    if (happens(events.young)) world.heap.collect("young", 64);
    if (happens(events.full)) world.heap.collect("full", 64);
    if (happens(events.checkpoint)) world.checkpoint();
    if (happens(events.cut)) world.cut();
    const wrong = happens(events.check) ? lookOver(world) : "";
    if (wrong !== "") return `step ${step}: ${wrong}`;
  }
  return lookOver(world);
}

function lookOver(world: World): string {
  const [finding] = world.heap.check();
  return finding === undefined ? world.difference() : `${finding.what}, ${finding.where}`;
}

t.test("a random graph stays what it is", (t) => {
  const variants: readonly Partial<HeapSizes>[] = [
    {},
    { evictAlways: true },
    { lineBytes: 128, ramBytes: 40 * 1024 },
    { lineBytes: 1024, ramBytes: 128 * 1024, stackBytes: 0x2000 },
    { ramBytes: 512 * 1024, tenuredBytes: 4 * 1024 * 1024 },
    { tenuredBytes: 96 * 1024, evictAlways: true },
    { tenuredBytes: 64 * 1024 },
    { tenuredBytes: 28 * 1024 },
  ];
  variants.forEach((sizes, index) => {
    const seed = seedOf(index);
    const world = new World({ seed, sizes });
    t.equal(drive(world, 8000, seed, many), "", replay(seed));
    world.rebuild();
    t.ok(world.youngCollections > 20 && world.fullCollections > 0, "much happened");
    t.equal(world.markOverrun, 0, "marks stay within the budget");
    t.comment(
      `${world.checkpoints} checkpoints, ${world.evicted} evicted, ${world.source.lines.size} lines, ` +
        `${world.youngCollections} + ${world.fullCollections} collections, ${world.outOfMemory} out of memory`,
    );
    world.heap.discard();
  });
  t.end();
});

t.test("amnesia and eviction change no checkpoint", (t) => {
  const rare: Events = { young: 1, full: 1, checkpoint: 2, cut: 1, check: 1 };
  const flushesOf = (options: Omit<WorldOptions, "seed">, seed: number): readonly string[] => {
    const world = new World({ ...options, seed });
    t.equal(drive(world, 5000, seed, rare), "", replay(seed));
    world.heap.discard();
    return world.flushes;
  };
  for (const index of [20, 21]) {
    const seed = seedOf(index);
    const plain = flushesOf({}, seed);
    t.ok(plain.length > 10);
    const same = (flushes: readonly string[]): number =>
      plain.findIndex((flush, at) => flush !== flushes[at]);
    t.equal(same(flushesOf({ amnesia: true }, seed)), -1, "amnesia: the first flush that differs");
    t.equal(same(flushesOf({ sizes: { evictAlways: true } }, seed)), -1, "eviction at every safe point");
    t.equal(same(flushesOf({ amnesia: true, sizes: { evictAlways: true } }, seed)), -1, "both");
  }
  t.end();
});

t.test("out of memory means that the live objects fill the section", (t) => {
  const world = new World({ seed: 1, sizes: { tenuredBytes: 128 * 1024 } });
  let made = 0;
  const grow = (classId: number, count: number, tenured: boolean): boolean => {
    const plain = world.plain(classId, count);
    const before = world.roots[0];
    if (!world.place(plain, 1, tenured)) return false;
    plain.references[0] = before;
    const address = world.heap.readWord(world.rootSlot(1));
    world.storeReference(address, plain, 0, world.heap.readWord(world.rootSlot(0)));
    world.setRoot(0, address, plain);
    world.setRoot(1, 0, null);
    world.poll();
    return true;
  };
  let liveBytes = 0;
  while (grow(16 + 3, 2, made++ % 3 === 0)) {
    liveBytes += 32;
  }
  t.ok(liveBytes > 128 * 1024 * 0.85, `${liveBytes} bytes of small objects fill 128 KiB`);
  t.equal(lookOver(world), "", "a full heap is sound");
  world.checkpoint();
  t.equal(lookOver(world), "");
  world.cut();
  t.equal(lookOver(world), "", "and comes back");

  world.setRoot(0, 0, null);
  let largeBytes = 0;
  while (grow(41, 2000, false)) largeBytes += 8016;
  t.ok(largeBytes > 128 * 1024 * 0.85, `${largeBytes} bytes of large objects fill 128 KiB`);

  world.setRoot(0, 0, null);
  for (let index = 0; index < 20; index++)
    t.ok(world.place(world.plain(40, 50_000), 2, false), "half, again");
  for (let index = 0; index < 3000; index++) grow(16 + 1, 2, false);
  t.equal(world.outOfMemory, 2, "garbage alone never fills it");
  t.equal(lookOver(world), "");
  t.end();
});

t.test("more children than the mark stack holds", (t) => {
  const world = new World({ seed: 3 });
  const addressOf = (root: number): number => world.heap.readWord(world.rootSlot(root));
  const attach = (index: number, root: number): void => {
    const holder = world.roots[1];
    if (holder === null) throw new Error("no holder");
    holder.references[index] = world.roots[root];
    world.storeReference(addressOf(1), holder, index, addressOf(root));
    world.poll();
  };
  for (let level = 0; level < 8; level++) {
    world.place(world.plain(41, 64), 1, false);
    if (level > 0) attach(63, 2);
    for (let index = 0; index < 63; index++) {
      world.place(world.plain(16, 2), 0, false);
      attach(index, 0);
    }
    world.setRoot(2, addressOf(1), world.roots[1]);
  }
  world.checkpoint();
  t.ok(world.heap.collect("full", 0));
  t.equal(lookOver(world), "", "nothing reachable is freed");
  world.checkpoint();
  const linesBefore = world.source.lines.size;
  for (const root of [0, 1, 2]) world.setRoot(root, 0, null);
  world.checkpoint();
  world.heap.collect("full", 0);
  world.checkpoint();
  t.ok(world.source.lines.size < linesBefore / 5, "what is unreachable is dropped from the store");
  t.equal(lookOver(world), "");
  t.end();
});

t.test("marks that find no room wait for a checkpoint", (t) => {
  const sizes = { ramBytes: 128 * 1024, tenuredBytes: 8 * 1024 * 1024, codeBytes: 0x40000 };
  const world = new World({ seed: 12, sizes });
  const { heap } = world;
  const fillWithGarbage = (): void => {
    while (heap.allocateLarge(50_000) !== 0) continue;
  };
  fillWithGarbage();
  for (let line = 0; !heap.checkpointDue; line++) {
    if (heap.windowFull) heap.safePoint(0, 0);
    heap.dirty(heap.map.codeStart + 256 * line);
  }
  t.ok(heap.collect("full", 50_000), "not out of memory");
  t.ok(heap.checkpointDue, "but a checkpoint comes first");
  t.notOk(heap.fullCollectionDue, "and no full collection before it");
  world.checkpoint();
  t.notOk(heap.checkpointDue);
  t.ok(heap.fullCollectionDue);
  t.ok(heap.collect("full", 50_000));
  t.equal(heap.stats.markOverrunLines, 0);
  t.not(heap.allocateLarge(50_000), 0);

  fillWithGarbage();
  for (let line = 0; !heap.checkpointDue; line++) {
    if (heap.windowFull) heap.safePoint(0, 0);
    heap.dirty(heap.map.codeStart + 256 * line);
  }
  heap.collect("full", 50_000);
  t.ok(heap.collect("full", 50_000), "who does not wait is served");
  t.ok(heap.stats.markOverrunLines > 0, "and told so");
  t.equal(heap.check().length, 0);
  t.end();
});

t.test("stacks: what lies above the top is not flushed, and given back", (t) => {
  const world = new World({ seed: 4 });
  const { map } = world.heap;
  const stackLines = (): number =>
    [...world.source.lines.keys()].filter(
      (line) => line * 256 >= map.framesStart && line * 256 < map.framesEnd,
    ).length;
  world.stackTop = map.framesStart + 30 * 256;
  world.heap.dirtyRange(map.framesStart, 40 * 256);
  world.checkpoint();
  t.equal(stackLines(), 30, "up to the top");
  world.stackTop = map.framesStart + 25 * 256 + 4;
  world.checkpoint();
  t.equal(stackLines(), 30, "a little less deep is no reason to drop");
  world.rebuild();
  world.stackTop = map.framesStart + 2 * 256;
  world.checkpoint();
  t.equal(stackLines(), 2, "much less deep is, also for a heap that was rebuilt");
  t.equal(world.heap.readWord(map.framesStart + 10 * 256), 0, "a dropped line reads as zeros");
  t.equal(lookOver(world), "");
  t.end();
});

t.test("a heap from the pool has no trace of an earlier one", (t) => {
  const secret = 0x5ec2e7;
  const first = new World({ seed: 5 });
  for (let index = 0; index < 40; index++) {
    first.place(first.plain(40, 150), index, index % 2 === 0);
    first.heap.writeWord(first.heap.readWord(first.rootSlot(index)) + 12, secret);
    first.poll();
  }
  first.heap.copyIn(first.heap.map.codeStart, new Uint8Array(Int32Array.of(secret).buffer));
  const { map } = first.heap;
  first.heap.discard();
  const second = new World({ seed: 6, sizes: { lineBytes: 512, ramBytes: 96 * 1024 } });
  t.notOk(second.heap.i32.includes(secret), "no byte is left, present or absent");
  t.equal(second.heap.readWord(map.codeStart), 0);
  t.equal(second.heap.readWord(second.heap.allocateTenured(64)), 0, "a virgin line is zero");
  const address = second.heap.allocate(800);
  t.ok(
    second.heap.u8.subarray(address, address + 800).every((byte) => byte === 0),
    "a new object too",
  );
  t.same(second.heap.copyOut(second.heap.map.romStart, 3000), smallSizes.rom, "the ROM is there");
  t.equal(lookOver(second), "");
  t.end();
});

t.test("what must not happen is an assertion", (t) => {
  const world = new World({ seed: 7, sizes: { evictAlways: true } });
  const { heap } = world;
  const { map } = heap;
  t.throws(() => heap.load(0), /outside the map/, "null");
  t.throws(() => heap.dirty(0xfffc), /outside the map/, "the null guard's end");
  t.throws(() => heap.load(map.mapEnd), /outside the map/);
  t.throws(() => heap.load(map.nurseryStart + 512), /never allocated/, "nursery not in use");
  t.throws(() => heap.dirty(map.romStart), /ROM/, "ROM is never written");
  t.throws(() => heap.loadRange(map.codeStart, 256 * (world.options.windowLines + 1)), /longer than W/);
  t.throws(() => heap.setHeader(3, 1), /header word/);
  t.throws(() => heap.recordStore(map.framesStart, map.nurseryStart), /recordStore/);
  heap.allocate(24);
  t.throws(() => heap.endCheckpoint(), /without having begun/);
  heap.safePoint(0, 0);
  const walk = (): void => {
    for (let line = 0; line <= world.options.windowLines; line++) heap.load(map.codeStart + 256 * line);
  };
  t.throws(walk, /more than W lines/, "the window");
  const roomy = new World({ seed: 7 });
  const fill = (): void => {
    for (let line = 0; line < 200; line++) roomy.heap.load(map.codeStart + 256 * line);
  };
  t.throws(fill, /RAM budget/, "the budget");
  t.end();
});

t.test("filling the nursery is no reason for a checkpoint", (t) => {
  const { heap } = new World({ seed: 13, sizes: { codeBytes: 0x20000 } });
  const dirtyLines = (count: number): void => {
    for (let line = 0; line < count; line++) heap.dirty(heap.map.codeStart + 256 * line);
  };
  const fill = (): number => {
    let bytes = 0;
    while (heap.allocate(200) !== 0) bytes += 200;
    return bytes;
  };
  const whole = fill();
  t.ok(whole > heap.map.nurseryBytes - 200, "nothing dirty: all of it");
  t.notOk(heap.checkpointDue);
  t.ok(heap.collect("young", 200));
  dirtyLines(30);
  const part = fill();
  t.ok(
    part < whole && part > 0,
    `30 dirty lines: ${part} of ${whole} bytes, the rest of RAM is for survivors`,
  );
  t.notOk(heap.checkpointDue);
  t.ok(heap.collect("young", 200));
  dirtyLines(60);
  t.ok(heap.checkpointDue, "dirty lines are");
  t.ok(heap.reserve(heap.map.nurseryBytes / 4), "the way to the checkpoint may allocate");
  t.end();
});

t.test("safe points keep what they are asked to keep", (t) => {
  for (const evictAlways of [false, true]) {
    const { heap } = new World({ seed: 8, sizes: { evictAlways } });
    const { codeStart } = heap.map;
    const epoch = heap.evictEpoch;
    for (let line = 0; line < 120; line++) {
      heap.load(codeStart + 256 * line);
      if (heap.windowFull) heap.safePoint(codeStart + 100, codeStart + 2 * 256 + 1);
    }
    heap.safePoint(codeStart + 100, codeStart + 2 * 256 + 1);
    const state = heap.lineState.subarray(codeStart >>> 8, (codeStart >>> 8) + 5);
    t.same([...state.subarray(0, 3)], [1, 1, 1], "the lines of the running method");
    t.same([...state.subarray(3)], [0, 0], "not those after it");
    t.equal(heap.u8[codeStart + 4 * 256], 0xdb, "what is absent is poison");
    t.not(heap.evictEpoch, epoch);
    t.equal(heap.attention, evictAlways, "what was asked is done");
    heap.discard();
  }
  t.end();
});

t.test("check() finds what is wrong", (t) => {
  const world = new World({ seed: 9 });
  world.place(world.plain(16 + 2, 2), 0, true);
  world.place(world.plain(16 + 2, 2), 1, true);
  const { heap } = world;
  const [holder, other] = [0, 1].map((root) => heap.readWord(world.rootSlot(root)));
  const found = (): string => heap.check()[0]?.what ?? "";
  t.equal(found(), "");
  world.place(world.plain(16, 2), 2, false);
  heap.writeWord(holder + 16, heap.readWord(world.rootSlot(2)));
  t.match(found(), /not remembered/);
  heap.recordStore(holder + 16, heap.readWord(world.rootSlot(2)));
  t.equal(found(), "");
  world.checkpoint();
  t.equal(found(), "");
  heap.load(other);
  heap.i32[(other + 8) >>> 2] ^= 1;
  t.match(found(), /clean line differs/);
  heap.i32[(other + 8) >>> 2] ^= 1;
  heap.writeWord(other + 16, heap.map.tenuredStart + 3);
  t.match(found(), /no object/);
  heap.writeWord(other + 16, heap.map.mapEnd - 4096);
  t.throws(found, /none of this world/, "the model is asked about a class that is none");
  t.end();
});

t.test("sizes", (t) => {
  const sizes: HeapSizes = { ...smallSizes, ramBytes: 64 * 1024 };
  const options = heapOptionsFor(sizes);
  t.equal(options.nurseryBytes, 8192);
  t.equal(options.windowLines, 64);
  t.equal(heapOptionsFor({ ...sizes, ramBytes: 2 ** 30 }).nurseryBytes, 2 ** 21);
  t.equal(heapOptionsFor({ ...sizes, ramBytes: 1000 }).windowLines, 16);
  const least = minimumRamBytes(sizes);
  t.ok(least > 16 * 1024 && least < 40 * 1024, `${least} bytes will do`);
  const source = { lineBytes: 256, read: (): boolean => false };
  const build = (ramBytes: number): VirtualHeap =>
    new VirtualHeap(heapOptionsFor({ ...sizes, ramBytes }), source, noModel);
  const heap = build(least);
  t.ok(heap.tenuredLimitBytes >= Math.min(16 * least, sizes.tenuredBytes), "and reach far");
  heap.discard();
  t.throws(() => build(least - 512), /too little RAM/);
  const map = heapMap(options);
  for (const start of [map.stateStart, map.romStart, map.codeStart, map.framesStart, map.tenuredStart]) {
    t.equal(start % 0x10000, 0, "sections start on 64 KiB");
  }
  t.same(stackRange(map, 0), [map.framesStart, map.framesStart + 0x4000]);
  t.same(stackRange(map, 3), [map.framesEnd - 0x1000, map.framesEnd]);
  t.throws(() => stackRange(map, 4), /thread slot/);
  const other = new World({ seed: 11 });
  other.checkpoint();
  const grown = heapOptionsFor({ ...smallSizes, codeBytes: 0x20000 });
  t.throws(() => new VirtualHeap(grown, other.source, noModel), /other sizes/, "a heap is rebuilt as it was");
  t.end();
});

t.test("the smallest RAM works", (t) => {
  const ramBytes = minimumRamBytes(smallSizes);
  for (const evictAlways of [false, true]) {
    const seed = seedOf(30);
    const world = new World({ seed, sizes: { ramBytes, evictAlways } });
    world.modelReads = 150;
    t.equal(
      drive(world, 8000, seed, { young: 0, full: 0, checkpoint: 0, cut: 1, check: 5 }),
      "",
      replay(seed),
    );
    world.rebuild();
    t.equal(world.markOverrun, 0);
    t.comment(`${ramBytes} bytes, ${world.checkpoints} checkpoints, ${world.source.lines.size} lines`);
    world.heap.discard();
  }
  t.end();
});
