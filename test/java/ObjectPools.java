/** Equality, hashing, copying, ordering of one's own classes in collections; pools, caches, observers, builders, visitors. */
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

public class ObjectPools {
    static class Version implements Comparable<Version>, Cloneable {
        private final int[] parts;
        private final String text;

        Version(String text) {
            this.text = text;
            parts = java.util.Arrays.stream(text.split("\\.")).mapToInt(Integer::parseInt).toArray();
        }

        @Override
        public int compareTo(Version other) {
            for (int i = 0; i < Math.max(parts.length, other.parts.length); i++) {
                int a = i < parts.length ? parts[i] : 0;
                int b = i < other.parts.length ? other.parts[i] : 0;
                if (a != b) {
                    return Integer.compare(a, b);
                }
            }
            return 0;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Version && compareTo((Version) o) == 0;
        }

        @Override
        public int hashCode() {
            int end = parts.length;
            while (end > 0 && parts[end - 1] == 0) {
                end--;
            }
            int hash = 1;
            for (int i = 0; i < end; i++) {
                hash = hash * 31 + parts[i];
            }
            return hash;
        }

        @Override
        public Version clone() {
            try {
                return (Version) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static class Pool<T> {
        private final List<T> free = new ArrayList<>();
        private final Supplier<T> maker;
        private int made;

        Pool(Supplier<T> maker) {
            this.maker = maker;
        }

        T take() {
            if (free.isEmpty()) {
                made++;
                return maker.get();
            }
            return free.remove(free.size() - 1);
        }

        void give(T item) {
            free.add(item);
        }
    }

    static class Subject {
        private final Map<String, List<Consumer<String>>> listeners = new LinkedHashMap<>();

        Runnable on(String event, Consumer<String> listener) {
            listeners.computeIfAbsent(event, e -> new ArrayList<>()).add(listener);
            return () -> listeners.get(event).remove(listener);
        }

        void fire(String event, String data) {
            new ArrayList<>(listeners.getOrDefault(event, Collections.emptyList())).forEach(l -> l.accept(data));
        }
    }

    interface Visitor<R> {
        R number(double value);

        R operation(char sign, Term left, Term right);
    }

    interface Term {
        <R> R accept(Visitor<R> visitor);

        static Term number(double value) {
            return new Term() {
                @Override
                public <R> R accept(Visitor<R> visitor) {
                    return visitor.number(value);
                }
            };
        }

        static Term operation(char sign, Term left, Term right) {
            return new Term() {
                @Override
                public <R> R accept(Visitor<R> visitor) {
                    return visitor.operation(sign, left, right);
                }
            };
        }
    }

    static class Range implements Iterable<Integer> {
        private final int from;
        private final int to;

        Range(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                private int next = from;

                @Override
                public boolean hasNext() {
                    return next < to;
                }

                @Override
                public Integer next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException("after " + (to - 1));
                    }
                    return next++;
                }
            };
        }
    }

    public static void main(String[] args) {
        Set<Version> versions = new HashSet<>();
        Set<Version> sorted = new TreeSet<>();
        for (String text : "1.0 1.10 1.2 1.0.0 2 1.2.0.1 0.9".split(" ")) {
            versions.add(new Version(text));
            sorted.add(new Version(text));
        }
        System.out.println(versions.size() + " " + sorted + " " + versions.contains(new Version("2.0.0")) + " " + new Version("3").clone().equals(new Version("3.0")) + " " + new PriorityQueue<>(sorted).peek());
        Pool<StringBuilder> pool = new Pool<>(StringBuilder::new);
        StringBuilder one = pool.take();
        StringBuilder two = pool.take();
        pool.give(one);
        System.out.println((pool.take() == one) + " " + pool.made + " " + (two != one));
        Subject subject = new Subject();
        StringBuilder log = new StringBuilder();
        Runnable off = subject.on("change", s -> log.append("a:").append(s).append(' '));
        subject.on("change", s -> log.append("b:").append(s).append(' '));
        subject.fire("change", "1");
        off.run();
        subject.fire("change", "2");
        subject.fire("nothing", "3");
        System.out.println(log);
        Term term = Term.operation('+', Term.number(1), Term.operation('*', Term.number(2.5), Term.number(4)));
        String shown = term.accept(new Visitor<String>() {
            @Override
            public String number(double value) {
                return String.valueOf(value);
            }

            @Override
            public String operation(char sign, Term left, Term right) {
                return "(" + left.accept(this) + sign + right.accept(this) + ")";
            }
        });
        double value = term.accept(new Visitor<Double>() {
            @Override
            public Double number(double v) {
                return v;
            }

            @Override
            public Double operation(char sign, Term left, Term right) {
                double l = left.accept(this);
                double r = right.accept(this);
                return sign == '+' ? l + r : l * r;
            }
        });
        System.out.println(shown + " = " + value);
        int sum = 0;
        for (int x : new Range(1, 5)) {
            for (int y : new Range(x, 5)) {
                sum += x * y;
            }
        }
        try {
            new Range(0, 0).iterator().next();
        } catch (NoSuchElementException e) {
            System.out.println(sum + " " + e.getMessage());
        }
        try {
            new Range(0, 1).iterator().remove();
        } catch (UnsupportedOperationException e) {
            System.out.println(e.getMessage());
        }
        Map<List<Integer>, String> byList = new HashMap<>();
        byList.put(List.of(1, 2), "list key");
        System.out.println(byList.get(new ArrayList<>(List.of(1, 2))) + " " + Objects.hash((Object) null) + " " + new Object().equals(null));
    }
}
