/** Matrix multiplication, determinant by elimination, and powers of a matrix of longs. */
public class Matrix {
    static double[][] multiply(double[][] a, double[][] b) {
        int n = a.length;
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += a[i][k] * b[k][j];
                }
                c[i][j] = sum;
            }
        }
        return c;
    }

    static double determinant(double[][] m) {
        int n = m.length;
        double det = 1;
        for (int col = 0; col < n; col++) {
            int pivot = col;
            for (int r = col + 1; r < n; r++) {
                if (Math.abs(m[r][col]) > Math.abs(m[pivot][col])) {
                    pivot = r;
                }
            }
            if (pivot != col) {
                double[] t = m[pivot];
                m[pivot] = m[col];
                m[col] = t;
                det = -det;
            }
            det *= m[col][col];
            for (int r = col + 1; r < n; r++) {
                double f = m[r][col] / m[col][col];
                for (int k = col; k < n; k++) {
                    m[r][k] -= f * m[col][k];
                }
            }
        }
        return det;
    }

    static long[][] multiply(long[][] a, long[][] b, long modulus) {
        long[][] c = new long[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                c[i][j] = (a[i][0] * b[0][j] + a[i][1] * b[1][j]) % modulus;
            }
        }
        return c;
    }

    static long fibonacci(long n, long modulus) {
        long[][] result = {{1, 0}, {0, 1}};
        long[][] power = {{1, 1}, {1, 0}};
        for (; n > 0; n >>= 1) {
            if ((n & 1) == 1) {
                result = multiply(result, power, modulus);
            }
            power = multiply(power, power, modulus);
        }
        return result[0][1];
    }

    public static void main(String[] args) {
        int n = 40;
        double[][] a = new double[n][n];
        double[][] b = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = (i * 7 + j * 3) % 11 - 5;
                b[i][j] = 1.0 / (1 + i + j);
            }
        }
        double[][] c = multiply(a, b);
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += c[i][i];
        }
        System.out.println(trace + " " + c[0][n - 1] + " " + c[n - 1][0]);
        double[][] d = new double[20][20];
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 20; j++) {
                d[i][j] = Math.abs(i - j) + (i == j ? 2.5 : 0.125 * i);
            }
        }
        System.out.println(determinant(d));
        System.out.println(fibonacci(90, Long.MAX_VALUE >> 20) + " " + fibonacci(1_000_000_000_000L, 1_000_000_007));
    }
}
