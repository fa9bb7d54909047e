/** Narrowing and widening between the primitive types, as the Java language specifies them. */
public class Conversions {
    public static void main(String[] args) {
        int[] ints = {0, 127, 128, 255, 256, 32767, 32768, 65535, 65536, -1, -129, Integer.MAX_VALUE, Integer.MIN_VALUE, 16777217};
        for (int i : ints) {
            System.out.println(i + ": " + (byte) i + " " + (short) i + " " + (int) (char) i + " " + (long) i + " " + (float) i + " "
                    + (double) i);
        }
        long[] longs = {1L << 31, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE, 0x123456789abcdefL, -1};
        for (long l : longs) {
            System.out.println(l + ": " + (int) l + " " + (byte) l + " " + (float) l + " " + (double) l + " " + (int) (char) l);
        }
        double[] doubles = {0.9, -0.9, 1e10, -1e10, 1e20, -1e20, 2147483647.5, -2147483648.9, 4294967296.5, 9.3e18,
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 65.7, 3.4028236e38, 1e-50};
        for (double d : doubles) {
            System.out.println(d + ": " + (int) d + " " + (long) d + " " + (byte) d + " " + (short) d + " " + (int) (char) d + " "
                    + (float) d);
        }
        float[] floats = {0.9f, -1.5f, 3e9f, -3e9f, 1e19f, -1e19f, Float.NaN, Float.POSITIVE_INFINITY, 16777216f};
        for (float f : floats) {
            System.out.println(f + ": " + (int) f + " " + (long) f + " " + (byte) f + " " + (short) f + " " + (double) f);
        }
        char c = 'a';
        c += 1;
        int sum = c + 'b';
        System.out.println(c + " " + sum + " " + (char) sum + " " + (char) (c + 1) + " " + (c + 1));
        long mixed = 3 + 4L * 2;
        double promoted = 7 / 2 + 7 / 2.0;
        System.out.println(mixed + " " + promoted + " " + (5 / 2f) + " " + ('a' + 1L) + " " + (true ? 1 : 2.0));
    }
}
