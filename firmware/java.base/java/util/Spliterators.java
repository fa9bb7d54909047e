package java.util;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** Spliterators over arrays, collections and iterators, and the way back to iterators. */
public final class Spliterators {
    private static final int OF_ARRAY = Spliterator.SIZED | Spliterator.SUBSIZED;

    private Spliterators() {}

    public static <T> Spliterator<T> emptySpliterator() {
        return spliterator(new Object[0], 0);
    }

    public static <T> Spliterator<T> spliterator(Object[] array, int additionalCharacteristics) {
        return new OfArray<>(array, 0, array.length, additionalCharacteristics);
    }

    public static <T> Spliterator<T> spliterator(
            Object[] array, int fromIndex, int toIndex, int additionalCharacteristics) {
        checkRange(array.length, fromIndex, toIndex);
        return new OfArray<>(array, fromIndex, toIndex, additionalCharacteristics);
    }

    public static <T> Spliterator<T> spliterator(Collection<? extends T> c, int characteristics) {
        return new OfIterator<>(Objects.requireNonNull(c), null, 0L, characteristics | OF_ARRAY);
    }

    public static <T> Spliterator<T> spliterator(Iterator<? extends T> iterator, long size, int characteristics) {
        return new OfIterator<>(null, Objects.requireNonNull(iterator), size, characteristics | OF_ARRAY);
    }

    public static <T> Spliterator<T> spliteratorUnknownSize(Iterator<? extends T> iterator, int characteristics) {
        int known = characteristics & ~OF_ARRAY;
        return new OfIterator<>(null, Objects.requireNonNull(iterator), Long.MAX_VALUE, known);
    }

    private static void checkRange(int length, int from, int to) {
        if (from > to) {
            throw new ArrayIndexOutOfBoundsException("origin(" + from + ") > fence(" + to + ")");
        }
        if (from < 0) {
            throw new ArrayIndexOutOfBoundsException(from);
        }
        if (to > length) {
            throw new ArrayIndexOutOfBoundsException(to);
        }
    }

    public static <T> Iterator<T> iterator(Spliterator<? extends T> spliterator) {
        Objects.requireNonNull(spliterator);
        return new Iterator<>() {
            private T next;
            private boolean ready;

            @Override
            public boolean hasNext() {
                ready = ready || spliterator.tryAdvance(value -> next = value);
                return ready;
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                ready = false;
                T value = next;
                next = null;
                return value;
            }
        };
    }

    /** A range of an array of objects. */
    private static final class OfArray<T> implements Spliterator<T> {
        private final Object[] array;
        private int next;
        private final int end;
        private final int characteristics;

        OfArray(Object[] array, int from, int to, int characteristics) {
            this.array = array;
            next = from;
            end = to;
            this.characteristics = characteristics | OF_ARRAY;
        }

        @Override
        @SuppressWarnings("unchecked")
        public boolean tryAdvance(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            if (next >= end) {
                return false;
            }
            action.accept((T) array[next++]);
            return true;
        }

        @Override
        @SuppressWarnings("unchecked")
        public void forEachRemaining(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            int i = next;
            next = end;
            for (; i < end; i++) {
                action.accept((T) array[i]);
            }
        }

        @Override
        public Spliterator<T> trySplit() {
            int middle = next + end >>> 1;
            if (next >= middle) {
                return null;
            }
            Spliterator<T> prefix = new OfArray<>(array, next, middle, characteristics);
            next = middle;
            return prefix;
        }

        @Override
        public long estimateSize() {
            return end - next;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }

        @Override
        public Comparator<? super T> getComparator() {
            if ((characteristics & SORTED) != 0) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    /** The elements of an iterator, which for a collection is made when it is first needed. */
    private static class OfIterator<T> implements Spliterator<T> {
        private final Collection<? extends T> collection;
        private Iterator<? extends T> iterator;
        private long size;
        private final int characteristics;

        OfIterator(Collection<? extends T> collection, Iterator<? extends T> iterator, long size, int characteristics) {
            this.collection = collection;
            this.iterator = iterator;
            this.size = size;
            this.characteristics = characteristics;
        }

        private Iterator<? extends T> bound() {
            if (iterator == null) {
                iterator = collection.iterator();
                size = collection.size();
            }
            return iterator;
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            if (!bound().hasNext()) {
                return false;
            }
            action.accept(iterator.next());
            return true;
        }

        @Override
        public void forEachRemaining(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            bound().forEachRemaining(action);
        }

        @Override
        public Spliterator<T> trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            bound();
            return size;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Comparator<? super T> getComparator() {
            if (collection instanceof SortedSet) {
                return ((SortedSet<T>) collection).comparator();
            }
            if ((characteristics & SORTED) != 0) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    /** Needs only {@code tryAdvance} to be whole. */
    public abstract static class AbstractSpliterator<T> implements Spliterator<T> {
        private final long size;
        private final int characteristics;

        protected AbstractSpliterator(long est, int additionalCharacteristics) {
            size = est;
            characteristics = (additionalCharacteristics & SIZED) != 0
                    ? additionalCharacteristics | SUBSIZED
                    : additionalCharacteristics;
        }

        @Override
        public Spliterator<T> trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return size;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }
    }

    public static Spliterator.OfInt emptyIntSpliterator() {
        return spliterator(new int[0], 0);
    }

    public static Spliterator.OfInt spliterator(int[] array, int additionalCharacteristics) {
        return new OfIntArray(array, 0, array.length, additionalCharacteristics);
    }

    public static Spliterator.OfInt spliterator(
            int[] array, int fromIndex, int toIndex, int additionalCharacteristics) {
        checkRange(array.length, fromIndex, toIndex);
        return new OfIntArray(array, fromIndex, toIndex, additionalCharacteristics);
    }

    public static Spliterator.OfInt spliterator(PrimitiveIterator.OfInt iterator, long size, int characteristics) {
        return new OfIntIterator(iterator, size, characteristics | OF_ARRAY);
    }

    public static Spliterator.OfInt spliteratorUnknownSize(PrimitiveIterator.OfInt iterator, int characteristics) {
        return new OfIntIterator(iterator, Long.MAX_VALUE, characteristics & ~OF_ARRAY);
    }

    public static PrimitiveIterator.OfInt iterator(Spliterator.OfInt spliterator) {
        Objects.requireNonNull(spliterator);
        return new PrimitiveIterator.OfInt() {
            private int next;
            private boolean ready;

            @Override
            public boolean hasNext() {
                ready = ready || spliterator.tryAdvance((IntConsumer) value -> next = value);
                return ready;
            }

            @Override
            public int nextInt() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                ready = false;
                return next;
            }
        };
    }

    /** A range of an array of {@code int}. */
    private static final class OfIntArray extends AbstractIntSpliterator {
        private final int[] array;
        private int next;
        private final int end;

        OfIntArray(int[] array, int from, int to, int characteristics) {
            super(0L, characteristics | OF_ARRAY);
            this.array = array;
            next = from;
            end = to;
        }

        @Override
        public boolean tryAdvance(IntConsumer action) {
            Objects.requireNonNull(action);
            if (next >= end) {
                return false;
            }
            action.accept(array[next++]);
            return true;
        }

        @Override
        public void forEachRemaining(IntConsumer action) {
            Objects.requireNonNull(action);
            int i = next;
            next = end;
            for (; i < end; i++) {
                action.accept(array[i]);
            }
        }

        @Override
        public long estimateSize() {
            return end - next;
        }

        @Override
        public Comparator<? super Integer> getComparator() {
            if (hasCharacteristics(SORTED)) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    /** The elements of an iterator. */
    private static final class OfIntIterator extends AbstractIntSpliterator {
        private final PrimitiveIterator.OfInt iterator;

        OfIntIterator(PrimitiveIterator.OfInt iterator, long size, int characteristics) {
            super(size, characteristics);
            this.iterator = Objects.requireNonNull(iterator);
        }

        @Override
        public boolean tryAdvance(IntConsumer action) {
            Objects.requireNonNull(action);
            if (!iterator.hasNext()) {
                return false;
            }
            action.accept(iterator.nextInt());
            return true;
        }
    }

    /** Needs only {@code tryAdvance} to be whole. */
    public abstract static class AbstractIntSpliterator implements Spliterator.OfInt {
        private final long size;
        private final int characteristics;

        protected AbstractIntSpliterator(long est, int additionalCharacteristics) {
            size = est;
            characteristics = (additionalCharacteristics & SIZED) != 0
                    ? additionalCharacteristics | SUBSIZED
                    : additionalCharacteristics;
        }

        @Override
        public Spliterator.OfInt trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return size;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }
    }

    public static Spliterator.OfLong emptyLongSpliterator() {
        return spliterator(new long[0], 0);
    }

    public static Spliterator.OfLong spliterator(long[] array, int additionalCharacteristics) {
        return new OfLongArray(array, 0, array.length, additionalCharacteristics);
    }

    public static Spliterator.OfLong spliterator(
            long[] array, int fromIndex, int toIndex, int additionalCharacteristics) {
        checkRange(array.length, fromIndex, toIndex);
        return new OfLongArray(array, fromIndex, toIndex, additionalCharacteristics);
    }

    public static Spliterator.OfLong spliterator(PrimitiveIterator.OfLong iterator, long size, int characteristics) {
        return new OfLongIterator(iterator, size, characteristics | OF_ARRAY);
    }

    public static Spliterator.OfLong spliteratorUnknownSize(PrimitiveIterator.OfLong iterator, int characteristics) {
        return new OfLongIterator(iterator, Long.MAX_VALUE, characteristics & ~OF_ARRAY);
    }

    public static PrimitiveIterator.OfLong iterator(Spliterator.OfLong spliterator) {
        Objects.requireNonNull(spliterator);
        return new PrimitiveIterator.OfLong() {
            private long next;
            private boolean ready;

            @Override
            public boolean hasNext() {
                ready = ready || spliterator.tryAdvance((LongConsumer) value -> next = value);
                return ready;
            }

            @Override
            public long nextLong() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                ready = false;
                return next;
            }
        };
    }

    /** A range of an array of {@code long}. */
    private static final class OfLongArray extends AbstractLongSpliterator {
        private final long[] array;
        private int next;
        private final int end;

        OfLongArray(long[] array, int from, int to, int characteristics) {
            super(0L, characteristics | OF_ARRAY);
            this.array = array;
            next = from;
            end = to;
        }

        @Override
        public boolean tryAdvance(LongConsumer action) {
            Objects.requireNonNull(action);
            if (next >= end) {
                return false;
            }
            action.accept(array[next++]);
            return true;
        }

        @Override
        public void forEachRemaining(LongConsumer action) {
            Objects.requireNonNull(action);
            int i = next;
            next = end;
            for (; i < end; i++) {
                action.accept(array[i]);
            }
        }

        @Override
        public long estimateSize() {
            return end - next;
        }

        @Override
        public Comparator<? super Long> getComparator() {
            if (hasCharacteristics(SORTED)) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    /** The elements of an iterator. */
    private static final class OfLongIterator extends AbstractLongSpliterator {
        private final PrimitiveIterator.OfLong iterator;

        OfLongIterator(PrimitiveIterator.OfLong iterator, long size, int characteristics) {
            super(size, characteristics);
            this.iterator = Objects.requireNonNull(iterator);
        }

        @Override
        public boolean tryAdvance(LongConsumer action) {
            Objects.requireNonNull(action);
            if (!iterator.hasNext()) {
                return false;
            }
            action.accept(iterator.nextLong());
            return true;
        }
    }

    /** Needs only {@code tryAdvance} to be whole. */
    public abstract static class AbstractLongSpliterator implements Spliterator.OfLong {
        private final long size;
        private final int characteristics;

        protected AbstractLongSpliterator(long est, int additionalCharacteristics) {
            size = est;
            characteristics = (additionalCharacteristics & SIZED) != 0
                    ? additionalCharacteristics | SUBSIZED
                    : additionalCharacteristics;
        }

        @Override
        public Spliterator.OfLong trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return size;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }
    }

    public static Spliterator.OfDouble emptyDoubleSpliterator() {
        return spliterator(new double[0], 0);
    }

    public static Spliterator.OfDouble spliterator(double[] array, int additionalCharacteristics) {
        return new OfDoubleArray(array, 0, array.length, additionalCharacteristics);
    }

    public static Spliterator.OfDouble spliterator(
            double[] array, int fromIndex, int toIndex, int additionalCharacteristics) {
        checkRange(array.length, fromIndex, toIndex);
        return new OfDoubleArray(array, fromIndex, toIndex, additionalCharacteristics);
    }

    public static Spliterator.OfDouble spliterator(PrimitiveIterator.OfDouble iterator, long size, int characteristics) {
        return new OfDoubleIterator(iterator, size, characteristics | OF_ARRAY);
    }

    public static Spliterator.OfDouble spliteratorUnknownSize(PrimitiveIterator.OfDouble iterator, int characteristics) {
        return new OfDoubleIterator(iterator, Long.MAX_VALUE, characteristics & ~OF_ARRAY);
    }

    public static PrimitiveIterator.OfDouble iterator(Spliterator.OfDouble spliterator) {
        Objects.requireNonNull(spliterator);
        return new PrimitiveIterator.OfDouble() {
            private double next;
            private boolean ready;

            @Override
            public boolean hasNext() {
                ready = ready || spliterator.tryAdvance((DoubleConsumer) value -> next = value);
                return ready;
            }

            @Override
            public double nextDouble() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                ready = false;
                return next;
            }
        };
    }

    /** A range of an array of {@code double}. */
    private static final class OfDoubleArray extends AbstractDoubleSpliterator {
        private final double[] array;
        private int next;
        private final int end;

        OfDoubleArray(double[] array, int from, int to, int characteristics) {
            super(0L, characteristics | OF_ARRAY);
            this.array = array;
            next = from;
            end = to;
        }

        @Override
        public boolean tryAdvance(DoubleConsumer action) {
            Objects.requireNonNull(action);
            if (next >= end) {
                return false;
            }
            action.accept(array[next++]);
            return true;
        }

        @Override
        public void forEachRemaining(DoubleConsumer action) {
            Objects.requireNonNull(action);
            int i = next;
            next = end;
            for (; i < end; i++) {
                action.accept(array[i]);
            }
        }

        @Override
        public long estimateSize() {
            return end - next;
        }

        @Override
        public Comparator<? super Double> getComparator() {
            if (hasCharacteristics(SORTED)) {
                return null;
            }
            throw new IllegalStateException();
        }
    }

    /** The elements of an iterator. */
    private static final class OfDoubleIterator extends AbstractDoubleSpliterator {
        private final PrimitiveIterator.OfDouble iterator;

        OfDoubleIterator(PrimitiveIterator.OfDouble iterator, long size, int characteristics) {
            super(size, characteristics);
            this.iterator = Objects.requireNonNull(iterator);
        }

        @Override
        public boolean tryAdvance(DoubleConsumer action) {
            Objects.requireNonNull(action);
            if (!iterator.hasNext()) {
                return false;
            }
            action.accept(iterator.nextDouble());
            return true;
        }
    }

    /** Needs only {@code tryAdvance} to be whole. */
    public abstract static class AbstractDoubleSpliterator implements Spliterator.OfDouble {
        private final long size;
        private final int characteristics;

        protected AbstractDoubleSpliterator(long est, int additionalCharacteristics) {
            size = est;
            characteristics = (additionalCharacteristics & SIZED) != 0
                    ? additionalCharacteristics | SUBSIZED
                    : additionalCharacteristics;
        }

        @Override
        public Spliterator.OfDouble trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return size;
        }

        @Override
        public int characteristics() {
            return characteristics;
        }
    }
}
