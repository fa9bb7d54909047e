package java.util.stream;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/** A stage whose results are {@code int}. */
class IntStage extends Stage implements IntStream {
    /** The source of a pipeline. */
    IntStage(Spliterator<Integer> source, boolean parallel) {
        super(source, parallel);
    }

    IntStage(Stage up, int kept) {
        super(up, kept);
    }

    @Override
    void sourceAll(Sink first) {
        ((Spliterator.OfInt) source()).forEachRemaining((IntConsumer) first);
    }

    @Override
    boolean sourceOne(Sink first) {
        return ((Spliterator.OfInt) source()).tryAdvance((IntConsumer) first);
    }

    @Override
    public IntStream filter(IntPredicate predicate) {
        Objects.requireNonNull(predicate);
        return new IntStage(this, SORTED) {
            @Override
            public void accept(int in) {
                if (predicate.test(in)) {
                    down.accept(in);
                }
            }
        };
    }

    @Override
    public IntStream map(IntUnaryOperator mapper) {
        Objects.requireNonNull(mapper);
        return new IntStage(this, SIZED) {
            @Override
            public void accept(int in) {
                down.accept(mapper.applyAsInt(in));
            }
        };
    }

    @Override
    public <U> Stream<U> mapToObj(IntFunction<? extends U> mapper) {
        Objects.requireNonNull(mapper);
        return new RefStage<U>(this, SIZED) {
            @Override
            public void accept(int in) {
                down.accept((Object) mapper.apply(in));
            }
        };
    }

    @Override
    public Stream<Integer> boxed() {
        return new RefStage<Integer>(this, SIZED | SORTED) {
            @Override
            public void accept(int in) {
                down.accept((Object) Integer.valueOf(in));
            }
        };
    }

    @Override
    public LongStream mapToLong(IntToLongFunction mapper) {
        Objects.requireNonNull(mapper);
        return new LongStage(this, SIZED) {
            @Override
            public void accept(int in) {
                down.accept(mapper.applyAsLong(in));
            }
        };
    }

    @Override
    public DoubleStream mapToDouble(IntToDoubleFunction mapper) {
        Objects.requireNonNull(mapper);
        return new DoubleStage(this, SIZED) {
            @Override
            public void accept(int in) {
                down.accept(mapper.applyAsDouble(in));
            }
        };
    }

    @Override
    public DoubleStream asDoubleStream() {
        return new DoubleStage(this, SIZED | SORTED) {
            @Override
            public void accept(int in) {
                down.accept((double) in);
            }
        };
    }

    @Override
    public LongStream asLongStream() {
        return new LongStage(this, SIZED | SORTED) {
            @Override
            public void accept(int in) {
                down.accept((long) in);
            }
        };
    }

    @Override
    public IntStream flatMap(IntFunction<? extends IntStream> mapper) {
        Objects.requireNonNull(mapper);
        return new IntStage(this, 0) {
            @Override
            public void accept(int in) {
                try (IntStream inner = mapper.apply(in)) {
                    if (inner == null) {
                        return;
                    }
                    if (!mayStop()) {
                        inner.sequential().forEach((IntConsumer) down);
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
    public IntStream distinct() {
        return boxed().distinct().mapToInt(Integer::intValue);
    }

    @Override
    public IntStream sorted() {
        if (isSorted()) {
            return this;
        }
        return new IntStage(this, SIZED) {
            private Collected all = new Collected();

            {
                markSorted();
            }

            @Override
            public void accept(int in) {
                all.accept(in);
            }

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            void end() {
                int[] values = all.toArray();
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
    public IntStream peek(IntConsumer action) {
        Objects.requireNonNull(action);
        return new IntStage(this, SIZED | SORTED) {
            @Override
            public void accept(int in) {
                action.accept(in);
                down.accept(in);
            }
        };
    }

    @Override
    public IntStream limit(long maxSize) {
        if (maxSize < 0) {
            throw new IllegalArgumentException(Long.toString(maxSize));
        }
        return slice(0, maxSize);
    }

    @Override
    public IntStream skip(long n) {
        if (n < 0) {
            throw new IllegalArgumentException(Long.toString(n));
        }
        return n == 0 ? this : slice(n, -1);
    }

    private IntStream slice(long skipped, long limit) {
        if (limit >= 0) {
            markStopping();
        }
        return new IntStage(this, SORTED) {
            private long toSkip = skipped;
            private long left = limit >= 0 ? limit : Long.MAX_VALUE;

            @Override
            public void accept(int in) {
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
    public IntStream takeWhile(IntPredicate predicate) {
        Objects.requireNonNull(predicate);
        markStopping();
        return new IntStage(this, SORTED) {
            private boolean taking = true;

            @Override
            public void accept(int in) {
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
    public IntStream dropWhile(IntPredicate predicate) {
        Objects.requireNonNull(predicate);
        return new IntStage(this, SORTED) {
            private boolean dropping = true;

            @Override
            public void accept(int in) {
                dropping = dropping && predicate.test(in);
                if (!dropping) {
                    down.accept(in);
                }
            }
        };
    }

    @Override
    public void forEach(IntConsumer action) {
        Objects.requireNonNull(action);
        run(new Sink() {
            @Override
            public void accept(int in) {
                action.accept(in);
            }
        }, false);
    }

    @Override
    public void forEachOrdered(IntConsumer action) {
        forEach(action);
    }

    @Override
    public int[] toArray() {
        Collected all = new Collected();
        run(all, false);
        return all.toArray();
    }

    /** A fold; without an identity the first element takes its place. */
    private static final class Fold extends Sink {
        private final IntBinaryOperator op;
        private int value;
        private boolean present;

        Fold(IntBinaryOperator op, int identity, boolean present) {
            this.op = Objects.requireNonNull(op);
            this.value = identity;
            this.present = present;
        }

        @Override
        public void accept(int in) {
            value = present ? op.applyAsInt(value, in) : in;
            present = true;
        }
    }

    @Override
    public int reduce(int identity, IntBinaryOperator op) {
        Fold fold = new Fold(op, identity, true);
        run(fold, false);
        return fold.value;
    }

    @Override
    public OptionalInt reduce(IntBinaryOperator op) {
        Fold fold = new Fold(op, 0, false);
        run(fold, false);
        return fold.present ? OptionalInt.of(fold.value) : OptionalInt.empty();
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjIntConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(combiner);
        R result = supplier.get();
        forEach(e -> accumulator.accept(result, e));
        return result;
    }

    @Override
    public int sum() {
        return reduce(0, Integer::sum);
    }

    @Override
    public OptionalDouble average() {
        IntSummaryStatistics all = summaryStatistics();
        return all.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(all.getAverage());
    }

    @Override
    public OptionalInt min() {
        return reduce(Math::min);
    }

    @Override
    public OptionalInt max() {
        return reduce(Math::max);
    }

    @Override
    public long count() {
        return countAll();
    }

    @Override
    public IntSummaryStatistics summaryStatistics() {
        IntSummaryStatistics result = new IntSummaryStatistics();
        forEach(result);
        return result;
    }

    /** Stops at the first element for which the predicate answers {@code wanted}. */
    private boolean stopsAt(IntPredicate predicate, boolean wanted) {
        Objects.requireNonNull(predicate);
        Seeker seeker = new Seeker() {
            @Override
            public void accept(int in) {
                found = found || predicate.test(in) == wanted;
            }
        };
        run(seeker, true);
        return seeker.found;
    }

    @Override
    public boolean anyMatch(IntPredicate predicate) {
        return stopsAt(predicate, true);
    }

    @Override
    public boolean allMatch(IntPredicate predicate) {
        return !stopsAt(predicate, false);
    }

    @Override
    public boolean noneMatch(IntPredicate predicate) {
        return !stopsAt(predicate, true);
    }

    /** The first element. */
    private static final class First extends Seeker {
        private int value;

        @Override
        public void accept(int in) {
            if (!found) {
                value = in;
                found = true;
            }
        }
    }

    @Override
    public OptionalInt findFirst() {
        First first = new First();
        run(first, true);
        return first.found ? OptionalInt.of(first.value) : OptionalInt.empty();
    }

    @Override
    public OptionalInt findAny() {
        return findFirst();
    }

    @Override
    public PrimitiveIterator.OfInt iterator() {
        return Spliterators.iterator(spliterator());
    }

    @Override
    public Spliterator.OfInt spliterator() {
        Spliterator<?> untouched = takeSource();
        return untouched != null ? (Spliterator.OfInt) untouched : new Pulled(this);
    }

    @Override
    public IntStream sequential() {
        setParallel(false);
        return this;
    }

    @Override
    public IntStream parallel() {
        setParallel(true);
        return this;
    }

    @Override
    public IntStream unordered() {
        return this;
    }

    @Override
    public IntStream onClose(Runnable closeHandler) {
        addCloseHandler(closeHandler);
        return this;
    }

    /** Elements in the order they came; also the builder of a stream. */
    static final class Collected extends Sink implements IntStream.Builder {
        private int[] values = new int[8];
        private int count;
        private boolean built;

        @Override
        public void accept(int in) {
            if (built) {
                throw new IllegalStateException();
            }
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = in;
        }

        int[] toArray() {
            return Arrays.copyOf(values, count);
        }

        @Override
        public IntStream build() {
            if (built) {
                throw new IllegalStateException();
            }
            built = true;
            return Arrays.stream(values, 0, count);
        }
    }

    /** Elements drawn through a pipeline one at a time. */
    private static final class Pulled extends Spliterators.AbstractIntSpliterator {
        private final Puller puller;

        Pulled(Stage last) {
            super(last.exactSizeOrMax(), last.isSized() ? Spliterator.SIZED | Spliterator.ORDERED : Spliterator.ORDERED);
            puller = new Puller(last);
        }

        @Override
        public boolean tryAdvance(IntConsumer action) {
            Objects.requireNonNull(action);
            if (!puller.fill()) {
                return false;
            }
            action.accept((Integer) puller.take());
            return true;
        }
    }

    /** One source behind the other. */
    static final class Both extends Spliterators.AbstractIntSpliterator {
        private final Spliterator.OfInt first;
        private final Spliterator.OfInt second;
        private boolean firstEnded;

        Both(Spliterator.OfInt first, Spliterator.OfInt second) {
            super(Stage.sumOfSizes(first, second), first.characteristics() & second.characteristics() & ~SORTED & ~DISTINCT);
            this.first = first;
            this.second = second;
        }

        @Override
        public boolean tryAdvance(IntConsumer action) {
            if (!firstEnded) {
                if (first.tryAdvance(action)) {
                    return true;
                }
                firstEnded = true;
            }
            return second.tryAdvance(action);
        }

        @Override
        public void forEachRemaining(IntConsumer action) {
            if (!firstEnded) {
                firstEnded = true;
                first.forEachRemaining(action);
            }
            second.forEachRemaining(action);
        }
    }

    /** The numbers from one to another. */
    static final class Range implements Spliterator.OfInt {
        private int next;
        private final int last;
        private boolean ended;

        Range(int first, int last) {
            next = first;
            this.last = last;
            ended = first > last;
        }

        @Override
        public boolean tryAdvance(IntConsumer action) {
            Objects.requireNonNull(action);
            if (ended) {
                return false;
            }
            int value = next;
            ended = value == last;
            next = value + 1;
            action.accept(value);
            return true;
        }

        @Override
        public Spliterator.OfInt trySplit() {
            return null;
        }

        @Override
        public long estimateSize() {
            return ended ? 0 : (long) last - next + 1;
        }

        @Override
        public int characteristics() {
            return ORDERED | SIZED | SUBSIZED | IMMUTABLE | NONNULL | DISTINCT | SORTED;
        }

        @Override
        public java.util.Comparator<? super Integer> getComparator() {
            return null;
        }
    }
}
