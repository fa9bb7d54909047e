package java.util.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** A stage whose results are objects. Sinks take {@code Object}, so elements are cast where they are used. */
@SuppressWarnings("unchecked")
class RefStage<T> extends Stage implements Stream<T> {
    /** The source of a pipeline. */
    RefStage(Spliterator<T> source, boolean parallel) {
        super(source, parallel);
    }

    RefStage(Stage up, int kept) {
        super(up, kept);
    }

    @Override
    void sourceAll(Sink first) {
        ((Spliterator<Object>) source()).forEachRemaining((Consumer<Object>) first);
    }

    @Override
    boolean sourceOne(Sink first) {
        return ((Spliterator<Object>) source()).tryAdvance((Consumer<Object>) first);
    }

    @Override
    public Stream<T> filter(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return new RefStage<T>(this, SORTED) {
            @Override
            public void accept(Object in) {
                if (predicate.test((T) in)) {
                    down.accept(in);
                }
            }
        };
    }

    @Override
    public <R> Stream<R> map(Function<? super T, ? extends R> mapper) {
        Objects.requireNonNull(mapper);
        return new RefStage<R>(this, SIZED) {
            @Override
            public void accept(Object in) {
                down.accept((Object) mapper.apply((T) in));
            }
        };
    }

    @Override
    public IntStream mapToInt(ToIntFunction<? super T> mapper) {
        Objects.requireNonNull(mapper);
        return new IntStage(this, SIZED) {
            @Override
            public void accept(Object in) {
                down.accept(mapper.applyAsInt((T) in));
            }
        };
    }

    @Override
    public LongStream mapToLong(ToLongFunction<? super T> mapper) {
        Objects.requireNonNull(mapper);
        return new LongStage(this, SIZED) {
            @Override
            public void accept(Object in) {
                down.accept(mapper.applyAsLong((T) in));
            }
        };
    }

    @Override
    public DoubleStream mapToDouble(ToDoubleFunction<? super T> mapper) {
        Objects.requireNonNull(mapper);
        return new DoubleStage(this, SIZED) {
            @Override
            public void accept(Object in) {
                down.accept(mapper.applyAsDouble((T) in));
            }
        };
    }

    @Override
    public <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> mapper) {
        Objects.requireNonNull(mapper);
        return new RefStage<R>(this, 0) {
            @Override
            public void accept(Object in) {
                try (Stream<?> inner = mapper.apply((T) in)) {
                    if (inner == null) {
                        return;
                    }
                    if (!mayStop()) {
                        inner.sequential().forEach((Consumer<Object>) down);
                        return;
                    }
                    Spliterator<?> each = inner.sequential().spliterator();
                    while (!down.cancelled() && each.tryAdvance((Consumer<Object>) down)) {
                        // The next one.
                    }
                }
            }
        };
    }

    @Override
    public IntStream flatMapToInt(Function<? super T, ? extends IntStream> mapper) {
        Objects.requireNonNull(mapper);
        return new IntStage(this, 0) {
            @Override
            public void accept(Object in) {
                try (IntStream inner = mapper.apply((T) in)) {
                    if (inner == null) {
                        return;
                    }
                    Spliterator.OfInt each = inner.sequential().spliterator();
                    while (!down.cancelled() && each.tryAdvance((IntConsumer) down)) {
                        // The next one.
                    }
                }
            }
        };
    }

    @Override
    public LongStream flatMapToLong(Function<? super T, ? extends LongStream> mapper) {
        Objects.requireNonNull(mapper);
        return new LongStage(this, 0) {
            @Override
            public void accept(Object in) {
                try (LongStream inner = mapper.apply((T) in)) {
                    if (inner == null) {
                        return;
                    }
                    Spliterator.OfLong each = inner.sequential().spliterator();
                    while (!down.cancelled() && each.tryAdvance((LongConsumer) down)) {
                        // The next one.
                    }
                }
            }
        };
    }

    @Override
    public DoubleStream flatMapToDouble(Function<? super T, ? extends DoubleStream> mapper) {
        Objects.requireNonNull(mapper);
        return new DoubleStage(this, 0) {
            @Override
            public void accept(Object in) {
                try (DoubleStream inner = mapper.apply((T) in)) {
                    if (inner == null) {
                        return;
                    }
                    Spliterator.OfDouble each = inner.sequential().spliterator();
                    while (!down.cancelled() && each.tryAdvance((DoubleConsumer) down)) {
                        // The next one.
                    }
                }
            }
        };
    }

    @Override
    public Stream<T> distinct() {
        return new RefStage<T>(this, SORTED) {
            private final HashSet<Object> seen = new HashSet<>();

            @Override
            public void accept(Object in) {
                if (seen.add(in)) {
                    down.accept(in);
                }
            }
        };
    }

    @Override
    public Stream<T> sorted() {
        return isSorted() ? this : sort((Comparator<T>) Comparator.naturalOrder(), true);
    }

    @Override
    public Stream<T> sorted(Comparator<? super T> comparator) {
        return sort(Objects.requireNonNull(comparator), false);
    }

    private Stream<T> sort(Comparator<? super T> comparator, boolean natural) {
        return new RefStage<T>(this, SIZED) {
            private ArrayList<T> all = new ArrayList<>();

            {
                if (natural) {
                    markSorted();
                }
            }

            @Override
            public void accept(Object in) {
                all.add((T) in);
            }

            @Override
            boolean cancelled() {
                return false;
            }

            @Override
            void end() {
                ArrayList<T> sorted = all;
                all = null;
                sorted.sort(comparator);
                for (int i = 0; i < sorted.size() && !down.cancelled(); i++) {
                    down.accept((Object) sorted.get(i));
                }
                down.end();
            }
        };
    }

    @Override
    public Stream<T> peek(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        return new RefStage<T>(this, SIZED | SORTED) {
            @Override
            public void accept(Object in) {
                action.accept((T) in);
                down.accept(in);
            }
        };
    }

    @Override
    public Stream<T> limit(long maxSize) {
        if (maxSize < 0) {
            throw new IllegalArgumentException(Long.toString(maxSize));
        }
        return slice(0, maxSize);
    }

    @Override
    public Stream<T> skip(long n) {
        if (n < 0) {
            throw new IllegalArgumentException(Long.toString(n));
        }
        return n == 0 ? this : slice(n, -1);
    }

    private Stream<T> slice(long skipped, long limit) {
        if (limit >= 0) {
            markStopping();
        }
        return new RefStage<T>(this, SORTED) {
            private long toSkip = skipped;
            private long left = limit >= 0 ? limit : Long.MAX_VALUE;

            @Override
            public void accept(Object in) {
                if (toSkip > 0) {
                    toSkip--;
                } else if (left > 0) {
                    left--;
                    down.accept(in);
                }
            }

            @Override
            boolean cancelled() {
                return left == 0 || down.cancelled();
            }
        };
    }

    @Override
    public Stream<T> takeWhile(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        markStopping();
        return new RefStage<T>(this, SORTED) {
            private boolean taking = true;

            @Override
            public void accept(Object in) {
                taking = taking && predicate.test((T) in);
                if (taking) {
                    down.accept(in);
                }
            }

            @Override
            boolean cancelled() {
                return !taking || down.cancelled();
            }
        };
    }

    @Override
    public Stream<T> dropWhile(Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate);
        return new RefStage<T>(this, SORTED) {
            private boolean dropping = true;

            @Override
            public void accept(Object in) {
                dropping = dropping && predicate.test((T) in);
                if (!dropping) {
                    down.accept(in);
                }
            }
        };
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        run(new Sink() {
            @Override
            public void accept(Object in) {
                action.accept((T) in);
            }
        }, false);
    }

    @Override
    public void forEachOrdered(Consumer<? super T> action) {
        forEach(action);
    }

    @Override
    public Object[] toArray() {
        return toArray(Object[]::new);
    }

    @Override
    public <A> A[] toArray(IntFunction<A[]> generator) {
        ArrayList<Object> all = new ArrayList<>();
        forEach(all::add);
        A[] result = generator.apply(all.size());
        for (int i = 0; i < result.length; i++) {
            result[i] = (A) all.get(i);
        }
        return result;
    }

    /** A fold; without an identity the first element takes its place. */
    private static final class Fold<T> extends Sink {
        private final BinaryOperator<T> op;
        private T value;
        private boolean present;

        Fold(BinaryOperator<T> op, T identity, boolean present) {
            this.op = Objects.requireNonNull(op);
            this.value = identity;
            this.present = present;
        }

        @Override
        public void accept(Object in) {
            value = present ? op.apply(value, (T) in) : (T) in;
            present = true;
        }
    }

    @Override
    public T reduce(T identity, BinaryOperator<T> accumulator) {
        Fold<T> fold = new Fold<>(accumulator, identity, true);
        run(fold, false);
        return fold.value;
    }

    @Override
    public Optional<T> reduce(BinaryOperator<T> accumulator) {
        Fold<T> fold = new Fold<>(accumulator, null, false);
        run(fold, false);
        return fold.present ? Optional.of(fold.value) : Optional.empty();
    }

    @Override
    public <U> U reduce(U identity, BiFunction<U, ? super T, U> accumulator, BinaryOperator<U> combiner) {
        Objects.requireNonNull(accumulator);
        Objects.requireNonNull(combiner);
        Object[] value = {identity};
        forEach(e -> value[0] = accumulator.apply((U) value[0], e));
        return (U) value[0];
    }

    @Override
    public <R> R collect(Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(combiner);
        R result = supplier.get();
        forEach(e -> accumulator.accept(result, e));
        return result;
    }

    @Override
    public <R, A> R collect(Collector<? super T, A, R> collector) {
        A container = collector.supplier().get();
        BiConsumer<A, ? super T> accumulator = collector.accumulator();
        forEach(e -> accumulator.accept(container, e));
        boolean finished = collector.characteristics().contains(Collector.Characteristics.IDENTITY_FINISH);
        return finished ? (R) container : collector.finisher().apply(container);
    }

    @Override
    public Optional<T> min(Comparator<? super T> comparator) {
        return reduce(BinaryOperator.minBy(comparator));
    }

    @Override
    public Optional<T> max(Comparator<? super T> comparator) {
        return reduce(BinaryOperator.maxBy(comparator));
    }

    @Override
    public long count() {
        return countAll();
    }

    /** Stops at the first element for which the predicate answers {@code wanted}. */
    private boolean stopsAt(Predicate<? super T> predicate, boolean wanted) {
        Objects.requireNonNull(predicate);
        Seeker seeker = new Seeker() {
            @Override
            public void accept(Object in) {
                found = found || predicate.test((T) in) == wanted;
            }
        };
        run(seeker, true);
        return seeker.found;
    }

    @Override
    public boolean anyMatch(Predicate<? super T> predicate) {
        return stopsAt(predicate, true);
    }

    @Override
    public boolean allMatch(Predicate<? super T> predicate) {
        return !stopsAt(predicate, false);
    }

    @Override
    public boolean noneMatch(Predicate<? super T> predicate) {
        return !stopsAt(predicate, true);
    }

    /** The first element. */
    private static final class First extends Seeker {
        private Object value;

        @Override
        public void accept(Object in) {
            if (!found) {
                value = in;
                found = true;
            }
        }
    }

    @Override
    public Optional<T> findFirst() {
        First first = new First();
        run(first, true);
        return first.found ? Optional.of((T) first.value) : Optional.empty();
    }

    @Override
    public Optional<T> findAny() {
        return findFirst();
    }

    @Override
    public Iterator<T> iterator() {
        return Spliterators.iterator(spliterator());
    }

    @Override
    public Spliterator<T> spliterator() {
        Spliterator<?> untouched = takeSource();
        return untouched != null ? (Spliterator<T>) untouched : new Pulled<>(this);
    }

    @Override
    public Stream<T> sequential() {
        setParallel(false);
        return this;
    }

    @Override
    public Stream<T> parallel() {
        setParallel(true);
        return this;
    }

    @Override
    public Stream<T> unordered() {
        return this;
    }

    @Override
    public Stream<T> onClose(Runnable closeHandler) {
        addCloseHandler(closeHandler);
        return this;
    }

    /** The builder of a stream. */
    static final class Collected<T> implements Stream.Builder<T> {
        private final ArrayList<T> values = new ArrayList<>();
        private boolean built;

        @Override
        public void accept(T t) {
            if (built) {
                throw new IllegalStateException();
            }
            values.add(t);
        }

        @Override
        public Stream<T> build() {
            if (built) {
                throw new IllegalStateException();
            }
            built = true;
            return values.stream();
        }
    }

    /** Elements drawn through a pipeline one at a time. */
    private static final class Pulled<T> extends Spliterators.AbstractSpliterator<T> {
        private final Puller puller;

        Pulled(Stage last) {
            super(last.exactSizeOrMax(), last.isSized() ? Spliterator.SIZED | Spliterator.ORDERED : Spliterator.ORDERED);
            puller = new Puller(last);
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            Objects.requireNonNull(action);
            if (!puller.fill()) {
                return false;
            }
            action.accept((T) puller.take());
            return true;
        }
    }

    /** One source behind the other. */
    static final class Both<T> extends Spliterators.AbstractSpliterator<T> {
        private final Spliterator<T> first;
        private final Spliterator<T> second;
        private boolean firstEnded;

        Both(Spliterator<T> first, Spliterator<T> second) {
            super(Stage.sumOfSizes(first, second), first.characteristics() & second.characteristics() & ~SORTED & ~DISTINCT);
            this.first = first;
            this.second = second;
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            if (!firstEnded) {
                if (first.tryAdvance(action)) {
                    return true;
                }
                firstEnded = true;
            }
            return second.tryAdvance(action);
        }

        @Override
        public void forEachRemaining(Consumer<? super T> action) {
            if (!firstEnded) {
                firstEnded = true;
                first.forEachRemaining(action);
            }
            second.forEachRemaining(action);
        }
    }
}
