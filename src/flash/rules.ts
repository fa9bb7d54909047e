/** What a chip is asked that silicon would quietly spoil, in words; and what silicon makes of it. */
import type { Carrier } from "./carrier.ts";
import type { Part } from "./part.ts";

/** Why a range cannot be read, or, with `pageBytes`, be programmed at once; null where it can. */
export function rangeComplaint(
  part: Part,
  address: number,
  byteCount: number,
  pageBytes?: number,
): string | null {
  if (!Number.isInteger(address) || address < 0 || address + byteCount > part.totalBytes) {
    return `${byteCount} bytes at ${address} leave part ${part.name}`;
  }
  if (pageBytes !== undefined && (address & (pageBytes - 1)) + byteCount > pageBytes) {
    return `program of ${byteCount} bytes at ${address} crosses a page`;
  }
  return null;
}

/** Why NOR cells cannot take these bytes; null where they can. */
export function norComplaint(
  part: Part,
  carrier: Carrier,
  address: number,
  bytes: Uint8Array,
): string | null {
  if (part.reprogram === "once") {
    const unitStart = address - (address % part.programUnitBytes);
    const unitEnd = Math.ceil((address + bytes.length) / part.programUnitBytes) * part.programUnitBytes;
    if (carrier.isBlank(unitStart, unitEnd - unitStart)) return null;
    return `program at ${address} meets a unit already programmed since its erase`;
  }
  if (carrier.accepts(address, bytes)) return null;
  return `program of ${bytes.length} bytes at ${address} asks a zero to become a one`;
}

/**
 * What silicon programs when it is given this: the address counts modulo the chip, and bytes past the page's end go on at
 * its start, the last ones staying. The whole page, with ones where nothing was given.
 */
export function pageWrapped(
  part: Part,
  address: number,
  bytes: Uint8Array,
): { readonly address: number; readonly bytes: Uint8Array } {
  const inside = wrappedAddress(part, address);
  const column = inside % part.pageBytes;
  const page = new Uint8Array(part.pageBytes).fill(0xff);
  for (let index = 0; index < bytes.length; index++) page[(column + index) % part.pageBytes] = bytes[index];
  return { address: inside - column, bytes: page };
}

/** Address lines that the chip does not have are not seen by it. */
export function wrappedAddress(part: Part, address: number): number {
  const whole = Math.trunc(address) % part.totalBytes;
  return whole < 0 ? whole + part.totalBytes : whole;
}
