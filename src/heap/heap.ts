import { assert } from "../base/index.ts";
import { Collections } from "./collections.ts";
import { flushOf, type Flush } from "./flush.ts";
import { FlushBudget } from "./flush-budget.ts";
import { FlushTally } from "./flush-tally.ts";
import { checkHeap, type Finding } from "./check.ts";
import { dropUnusedFrames } from "./frames.ts";
import { heapMagic, heapShape, HeapWord, heapWordsEnd } from "./header.ts";
import { HeapLimits } from "./limits.ts";
import type { LineSource } from "./line-source.ts";
import { LineCache } from "./lines.ts";
import type { HeapMemory } from "./memory.ts";
import { HEADER_WORDS, heapMap, type HeapMap, type HeapOptions } from "./map.ts";
import { Nursery, type YoungRoom } from "./nursery.ts";
import type { ObjectModel } from "./objects.ts";
import { RememberedSet } from "./remembered.ts";
import type { HeapStats } from "./stats.ts";
import { TenuredSpace } from "./tenured.ts";
import { HeapWalk } from "./walk.ts";

/** One process's address space. Its computation state is in its lines; everything else here can be rebuilt from them. */
export class VirtualHeap {
  readonly map: HeapMap;
  readonly lineShift: number;
  readonly lineBytes: number;
  /** A machine with nothing but a step between looks whether a checkpoint is due: a hold-up bounds what it flushes. */
  readonly stopsAtSteps: boolean;
  private readonly shape: number;
  private readonly limits: HeapLimits;
  private readonly lines: LineCache;
  private readonly tenured: TenuredSpace;
  private readonly nursery: Nursery;
  private readonly remembered: RememberedSet;
  private readonly collections: Collections;
  private readonly model: ObjectModel;
  private readonly flushed = new FlushTally();
  private allocatedTenuredBytes = 0;

  /** A fresh heap, or the committed one that `source` holds: the same thing. `model` is not called yet. */
  constructor(options: HeapOptions, source: LineSource, model: ObjectModel) {
    this.shape = heapShape(options) | 0;
    this.map = heapMap(options);
    this.limits = new HeapLimits(options);
    this.lineShift = this.map.lineShift;
    this.lineBytes = options.lineBytes;
    this.model = model;
    const { cacheLines, windowLines, tenuredLines } = this.limits.budget;
    const evictAlways = options.evictAlways === true;
    this.lines = new LineCache(this.map, options.rom, source, { cacheLines, windowLines, evictAlways });
    const holdsLines = Math.min(tenuredLines, Math.ceil(options.tenuredBytes / options.lineBytes));
    this.tenured = new TenuredSpace(this.map, this.lines, { lineCount: tenuredLines, holdsLines });
    const flush = new FlushBudget(options, this.lines, this.tenured);
    this.stopsAtSteps = flush.isLimited;
    this.nursery = new Nursery(this.map, this.lines, this.tenured, flush);
    this.remembered = new RememberedSet(this.map);
    const { map, lines, nursery, tenured, remembered } = this;
    const parts = { map, lines, nursery, tenured, remembered, model };
    this.collections = new Collections(parts, this.limits, options.paranoid === true);
    if (this.header(HeapWord.magic) !== 0) this.restore();
    this.collections.followExtent();
    this.nursery.settleFlush();
    this.lines.settle();
  }

  get u8(): Uint8Array {
    return this.lines.u8;
  }
  get u16(): Uint16Array {
    return this.lines.u16;
  }
  get i32(): Int32Array {
    return this.lines.i32;
  }
  /** One byte a line: 0 absent, 1 clean, 2 dirty or in the nursery. */
  get lineState(): Uint8Array {
    return this.lines.lineState;
  }
  /** Where the heap lies in `arena`. */
  get region(): HeapMemory {
    return this.lines.held;
  }
  /** Changes when the views were replaced: inside allocate*, collect, beginCheckpoint and safePoint only. */
  get viewEpoch(): number {
    return this.lines.viewEpoch;
  }
  /** Changes when lines were evicted. */
  get evictEpoch(): number {
    return this.lines.evictEpoch;
  }
  /** The engine must come to a safe point. */
  get attention(): boolean {
    return this.lines.attention;
  }
  /** Half of W is used: code without polls must come to a safe point at the next bytecode. */
  get windowFull(): boolean {
    return this.lines.windowFull;
  }
  /** See the nursery, which knows what its survivors take. */
  roomToDirty(lines: number, dirtyAgain: number): "yes" | "checkpoint" | "never" {
    return this.nursery.roomToDirty(lines, dirtyAgain);
  }
  /** The dirty lines reached their budget: the next poll or collect point checkpoints. */
  get checkpointDue(): boolean {
    return this.lines.checkpointDue;
  }
  /** Resident lines and the nursery's; at most the budget. */
  get ramLinesResident(): number {
    return this.lines.residentLines + this.limits.budget.nurseryLines;
  }
  get ramLinesBudget(): number {
    return this.limits.budget.budgetLines;
  }
  get dirtyLines(): number {
    return this.lines.dirtyLines;
  }
  /** Tenured bytes that this heap's RAM can collect; a larger section is not used beyond. */
  get tenuredLimitBytes(): number {
    return this.tenured.holdsLines * this.lineBytes;
  }

  /** Bytes of tenured lines up to the last one in use, and the nursery; those of them in use; and all there can be. */
  get memory(): { readonly total: number; readonly used: number; readonly max: number } {
    const { tenured, nursery, map, lineBytes } = this;
    const inNursery = nursery.top - map.nurseryStart;
    return {
      total: tenured.extentLines * lineBytes + map.nurseryBytes,
      used: (tenured.lineCount - tenured.freeLines) * lineBytes + inNursery,
      max: map.tenuredBytes + map.nurseryBytes,
    };
  }

  get stats(): HeapStats {
    const { linesLoaded, linesEvicted, residentLinesMax } = this.lines;
    const { collections, flushed } = this;
    const { markOverrunLines, bytesSurvived } = collections;
    const inNursery = this.nursery.top - this.map.nurseryStart;
    const bytesAllocated = this.nursery.bytesAllocated + inNursery + this.allocatedTenuredBytes;
    return {
      ...{ linesLoaded, linesFlushed: flushed.lines, linesEvicted, bytesAllocated, bytesSurvived },
      ...{ linesWithoutNursery: flushed.linesWithoutNursery, linesOfWholeHeap: flushed.linesOfWholeHeap },
      ...{ youngCollections: collections.youngCount, fullCollections: collections.fullCount },
      ...{ residentLinesMax, markOverrunLines, flushLinesWorst: this.lines.flushLinesWorst },
    };
  }

  /** Makes the line at `address` resident; a line never written reads as zeros. */
  load(address: number): void {
    this.lines.load(address);
  }

  /** Makes the line at `address` resident and dirty. */
  dirty(address: number): void {
    this.lines.dirty(address);
  }

  /** `load` for each line of a range of at most W lines. */
  loadRange(address: number, byteCount: number): void {
    this.lines.loadRange(address, byteCount);
  }

  /** `dirty` for each line of a range of at most W lines. */
  dirtyRange(address: number, byteCount: number): void {
    this.lines.dirtyRange(address, byteCount);
  }

  /** Evicts clean lines until W more fit, but none of [protectFrom, protectTo). */
  safePoint(protectFrom: number, protectTo: number): void {
    this.lines.safePoint(protectFrom, protectTo);
  }

  readWord(address: number): number {
    this.lines.load(address);
    return this.lines.i32[address >>> 2];
  }

  writeWord(address: number, value: number): void {
    this.lines.dirty(address);
    this.lines.i32[address >>> 2] = value;
  }

  /** A copy of at most W lines of bytes. */
  copyOut(address: number, byteCount: number): Uint8Array {
    this.lines.loadRange(address, byteCount);
    return this.lines.u8.slice(address, address + byteCount);
  }

  /** Writes at most W lines of bytes. */
  copyIn(address: number, bytes: Uint8Array): void {
    this.lines.dirtyRange(address, bytes.length);
    this.lines.u8.set(bytes, address);
  }

  /** A word of the header: 0-31 are the heap's, 32-55 the machine's, 56-127 the process's. */
  header(index: number): number {
    assert(index >= 0 && index < HEADER_WORDS, "no such header word");
    return this.readWord(this.map.stateStart + 4 * index);
  }

  setHeader(index: number, value: number): void {
    assert(index >= heapWordsEnd && index < HEADER_WORDS, "not a header word of the machine or the process");
    const address = this.map.stateStart + 4 * index;
    if (this.readWord(address) !== (value | 0)) this.writeWord(address, value);
  }

  /** Where objects can be had without a call. */
  get youngRoom(): YoungRoom {
    return this.nursery;
  }

  /** Zeroed room in the nursery for an object of up to a quarter of it; 0: collect, then try again. */
  allocate(byteCount: number): number {
    return this.nursery.allocate(byteCount);
  }

  /** Zeroed room for an object that never moves; 0: collect, then try again. */
  allocateTenured(byteCount: number): number {
    const size = (byteCount + 7) & -8;
    const lineCount = Math.ceil(size / this.lineBytes);
    if (!this.nursery.sparesTenured(size > this.lineBytes ? lineCount : 0, lineCount)) return 0;
    return this.placed(size, this.tenured.place(size));
  }

  /** Zeroed room in tenured lines of its own, of which only those cost anything that are touched; 0: collect first. */
  allocateLarge(byteCount: number): number {
    const size = Math.ceil(byteCount / 8) * 8;
    const lineCount = Math.ceil(size / this.lineBytes);
    if (!this.nursery.sparesTenured(lineCount, lineCount)) return 0;
    return this.placed(size, this.tenured.placeRun(size));
  }

  /**
   * True: objects of `byteCount` bytes in all can be allocated without fail until the next collection. Objects count as
   * rounded up to 8 bytes, those for `allocateLarge` as rounded up to lines. False: `collect(…, byteCount)`, then again.
   */
  reserve(byteCount: number): boolean {
    return this.nursery.reserve(byteCount);
  }

  /**
   * At a collect point; where `checkpointDue`, the checkpoint comes first. True: `reserve(needBytes)` is true, and an
   * object of `needBytes` can be allocated; false after "full": out of memory. A full collection for whose marks the dirty
   * lines leave no room asks for a checkpoint instead (true, and `checkpointDue`): the failed allocation is to be tried
   * again after it, and then to collect again.
   */
  collect(kind: "young" | "full", needBytes: number): boolean {
    return this.collections.collect(kind, needBytes);
  }

  /** Whether garbage is worth a full collection, and RAM has room for its marks now. */
  get fullCollectionDue(): boolean {
    return this.collections.isFullDue;
  }

  /** The last full collection left references for a later one to clear, when fewer lines are dirty. */
  get hasUncleared(): boolean {
    return this.collections.hasUncleared;
  }

  /** A checkpoint is due, whatever is dirty. */
  wantCheckpoint(): void {
    this.lines.wantCheckpoint();
  }

  /** The write barrier: the tenured slot at `slotAddress` now holds a nursery object. */
  recordStore(slotAddress: number, value: number): void {
    assert(
      slotAddress >= this.map.tenuredStart && value >= this.map.nurseryStart && value < this.map.nurseryEnd,
      "recordStore is for tenured slots that hold nursery objects",
    );
    this.remembered.record(slotAddress);
  }

  /** Empties the nursery and says what to commit. May be called again if the commit could not be made. */
  beginCheckpoint(): Flush {
    const { lines } = this;
    this.collections.collectYoung();
    // From here on it becomes dirty.
    lines.flushBeside = 0;
    lines.isCollecting = true;
    dropUnusedFrames(this.map, lines, this.model);
    lines.isCollecting = false;
    lines.makeRoom(this.limits.stateLines(this.tenured.extentLines));
    this.tenured.save();
    this.saveIdentity();
    return flushOf(lines);
  }

  /** The flush is durable. */
  endCheckpoint(): void {
    assert(this.nursery.isEmpty, "a checkpoint ends without having begun");
    const { lines, tenured, nursery, collections } = this;
    this.flushed.note(lines, tenured, nursery, collections.bytesSurvived);
    lines.markAllClean();
    nursery.settleFlush();
  }

  /** Every invariant, and every object reachable from the roots. At a collect point. */
  check(): Finding[] {
    const { map, lines, tenured, nursery, remembered, model } = this;
    lines.isCollecting = true;
    const findings = checkHeap({ map, lines, tenured, nursery, remembered, model });
    lines.isCollecting = false;
    lines.settle();
    return findings;
  }

  /** Lets somebody look at the objects, as `check` does. At a collect point. */
  inspect<Seen>(look: (walk: HeapWalk) => Seen): Seen {
    this.lines.isCollecting = true;
    const seen = look(new HeapWalk(this.lines, this.model));
    this.lines.isCollecting = false;
    this.lines.settle();
    return seen;
  }

  /** Tenured lines that hold objects. */
  get usedLines(): number {
    return this.tenured.usedLines;
  }

  /** Deletes the in-memory heap; nothing of this object may be used afterwards. */
  discard(): void {
    this.lines.release();
  }

  private placed(size: number, address: number): number {
    if (address !== 0) this.allocatedTenuredBytes += size;
    this.collections.followExtent();
    this.nursery.settleFlush();
    return address;
  }

  /** Right after a checkpoint: its share of RAM (false: as it was, no heap could be built with it) and `setStoreLines`. */
  setShares(ramBytes: number, roomLines: number, partLines: number): boolean {
    this.tenured.setStoreLines(roomLines, partLines);
    assert(this.lines.dirtyLines === 0, "a heap's share of RAM changes right after a checkpoint");
    if (!this.limits.setRam(ramBytes)) return false;
    this.lines.limitLines = this.limits.budget.cacheLines;
    this.lines.safePoint(0, 0);
    this.collections.followExtent();
    return true;
  }

  private saveIdentity(): void {
    if (this.header(HeapWord.magic) === heapMagic) return;
    this.writeWord(this.map.stateStart + 4 * HeapWord.magic, heapMagic);
    this.writeWord(this.map.stateStart + 4 * HeapWord.shape, this.shape);
  }

  private restore(): void {
    assert(this.header(HeapWord.magic) === heapMagic, "the committed lines are no heap");
    assert(this.header(HeapWord.shape) === this.shape, "the committed heap has other sizes");
    this.tenured.restore();
  }
}
