/** System, Runtime, Objects, UUID-free odds and ends that every program leans on. */
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.StringTokenizer;

public class PropertiesOfSystem {
    public static void main(String[] args) {
        System.setProperty("my.key", "my value");
        System.out.println(System.getProperty("my.key") + " " + System.getProperty("none") + " " + System.getProperty("none", "default") + " " + System.clearProperty("my.key") + " " + System.getProperty("my.key") + " " + System.lineSeparator().length() + System.getProperty("file.separator") + System.getProperty("path.separator"));
        try {
            System.getProperty("");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        long a = System.nanoTime();
        long b = System.currentTimeMillis();
        System.gc();
        System.out.println((System.nanoTime() >= a) + " " + (System.currentTimeMillis() >= b) + " " + (Runtime.getRuntime().totalMemory() > 0) + (Runtime.getRuntime().maxMemory() > 0) + (Runtime.getRuntime().availableProcessors() > 0) + (Runtime.getRuntime() == Runtime.getRuntime()));
        int[] array = {1, 2, 3, 4, 5};
        System.arraycopy(array, 0, array, 1, 4);
        System.out.println(Arrays.toString(array) + " " + (System.identityHashCode(array) == System.identityHashCode(array)) + " " + System.identityHashCode(null));
        for (Runnable bad : new Runnable[] {() -> System.arraycopy(array, 3, array, 0, 4), () -> System.arraycopy(array, 0, new long[5], 0, 1), () -> System.arraycopy("x", 0, array, 0, 1), () -> System.arraycopy(array, -1, array, 0, 1), () -> System.arraycopy(array, 0, array, 0, -1), () -> System.arraycopy(new Object[] {"s", 1}, 0, new String[2], 0, 2)}) {
            try {
                bad.run();
            } catch (RuntimeException e) {
                System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
            }
        }
        System.out.println(Objects.equals(null, null) + " " + Objects.hash(1, "a", null) + " " + Objects.hashCode(null) + " " + Objects.toString(null, "dflt") + " " + Objects.compare("a", "b", Comparator.naturalOrder()) + " " + Objects.isNull(null) + Objects.nonNull(null) + " " + Objects.requireNonNullElse(null, "else") + " " + Objects.requireNonNullElseGet(null, () -> "get") + " " + Objects.deepEquals(new int[] {1}, new int[] {1}) + " " + Objects.checkIndex(1, 2));
        for (Runnable bad : new Runnable[] {() -> Objects.requireNonNull(null), () -> Objects.requireNonNull(null, "named"), () -> Objects.requireNonNull(null, () -> "supplied"), () -> Objects.checkIndex(5, 3), () -> Objects.checkFromToIndex(2, 1, 3), () -> Objects.checkFromIndexSize(1, 5, 3), () -> Objects.requireNonNullElse(null, null)}) {
            try {
                bad.run();
            } catch (RuntimeException e) {
                System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
            }
        }
        StringTokenizer tokens = new StringTokenizer("a,b;c,,d", ",;", true);
        StringBuilder out = new StringBuilder();
        out.append(tokens.countTokens());
        while (tokens.hasMoreTokens()) {
            out.append('[').append(tokens.nextToken()).append(']');
        }
        System.out.println(out);
        List<Comparator<String>> comparators = List.of(Comparator.comparing(String::length), Comparator.<String>naturalOrder().reversed(), Comparator.comparingInt((String s) -> -s.length()).thenComparing(Comparator.reverseOrder()), Comparator.comparing(s -> s.charAt(s.length() - 1), Comparator.reverseOrder()), Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER), Comparator.comparingDouble(s -> 1.0 / s.length()), Comparator.comparingLong(String::hashCode));
        for (Comparator<String> comparator : comparators) {
            String[] words = {"kiwi", "Apple", "fig", "banana", "Date"};
            Arrays.sort(words, comparator);
            System.out.print(Arrays.toString(words));
        }
        System.out.println();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        System.exit(3);
    }
}
