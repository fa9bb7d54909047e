import type { LineCache } from "./lines.ts";
import type { Nursery } from "./nursery.ts";
import type { TenuredSpace } from "./tenured.ts";

/**
 * What checkpoints flushed, and what the same ones would have flushed in two simpler designs. Without a nursery every object is born in
 * lines that are flushed, so each checkpoint writes, beside its dirty lines, the whole lines' worth of objects that were born since the last
 * one and had died. A copy of the whole heap writes each used tenured line.
 */
export class FlushTally {
  lines = 0;
  linesWithoutNursery = 0;
  linesOfWholeHeap = 0;
  /** Of the nursery, at the last checkpoint. */
  #bytesAllocated = 0;
  #bytesSurvived = 0;

  /** Right before the lines become clean, the nursery being empty. */
  note(cache: LineCache, tenured: TenuredSpace, nursery: Nursery, bytesSurvived: number): void {
    const { dirtyLines, lineBytes } = cache;
    const allocated = nursery.bytesAllocated - this.#bytesAllocated;
    const died = allocated - (bytesSurvived - this.#bytesSurvived);
    this.lines += dirtyLines;
    this.linesWithoutNursery += dirtyLines + Math.floor(died / lineBytes);
    this.linesOfWholeHeap += tenured.usedLines;
    this.#bytesAllocated = nursery.bytesAllocated;
    this.#bytesSurvived = bytesSurvived;
  }
}
