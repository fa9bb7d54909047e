/** The virtual heap's slow paths, each beside what the bare host needs for the same bytes. */
import b from "benny";
import { heapOptionsFor, type LineSource, type ObjectLayout, VirtualHeap } from "../src/heap/index.ts";

const lineBytes = 256;
const instance: ObjectLayout = { kind: "instance", bytes: 24, referenceOffsets: Int32Array.of(16) };

class Lines implements LineSource {
  readonly lineBytes = lineBytes;
  readonly #lines = new Map<number, Uint8Array>();

  read(line: number, into: Uint8Array): boolean {
    const bytes = this.#lines.get(line);
    if (bytes !== undefined) into.set(bytes);
    return bytes !== undefined;
  }

  commit(heap: VirtualHeap): void {
    for (const { line, bytes } of heap.beginCheckpoint().lines) {
      const held = this.#lines.get(line);
      if (held === undefined) this.#lines.set(line, bytes.slice());
      else held.set(bytes);
    }
    heap.endCheckpoint();
  }
}

const options = heapOptionsFor({
  ...{ lineBytes, ramBytes: 512 * 1024, codeBytes: 1 << 20, tenuredBytes: 3 << 20, outboxBytes: 4096 },
  ...{ mainStackBytes: 1 << 16, stackBytes: 1 << 14, threadSlots: 16, rom: new Uint8Array(1 << 19) },
});

/** A heap whose only root is a header word. */
function build(source: LineSource): VirtualHeap {
  const heap: VirtualHeap = new VirtualHeap(options, source, {
    layout: () => instance,
    forEachRootSlot: (_scope, visit) => visit(heap.map.stateStart + 4 * 64),
    stackTops: () => [],
  });
  return heap;
}

const source = new Lines();
const heap = build(source);
const { codeStart } = heap.map;
for (let line = 0; line < 4000; line++) {
  heap.dirty(codeStart + line * lineBytes);
  if (heap.checkpointDue) source.commit(heap);
  if (heap.attention) heap.safePoint(0, 0);
}
source.commit(heap);

const bare = new Uint8Array(8 << 20);
let line = 0;

await b.suite(
  "Load 16 absent lines of 256 bytes, evicting as many",
  b.add("virtual heap", () => {
    for (let count = 0; count < 16; count++) {
      line = (line + 1) % 4000;
      heap.load(codeStart + line * lineBytes);
    }
    if (heap.attention) heap.safePoint(0, 0);
  }),
  b.add("copy 16 lines (baseline)", () => {
    for (let count = 0; count < 16; count++) {
      line = (line + 1) % 4000;
      bare.copyWithin(line * lineBytes, (line + 4000) * lineBytes, (line + 4001) * lineBytes);
    }
  }),
  b.cycle(),
  b.complete(),
);

await b.suite(
  "Checkpoint with 64 dirty lines",
  b.add("virtual heap", () => {
    for (let count = 0; count < 64; count++) heap.dirty(codeStart + count * lineBytes);
    source.commit(heap);
  }),
  b.add("copy 64 lines (baseline)", () => {
    for (let count = 0; count < 64; count++) {
      bare.copyWithin(count * lineBytes, (count + 4000) * lineBytes, (count + 4001) * lineBytes);
    }
  }),
  b.cycle(),
  b.complete(),
);

await b.suite(
  "Allocate 1000 objects of 24 bytes, 1 in 100 survives",
  b.add("virtual heap", () => {
    for (let count = 0; count < 1000; count++) {
      let address = heap.allocate(24);
      if (address === 0) {
        if (heap.checkpointDue) source.commit(heap);
        heap.collect(heap.fullCollectionDue ? "full" : "young", 24);
        address = heap.allocate(24);
      }
      heap.i32[address >>> 2] = 16;
      if (count % 100 === 0) heap.setHeader(64, address);
    }
    if (heap.checkpointDue) source.commit(heap);
  }),
  b.add("JavaScript objects (baseline)", () => {
    let kept: object = {};
    for (let count = 0; count < 1000; count++) {
      const made = { classId: 16, hash: 0, next: null, a: 0, b: 0 };
      if (count % 100 === 0) kept = made;
    }
    return kept;
  }),
  b.cycle(),
  b.complete(),
);

await b.suite(
  "Discard the heap and build it again from its lines",
  b.add("virtual heap", () => {
    const rebuilt = build(source);
    rebuilt.header(64);
    rebuilt.discard();
  }),
  b.add("a new memory of that size (baseline)", () => {
    new Uint8Array(heap.u8.length);
  }),
  b.cycle(),
  b.complete(),
);
