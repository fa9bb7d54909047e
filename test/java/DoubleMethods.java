/** Double and Float: parsing, texts, comparing, bits. */
import java.util.function.Supplier;

public class DoubleMethods {
    private static void attempt(String text, Supplier<Object> action) {
        try {
            System.out.println("[" + text + "] " + action.get());
        } catch (RuntimeException e) {
            System.out.println("[" + text + "] " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        for (String text : new String[] {"1", "-1.5e3", " 2.5 ", "1e400", "1e-400", "0x1.8p1", "0x.1p-3", "NaN", "-Infinity", "+Infinity", "1d", "1f", "1.", ".5", "1_0", "", " ", "abc", "1e", "0x1", "--1", "4.9e-324", "2.2250738585072012e-308", "1.7976931348623159e308", "9007199254740993", "123456789012345678901234567890", "infinity", "1e+5", "0x1p", "1 2"}) {
            attempt(text, () -> Double.parseDouble(text));
            attempt(text, () -> Float.parseFloat(text));
        }
        for (double x : new double[] {0.0, -0.0, 1.0, 0.1, 100, 1e7, 9999999.999, 1e-3, 0.00099, 123456789.125, 1e21, 1.0 / 3, 2e-3, Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, Math.PI, 4.35, 2.0E-3, 1.0E23, 8.41E21}) {
            System.out.println(x + " " + (float) x + " " + Double.toHexString(x) + " " + Double.doubleToLongBits(x) + " " + Double.hashCode(x) + " " + (int) x + " " + (long) x + " " + Math.round(x) + " " + Float.toHexString((float) x));
        }
        System.out.println(Double.compare(0.0, -0.0) + " " + (0.0 == -0.0) + " " + Double.valueOf(0.0).equals(-0.0) + " " + Double.compare(Double.NaN, 1) + " " + Double.valueOf(Double.NaN).equals(Double.NaN) + " " + (Double.NaN == Double.NaN));
        System.out.println(Double.isNaN(0.0 / 0) + " " + Double.isInfinite(1 / 0.0) + " " + Double.isFinite(1) + " " + Double.MIN_EXPONENT + Double.MAX_EXPONENT + " " + Double.max(1, 2) + Double.sum(1, 2) + Double.min(-0.0, 0.0));
        System.out.println(Double.longBitsToDouble(0x7ff8000000000001L) + " " + Long.toHexString(Double.doubleToLongBits(Double.longBitsToDouble(0x7ff8000000000001L))) + " " + Float.floatToIntBits(-0f) + " " + Float.intBitsToFloat(1));
        System.out.println((int) Double.NaN + " " + (long) 1e30 + " " + (int) -1e30 + " " + (char) 65.9 + " " + (byte) 300.7 + " " + (float) 1e40 + " " + (int) Float.POSITIVE_INFINITY + " " + (short) 1e10);
        System.out.println(Float.compare(1f, 2f) + " " + Float.valueOf(1.5f).intValue() + " " + Float.valueOf(1.1f).doubleValue() + " " + Float.hashCode(1.5f) + " " + Float.MIN_NORMAL + " " + Float.MAX_VALUE + " " + 16777217f + " " + 0.1f * 3 + " " + (0.1 + 0.2) + " " + 100 * 1.1 + " " + 1e16f + " " + 3.4e10f);
        System.out.println(5.0 % 3 + " " + -5.5 % 2 + " " + 5 % -0.3 + " " + 1e300 * 1e10 + " " + 1 / -0.0 + " " + Math.sqrt(-1) + " " + 0.0 / 0 + " " + Double.POSITIVE_INFINITY % 2 + " " + 3 % Double.POSITIVE_INFINITY);
        System.out.println(Math.IEEEremainder(5, 3) + " " + Math.fma(2.0, 3.0, 1e-17) + " " + Math.hypot(3, 4) + " " + Math.getExponent(1024.5) + " " + Math.scalb(1.5, 4) + " " + Math.nextAfter(1.0, 2) + " " + Math.ulp(1e10) + " " + Math.copySign(3, -0.0) + " " + Math.signum(-2.5) + " " + Math.toDegrees(Math.PI) + " " + Math.toRadians(180) + " " + Math.cbrt(27) + " " + Math.log1p(1e-10) + " " + Math.expm1(1e-10));
    }
}
