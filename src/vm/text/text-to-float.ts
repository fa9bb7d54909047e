/**
 * `Double.parseDouble` and `Float.parseFloat` of text whose syntax was checked: the nearest number, ties to even, for
 * decimal and hexadecimal text (JLS 3.10.2), with or without the type suffix.
 */
import { type FloatFormat, doubleFormat, floatFormat, roundToFormat } from "./binary-float.ts";

export function textToDouble(text: string): number {
  return parse(text, doubleFormat);
}

/** The float nearest to the text, rounded once, as a double that holds it exactly. */
export function textToFloat(text: string): number {
  return parse(text, floatFormat);
}

function parse(text: string, format: FloatFormat): number {
  const negative = text.startsWith("-");
  const unsigned = text.replace(/^[+-]/, "");
  const magnitude = parseUnsigned(unsigned, format);
  return negative ? -magnitude : magnitude;
}

function parseUnsigned(text: string, format: FloatFormat): number {
  if (text.startsWith("NaN")) return NaN;
  if (text.startsWith("Inf")) return Infinity;
  if (/^0[xX]/.test(text)) return parseHexadecimal(text, format);
  const decimal = text.replace(/[fFdD]$/, "");
  return format === doubleFormat ? Number(decimal) : parseDecimalFloat(decimal, format);
}

function parseHexadecimal(text: string, format: FloatFormat): number {
  const match = /^0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?\d+)/.exec(text);
  if (match === null) return NaN;
  const [, whole, fraction, power] = match;
  const significand = BigInt(`0x0${whole}${fraction}`);
  if (significand === 0n) return 0;
  const digitBits = 4 * (whole.length + fraction.length);
  const exponent = Number(power) - 4 * fraction.length;
  if (exponent > 2000) return Infinity;
  if (exponent < -2000 - digitBits) return 0;
  return roundToFormat(significand, 1n, exponent, format);
}

/**
 * A decimal rounded to a double and then to a float is wrong only where the double lies exactly between two floats
 * (or is not exact itself near the ends), so only then are the digits taken as whole numbers.
 */
function parseDecimalFloat(text: string, format: FloatFormat): number {
  const nearest = Number(text);
  const rounded = Math.fround(nearest);
  if (nearest === rounded || !isBetweenFloats(nearest, rounded)) return rounded;
  const match = /^(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return rounded;
  const [, whole, fraction, power = "0"] = match;
  const digits = BigInt(`0${whole}${fraction}`);
  const exponent = Number(power) - fraction.length;
  return exponent >= 0
    ? roundToFormat(digits * 10n ** BigInt(exponent), 1n, 0, format)
    : roundToFormat(digits, 10n ** BigInt(-exponent), 0, format);
}

function isBetweenFloats(value: number, rounded: number): boolean {
  if (rounded === Infinity) return value < 3.5e38;
  // The other neighbour lies as far on the other side exactly when value is the midpoint.
  const mirrored = value + (value - rounded);
  return Math.fround(mirrored) === mirrored || mirrored === 2 ** 128;
}
