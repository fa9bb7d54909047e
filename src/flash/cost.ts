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

/** Nanoseconds of one erase of an erase block. */
export function eraseNanos(part: Part, figure: Figure): number {
  const unit = part.eraseUnits.find((candidate) => candidate.bytes === part.eraseBlockBytes);
  return (unit?.micros[figure] ?? 0) * 1000;
}

/** Nanoseconds of one read of `byteCount` bytes. */
export function readNanos(part: Part, byteCount: number): number {
  return part.readSetupNanos + part.readByteNanos * byteCount;
}

/** Energy in nanojoules of drawing `milliamps` at the part's supply for `nanos`: mA × mV × ns is 10⁻⁶ nJ. */
export function energyNanojoules(part: Part, milliamps: number, nanos: number): number {
  return (milliamps * part.supplyMillivolts * nanos) / 1e6;
}
