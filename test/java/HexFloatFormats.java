/** Hexadecimal formats with a precision. */
public class HexFloatFormats {
    public static void main(String[] a) {
        for (double d:new double[]{3.14159, 1.0, 0.1, 1.96875, 1.9999999, Double.MIN_VALUE,
                Double.MIN_NORMAL, 1e-310,
                0, -0.0, 1e300, 15.999}) for (int p = 0; p<15; p++) System.out.print(String.format("%." + p + "a %"
                + (p + 20) + "." + p + "A|", d, d));
        System.out.println();
    }
}
