/** Integer division, shifts and conversions at their edges. */
public class NumberEdges {
    static int i(int x) { return x; }
    static long l(long x) { return x; }
    static float f(float x) { return x; }
    static double d(double x) { return x; }
    public static void main(String[] args) {
        int[] ints = {0, 1, -1, 2, -2, 7, -7, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 32767, 32768, 65535, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1, 0x55555555};
        long[] longs = {0, 1, -1, 2, -7, 31, 32, 63, 64, 65, 1L << 31, 1L << 32, -(1L << 32), (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, 0x5555555555555555L, 0xFFFFFFFFL};
        int h = 0;
        for (int a : ints) for (int b : ints) {
            h = h * 31 + (a + b); h = h * 31 + (a - b); h = h * 31 + a * b; h = h * 31 + (a << b); h = h * 31 + (a >> b); h = h * 31 + (a >>> b); h = h * 31 + (a & b) + (a | b) + (a ^ b);
            try { h = h * 31 + a / b; h = h * 31 + a % b; } catch (ArithmeticException e) { h += 17; }
            h = h * 31 + Integer.compare(a, b) + Integer.compareUnsigned(a, b) * 3;
            if (b != 0) h = h * 31 + Integer.divideUnsigned(a, b) + Integer.remainderUnsigned(a, b) + Math.floorDiv(a, b) + Math.floorMod(a, b);
        }
        System.out.println(h);
        long g = 0;
        for (long a : longs) for (long b : longs) {
            g = g * 31 + (a + b); g = g * 31 + (a - b); g = g * 31 + a * b; g = g * 31 + (a << b); g = g * 31 + (a >> b); g = g * 31 + (a >>> b); g = g * 31 + (a & b) + (a | b) + (a ^ b);
            try { g = g * 31 + a / b; g = g * 31 + a % b; } catch (ArithmeticException e) { g += 17; }
            g = g * 31 + Long.compare(a, b) + (a < b ? 1 : a > b ? 2 : 3);
            if (b != 0) g = g * 31 + Long.divideUnsigned(a, b) + Long.remainderUnsigned(a, b) + Math.floorDiv(a, b) + Math.floorMod(a, b);
            g = g * 31 + Math.multiplyHigh(a, b);
        }
        System.out.println(g);
        System.out.println(i(5) / i(-2) + " " + i(-5) / i(2) + " " + i(-5) % i(2) + " " + i(5) % i(-2) + " " + i(Integer.MIN_VALUE) / i(-1) + " " + i(Integer.MIN_VALUE) % i(-1));
        System.out.println(l(5) / l(-2) + " " + l(-5) / l(2) + " " + l(-5) % l(2) + " " + l(5) % l(-2) + " " + l(Long.MIN_VALUE) / l(-1) + " " + l(Long.MIN_VALUE) % l(-1));
        try { System.out.println(i(1) / i(0)); } catch (ArithmeticException e) { System.out.println(e); }
        try { System.out.println(l(1) % l(0)); } catch (ArithmeticException e) { System.out.println(e); }
        double[] ds = {0.0, -0.0, 0.5, -0.5, 0.9999999, 1.5, 2.5, -1.5, 1e9, 2147483647.0, 2147483648.0, -2147483648.0, -2147483649.0, 1e18, 9.223372036854775807E18, -9.3e18, 1e300, -1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 65535.9, 65536, -129.5, 4294967296.0, 1.0000000000000002};
        for (double x : ds) {
            float y = (float) x;
            System.out.println(x + " " + (int) x + " " + (long) x + " " + (short) x + " " + (char) (int) x + 0 + " " + (byte) x + " " + y + " " + (int) y + " " + (long) y + " " + (double) y + " " + (int) (char) x + " " + Math.round(x) + " " + Math.round(y) + " " + Math.rint(x) + " " + Math.floor(x) + " " + Math.ceil(x) + " " + x % 3 + " " + -x + " " + 1 / x);
        }
        for (double a : ds) for (double b : ds) {
            g = g * 31 + Double.doubleToLongBits(a + b) + Double.doubleToLongBits(a - b) * 3 + Double.doubleToLongBits(a * b) * 5 + Double.doubleToLongBits(a / b) * 7 + Double.doubleToLongBits(a % b) * 11;
            g = g * 31 + (a < b ? 1 : 0) + (a > b ? 2 : 0) + (a <= b ? 4 : 0) + (a >= b ? 8 : 0) + (a == b ? 16 : 0) + (a != b ? 32 : 0);
            float p = (float) a, q = (float) b;
            g = g * 31 + Float.floatToIntBits(p + q) + Float.floatToIntBits(p - q) * 3 + Float.floatToIntBits(p * q) * 5 + Float.floatToIntBits(p / q) * 7 + Float.floatToIntBits(p % q) * 11;
            g = g * 31 + (p < q ? 1 : 0) + (p > q ? 2 : 0) + (p <= q ? 4 : 0) + (p >= q ? 8 : 0) + (p == q ? 16 : 0) + (p != q ? 32 : 0) + Double.compare(a, b) + Float.compare(p, q) * 2;
        }
        System.out.println(g);
        for (long x : longs) System.out.println((int) x + " " + (short) x + " " + (byte) x + " " + (int) (char) x + " " + (float) x + " " + (double) x + " " + (long) (float) x + " " + (long) (double) x);
        for (int x : ints) System.out.println((short) x + " " + (byte) x + " " + (int) (char) x + " " + (float) x + " " + (double) x + " " + (long) x + " " + (int) (float) x);
        byte b = (byte) 200; b += 100; System.out.println(b); b >>= 1; System.out.println(b); b >>>= 1; System.out.println(b); b *= -3.7; System.out.println(b); b /= 0.3; System.out.println(b);
        short s = -1; s >>>= 10; System.out.println(s); s <<= 15; System.out.println(s);
        char c = 'x'; c *= 1000; System.out.println((int) c); c -= 5.5; System.out.println((int) c); c++; System.out.println((int) c);
        int n = 5; n += 3.99; System.out.println(n); n -= 1e20; System.out.println(n); n <<= 33L; System.out.println(n);
        long m = 1; m <<= 65; System.out.println(m); m += 0.5f; System.out.println(m); m *= 1e30; System.out.println(m);
        System.out.println(0.1f + 0.2f); System.out.println(0.1 + 0.2); System.out.println((float) 0.1 == 0.1); System.out.println(16777217 == (float) 16777217);
        System.out.println(1.0 / 3 * 3 == 1.0); System.out.println(Double.MIN_VALUE / 2); System.out.println(Float.MIN_VALUE / 2); System.out.println(Float.MAX_VALUE * 2); System.out.println((float) 1e-46); System.out.println((float) 3.4028235677973366e38); System.out.println((float) 3.4028235677973365e38);
        System.out.println(0.0 == -0.0); System.out.println(Double.valueOf(0.0).equals(-0.0)); System.out.println(Math.min(0.0, -0.0)); System.out.println(Math.max(-0.0f, 0.0f)); System.out.println(Double.NaN != Double.NaN);
        System.out.println(Float.intBitsToFloat(0x7f800001) + " " + Integer.toHexString(Float.floatToRawIntBits(Float.intBitsToFloat(0x7fc12345))) + " " + Long.toHexString(Double.doubleToRawLongBits(Double.longBitsToDouble(0x7ff8000000000123L))));
    }
}
