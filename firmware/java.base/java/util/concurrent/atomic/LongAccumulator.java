package java.util.concurrent.atomic;

import java.io.Serializable;
import java.util.Objects;
import java.util.function.LongBinaryOperator;

/** A value that several threads fold into. */
public class LongAccumulator extends Number implements Serializable {
    private final LongBinaryOperator function;
    private final long identity;
    private long value;

    public LongAccumulator(LongBinaryOperator accumulatorFunction, long identity) {
        function = Objects.requireNonNull(accumulatorFunction);
        this.identity = identity;
        value = identity;
    }

    public synchronized void accumulate(long x) {
        value = function.applyAsLong(value, x);
    }

    public synchronized long get() {
        return value;
    }

    public synchronized void reset() {
        value = identity;
    }

    public synchronized long getThenReset() {
        long before = value;
        value = identity;
        return before;
    }

    @Override
    public String toString() {
        return Long.toString(get());
    }

    @Override
    public int intValue() {
        return (int) get();
    }

    @Override
    public long longValue() {
        return (long) get();
    }

    @Override
    public float floatValue() {
        return (float) get();
    }

    @Override
    public double doubleValue() {
        return (double) get();
    }
}
