/** Records: accessors, equality, hash codes, text, compact constructors, nesting, generics. */
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

public class Records {
    record Point(int x, int y) {
        static final Point ORIGIN = new Point(0, 0);

        Point {
            if (x < -1000) {
                throw new IllegalArgumentException("x " + x);
            }
        }

        Point(int both) {
            this(both, both);
        }

        Point plus(Point other) {
            return new Point(x + other.x, y + other.y());
        }
    }

    record Everything(boolean z, byte b, short s, char c, int i, long l, float f, double d, String text, int[] array) { }

    record Named<T extends Comparable<T>>(String name, T value) implements Comparable<Named<T>> {
        @Override
        public int compareTo(Named<T> other) {
            return value.compareTo(other.value);
        }
    }

    record Empty() { }

    record Upper(String text) {
        Upper(String text) {
            this.text = text.toUpperCase();
        }

        @Override
        public String text() {
            return "<" + text + ">";
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Upper other && Objects.equals(text.charAt(0), other.text.charAt(0));
        }

        @Override
        public int hashCode() {
            return text.charAt(0);
        }
    }

    public static void main(String[] args) {
        Point p = new Point(3, -4);
        System.out.println(p + " " + p.x() + " " + p.y() + " " + p.hashCode() + " " + p.equals(new Point(3, -4)) + " " + p.equals(null)
                + " " + p.equals("Point") + " " + new Point(7) + " " + p.plus(new Point(1)) + " " + Point.ORIGIN.equals(new Point(0)));
        try {
            new Point(-2000, 0);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        int[] array = null;
        Everything all = new Everything(true, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, -0.0, "t", array);
        System.out.println(all + " " + all.hashCode());
        System.out.println(all.equals(new Everything(true, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, 0.0, "t", array)));
        System.out.println(all.equals(new Everything(true, (byte) 1, (short) 2, 'c', 4, 5L, 6.5f, -0.0, "t", array)));
        System.out.println(new Everything(false, (byte) 0, (short) 0, 'a', 0, 0, Float.NaN, Double.NaN, null, null)
                .equals(new Everything(false, (byte) 0, (short) 0, 'a', 0, 0, Float.NaN, Double.NaN, null, null)));
        System.out.println(new Empty() + " " + new Empty().hashCode() + " " + new Empty().equals(new Empty()));
        Named<Integer> one = new Named<>("one", 1);
        System.out.println(one + " " + one.compareTo(new Named<>("two", 2)) + " " + one.hashCode());
        Upper u = new Upper("mixed");
        System.out.println(u + " " + u.text() + " " + u.equals(new Upper("More")) + " " + u.hashCode());
        Map<Point, String> map = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            map.put(new Point(i % 5, i % 3), "p" + i);
        }
        System.out.println(map.size() + " " + map.get(new Point(4, 2)) + " " + map.get(new Point(9, 9)));
        System.out.println(Point.class.isRecord() + " " + Upper.class.isRecord() + " " + String.class.isRecord());
        System.out.println(new Named<>("nested", new Named<>("in", 5).name()));
    }
}
