package java.util.function;

import java.util.Objects;

/** A test of one double. */
@FunctionalInterface
public interface DoublePredicate {
    boolean test(double value);

    /** Both hold; {@code other} is asked only if this holds. */
    default DoublePredicate and(DoublePredicate other) {
        Objects.requireNonNull(other);
        return value -> test(value) && other.test(value);
    }

    default DoublePredicate negate() {
        return value -> !test(value);
    }

    /** One of both holds; {@code other} is asked only if this does not. */
    default DoublePredicate or(DoublePredicate other) {
        Objects.requireNonNull(other);
        return value -> test(value) || other.test(value);
    }
}
