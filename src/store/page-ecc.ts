/**
 * An error-correcting code for NAND that has none on its die: one bit of up to 256 bytes, three bytes of code (R. W. Hamming,
 * "Error detecting and error correcting codes", 1950). Section 11 of `docs/flash-format.md` says which bit is which.
 */
export const eccBytes = 3;
/** Bytes that one code covers. */
export const eccStepBytes = 256;

/** Values of i: a bit number below 2048 has eleven digits. */
const digitCount = 11;

/** How a read went: `corrected`: bits were wrong and are mended. `lost`: more than could be mended. */
export type ReadQuality = "ok" | "corrected" | "lost";

/** The code of `data`, which counts as 256 bytes, the rest of them `FF`: 22 bits, inverted, the rest ones. */
export function eccOf(data: Uint8Array): number {
  const { places, isOdd } = parities(data);
  let code = 0;
  for (let digit = 0; digit < digitCount; digit++) {
    const withDigit = (places >>> digit) & 1;
    code |= (withDigit ^ isOdd) << (digit * 2);
    code |= withDigit << (digit * 2 + 1);
  }
  return ~code & 0xff_ffff;
}

/** Mends `data` in place by the code that was kept of it. */
export function correct(data: Uint8Array, code: number): ReadQuality {
  const wrong = (eccOf(data) ^ code) & 0x3f_ffff;
  if (wrong === 0) return "ok";
  let place = 0;
  for (let digit = 0; digit < digitCount; digit++) {
    const pair = (wrong >>> (digit * 2)) & 3;
    if (pair === 2) place |= 1 << digit;
    // One wrong bit of the data shows in one of each pair; a single wrong bit of the code in one pair only.
    else if (pair !== 1) return (wrong & (wrong - 1)) === 0 ? "corrected" : "lost";
  }
  if (place >>> 3 >= data.length) return "lost";
  data[place >>> 3] ^= 1 << (place & 7);
  return "corrected";
}

/** The numbers of all ones, combined by exclusive or, and whether they are odd in number. */
function parities(data: Uint8Array): { readonly places: number; readonly isOdd: number } {
  let column = 0;
  let rows = 0;
  let isOdd = 0;
  for (let index = 0; index < data.length; index++) {
    column ^= data[index];
    if (oddness(data[index]) === 0) continue;
    rows ^= index;
    isOdd ^= 1;
  }
  // The eight places of a byte of ones cancel each other: what lies beyond `data` adds nothing.
  let places = rows << 3;
  for (let bit = 0; bit < 8; bit++) if ((column >>> bit) & 1) places ^= bit;
  return { places, isOdd };
}

function oddness(byte: number): number {
  let folded = byte ^ (byte >>> 4);
  folded ^= folded >>> 2;
  return (folded ^ (folded >>> 1)) & 1;
}
