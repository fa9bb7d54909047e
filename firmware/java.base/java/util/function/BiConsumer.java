package java.util.function;

import java.util.Objects;

/** Takes two arguments, returns nothing. */
@FunctionalInterface
public interface BiConsumer<T, U> {
    void accept(T t, U u);

    /** This first, then {@code after}. */
    default BiConsumer<T, U> andThen(BiConsumer<? super T, ? super U> after) {
        Objects.requireNonNull(after);
        return (t, u) -> {
            accept(t, u);
            after.accept(t, u);
        };
    }
}
