/**
 * Generic plain NOR: the figures of a W25Q128 (256-byte pages, 704 µs a page, 4 KiB erase in 64 ms) in any size, so
 * that boards can be compared without their parts differing in anything but room.
 */
import { assert, formatBytes, parseSize } from "../../base/index.ts";
import { definePart } from "../part.ts";
import type { Part } from "../part.ts";
import { w25q128 } from "./w25q128.ts";

/** From this size on a generic part erases by 64 KiB, so that its block tables stay small. */
const largeEraseBytesFrom = 64 * 1024 * 1024;
const namePattern = /^nor-(\d+[kmg])(-ecc16)?$/;

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

/** The generic part that `name` spells, or undefined where it is not of that form. Throws `PartError` on a bad size. */
export function genericByName(name: string): Part | undefined {
  const match = namePattern.exec(name);
  if (match === null) return undefined;
  const totalBytes = parseSize(match[1]);
  assert(totalBytes !== undefined, `${match[1]} passed the pattern of sizes`);
  return match[2] === undefined ? genericNor(totalBytes) : genericEccNor(totalBytes);
}
