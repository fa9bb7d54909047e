/** Generics: bounds, wildcards, bridges, heap pollution, varargs. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

public class GenericMethods {
    interface Shape extends Comparable<Shape> {
        double area();

        @Override
        default int compareTo(Shape other) {
            return Double.compare(area(), other.area());
        }
    }

    record Square(double side) implements Shape {
        @Override
        public double area() {
            return side * side;
        }
    }

    record Circle(double radius) implements Shape {
        @Override
        public double area() {
            return 3 * radius * radius;
        }
    }

    private static <T extends Comparable<? super T>> T largest(Collection<? extends T> items) {
        Iterator<? extends T> it = items.iterator();
        T best = it.next();
        while (it.hasNext()) {
            T next = it.next();
            best = next.compareTo(best) > 0 ? next : best;
        }
        return best;
    }

    private static double total(List<? extends Number> numbers) {
        double sum = 0;
        for (Number number : numbers) {
            sum += number.doubleValue();
        }
        return sum;
    }

    private static void fill(List<? super Integer> list) {
        for (int i = 0; i < 3; i++) {
            list.add(i);
        }
    }

    @SafeVarargs
    private static <T> List<T> listOf(T... items) {
        return new ArrayList<>(Arrays.asList(items));
    }

    private static String count(Object... items) {
        return items == null ? "null" : items.length + "";
    }

    abstract static class Node<T extends Node<T>> {
        abstract T self();

        T named(String name) {
            System.out.print(name + " ");
            return self();
        }
    }

    static class Leaf extends Node<Leaf> {
        @Override
        Leaf self() {
            return this;
        }

        Leaf leafy() {
            System.out.print("leafy ");
            return this;
        }
    }

    static class Box<T> {
        private T value;

        void set(T value) {
            this.value = value;
        }

        T get() {
            return value;
        }

        <R> Box<R> map(Function<? super T, ? extends R> f) {
            Box<R> result = new Box<>();
            result.set(f.apply(value));
            return result;
        }
    }

    static class IntBox extends Box<Integer> {
        @Override
        void set(Integer value) {
            super.set(value + 1);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static void main(String[] args) {
        System.out.println(largest(List.of(3, 9, 4)) + " " + largest(List.of("a", "c", "b")) + " " + largest(List.<Shape>of(new Square(2), new Circle(1.5), new Square(1))));
        List<Object> objects = new ArrayList<>();
        fill(objects);
        List<Number> numbers = new ArrayList<>();
        fill(numbers);
        numbers.add(2.5);
        System.out.println(objects + " " + total(numbers) + " " + listOf(1, "two", 3.0).size() + " " + count() + count((Object[]) null) + count((Object) null) + count(1, 2) + count(new int[] {1, 2}) + count(new Integer[] {1, 2, 3}));
        new Leaf().named("a").leafy().named("b");
        Box<Integer> box = new IntBox();
        box.set(41);
        System.out.println(box.get() + " " + box.map(x -> "v" + x).get());
        Box raw = box;
        try {
            raw.set("text");
        } catch (ClassCastException e) {
            System.out.println("bridge refuses");
        }
        List<String> strings = new ArrayList<>();
        ((List) strings).add(5);
        System.out.println(strings.size() + " " + strings);
        try {
            String s = strings.get(0);
            System.out.println(s);
        } catch (ClassCastException e) {
            System.out.println("polluted");
        }
        Comparator<Shape> byName = Comparator.comparing(s -> s.getClass().getSimpleName());
        List<Shape> shapes = listOf(new Square(1), new Circle(1), new Square(0.5));
        shapes.sort(byName.thenComparing(Comparator.naturalOrder()));
        System.out.println(shapes);
        Function<Integer, Function<Integer, Integer>> adder = x -> y -> x + y;
        System.out.println(adder.apply(3).apply(4) + " " + Function.<Integer>identity().compose((String s) -> s.length()).andThen(x -> x * 2).apply("four"));
    }
}
