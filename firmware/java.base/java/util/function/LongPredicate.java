package java.util.function;

import java.util.Objects;

/** A test of one long. */
@FunctionalInterface
public interface LongPredicate {
    boolean test(long value);

    /** Both hold; {@code other} is asked only if this holds. */
    default LongPredicate and(LongPredicate other) {
        Objects.requireNonNull(other);
        return value -> test(value) && other.test(value);
    }

    default LongPredicate negate() {
        return value -> !test(value);
    }

    /** One of both holds; {@code other} is asked only if this does not. */
    default LongPredicate or(LongPredicate other) {
        Objects.requireNonNull(other);
        return value -> test(value) || other.test(value);
    }
}
