package java.util.concurrent;

import java.io.Serializable;
import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Objects;

/** A queue without room: who puts an element waits for who takes it. */
public class SynchronousQueue<E> extends AbstractQueue<E> implements BlockingQueue<E>, Serializable {
    /** Elements whose threads wait, oldest first. */
    private final ArrayDeque<Offer<E>> offers = new ArrayDeque<>();

    /** How many threads wait for an element that is not there yet. */
    private int takers;

    private static final class Offer<E> {
        final E item;
        boolean taken;

        Offer(E item) {
            this.item = item;
        }
    }

    public SynchronousQueue() {}

    public SynchronousQueue(boolean fair) {}

    private synchronized boolean give(E e, boolean timed, long end) throws InterruptedException {
        Offer<E> offer = new Offer<>(Objects.requireNonNull(e));
        offers.addLast(offer);
        notifyAll();
        try {
            while (!offer.taken) {
                long left = end - System.nanoTime();
                if (timed && left <= 0) {
                    return false;
                }
                pause(timed, left);
            }
            return true;
        } finally {
            offers.remove(offer);
        }
    }

    private void pause(boolean timed, long left) throws InterruptedException {
        if (timed) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        } else {
            wait();
        }
    }

    private synchronized E receive(boolean timed, long end) throws InterruptedException {
        takers++;
        try {
            while (offers.isEmpty()) {
                long left = end - System.nanoTime();
                if (timed && left <= 0) {
                    return null;
                }
                pause(timed, left);
            }
            return poll();
        } finally {
            takers--;
        }
    }

    @Override
    public void put(E e) throws InterruptedException {
        give(e, false, 0L);
    }

    @Override
    public boolean offer(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return give(e, true, System.nanoTime() + unit.toNanos(timeout));
    }

    /** Only if a thread waits for it. */
    @Override
    public synchronized boolean offer(E e) {
        Objects.requireNonNull(e);
        if (takers <= offers.size()) {
            return false;
        }
        offers.addLast(new Offer<>(e));
        notifyAll();
        return true;
    }

    @Override
    public E take() throws InterruptedException {
        return receive(false, 0L);
    }

    @Override
    public E poll(long timeout, TimeUnit unit) throws InterruptedException {
        return receive(true, System.nanoTime() + unit.toNanos(timeout));
    }

    /** Only if a thread waits to give it away. */
    @Override
    public synchronized E poll() {
        Offer<E> offer = offers.pollFirst();
        if (offer == null) {
            return null;
        }
        offer.taken = true;
        notifyAll();
        return offer.item;
    }

    @Override
    public E peek() {
        return null;
    }

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public int remainingCapacity() {
        return 0;
    }

    @Override
    public void clear() {}

    @Override
    public boolean contains(Object o) {
        return false;
    }

    @Override
    public boolean remove(Object o) {
        return false;
    }

    @Override
    public boolean containsAll(Collection<?> c) {
        return c.isEmpty();
    }

    @Override
    public Iterator<E> iterator() {
        return Collections.emptyIterator();
    }

    @Override
    public String toString() {
        return "[]";
    }

    @Override
    public int drainTo(Collection<? super E> c) {
        return drainTo(c, Integer.MAX_VALUE);
    }

    @Override
    public int drainTo(Collection<? super E> c, int maxElements) {
        if (Objects.requireNonNull(c) == this) {
            throw new IllegalArgumentException();
        }
        int count = 0;
        for (E e = null; count < maxElements && (e = poll()) != null; count++) {
            c.add(e);
        }
        return count;
    }
}
