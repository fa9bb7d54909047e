/** Double.toString as JDK 17 writes it, and back through parseDouble. */
public class DoubleText {
    public static void main(String[] args) {
        double[] values = {0, -0.0, 1, -1, 10, 100, 1000000, 9999999, 10000000, 12345678.9, 1e-3, 9.99e-4, 1e-5, 0.1, 0.3, 1 / 3.0,
            2 / 3.0, 1e21, 1e22, 1e23, 1.1e-310, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, Math.PI, Math.E,
            123456789012345680.0, 4.35, 2.2250738585072014E-308, 9007199254740993.0, 2.0E-3, 5e-324, 1.0E7, 3.0e10, 100.5,
            Double.NaN, Double.NEGATIVE_INFINITY};
        for (double value : values) {
            String text = Double.toString(value);
            double back = Double.parseDouble(text);
            boolean same = Double.doubleToLongBits(back) == Double.doubleToLongBits(value);
            System.out.println(text + (same ? "" : " does not come back"));
        }
        String[] texts = {"1", " 2.5 ", "-.5", "+7.", "1e3", "1E-3", "0x1p4", "0x1.8p1", "1d", "1.5f", "NaN", "-Infinity", "1e400",
            "1e-400", "123456789012345678901234567890", "0.1e-1", "00012.50", "", " ", "abc", "1e", "1.2.3", "--1", "0x", "1_000"};
        for (String text : texts) {
            try {
                System.out.println('"' + text + "\" = " + Double.parseDouble(text));
            } catch (NumberFormatException e) {
                System.out.println(e.getMessage());
            }
        }
        double x = 1;
        for (int i = 0; i < 30; i++) {
            x = x * 7.3 / 3.1 + i;
            System.out.println(x);
        }
    }
}
