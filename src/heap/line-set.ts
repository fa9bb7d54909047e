/**
 * A set of lines that is walked at every checkpoint. The bits are those of `bitfield`; beside them stands a count for each
 * group of lines, so that a walk looks only where something is: an address space has a million lines and a checkpoint a few.
 */
import type BitField from "bitfield";
import { bitSet, setBits } from "./bits.ts";

const groupShift = 11;

export class LineSet {
  size = 0;
  private readonly bits: BitField;
  private readonly groupSizes: Uint16Array;

  constructor(lineCount: number) {
    this.bits = bitSet(lineCount);
    this.groupSizes = new Uint16Array((lineCount >>> groupShift) + 1);
  }

  has(line: number): boolean {
    return this.bits.get(line);
  }

  add(line: number): void {
    if (this.bits.get(line)) return;
    this.bits.set(line);
    this.groupSizes[line >>> groupShift] += 1;
    this.size += 1;
  }

  delete(line: number): void {
    if (!this.bits.get(line)) return;
    this.bits.set(line, false);
    this.groupSizes[line >>> groupShift] -= 1;
    this.size -= 1;
  }

  clear(): void {
    if (this.size === 0) return;
    for (let group = 0; group < this.groupSizes.length; group++) {
      if (this.groupSizes[group] === 0) continue;
      this.groupSizes[group] = 0;
      this.bits.buffer.fill(0, group << (groupShift - 3), (group + 1) << (groupShift - 3));
    }
    this.size = 0;
  }

  /** The lines of [from, end), ascending. Lines may be taken out while it is walked. */
  *within(from: number, end: number): Generator<number> {
    const lastGroup = (end - 1) >>> groupShift;
    for (let group = from >>> groupShift; group <= lastGroup; group++) {
      if (this.groupSizes[group] === 0) continue;
      const first = group << groupShift;
      yield* setBits(this.bits.buffer, Math.max(from, first), Math.min(end, first + (1 << groupShift)));
    }
  }
}
