/** The class Objects, and Optional values. */
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

public class ObjectsUtility {
    static void attempt(Runnable action) {
        try {
            action.run();
            System.out.println("fine");
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        System.out.println(Objects.equals(null, null) + " " + Objects.equals("a", null) + " " + Objects.equals("a", new String("a")) + " "
                + Objects.deepEquals(new int[] {1}, new int[] {1}));
        System.out.println(Objects.toString(null) + " " + Objects.toString(null, "nothing") + " " + Objects.toString(5) + " "
                + Objects.isNull(null) + " " + Objects.nonNull(null) + " " + Objects.requireNonNullElse(null, "else") + " "
                + Objects.requireNonNullElseGet(null, () -> "made") + " " + Objects.compare("a", "b", Comparator.naturalOrder()));
        attempt(() -> Objects.requireNonNull(null));
        attempt(() -> Objects.requireNonNull(null, "message"));
        attempt(() -> Objects.requireNonNull(null, () -> "supplied"));
        attempt(() -> Objects.requireNonNull("x"));
        attempt(() -> Objects.checkIndex(-1, 5));
        attempt(() -> Objects.checkFromToIndex(2, 1, 5));
        attempt(() -> Objects.checkFromIndexSize(3, 3, 5));
        Optional<String> some = Optional.of("value");
        Optional<String> none = Optional.empty();
        System.out.println(some + " " + none + " " + some.map(String::length) + " " + none.map(String::length).orElse(-1) + " "
                + some.filter(s -> s.startsWith("x")).isPresent() + " " + Optional.ofNullable((String) null).isEmpty() + " "
                + none.or(() -> some).get() + " " + some.flatMap(s -> Optional.of(s + s)).get() + " " + none.orElseGet(() -> "made"));
        some.ifPresentOrElse(s -> System.out.println("has " + s), () -> System.out.println("has none"));
        attempt(() -> none.get());
        attempt(() -> none.orElseThrow(() -> new IllegalStateException("nothing there")));
        attempt(() -> Optional.of(null));
    }
}
