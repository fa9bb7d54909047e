/** Math: exact methods, rounding, floor division, extremes. */
import java.util.function.Supplier;

public class MathCorners {
    private static void attempt(String what, Supplier<Object> action) {
        try {
            System.out.println(what + " = " + action.get());
        } catch (ArithmeticException e) {
            System.out.println(what + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        attempt("addExact", () -> Math.addExact(Integer.MAX_VALUE, 1));
        attempt("addExact", () -> Math.addExact(Long.MAX_VALUE, 1L));
        attempt("subtractExact", () -> Math.subtractExact(Integer.MIN_VALUE, 1));
        attempt("multiplyExact", () -> Math.multiplyExact(1 << 16, 1 << 15));
        attempt("multiplyExact", () -> Math.multiplyExact(Long.MIN_VALUE, -1L));
        attempt("multiplyExact", () -> Math.multiplyExact(3_000_000_000L, 3));
        attempt("negateExact", () -> Math.negateExact(Integer.MIN_VALUE));
        attempt("toIntExact", () -> Math.toIntExact(1L << 31));
        attempt("incrementExact", () -> Math.incrementExact(Integer.MAX_VALUE));
        attempt("decrementExact", () -> Math.decrementExact(Long.MIN_VALUE));
        attempt("absExact", () -> Math.absExact(Integer.MIN_VALUE));
        attempt("absExact", () -> Math.absExact(Long.MIN_VALUE));
        attempt("floorDiv", () -> Math.floorDiv(1, 0));
        attempt("int", () -> 1 / (args.length));
        attempt("long", () -> 1L % (args.length));
        for (int[] p : new int[][] {{7, 3}, {-7, 3}, {7, -3}, {-7, -3}, {Integer.MIN_VALUE, -1}}) {
            System.out.println(Math.floorDiv(p[0], p[1]) + " " + Math.floorMod(p[0], p[1]) + " " + p[0] / p[1] + " " + p[0] % p[1] + " " + Math.floorMod((long) p[0], p[1]) + " " + Math.floorDiv((long) p[0], (long) p[1]));
        }
        for (double x : new double[] {0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 4503599627370497.5, Double.NaN, Double.POSITIVE_INFINITY, -0.0, 1e300}) {
            System.out.println(x + " " + Math.round(x) + " " + Math.rint(x) + " " + Math.floor(x) + " " + Math.ceil(x) + " " + Math.round((float) x) + " " + Math.abs(x) + " " + Math.nextUp(x) + " " + Math.nextDown(x) + " " + Math.getExponent(x));
        }
        System.out.println(Math.max(-0.0, 0.0) + " " + Math.min(-0.0f, 0.0f) + " " + Math.max(Double.NaN, 1) + " " + Math.min(1, Float.NaN) + " " + Math.abs(Integer.MIN_VALUE) + " " + Math.abs(-5L));
        System.out.println(Math.pow(2, 0.5) + " " + Math.pow(-8, 1.0 / 3) + " " + Math.pow(0, 0) + " " + Math.pow(1, Double.NaN) + " " + Math.pow(-2, 3) + " " + Math.pow(2, -1074) + " " + Math.pow(Double.NEGATIVE_INFINITY, 3) + " " + Math.pow(-0.0, -1));
        System.out.println(Math.atan2(1, -1) + " " + Math.atan2(-0.0, -1) + " " + Math.atan2(0, 0) + " " + Math.asin(2) + " " + Math.acos(-1) + " " + Math.sin(1e10) + " " + Math.cos(1e22) + " " + Math.tan(Math.PI / 2) + " " + Math.exp(710) + " " + Math.log(0) + " " + Math.log10(1000) + " " + Math.sinh(1) + " " + Math.cosh(1) + " " + Math.tanh(20));
        System.out.println(Math.multiplyHigh(Long.MAX_VALUE, Long.MAX_VALUE) + " " + Math.multiplyFull(Integer.MAX_VALUE, Integer.MAX_VALUE) + " " + Math.fma(1e308, 10.0, -1e308) + " " + StrictMath.sqrt(2) + " " + StrictMath.log(2) + " " + Math.E + Math.PI);
        double sum = 0;
        for (int i = 1; i < 200; i++) {
            sum += Math.sin(i) * Math.cos(i * 0.7) + Math.exp(-i / 50.0) + Math.log(i) + Math.atan(i) + Math.pow(i, 0.3) + Math.cbrt(i);
        }
        System.out.println(sum);
    }
}
