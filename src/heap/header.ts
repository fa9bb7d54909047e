import { crc32 } from "../base/index.ts";
import { LEASE_TABLE_BYTES, tenuredSpread } from "./map.ts";
import type { HeapOptions } from "./map.ts";

/** What the heap keeps in the first 32 words of the state section. */
export const HeapWord = {
  /** `heapMagic` once the heap was committed; 0 in a fresh one. */
  magic: 0,
  shape: 1,
  extentLines: 2,
  cursor: 3,
  cursorLimit: 4,
  liveLinesAfterFull: 5,
} as const;

export const heapMagic = 0x31504844;
/** The first header word that is not the heap's. */
export const heapWordsEnd = 32;

/** The sizes that lay out the address space, as one number: a heap can only be rebuilt under the same. */
export function heapShape(options: HeapOptions): number {
  const { lineBytes, rom, codeBytes, mainStackBytes, stackBytes, threadSlots } = options;
  const { nurseryBytes, tenuredBytes, outboxBytes } = options;
  const sizes = [lineBytes, rom.length, codeBytes, mainStackBytes, stackBytes, threadSlots];
  const words = Int32Array.of(
    ...sizes,
    nurseryBytes,
    tenuredBytes,
    outboxBytes,
    tenuredSpread,
    LEASE_TABLE_BYTES,
  );
  return crc32(new Uint8Array(words.buffer));
}
