/** Matrices: products, transposition, spirals, determinants, rotation, paths, of ints and doubles. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public class MatrixWork {
    private static long[][] product(long[][] a, long[][] b, long modulus) {
        long[][] c = new long[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                long sum = 0;
                for (int k = 0; k < b.length; k++) {
                    sum = (sum + a[i][k] * b[k][j]) % modulus;
                }
                c[i][j] = sum;
            }
        }
        return c;
    }

    private static long fibonacci(long n, long modulus) {
        long[][] result = {{1, 0}, {0, 1}};
        long[][] power = {{1, 1}, {1, 0}};
        for (; n > 0; n >>= 1) {
            if ((n & 1) == 1) {
                result = product(result, power, modulus);
            }
            power = product(power, power, modulus);
        }
        return result[0][1];
    }

    private static double determinant(double[][] m) {
        if (m.length == 1) {
            return m[0][0];
        }
        double sum = 0;
        for (int c = 0; c < m.length; c++) {
            double[][] minor = new double[m.length - 1][];
            for (int r = 1; r < m.length; r++) {
                minor[r - 1] = new double[m.length - 1];
                System.arraycopy(m[r], 0, minor[r - 1], 0, c);
                System.arraycopy(m[r], c + 1, minor[r - 1], c, m.length - 1 - c);
            }
            sum += (c % 2 == 0 ? 1 : -1) * m[0][c] * determinant(minor);
        }
        return sum;
    }

    private static List<Integer> spiral(int[][] m) {
        List<Integer> out = new ArrayList<>();
        int top = 0;
        int bottom = m.length - 1;
        int left = 0;
        int right = m[0].length - 1;
        while (top <= bottom && left <= right) {
            for (int c = left; c <= right; c++) {
                out.add(m[top][c]);
            }
            top++;
            for (int r = top; r <= bottom; r++) {
                out.add(m[r][right]);
            }
            right--;
            for (int c = right; c >= left && top <= bottom; c--) {
                out.add(m[bottom][c]);
            }
            bottom--;
            for (int r = bottom; r >= top && left <= right; r--) {
                out.add(m[r][left]);
            }
            left++;
        }
        return out;
    }

    public static void main(String[] args) {
        System.out.println(fibonacci(90, Long.MAX_VALUE / 4_000_000_000L) + " " + fibonacci(1_000_000_000_000L, 1_000_000_007L));
        System.out.println(determinant(new double[][] {{2, -1, 0, 3}, {1, 4, -2, 0.5}, {0, 3, 1, 1}, {5, 0, 2, -3}}));
        int[][] numbers = new int[4][5];
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 5; c++) {
                numbers[r][c] = r * 5 + c;
            }
        }
        System.out.println(spiral(numbers) + " " + spiral(new int[][] {{1}, {2}, {3}}) + " " + spiral(new int[][] {{7}}));
        int[][] turned = new int[5][4];
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 5; c++) {
                turned[c][3 - r] = numbers[r][c];
            }
        }
        System.out.println(Arrays.deepToString(turned));
        long[][] paths = new long[12][12];
        for (long[] row : paths) {
            Arrays.fill(row, 1);
        }
        for (int r = 1; r < 12; r++) {
            for (int c = 1; c < 12; c++) {
                paths[r][c] = paths[r - 1][c] + paths[r][c - 1];
            }
        }
        System.out.println(paths[11][11]);
        int n = 9;
        int[][] magic = new int[n][n];
        for (int i = 1, r = 0, c = n / 2; i <= n * n; i++) {
            magic[r][c] = i;
            int nr = (r + n - 1) % n;
            int nc = (c + 1) % n;
            if (magic[nr][nc] != 0) {
                nr = (r + 1) % n;
                nc = c;
            }
            r = nr;
            c = nc;
        }
        int diagonal = 0;
        for (int i = 0; i < n; i++) {
            diagonal += magic[i][i];
        }
        System.out.println(Arrays.toString(magic[4]) + " " + diagonal + " " + Arrays.stream(magic[0]).sum());
        float[][] floats = new float[3][];
        floats[1] = new float[] {1.5f, 2.5f};
        boolean[][][] cube = new boolean[2][2][];
        char[][] board = {"abc".toCharArray(), "def".toCharArray()};
        System.out.println(floats[0] + " " + floats[1][1] + " " + cube[1][1] + " " + new String(board[1]) + " " + board[0].length);
    }
}
