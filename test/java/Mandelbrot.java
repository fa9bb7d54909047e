/** The Mandelbrot set as characters and as a checksum. */
public class Mandelbrot {
    static int iterations(double cr, double ci, int max) {
        double r = 0;
        double i = 0;
        int n = 0;
        while (n < max && r * r + i * i < 4) {
            double t = r * r - i * i + cr;
            i = 2 * r * i + ci;
            r = t;
            n++;
        }
        return n;
    }

    static int iterationsFloat(float cr, float ci, int max) {
        float r = 0;
        float i = 0;
        int n = 0;
        while (n < max && r * r + i * i < 4) {
            float t = r * r - i * i + cr;
            i = 2 * r * i + ci;
            r = t;
            n++;
        }
        return n;
    }

    public static void main(String[] args) {
        String shades = " .:-=+*#%@";
        int checksum = 0;
        int checksumFloat = 0;
        for (int y = 0; y < 24; y++) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < 64; x++) {
                double cr = -2.2 + x * 3.2 / 64;
                double ci = -1.2 + y * 2.4 / 24;
                int n = iterations(cr, ci, 200);
                checksum = checksum * 31 + n;
                checksumFloat = checksumFloat * 31 + iterationsFloat((float) cr, (float) ci, 200);
                line.append(shades.charAt(n == 200 ? 9 : n % 9));
            }
            System.out.println(line);
        }
        System.out.println(checksum + " " + checksumFloat);
    }
}
