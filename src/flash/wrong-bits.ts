/**
 * Which bits of a range read other than the cells say, unstable ones counted as ones: the unstable as they please, and those
 * that retention and read disturb have taken.
 */
import type { Ageing } from "./ageing.ts";
import type { Carrier } from "./carrier.ts";
import type { Noise } from "./probe.ts";

/**
 * A mask over the range of `cells` at `offset` of the block, as it reads at this moment; null where all reads well. `noise`
 * decides the unstable bits.
 */
export function wrongBits(
  carrier: Carrier,
  ageing: Ageing | null,
  noise: Noise,
  { blockIndex, offset }: { readonly blockIndex: number; readonly offset: number },
  cells: Uint8Array,
): Uint8Array | null {
  const unstable = carrier.unstableBlockCount === 0 ? null : carrier.unstableOf(blockIndex);
  const eraseCount = carrier.eraseCount(blockIndex);
  const lost = ageing?.lostBits(blockIndex, eraseCount) ?? noBits;
  const disturbed = ageing?.disturbedBits(blockIndex, eraseCount) ?? noBits;
  if (unstable === null && lost.length === 0 && disturbed.length === 0) return null;
  const flips = new Uint8Array(cells.length);
  flipWhere(flips, cells, offset, lost, 0x00);
  flipWhere(flips, cells, offset, disturbed, 0xff);
  for (let index = 0; unstable !== null && index < cells.length; index++) {
    const mask = unstable[offset + index];
    if (mask !== 0) flips[index] = (flips[index] & ~mask) | (mask & (noise.nextUint32() >>> 24));
  }
  return flips;
}

const noBits: readonly number[] = [];

/** Flips those of the listed bits of the block that lie in the range and hold zeros (`value` 0) or ones (`value` ff). */
function flipWhere(
  flips: Uint8Array,
  cells: Uint8Array,
  offset: number,
  bits: readonly number[],
  value: number,
): void {
  for (const bit of bits) {
    const index = (bit >>> 3) - offset;
    if (index < 0 || index >= cells.length) continue;
    const one = 1 << (bit & 7);
    if (((cells[index] ^ value) & one) === 0) flips[index] |= one;
  }
}
