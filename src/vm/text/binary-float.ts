/** Binary floating point numbers taken apart: a positive finite number is significand × 2^exponent, exactly. */

export interface FloatFormat {
  /** Bits of a normal number's significand, the hidden one included: 53 or 24. */
  readonly precisionBits: number;
  /** Exponent of the smallest subnormal number: -1074 or -149. */
  readonly exponentMin: number;
  /** The largest exponent e with significand × 2^e finite: 971 or 104. */
  readonly exponentMax: number;
}

export const doubleFormat: FloatFormat = { precisionBits: 53, exponentMin: -1074, exponentMax: 971 };
export const floatFormat: FloatFormat = { precisionBits: 24, exponentMin: -149, exponentMax: 104 };

export interface BinaryFloat {
  readonly significand: bigint;
  readonly exponent: number;
  /** Bits of the significand in its format; fewer than `precisionBits` for a subnormal number. */
  readonly significantBits: number;
}

const scratch = new DataView(new ArrayBuffer(8));

/** `value` is positive and finite; as a double, or as the float that it exactly is. */
export function takeApart(value: number, format: FloatFormat): BinaryFloat {
  scratch.setFloat64(0, value);
  const bits = scratch.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const asDouble =
    biased === 0
      ? { significand: fraction, exponent: doubleFormat.exponentMin }
      : { significand: fraction | (1n << 52n), exponent: biased - 1075 };
  return fitTo(asDouble.significand, asDouble.exponent, format);
}

function fitTo(significand: bigint, exponent: number, format: FloatFormat): BinaryFloat {
  const surplus = Math.max(0, doubleFormat.precisionBits - format.precisionBits);
  const wanted = Math.max(exponent + surplus, format.exponentMin);
  const shifted = significand >> BigInt(wanted - exponent);
  return { significand: shifted, exponent: wanted, significantBits: bitLength(shifted) };
}

/** Bits without leading zeros; 0 for 0. */
export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

/**
 * The number of `format` nearest to numerator / denominator × 2^exponent (both positive), ties to even, as a double
 * that holds it exactly; Infinity past the largest.
 */
export function roundToFormat(
  numerator: bigint,
  denominator: bigint,
  exponent: number,
  format: FloatFormat,
): number {
  const quotientBits = bitLength(numerator) - bitLength(denominator);
  const scale = Math.max(quotientBits - format.precisionBits - 1, format.exponentMin - exponent);
  let resultExponent = scale;
  let [top, bottom] = scaled(numerator, denominator, scale);
  if (top / bottom >= 1n << BigInt(format.precisionBits)) {
    resultExponent = scale + 1;
    [top, bottom] = scaled(numerator, denominator, scale + 1);
  }
  if (top / bottom >= 1n << BigInt(format.precisionBits)) {
    resultExponent = scale + 2;
    [top, bottom] = scaled(numerator, denominator, scale + 2);
  }
  const floor = top / bottom;
  const doubledRest = 2n * (top % bottom);
  const roundsUp = doubledRest > bottom || (doubledRest === bottom && (floor & 1n) === 1n);
  const significand = roundsUp ? floor + 1n : floor;
  return assemble(significand, resultExponent + exponent, format);
}

function scaled(numerator: bigint, denominator: bigint, scale: number): [bigint, bigint] {
  return scale >= 0 ? [numerator, denominator << BigInt(scale)] : [numerator << BigInt(-scale), denominator];
}

function assemble(significand: bigint, exponent: number, format: FloatFormat): number {
  const carried = bitLength(significand) > format.precisionBits;
  const highest = carried ? exponent + 1 : exponent;
  if (significand !== 0n && highest > format.exponentMax) return Infinity;
  // Two exact steps: a power of two below 2^-1022 times a whole significand may pass through 2^-1074 only.
  const half = Math.trunc(exponent / 2);
  return Number(significand) * 2 ** half * 2 ** (exponent - half);
}
