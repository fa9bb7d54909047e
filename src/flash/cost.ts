/** Device time and energy of single operations: pure arithmetic on a part's figures. */
import type { Micros, Part } from "./part.ts";

/** Which of the part's two figures to count with. */
export type Figure = keyof Micros;

/** Nanoseconds of one program of `byteCount` bytes: setup, then a share of the page figure for each byte. */
export function programNanos(part: Part, byteCount: number, figure: Figure): number {
  const setup = part.programSetupMicros[figure] * 1000;
  const spread = part.programMicros[figure] * 1000 - setup;
  return setup + Math.ceil((spread * byteCount) / (part.pageBytes + part.spareBytes));
}

/**
 * Nanoseconds of one erase of an erase block, or of a larger unit of the part, or of the whole chip: block by block where
 * the part does not say how long that takes.
 */
export function eraseNanos(part: Part, figure: Figure, byteCount = part.eraseBlockBytes): number {
  if (byteCount === part.totalBytes && part.spi !== null) return part.spi.chipEraseMicros[figure] * 1000;
  const isChip = byteCount === part.totalBytes;
  const unitBytes = isChip ? part.eraseBlockBytes : byteCount;
  const unit = part.eraseUnits.find((candidate) => candidate.bytes === unitBytes);
  return (isChip ? byteCount / unitBytes : 1) * (unit?.micros[figure] ?? 0) * 1000;
}

/** Nanoseconds of one read of `byteCount` bytes; NAND loads `pageCount` pages for it. */
export function readNanos(part: Part, byteCount: number, pageCount = 1): number {
  return part.readSetupNanos * pageCount + part.readByteNanos * byteCount;
}

/** Energy in nanojoules of drawing `milliamps` at the part's supply for `nanos`: mA × mV × ns is 10⁻⁶ nJ. */
export function energyNanojoules(part: Part, milliamps: number, nanos: number): number {
  return (milliamps * part.supplyMillivolts * nanos) / 1e6;
}
