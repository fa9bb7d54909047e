/** Exact fractions, continued fractions, harmonic sums, a matrix inverted without rounding. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public class Rationals {
    record Rational(long n, long d) implements Comparable<Rational> {
        static final Rational ZERO = new Rational(0, 1);
        static final Rational ONE = new Rational(1, 1);

        Rational {
            if (d == 0) {
                throw new ArithmeticException("zero denominator");
            }
            long g = gcd(Math.abs(n), Math.abs(d));
            n = d < 0 ? -n / g : n / g;
            d = Math.abs(d) / g;
        }

        static long gcd(long a, long b) {
            return b == 0 ? Math.max(a, 1) : gcd(b, a % b);
        }

        Rational plus(Rational o) {
            return new Rational(Math.addExact(Math.multiplyExact(n, o.d), Math.multiplyExact(o.n, d)), Math.multiplyExact(d, o.d));
        }

        Rational times(Rational o) {
            return new Rational(Math.multiplyExact(n, o.n), Math.multiplyExact(d, o.d));
        }

        Rational negated() {
            return new Rational(-n, d);
        }

        Rational inverse() {
            return new Rational(d, n);
        }

        @Override
        public int compareTo(Rational o) {
            return Long.compare(n * o.d, o.n * d);
        }

        @Override
        public String toString() {
            return d == 1 ? "" + n : n + "/" + d;
        }
    }

    private static Rational[][] inverse(Rational[][] a) {
        int size = a.length;
        Rational[][] work = new Rational[size][2 * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < 2 * size; j++) {
                work[i][j] = j < size ? a[i][j] : j - size == i ? Rational.ONE : Rational.ZERO;
            }
        }
        for (int c = 0; c < size; c++) {
            int p = c;
            while (work[p][c].equals(Rational.ZERO)) {
                p++;
            }
            Rational[] row = work[p];
            work[p] = work[c];
            work[c] = row;
            Rational by = row[c].inverse();
            for (int j = 0; j < 2 * size; j++) {
                row[j] = row[j].times(by);
            }
            for (int i = 0; i < size; i++) {
                Rational factor = work[i][c].negated();
                for (int j = 0; i != c && j < 2 * size; j++) {
                    work[i][j] = work[i][j].plus(row[j].times(factor));
                }
            }
        }
        Rational[][] result = new Rational[size][];
        for (int i = 0; i < size; i++) {
            result[i] = Arrays.copyOfRange(work[i], size, 2 * size);
        }
        return result;
    }

    public static void main(String[] args) {
        Rational sum = Rational.ZERO;
        for (int i = 1; i <= 20; i++) {
            sum = sum.plus(new Rational(1, i));
        }
        System.out.println(sum + " " + new Rational(6, -4) + " " + new Rational(0, 5) + " " + new Rational(1, 2).equals(new Rational(2, 4)) + " " + new Rational(1, 2).hashCode());
        Rational[][] hilbert = new Rational[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                hilbert[i][j] = new Rational(1, i + j + 1);
            }
        }
        System.out.println(Arrays.deepToString(inverse(hilbert)));
        List<Long> terms = new ArrayList<>();
        Rational x = new Rational(415, 93);
        while (true) {
            long whole = Math.floorDiv(x.n(), x.d());
            terms.add(whole);
            x = x.plus(new Rational(-whole, 1));
            if (x.equals(Rational.ZERO)) {
                break;
            }
            x = x.inverse();
        }
        System.out.println(terms);
        Rational root = Rational.ONE;
        for (int i = 0; i < 5; i++) {
            root = root.plus(new Rational(2, 1).times(root.inverse())).times(new Rational(1, 2));
            System.out.print(root + " ");
        }
        System.out.println();
        try {
            for (int i = 0; i < 10; i++) {
                root = root.plus(new Rational(2, 1).times(root.inverse())).times(new Rational(1, 2));
            }
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
        try {
            Rational.ZERO.inverse();
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(new Rational(1, 3).compareTo(new Rational(2, 5)) + " " + new Rational(-1, 3).compareTo(new Rational(-2, 5)));
    }
}
