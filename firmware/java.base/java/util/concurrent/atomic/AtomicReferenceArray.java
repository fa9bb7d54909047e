package java.util.concurrent.atomic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** An array of objects whose elements several threads change. No method leaves an element half changed: threads change at calls only. */
public class AtomicReferenceArray<E> implements Serializable {
    private final E[] array;

    @SuppressWarnings("unchecked")
    public AtomicReferenceArray(int length) {
        array = (E[]) new Object[length];
    }

    @SuppressWarnings("unchecked")
    public AtomicReferenceArray(E[] array) {
        this.array = (E[]) Arrays.copyOf(array, array.length, Object[].class);
    }

    public final int length() {
        return array.length;
    }

    public final E get(int i) {
        return array[i];
    }

    public final void set(int i, E newValue) {
        array[i] = newValue;
    }

    public final void lazySet(int i, E newValue) {
        array[i] = newValue;
    }

    public final E getAndSet(int i, E newValue) {
        E before = array[i];
        array[i] = newValue;
        return before;
    }

    public final boolean compareAndSet(int i, E expectedValue, E newValue) {
        if (array[i] != expectedValue) {
            return false;
        }
        array[i] = newValue;
        return true;
    }

    public final boolean weakCompareAndSet(int i, E expectedValue, E newValue) {
        return compareAndSet(i, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetPlain(int i, E expectedValue, E newValue) {
        return compareAndSet(i, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetVolatile(int i, E expectedValue, E newValue) {
        return compareAndSet(i, expectedValue, newValue);
    }

    public final E compareAndExchange(int i, E expectedValue, E newValue) {
        E before = array[i];
        if (before == expectedValue) {
            array[i] = newValue;
        }
        return before;
    }

    public final E getAndUpdate(int i, UnaryOperator<E> updateFunction) {
        E before;
        do {
            before = array[i];
        } while (!compareAndSet(i, before, updateFunction.apply(before)));
        return before;
    }

    public final E updateAndGet(int i, UnaryOperator<E> updateFunction) {
        E before;
        E after;
        do {
            before = array[i];
            after = updateFunction.apply(before);
        } while (!compareAndSet(i, before, after));
        return after;
    }

    public final E getAndAccumulate(int i, E x, BinaryOperator<E> accumulatorFunction) {
        return getAndUpdate(i, value -> accumulatorFunction.apply(value, x));
    }

    public final E accumulateAndGet(int i, E x, BinaryOperator<E> accumulatorFunction) {
        return updateAndGet(i, value -> accumulatorFunction.apply(value, x));
    }

    public final E getPlain(int i) {
        return array[i];
    }

    public final void setPlain(int i, E newValue) {
        array[i] = newValue;
    }

    public final E getOpaque(int i) {
        return array[i];
    }

    public final void setOpaque(int i, E newValue) {
        array[i] = newValue;
    }

    public final E getAcquire(int i) {
        return array[i];
    }

    public final void setRelease(int i, E newValue) {
        array[i] = newValue;
    }

    @Override
    public String toString() {
        return Arrays.toString(array);
    }
}
