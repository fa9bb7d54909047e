/** All four kinds of method references, with boxing, varargs, super, arrays and constructors. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

public class MethodReferences {
    interface Maker {
        Object make(String name, int n);
    }

    static class Item {
        final String name;
        final int n;

        Item(String name, int n) {
            this.name = name;
            this.n = n;
        }

        Item(String name) {
            this(name, -1);
        }

        int compareN(Item other) {
            return Integer.compare(n, other.n);
        }

        @Override
        public String toString() {
            return name + n;
        }
    }

    static class Special extends Item {
        Special() {
            super("special", 7);
        }

        @Override
        public String toString() {
            Supplier<String> up = super::toString;
            Supplier<String> own = this::shout;
            return up.get() + own.get();
        }

        private String shout() {
            return "!";
        }
    }

    static String all(Object... parts) {
        return parts.length + Arrays.toString(parts);
    }

    static int twice(int x) {
        return 2 * x;
    }

    static long widened(long x) {
        return x * 1000;
    }

    static String receiver(StringBuilder log) {
        log.append("evaluated ");
        return "receiver";
    }

    public static void main(String[] args) {
        UnaryOperator<Integer> twice = MethodReferences::twice;
        ToLongFunction<Integer> wide = MethodReferences::widened;
        Function<String, Integer> length = String::length;
        ToIntFunction<Object> hash = Object::hashCode;
        BiFunction<String, String, Boolean> starts = String::startsWith;
        System.out.println(twice.apply(21) + " " + wide.applyAsLong(7) + " " + length.apply("seven") + " " + hash.applyAsInt("a") + " "
                + starts.apply("prefix", "pre"));
        StringBuilder log = new StringBuilder();
        IntSupplier bound = receiver(log)::length;
        System.out.println(log.append(bound.getAsInt()).append(bound.getAsInt()));
        Maker maker = Item::new;
        Function<String, Item> one = Item::new;
        Supplier<List<String>> lists = ArrayList::new;
        IntFunction<int[]> arrays = int[]::new;
        IntFunction<String[][]> tables = String[][]::new;
        System.out.println(maker.make("made", 3) + " " + one.apply("one") + " " + lists.get() + " " + arrays.apply(4).length + " "
                + tables.apply(2).getClass().getSimpleName());
        System.out.println(new Special());
        BiFunction<Object, Object, String> pair = MethodReferences::all;
        Supplier<String> none = MethodReferences::all;
        System.out.println(pair.apply(1, "x") + none.get());
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            items.add(new Item("i", i * 5 % 7));
        }
        items.sort(Item::compareN);
        System.out.println(items);
        items.sort(Comparator.comparing(Item::toString).reversed());
        System.out.println(items);
        items.forEach(System.out::print);
        System.out.println();
        Function<int[], Object> cloner = int[]::clone;
        System.out.println(((int[]) cloner.apply(new int[] {1, 2})).length);
        Comparator<Integer> compare = Integer::compare;
        Comparator<String> natural = String::compareTo;
        System.out.println(compare.compare(1, 2) + " " + natural.compare("b", "a"));
        try {
            String nothing = null;
            Supplier<Integer> broken = nothing::length;
            System.out.println(broken);
        } catch (NullPointerException e) {
            System.out.println("receiver is checked at once");
        }
        Function<Object, String> cast = String.class::cast;
        try {
            cast.apply(5);
        } catch (ClassCastException e) {
            System.out.println(e.getMessage());
        }
    }
}
