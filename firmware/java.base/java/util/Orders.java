package java.util;

import java.io.Serializable;

/** The comparators behind {@link Comparator} and {@link Collections}. */
final class Orders {
    private Orders() {}

    static final Comparator<Comparable<Object>> NATURAL = new Natural();
    static final Comparator<Comparable<Object>> REVERSE = new Reverse();

    @SuppressWarnings("unchecked")
    static <T> Comparator<T> natural() {
        return (Comparator<T>) NATURAL;
    }

    @SuppressWarnings("unchecked")
    static <T> Comparator<T> reverse() {
        return (Comparator<T>) REVERSE;
    }

    /** The order turned round; turning twice gives the first comparator back. */
    @SuppressWarnings("unchecked")
    static <T> Comparator<T> reversed(Comparator<T> order) {
        if (order == null || order == NATURAL) {
            return reverse();
        }
        if (order == REVERSE) {
            return natural();
        }
        if (order instanceof Turned) {
            return ((Turned<T>) order).order;
        }
        return new Turned<>(order);
    }

    private static final class Natural implements Comparator<Comparable<Object>>, Serializable {
        @Override
        public int compare(Comparable<Object> a, Comparable<Object> b) {
            return a.compareTo(b);
        }

        @Override
        public Comparator<Comparable<Object>> reversed() {
            return REVERSE;
        }
    }

    private static final class Reverse implements Comparator<Comparable<Object>>, Serializable {
        @Override
        public int compare(Comparable<Object> a, Comparable<Object> b) {
            return b.compareTo(a);
        }

        @Override
        public Comparator<Comparable<Object>> reversed() {
            return NATURAL;
        }
    }

    private static final class Turned<T> implements Comparator<T>, Serializable {
        final Comparator<T> order;

        Turned(Comparator<T> order) {
            this.order = order;
        }

        @Override
        public int compare(T a, T b) {
            return order.compare(b, a);
        }

        @Override
        public boolean equals(Object o) {
            return o == this || o instanceof Turned && order.equals(((Turned<?>) o).order);
        }

        @Override
        public int hashCode() {
            return order.hashCode() ^ Integer.MIN_VALUE;
        }

        @Override
        public Comparator<T> reversed() {
            return order;
        }
    }

    /** Nulls before or after everything else; without an order all other objects are equal. */
    static final class Nulls<T> implements Comparator<T>, Serializable {
        private final boolean first;
        private final Comparator<T> order;

        @SuppressWarnings("unchecked")
        Nulls(boolean first, Comparator<? super T> order) {
            this.first = first;
            this.order = (Comparator<T>) order;
        }

        @Override
        public int compare(T a, T b) {
            if (a == null) {
                return b == null ? 0 : first ? -1 : 1;
            }
            if (b == null) {
                return first ? 1 : -1;
            }
            return order == null ? 0 : order.compare(a, b);
        }

        @Override
        public Comparator<T> thenComparing(Comparator<? super T> other) {
            Objects.requireNonNull(other);
            return new Nulls<>(first, order == null ? other : order.thenComparing(other));
        }

        @Override
        public Comparator<T> reversed() {
            return new Nulls<>(!first, order == null ? null : order.reversed());
        }
    }
}
