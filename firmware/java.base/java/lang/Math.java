package java.lang;

import java.util.Random;

/** Elementary functions, with exactly the results of StrictMath. */
public final class Math {
    public static final double E = 2.718281828459045;
    public static final double PI = 3.141592653589793;

    private static final double TWO_52 = 0x1.0p52;

    private Math() {}

    public static double sin(double a) {
        return StrictMath.sin(a);
    }

    public static double cos(double a) {
        return StrictMath.cos(a);
    }

    public static double tan(double a) {
        return StrictMath.tan(a);
    }

    public static double asin(double a) {
        return StrictMath.asin(a);
    }

    public static double acos(double a) {
        return StrictMath.acos(a);
    }

    public static double atan(double a) {
        return StrictMath.atan(a);
    }

    public static double exp(double a) {
        return StrictMath.exp(a);
    }

    public static double log(double a) {
        return StrictMath.log(a);
    }

    public static double log10(double a) {
        return StrictMath.log10(a);
    }

    public static double sqrt(double a) {
        return StrictMath.sqrt(a);
    }

    public static double cbrt(double a) {
        return StrictMath.cbrt(a);
    }

    public static double IEEEremainder(double x, double y) {
        return StrictMath.IEEEremainder(x, y);
    }

    public static double atan2(double y, double x) {
        return StrictMath.atan2(y, x);
    }

    public static double pow(double a, double b) {
        return StrictMath.pow(a, b);
    }

    public static double sinh(double x) {
        return StrictMath.sinh(x);
    }

    public static double cosh(double x) {
        return StrictMath.cosh(x);
    }

    public static double tanh(double x) {
        return StrictMath.tanh(x);
    }

    public static double hypot(double x, double y) {
        return StrictMath.hypot(x, y);
    }

    public static double expm1(double x) {
        return StrictMath.expm1(x);
    }

    public static double log1p(double x) {
        return StrictMath.log1p(x);
    }

    public static int abs(int a) {
        return a < 0 ? -a : a;
    }

    public static long abs(long a) {
        return a < 0 ? -a : a;
    }

    public static float abs(float a) {
        return a > 0.0f ? a : a <= 0.0f ? 0.0f - a : Float.intBitsToFloat(Float.floatToRawIntBits(a) & 0x7fffffff);
    }

    public static double abs(double a) {
        return a > 0.0 ? a : a <= 0.0 ? 0.0 - a : Double.longBitsToDouble(Double.doubleToRawLongBits(a) & Long.MAX_VALUE);
    }

    public static int absExact(int a) {
        if (a == Integer.MIN_VALUE) {
            throw new ArithmeticException("Overflow to represent absolute value of Integer.MIN_VALUE");
        }
        return abs(a);
    }

    public static long absExact(long a) {
        if (a == Long.MIN_VALUE) {
            throw new ArithmeticException("Overflow to represent absolute value of Long.MIN_VALUE");
        }
        return abs(a);
    }

    public static int max(int a, int b) {
        return a >= b ? a : b;
    }

    public static long max(long a, long b) {
        return a >= b ? a : b;
    }

    public static float max(float a, float b) {
        if (a != a) {
            return a;
        }
        if (a == 0.0f && b == 0.0f && Float.floatToRawIntBits(a) != 0) {
            return b;
        }
        return a >= b ? a : b;
    }

    public static double max(double a, double b) {
        if (a != a) {
            return a;
        }
        if (a == 0.0 && b == 0.0 && Double.doubleToRawLongBits(a) != 0) {
            return b;
        }
        return a >= b ? a : b;
    }

    public static int min(int a, int b) {
        return a <= b ? a : b;
    }

    public static long min(long a, long b) {
        return a <= b ? a : b;
    }

    public static float min(float a, float b) {
        if (a != a) {
            return a;
        }
        if (a == 0.0f && b == 0.0f && Float.floatToRawIntBits(b) != 0) {
            return b;
        }
        return a <= b ? a : b;
    }

    public static double min(double a, double b) {
        if (a != a) {
            return a;
        }
        if (a == 0.0 && b == 0.0 && Double.doubleToRawLongBits(b) != 0) {
            return b;
        }
        return a <= b ? a : b;
    }

    public static double floor(double a) {
        if (!(abs(a) < TWO_52)) {
            return a;
        }
        double whole = (long) a;
        return whole == a ? a : a < whole ? whole - 1.0 : whole;
    }

    public static double ceil(double a) {
        return -floor(-a);
    }

    /** Adding 2 to the 52nd leaves no room for a fraction, so the addition rounds. */
    public static double rint(double a) {
        if (!(abs(a) < TWO_52)) {
            return a != a ? abs(a) + 0.0 : a;
        }
        return copySign(abs(a) + TWO_52 - TWO_52, a);
    }

    public static int round(float a) {
        return (int) round((double) a, Integer.MAX_VALUE);
    }

    public static long round(double a) {
        return round(a, Long.MAX_VALUE);
    }

    private static long round(double a, long most) {
        if (!(abs(a) < TWO_52)) {
            return most == Long.MAX_VALUE ? (long) a : (int) a;
        }
        double down = floor(a);
        double rounded = a - down >= 0.5 ? down + 1.0 : down;
        return most == Long.MAX_VALUE ? (long) rounded : (int) rounded;
    }

    public static int addExact(int x, int y) {
        int sum = x + y;
        if (((x ^ sum) & (y ^ sum)) < 0) {
            throw overflow("integer");
        }
        return sum;
    }

    public static long addExact(long x, long y) {
        long sum = x + y;
        if (((x ^ sum) & (y ^ sum)) < 0) {
            throw overflow("long");
        }
        return sum;
    }

    public static int subtractExact(int x, int y) {
        int difference = x - y;
        if (((x ^ y) & (x ^ difference)) < 0) {
            throw overflow("integer");
        }
        return difference;
    }

    public static long subtractExact(long x, long y) {
        long difference = x - y;
        if (((x ^ y) & (x ^ difference)) < 0) {
            throw overflow("long");
        }
        return difference;
    }

    public static int multiplyExact(int x, int y) {
        long product = (long) x * y;
        if ((int) product != product) {
            throw overflow("integer");
        }
        return (int) product;
    }

    public static long multiplyExact(long x, int y) {
        return multiplyExact(x, (long) y);
    }

    public static long multiplyExact(long x, long y) {
        long product = x * y;
        if (multiplyHigh(x, y) != product >> 63) {
            throw overflow("long");
        }
        return product;
    }

    public static int incrementExact(int a) {
        if (a == Integer.MAX_VALUE) {
            throw overflow("integer");
        }
        return a + 1;
    }

    public static long incrementExact(long a) {
        if (a == Long.MAX_VALUE) {
            throw overflow("long");
        }
        return a + 1;
    }

    public static int decrementExact(int a) {
        if (a == Integer.MIN_VALUE) {
            throw overflow("integer");
        }
        return a - 1;
    }

    public static long decrementExact(long a) {
        if (a == Long.MIN_VALUE) {
            throw overflow("long");
        }
        return a - 1;
    }

    public static int negateExact(int a) {
        if (a == Integer.MIN_VALUE) {
            throw overflow("integer");
        }
        return -a;
    }

    public static long negateExact(long a) {
        if (a == Long.MIN_VALUE) {
            throw overflow("long");
        }
        return -a;
    }

    public static int toIntExact(long value) {
        if ((int) value != value) {
            throw overflow("integer");
        }
        return (int) value;
    }

    private static ArithmeticException overflow(String type) {
        return new ArithmeticException(type + " overflow");
    }

    public static long multiplyFull(int x, int y) {
        return (long) x * y;
    }

    /** The upper 64 of the 128 bits of the product, from four products of halves. */
    public static long multiplyHigh(long x, long y) {
        long xHigh = x >> 32;
        long yHigh = y >> 32;
        long xLow = x & 0xffffffffL;
        long yLow = y & 0xffffffffL;
        long middle = xHigh * yLow + (xLow * yLow >>> 32);
        return xHigh * yHigh + (middle >> 32) + ((middle & 0xffffffffL) + xLow * yHigh >> 32);
    }

    public static int floorDiv(int x, int y) {
        int quotient = x / y;
        return (x ^ y) < 0 && quotient * y != x ? quotient - 1 : quotient;
    }

    public static long floorDiv(long x, int y) {
        return floorDiv(x, (long) y);
    }

    public static long floorDiv(long x, long y) {
        long quotient = x / y;
        return (x ^ y) < 0 && quotient * y != x ? quotient - 1 : quotient;
    }

    public static int floorMod(int x, int y) {
        int rest = x % y;
        return (rest ^ y) < 0 && rest != 0 ? rest + y : rest;
    }

    public static int floorMod(long x, int y) {
        return (int) floorMod(x, (long) y);
    }

    public static long floorMod(long x, long y) {
        long rest = x % y;
        return (rest ^ y) < 0 && rest != 0 ? rest + y : rest;
    }

    public static double ulp(double d) {
        int exponent = getExponent(d);
        if (exponent == Double.MAX_EXPONENT + 1) {
            return abs(d);
        }
        return exponent < Double.MIN_EXPONENT ? Double.MIN_VALUE : scalb(1.0, exponent - 52);
    }

    public static float ulp(float f) {
        int exponent = getExponent(f);
        if (exponent == Float.MAX_EXPONENT + 1) {
            return abs(f);
        }
        return exponent < Float.MIN_EXPONENT ? Float.MIN_VALUE : scalb(1.0f, exponent - 23);
    }

    public static double signum(double d) {
        return d > 0.0 ? 1.0 : d < 0.0 ? -1.0 : d;
    }

    public static float signum(float f) {
        return f > 0.0f ? 1.0f : f < 0.0f ? -1.0f : f;
    }

    public static double copySign(double magnitude, double sign) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(sign) & Long.MIN_VALUE
            | Double.doubleToRawLongBits(magnitude) & Long.MAX_VALUE);
    }

    public static float copySign(float magnitude, float sign) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(sign) & Integer.MIN_VALUE
            | Float.floatToRawIntBits(magnitude) & Integer.MAX_VALUE);
    }

    public static int getExponent(float f) {
        return (Float.floatToRawIntBits(f) >> 23 & 0xff) - 127;
    }

    public static int getExponent(double d) {
        return ((int) (Double.doubleToRawLongBits(d) >> 52) & 0x7ff) - 1023;
    }

    public static double nextAfter(double start, double direction) {
        if (start > direction) {
            return nextDown(start);
        }
        return start < direction ? nextUp(start) : start == direction ? direction : start + direction;
    }

    public static float nextAfter(float start, double direction) {
        if (start > direction) {
            return nextDown(start);
        }
        return start < direction ? nextUp(start) : start == direction ? (float) direction : start + (float) direction;
    }

    public static double nextUp(double d) {
        if (!(d < Double.POSITIVE_INFINITY)) {
            return d;
        }
        long bits = Double.doubleToRawLongBits(d + 0.0);
        return Double.longBitsToDouble(bits + (bits >= 0 ? 1 : -1));
    }

    public static float nextUp(float f) {
        if (!(f < Float.POSITIVE_INFINITY)) {
            return f;
        }
        int bits = Float.floatToRawIntBits(f + 0.0f);
        return Float.intBitsToFloat(bits + (bits >= 0 ? 1 : -1));
    }

    public static double nextDown(double d) {
        return -nextUp(-d);
    }

    public static float nextDown(float f) {
        return -nextUp(-f);
    }

    /** In steps of at most 2 to the 512th, small ones first, so that the result is rounded once only. */
    public static double scalb(double d, int scaleFactor) {
        int rest = max(min(scaleFactor, 2099), -2099);
        int step = rest < 0 ? -512 : 512;
        double factor = rest < 0 ? 0x1.0p-512 : 0x1.0p512;
        int small = rest % 512;
        double result = d * powerOfTwo(small);
        for (rest -= small; rest != 0; rest -= step) {
            result *= factor;
        }
        return result;
    }

    public static float scalb(float f, int scaleFactor) {
        int rest = max(min(scaleFactor, 278), -278);
        return (float) ((double) f * powerOfTwo(rest));
    }

    private static double powerOfTwo(int exponent) {
        return Double.longBitsToDouble((long) (exponent + 1023) << 52);
    }

    public static double toRadians(double degrees) {
        return degrees * 0.017453292519943295;
    }

    public static double toDegrees(double radians) {
        return radians * 57.29577951308232;
    }

    public static float fma(float a, float b, float c) {
        return Fma.fma(a, b, c);
    }

    public static double fma(double a, double b, double c) {
        return Fma.fma(a, b, c);
    }

    private static final class RandomHolder {
        static final Random RANDOM = new Random();
    }

    public static double random() {
        return RandomHolder.RANDOM.nextDouble();
    }
}
