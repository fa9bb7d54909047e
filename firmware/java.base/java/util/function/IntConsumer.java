package java.util.function;

import java.util.Objects;

/** Takes one int, returns nothing. */
@FunctionalInterface
public interface IntConsumer {
    void accept(int value);

    /** This first, then {@code after}. */
    default IntConsumer andThen(IntConsumer after) {
        Objects.requireNonNull(after);
        return value -> {
            accept(value);
            after.accept(value);
        };
    }
}
