package java.util.concurrent;

import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;

/** A sorted set for several threads. */
public class ConcurrentSkipListSet<E> extends LockedSortedSet<E> implements Cloneable {
    public ConcurrentSkipListSet() {
        super(new ConcurrentSkipListMap<E, Boolean>());
    }

    public ConcurrentSkipListSet(Comparator<? super E> comparator) {
        super(new ConcurrentSkipListMap<E, Boolean>(comparator));
    }

    public ConcurrentSkipListSet(Collection<? extends E> c) {
        this();
        addAll(c);
    }

    public ConcurrentSkipListSet(SortedSet<E> s) {
        this(s.comparator());
        addAll(s);
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean add(E e) {
        return ((ConcurrentSkipListMap<E, Boolean>) map).putIfAbsent(e, true) == null;
    }

    @Override
    public ConcurrentSkipListSet<E> clone() {
        return new ConcurrentSkipListSet<>((SortedSet<E>) this);
    }
}
