/**
 * Where in a carrier's blocks the cells of a part lie. On NOR a cell's address is the byte's address. On NAND a block is
 * its pages, each with its spare area behind it, then one hidden byte a page: what the chip itself must remember of the
 * page (`page-marks.ts`). Addresses of users count the main areas only.
 */
import type { Part } from "./part.ts";

export interface Geometry {
  readonly blockCount: number;
  readonly pagesPerBlock: number;
  /** A page with its spare area. */
  readonly pageStride: number;
  /** Bytes of one block in the carrier. */
  readonly cellBlockBytes: number;
}

export function geometryOf(part: Part): Geometry {
  const pagesPerBlock = part.eraseBlockBytes / part.pageBytes;
  const pageStride = part.pageBytes + part.spareBytes;
  const hiddenBytes = part.kind === "nand" ? pagesPerBlock : 0;
  return {
    blockCount: part.totalBytes / part.eraseBlockBytes,
    pagesPerBlock,
    pageStride,
    cellBlockBytes: pagesPerBlock * pageStride + hiddenBytes,
  };
}

/** Address in the carrier of byte `column` (main area, then spare) of a page. */
export function cellAddress(geometry: Geometry, pageIndex: number, column: number): number {
  const block = Math.floor(pageIndex / geometry.pagesPerBlock);
  const page = pageIndex - block * geometry.pagesPerBlock;
  return block * geometry.cellBlockBytes + page * geometry.pageStride + column;
}
