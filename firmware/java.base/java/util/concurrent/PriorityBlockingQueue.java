package java.util.concurrent;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SortedSet;

/** A blocking queue without bound that gives the least element first. */
public class PriorityBlockingQueue<E> extends BoundedQueue<E> implements Serializable {
    private final Comparator<? super E> comparator;

    public PriorityBlockingQueue() {
        this(11, null);
    }

    public PriorityBlockingQueue(int initialCapacity) {
        this(initialCapacity, null);
    }

    public PriorityBlockingQueue(int initialCapacity, Comparator<? super E> comparator) {
        super(Integer.MAX_VALUE, new PriorityQueue<>(initialCapacity, comparator));
        this.comparator = comparator;
    }

    public PriorityBlockingQueue(Collection<? extends E> c) {
        this(c, comparatorOf(c));
    }

    private PriorityBlockingQueue(Collection<? extends E> c, Comparator<? super E> comparator) {
        super(Integer.MAX_VALUE, new PriorityQueue<>(c));
        this.comparator = comparator;
    }

    @SuppressWarnings("unchecked")
    private static <E> Comparator<? super E> comparatorOf(Collection<? extends E> c) {
        if (c instanceof SortedSet) {
            return ((SortedSet<E>) c).comparator();
        }
        return c instanceof PriorityBlockingQueue ? ((PriorityBlockingQueue<E>) c).comparator : null;
    }

    public Comparator<? super E> comparator() {
        return comparator;
    }

    @Override
    public void put(E e) {
        offer(e);
    }

    @Override
    public boolean offer(E e, long timeout, TimeUnit unit) {
        return offer(e);
    }

    @Override
    public int remainingCapacity() {
        return Integer.MAX_VALUE;
    }
}
