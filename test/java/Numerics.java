/** Fourier transforms, LU factors, products of sparse matrices, relaxation, chance: kernels of numerical programs with their checks. */
import java.util.Random;

public class Numerics {
    private static void transform(double[] data, int direction) {
        int n = data.length / 2;
        for (int i = 0, j = 0; i < n - 1; i++) {
            if (i < j) {
                for (int k = 0; k < 2; k++) {
                    double swap = data[2 * i + k];
                    data[2 * i + k] = data[2 * j + k];
                    data[2 * j + k] = swap;
                }
            }
            int k = n / 2;
            while (k <= j) {
                j -= k;
                k /= 2;
            }
            j += k;
        }
        for (int span = 1; span < n; span *= 2) {
            double theta = direction * Math.PI / span;
            for (int a = 0; a < span; a++) {
                double wr = Math.cos(a * theta);
                double wi = Math.sin(a * theta);
                for (int b = a; b < n; b += 2 * span) {
                    int i = 2 * b;
                    int j = 2 * (b + span);
                    double re = wr * data[j] - wi * data[j + 1];
                    double im = wr * data[j + 1] + wi * data[j];
                    data[j] = data[i] - re;
                    data[j + 1] = data[i + 1] - im;
                    data[i] += re;
                    data[i + 1] += im;
                }
            }
        }
        if (direction > 0) {
            for (int i = 0; i < data.length; i++) {
                data[i] /= n;
            }
        }
    }

    private static void fourier() {
        Random random = new Random(1);
        double[] signal = new double[2 * 512];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = random.nextDouble();
        }
        double[] copy = signal.clone();
        transform(copy, -1);
        double energy = 0;
        double transformed = 0;
        for (int i = 0; i < copy.length; i++) {
            energy += signal[i] * signal[i];
            transformed += copy[i] * copy[i];
        }
        transform(copy, 1);
        double worst = 0;
        for (int i = 0; i < copy.length; i++) {
            worst = Math.max(worst, Math.abs(copy[i] - signal[i]));
        }
        System.out.println("fourier " + energy + " " + transformed / 512 + " " + (worst < 1e-12));
    }

    private static boolean factor(double[][] a, int[] pivots) {
        int n = a.length;
        for (int j = 0; j < n; j++) {
            int best = j;
            for (int i = j + 1; i < n; i++) {
                best = Math.abs(a[i][j]) > Math.abs(a[best][j]) ? i : best;
            }
            pivots[j] = best;
            if (a[best][j] == 0) {
                return false;
            }
            double[] row = a[best];
            a[best] = a[j];
            a[j] = row;
            for (int i = j + 1; i < n; i++) {
                a[i][j] /= row[j];
                double factor = a[i][j];
                for (int k = j + 1; k < n; k++) {
                    a[i][k] -= factor * row[k];
                }
            }
        }
        return true;
    }

    private static void linearSystem() {
        int n = 50;
        Random random = new Random(2);
        double[][] a = new double[n][n];
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = random.nextDouble() - 0.5;
                b[i] += a[i][j] * (j + 1);
            }
        }
        int[] pivots = new int[n];
        boolean regular = factor(a, pivots);
        for (int i = 0; i < n; i++) {
            double swap = b[pivots[i]];
            b[pivots[i]] = b[i];
            b[i] = swap;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                b[i] -= a[i][j] * b[j];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                b[i] -= a[i][j] * b[j];
            }
            b[i] /= a[i][i];
        }
        double worst = 0;
        double determinant = 1;
        for (int i = 0; i < n; i++) {
            worst = Math.max(worst, Math.abs(b[i] - (i + 1)));
            determinant *= pivots[i] == i ? a[i][i] : -a[i][i];
        }
        System.out.println("lu " + regular + " " + determinant + " " + (worst < 1e-9));
        System.out.println("singular " + factor(new double[][] {{1, 2}, {2, 4}}, new int[2]));
    }

    private static void sparse() {
        int n = 200;
        int perRow = 5;
        Random random = new Random(3);
        double[] values = new double[n * perRow];
        int[] columns = new int[n * perRow];
        int[] rows = new int[n + 1];
        for (int r = 0; r < n; r++) {
            rows[r + 1] = rows[r] + perRow;
            for (int i = 0; i < perRow; i++) {
                columns[rows[r] + i] = (r / perRow + 1) * i % n;
                values[rows[r] + i] = random.nextDouble();
            }
        }
        double[] x = new double[n];
        double[] y = new double[n];
        double[][] dense = new double[n][n];
        for (int r = 0; r < n; r++) {
            x[r] = 1.0 / (r + 1);
            for (int i = rows[r]; i < rows[r + 1]; i++) {
                dense[r][columns[i]] += values[i];
            }
        }
        for (int repeat = 0; repeat < 20; repeat++) {
            for (int r = 0; r < n; r++) {
                double sum = 0;
                for (int i = rows[r]; i < rows[r + 1]; i++) {
                    sum += x[columns[i]] * values[i];
                }
                y[r] = sum;
            }
        }
        double worst = 0;
        double total = 0;
        for (int r = 0; r < n; r++) {
            double sum = 0;
            for (int c = 0; c < n; c++) {
                sum += dense[r][c] * x[c];
            }
            worst = Math.max(worst, Math.abs(sum - y[r]));
            total += y[r];
        }
        System.out.println("sparse " + total + " " + (worst < 1e-12));
    }

    private static void relaxation() {
        int n = 40;
        double[][] grid = new double[n][n];
        for (int i = 0; i < n; i++) {
            grid[0][i] = 100;
            grid[i][n - 1] = i;
        }
        double change = 0;
        for (int sweep = 0; sweep < 60; sweep++) {
            change = 0;
            for (int i = 1; i < n - 1; i++) {
                for (int j = 1; j < n - 1; j++) {
                    double relaxed = 1.25 * 0.25 * (grid[i - 1][j] + grid[i + 1][j] + grid[i][j - 1] + grid[i][j + 1]) - 0.25 * grid[i][j];
                    change = Math.max(change, Math.abs(relaxed - grid[i][j]));
                    grid[i][j] = relaxed;
                }
            }
        }
        System.out.println("relaxation " + grid[n / 2][n / 2] + " " + grid[5][20] + " " + (change < 1));
    }

    private static void chance() {
        Random random = new Random(113);
        int inside = 0;
        for (int i = 0; i < 20000; i++) {
            double x = random.nextDouble();
            double y = random.nextDouble();
            inside += x * x + y * y <= 1 ? 1 : 0;
        }
        System.out.println("chance " + 4.0 * inside / 20000);
    }

    private static void quadrature() {
        double sum = 0;
        int steps = 2000;
        for (int i = 0; i < steps; i++) {
            double x = (i + 0.5) / steps;
            sum += 4 / (1 + x * x);
        }
        double root = 1;
        for (int i = 0; i < 6; i++) {
            root -= (root * root - 2) / (2 * root);
        }
        System.out.println("quadrature " + sum / steps + " " + root + " " + (Math.abs(sum / steps - Math.PI) < 1e-6));
    }

    public static void main(String[] args) {
        fourier();
        linearSystem();
        sparse();
        relaxation();
        chance();
        quadrature();
    }
}
