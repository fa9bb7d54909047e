package java.util.function;

import java.util.Objects;

/** Takes one argument, returns nothing. */
@FunctionalInterface
public interface Consumer<T> {
    void accept(T t);

    /** This first, then {@code after}. */
    default Consumer<T> andThen(Consumer<? super T> after) {
        Objects.requireNonNull(after);
        return (t) -> {
            accept(t);
            after.accept(t);
        };
    }
}
