/** The sequences of java.util.Random for given seeds. */
import java.util.Random;

public class RandomSequence {
    public static void main(String[] args) {
        for (long seed : new long[] {0, 1, 42, -1, Long.MAX_VALUE, 123456789012345L}) {
            Random r = new Random(seed);
            System.out.println(r.nextInt() + " " + r.nextInt(10) + " " + r.nextInt(64) + " " + r.nextInt(1000000007) + " " + r.nextLong() + " "
                    + r.nextBoolean() + " " + r.nextFloat() + " " + r.nextDouble() + " " + r.nextGaussian() + " " + r.nextGaussian());
        }
        Random r = new Random(7);
        byte[] bytes = new byte[11];
        r.nextBytes(bytes);
        StringBuilder line = new StringBuilder();
        for (byte b : bytes) {
            line.append(b).append(' ');
        }
        System.out.println(line);
        r.setSeed(42);
        System.out.println(r.nextInt(100) == new Random(42).nextInt(100));
        int[] histogram = new int[6];
        for (int i = 0; i < 6000; i++) {
            histogram[r.nextInt(6)]++;
        }
        for (int h : histogram) {
            System.out.print(h + " ");
        }
        System.out.println();
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum += r.nextGaussian();
        }
        System.out.println(sum);
        int inside = 0;
        for (int i = 0; i < 20000; i++) {
            double x = r.nextDouble();
            double y = r.nextDouble();
            if (x * x + y * y < 1) {
                inside++;
            }
        }
        System.out.println(4.0 * inside / 20000);
        try {
            r.nextInt(0);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
