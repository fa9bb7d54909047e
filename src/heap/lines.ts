/**
 * The in-memory heap: lines of one address space, each absent (0), clean (1) or dirty (2). It keeps these true:
 * resident lines never exceed `limitLines`; a dirty line leaves only by `markAllClean` after a commit, or because nothing
 * needs it (`discard`); an absent line's bytes are poison; ROM lines are clean for ever, uncounted and never written;
 * a line of the nursery in use is "dirty" to the barriers and in none of the counts here.
 */
import { assert } from "../base/index.ts";
import { LineSet } from "./line-set.ts";
import type { LineCacheSizes, LineSource } from "./line-source.ts";
import type { HeapMap } from "./map.ts";
import { acquireMemory, arena, type HeapMemory, poisonByte, releaseMemory, wasmPageBytes } from "./memory.ts";

export class LineCache {
  u8 = new Uint8Array(0);
  i8 = new Int8Array(0);
  u16 = new Uint16Array(0);
  i16 = new Int16Array(0);
  i32 = new Int32Array(0);
  lineState: Uint8Array = new Uint8Array(0);
  /** Changes whenever the views are replaced. */
  viewEpoch = 0;
  /** Changes whenever a line was evicted. */
  evictEpoch = 0;
  /** The engine must come to a safe point. */
  attention = false;
  /** Half of the window is used: a run of bytecodes without a poll must come to a safe point too. */
  windowFull = false;
  residentLines = 0;
  dirtyLines = 0;
  /** Dirty lines from which a checkpoint is due; follows the nursery and the tenured extent. */
  dirtyAllowance = 0;
  checkpointWanted = false;
  /** Lines that a checkpoint would flush beside the dirty ones. */
  flushBeside = 0;
  /** The most lines that a checkpoint would have had to flush at any instant. */
  flushLinesWorst = 0;
  /** Inside a collection nothing is assumed resident across calls, so an arrival may evict. */
  isCollecting = false;
  /** Lines that may be resident; the collector lowers it while its marks take room. */
  limitLines: number;
  linesLoaded = 0;
  linesEvicted = 0;
  residentLinesMax = 0;

  readonly lineShift: number;
  readonly lineBytes: number;
  private readonly map: HeapMap;
  private readonly source: LineSource;
  private readonly windowLines: number;
  private readonly evictAlways: boolean;
  readonly held: HeapMemory;
  private readonly lineBuffer: Uint8Array;
  private readonly firstLine: number;
  private readonly romLines: readonly [number, number];
  private readonly nurseryLines: readonly [number, number];
  private readonly endLine: number;
  /** Dirty since the last checkpoint. */
  private readonly dirtySet: LineSet;
  /** Freed since the last commit: they read as zeros though the source may still have them. */
  private readonly droppedSet: LineSet;
  /** Tenured addresses at and above were never allocated. */
  private allocatedEnd: number;
  /** Resident lines in order of arrival: `ring[(ringHead + i) & mask]`, i < residentLines. */
  private ring = new Int32Array(1024);
  private ringHead = 0;
  private windowLoads = 0;
  /** Lines in the ring that are absent. */
  private discardedCount = 0;

  constructor(map: HeapMap, rom: Uint8Array, source: LineSource, sizes: LineCacheSizes) {
    this.map = map;
    this.source = source;
    this.lineShift = map.lineShift;
    this.lineBytes = 1 << map.lineShift;
    assert(source.lineBytes === this.lineBytes, "the source has lines of another size");
    this.lineBuffer = new Uint8Array(this.lineBytes);
    this.limitLines = sizes.cacheLines;
    this.windowLines = sizes.windowLines;
    this.evictAlways = sizes.evictAlways;
    this.firstLine = map.stateStart >>> map.lineShift;
    const romEndLine = (map.romStart + map.romBytes + this.lineBytes - 1) >>> map.lineShift;
    this.romLines = [map.romStart >>> map.lineShift, romEndLine];
    this.nurseryLines = [map.nurseryStart >>> map.lineShift, map.nurseryEnd >>> map.lineShift];
    this.endLine = map.mapEnd >>> map.lineShift;
    this.dirtySet = new LineSet(this.endLine);
    this.droppedSet = new LineSet(this.endLine);
    this.allocatedEnd = map.tenuredStart;
    this.held = acquireMemory(map.mapEnd, map.lineShift, rom, map.romStart);
    this.makeViews();
    this.lineState.fill(1, ...this.romLines);
    this.settle();
  }

  /** Makes the line at `address` resident; a line never written reads as zeros. */
  load(address: number): void {
    const line = address >>> this.lineShift;
    if (!this.lineState[line]) this.bring(line);
  }

  /** Makes the line at `address` resident and dirty. */
  dirty(address: number): void {
    const line = address >>> this.lineShift;
    const state = this.lineState[line];
    if (state === 2) return;
    if (!state) this.bring(line);
    else assert(line < this.romLines[0] || line >= this.romLines[1], "a ROM line is written");
    this.lineState[line] = 2;
    this.dirtySet.add(line);
    this.dirtyLines += 1;
    if (this.dirtyLines >= this.dirtyAllowance) this.attention = true;
    this.noteFlushLines();
  }

  /** While a collection moves lines from one count to the other their sum is too high. */
  noteFlushLines(): void {
    const flushLines = this.dirtyLines + this.flushBeside;
    if (flushLines > this.flushLinesWorst && !this.isCollecting) this.flushLinesWorst = flushLines;
  }

  loadRange(address: number, byteCount: number): void {
    const last = this.lastLineOf(address, byteCount);
    for (let line = address >>> this.lineShift; line <= last; line++) {
      if (!this.lineState[line]) this.bring(line);
    }
  }

  dirtyRange(address: number, byteCount: number): void {
    const last = this.lastLineOf(address, byteCount);
    for (let line = address >>> this.lineShift; line <= last; line++) {
      if (this.lineState[line] !== 2) this.dirty(line << this.lineShift);
    }
  }

  /** Makes a free line that nothing committed backs resident, dirty and zero, without asking the source. */
  dirtyFresh(line: number): void {
    if (this.lineState[line] === 0) this.admit(line, true);
    this.dirty(line << this.lineShift);
  }

  /** A nursery line begins to be used: zero, and writable to the barriers. */
  openNurseryLine(line: number): void {
    this.u8.fill(0, line << this.lineShift, (line + 1) << this.lineShift);
    this.lineState[line] = 2;
  }

  closeNurseryLines(fromLine: number, toLine: number): void {
    this.u8.fill(poisonByte, fromLine << this.lineShift, toLine << this.lineShift);
    this.lineState.fill(0, fromLine, toLine);
  }

  /** Evicts clean lines down to the limit less W; lines of [protectFrom, protectTo) stay. Only at safe points. */
  safePoint(protectFrom: number, protectTo: number): void {
    const target = this.limitLines - this.windowLines;
    if (this.evictAlways) this.evict(0, protectFrom, protectTo);
    else if (this.residentLines > target) {
      this.evict(target - Math.min(this.windowLines, this.limitLines >> 3), protectFrom, protectTo);
    }
    this.settle();
  }

  /** For the collector: evicts clean lines until `lines` more fit. */
  makeRoom(lines: number): void {
    this.windowLoads = 0;
    if (this.limitLines - this.residentLines >= lines) return;
    this.evict(Math.max(this.limitLines - 2 * lines, 0), 0, 0);
    assert(this.limitLines - this.residentLines >= lines, "dirty lines leave the collector no room");
  }

  /** Recomputes what the engine is asked for. */
  settle(): void {
    this.windowLoads = 0;
    const overTarget = this.residentLines - (this.limitLines - this.windowLines);
    this.windowFull = overTarget >= this.windowLines >> 1;
    this.attention = this.evictAlways || overTarget > 0 || this.checkpointDue;
  }

  get checkpointDue(): boolean {
    return this.checkpointWanted || this.dirtyLines >= this.dirtyAllowance;
  }

  /** A checkpoint is due whatever is dirty, until the next one. */
  wantCheckpoint(): void {
    this.checkpointWanted = true;
    this.attention = true;
  }

  isDirty(line: number): boolean {
    return this.dirtySet.has(line);
  }

  isDropped(line: number): boolean {
    return this.droppedSet.has(line);
  }

  /** Forgets the lines in RAM, dirty or not. What is committed stays; call `compact` after the last of a batch. */
  discard(line: number): void {
    if (this.lineState[line] === 0) return;
    this.discardedCount += 1;
    if (this.lineState[line] === 2) {
      this.dirtySet.delete(line);
      this.dirtyLines -= 1;
    }
    this.lineState[line] = 0;
    this.poison(line);
  }

  /** Frees a line: it reads as zeros from now on and is dropped by the next commit. */
  drop(line: number): void {
    this.discard(line);
    this.droppedSet.add(line);
  }

  /** Takes discarded lines out of the ring. */
  compact(): void {
    if (this.discardedCount === 0) return;
    const mask = this.ring.length - 1;
    // Most of what is given up came late: the ring is shortened from its first absent line on.
    let first = this.residentLines;
    for (let missing = this.discardedCount; missing > 0;) {
      first -= 1;
      if (this.lineState[this.ring[(this.ringHead + first) & mask]] === 0) missing -= 1;
    }
    this.discardedCount = 0;
    let kept = first;
    for (let index = first; index < this.residentLines; index++) {
      const line = this.ring[(this.ringHead + index) & mask];
      if (this.lineState[line] !== 0) this.ring[(this.ringHead + kept++) & mask] = line;
    }
    this.residentLines = kept;
    this.evictEpoch += 1;
    this.settle();
  }

  /** The dirty lines of a range, ascending. */
  dirtyLineNumbers(fromLine = 0, toLine = this.endLine): Iterable<number> {
    return this.dirtySet.within(fromLine, toLine);
  }

  /** Runs of freed lines that the commit drops, ascending: those that were not written again. */
  drops(): { readonly firstLine: number; readonly lineCount: number }[] {
    const ranges: { firstLine: number; lineCount: number }[] = [];
    if (this.droppedSet.size === 0) return ranges;
    for (const line of this.droppedSet.within(0, this.endLine)) {
      if (this.dirtySet.has(line)) continue;
      const last = ranges.at(-1);
      if (last !== undefined && last.firstLine + last.lineCount === line) last.lineCount += 1;
      else ranges.push({ firstLine: line, lineCount: 1 });
    }
    return ranges;
  }

  /** What was dirty is committed, what was freed is dropped. */
  markAllClean(): void {
    for (const line of this.dirtySet.within(0, this.endLine)) this.lineState[line] = 1;
    this.dirtySet.clear();
    this.dirtyLines = 0;
    this.droppedSet.clear();
    this.checkpointWanted = false;
    this.settle();
  }

  /** Tenured lines below `endAddress` may be touched. */
  extendTo(endAddress: number): void {
    assert(endAddress <= this.endLine << this.lineShift, "the tenured section ends before");
    this.allocatedEnd = Math.max(this.allocatedEnd, endAddress);
  }

  /** The newest version of a line's bytes without making it resident; undefined if it reads as zeros. */
  peek(line: number): Uint8Array | undefined {
    if (this.lineState[line] !== 0)
      return this.u8.slice(line << this.lineShift, (line + 1) << this.lineShift);
    if (this.droppedSet.has(line)) return undefined;
    const bytes = new Uint8Array(this.lineBytes);
    return this.source.read(line, bytes) ? bytes : undefined;
  }

  committed(line: number): Uint8Array | undefined {
    const bytes = new Uint8Array(this.lineBytes);
    return this.source.read(line, bytes) ? bytes : undefined;
  }

  *residentLineNumbers(): Generator<number> {
    for (let index = 0; index < this.residentLines; index++) {
      yield this.ring[(this.ringHead + index) & (this.ring.length - 1)];
    }
  }

  /** Ends this heap: its lines are poisoned and its memory goes back to the pool. */
  release(): void {
    for (const line of this.residentLineNumbers()) {
      this.poison(line);
      this.lineState[line] = 0;
    }
    this.lineState.fill(0, ...this.romLines);
    let openEnd = this.nurseryLines[0];
    while (this.lineState[openEnd] === 2) openEnd += 1;
    this.closeNurseryLines(this.nurseryLines[0], openEnd);
    releaseMemory(this.held);
    this.u8 = new Uint8Array(0);
    this.i8 = new Int8Array(0);
    this.u16 = new Uint16Array(0);
    this.i16 = new Int16Array(0);
    this.i32 = new Int32Array(0);
    this.lineState = new Uint8Array(0);
    this.residentLines = 0;
    this.viewEpoch += 1;
  }

  private bring(line: number): void {
    assert(line >= this.firstLine && line < this.endLine, "an address outside the map is touched");
    const isNursery = line >= this.nurseryLines[0] && line < this.nurseryLines[1];
    assert(
      !isNursery && line << this.lineShift < this.allocatedEnd,
      "memory that was never allocated is touched",
    );
    this.windowLoads = this.isCollecting ? 0 : this.windowLoads + 1;
    if (this.isCollecting && this.residentLines === this.limitLines) this.makeRoom(4);
    assert(
      !this.evictAlways || this.windowLoads <= this.windowLines,
      "more than W lines were loaded between two safe points",
    );
    const isFree = this.droppedSet.size > 0 && this.droppedSet.has(line);
    this.admit(line, isFree || !this.source.read(line, this.lineBuffer));
  }

  private admit(line: number, zero: boolean): void {
    assert(this.residentLines < this.limitLines, "resident lines exceed the RAM budget");
    const address = line << this.lineShift;
    if (zero) this.u8.fill(0, address, address + this.lineBytes);
    else this.u8.set(this.lineBuffer, address);
    this.lineState[line] = 1;
    this.linesLoaded += 1;
    if (this.residentLines === this.ring.length) this.growRing();
    this.ring[(this.ringHead + this.residentLines) & (this.ring.length - 1)] = line;
    this.residentLines += 1;
    if (this.residentLines > this.residentLinesMax) this.residentLinesMax = this.residentLines;
    const overTarget = this.residentLines - (this.limitLines - this.windowLines);
    if (overTarget > 0) this.attention = true;
    const loads = this.evictAlways ? Math.max(this.windowLoads, overTarget) : overTarget;
    this.windowFull = loads >= this.windowLines >> 1;
  }

  /** First in, first out, over clean unprotected lines, until at most `target` lines are resident. */
  private evict(target: number, protectFrom: number, protectTo: number): void {
    const mask = this.ring.length - 1;
    const protectedFirst = protectFrom >>> this.lineShift;
    const protectedEnd = (protectTo + this.lineBytes - 1) >>> this.lineShift;
    const evictedBefore = this.linesEvicted;
    for (let left = this.residentLines; left > 0 && this.residentLines > target; left--) {
      const line = this.ring[this.ringHead];
      this.ringHead = (this.ringHead + 1) & mask;
      if (this.lineState[line] === 2 || (line >= protectedFirst && line < protectedEnd)) {
        this.ring[(this.ringHead + this.residentLines - 1) & mask] = line;
        continue;
      }
      if (this.lineState[line] === 0) this.discardedCount -= 1;
      this.residentLines -= 1;
      this.lineState[line] = 0;
      this.linesEvicted += 1;
      this.poison(line);
    }
    if (this.linesEvicted !== evictedBefore) this.evictEpoch += 1;
  }

  private poison(line: number): void {
    this.u8.fill(poisonByte, line << this.lineShift, (line + 1) << this.lineShift);
  }

  private lastLineOf(address: number, byteCount: number): number {
    const last = (address + Math.max(byteCount, 1) - 1) >>> this.lineShift;
    assert(last - (address >>> this.lineShift) < this.windowLines, "a range is longer than W lines");
    return last;
  }

  private growRing(): void {
    const longer = new Int32Array(this.ring.length * 2);
    let index = 0;
    for (const line of this.residentLineNumbers()) longer[index++] = line;
    this.ring = longer;
    this.ringHead = 0;
  }

  private makeViews(): void {
    const { buffer } = arena.memory;
    const { base, lineBase } = this.held;
    // A pooled region may be longer than this heap's map, which must not show.
    const bytes = Math.ceil(this.map.mapEnd / wasmPageBytes) * wasmPageBytes;
    this.u8 = new Uint8Array(buffer, base, bytes);
    this.i8 = new Int8Array(buffer, base, bytes);
    this.u16 = new Uint16Array(buffer, base, bytes >> 1);
    this.i16 = new Int16Array(buffer, base, bytes >> 1);
    this.i32 = new Int32Array(buffer, base, bytes >> 2);
    this.lineState = arena.lineState.subarray(lineBase, lineBase + (bytes >>> this.lineShift));
    this.viewEpoch += 1;
  }
}
