/** What flushing, mounting, loading and levelling cost, over the sizes that one can choose. */
import { SeededRandom, assert } from "../src/base/index.ts";
import { FlashChip, MemoryCarrier, partByName } from "../src/flash/index.ts";
import { VirtualHeap, heapOptionsFor } from "../src/heap/index.ts";
import type { LineSource, ObjectLayout } from "../src/heap/index.ts";
import { runStoreWorkload } from "../src/lab/index.ts";
import type { StoreWorkload } from "../src/lab/index.ts";
import { Store, chipMemory } from "../src/store/index.ts";
import type { CountedCase, CountedSuite } from "./counts.ts";

const part = partByName("nor-1m");
assert(part !== undefined, "the part is known");

const LINES = 2048;
const store: StoreWorkload = {
  ...{ part, lines: LINES, lineBytes: 256, dirty: 16, pattern: "uniform", checkpoints: 200 },
  ...{ keepStates: 1, idleMicros: 0, seed: 1 },
};

function storeCase(name: string, changes: Partial<StoreWorkload>): CountedCase {
  return {
    name,
    run: () => {
      const workload = { ...store, ...changes };
      const { figures, chip } = runStoreWorkload(workload);
      const dirtyBytes = workload.checkpoints * workload.dirty * workload.lineBytes;
      const { bytesProgrammed, erases, worstCheckpoint } = figures;
      return {
        dirtyBytes,
        bytesProgrammed,
        erases,
        worstBytes: worstCheckpoint.bytes,
        eraseCountMax: figures.eraseCount.max,
        deviceMicros: chip.deviceMicros,
      };
    },
  };
}

const dirtyRatio: CountedSuite = {
  name: "flush cost over dirty ratio",
  note: "200 checkpoints of 2,048 lines of 256 bytes on 1 MiB: the share of them that is dirty",
  cases: [1, 4, 20, 102, 512].map((dirty) =>
    storeCase(`${((100 * dirty) / LINES).toFixed(2)} %`, { dirty, checkpoints: dirty > 100 ? 40 : 200 }),
  ),
};

const lineSize: CountedSuite = {
  name: "flush cost over line size",
  note: "200 checkpoints of 16 dirty lines each, 256 KiB of lines in erase blocks of 4 KiB",
  cases: [256, 512, 1024, 2048].map((lineBytes) =>
    storeCase(`${lineBytes} bytes`, { lineBytes, lines: (LINES * 128) / lineBytes }),
  ),
};

const levelling: CountedSuite = {
  name: "levelling",
  note: "9 lines of 10 are never written again; erase counts may be so far apart before lines are moved",
  cases: [2, 5, 10, 20, 1000].map((levelThreshold) =>
    storeCase(levelThreshold === 1000 ? "never" : `${levelThreshold} apart`, {
      ...{ pattern: "static90", levelThreshold, checkpoints: 3000 },
    }),
  ),
};

/** What a power-on reads after so many commits of 16 lines. */
function mountCase(commits: number): CountedCase {
  return {
    name: `${commits} commits`,
    run: () => {
      const { chip } = runStoreWorkload({ ...store, checkpoints: commits });
      const twin = new FlashChip(chip.part, (chip.carrier as MemoryCarrier).fork());
      const mounted = Store.mount(chipMemory(twin));
      assert(mounted.kind === "mounted", "the store mounts");
      const { reads, bytes } = mounted.store.mountReads;
      return {
        reads,
        bytes,
        bytesProgrammed: twin.counters.programmedBytes,
        deviceMicros: twin.deviceMicros,
      };
    },
  };
}

const mount: CountedSuite = {
  name: "mount",
  note: "what a power-on reads",
  cases: [1, 10, 100, 400].map(mountCase),
};

const lineBytes = 256;

class Lines implements LineSource {
  readonly lineBytes = lineBytes;
  readonly #lines = new Map<number, Uint8Array>();
  flushed = 0;

  read(line: number, into: Uint8Array): boolean {
    const bytes = this.#lines.get(line);
    if (bytes !== undefined) into.set(bytes);
    return bytes !== undefined;
  }

  commit(heap: VirtualHeap): void {
    for (const { line, bytes } of heap.beginCheckpoint().lines) {
      this.flushed++;
      this.#lines.set(line, bytes.slice());
    }
    heap.endCheckpoint();
  }
}

const ROOT_WORD = 64;
/** Where an object refers to another. */
const LINK_OFFSET = 8;

/** A heap of objects with one reference each, whose only root is a header word. */
function heapOf(
  objectBytes: number,
  ramBytes: number,
): { readonly heap: VirtualHeap; readonly lines: Lines } {
  const lines = new Lines();
  const layout: ObjectLayout = {
    kind: "instance",
    bytes: objectBytes,
    referenceOffsets: Int32Array.of(LINK_OFFSET),
  };
  const options = heapOptionsFor({
    ...{ lineBytes, ramBytes, codeBytes: 1 << 18, tenuredBytes: 1 << 20, outboxBytes: 4096 },
    ...{ mainStackBytes: 1 << 14, stackBytes: 1 << 13, threadSlots: 4, rom: new Uint8Array(4096) },
  });
  const heap: VirtualHeap = new VirtualHeap(options, lines, {
    layout: () => layout,
    forEachRootSlot: (_scope, visit) => visit(heap.map.stateStart + 4 * ROOT_WORD),
    stackTops: () => [],
  });
  return { heap, lines };
}

const OBJECTS = 1000;

/** Objects in tenured lines; each checkpoint follows upon a store to 64 of them. */
function objectCase(objectBytes: number): CountedCase {
  return {
    name: `${objectBytes} bytes`,
    run: () => {
      const { heap, lines } = heapOf(objectBytes, 512 * 1024);
      const random = new SeededRandom(objectBytes);
      const objects = Array.from({ length: OBJECTS }, () => {
        const address = heap.allocateTenured(objectBytes);
        heap.writeWord(address, 16);
        if (heap.checkpointDue) lines.commit(heap);
        if (heap.attention) heap.safePoint(0, 0);
        return address;
      });
      lines.commit(heap);
      lines.flushed = 0;
      for (let checkpoint = 0; checkpoint < 50; checkpoint++) {
        for (let store = 0; store < 64; store++) {
          heap.writeWord((objects[random.below(objects.length)] ?? 0) + 4, checkpoint);
          if (heap.attention) heap.safePoint(0, 0);
        }
        lines.commit(heap);
      }
      const linesFlushed = lines.flushed;
      heap.discard();
      return { stores: 50 * 64, linesFlushed, bytesFlushed: linesFlushed * lineBytes };
    },
  };
}

const objectSize: CountedSuite = {
  name: "flush cost over object size",
  note: "1,000 objects, 50 checkpoints after a store to 64 of them each, drawn at random",
  cases: [16, 32, 64, 128, 256].map(objectCase),
};

/** Passes over more lines than RAM holds; every fourth touch goes to a tenth of them. */
function loadCase(ramKib: number): CountedCase {
  return {
    name: `${ramKib} KiB of RAM`,
    run: () => {
      const { heap, lines } = heapOf(64, ramKib * 1024);
      const { codeStart } = heap.map;
      const random = new SeededRandom(1);
      for (let line = 0; line < 800; line++) {
        heap.dirty(codeStart + line * lineBytes);
        if (heap.checkpointDue) lines.commit(heap);
        if (heap.attention) heap.safePoint(0, 0);
      }
      lines.commit(heap);
      const before = heap.stats;
      for (let touch = 0; touch < 20_000; touch++) {
        heap.load(codeStart + random.below(touch % 4 === 0 ? 800 : 80) * lineBytes);
        if (heap.attention) heap.safePoint(0, 0);
      }
      const after = heap.stats;
      heap.discard();
      return {
        touches: 20_000,
        linesLoaded: after.linesLoaded - before.linesLoaded,
        linesEvicted: after.linesEvicted - before.linesEvicted,
      };
    },
  };
}

const loadEvict: CountedSuite = {
  name: "load and evict",
  note: "20,000 touches of 800 lines (200 KiB), three of four to a tenth of them",
  cases: [64, 96, 128, 256, 512].map(loadCase),
};

/** Survivors that are kept at a time. */
const KEPT = 200;

/** 20,000 objects of 32 bytes, one of `survives` is kept, in a chain that is let go when it is long. */
function birthCase(survives: number, hasNursery: boolean): CountedCase {
  return {
    name: `1 in ${survives} survives, ${hasNursery ? "nursery" : "none"}`,
    run: () => {
      const { heap, lines } = heapOf(32, 128 * 1024);
      const births = 20_000;
      for (let birth = 1; birth <= births; birth++) {
        const address = bornIn(heap, lines, hasNursery);
        heap.writeWord(address, 16);
        if (birth % survives === 0) {
          const isLong = (birth / survives) % KEPT === 0;
          heap.writeWord(address + LINK_OFFSET, isLong ? 0 : heap.header(ROOT_WORD));
          heap.setHeader(ROOT_WORD, address);
        }
        if (heap.attention) heap.safePoint(0, 0);
        if (heap.checkpointDue || birth % 1000 === 0) lines.commit(heap);
      }
      const linesFlushed = lines.flushed;
      heap.discard();
      return { births, linesFlushed, bytesFlushed: linesFlushed * lineBytes };
    },
  };
}

function bornIn(heap: VirtualHeap, lines: Lines, hasNursery: boolean): number {
  for (;;) {
    const address = hasNursery ? heap.allocate(32) : heap.allocateTenured(32);
    if (address !== 0) return address;
    if (heap.checkpointDue) lines.commit(heap);
    heap.collect(hasNursery && !heap.fullCollectionDue ? "young" : "full", 32);
  }
}

const nursery: CountedSuite = {
  name: "nursery against none",
  note: "20,000 objects of 32 bytes, a checkpoint after every 1,000",
  cases: [10, 100].flatMap((survives) => [birthCase(survives, true), birthCase(survives, false)]),
};

export const wearSuites: readonly CountedSuite[] = [
  dirtyRatio,
  lineSize,
  objectSize,
  mount,
  loadEvict,
  nursery,
  levelling,
];
