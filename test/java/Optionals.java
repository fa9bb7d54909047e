/** Optional in its four kinds. */
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

public class Optionals {
    public static void main(String[] args) {
        Optional<String> some = Optional.of("value");
        Optional<String> none = Optional.empty();
        System.out.println(some + " " + none + " " + some.isPresent() + none.isEmpty() + " " + some.get() + " " + none.orElse("other") + " " + none.orElseGet(() -> "made") + " " + Optional.ofNullable(null));
        System.out.println(some.map(String::length) + " " + none.map(String::length) + " " + some.filter(s -> s.isEmpty()) + " " + some.flatMap(s -> Optional.of(s + "!")) + " " + none.or(() -> Optional.of("alternative")) + " " + some.stream().count());
        some.ifPresent(s -> System.out.println("present " + s));
        none.ifPresentOrElse(s -> System.out.println("never"), () -> System.out.println("absent"));
        System.out.println(some.equals(Optional.of("value")) + " " + none.equals(Optional.empty()) + " " + some.hashCode() + " " + none.hashCode() + " " + some.map(s -> (String) null));
        for (Runnable bad : new Runnable[] {none::get, none::orElseThrow, () -> none.orElseThrow(IllegalStateException::new), () -> Optional.of(null), () -> some.map(null), () -> some.flatMap(s -> null), OptionalInt.empty()::getAsInt}) {
            try {
                bad.run();
            } catch (NoSuchElementException | IllegalStateException | NullPointerException e) {
                System.out.println(e.getClass().getSimpleName() + (e instanceof NullPointerException ? "" : " " + e.getMessage()));
            }
        }
        System.out.println(OptionalInt.of(3) + " " + OptionalLong.of(4).getAsLong() + " " + OptionalDouble.of(2.5) + " " + OptionalInt.empty() + OptionalLong.empty() + OptionalDouble.empty() + " " + OptionalInt.empty().orElse(9) + " " + OptionalDouble.of(1).orElseThrow() + " " + OptionalLong.of(5).equals(OptionalLong.of(5)) + OptionalInt.of(1).hashCode());
        OptionalInt.of(7).ifPresentOrElse(x -> System.out.println("int " + x), () -> System.out.println("none"));
    }
}
