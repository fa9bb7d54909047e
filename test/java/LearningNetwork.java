/** A small neural network learns exclusive or; k-means finds clusters; a line is fitted: floating point to the last bit. */
import java.util.Arrays;
import java.util.Random;

public class LearningNetwork {
    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static void network() {
        Random random = new Random(12);
        double[][] hidden = new double[4][3];
        double[] output = new double[5];
        for (double[] row : hidden) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        Arrays.setAll(output, i -> random.nextGaussian());
        double[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        double[] wanted = {0, 1, 1, 0};
        double error = 0;
        for (int epoch = 0; epoch < 600; epoch++) {
            error = 0;
            for (int k = 0; k < 4; k++) {
                double[] h = new double[4];
                double sum = output[4];
                for (int i = 0; i < 4; i++) {
                    h[i] = sigmoid(hidden[i][0] * inputs[k][0] + hidden[i][1] * inputs[k][1] + hidden[i][2]);
                    sum += h[i] * output[i];
                }
                double y = sigmoid(sum);
                double delta = (wanted[k] - y) * y * (1 - y);
                error += (wanted[k] - y) * (wanted[k] - y);
                for (int i = 0; i < 4; i++) {
                    double back = delta * output[i] * h[i] * (1 - h[i]);
                    output[i] += 2 * delta * h[i];
                    hidden[i][0] += 2 * back * inputs[k][0];
                    hidden[i][1] += 2 * back * inputs[k][1];
                    hidden[i][2] += 2 * back;
                }
                output[4] += 2 * delta;
            }
        }
        System.out.println(error + " " + (error < 0.5) + " " + Arrays.toString(output));
    }

    private static void clusters() {
        Random random = new Random(3);
        double[][] points = new double[90][2];
        for (int i = 0; i < points.length; i++) {
            points[i][0] = (i % 3) * 10 + random.nextGaussian();
            points[i][1] = (i % 3) * -5 + random.nextGaussian();
        }
        double[][] centres = {points[0].clone(), points[1].clone(), points[2].clone()};
        int[] counts = new int[3];
        for (int round = 0; round < 5; round++) {
            double[][] sums = new double[3][2];
            counts = new int[3];
            for (double[] p : points) {
                int best = 0;
                for (int c = 1; c < 3; c++) {
                    if (Math.hypot(p[0] - centres[c][0], p[1] - centres[c][1]) < Math.hypot(p[0] - centres[best][0], p[1] - centres[best][1])) {
                        best = c;
                    }
                }
                counts[best]++;
                sums[best][0] += p[0];
                sums[best][1] += p[1];
            }
            for (int c = 0; c < 3; c++) {
                centres[c][0] = sums[c][0] / counts[c];
                centres[c][1] = sums[c][1] / counts[c];
            }
        }
        System.out.println(Arrays.toString(counts) + " " + Arrays.deepToString(centres));
    }

    private static void line() {
        float sx = 0;
        float sy = 0;
        float sxx = 0;
        float sxy = 0;
        int n = 50;
        for (int i = 0; i < n; i++) {
            float x = i * 0.1f;
            float y = 3 * x - 2 + (float) Math.sin(i);
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }
        float slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
        System.out.println(slope + " " + (sy - slope * sx) / n);
    }

    public static void main(String[] args) {
        network();
        clusters();
        line();
    }
}
