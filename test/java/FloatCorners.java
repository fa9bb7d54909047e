/** float arithmetic rounds to 24 bits after every operation. */
public class FloatCorners {
    static float zero = 0f;

    public static void main(String[] args) {
        float[] values = {0f, -0f, 1f, -2.5f, Float.MIN_VALUE, Float.MAX_VALUE, 16777216f, 0.1f,
            Float.POSITIVE_INFINITY, Float.NaN};
        for (float a : values) {
            StringBuilder line = new StringBuilder().append(a).append(':');
            for (float b : values) {
                line.append(' ').append(a + b).append(',').append(a * b).append(',').append(a / b).append(',').append(a % b);
            }
            System.out.println(line);
        }
        System.out.println(16777216f + 1f);
        System.out.println(0.1f + 0.2f);
        System.out.println((double) 0.1f);
        System.out.println(0.1f == 0.1);
        System.out.println(1f / zero + " " + zero / zero + " " + (zero == -zero) + " " + Float.compare(0f, -0f));
        System.out.println(Float.floatToIntBits(-0f) + " " + Float.floatToIntBits(Float.NaN) + " " + Float.floatToRawIntBits(1.5f));
        System.out.println(Float.intBitsToFloat(0x7f800000) + " " + Float.intBitsToFloat(1));
        float sum = 0;
        for (int i = 1; i <= 1000; i++) {
            sum += 1f / i;
        }
        System.out.println(sum);
        float product = 1;
        for (int i = 1; i <= 40; i++) {
            product *= i;
        }
        System.out.println(product);
        int comparisons = 0;
        for (float a : values) {
            for (float b : values) {
                if (a < b) {
                    comparisons += 1;
                }
                if (!(a >= b)) {
                    comparisons += 100;
                }
                if (a != b) {
                    comparisons += 10000;
                }
            }
        }
        System.out.println(comparisons);
    }
}
