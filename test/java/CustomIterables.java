/** Own iterables, iterators and classes on AbstractList, AbstractMap and AbstractCollection. */
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

public class CustomIterables {
    static class Range extends AbstractList<Integer> {
        final int from;
        final int size;

        Range(int from, int size) {
            this.from = from;
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException("range " + index);
            }
            return from + index;
        }

        @Override
        public int size() {
            return size;
        }
    }

    static class Squares extends AbstractMap<Integer, Integer> {
        @Override
        public Set<Map.Entry<Integer, Integer>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<Integer, Integer>> iterator() {
                    return new Iterator<>() {
                        int n;

                        @Override
                        public boolean hasNext() {
                            return n < 6;
                        }

                        @Override
                        public Map.Entry<Integer, Integer> next() {
                            if (!hasNext()) {
                                throw new NoSuchElementException();
                            }
                            return Map.entry(n, n * n++);
                        }
                    };
                }

                @Override
                public int size() {
                    return 6;
                }
            };
        }
    }

    static class Bag extends AbstractCollection<String> {
        private final List<String> items = new ArrayList<>();

        @Override
        public boolean add(String item) {
            return items.add(item);
        }

        @Override
        public Iterator<String> iterator() {
            return items.iterator();
        }

        @Override
        public int size() {
            return items.size();
        }
    }

    static Iterable<Long> fibonacci(int count) {
        return () -> new Iterator<>() {
            long a = 0;
            long b = 1;
            int left = count;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public Long next() {
                left--;
                long result = a;
                a = b;
                b += result;
                return result;
            }
        };
    }

    public static void main(String[] args) {
        Range range = new Range(5, 8);
        System.out.println(range + " " + range.contains(9) + " " + range.indexOf(12) + " " + range.subList(2, 5) + " " + range.hashCode() + " "
                + range.equals(new ArrayList<>(range)) + " " + range.listIterator(8).previous());
        try {
            range.add(1);
        } catch (UnsupportedOperationException e) {
            System.out.println("cannot add");
        }
        Squares squares = new Squares();
        System.out.println(squares + " " + squares.get(4) + " " + squares.containsKey(6) + " " + squares.keySet() + " " + squares.values() + " "
                + squares.equals(new java.util.HashMap<>(squares)));
        Bag bag = new Bag();
        bag.addAll(List.of("x", "y", "z", "y"));
        bag.remove("y");
        bag.removeIf("z"::equals);
        System.out.println(bag + " " + bag.contains("y") + " " + bag.toArray().length + " " + bag.isEmpty());
        StringBuilder line = new StringBuilder();
        for (long f : fibonacci(20)) {
            line.append(f).append(' ');
        }
        System.out.println(line);
        fibonacci(5).forEach(f -> System.out.print(f * 100 + " "));
        System.out.println();
        try {
            fibonacci(1).iterator().remove();
        } catch (UnsupportedOperationException e) {
            System.out.println(e.getMessage());
        }
    }
}
