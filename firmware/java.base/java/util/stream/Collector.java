package java.util.stream;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/** How to gather elements: a container, how it takes an element, how two become one, what comes of it at the end. */
public interface Collector<T, A, R> {
    Supplier<A> supplier();

    BiConsumer<A, T> accumulator();

    BinaryOperator<A> combiner();

    Function<A, R> finisher();

    Set<Characteristics> characteristics();

    /** What may be left out or changed in using a collector. */
    enum Characteristics {
        CONCURRENT,
        UNORDERED,
        IDENTITY_FINISH
    }

    @SuppressWarnings("unchecked")
    static <T, R> Collector<T, R, R> of(
            Supplier<R> supplier,
            BiConsumer<R, T> accumulator,
            BinaryOperator<R> combiner,
            Characteristics... characteristics) {
        Set<Characteristics> all = EnumSet.of(Characteristics.IDENTITY_FINISH, characteristics);
        return new CollectorParts<>(
                Objects.requireNonNull(supplier),
                Objects.requireNonNull(accumulator),
                Objects.requireNonNull(combiner),
                r -> r,
                Collections.unmodifiableSet(all));
    }

    static <T, A, R> Collector<T, A, R> of(
            Supplier<A> supplier,
            BiConsumer<A, T> accumulator,
            BinaryOperator<A> combiner,
            Function<A, R> finisher,
            Characteristics... characteristics) {
        Set<Characteristics> all = EnumSet.noneOf(Characteristics.class);
        Collections.addAll(all, characteristics);
        return new CollectorParts<>(
                Objects.requireNonNull(supplier),
                Objects.requireNonNull(accumulator),
                Objects.requireNonNull(combiner),
                Objects.requireNonNull(finisher),
                Collections.unmodifiableSet(all));
    }
}
