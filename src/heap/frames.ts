import { COLLECTOR_WINDOW_LINES } from "./budget.ts";
import type { LineCache } from "./lines.ts";
import { type HeapMap, stackRange, stackSlot } from "./map.ts";
import type { ObjectModel } from "./objects.ts";

/** A stack gives lines back to the store only when it has shrunk by as many, or every call and return would be recorded. */
const keptLines = 8;

/**
 * At a checkpoint: what lies above the top of a stack is not flushed, and lines that were flushed when the stack was
 * deeper are dropped. A word a slot in the state section keeps how many lines of it the store may hold.
 */
export function dropUnusedFrames(map: HeapMap, lines: LineCache, model: ObjectModel): void {
  const used = new Map<number, number>();
  for (const [from, to] of model.stackTops()) {
    const slot = stackSlot(map, from < to ? from : to - 1);
    used.set(slot, (from - stackRange(map, slot)[0] + lines.lineBytes - 1) >>> map.lineShift);
  }
  for (const line of lines.dirtyLineNumbers(
    map.framesStart >>> map.lineShift,
    map.framesEnd >>> map.lineShift,
  )) {
    const slot = stackSlot(map, line << map.lineShift);
    if (line >= firstLine(map, slot) + (used.get(slot) ?? 0)) lines.discard(line);
  }
  const slotsALine = lines.lineBytes >>> 2;
  for (let slot = 0; slot < map.threadSlots; slot += slotsALine) {
    settleMarks(map, lines, used, slot, Math.min(slot + slotsALine, map.threadSlots));
  }
  lines.compact();
}

function firstLine(map: HeapMap, slot: number): number {
  return stackRange(map, slot)[0] >>> map.lineShift;
}

/** Slots whose words lie in one line. */
function settleMarks(
  map: HeapMap,
  lines: LineCache,
  used: ReadonlyMap<number, number>,
  fromSlot: number,
  toSlot: number,
): void {
  const firstWord = map.frameMarksStart >>> 2;
  lines.makeRoom(COLLECTOR_WINDOW_LINES);
  lines.load((firstWord + fromSlot) << 2);
  for (let slot = fromSlot; slot < toSlot; slot++) {
    const storedLines = lines.i32[firstWord + slot];
    const usedLines = used.get(slot) ?? 0;
    if (usedLines <= storedLines && (usedLines > storedLines - keptLines || storedLines === 0)) continue;
    for (let line = usedLines; line < storedLines; line++) lines.drop(firstLine(map, slot) + line);
    lines.dirty((firstWord + slot) << 2);
    lines.i32[firstWord + slot] = usedLines;
  }
}
