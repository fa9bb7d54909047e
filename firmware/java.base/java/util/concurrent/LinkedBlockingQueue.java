package java.util.concurrent;

import java.io.Serializable;
import java.util.Collection;

/** A blocking queue with a capacity, or practically none. */
public class LinkedBlockingQueue<E> extends BoundedQueue<E> implements Serializable {
    public LinkedBlockingQueue() {
        super(Integer.MAX_VALUE);
    }

    public LinkedBlockingQueue(int capacity) {
        super(capacity);
    }

    public LinkedBlockingQueue(Collection<? extends E> c) {
        super(Integer.MAX_VALUE);
        addAll(c);
    }
}
