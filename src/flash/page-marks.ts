/**
 * What a NAND chip remembers of a page beside its cells, in one hidden byte that is programmed and erased like them: bits
 * 0 … 6 are cleared one by one, a program each (NOP counts them); bit 7 is cleared when the page's ECC no longer fits its
 * data, by a torn program or by misuse.
 */
import type { Geometry } from "./geometry.ts";

const countBits = 7;

export function markAddress(geometry: Geometry, pageIndex: number): number {
  const block = Math.floor(pageIndex / geometry.pagesPerBlock);
  const page = pageIndex - block * geometry.pagesPerBlock;
  return block * geometry.cellBlockBytes + geometry.pagesPerBlock * geometry.pageStride + page;
}

/** Programs since the erase, as far as they are counted. */
export function programsIn(mark: number): number {
  let count = 0;
  while (count < countBits && (mark & (1 << count)) === 0) count++;
  return count;
}

export function isSpoiled(mark: number): boolean {
  return (mark & 0x80) === 0;
}

/** The mark after one more program. */
export function nextMark(mark: number, spoils: boolean): number {
  return mark & ~(1 << Math.min(programsIn(mark), countBits - 1)) & (spoils ? 0x7f : 0xff);
}
