/** Which blocks of a NAND chip are bad when it leaves the factory: decided by the chip's seed alone. */
import { randomFor } from "./hash.ts";
import type { Part } from "./part.ts";

const factorySalt = 0xbadb;

/** Between none and `badBlocksMax` blocks, never block 0, which makers guarantee to be good. */
export function factoryBadBlocks(part: Part, seed: number): ReadonlySet<number> {
  const bad = new Set<number>();
  if (part.badBlocksMax === 0) return bad;
  const random = randomFor(seed, factorySalt, 0, 0);
  const count = random.below(part.badBlocksMax + 1);
  const blockCount = part.totalBytes / part.eraseBlockBytes;
  while (bad.size < count) bad.add(1 + random.below(blockCount - 1));
  return bad;
}
