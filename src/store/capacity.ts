/** What fits: lines on the chip, and tables in RAM. */
import { EXIT, UserError } from "../base/index.ts";
import { chunkBytesMin, linesPerBlock } from "./core.ts";
import type { StoreCore } from "./core.ts";
import { reserveBlocks } from "./maintain.ts";
import { swapBlocks } from "./paged-map.ts";

/** RAM of what a store cannot do without beside the table of its blocks. */
const buffersMin = 6 * 1024;
/** RAM of a version that only older states need. */
export const oldVersionBytes = 34;
/** Of a line's entry in swap space. */
const mapEntryBytes = 8;
/** Throws `UserError` where the RAM allowed does not hold what takes the same on this chip whatever it holds. */
export function requireRam({ mapRamBytesMax, tables }: StoreCore): void {
  const least = tables.blocks.ramBytes + buffersMin;
  if (least <= mapRamBytesMax) return;
  throw new UserError({
    what: `${mapRamBytesMax} bytes of RAM are too little for the store's map and tables, which need ${least}`,
    where: "mapRamBytes",
    whatToDo: "give more, or a part with larger erase blocks (nor-16m-64k)",
    exitStatus: EXIT.config,
  });
}

/** Versions that fit with room for cleaning to gain from each victim. */
export function capacityOf(core: StoreCore): number {
  const { blockCount, blockBytes, pageBytes } = core.geometry;
  const good = blockCount - core.tables.blocks.badCount - 2 * reserveBlocks - core.map.blocksMax;
  const chunkBytes = Math.max(chunkBytesMin, pageBytes);
  const chunks = Math.ceil((good * linesPerBlock(core.geometry) * mapEntryBytes) / chunkBytes);
  const isBounded = core.mapRamBytesMax !== Infinity;
  const blocks = good - (isBounded ? swapBlocks(chunks, blockBytes / chunkBytes - 1) : 0);
  return Math.max(0, Math.floor(blocks * linesPerBlock(core.geometry) * 0.85));
}
