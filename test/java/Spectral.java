/** The spectral norm of an infinite matrix, and numeric integration. */
import java.util.function.DoubleUnaryOperator;

public class Spectral {
    static double a(int i, int j) {
        return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);
    }

    static double[] multiply(double[] v, boolean transposed) {
        double[] result = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            double sum = 0;
            for (int j = 0; j < v.length; j++) {
                sum += (transposed ? a(j, i) : a(i, j)) * v[j];
            }
            result[i] = sum;
        }
        return result;
    }

    static double simpson(DoubleUnaryOperator f, double from, double to, int steps) {
        double h = (to - from) / steps;
        double sum = f.applyAsDouble(from) + f.applyAsDouble(to);
        for (int i = 1; i < steps; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * f.applyAsDouble(from + i * h);
        }
        return sum * h / 3;
    }

    public static void main(String[] args) {
        double[] u = new double[60];
        java.util.Arrays.fill(u, 1);
        double[] v = u;
        for (int i = 0; i < 6; i++) {
            v = multiply(multiply(u, false), true);
            u = multiply(multiply(v, false), true);
        }
        double uv = 0;
        double vv = 0;
        for (int i = 0; i < u.length; i++) {
            uv += u[i] * v[i];
            vv += v[i] * v[i];
        }
        System.out.println(Math.sqrt(uv / vv));
        System.out.println(simpson(Math::sin, 0, Math.PI, 200));
        System.out.println(simpson(x -> Math.exp(-x * x), -3, 3, 300));
        System.out.println(simpson(x -> 4 / (1 + x * x), 0, 1, 500));
    }
}
