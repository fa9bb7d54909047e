package java.util.concurrent;

import java.util.Collection;
import java.util.PriorityQueue;

/** A queue without bound that holds each element until its delay is over. */
public class DelayQueue<E extends Delayed> extends BoundedQueue<E> {
    public DelayQueue() {
        super(Integer.MAX_VALUE, new PriorityQueue<>());
    }

    public DelayQueue(Collection<? extends E> c) {
        this();
        addAll(c);
    }

    @Override
    public boolean add(E e) {
        return offer(e);
    }

    @Override
    public boolean offer(E e) {
        return super.offer(e);
    }

    @Override
    public E peek() {
        return super.peek();
    }

    @Override
    public void put(E e) {
        offer(e);
    }

    @Override
    public boolean offer(E e, long timeout, TimeUnit unit) {
        return offer(e);
    }

    /** Null if no delay is over. */
    @Override
    public synchronized E poll() {
        E first = peek();
        return first == null || first.getDelay(TimeUnit.NANOSECONDS) > 0 ? null : super.poll();
    }

    @Override
    public synchronized E take() throws InterruptedException {
        E e = poll(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        while (e == null) {
            e = poll(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }
        return e;
    }

    @Override
    public synchronized E poll(long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        long begin = System.nanoTime();
        while (true) {
            E due = poll();
            long left = nanos - (System.nanoTime() - begin);
            if (due != null || left <= 0) {
                return due;
            }
            E first = peek();
            long delay = first == null ? Long.MAX_VALUE : first.getDelay(TimeUnit.NANOSECONDS);
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1L, Math.min(left, delay)));
        }
    }

    @Override
    public int remainingCapacity() {
        return Integer.MAX_VALUE;
    }
}
