/** NaN, infinities, signed zeros, remainder and comparison of double. */
public class DoubleCorners {
    static double zero = 0.0;

    public static void main(String[] args) {
        double[] values = {0.0, -0.0, 1.0, -2.5, Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
        for (double a : values) {
            StringBuilder line = new StringBuilder().append(a).append(':');
            for (double b : values) {
                line.append(' ').append(a < b).append(a <= b).append(a > b).append(a >= b).append(a == b).append(a != b);
            }
            System.out.println(line.toString().replace("true", "1").replace("false", "0"));
        }
        for (double a : values) {
            System.out.println(a + 1e300 + " " + a * 3 + " " + a / 3 + " " + (a - a) + " " + 1 / a + " " + -a);
        }
        System.out.println(1 / zero + " " + -1 / zero + " " + zero / zero + " " + 1 / -zero);
        double[] dividends = {5.3, -5.3, 1e300, 0.0, -0.0, Double.POSITIVE_INFINITY, Double.NaN};
        double[] divisors = {3, -3, 0.1, 7e-5, Double.POSITIVE_INFINITY, 0.0};
        for (double a : dividends) {
            StringBuilder line = new StringBuilder();
            for (double b : divisors) {
                line.append(a % b).append(' ');
            }
            System.out.println(line);
        }
        System.out.println(Double.compare(0.0, -0.0) + " " + Double.compare(Double.NaN, Double.POSITIVE_INFINITY) + " "
                + Double.valueOf(Double.NaN).equals(Double.NaN) + " " + Double.valueOf(0.0).equals(-0.0));
        System.out.println(Double.MAX_VALUE * 2 + " " + Double.MIN_VALUE / 2 + " " + (0.1 + 0.2) + " " + 1e16 + 1);
        System.out.println(Double.doubleToLongBits(-0.0) + " " + Double.doubleToLongBits(Double.NaN) + " "
                + Double.doubleToRawLongBits(1.5) + " " + Double.longBitsToDouble(0x7ff0000000000000L));
        System.out.println(Double.isNaN(zero / zero) + " " + Double.isInfinite(1 / zero) + " " + Double.isFinite(1e308));
        double sum = 0;
        for (int i = 1; i <= 1000; i++) {
            sum += 1.0 / i;
        }
        System.out.println(sum);
    }
}
