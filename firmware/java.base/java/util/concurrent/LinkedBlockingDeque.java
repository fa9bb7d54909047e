package java.util.concurrent;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/** A blocking deque with a capacity, or practically none. */
public class LinkedBlockingDeque<E> extends BoundedQueue<E> implements BlockingDeque<E>, Serializable {
    private final ArrayDeque<E> deque;

    public LinkedBlockingDeque() {
        this(Integer.MAX_VALUE);
    }

    public LinkedBlockingDeque(int capacity) {
        this(capacity, new ArrayDeque<>());
    }

    public LinkedBlockingDeque(Collection<? extends E> c) {
        this();
        addAll(c);
    }

    private LinkedBlockingDeque(int capacity, ArrayDeque<E> deque) {
        super(capacity, deque);
        this.deque = deque;
    }

    private static void checkAdded(boolean added) {
        if (!added) {
            throw new IllegalStateException("Deque full");
        }
    }

    private static <E> E present(E e) {
        if (e == null) {
            throw new NoSuchElementException();
        }
        return e;
    }

    @Override
    public boolean add(E e) {
        addLast(e);
        return true;
    }

    @Override
    public void addFirst(E e) {
        checkAdded(offerFirst(e));
    }

    @Override
    public void addLast(E e) {
        checkAdded(offerLast(e));
    }

    @Override
    public synchronized boolean offerFirst(E e) {
        Objects.requireNonNull(e);
        if (deque.size() == capacity) {
            return false;
        }
        deque.addFirst(e);
        notifyAll();
        return true;
    }

    @Override
    public boolean offerLast(E e) {
        return offer(e);
    }

    @Override
    public synchronized void putFirst(E e) throws InterruptedException {
        while (!offerFirst(e)) {
            wait();
        }
    }

    @Override
    public void putLast(E e) throws InterruptedException {
        put(e);
    }

    @Override
    public synchronized boolean offerFirst(E e, long timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (!offerFirst(e)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    @Override
    public boolean offerLast(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return offer(e, timeout, unit);
    }

    @Override
    public E removeFirst() {
        return present(pollFirst());
    }

    @Override
    public E removeLast() {
        return present(pollLast());
    }

    @Override
    public E pollFirst() {
        return poll();
    }

    @Override
    public synchronized E pollLast() {
        E e = deque.pollLast();
        if (e != null) {
            notifyAll();
        }
        return e;
    }

    @Override
    public E takeFirst() throws InterruptedException {
        return take();
    }

    @Override
    public synchronized E takeLast() throws InterruptedException {
        while (deque.isEmpty()) {
            wait();
        }
        return pollLast();
    }

    @Override
    public E pollFirst(long timeout, TimeUnit unit) throws InterruptedException {
        return poll(timeout, unit);
    }

    @Override
    public synchronized E pollLast(long timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (deque.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return null;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return pollLast();
    }

    @Override
    public E getFirst() {
        return present(peekFirst());
    }

    @Override
    public E getLast() {
        return present(peekLast());
    }

    @Override
    public E peekFirst() {
        return peek();
    }

    @Override
    public synchronized E peekLast() {
        return deque.peekLast();
    }

    @Override
    public boolean removeFirstOccurrence(Object o) {
        return remove(o);
    }

    @Override
    public synchronized boolean removeLastOccurrence(Object o) {
        boolean removed = deque.removeLastOccurrence(o);
        if (removed) {
            notifyAll();
        }
        return removed;
    }

    @Override
    public void push(E e) {
        addFirst(e);
    }

    @Override
    public E pop() {
        return removeFirst();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Iterator<E> descendingIterator() {
        List<E> copy = Arrays.asList((E[]) toArray());
        Collections.reverse(copy);
        Iterator<E> each = copy.iterator();
        return new Iterator<>() {
            private E last;

            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public E next() {
                last = each.next();
                return last;
            }

            @Override
            public void remove() {
                if (last == null) {
                    throw new IllegalStateException();
                }
                removeLastOccurrence(last);
                last = null;
            }
        };
    }
}
