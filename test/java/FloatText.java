/** Float.toString as JDK 17 writes it, and back through parseFloat. */
public class FloatText {
    public static void main(String[] args) {
        float[] values = {0f, -0f, 1f, 10f, 1e7f, 9999999f, 1e-3f, 9.99e-4f, 0.1f, 0.3f, 1 / 3f, 3.4028235e38f, 1.4e-45f, 1.17549435e-38f,
            16777216f, 33554432f, 1.0e10f, 8.5899346e9f, 123456.79f, 0.001f, 2e-3f, 3.3e-20f, Float.NaN, Float.NEGATIVE_INFINITY};
        for (float value : values) {
            String text = Float.toString(value);
            boolean same = Float.floatToIntBits(Float.parseFloat(text)) == Float.floatToIntBits(value);
            System.out.println(text + (same ? "" : " does not come back"));
        }
        String[] texts = {"1.17549435E-38f", "3.4028236e38", "3.5e38", "1e-46", "0x1p-149", "16777217", "  .25", "x"};
        for (String text : texts) {
            try {
                System.out.println(text + " = " + Float.parseFloat(text));
            } catch (NumberFormatException e) {
                System.out.println(e.getMessage());
            }
        }
        float x = 1;
        for (int i = 0; i < 20; i++) {
            x = x * 1.7f / 1.1f + i;
            System.out.println(x);
        }
        System.out.println(Float.valueOf(1.5f).hashCode() + " " + Float.hashCode(0.1f) + " " + Double.hashCode(0.1) + " "
                + Double.valueOf(1e100).hashCode());
    }
}
