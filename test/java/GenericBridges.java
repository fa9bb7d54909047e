/** Erasure, bridge methods, covariant returns and heap pollution. */
import java.util.ArrayList;
import java.util.List;

public class GenericBridges {
    interface Transformer<A, B> {
        B apply(A a);

        default <C> Transformer<A, C> then(Transformer<? super B, ? extends C> next) {
            return a -> next.apply(apply(a));
        }
    }

    static class Length implements Transformer<String, Integer> {
        @Override
        public Integer apply(String s) {
            return s.length();
        }
    }

    abstract static class Node<T extends Comparable<T>> {
        T value;

        void set(T value) {
            this.value = value;
        }

        abstract Node<T> self();

        T max(T other) {
            return value.compareTo(other) >= 0 ? value : other;
        }
    }

    static class IntNode extends Node<Integer> {
        @Override
        void set(Integer value) {
            super.set(value + 1);
        }

        @Override
        IntNode self() {
            return this;
        }
    }

    static class Money implements Comparable<Money>, Cloneable {
        final int cents;

        Money(int cents) {
            this.cents = cents;
        }

        @Override
        public int compareTo(Money other) {
            return Integer.compare(cents, other.cents);
        }

        @Override
        public Money clone() {
            try {
                return (Money) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String toString() {
            return cents / 100 + "." + cents % 100 / 10 + cents % 10;
        }
    }

    static <T extends Comparable<? super T>> T largest(List<? extends T> items) {
        T best = null;
        for (T item : items) {
            if (best == null || item.compareTo(best) > 0) {
                best = item;
            }
        }
        return best;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static void main(String[] args) {
        System.out.println(new Length().then(n -> n * 2).then(n -> "<" + n + ">").apply("seven77"));
        Node<Integer> node = new IntNode();
        node.set(41);
        System.out.println(node.value + " " + node.max(50) + " " + node.max(5) + " " + (node.self() == node));
        try {
            ((Node) node).set("not a number");
        } catch (ClassCastException e) {
            System.out.println("bridge refuses");
        }
        List<Money> prices = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            prices.add(new Money(i * 7919 % 1000));
        }
        System.out.println(largest(prices) + " " + largest(prices).clone().compareTo(largest(prices)));
        List polluted = new ArrayList<String>();
        polluted.add(5);
        List<String> strings = polluted;
        System.out.println(strings.size());
        try {
            String s = strings.get(0);
            System.out.println(s);
        } catch (ClassCastException e) {
            System.out.println("caught at the use");
        }
        try {
            Comparable raw = new Money(1);
            raw.compareTo("x");
        } catch (ClassCastException e) {
            System.out.println("compareTo refuses");
        }
    }
}
