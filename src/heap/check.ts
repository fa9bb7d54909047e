/** The heap's invariants, checked without making a line resident. */
import type { LineCache } from "./lines.ts";
import type { HeapMap } from "./map.ts";
import type { Nursery } from "./nursery.ts";
import type { ObjectModel } from "./objects.ts";
import type { RememberedSet } from "./remembered.ts";
import type { TenuredSpace } from "./tenured.ts";
import { HeapWalk } from "./walk.ts";

/** Something that should hold and does not. */
export interface Finding {
  readonly what: string;
  readonly where: string;
}

export interface HeapParts {
  readonly map: HeapMap;
  readonly lines: LineCache;
  readonly tenured: TenuredSpace;
  readonly nursery: Nursery;
  readonly remembered: RememberedSet;
  readonly model: ObjectModel;
}

export function checkHeap(parts: HeapParts): Finding[] {
  const findings: Finding[] = [];
  const report = (what: string, where: string): void => {
    findings.push({ what, where });
  };
  checkLines(parts, report);
  checkContents(parts, report);
  new ObjectCheck(parts, report).run();
  return findings;
}

type Report = (what: string, where: string) => void;

function checkLines({ map, lines }: HeapParts, report: Report): void {
  const seen = new Set<number>();
  let dirtyCount = 0;
  for (const line of lines.residentLineNumbers()) {
    if (seen.has(line)) report("a line is resident twice", lineName(line));
    seen.add(line);
    const state = lines.lineState[line];
    if (state !== 1 && state !== 2) report(`a resident line has state ${state}`, lineName(line));
    if (lines.isDirty(line) !== (state === 2)) report("state and dirty set differ", lineName(line));
    if (state === 2) dirtyCount += 1;
  }
  if (dirtyCount !== lines.dirtyLines)
    report(`${dirtyCount} dirty lines, counted ${lines.dirtyLines}`, "cache");
  if (seen.size > lines.limitLines) report("resident lines exceed the budget", "cache");
  const romEndLine = (map.romStart + map.romBytes + lines.lineBytes - 1) >>> map.lineShift;
  for (let line = 0; line < lines.lineState.length; line++) {
    const address = line << map.lineShift;
    const isRom = address >= map.romStart && line < romEndLine;
    const isNursery = address >= map.nurseryStart && address < map.nurseryEnd;
    if (isRom && lines.lineState[line] !== 1) report("a ROM line is not clean", lineName(line));
    if (isRom || isNursery || seen.has(line)) continue;
    if (lines.lineState[line] !== 0) report("a line is resident but not in the ring", lineName(line));
  }
}

/** Clean lines equal what is committed, free tenured lines are zero. */
function checkContents({ map, lines, tenured }: HeapParts, report: Report): void {
  for (const line of lines.residentLineNumbers()) {
    const held = lines.u8.subarray(line << map.lineShift, (line + 1) << map.lineShift);
    if (lines.lineState[line] === 1) {
      const committed = lines.isDropped(line) ? undefined : lines.committed(line);
      const same = held.every((byte, index) => byte === (committed === undefined ? 0 : committed[index]));
      if (!same) report("a clean line differs from what is committed", lineName(line));
    }
    const isTenured = line >= map.tenuredStart >>> map.lineShift;
    if (isTenured && !tenured.isUsed(line) && held.some((byte) => byte !== 0)) {
      report("a free line is not zero", lineName(line));
    }
  }
}

/** Every reachable object lies whole where its references say, apart from all others. */
class ObjectCheck {
  private readonly parts: HeapParts;
  private readonly report: Report;
  private readonly walk: HeapWalk;
  private readonly ends: { readonly object: number; readonly end: number }[] = [];

  constructor(parts: HeapParts, report: Report) {
    this.parts = parts;
    this.report = report;
    this.walk = new HeapWalk(parts.lines, parts.model);
  }

  run(): void {
    this.walk.reach(
      (object) => this.checkPlace(object, this.walk.bytesOf(object)),
      (reference, slotAddress) => this.isObject(reference, slotAddress),
    );
    this.ends.sort((left, right) => left.object - right.object);
    for (let index = 1; index < this.ends.length; index++) {
      const before = this.ends[index - 1];
      const { object } = this.ends[index];
      if (before.end > object)
        this.report("two objects overlap", `objects ${hex(before.object)}, ${hex(object)}`);
    }
  }

  private isObject(reference: number, slotAddress: number): boolean {
    const { map, nursery, remembered } = this.parts;
    const where = `slot ${hex(slotAddress)}`;
    const isYoung = reference >= map.nurseryStart && reference < nursery.top;
    const isTenured = reference >= map.tenuredStart && reference < map.mapEnd;
    if ((reference & 7) !== 0 || (!isYoung && !isTenured)) {
      this.report(`${hex(reference)} is no object`, where);
      return false;
    }
    if (isYoung && slotAddress >= map.tenuredStart && !remembered.has(slotAddress)) {
      this.report(`a tenured slot with nursery object ${hex(reference)} is not remembered`, where);
    }
    return true;
  }

  private checkPlace(object: number, byteCount: number): void {
    const { map, lines, tenured, nursery } = this.parts;
    const where = `object ${hex(object)}`;
    this.ends.push({ object, end: object + byteCount });
    if (object < map.tenuredStart) {
      if (object + byteCount > nursery.top) this.report("an object ends outside the nursery", where);
      return;
    }
    const first = object >>> map.lineShift;
    const last = (object + byteCount - 1) >>> map.lineShift;
    if (byteCount <= lines.lineBytes && first !== last) this.report("a small object straddles a line", where);
    for (let line = first; line <= last; line++) {
      if (!tenured.isUsed(line)) this.report("a reachable object lies in a free line", where);
    }
  }
}

function lineName(line: number): string {
  return `line ${line}`;
}

function hex(address: number): string {
  return `0x${address.toString(16)}`;
}
