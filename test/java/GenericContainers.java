/** Generic classes and methods, wildcards, recursive bounds, generic arrays. */
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

public class GenericContainers {
    static class Pair<A, B> {
        final A first;
        final B second;

        Pair(A first, B second) {
            this.first = first;
            this.second = second;
        }

        static <X, Y> Pair<X, Y> of(X x, Y y) {
            return new Pair<>(x, y);
        }

        Pair<B, A> swap() {
            return of(second, first);
        }

        @Override
        public String toString() {
            return "(" + first + ", " + second + ")";
        }
    }

    static class Ring<T> implements Iterable<T> {
        private final T[] items;
        private int next;
        private int size;

        @SuppressWarnings("unchecked")
        Ring(int capacity) {
            items = (T[]) new Object[capacity];
        }

        void add(T item) {
            items[next] = item;
            next = (next + 1) % items.length;
            size = Math.min(size + 1, items.length);
        }

        @Override
        public Iterator<T> iterator() {
            return new Iterator<>() {
                private int seen;

                @Override
                public boolean hasNext() {
                    return seen < size;
                }

                @Override
                public T next() {
                    return items[(next - size + seen++ + items.length) % items.length];
                }
            };
        }
    }

    abstract static class Builder<T extends Builder<T>> {
        final StringBuilder parts = new StringBuilder();

        abstract T me();

        T with(String part) {
            parts.append(part).append(';');
            return me();
        }
    }

    static class CarBuilder extends Builder<CarBuilder> {
        int wheels;

        @Override
        CarBuilder me() {
            return this;
        }

        CarBuilder wheels(int count) {
            wheels = count;
            return this;
        }
    }

    static double sum(Collection<? extends Number> numbers) {
        double sum = 0;
        for (Number n : numbers) {
            sum += n.doubleValue();
        }
        return sum;
    }

    static void fill(List<? super Integer> list, int upTo) {
        for (int i = 0; i < upTo; i++) {
            list.add(i);
        }
    }

    static <T> void swap(T[] array, int i, int k) {
        T t = array[i];
        array[i] = array[k];
        array[k] = t;
    }

    public static void main(String[] args) {
        System.out.println(Pair.of("a", 1).swap() + " " + Pair.of(Pair.of(1, 2), 'x').swap().second.first);
        Ring<Integer> ring = new Ring<>(5);
        for (int i = 0; i < 13; i++) {
            ring.add(i * i);
        }
        for (int item : ring) {
            System.out.print(item + " ");
        }
        System.out.println();
        CarBuilder car = new CarBuilder().with("motor").wheels(4).with("seat").with("door");
        System.out.println(car.parts + " " + car.wheels);
        List<Number> numbers = new ArrayList<>();
        fill(numbers, 10);
        numbers.add(0.5);
        List<Object> objects = new ArrayList<>(numbers);
        fill(objects, 2);
        System.out.println(sum(numbers) + " " + objects);
        String[] words = {"x", "y", "z"};
        GenericContainers.<String>swap(words, 0, 2);
        System.out.println(words[0] + words[1] + words[2]);
    }
}
