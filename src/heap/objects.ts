/** What the heap knows of objects: their first words, and through the model their size and where references lie. */
import { assert } from "../base/index.ts";

/** Class id of an object that moved; its word 1 is the new address. */
export const FORWARDED = 0xffff;

export type ObjectLayout =
  | {
      readonly kind: "instance";
      readonly bytes: number;
      readonly referenceOffsets: Int32Array;
      /** One of `referenceOffsets` whose object a full collection may take away, a soft one only where there is no room. */
      readonly referent?: { readonly offset: number; readonly isSoft: boolean };
    }
  | {
      readonly kind: "array";
      readonly elementShift: number;
      readonly isReference: boolean;
      readonly dataOffset: number;
    };

/**
 * What the heap asks of the machine. Every call happens inside `collect`, `beginCheckpoint` or `check`, and lines may be
 * evicted whenever one of the heap's functions (`visit` included) is called: nothing is assumed resident across it.
 */
export interface ObjectModel {
  /** May load a few lines; a long look-up calls `safePoint` between its steps. */
  layout(classId: number): ObjectLayout;
  /**
   * Visits each slot that may hold a reference and is not inside an object: header words, frames. "young": only those
   * that may have changed since the last checkpoint, "all": every one.
   */
  forEachRootSlot(scope: "young" | "all", visit: (slotAddress: number) => void): void;
  /** A full collection has set the object's referent to null. May write the object and a header word. */
  cleared?(address: number): void;
  /** The part of each stack in use that lies above its top frame, as [from, end of the stack). */
  stackTops(): Iterable<readonly [from: number, to: number]>;
}

/** Bytes of an object, rounded up to 8. */
export function objectBytes(layout: ObjectLayout, arrayLength: number): number {
  if (layout.kind === "instance") return (layout.bytes + 7) & -8;
  assert(arrayLength >= 0 && arrayLength < 2 ** 31, "an array has a negative length");
  return Math.ceil((layout.dataOffset + arrayLength * 2 ** layout.elementShift) / 8) * 8;
}
