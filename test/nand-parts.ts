/** NAND parts small enough for tests: pages of 512 bytes, eight to a block. */
import { definePart, partByName } from "../src/flash/index.ts";
import type { Part } from "../src/flash/index.ts";
import { assert } from "../src/base/index.ts";

function base(): Part {
  const part = partByName("nand-1m");
  assert(part !== undefined, "there is a generic NAND");
  return part;
}

const pageBytes = 512;
const eraseBlockBytes = 8 * pageBytes;

/** ECC of `correctBits` on the die; 0: none, the store brings its own. */
export function smallNand(blockCount: number, correctBits: number, badBlocksMax = 0): Part {
  return definePart({
    ...base(),
    name: `nand-${blockCount}x4k-ecc${correctBits}`,
    totalBytes: blockCount * eraseBlockBytes,
    eraseBlockBytes,
    eraseUnits: [{ bytes: eraseBlockBytes, micros: { typical: 2000, max: 10_000 } }],
    badBlocksMax,
    ...(correctBits > 0
      ? { ecc: { stepBytes: 512, correctBits } }
      : { ecc: null, spareBytes: 32, programUnitBytes: 1, reprogram: "and" }),
  });
}
