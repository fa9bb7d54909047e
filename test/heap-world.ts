/**
 * A heap driven at random beside a plain object graph in JavaScript that must stay the same graph. Roots are 16 header
 * words and 64 words of the main stack. Classes: 16 + n has n references and two words of data, 40 is a byte array, 41 a
 * reference array, 42 a long array.
 */
import { assert, SeededRandom } from "../src/base/index.ts";
import { heapOptionsFor, VirtualHeap } from "../src/heap/index.ts";
import type { HeapOptions, HeapSizes, LineSource, ObjectLayout, ObjectModel } from "../src/heap/index.ts";

export interface PlainObject {
  readonly classId: number;
  readonly data: number[];
  readonly references: (PlainObject | null)[];
}

export type Roots = (PlainObject | null)[];

export const headerRoots = 16;
export const rootCount = headerRoots + 64;
const byteArray = 40;
const referenceArray = 41;
const longArray = 42;

export function layoutOf(classId: number): ObjectLayout {
  if (classId === byteArray) return { kind: "array", elementShift: 0, isReference: false, dataOffset: 12 };
  if (classId === referenceArray)
    return { kind: "array", elementShift: 2, isReference: true, dataOffset: 12 };
  if (classId === longArray) return { kind: "array", elementShift: 3, isReference: false, dataOffset: 16 };
  assert(classId >= 16 && classId < 40, `class ${classId} is none of this world`);
  const count = classId - 16;
  const referenceOffsets = Int32Array.from({ length: count }, (_, index) => 16 + 4 * index);
  return { kind: "instance", bytes: 16 + 4 * count, referenceOffsets };
}

/** Committed lines; a checkpoint puts a whole flush into it at once. */
export class MapSource implements LineSource {
  readonly lineBytes: number;
  readonly lines = new Map<number, Uint8Array>();

  constructor(lineBytes: number) {
    this.lineBytes = lineBytes;
  }

  read(line: number, into: Uint8Array): boolean {
    const bytes = this.lines.get(line);
    if (bytes !== undefined) into.set(bytes);
    return bytes !== undefined;
  }
}

export const smallSizes: HeapSizes = {
  ...{ lineBytes: 256, ramBytes: 48 * 1024, codeBytes: 0x10000, tenuredBytes: 512 * 1024 },
  ...{ mainStackBytes: 0x4000, stackBytes: 0x1000, threadSlots: 4, outboxBytes: 1024 },
  rom: Uint8Array.from({ length: 3000 }, (_, index) => index * 7),
};

export interface WorldOptions {
  readonly seed: number;
  readonly sizes?: Partial<HeapSizes>;
  /** Rebuild the heap from its lines after every checkpoint. */
  readonly amnesia?: boolean;
}

export class World {
  heap: VirtualHeap;
  roots: Roots = new Array<PlainObject | null>(rootCount).fill(null);
  readonly source: MapSource;
  readonly options: HeapOptions;
  /** Of every checkpoint: what was flushed, to compare runs. */
  readonly flushes: string[] = [];
  /** The main stack's unused part begins here. */
  stackTop: number;
  /** Lines that the model reads to find the roots, as a machine with many threads does. */
  modelReads = 0;
  outOfMemory = 0;
  checkpoints = 0;
  /** Sums over the heaps that were discarded. */
  evicted = 0;
  youngCollections = 0;
  fullCollections = 0;
  markOverrun = 0;
  private readonly random: SeededRandom;
  private readonly amnesia: boolean;
  private committedRoots: Roots;

  constructor(options: WorldOptions) {
    this.random = new SeededRandom(options.seed);
    this.amnesia = options.amnesia === true;
    this.options = heapOptionsFor({ ...smallSizes, ...options.sizes });
    this.source = new MapSource(this.options.lineBytes);
    this.heap = this.build();
    this.stackTop = this.heap.map.framesStart + 4 * (rootCount - headerRoots);
    this.committedRoots = cloneRoots(this.roots);
  }

  /** One random operation, with the safe point and the checkpoint it asks for. */
  step(): void {
    const choice = this.random.below(100);
    if (choice < 2) this.makeSeveral();
    else if (choice < 45) this.make();
    else if (choice < 75) this.link();
    else if (choice < 90) this.write();
    else if (choice < 97) this.setRoot(this.random.below(rootCount), 0, null);
    else this.heap.safePoint(0, 0);
    this.poll();
  }

  poll(): void {
    if (this.heap.attention) this.heap.safePoint(0, 0);
    if (this.heap.checkpointDue) this.checkpoint();
  }

  checkpoint(): void {
    const flush = this.heap.beginCheckpoint();
    const shown: string[] = [];
    for (const { firstLine, lineCount } of flush.drops) {
      shown.push(`-${firstLine}+${lineCount}`);
      for (let line = firstLine; line < firstLine + lineCount; line++) this.source.lines.delete(line);
    }
    const isDropped = (line: number): boolean =>
      flush.drops.some(({ firstLine, lineCount }) => line >= firstLine && line < firstLine + lineCount);
    let lineCount = 0;
    for (const { line, bytes } of flush.lines) {
      assert(!isDropped(line), "a line is flushed and dropped");
      assert(line < this.heap.map.nurseryStart / 256 || line >= this.heap.map.nurseryEnd / 256, "nursery");
      this.source.lines.set(line, bytes.slice());
      shown.push(`${line}:${Buffer.from(bytes).toString("latin1")}`);
      lineCount += 1;
    }
    assert(lineCount === flush.lineCount, "the flush counts its lines wrong");
    this.flushes.push(shown.join("|"));
    this.heap.endCheckpoint();
    this.committedRoots = cloneRoots(this.roots);
    this.checkpoints += 1;
    if (this.amnesia) this.rebuild();
  }

  /** The power goes: the graph is again what the last checkpoint had. */
  cut(): void {
    this.rebuild();
    this.roots = cloneRoots(this.committedRoots);
  }

  rebuild(): void {
    const { linesEvicted, youngCollections, fullCollections, markOverrunLines } = this.heap.stats;
    this.evicted += linesEvicted;
    this.youngCollections += youngCollections;
    this.fullCollections += fullCollections;
    this.markOverrun += markOverrunLines;
    this.heap.discard();
    this.heap = this.build();
  }

  rootSlot(index: number): number {
    const { map } = this.heap;
    return index < headerRoots
      ? map.stateStart + 4 * (64 + index)
      : map.framesStart + 4 * (index - headerRoots);
  }

  /** Compares the whole graph, identities included; the first difference, or "". */
  difference(): string {
    const plainOf = new Map<number, PlainObject>();
    const addressOf = new Map<PlainObject, number>();
    const pending: PlainObject[] = [];
    const pair = (address: number, plain: PlainObject | null, where: string): string => {
      if (address === 0 || plain === null) return address === 0 && plain === null ? "" : `${where}: null`;
      if (!plainOf.has(address) && !addressOf.has(plain)) {
        plainOf.set(address, plain);
        addressOf.set(plain, address);
        pending.push(plain);
      }
      return plainOf.get(address) === plain && addressOf.get(plain) === address ? "" : `${where}: identity`;
    };
    for (let index = 0; index < rootCount; index++) {
      const found = pair(this.read(this.rootSlot(index)), this.roots[index], `root ${index}`);
      if (found !== "") return found;
    }
    for (let plain = pending.pop(); plain !== undefined; plain = pending.pop()) {
      const address = addressOf.get(plain) as number;
      const where = `object ${address} of class ${plain.classId}`;
      if ((this.read(address) & 0xffff) !== plain.classId) return `${where}: class`;
      for (let index = 0; index < plain.data.length; index++) {
        if (this.readData(address, plain, index) !== plain.data[index]) return `${where}: data ${index}`;
      }
      for (let index = 0; index < plain.references.length; index++) {
        const slot = this.referenceSlot(address, plain, index);
        const found = pair(this.read(slot), plain.references[index], `${where}: reference ${index}`);
        if (found !== "") return found;
      }
    }
    return "";
  }

  /** Makes an object of a random kind and puts it into a root. */
  make(): void {
    const kind = this.random.below(100);
    let plain: PlainObject;
    if (kind < 70) plain = this.plain(16 + this.random.below(8), 2);
    else if (kind < 85) plain = this.plain(byteArray, this.random.below(kind < 72 ? 900 : 200));
    else if (kind < 97) plain = this.plain(referenceArray, this.random.below(kind < 87 ? 150 : 30));
    else plain = this.plain(longArray, this.random.below(kind < 98 ? 600 : 60));
    this.place(plain, this.random.below(rootCount), kind % 10 === 0);
  }

  /** Several objects under one reservation, as a native allocates: none may fail and nothing may move between. */
  private makeSeveral(): void {
    const plains: PlainObject[] = [];
    const sizes: number[] = [];
    const count = 1 + this.random.below(6);
    while (plains.length < count) {
      const kinds = [this.plain(16 + this.random.below(8), 2), this.plain(byteArray, this.random.below(500))];
      const plain = kinds[this.random.below(2)];
      plains.push(plain);
      sizes.push((sizeOf(plain) + 7) & -8);
    }
    const sum = (): number => sizes.reduce((total, size) => total + size, 0);
    while (sum() > this.heap.map.nurseryBytes >> 2) {
      plains.shift();
      sizes.shift();
    }
    if (this.random.chance(0.1)) {
      plains.push(this.plain(byteArray, 5000));
      sizes.push(Math.ceil(5012 / this.options.lineBytes) * this.options.lineBytes);
    }
    const bytes = sum();
    if (!this.until(() => this.heap.reserve(bytes), bytes)) {
      this.outOfMemory += 1;
      return;
    }
    const addresses = plains.map((plain) => this.attempt(sizeOf(plain), this.random.chance(0.3)));
    assert(!addresses.includes(0), "an allocation failed although it was reserved");
    plains.forEach((plain, index) => {
      this.write32(addresses[index], plain.classId);
      if (plain.classId >= byteArray) this.write32(addresses[index] + 8, lengthOf(plain));
      this.setRoot(index, addresses[index], plain);
    });
  }

  place(plain: PlainObject, root: number, tenured: boolean): boolean {
    const bytes = sizeOf(plain);
    const address = this.allocate(bytes, tenured);
    if (address === 0) {
      this.outOfMemory += 1;
      return false;
    }
    this.write32(address, plain.classId);
    if (plain.classId >= byteArray) this.write32(address + 8, lengthOf(plain));
    this.setRoot(root, address, plain);
    if (bytes > 4096) return true;
    for (let index = 0; index < plain.data.length; index += 1 + this.random.below(8)) {
      this.writeData(address, plain, index);
    }
    return true;
  }

  plain(classId: number, count: number): PlainObject {
    const references = classId === referenceArray ? count : classId < byteArray ? classId - 16 : 0;
    const data = classId === referenceArray ? 0 : count;
    return {
      classId,
      data: new Array<number>(data).fill(0),
      references: new Array<PlainObject | null>(references).fill(null),
    };
  }

  setRoot(index: number, address: number, plain: PlainObject | null): void {
    this.write32(this.rootSlot(index), address);
    this.roots[index] = plain;
  }

  /** A reference store with the barrier; the plain object is the caller's to change. */
  storeReference(address: number, plain: PlainObject, index: number, value: number): void {
    const slot = this.referenceSlot(address, plain, index);
    this.write32(slot, value);
    const { map } = this.heap;
    const isYoung = value >= map.nurseryStart && value < map.nurseryEnd;
    if (isYoung && slot >= map.tenuredStart) this.heap.recordStore(slot, value);
  }

  private allocate(bytes: number, tenured: boolean): number {
    let address = 0;
    this.until(() => (address = this.attempt(bytes, tenured)) !== 0, bytes);
    return address;
  }

  private attempt(bytes: number, tenured: boolean): number {
    const { heap } = this;
    if (bytes > heap.map.nurseryBytes >> 2) return heap.allocateLarge(bytes);
    return tenured ? heap.allocateTenured(bytes) : heap.allocate(bytes);
  }

  /** Tries again after what the heap asks for; false: out of memory. */
  private until(attempt: () => boolean, bytes: number): boolean {
    for (let rounds = 0; rounds < 8; rounds++) {
      if (attempt()) return true;
      if (this.heap.checkpointDue) {
        this.checkpoint();
        continue;
      }
      const kind = this.heap.fullCollectionDue ? "full" : "young";
      if (!this.heap.collect(kind, bytes) && !this.heap.collect("full", bytes)) return false;
    }
    assert(false, "collect promised room and there is none");
  }

  /** Stores a reachable object into a slot of another. */
  private link(): void {
    const holder = this.walk();
    const value = this.walk();
    if (holder === undefined || value === undefined || holder.plain.references.length === 0) return;
    const index = this.random.below(holder.plain.references.length);
    const toNull = this.random.chance(0.2);
    holder.plain.references[index] = toNull ? null : value.plain;
    this.storeReference(holder.address, holder.plain, index, toNull ? 0 : value.address);
  }

  private write(): void {
    const found = this.walk();
    if (found === undefined || found.plain.data.length === 0) return;
    this.writeData(found.address, found.plain, this.random.below(found.plain.data.length));
  }

  private walk(): { address: number; plain: PlainObject } | undefined {
    const root = this.random.below(rootCount);
    let plain = this.roots[root];
    let address = this.read(this.rootSlot(root));
    for (let steps = this.random.below(4); plain !== null && steps > 0; steps--) {
      if (plain.references.length === 0) break;
      const index = this.random.below(plain.references.length);
      const next = plain.references[index];
      if (next === null) break;
      address = this.read(this.referenceSlot(address, plain, index));
      plain = next;
    }
    return plain === null ? undefined : { address, plain };
  }

  private referenceSlot(address: number, plain: PlainObject, index: number): number {
    return address + (plain.classId === referenceArray ? 12 : 16) + 4 * index;
  }

  private writeData(address: number, plain: PlainObject, index: number): void {
    const value = this.random.nextUint32() | 0;
    if (plain.classId === byteArray) {
      plain.data[index] = (value << 24) >> 24;
      this.heap.copyIn(address + 12 + index, Uint8Array.of(value));
      return;
    }
    plain.data[index] = value;
    this.write32(dataAddress(address, plain, index), value);
  }

  private readData(address: number, plain: PlainObject, index: number): number {
    this.makeRoom();
    if (plain.classId === byteArray) return (this.heap.copyOut(address + 12 + index, 1)[0] << 24) >> 24;
    return this.heap.readWord(dataAddress(address, plain, index));
  }

  private read(address: number): number {
    this.makeRoom();
    return this.heap.readWord(address);
  }

  private makeRoom(): void {
    if (this.heap.windowFull) this.heap.safePoint(0, 0);
  }

  /** As the engine does it: the byte table first, the slow path only when it says so. */
  private write32(address: number, value: number): void {
    this.makeRoom();
    const { heap } = this;
    if (heap.lineState[address >>> heap.lineShift] !== 2) heap.dirty(address);
    heap.i32[address >>> 2] = value;
  }

  private build(): VirtualHeap {
    return new VirtualHeap(this.options, this.source, new WorldModel(this));
  }
}

class WorldModel implements ObjectModel {
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  layout(classId: number): ObjectLayout {
    return layoutOf(classId);
  }

  forEachRootSlot(scope: "young" | "all", visit: (slotAddress: number) => void): void {
    const { heap, modelReads } = this.world;
    for (let line = 0; line < modelReads; line++) heap.readWord(heap.map.codeStart + line * heap.lineBytes);
    for (let index = 0; index < rootCount; index++) {
      const slot = this.world.rootSlot(index);
      if (scope === "all" || heap.lineState[slot >>> heap.lineShift] === 2) visit(slot);
    }
  }

  stackTops(): Iterable<readonly [number, number]> {
    const { framesStart, mainStackBytes } = this.world.heap.map;
    return [[this.world.stackTop, framesStart + mainStackBytes]];
  }
}

/** A copy of the whole graph; long chains do not fit the recursion of `structuredClone`. */
function cloneRoots(roots: Roots): Roots {
  const copies = new Map<PlainObject, PlainObject>();
  const pending: PlainObject[] = [];
  const copyOf = (plain: PlainObject | null): PlainObject | null => {
    if (plain === null) return null;
    const held = copies.get(plain);
    if (held !== undefined) return held;
    const copy = { ...plain, data: plain.data.slice(), references: plain.references.slice() };
    copies.set(plain, copy);
    pending.push(copy);
    return copy;
  };
  const cloned = roots.map(copyOf);
  for (let copy = pending.pop(); copy !== undefined; copy = pending.pop()) {
    copy.references.forEach((reference, index) => (copy.references[index] = copyOf(reference)));
  }
  return cloned;
}

function lengthOf(plain: PlainObject): number {
  return plain.classId === referenceArray ? plain.references.length : plain.data.length;
}

function sizeOf(plain: PlainObject): number {
  const layout = layoutOf(plain.classId);
  if (layout.kind === "instance") return layout.bytes;
  return layout.dataOffset + (lengthOf(plain) << layout.elementShift);
}

function dataAddress(address: number, plain: PlainObject, index: number): number {
  if (plain.classId === longArray) return address + 16 + 8 * index;
  return index === 0 ? address + 4 : address + 12;
}
