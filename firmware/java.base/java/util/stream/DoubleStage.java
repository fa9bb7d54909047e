package java.util.stream;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;

/** A stage whose results are {@code double}. */
class DoubleStage extends Stage implements DoubleStream {
    /** The source of a pipeline. */
    DoubleStage(Spliterator<Double> source, boolean parallel) {
        super(source, parallel);
    }

    DoubleStage(Stage up, int kept) {
        super(up, kept);
    }

    @Override
    void sourceAll(Sink first) {
        ((Spliterator.OfDouble) source()).forEachRemaining((DoubleConsumer) first);
    }

    @Override
    boolean sourceOne(Sink first) {
        return ((Spliterator.OfDouble) source()).tryAdvance((DoubleConsumer) first);
    }

    @Override
    public DoubleStream filter(DoublePredicate predicate) {
        Objects.requireNonNull(predicate);
        return new DoubleStage(this, SORTED) {
            @Override
            public void accept(double in) {
                if (predicate.test(in)) {
                    down.accept(in);
                }
            }
        };
    }

    @Override
    public DoubleStream map(DoubleUnaryOperator mapper) {
        Objects.requireNonNull(mapper);
        return new DoubleStage(this, SIZED) {
            @Override
            public void accept(double in) {
                down.accept(mapper.applyAsDouble(in));
            }
        };
    }

    @Override
    public <U> Stream<U> mapToObj(DoubleFunction<? extends U> mapper) {
        Objects.requireNonNull(mapper);
        return new RefStage<U>(this, SIZED) {
            @Override
            public void accept(double in) {
                down.accept((Object) mapper.apply(in));
            }
        };
    }

    @Override
    public Stream<Double> boxed() {
        return new RefStage<Double>(this, SIZED | SORTED) {
            @Override
            public void accept(double in) {
                down.accept((Object) Double.valueOf(in));
            }
        };
    }

    @Override
    public IntStream mapToInt(DoubleToIntFunction mapper) {
        Objects.requireNonNull(mapper);
        return new IntStage(this, SIZED) {
            @Override
            public void accept(double in) {
                down.accept(mapper.applyAsInt(in));
            }
        };
    }

    @Override
    public LongStream mapToLong(DoubleToLongFunction mapper) {
        Objects.requireNonNull(mapper);
        return new LongStage(this, SIZED) {
            @Override
            public void accept(double in) {
                down.accept(mapper.applyAsLong(in));
            }
        };
    }

    @Override
    public DoubleStream flatMap(DoubleFunction<? extends DoubleStream> mapper) {
        Objects.requireNonNull(mapper);
        return new DoubleStage(this, 0) {
            @Override
            public void accept(double in) {
                try (DoubleStream inner = mapper.apply(in)) {
                    if (inner == null) {
                        return;
                    }
                    if (!mayStop()) {
                        inner.sequential().forEach((DoubleConsumer) down);
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
    public DoubleStream distinct() {
        return boxed().distinct().mapToDouble(Double::doubleValue);
    }

    @Override
    public DoubleStream sorted() {
        if (isSorted()) {
            return this;
        }
        return new DoubleStage(this, SIZED) {
            private Collected all = new Collected();

            {
                markSorted();
            }

            @Override
            public void accept(double in) {
                all.accept(in);
            }

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            void end() {
                double[] values = all.toArray();
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
    public DoubleStream peek(DoubleConsumer action) {
        Objects.requireNonNull(action);
        return new DoubleStage(this, SIZED | SORTED) {
            @Override
            public void accept(double in) {
                action.accept(in);
                down.accept(in);
            }
        };
    }

    @Override
    public DoubleStream limit(long maxSize) {
        if (maxSize < 0) {
            throw new IllegalArgumentException(Long.toString(maxSize));
        }
        return slice(0, maxSize);
    }

    @Override
    public DoubleStream skip(long n) {
        if (n < 0) {
            throw new IllegalArgumentException(Long.toString(n));
        }
        return n == 0 ? this : slice(n, -1);
    }

    private DoubleStream slice(long skipped, long limit) {
        if (limit >= 0) {
            markStopping();
        }
        return new DoubleStage(this, SORTED) {
            private long toSkip = skipped;
            private long left = limit >= 0 ? limit : Long.MAX_VALUE;

            @Override
            public void accept(double in) {
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
    public DoubleStream takeWhile(DoublePredicate predicate) {
        Objects.requireNonNull(predicate);
        markStopping();
        return new DoubleStage(this, SORTED) {
            private boolean taking = true;

            @Override
            public void accept(double in) {
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
    public DoubleStream dropWhile(DoublePredicate predicate) {
        Objects.requireNonNull(predicate);
        return new DoubleStage(this, SORTED) {
            private boolean dropping = true;

            @Override
            public void accept(double in) {
                dropping = dropping && predicate.test(in);
                if (!dropping) {
                    down.accept(in);
                }
            }
        };
    }

    @Override
    public void forEach(DoubleConsumer action) {
        Objects.requireNonNull(action);
        run(new Sink() {
            @Override
            public void accept(double in) {
                action.accept(in);
            }
        }, false);
    }

    @Override
    public void forEachOrdered(DoubleConsumer action) {
        forEach(action);
    }

    @Override
    public double[] toArray() {
        Collected all = new Collected();
        run(all, false);
        return all.toArray();
    }

    /** A fold; without an identity the first element takes its place. */
    private static final class Fold extends Sink {
        private final DoubleBinaryOperator op;
        private double value;
        private boolean present;

        Fold(DoubleBinaryOperator op, double identity, boolean present) {
            this.op = Objects.requireNonNull(op);
            this.value = identity;
            this.present = present;
        }

        @Override
        public void accept(double in) {
            value = present ? op.applyAsDouble(value, in) : in;
            present = true;
        }
    }

    @Override
    public double reduce(double identity, DoubleBinaryOperator op) {
        Fold fold = new Fold(op, identity, true);
        run(fold, false);
        return fold.value;
    }

    @Override
    public OptionalDouble reduce(DoubleBinaryOperator op) {
        Fold fold = new Fold(op, 0.0, false);
        run(fold, false);
        return fold.present ? OptionalDouble.of(fold.value) : OptionalDouble.empty();
    }

    @Override
    public <R> R collect(Supplier<R> supplier, ObjDoubleConsumer<R> accumulator, BiConsumer<R, R> combiner) {
        Objects.requireNonNull(combiner);
        R result = supplier.get();
        forEach(e -> accumulator.accept(result, e));
        return result;
    }

    @Override
    public double sum() {
        return summaryStatistics().getSum();
    }

    @Override
    public OptionalDouble average() {
        DoubleSummaryStatistics all = summaryStatistics();
        return all.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(all.getAverage());
    }

    @Override
    public OptionalDouble min() {
        return reduce(Math::min);
    }

    @Override
    public OptionalDouble max() {
        return reduce(Math::max);
    }

    @Override
    public long count() {
        return countAll();
    }

    @Override
    public DoubleSummaryStatistics summaryStatistics() {
        DoubleSummaryStatistics result = new DoubleSummaryStatistics();
        forEach(result);
        return result;
    }

    /** Stops at the first element for which the predicate answers {@code wanted}. */
    private boolean stopsAt(DoublePredicate predicate, boolean wanted) {
        Objects.requireNonNull(predicate);
        Seeker seeker = new Seeker() {
            @Override
            public void accept(double in) {
                found = found || predicate.test(in) == wanted;
            }
        };
        run(seeker, true);
        return seeker.found;
    }

    @Override
    public boolean anyMatch(DoublePredicate predicate) {
        return stopsAt(predicate, true);
    }

    @Override
    public boolean allMatch(DoublePredicate predicate) {
        return !stopsAt(predicate, false);
    }

    @Override
    public boolean noneMatch(DoublePredicate predicate) {
        return !stopsAt(predicate, true);
    }

    /** The first element. */
    private static final class First extends Seeker {
        private double value;

        @Override
        public void accept(double in) {
            if (!found) {
                value = in;
                found = true;
            }
        }
    }

    @Override
    public OptionalDouble findFirst() {
        First first = new First();
        run(first, true);
        return first.found ? OptionalDouble.of(first.value) : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble findAny() {
        return findFirst();
    }

    @Override
    public PrimitiveIterator.OfDouble iterator() {
        return Spliterators.iterator(spliterator());
    }

    @Override
    public Spliterator.OfDouble spliterator() {
        Spliterator<?> untouched = takeSource();
        return untouched != null ? (Spliterator.OfDouble) untouched : new Pulled(this);
    }

    @Override
    public DoubleStream sequential() {
        setParallel(false);
        return this;
    }

    @Override
    public DoubleStream parallel() {
        setParallel(true);
        return this;
    }

    @Override
    public DoubleStream unordered() {
        return this;
    }

    @Override
    public DoubleStream onClose(Runnable closeHandler) {
        addCloseHandler(closeHandler);
        return this;
    }

    /** Elements in the order they came; also the builder of a stream. */
    static final class Collected extends Sink implements DoubleStream.Builder {
        private double[] values = new double[8];
        private int count;
        private boolean built;

        @Override
        public void accept(double in) {
            if (built) {
                throw new IllegalStateException();
            }
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = in;
        }

        double[] toArray() {
            return Arrays.copyOf(values, count);
        }

        @Override
        public DoubleStream build() {
            if (built) {
                throw new IllegalStateException();
            }
            built = true;
            return Arrays.stream(values, 0, count);
        }
    }

    /** Elements drawn through a pipeline one at a time. */
    private static final class Pulled extends Spliterators.AbstractDoubleSpliterator {
        private final Puller puller;

        Pulled(Stage last) {
            super(last.exactSizeOrMax(), last.isSized() ? Spliterator.SIZED | Spliterator.ORDERED : Spliterator.ORDERED);
            puller = new Puller(last);
        }

        @Override
        public boolean tryAdvance(DoubleConsumer action) {
            Objects.requireNonNull(action);
            if (!puller.fill()) {
                return false;
            }
            action.accept((Double) puller.take());
            return true;
        }
    }

    /** One source behind the other. */
    static final class Both extends Spliterators.AbstractDoubleSpliterator {
        private final Spliterator.OfDouble first;
        private final Spliterator.OfDouble second;
        private boolean firstEnded;

        Both(Spliterator.OfDouble first, Spliterator.OfDouble second) {
            super(Stage.sumOfSizes(first, second), first.characteristics() & second.characteristics() & ~SORTED & ~DISTINCT);
            this.first = first;
            this.second = second;
        }

        @Override
        public boolean tryAdvance(DoubleConsumer action) {
            if (!firstEnded) {
                if (first.tryAdvance(action)) {
                    return true;
                }
                firstEnded = true;
            }
            return second.tryAdvance(action);
        }

        @Override
        public void forEachRemaining(DoubleConsumer action) {
            if (!firstEnded) {
                firstEnded = true;
                first.forEachRemaining(action);
            }
            second.forEachRemaining(action);
        }
    }
}
