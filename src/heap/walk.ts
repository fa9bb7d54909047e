import type { LineCache } from "./lines.ts";
import { objectBytes, type ObjectModel } from "./objects.ts";

/** Reads objects without making their lines resident, for those who look at a heap. */
export class HeapWalk {
  private readonly lines: LineCache;
  private readonly model: ObjectModel;
  private peekedLine = -1;
  private peekedWords: Int32Array = new Int32Array(0);

  constructor(lines: LineCache, model: ObjectModel) {
    this.lines = lines;
    this.model = model;
  }

  word(address: number): number {
    const { lines } = this;
    const line = address >>> lines.lineShift;
    if (lines.lineState[line] !== 0) return lines.i32[address >>> 2];
    if (line !== this.peekedLine) {
      const bytes = lines.peek(line) ?? new Uint8Array(lines.lineBytes);
      this.peekedWords = new Int32Array(bytes.buffer);
      this.peekedLine = line;
    }
    return this.peekedWords[(address & (lines.lineBytes - 1)) >>> 2];
  }

  classIdOf(object: number): number {
    return this.word(object) & 0xffff;
  }

  bytesOf(object: number): number {
    const layout = this.model.layout(this.classIdOf(object));
    return objectBytes(layout, layout.kind === "array" ? this.word(object + 8) : 0);
  }

  /** Visits the slots of an object that hold references, null ones included. */
  forEachSlot(object: number, visit: (slotAddress: number) => void): void {
    const layout = this.model.layout(this.classIdOf(object));
    if (layout.kind === "instance") {
      for (const offset of layout.referenceOffsets) visit(object + offset);
    } else if (layout.isReference) {
      const length = this.word(object + 8);
      for (let index = 0; index < length; index++) visit(object + layout.dataOffset + 4 * index);
    }
  }

  /**
   * Visits each object that roots reach, once, with the slot by which it was found and the object that the slot is in (0: a root).
   * Breadth first, so that the way back along the slots is a shortest one. `accept` may refuse a reference; null ones are not asked about.
   */
  reach(
    visit: (object: number, slotAddress: number, holder: number) => void,
    accept: (reference: number, slotAddress: number) => boolean = () => true,
  ): void {
    const seen = new Set<number>();
    let holder = 0;
    const take = (slotAddress: number): void => {
      const reference = this.word(slotAddress);
      if (reference === 0 || !accept(reference, slotAddress) || seen.has(reference)) return;
      seen.add(reference);
      visit(reference, slotAddress, holder);
    };
    this.model.forEachRootSlot("all", take);
    // A set is walked in the order in which it was filled, what is added meanwhile included.
    for (const object of seen) {
      holder = object;
      this.forEachSlot(object, take);
    }
  }
}
