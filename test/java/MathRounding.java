/** Rounding, neighbours, exponents and scaling. */
public class MathRounding {
    public static void main(String[] args) {
        double[] xs = {0, -0.0, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 0.49999999999999994, 4503599627370497.5, 1e19, -1e19, 2147483647.5,
            Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE};
        for (double x : xs) {
            System.out.println(x + ": " + Math.round(x) + " " + Math.rint(x) + " " + Math.floor(x) + " " + Math.ceil(x) + " "
                    + Math.round((float) x) + " " + Math.signum(x));
            System.out.println("  " + Math.ulp(x) + " " + Math.nextUp(x) + " " + Math.nextDown(x) + " " + Math.getExponent(x) + " "
                    + Math.scalb(x, 3) + " " + Math.nextAfter(x, 0) + " " + Math.copySign(1, x));
        }
        for (float f : new float[] {0f, 1f, -2.5f, Float.MAX_VALUE, Float.MIN_VALUE, 8388609f}) {
            System.out.println(Math.ulp(f) + " " + Math.nextUp(f) + " " + Math.nextDown(f) + " " + Math.getExponent(f) + " "
                    + Math.scalb(f, -1) + " " + Math.signum(f));
        }
        System.out.println(Math.scalb(1.0, -1080) + " " + Math.scalb(1.0, 5000) + " " + Math.scalb(3.0, -1074));
        System.out.println(Double.toHexString(1.0) + " " + Double.toHexString(-0.1) + " " + Double.toHexString(Double.MIN_VALUE) + " "
                + Float.toHexString(0.1f) + " " + Double.toHexString(Double.NaN));
        System.out.println(Math.fma(2.0, 3.0, 4.0) + " " + Math.sqrt(2) + " " + Math.sqrt(-1) + " " + Math.sqrt(1e-320));
    }
}
