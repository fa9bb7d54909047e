package java.util.stream;

import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Supplier;

/** Makes streams of sources. */
public final class StreamSupport {
    private StreamSupport() {}

    public static <T> Stream<T> stream(Spliterator<T> spliterator, boolean parallel) {
        return new RefStage<>(Objects.requireNonNull(spliterator), parallel);
    }

    public static <T> Stream<T> stream(
            Supplier<? extends Spliterator<T>> supplier, int characteristics, boolean parallel) {
        return new RefStage<>(supplier.get(), parallel);
    }

    public static IntStream intStream(Spliterator.OfInt spliterator, boolean parallel) {
        return new IntStage(Objects.requireNonNull(spliterator), parallel);
    }

    public static IntStream intStream(
            Supplier<? extends Spliterator.OfInt> supplier, int characteristics, boolean parallel) {
        return new IntStage(supplier.get(), parallel);
    }

    public static LongStream longStream(Spliterator.OfLong spliterator, boolean parallel) {
        return new LongStage(Objects.requireNonNull(spliterator), parallel);
    }

    public static LongStream longStream(
            Supplier<? extends Spliterator.OfLong> supplier, int characteristics, boolean parallel) {
        return new LongStage(supplier.get(), parallel);
    }

    public static DoubleStream doubleStream(Spliterator.OfDouble spliterator, boolean parallel) {
        return new DoubleStage(Objects.requireNonNull(spliterator), parallel);
    }

    public static DoubleStream doubleStream(
            Supplier<? extends Spliterator.OfDouble> supplier, int characteristics, boolean parallel) {
        return new DoubleStage(supplier.get(), parallel);
    }
}
