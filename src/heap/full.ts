/**
 * Full collection: marks what the roots reach, one bit for 8 bytes beside the heap, and frees the lines without a live
 * object. Objects never move and no line is written. The mark stack is bounded: what does not fit is found again among
 * the marked objects by address.
 */
import type BitField from "bitfield";
import { assert } from "../base/index.ts";
import { bitSet, countBits, setBits } from "./bits.ts";
import { COLLECTOR_WINDOW_LINES } from "./budget.ts";
import type { LineCache } from "./lines.ts";
import type { HeapMap } from "./map.ts";
import { objectBytes, type ObjectLayout, type ObjectModel } from "./objects.ts";
import type { FlushRoom, TenuredSpace } from "./tenured.ts";
import { HeapWalk } from "./walk.ts";
import { WeakSlots } from "./weak.ts";

/** Array elements looked at before the array goes back on the stack. */
const elementsAtOnce = 64;

export interface FullCollectorParts {
  readonly map: HeapMap;
  readonly lines: LineCache;
  readonly tenured: TenuredSpace;
  readonly model: ObjectModel;
}

export class FullCollector {
  private readonly map: HeapMap;
  private readonly lines: LineCache;
  private readonly tenured: TenuredSpace;
  private readonly model: ObjectModel;
  private readonly stack: Int32Array;
  private depth = 0;
  private marks: BitField = bitSet(0);
  private live: BitField = bitSet(0);
  /** Addresses of marked objects that the stack had no room for lie in [overflowFrom, overflowTo]. */
  private overflowFrom = Infinity;
  private overflowTo = 0;
  private readonly weak: WeakSlots;
  private clearsSoft = false;
  /** While references are cleared those that are found only now keep their referents alive. */
  private keepsWeak = false;
  /** The last collection kept something alive that one with `clearsSoft` would not. */
  sawSoft = false;
  /** The last collection had no room to clear all references that it might have. */
  hasUncleared = false;

  private readonly isParanoid: boolean;

  /** `isParanoid`: every collection checks its marks. */
  constructor(parts: FullCollectorParts, stackEntries: number, isParanoid: boolean) {
    this.isParanoid = isParanoid;
    this.map = parts.map;
    this.lines = parts.lines;
    this.tenured = parts.tenured;
    this.model = parts.model;
    this.stack = new Int32Array(stackEntries * 2);
    this.weak = new WeakSlots(stackEntries);
  }

  /** The last collection left lines in use that nothing needs. */
  isIncomplete = false;

  /**
   * Frees what is unreachable, and clears references to it, as far as there is room for lines to become dirty, and for ranges of lines to be
   * freed. The nursery is empty.
   */
  collect(clearsSoft: boolean, room: FlushRoom): void {
    this.clearsSoft = clearsSoft;
    this.keepsWeak = false;
    this.sawSoft = false;
    this.hasUncleared = false;
    this.weak.clear();
    this.marks = bitSet(this.tenured.extentLines << (this.map.lineShift - 3));
    this.live = bitSet(this.tenured.lineCount);
    this.model.forEachRootSlot("all", (slotAddress) => {
      this.lines.makeRoom(COLLECTOR_WINDOW_LINES);
      this.lines.load(slotAddress);
      this.mark(this.lines.i32[slotAddress >>> 2]);
      this.drain();
    });
    while (this.overflowTo !== 0) this.rescan();
    this.clearWeak(Math.floor(room.lines / 2));
    if (this.isParanoid) this.checkMarks();
    this.isIncomplete = !this.tenured.adopt(this.live, { ...room, lines: Math.floor(room.lines / 2) });
    this.marks = bitSet(0);
    this.live = bitSet(0);
  }

  /** Each cleared reference dirties its line, and together they dirty one of the header. */
  private clearWeak(lineCount: number): void {
    const { lines, weak } = this;
    this.keepsWeak = true;
    const ramLines = lines.limitLines - lines.dirtyLines - 2 * COLLECTOR_WINDOW_LINES - 1;
    const room = Math.max(Math.min(ramLines, lineCount), 1);
    if (weak.overflowed) this.findWeak(room);
    weak.keepDead((slotAddress) => this.isDead(slotAddress));
    weak.takeBeyond(room, (slotAddress) => this.keep(slotAddress));
    while (this.overflowTo !== 0) this.rescan();
    weak.forEach((object, slotAddress) => {
      if (!this.isDead(slotAddress)) return;
      lines.makeRoom(COLLECTOR_WINDOW_LINES);
      lines.dirty(slotAddress);
      lines.i32[slotAddress >>> 2] = 0;
      this.model.cleared?.(object);
    });
  }

  /** Lists dead references anew, among all that is alive, and keeps the referents of those beyond `room`. */
  private findWeak(room: number): void {
    const { weak } = this;
    weak.clear();
    for (const bit of setBits(this.marks.buffer)) {
      const address = this.map.tenuredStart + bit * 8;
      const layout = this.model.layout(this.read(address) & 0xffff);
      if (layout.kind !== "instance" || layout.referent === undefined) continue;
      const slotAddress = address + layout.referent.offset;
      if ((layout.referent.isSoft && !this.clearsSoft) || !this.isDead(slotAddress)) continue;
      if (weak.count < room && weak.hasRoom) weak.note(address, slotAddress);
      else this.keep(slotAddress);
    }
  }

  /** What a plain walk reaches is what is marked. */
  private checkMarks(): void {
    const { map, marks } = this;
    let reached = 0;
    new HeapWalk(this.lines, this.model).reach((object) => {
      reached += 1;
      const isMarked = marks.get((object - map.tenuredStart) >>> 3);
      assert(isMarked, `object ${object} is reachable and not marked`);
    });
    const marked = countBits(marks.buffer, marks.buffer.length * 8);
    assert(marked === reached, `${marked} objects are marked, ${reached} are reachable`);
  }

  private keep(slotAddress: number): void {
    this.hasUncleared = true;
    this.mark(this.read(slotAddress));
    this.drain();
  }

  private isDead(slotAddress: number): boolean {
    const reference = this.read(slotAddress);
    return reference !== 0 && !this.marks.get((reference - this.map.tenuredStart) >>> 3);
  }

  private mark(reference: number): void {
    if (reference === 0) return;
    const offset = reference - this.map.tenuredStart;
    assert(offset >= 0 && (offset & 7) === 0, "a reference is no tenured object");
    const bit = offset >>> 3;
    if (this.marks.get(bit)) return;
    this.marks.set(bit);
    this.push(reference, 0);
  }

  private push(address: number, element: number): void {
    if (this.depth === this.stack.length) {
      this.overflowFrom = Math.min(this.overflowFrom, address);
      this.overflowTo = Math.max(this.overflowTo, address);
      return;
    }
    this.stack[this.depth++] = address;
    this.stack[this.depth++] = element;
  }

  private drain(): void {
    while (this.depth > 0) {
      const element = this.stack[--this.depth];
      this.scan(this.stack[--this.depth], element);
    }
  }

  private scan(address: number, element: number): void {
    const { lines } = this;
    lines.makeRoom(COLLECTOR_WINDOW_LINES);
    lines.load(address);
    const classId = lines.i32[address >>> 2] & 0xffff;
    const layout = this.model.layout(classId);
    const length = layout.kind === "array" ? this.read(address + 8) : 0;
    if (element === 0) this.markLines(address, layout, length);
    if (layout.kind === "instance") {
      for (const offset of layout.referenceOffsets) {
        if (offset !== layout.referent?.offset || !this.isWeak(address, layout.referent)) {
          this.mark(this.read(address + offset));
        }
      }
    } else if (layout.isReference) {
      const end = Math.min(length, element + elementsAtOnce);
      if (end < length) this.push(address, end);
      for (let index = element; index < end; index++) {
        this.mark(this.read(address + layout.dataOffset + 4 * index));
      }
    }
  }

  private isWeak(object: number, referent: { offset: number; isSoft: boolean }): boolean {
    const isSoft = referent.isSoft && !this.clearsSoft;
    if (isSoft) this.sawSoft = true;
    if (isSoft || this.keepsWeak) return false;
    this.weak.note(object, object + referent.offset);
    return true;
  }

  private markLines(address: number, layout: ObjectLayout, length: number): void {
    const first = (address - this.map.tenuredStart) >>> this.map.lineShift;
    const last = (address - this.map.tenuredStart + objectBytes(layout, length) - 1) >>> this.map.lineShift;
    for (let line = first; line <= last; line++) this.live.set(line);
  }

  /** One pass over the marked objects among which some were not scanned. */
  private rescan(): void {
    const from = this.overflowFrom;
    const to = this.overflowTo;
    this.overflowFrom = Infinity;
    this.overflowTo = 0;
    for (const bit of setBits(this.marks.buffer)) {
      const address = this.map.tenuredStart + bit * 8;
      if (address < from || address > to) continue;
      this.scan(address, 0);
      this.drain();
    }
  }

  private read(address: number): number {
    if (this.lines.lineState[address >>> this.map.lineShift] === 0) {
      this.lines.makeRoom(COLLECTOR_WINDOW_LINES);
      this.lines.load(address);
    }
    return this.lines.i32[address >>> 2];
  }
}
