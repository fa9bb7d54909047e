package java.util.concurrent;

import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;

/** The blocking queues: a queue under one lock. Iterators walk a copy. */
abstract class BoundedQueue<E> extends AbstractQueue<E> implements BlockingQueue<E> {
    private final Queue<E> elements;
    final int capacity;

    BoundedQueue(int capacity) {
        this(capacity, new ArrayDeque<>());
    }

    BoundedQueue(int capacity, Queue<E> elements) {
        if (capacity <= 0) {
            throw new IllegalArgumentException();
        }
        this.capacity = capacity;
        this.elements = elements;
    }

    @Override
    public synchronized boolean offer(E e) {
        Objects.requireNonNull(e);
        if (elements.size() == capacity) {
            return false;
        }
        elements.offer(e);
        notifyAll();
        return true;
    }

    @Override
    public synchronized void put(E e) throws InterruptedException {
        Objects.requireNonNull(e);
        while (!offer(e)) {
            wait();
        }
    }

    @Override
    public synchronized boolean offer(E e, long timeout, TimeUnit unit) throws InterruptedException {
        Objects.requireNonNull(e);
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (!offer(e)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    @Override
    public synchronized E poll() {
        E e = elements.poll();
        if (e != null) {
            notifyAll();
        }
        return e;
    }

    @Override
    public synchronized E take() throws InterruptedException {
        while (elements.isEmpty()) {
            wait();
        }
        return poll();
    }

    @Override
    public synchronized E poll(long timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (elements.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return null;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return poll();
    }

    @Override
    public synchronized E peek() {
        return elements.peek();
    }

    @Override
    public synchronized int size() {
        return elements.size();
    }

    @Override
    public synchronized int remainingCapacity() {
        return capacity - elements.size();
    }

    @Override
    public synchronized boolean remove(Object o) {
        boolean removed = elements.remove(o);
        if (removed) {
            notifyAll();
        }
        return removed;
    }

    @Override
    public synchronized boolean contains(Object o) {
        return elements.contains(o);
    }

    @Override
    public synchronized void clear() {
        elements.clear();
        notifyAll();
    }

    @Override
    public int drainTo(Collection<? super E> c) {
        return drainTo(c, Integer.MAX_VALUE);
    }

    @Override
    public synchronized int drainTo(Collection<? super E> c, int maxElements) {
        Objects.requireNonNull(c);
        if (c == this) {
            throw new IllegalArgumentException();
        }
        int count = 0;
        while (count < maxElements && !elements.isEmpty()) {
            c.add(poll());
            count++;
        }
        return count;
    }

    @Override
    public synchronized Object[] toArray() {
        return elements.toArray();
    }

    @Override
    public synchronized <T> T[] toArray(T[] a) {
        return elements.toArray(a);
    }

    @Override
    public synchronized String toString() {
        return elements.toString();
    }

    /** Removes the same object from the place where it should be, or else where it is first. */
    private synchronized void removeIdentical(Object o, int index) {
        int place = -1;
        int i = 0;
        for (E e : elements) {
            if (e == o && (place < 0 || i == index)) {
                place = i;
            }
            i++;
        }
        Iterator<E> each = elements.iterator();
        for (i = 0; i <= place; i++) {
            each.next();
        }
        if (place >= 0) {
            each.remove();
            notifyAll();
        }
    }

    @Override
    public Iterator<E> iterator() {
        Object[] copy = toArray();
        return new Iterator<E>() {
            private int next;
            private boolean removable;
            private int removedCount;

            @Override
            public boolean hasNext() {
                return next < copy.length;
            }

            @Override
            @SuppressWarnings("unchecked")
            public E next() {
                if (next >= copy.length) {
                    throw new NoSuchElementException();
                }
                removable = true;
                return (E) copy[next++];
            }

            @Override
            public void remove() {
                if (!removable) {
                    throw new IllegalStateException();
                }
                removable = false;
                removeIdentical(copy[next - 1], next - 1 - removedCount++);
            }
        };
    }
}
