package java.lang;

/** The fused multiply-add, a product and a sum that are rounded once. */
final class Fma {
    private Fma() {}

    /** Product and sum of floats are exact enough in double unless the sum lies half-way; then it is nudged. */
    static float fma(float a, float b, float c) {
        double product = (double) a * b;
        double sum = product + c;
        long bits = Double.doubleToRawLongBits(sum);
        boolean halfWay = (bits & 0x1fffffffL) == 0x10000000L || Math.abs(sum) < Float.MIN_NORMAL;
        if (halfWay && sum - sum == 0.0) {
            double error = sumError(product, c, sum);
            // Rounding to odd: the last bit remembers that something was cut off, and in which direction.
            if (error != 0.0 && (bits & 1) == 0) {
                sum = Double.longBitsToDouble(bits + (error > 0.0 == sum > 0.0 ? 1 : -1));
            }
        }
        return (float) sum;
    }

    /** What the addition lost, exactly (Knuth). */
    private static double sumError(double a, double b, double sum) {
        double part = sum - a;
        return a - (sum - part) + (b - part);
    }

    static double fma(double a, double b, double c) {
        if (a - a != 0.0 || b - b != 0.0 || a == 0.0 || b == 0.0) {
            return a * b + c;
        }
        if (c - c != 0.0) {
            return c;
        }
        if (c == 0.0) {
            return round(new Exact(a, b), a, b);
        }
        return new Exact(a, b).plus(c);
    }

    private static double round(Exact product, double a, double b) {
        double result = product.rounded();
        return result == 0.0 ? Math.copySign(0.0, Math.copySign(1.0, a) * Math.copySign(1.0, b)) : result;
    }

    /** sign × (high × 2^64 + low) × 2^exponent; high and low are unsigned, bit 0 of low also stands for all below it. */
    private static final class Exact {
        private boolean negative;
        private long high;
        private long low;
        private int exponent;

        Exact(double a, double b) {
            long x = significand(a);
            long y = significand(b);
            negative = a < 0.0 != b < 0.0;
            high = Math.multiplyHigh(x, y);
            low = x * y;
            exponent = exponent(a) + exponent(b);
        }

        private static long significand(double d) {
            long bits = Double.doubleToRawLongBits(d);
            long fraction = bits & 0xfffffffffffffL;
            return (bits >> 52 & 0x7ff) == 0 ? fraction : fraction | 1L << 52;
        }

        private static int exponent(double d) {
            return Math.max((int) (Double.doubleToRawLongBits(d) >> 52) & 0x7ff, 1) - 1075;
        }

        double plus(double c) {
            Exact addend = new Exact(c, 1.0);
            normalise();
            addend.normalise();
            Exact larger = compareMagnitude(addend) >= 0 ? this : addend;
            Exact smaller = larger == this ? addend : this;
            smaller.shiftRight(larger.exponent - smaller.exponent);
            if (larger.negative == smaller.negative) {
                larger.add(smaller.high, smaller.low);
            } else {
                larger.add(~smaller.high, ~smaller.low);
                larger.add(0, 1);
            }
            return larger.rounded();
        }

        /** Leaves two bits free on the left, one for the carry and one for the sign. */
        private void normalise() {
            int shift = (high == 0 ? 64 + Long.numberOfLeadingZeros(low) : Long.numberOfLeadingZeros(high)) - 2;
            if (shift >= 64) {
                high = low << shift - 64;
                low = 0;
            } else if (shift > 0) {
                high = high << shift | low >>> 64 - shift;
                low <<= shift;
            } else if (shift < 0) {
                shiftRight(-shift);
                return;
            }
            exponent -= shift;
        }

        private int compareMagnitude(Exact other) {
            if (exponent != other.exponent) {
                return exponent - other.exponent;
            }
            int order = Long.compareUnsigned(high, other.high);
            return order != 0 ? order : Long.compareUnsigned(low, other.low);
        }

        private void shiftRight(int distance) {
            for (int rest = distance; rest > 0 && (high | low) != 0; rest -= 63) {
                int shift = Math.min(rest, 63);
                boolean lost = low << 64 - shift != 0;
                low = low >>> shift | high << 64 - shift | (lost ? 1 : 0);
                high >>>= shift;
            }
            exponent += distance;
        }

        private void add(long otherHigh, long otherLow) {
            long sum = low + otherLow;
            high += otherHigh + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
            low = sum;
        }

        double rounded() {
            if ((high | low) == 0) {
                return 0.0;
            }
            normalise();
            // The top bit has the weight of 2 to this power.
            int scale = exponent + 125;
            int cut = 61 - 52 + Math.max(0, -1022 - scale);
            if (low != 0) {
                high |= 1;
            }
            long kept = cut > 62 ? 0 : high >>> cut;
            long rest = cut > 62 ? 1 : high & (1L << cut) - 1;
            long half = cut > 62 ? 2 : 1L << cut - 1;
            if (rest > half || rest == half && (kept & 1) != 0) {
                kept++;
            }
            double magnitude = Math.scalb((double) kept, Math.max(scale, -1022) - 52);
            return negative ? -magnitude : magnitude;
        }
    }
}
