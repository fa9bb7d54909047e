package java.util.stream;

import java.util.Objects;
import java.util.Spliterator;

/**
 * One operation of a pipeline. A stream runs only once, so a stage is also the sink of what comes from the stage
 * before it: it is linked to the one behind when the pipeline runs. The first stage has the source. All pipelines are sequential.
 */
abstract class Stage extends Sink {
    /** The number of elements is that of the source. */
    static final int SIZED = 1;
    /** The elements ascend in their natural order. */
    static final int SORTED = 2;

    private static final String USED = "stream has already been operated upon or closed";

    private final Stage head;
    private final Stage up;
    private int properties;
    private boolean used;
    Sink down;

    // Of the first stage.
    private Spliterator<?> source;
    private boolean parallel;
    private boolean stopping;
    private Runnable closeHandler;

    Stage(Spliterator<?> source, boolean parallel) {
        this.source = Objects.requireNonNull(source);
        this.parallel = parallel;
        head = this;
        up = null;
        int known = source.characteristics();
        if ((known & Spliterator.SIZED) != 0) {
            properties |= SIZED;
        }
        if ((known & Spliterator.SORTED) != 0 && source.getComparator() == null) {
            properties |= SORTED;
        }
    }

    /** A stage behind {@code up} that keeps {@code kept} of its properties. */
    Stage(Stage up, int kept) {
        up.use();
        this.up = up;
        head = up.head;
        properties = up.properties & kept;
    }

    private void use() {
        if (used) {
            throw new IllegalStateException(USED);
        }
        used = true;
    }

    final Stage head() {
        return head;
    }

    final Spliterator<?> source() {
        return source;
    }

    final boolean isSorted() {
        return (properties & SORTED) != 0;
    }

    final void markSorted() {
        properties |= SORTED;
    }

    final boolean isSized() {
        return (properties & SIZED) != 0;
    }

    final long exactSizeOrMax() {
        return isSized() ? head.source.estimateSize() : Long.MAX_VALUE;
    }

    /** Some stage may want to stop before the source ends. */
    final void markStopping() {
        head.stopping = true;
    }

    final boolean mayStop() {
        return head.stopping;
    }

    /** Sends all remaining elements of this stage's source to {@code first}. */
    abstract void sourceAll(Sink first);

    /** Sends one; false if there is none. */
    abstract boolean sourceOne(Sink first);

    /** Links the stages of this pipeline, {@code last} behind this one; the sink that the source feeds. */
    final Sink link(Sink last) {
        Stage stage = this;
        Sink next = last;
        while (stage.up != null) {
            stage.down = next;
            next = stage;
            stage = stage.up;
        }
        return next;
    }

    final void run(Sink last, boolean stops) {
        use();
        Sink first = link(last);
        head.stopping |= stops;
        if (head.stopping) {
            while (!first.cancelled() && head.sourceOne(first)) {
                // The next one.
            }
        } else {
            head.sourceAll(first);
        }
        first.end();
    }

    /** Counts without running what cannot change the number. */
    final long countAll() {
        if (isSized()) {
            use();
            return head.source.estimateSize();
        }
        Counter counter = new Counter();
        run(counter, false);
        return counter.count;
    }

    private static final class Counter extends Sink {
        long count;

        @Override
        public void accept(Object in) {
            count++;
        }

        @Override
        public void accept(int in) {
            count++;
        }

        @Override
        public void accept(long in) {
            count++;
        }

        @Override
        public void accept(double in) {
            count++;
        }
    }

    /** Uses the stream up: its source if nothing has been done to it, else null. */
    final Spliterator<?> takeSource() {
        use();
        return up == null ? source : null;
    }

    static long sumOfSizes(Spliterator<?> first, Spliterator<?> second) {
        long sum = first.estimateSize() + second.estimateSize();
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    @Override
    boolean cancelled() {
        return down.cancelled();
    }

    @Override
    void end() {
        down.end();
    }

    public final boolean isParallel() {
        return head.parallel;
    }

    final void setParallel(boolean on) {
        head.parallel = on;
    }

    final void addCloseHandler(Runnable handler) {
        if (used) {
            throw new IllegalStateException(USED);
        }
        Objects.requireNonNull(handler);
        Runnable before = head.closeHandler;
        head.closeHandler = before == null ? handler : () -> runBoth(before, handler);
    }

    /** Runs both; the second one's exception is added to the first one's. */
    private static void runBoth(Runnable first, Runnable second) {
        try {
            first.run();
        } catch (Throwable thrown) {
            try {
                second.run();
            } catch (Throwable more) {
                if (thrown != more) {
                    thrown.addSuppressed(more);
                }
            }
            throw thrown;
        }
        second.run();
    }

    public final void close() {
        used = true;
        Runnable handler = head.closeHandler;
        head.closeHandler = null;
        if (handler != null) {
            handler.run();
        }
    }
}
