package java.util.concurrent.atomic;

import java.io.Serializable;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

/** A value that several threads fold into. */
public class DoubleAccumulator extends Number implements Serializable {
    private final DoubleBinaryOperator function;
    private final double identity;
    private double value;

    public DoubleAccumulator(DoubleBinaryOperator accumulatorFunction, double identity) {
        function = Objects.requireNonNull(accumulatorFunction);
        this.identity = identity;
        value = identity;
    }

    public synchronized void accumulate(double x) {
        value = function.applyAsDouble(value, x);
    }

    public synchronized double get() {
        return value;
    }

    public synchronized void reset() {
        value = identity;
    }

    public synchronized double getThenReset() {
        double before = value;
        value = identity;
        return before;
    }

    @Override
    public String toString() {
        return Double.toString(get());
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
