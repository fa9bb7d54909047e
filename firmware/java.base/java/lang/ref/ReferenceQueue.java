package java.lang.ref;

/** Holds the references that a program enqueues; the collector itself enqueues none. */
public class ReferenceQueue<T> {
    private Reference<? extends T>[] waiting;
    private int count;

    public ReferenceQueue() {}

    @SuppressWarnings("unchecked")
    synchronized boolean add(Reference<? extends T> reference) {
        Reference<? extends T>[] grown = (Reference<? extends T>[]) new Reference<?>[count + 1];
        if (count > 0) {
            System.arraycopy(waiting, 0, grown, 0, count);
        }
        grown[count++] = reference;
        waiting = grown;
        notifyAll();
        return true;
    }

    public synchronized Reference<? extends T> poll() {
        if (count == 0) {
            return null;
        }
        Reference<? extends T> first = waiting[0];
        System.arraycopy(waiting, 1, waiting, 0, --count);
        waiting[count] = null;
        return first;
    }

    public synchronized Reference<? extends T> remove(long timeoutMillis) throws InterruptedException {
        if (timeoutMillis < 0) {
            throw new IllegalArgumentException("Negative timeout value");
        }
        long start = System.nanoTime();
        while (count == 0) {
            if (timeoutMillis == 0) {
                wait();
            } else {
                long left = timeoutMillis - (System.nanoTime() - start) / 1_000_000L;
                if (left <= 0) {
                    return null;
                }
                wait(left);
            }
        }
        return poll();
    }

    public Reference<? extends T> remove() throws InterruptedException {
        return remove(0L);
    }
}
