package java.util.function;

import java.util.Objects;

/** A test of one object. */
@FunctionalInterface
public interface Predicate<T> {
    boolean test(T t);

    /** Both hold; {@code other} is asked only if this holds. */
    default Predicate<T> and(Predicate<? super T> other) {
        Objects.requireNonNull(other);
        return t -> test(t) && other.test(t);
    }

    default Predicate<T> negate() {
        return t -> !test(t);
    }

    /** One of both holds; {@code other} is asked only if this does not. */
    default Predicate<T> or(Predicate<? super T> other) {
        Objects.requireNonNull(other);
        return t -> test(t) || other.test(t);
    }

    /** Whether an object equals {@code target}, which may be null. */
    static <T> Predicate<T> isEqual(Object target) {
        return object -> Objects.equals(target, object);
    }

    @SuppressWarnings("unchecked")
    static <T> Predicate<T> not(Predicate<? super T> target) {
        return (Predicate<T>) Objects.requireNonNull(target).negate();
    }
}
