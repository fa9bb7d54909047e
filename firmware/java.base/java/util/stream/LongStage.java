package java.util.stream;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;

/** A stage whose results are {@code long}. */
class LongStage extends Stage implements LongStream {
    /** The source of a pipeline. */
    LongStage(Spliterator<Long> source, boolean parallel) {
        super(source, parallel);
    }

    LongStage(Stage up, int kept) {
        super(up, kept);
    }

    @Override
    void sourceAll(Sink first) {
        ((Spliterator.OfLong) source()).forEachRemaining((LongConsumer) first);
    }

    @Override
    boolean sourceOne(Sink first) {
        return ((Spliterator.OfLong) source()).tryAdvance((LongConsumer) first);
    }

    @Override
    public LongStream filter(LongPredicate predicate) {
        Objects.requireNonNull(predicate);
        return new LongStage(this, SORTED) {
            @Override
            public void accept(long in) {
                if (predicate.test(in)) {
                    down.accept(in);
                }
            }
        };
    }

    @Override
    public LongStream map(LongUnaryOperator mapper) {
        Objects.requireNonNull(mapper);
        return new LongStage(this, SIZED) {
            @Override
            public void accept(long in) {
                down.accept(mapper.applyAsLong(in));
            }
        };
    }

    @Override
    public <U> Stream<U> mapToObj(LongFunction<? extends U> mapper) {
        Objects.requireNonNull(mapper);
        return new RefStage<U>(this, SIZED) {
            @Override
            public void accept(long in) {
                down.accept((Object) mapper.apply(in));
            }
        };
    }

    @Override
    public Stream<Long> boxed() {
        return new RefStage<Long>(this, SIZED | SORTED) {
            @Override
            public void accept(long in) {
                down.accept((Object) Long.valueOf(in));
            }
        };
    }

    @Override
    public IntStream mapToInt(LongToIntFunction mapper) {
        Objects.requireNonNull(mapper);
        return new IntStage(this, SIZED) {
            @Override
            public void accept(long in) {
                down.accept(mapper.applyAsInt(in));
            }
        };
    }

    @Override
    public DoubleStream mapToDouble(LongToDoubleFunction mapper) {
        Objects.requireNonNull(mapper);
        return new DoubleStage(this, SIZED) {
            @Override
            public void accept(long in) {
                down.accept(mapper.applyAsDouble(in));
            }
        };
    }

    @Override
    public DoubleStream asDoubleStream() {
        return new DoubleStage(this, SIZED | SORTED) {
            @Override
            public void accept(long in) {
                down.accept((double) in);
            }
        };
    }

    @Override
    public LongStream flatMap(LongFunction<? extends LongStream> mapper) {
        Objects.requireNonNull(mapper);
        return new LongStage(this, 0) {
            @Override
            public void accept(long in) {
                try (LongStream inner = mapper.apply(in)) {
                    if (inner == null) {
                        return;
                    }
                    if (!mayStop()) {
                        inner.sequential().forEach((LongConsumer) down);
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
    public LongStream distinct() {
        return boxed().distinct().mapToLong(Long::longValue);
    }

    @Override
    public LongStream sorted() {
        if (isSorted()) {
            return this;
        }
        return new LongStage(this, SIZED) {
            private Collected all = new Collected();

            {
                markSorted();
            }

            @Override
            public void accept(long in) {
                all.accept(in);
            }

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            void end() {
                long[] values = all.toArray();
                all = null;
                Arrays.sort(values);
                for (int i = 0; i < values.length && !down.cancelled(); i++) {
                    down.accept(values[i]);
                }
                down.end();
            }
        };
    }

    @Override
    public LongStream peek(LongConsumer action) {
        Objects.requireNonNull(action);
        return new LongStage(this, SIZED | SORTED) {
            @Override
            public void accept(long in) {
                action.accept(in);
                down.accept(in);
            }
        };
    }

    @Override
    public LongStream limit(long maxSize) {
        if (maxSize < 0) {
            throw new IllegalArgumentException(Long.toString(maxSize));
        }
        return slice(0, maxSize);
    }

    @Override
    public LongStream skip(long n) {
        if (n < 0) {
            throw new IllegalArgumentException(Long.toString(n));
        }
        return n == 0 ? this : slice(n, -1);
    }

    private LongStream slice(long skipped, long limit) {
        if (limit >= 0) {
            markStopping();
        }
        return new LongStage(this, SORTED) {
            private long toSkip = skipped;
            private long left = limit >= 0 ? limit : Long.MAX_VALUE;

            @Override
            public void accept(long in) {
                if (toSkip > 0) {
                    toSkip--;
                } else if (left > 0) {
                    left--;
                    down.accept(in);
                }
            }

            @Override
            public boolean cancelled() {
                return left == 0 || down.cancelled();
            }
        };
    }

    @Override
    public LongStream takeWhile(LongPredicate predicate) {
        Objects.requireNonNull(predicate);
        markStopping();
        return new LongStage(this, SORTED) {
            private boolean taking = true;

            @Override
            public void accept(long in) {
                taking = taking && predicate.test(in);
                if (taking) {
                    down.accept(in);
                }
            }

            @Override
            public boolean cancelled() {
                return !taking || down.cancelled();
            }
        };
    }

    @Override
    public LongStream dropWhile(LongPredicate predicate) {
        Objects.requireNonNull(predicate);
        return new LongStage(this, SORTED) {
            private boolean dropping = true;

            @Override
            public void accept(long in) {
                dropping = dropping && predicate.test(in);
                if (!dropping) {
                    down.accept(in);
                }
            }
        };
    }

    @Override
    public void forEach(LongConsumer action) {
        Objects.requireNonNull(action);
        run(new Sink() {
            @Override
            public void accept(long in) {
                action.accept(in);
            }
        }, false);
    }

    @Override
    public void forEachOrdered(LongConsumer action) {
        forEach(action);
    }

    @Override
    public long[] toArray() {
        Collected all = new Collected();
        run(all, false);
        return all.toArray();
    }

    /** A fold; without an identity the first element takes its place. */
    private static final class Fold extends Sink {
        private final LongBinaryOperator op;
        private long value;
        private boolean present;

        Fold(LongBinaryOperator op, long identity, boolean present) {
            this.op = Objects.requireNonNull(op);
            this.value = identity;
            this.present = present;
        }

        @Override
        public void accept(long in) {
            value = present ? op.applyAsLong(value, in) : in;
            present = true;
        }
    }

    @Override
    public long reduce(long identity, LongBinaryOperator op) {
        Fold fold = new Fold(op, identity, true);
        run(fold, false);
        return fold.value;
    }

    @Override
    public OptionalLong reduce(LongBinaryOperator op) {
        Fold fold = new Fold(op, 0L, false);
        run(fold, false);
        return fold.present ? OptionalLong.of(fold.value) : OptionalLong.empty();
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjLongConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(combiner);
        R result = supplier.get();
        forEach(e -> accumulator.accept(result, e));
        return result;
    }

    @Override
    public long sum() {
        return reduce(0L, Long::sum);
    }

    @Override
    public OptionalDouble average() {
        LongSummaryStatistics all = summaryStatistics();
        return all.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(all.getAverage());
    }

    @Override
    public OptionalLong min() {
        return reduce(Math::min);
    }

    @Override
    public OptionalLong max() {
        return reduce(Math::max);
    }

    @Override
    public long count() {
        return countAll();
    }

    @Override
    public LongSummaryStatistics summaryStatistics() {
        LongSummaryStatistics result = new LongSummaryStatistics();
        forEach(result);
        return result;
    }

    /** Stops at the first element for which the predicate answers {@code wanted}. */
    private boolean stopsAt(LongPredicate predicate, boolean wanted) {
        Objects.requireNonNull(predicate);
        Seeker seeker = new Seeker() {
            @Override
            public void accept(long in) {
                found = found || predicate.test(in) == wanted;
            }
        };
        run(seeker, true);
        return seeker.found;
    }

    @Override
    public boolean anyMatch(LongPredicate predicate) {
        return stopsAt(predicate, true);
    }

    @Override
    public boolean allMatch(LongPredicate predicate) {
        return !stopsAt(predicate, false);
    }

    @Override
    public boolean noneMatch(LongPredicate predicate) {
        return !stopsAt(predicate, true);
    }

    /** The first element. */
    private static final class First extends Seeker {
        private long value;

        @Override
        public void accept(long in) {
            if (!found) {
                value = in;
                found = true;
            }
        }
    }

    @Override
    public OptionalLong findFirst() {
        First first = new First();
        run(first, true);
        return first.found ? OptionalLong.of(first.value) : OptionalLong.empty();
    }

    @Override
    public OptionalLong findAny() {
        return findFirst();
    }

    @Override
    public PrimitiveIterator.OfLong iterator() {
        return Spliterators.iterator(spliterator());
    }

    @Override
    public Spliterator.OfLong spliterator() {
        Spliterator<?> untouched = takeSource();
        return untouched != null ? (Spliterator.OfLong) untouched : new Pulled(this);
    }

    @Override
    public LongStream sequential() {
        setParallel(false);
        return this;
    }

    @Override
    public LongStream parallel() {
        setParallel(true);
        return this;
    }

    @Override
    public LongStream unordered() {
        return this;
    }

    @Override
    public LongStream onClose(Runnable closeHandler) {
        addCloseHandler(closeHandler);
        return this;
    }

    /** Elements in the order they came; also the builder of a stream. */
    static final class Collected extends Sink implements LongStream.Builder {
        private long[] values = new long[8];
        private int count;
        private boolean built;

        @Override
        public void accept(long in) {
            if (built) {
                throw new IllegalStateException();
            }
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = in;
        }

        long[] toArray() {
            return Arrays.copyOf(values, count);
        }

        @Override
        public LongStream build() {
            if (built) {
                throw new IllegalStateException();
            }
            built = true;
            return Arrays.stream(values, 0, count);
        }
    }

    /** Elements drawn through a pipeline one at a time. */
    private static final class Pulled extends Spliterators.AbstractLongSpliterator {
        private final Puller puller;

        Pulled(Stage last) {
            super(last.exactSizeOrMax(), last.isSized() ? Spliterator.SIZED | Spliterator.ORDERED : Spliterator.ORDERED);
            puller = new Puller(last);
        }

        @Override
        public boolean tryAdvance(LongConsumer action) {
            Objects.requireNonNull(action);
            if (!puller.fill()) {
                return false;
            }
            action.accept((Long) puller.take());
            return true;
        }
    }

    /** One source behind the other. */
    static final class Both extends Spliterators.AbstractLongSpliterator {
        private final Spliterator.OfLong first;
        private final Spliterator.OfLong second;
        private boolean firstEnded;

        Both(Spliterator.OfLong first, Spliterator.OfLong second) {
            super(Stage.sumOfSizes(first, second), first.characteristics() & second.characteristics() & ~SORTED & ~DISTINCT);
            this.first = first;
            this.second = second;
        }

        @Override
        public boolean tryAdvance(LongConsumer action) {
            if (!firstEnded) {
                if (first.tryAdvance(action)) {
                    return true;
                }
                firstEnded = true;
            }
            return second.tryAdvance(action);
        }

        @Override
        public void forEachRemaining(LongConsumer action) {
            if (!firstEnded) {
                firstEnded = true;
                first.forEachRemaining(action);
            }
            second.forEachRemaining(action);
        }
    }

    /** The numbers from one to another. */
    static final class Range implements Spliterator.OfLong {
        private long next;
        private final long last;
        private boolean ended;

        Range(long first, long last) {
            next = first;
            this.last = last;
            ended = first > last;
        }

        @Override
        public boolean tryAdvance(LongConsumer action) {
            Objects.requireNonNull(action);
            if (ended) {
                return false;
            }
            long value = next;
            ended = value == last;
            next = value + 1;
            action.accept(value);
            return true;
        }

        @Override
        public Spliterator.OfLong trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return ended ? 0 : last - next + 1;
        }

        @Override
        public int characteristics() {
            return ORDERED | SIZED | SUBSIZED | IMMUTABLE | NONNULL | DISTINCT | SORTED;
        }

        @Override
        public java.util.Comparator<? super Long> getComparator() {
            return null;
        }
    }
}
