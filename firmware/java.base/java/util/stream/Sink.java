package java.util.stream;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** Where elements go: the next stage of a pipeline, or its end. Each kind of sink takes one of the four kinds of elements. */
abstract class Sink implements Consumer<Object>, IntConsumer, LongConsumer, DoubleConsumer {
    @Override
    public void accept(Object in) {
        throw new IllegalStateException();
    }

    @Override
    public void accept(int in) {
        throw new IllegalStateException();
    }

    @Override
    public void accept(long in) {
        throw new IllegalStateException();
    }

    @Override
    public void accept(double in) {
        throw new IllegalStateException();
    }

    /** Whether further elements would be in vain. */
    boolean cancelled() {
        return false;
    }

    /** There are no more elements. */
    void end() {}
}
