package java.util.concurrent;

import java.io.Serializable;
import java.util.Collection;

/** A blocking queue with a capacity. */
public class ArrayBlockingQueue<E> extends BoundedQueue<E> implements Serializable {
    public ArrayBlockingQueue(int capacity) {
        super(capacity);
    }

    /** Threads that wait are served in no particular order, fair or not. */
    public ArrayBlockingQueue(int capacity, boolean fair) {
        super(capacity);
    }

    public ArrayBlockingQueue(int capacity, boolean fair, Collection<? extends E> c) {
        super(capacity);
        if (c.size() > capacity) {
            throw new IllegalArgumentException();
        }
        addAll(c);
    }
}
