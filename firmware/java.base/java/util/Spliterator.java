package java.util;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** Walks the elements of a source. What comes with the device is never split, so {@link #trySplit} may always answer null. */
public interface Spliterator<T> {
    int DISTINCT = 0x00000001;
    int SORTED = 0x00000004;
    int ORDERED = 0x00000010;
    int SIZED = 0x00000040;
    int NONNULL = 0x00000100;
    int IMMUTABLE = 0x00000400;
    int CONCURRENT = 0x00001000;
    int SUBSIZED = 0x00004000;

    boolean tryAdvance(Consumer<? super T> action);

    default void forEachRemaining(Consumer<? super T> action) {
        while (tryAdvance(action)) {
            // The next one.
        }
    }

    Spliterator<T> trySplit();

    /** {@code Long.MAX_VALUE} if unknown. */
    long estimateSize();

    /** -1 if unknown. */
    default long getExactSizeIfKnown() {
        return hasCharacteristics(SIZED) ? estimateSize() : -1L;
    }

    int characteristics();

    default boolean hasCharacteristics(int characteristics) {
        return (characteristics() & characteristics) == characteristics;
    }

    default Comparator<? super T> getComparator() {
        throw new IllegalStateException();
    }

    /** Walks unboxed elements. */
    interface OfPrimitive<T, C, S extends OfPrimitive<T, C, S>> extends Spliterator<T> {
        @Override
        S trySplit();

        boolean tryAdvance(C action);

        default void forEachRemaining(C action) {
            while (tryAdvance(action)) {
                // The next one.
            }
        }
    }

    /** Walks elements of type {@code int}. */
    interface OfInt extends OfPrimitive<Integer, IntConsumer, OfInt> {
        @Override
        OfInt trySplit();

        @Override
        boolean tryAdvance(IntConsumer action);

        @Override
        default void forEachRemaining(IntConsumer action) {
            while (tryAdvance(action)) {
                // The next one.
            }
        }

        @Override
        default boolean tryAdvance(Consumer<? super Integer> action) {
            Objects.requireNonNull(action);
            return tryAdvance(
                    action instanceof IntConsumer ? (IntConsumer) action : (IntConsumer) value -> action.accept(value));
        }

        @Override
        default void forEachRemaining(Consumer<? super Integer> action) {
            Objects.requireNonNull(action);
            forEachRemaining(
                    action instanceof IntConsumer ? (IntConsumer) action : (IntConsumer) value -> action.accept(value));
        }
    }

    /** Walks elements of type {@code long}. */
    interface OfLong extends OfPrimitive<Long, LongConsumer, OfLong> {
        @Override
        OfLong trySplit();

        @Override
        boolean tryAdvance(LongConsumer action);

        @Override
        default void forEachRemaining(LongConsumer action) {
            while (tryAdvance(action)) {
                // The next one.
            }
        }

        @Override
        default boolean tryAdvance(Consumer<? super Long> action) {
            Objects.requireNonNull(action);
            return tryAdvance(
                    action instanceof LongConsumer ? (LongConsumer) action : (LongConsumer) value -> action.accept(value));
        }

        @Override
        default void forEachRemaining(Consumer<? super Long> action) {
            Objects.requireNonNull(action);
            forEachRemaining(
                    action instanceof LongConsumer ? (LongConsumer) action : (LongConsumer) value -> action.accept(value));
        }
    }

    /** Walks elements of type {@code double}. */
    interface OfDouble extends OfPrimitive<Double, DoubleConsumer, OfDouble> {
        @Override
        OfDouble trySplit();

        @Override
        boolean tryAdvance(DoubleConsumer action);

        @Override
        default void forEachRemaining(DoubleConsumer action) {
            while (tryAdvance(action)) {
                // The next one.
            }
        }

        @Override
        default boolean tryAdvance(Consumer<? super Double> action) {
            Objects.requireNonNull(action);
            return tryAdvance(
                    action instanceof DoubleConsumer ? (DoubleConsumer) action : (DoubleConsumer) value -> action.accept(value));
        }

        @Override
        default void forEachRemaining(Consumer<? super Double> action) {
            Objects.requireNonNull(action);
            forEachRemaining(
                    action instanceof DoubleConsumer ? (DoubleConsumer) action : (DoubleConsumer) value -> action.accept(value));
        }
    }
}
