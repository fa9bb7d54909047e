/**
 * Generic parts in any size, so that boards can be compared without their parts differing in anything but room. NOR has
 * the figures of a W25Q128 (256-byte pages, 704 µs a page, 4 KiB erase in 64 ms), NAND those of a W25N01GV.
 */
import { assert, formatBytes, parseSize } from "../../base/index.ts";
import { definePart } from "../define-part.ts";
import type { Part } from "../part.ts";
import { w25n01gv } from "./w25n01gv.ts";
import { w25q128 } from "./w25q128.ts";

/** From this size on a generic NOR erases by 64 KiB, so that its block tables stay small. */
const largeEraseBytesFrom = 64 * 1024 * 1024;
/** From this size on a generic NAND has pages of 2048 + 64 bytes and blocks of 128 KiB; below 512 + 16 and 16 KiB. */
const largePageFrom = 16 * 1024 * 1024;
const namePattern = /^(nor|nand)-(\d+[kmg])(-ecc16|-64k)?$/;

/**
 * The part `nor-SIZE`: 4 KiB erase blocks below 64 MiB, 64 KiB from there on. `totalBytes` is whole erase blocks,
 * otherwise `PartError`.
 */
export function genericNor(totalBytes: number): Part {
  const eraseBlockBytes = totalBytes >= largeEraseBytesFrom ? 64 * 1024 : 4 * 1024;
  return definePart({
    ...w25q128,
    name: `nor-${formatBytes(totalBytes).toLowerCase()}`,
    maker: "generic",
    jedecId: null,
    totalBytes,
    eraseBlockBytes,
    spi: null,
    sources: ["figures of w25q128", "generic: any size"],
  });
}

/**
 * The part `nor-SIZE-ecc16`: 16-byte units under ECC, each programmed once between erases, as the Cypress S28 family
 * asks for (Linux spi-nor sets a write size of 16 for it).
 */
export function genericEccNor(totalBytes: number): Part {
  const plain = genericNor(totalBytes);
  return definePart({ ...plain, name: `${plain.name}-ecc16`, programUnitBytes: 16, reprogram: "once" });
}

/** The part `nor-SIZE-64k`: the same chip, erased by 64 KiB only, so that tables of its blocks stay small. */
export function genericLargeBlockNor(totalBytes: number): Part {
  const plain = genericNor(totalBytes);
  return definePart({ ...plain, name: `${plain.name}-64k`, eraseBlockBytes: 64 * 1024 });
}

/**
 * The part `nand-SIZE`: SLC NAND, ECC of four bits for each 512 bytes on the die, four programs a page, at most one
 * block in fifty bad from the factory. `totalBytes` is whole erase blocks, otherwise `PartError`.
 */
export function genericNand(totalBytes: number): Part {
  const large = totalBytes >= largePageFrom;
  const eraseBlockBytes = large ? 128 * 1024 : 16 * 1024;
  return definePart({
    ...w25n01gv,
    name: `nand-${formatBytes(totalBytes).toLowerCase()}`,
    maker: "generic",
    jedecId: null,
    totalBytes,
    pageBytes: large ? 2048 : 512,
    spareBytes: large ? 64 : 16,
    eraseBlockBytes,
    eraseUnits: [{ bytes: eraseBlockBytes, micros: { typical: 2000, max: 10_000 } }],
    ecc: { stepBytes: 512, correctBits: 4 },
    badBlocksMax: Math.floor(totalBytes / eraseBlockBytes / 50),
    sources: ["figures of w25n01gv", "generic: any size"],
  });
}

/** The generic part that `name` spells, or undefined where it is not of that form. Throws `PartError` on a bad size. */
export function genericByName(name: string): Part | undefined {
  const match = namePattern.exec(name);
  if (match === null) return undefined;
  const totalBytes = parseSize(match[2]);
  assert(totalBytes !== undefined, `${match[2]} passed the pattern of sizes`);
  if (match[1] === "nand") return match[3] === undefined ? genericNand(totalBytes) : undefined;
  if (match[3] === "-64k") return genericLargeBlockNor(totalBytes);
  return match[3] === undefined ? genericNor(totalBytes) : genericEccNor(totalBytes);
}
