package java.util.concurrent;

import java.util.ArrayList;
import java.util.Collection;

/** A deque for several threads, without nulls; iterators walk a copy. */
public class ConcurrentLinkedDeque<E> extends LinkedBlockingDeque<E> {
    public ConcurrentLinkedDeque() {}

    public ConcurrentLinkedDeque(Collection<? extends E> c) {
        super(new ArrayList<>(c));
    }
}
