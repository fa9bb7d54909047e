/** The virtual heap's slow paths, each beside what the bare host needs for the same bytes. */
import { heapOptionsFor, type LineSource, type ObjectLayout, VirtualHeap } from "../src/heap/index.ts";
import { type Row, compare } from "./table.ts";

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

function loadLines(): void {
  for (let count = 0; count < 16; count++) {
    line = (line + 1) % 4000;
    heap.load(codeStart + line * lineBytes);
  }
  if (heap.attention) heap.safePoint(0, 0);
}

function loadAndWriteBack(): void {
  for (let count = 0; count < 16; count++) {
    line = (line + 1) % 4000;
    heap.dirty(codeStart + line * lineBytes);
  }
  source.commit(heap);
  if (heap.attention) heap.safePoint(0, 0);
}

function checkpoint(dirtyLines: number): void {
  for (let count = 0; count < dirtyLines; count++) heap.dirty(codeStart + count * lineBytes);
  source.commit(heap);
}

function copyLines(count: number): void {
  for (let copied = 0; copied < count; copied++) {
    line = (line + 1) % 4000;
    bare.copyWithin(line * lineBytes, (line + 4000) * lineBytes, (line + 4001) * lineBytes);
  }
}

function allocate(): void {
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
}

let keptObject: object = {};
function allocatePlain(): void {
  for (let count = 0; count < 1000; count++) {
    const made = { classId: 16, hash: 0, next: null, a: 0, b: 0 };
    if (count % 100 === 0) keptObject = made;
  }
  if (Object.keys(keptObject).length === 0) throw new Error("nothing was allocated");
}

function rebuild(): void {
  const rebuilt = build(source);
  rebuilt.header(64);
  rebuilt.discard();
}

export async function heapRows(): Promise<Row[]> {
  const copies = "the bare copies of the bytes";
  return [
    await compare("load 16 absent lines, evicting as many", loadLines, copies, () => copyLines(16)),
    await compare("load 16 lines, dirty them, write them back", loadAndWriteBack, copies, () =>
      copyLines(32),
    ),
    await compare(
      "checkpoint with 16 dirty lines",
      () => checkpoint(16),
      copies,
      () => copyLines(16),
    ),
    await compare(
      "checkpoint with 64 dirty lines",
      () => checkpoint(64),
      copies,
      () => copyLines(64),
    ),
    await compare(
      "allocate 1000 objects, 1 in 100 survives",
      allocate,
      "plain JavaScript objects",
      allocatePlain,
    ),
    await compare("discard the heap and build it from its lines", rebuild, "copying 64 lines", () =>
      copyLines(64),
    ),
  ];
}
