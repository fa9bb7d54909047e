/**
 * Full collection: marks what the roots reach, one bit for 8 bytes beside the heap, and frees the lines without a live
 * object. Objects never move and no line is written. The mark stack is bounded: what does not fit is found again among
 * the marked objects by address.
 */
import type BitField from "bitfield";
import { assert } from "../base/index.ts";
import { bitSet, setBits } from "./bits.ts";
import { COLLECTOR_WINDOW_LINES } from "./budget.ts";
import type { LineCache } from "./lines.ts";
import type { HeapMap } from "./map.ts";
import { objectBytes, type ObjectLayout, type ObjectModel } from "./objects.ts";
import type { TenuredSpace } from "./tenured.ts";

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

  constructor(parts: FullCollectorParts, stackEntries: number) {
    this.map = parts.map;
    this.lines = parts.lines;
    this.tenured = parts.tenured;
    this.model = parts.model;
    this.stack = new Int32Array(stackEntries * 2);
  }

  /** Frees what is unreachable. The nursery is empty. */
  collect(): void {
    this.marks = bitSet(this.tenured.extentLines << (this.map.lineShift - 3));
    this.live = bitSet(this.tenured.lineCount);
    this.model.forEachRootSlot("all", (slotAddress) => {
      this.lines.makeRoom(COLLECTOR_WINDOW_LINES);
      this.lines.load(slotAddress);
      this.mark(this.lines.i32[slotAddress >>> 2]);
      this.drain();
    });
    while (this.overflowTo !== 0) this.rescan();
    this.tenured.adopt(this.live);
    this.marks = bitSet(0);
    this.live = bitSet(0);
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
      for (const offset of layout.referenceOffsets) this.mark(this.read(address + offset));
    } else if (layout.isReference) {
      const end = Math.min(length, element + elementsAtOnce);
      if (end < length) this.push(address, end);
      for (let index = element; index < end; index++) {
        this.mark(this.read(address + layout.dataOffset + 4 * index));
      }
    }
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
