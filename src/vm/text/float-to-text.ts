/**
 * `Double.toString` and `Float.toString` as JDK 17 prints them. Before JDK 19 these were not always the shortest
 * digits that read back: digits are generated from the left until what is left is less than half the gap to a
 * neighbour (a quarter below *and* above a power of two), never fewer than two where the result has an exponent, and
 * whole numbers lose only the digits that their precision cannot carry. Programs print such numbers, so the digits
 * are reproduced and not improved.
 */
import {
  type BinaryFloat,
  type FloatFormat,
  bitLength,
  doubleFormat,
  floatFormat,
  takeApart,
} from "./binary-float.ts";

/** A decimal 0.d1d2d3… × 10^pointPosition. */
interface Decimal {
  readonly digits: string;
  readonly pointPosition: number;
}

export function doubleToText(value: number): string {
  return numberToText(value, doubleFormat);
}

/** `value` is exactly a float. */
export function floatToText(value: number): string {
  return numberToText(value, floatFormat);
}

function numberToText(value: number, format: FloatFormat): string {
  if (Number.isNaN(value)) return "NaN";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) return `${sign}Infinity`;
  if (magnitude === 0) return `${sign}0.0`;
  return sign + layOut(toDecimal(takeApart(magnitude, format), format));
}

function layOut({ digits, pointPosition }: Decimal): string {
  if (pointPosition > 0 && pointPosition < 8) {
    const whole = digits.slice(0, pointPosition).padEnd(pointPosition, "0");
    return `${whole}.${digits.slice(pointPosition) || "0"}`;
  }
  if (pointPosition <= 0 && pointPosition > -3) return `0.${"0".repeat(-pointPosition)}${digits}`;
  return `${digits[0]}.${digits.slice(1) || "0"}E${pointPosition - 1}`;
}

function toDecimal(float: BinaryFloat, format: FloatFormat): Decimal {
  const leadingExponent = float.exponent + float.significantBits - 1;
  const odd = oddPart(float);
  if (leadingExponent <= 62 && odd.exponent >= 0) {
    return wholeNumber(float, leadingExponent, format);
  }
  return generate(odd, leadingExponent, float.significantBits);
}

/** A whole number below 2^63: its own digits, less those beyond the precision, less trailing zeros. */
function wholeNumber(float: BinaryFloat, leadingExponent: number, format: FloatFormat): Decimal {
  const value =
    float.exponent >= 0
      ? float.significand << BigInt(float.exponent)
      : float.significand >> BigInt(-float.exponent);
  const surplusBits = leadingExponent - format.precisionBits - 1;
  const dropped =
    leadingExponent > format.precisionBits && surplusBits > 1 ? Math.floor(surplusBits * Math.log10(2)) : 0;
  const unit = 10n ** BigInt(dropped);
  const roundsUp = dropped > 0 && value % unit >= unit / 2n;
  const digits = (value / unit + (roundsUp ? 1n : 0n)).toString();
  return { digits: digits.replace(/0+$/, ""), pointPosition: digits.length + dropped };
}

interface OddPart {
  readonly significand: bigint;
  readonly exponent: number;
}

/** The same number with an odd significand. */
function oddPart(float: BinaryFloat): OddPart {
  let { significand, exponent } = float;
  while ((significand & 0xffffn) === 0n) {
    significand >>= 16n;
    exponent += 16;
  }
  while ((significand & 1n) === 0n) {
    significand >>= 1n;
    exponent += 1;
  }
  return { significand, exponent };
}

/**
 * rest / unit is what is still to be written, gap / unit the distance at which writing may stop; rest and gap grow by
 * ten a digit. JDK 17 computes them in the smallest of int, long and big integers that holds rest and ten units, and
 * does not mind that rest + gap may overflow there; `wrap` is that width's arithmetic.
 */
interface Division {
  readonly rest: bigint;
  readonly gap: bigint;
  readonly unit: bigint;
  readonly wrap: (value: bigint) => bigint;
}

function generate(odd: OddPart, leadingExponent: number, significantBits: number): Decimal {
  let lastPower = estimatePower(odd.significand, leadingExponent);
  const division = setUpDivision(odd, lastPower, leadingExponent - significantBits);
  const { unit, wrap } = division;
  let { rest, gap } = division;
  const digits: number[] = [];
  const tenUnits = 10n * unit;
  const step = (): { low: boolean; high: boolean } => {
    digits.push(Number(rest / unit));
    rest = 10n * (rest % unit);
    gap = wrap(10n * gap);
    if (gap <= 0n) return { low: true, high: true };
    return { low: rest < gap, high: wrap(rest + gap) > tenUnits };
  };
  let { low, high } = step();
  if (digits[0] === 0 && !high) {
    digits.pop();
    lastPower -= 1;
  }
  if (lastPower < -3 || lastPower >= 8) low = high = false;
  while (!low && !high) ({ low, high } = step());
  const doubledRest = 2n * rest;
  const tieUp = doubledRest === tenUnits && (digits[digits.length - 1] & 1) === 1;
  const roundsUp = high && (!low || doubledRest > tenUnits || tieUp);
  return roundsUp
    ? roundUp(digits, lastPower + 1)
    : { digits: digits.join(""), pointPosition: lastPower + 1 };
}

/** The division whose first quotient is the digit of 10^power; the gap is 2^gapExponent, or half that for a power of two. */
function setUpDivision(odd: OddPart, power: number, gapExponent: number): Division {
  const fivesUp = Math.max(0, -power);
  const fivesDown = Math.max(0, power);
  const fractionBits = Math.max(0, -odd.exponent);
  let restTwos = fivesUp + fractionBits + odd.exponent;
  let unitTwos = fivesDown + fractionBits;
  const common = Math.min(restTwos, unitTwos);
  const gapTwos = fivesUp + fractionBits + gapExponent - common - (odd.significand === 1n ? 1 : 0);
  restTwos += Math.max(0, -gapTwos) - common;
  unitTwos += Math.max(0, -gapTwos) - common;
  const up = 5n ** BigInt(fivesUp);
  const restBits = bitLength(odd.significand) + restTwos + bitsOfPowerOfFive(fivesUp);
  const tenUnitsBits = unitTwos + 1 + bitsOfPowerOfFive(fivesDown + 1);
  return {
    rest: (odd.significand * up) << BigInt(restTwos),
    gap: up << BigInt(Math.max(0, gapTwos)),
    unit: (5n ** BigInt(fivesDown)) << BigInt(unitTwos),
    wrap: arithmeticOf(Math.max(restBits, tenUnitsBits)),
  };
}

function arithmeticOf(bits: number): (value: bigint) => bigint {
  if (bits < 32) return (value) => BigInt.asIntN(32, value);
  if (bits < 64) return (value) => BigInt.asIntN(64, value);
  return (value) => value;
}

/** What JDK 17 takes for the bits of 5^power: exact from 1 to 26, three a power beyond. */
function bitsOfPowerOfFive(power: number): number {
  if (power === 0) return 0;
  return power <= 26 ? Math.floor(power * Math.log2(5)) + 1 : 3 * power;
}

function roundUp(digits: number[], pointPosition: number): Decimal {
  let at = digits.length - 1;
  while (at > 0 && digits[at] === 9) digits[at--] = 0;
  if (digits[at] === 9)
    return { digits: "1" + "0".repeat(digits.length - 1), pointPosition: pointPosition + 1 };
  digits[at] += 1;
  return { digits: digits.join(""), pointPosition };
}

/**
 * The power of ten of the first digit, or one more: log10 of the number by a tangent at 1.5 (as in D. M. Gay's
 * "Correctly rounded binary-decimal and decimal-binary conversions", 1990). One too many shows as a first digit 0.
 */
function estimatePower(significand: bigint, leadingExponent: number): number {
  const bits = significand.toString(2).length;
  const mantissa = Number(significand) / 2 ** (bits - 1);
  return Math.floor((mantissa - 1.5) * 0.289529654 + 0.176091259 + leadingExponent * 0.301029995663981);
}
