/** The same corners for long, and long multiplication and comparison. */
public class LongArithmetic {
    static long max = Long.MAX_VALUE;
    static long min = Long.MIN_VALUE;

    public static void main(String[] args) {
        System.out.println(max + 1);
        System.out.println(min - 1);
        System.out.println(max * max);
        System.out.println(-min);
        System.out.println(min / -1 + " " + min % -1);
        long[] values = {7, -7, 0, 1L << 32, max, min, 1234567890123456789L, -4294967296L, 0xffffffffL};
        long[] divisors = {1, -1, 2, -3, 10, 1L << 33, 0xffffffffL, max, min, 1000000007L};
        for (long value : values) {
            StringBuilder line = new StringBuilder();
            for (long divisor : divisors) {
                line.append(value / divisor).append(' ').append(value % divisor).append(" | ");
            }
            System.out.println(line);
        }
        for (long value : values) {
            System.out.println(value * 0x123456789abcdefL + " " + (value & 0xff00ff00ff00ffL) + " " + (value ^ max));
        }
        for (long a : values) {
            StringBuilder line = new StringBuilder();
            for (long b : values) {
                line.append(a < b ? '<' : a > b ? '>' : '=');
            }
            System.out.println(line);
        }
        try {
            System.out.println(1 / (max - Long.MAX_VALUE));
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
        long lcg = 42;
        for (int i = 0; i < 2000; i++) {
            lcg = lcg * 6364136223846793005L + 1442695040888963407L;
            lcg ^= lcg >>> 29;
        }
        System.out.println(lcg);
    }
}
