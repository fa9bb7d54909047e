package java.util.stream;

import java.util.Iterator;
import java.util.Spliterator;

/** What streams of all kinds of elements have in common. On the device all of them run sequentially. */
public interface BaseStream<T, S extends BaseStream<T, S>> extends AutoCloseable {
    Iterator<T> iterator();

    Spliterator<T> spliterator();

    boolean isParallel();

    S sequential();

    /** Changes nothing but the answer of {@link #isParallel}. */
    S parallel();

    S unordered();

    S onClose(Runnable closeHandler);

    @Override
    void close();
}
