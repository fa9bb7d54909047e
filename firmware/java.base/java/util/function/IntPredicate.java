package java.util.function;

import java.util.Objects;

/** A test of one int. */
@FunctionalInterface
public interface IntPredicate {
    boolean test(int value);

    /** Both hold; {@code other} is asked only if this holds. */
    default IntPredicate and(IntPredicate other) {
        Objects.requireNonNull(other);
        return value -> test(value) && other.test(value);
    }

    default IntPredicate negate() {
        return value -> !test(value);
    }

    /** One of both holds; {@code other} is asked only if this does not. */
    default IntPredicate or(IntPredicate other) {
        Objects.requireNonNull(other);
        return value -> test(value) || other.test(value);
    }
}
