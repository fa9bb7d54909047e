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
  const tops = new Map<number, number>();
  for (const [from, to] of model.stackTops()) {
    if (from < to) tops.set(stackSlot(map, from), from);
    else tops.set(stackSlot(map, to - 1), to);
  }
  for (let slot = 0; slot < map.threadSlots; slot++) {
    const [stackStart, stackEnd] = stackRange(map, slot);
    const usedLines = ((tops.get(slot) ?? stackStart) - stackStart + lines.lineBytes - 1) >>> map.lineShift;
    const firstLine = stackStart >>> map.lineShift;
    const unused = lines.dirtyLineNumbers(firstLine + usedLines, stackEnd >>> map.lineShift);
    for (const line of unused) lines.discard(line);
    settleMark(map, lines, slot, firstLine, usedLines);
  }
  lines.compact();
}

function settleMark(
  map: HeapMap,
  lines: LineCache,
  slot: number,
  firstLine: number,
  usedLines: number,
): void {
  const markAddress = map.frameMarksStart + 4 * slot;
  lines.makeRoom(COLLECTOR_WINDOW_LINES);
  lines.load(markAddress);
  const storedLines = lines.i32[markAddress >>> 2];
  if (usedLines <= storedLines && usedLines > storedLines - keptLines) return;
  for (let line = usedLines; line < storedLines; line++) lines.drop(firstLine + line);
  lines.dirty(markAddress);
  lines.i32[markAddress >>> 2] = usedLines;
}
