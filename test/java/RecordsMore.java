/** Records: compact constructors, nested, generic, with arrays, interfaces and statics; hash codes and texts. */
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

public class RecordsMore {
    record Empty() {}

    record Point(int x, int y) implements Comparable<Point> {
        static final Point ORIGIN = new Point(0, 0);

        Point {
            if (x < -1000) {
                throw new IllegalArgumentException("x " + x);
            }
        }

        Point(int both) {
            this(both, both);
        }

        double length() {
            return Math.sqrt(x * x + y * y);
        }

        @Override
        public int compareTo(Point other) {
            return Double.compare(length(), other.length());
        }
    }

    record Pair<A, B>(A first, B second) {
        static <T> Pair<T, T> twice(T t) {
            return new Pair<>(t, t);
        }
    }

    record All(boolean z, byte b, short s, char c, int i, long l, float f, double d, String text, int[] array) {}

    record Custom(String name) {
        @Override
        public String name() {
            return name.toUpperCase();
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Custom c && c.name.equalsIgnoreCase(name);
        }

        @Override
        public int hashCode() {
            return name.toLowerCase().hashCode();
        }
    }

    sealed interface Expr permits Num, Add, Mul {}

    record Num(int value) implements Expr {}

    record Add(Expr left, Expr right) implements Expr {}

    record Mul(Expr left, Expr right) implements Expr {}

    private static int eval(Expr e) {
        if (e instanceof Num n) {
            return n.value();
        } else if (e instanceof Add a) {
            return eval(a.left()) + eval(a.right());
        } else if (e instanceof Mul m) {
            return eval(m.left()) * eval(m.right());
        }
        throw new AssertionError();
    }

    public static void main(String[] args) {
        System.out.println(new Empty() + " " + new Empty().equals(new Empty()) + " " + new Empty().hashCode());
        System.out.println(new Point(3, 4) + " " + new Point(3, 4).hashCode() + " " + new Point(5).equals(new Point(5, 5)) + " " + Point.ORIGIN + " " + new Point(3, 4).length() + " " + new Point(1).compareTo(new Point(2)));
        try {
            new Point(-5000, 1);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(new Pair<>("a", List.of(1)) + " " + Pair.twice(null) + " " + Pair.twice(null).hashCode() + " " + new Pair<>(1, "x").equals(new Pair<>(1, "x")));
        int[] array = {1};
        All all = new All(true, (byte) -1, (short) 2, 'c', 4, 5L, 1.5f, -0.0, "t", array);
        System.out.println(all.toString().replaceAll("\\[I@[0-9a-f]+", "array") + " " + all.equals(new All(true, (byte) -1, (short) 2, 'c', 4, 5L, 1.5f, -0.0, "t", array)) + " " + all.equals(new All(true, (byte) -1, (short) 2, 'c', 4, 5L, 1.5f, 0.0, "t", array)));
        System.out.println(new All(false, (byte) 0, (short) 0, 'a', 1, 1L << 40, Float.NaN, Double.NaN, null, null).hashCode() + " " + new All(false, (byte) 0, (short) 0, 'a', 1, 2, Float.NaN, Double.NaN, null, null).equals(new All(false, (byte) 0, (short) 0, 'a', 1, 2, Float.NaN, Double.NaN, null, null)));
        System.out.println(new Custom("ab") + " " + new Custom("ab").name() + " " + new Custom("AB").equals(new Custom("ab")) + " " + (new Custom("AB").hashCode() == new Custom("ab").hashCode()));
        Map<Point, String> map = new HashMap<>();
        map.put(new Point(1, 2), "p");
        System.out.println(map.get(new Point(1, 2)) + " " + Objects.hash(new Point(1, 2)) + " " + Arrays.asList(new Point(0), null));
        System.out.println(eval(new Add(new Num(2), new Mul(new Num(3), new Num(4)))) + " " + new Add(new Num(1), new Num(2)));
        record Local(String s) {
            Local {
                s = s.trim();
            }
        }
        System.out.println(new Local("  x ") + " " + new Local("y").getClass().isRecord() + " " + new Local("z").getClass().getSimpleName() + " " + Point.class.getSuperclass());
    }
}
