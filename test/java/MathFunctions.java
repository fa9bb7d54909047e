/** Transcendental functions, exact to the last bit of fdlibm. */
public class MathFunctions {
    public static void main(String[] args) {
        double[] xs = {0, -0.0, 0.1, 0.5, 1, -1, 2.5, 10, 100.25, -7.3, 1e-10, 1e10, 12345.678, Math.PI, Math.PI / 2};
        for (double x : xs) {
            System.out.println("sin " + Math.sin(x) + " cos " + Math.cos(x) + " tan " + Math.tan(x));
        }
        for (double x : xs) {
            System.out.println("exp " + Math.exp(x) + " log " + Math.log(x) + " sqrt " + Math.sqrt(x) + " cbrt " + Math.cbrt(x));
        }
        for (double x : new double[] {-1, -0.5, 0, 0.3, 0.999, 1, 2}) {
            System.out.println("asin " + Math.asin(x) + " acos " + Math.acos(x) + " atan " + Math.atan(x));
            System.out.println("sinh " + Math.sinh(x) + " cosh " + Math.cosh(x) + " tanh " + Math.tanh(x));
            System.out.println("expm1 " + Math.expm1(x) + " log1p " + Math.log1p(x) + " log10 " + Math.log10(x));
        }
        double[][] pairs = {{2, 10}, {2, -1}, {2, 0.5}, {-8, 1 / 3.0}, {-2, 3}, {0, 0}, {10, 308}, {1.0000001, 1e7}, {0.5, 2000}, {-0.0, -3}};
        for (double[] p : pairs) {
            System.out.println("pow " + Math.pow(p[0], p[1]) + " atan2 " + Math.atan2(p[0], p[1]) + " hypot " + Math.hypot(p[0], p[1])
                    + " rem " + Math.IEEEremainder(p[0], p[1]));
        }
        System.out.println(Math.toDegrees(Math.PI / 3) + " " + Math.toRadians(60) + " " + StrictMath.sin(1e6));
        double sum = 0;
        for (int i = 0; i < 2000; i++) {
            sum += Math.sin(i * 0.37) * Math.exp(-i / 500.0) + Math.pow(1 + i, 0.3) - Math.log(i + 0.5);
        }
        System.out.println(sum);
    }
}
