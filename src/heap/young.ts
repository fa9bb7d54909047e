/**
 * Collection of the nursery: every object reachable from roots or remembered slots moves to tenured lines. It touches
 * only lines that are dirty or new, never reads flash for an object. Moved objects that still have to be scanned are
 * linked through their dead copies, whose words 0 and 1 say where they went and whose word 2 is the link.
 */
import { assert } from "../base/index.ts";
import { COLLECTOR_WINDOW_LINES } from "./budget.ts";
import type { LineCache } from "./lines.ts";
import type { HeapMap } from "./map.ts";
import type { Nursery } from "./nursery.ts";
import { FORWARDED, objectBytes, type ObjectModel } from "./objects.ts";
import type { RememberedSet } from "./remembered.ts";
import type { TenuredSpace } from "./tenured.ts";

export interface YoungCollectorParts {
  readonly map: HeapMap;
  readonly lines: LineCache;
  readonly nursery: Nursery;
  readonly tenured: TenuredSpace;
  readonly remembered: RememberedSet;
  readonly model: ObjectModel;
}

export class YoungCollector {
  bytesSurvived = 0;
  private readonly map: HeapMap;
  private readonly lines: LineCache;
  private readonly nursery: Nursery;
  private readonly tenured: TenuredSpace;
  private readonly remembered: RememberedSet;
  private readonly model: ObjectModel;
  private pending = 0;
  private readonly visit = (slotAddress: number): void => this.visitSlot(slotAddress);

  constructor(parts: YoungCollectorParts) {
    this.map = parts.map;
    this.lines = parts.lines;
    this.nursery = parts.nursery;
    this.tenured = parts.tenured;
    this.remembered = parts.remembered;
    this.model = parts.model;
  }

  /** Empties the nursery. */
  collect(): void {
    this.tenured.beginPromotion(this.nursery.mediumBytes);
    this.remembered.forEach(this.visit);
    this.scanPending();
    this.model.forEachRootSlot("young", this.visit);
    this.scanPending();
    this.tenured.endPromotion();
    this.remembered.clear();
    this.nursery.reset();
  }

  private visitSlot(slotAddress: number): void {
    const { lines, map } = this;
    lines.makeRoom(COLLECTOR_WINDOW_LINES);
    lines.load(slotAddress);
    const reference = lines.i32[slotAddress >>> 2];
    if (reference < map.nurseryStart || reference >= map.nurseryEnd) return;
    const moved = this.move(reference);
    lines.dirty(slotAddress);
    lines.i32[slotAddress >>> 2] = moved;
  }

  private scanPending(): void {
    while (this.pending !== 0) {
      const deadCopy = this.pending;
      this.pending = this.lines.i32[(deadCopy >>> 2) + 2];
      this.scan(this.lines.i32[(deadCopy >>> 2) + 1]);
    }
  }

  /** The object's lines are dirty, so they stay while it is scanned. */
  private scan(address: number): void {
    const word = address >>> 2;
    const layout = this.model.layout(this.lines.i32[word] & 0xffff);
    if (layout.kind === "instance") {
      const offsets = layout.referenceOffsets;
      for (let index = 0; index < offsets.length; index++) this.moveField((address + offsets[index]) >>> 2);
      return;
    }
    const first = (address + layout.dataOffset) >>> 2;
    const end = first + this.lines.i32[word + 2];
    for (let slot = first; slot < end; slot++) this.moveField(slot);
  }

  private moveField(slot: number): void {
    const reference = this.lines.i32[slot];
    if (reference < this.map.nurseryStart || reference >= this.map.nurseryEnd) return;
    const moved = this.move(reference);
    this.lines.i32[slot] = moved;
  }

  /** The tenured address of a nursery object, moved there if it is not yet. */
  private move(from: number): number {
    const { lines } = this;
    const word = from >>> 2;
    assert((from & 7) === 0 && from < this.nursery.top, "a reference into the nursery is no object");
    const classId = lines.i32[word] & 0xffff;
    if (classId === FORWARDED) return lines.i32[word + 1];
    lines.makeRoom(COLLECTOR_WINDOW_LINES);
    const layout = this.model.layout(classId);
    const size = objectBytes(layout, layout.kind === "array" ? lines.i32[word + 2] : 0);
    const to = this.tenured.promote(size);
    assert(to !== 0, "no tenured line for a survivor");
    this.claimLines(to, size);
    lines.u8.copyWithin(to, from, from + size);
    lines.i32[word] = FORWARDED;
    lines.i32[word + 1] = to;
    this.bytesSurvived += size;
    const hasReferences = layout.kind === "array" ? layout.isReference : layout.referenceOffsets.length > 0;
    if (hasReferences) {
      lines.i32[word + 2] = this.pending;
      this.pending = from;
    }
    return to;
  }

  /** Makes the lines of a new place dirty; those that begin with it are fresh, the first may hold other objects. */
  private claimLines(address: number, size: number): void {
    const { lines } = this;
    const first = address >>> lines.lineShift;
    const last = (address + size - 1) >>> lines.lineShift;
    for (let line = first; line <= last; line++) {
      if (lines.lineState[line] === 2) continue;
      lines.makeRoom(2);
      if (line << lines.lineShift >= address) lines.dirtyFresh(line);
      else lines.dirty(address);
    }
  }
}
