package java.util.function;

import java.util.Objects;

/** Takes one double, returns nothing. */
@FunctionalInterface
public interface DoubleConsumer {
    void accept(double value);

    /** This first, then {@code after}. */
    default DoubleConsumer andThen(DoubleConsumer after) {
        Objects.requireNonNull(after);
        return value -> {
            accept(value);
            after.accept(value);
        };
    }
}
