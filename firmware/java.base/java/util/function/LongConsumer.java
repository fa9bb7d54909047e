package java.util.function;

import java.util.Objects;

/** Takes one long, returns nothing. */
@FunctionalInterface
public interface LongConsumer {
    void accept(long value);

    /** This first, then {@code after}. */
    default LongConsumer andThen(LongConsumer after) {
        Objects.requireNonNull(after);
        return value -> {
            accept(value);
            after.accept(value);
        };
    }
}
