package java.lang.ref;

/** Holds references whose objects are gone, the last one that came first, as the JDK's does. */
public class ReferenceQueue<T> {
    private static Thread server;

    private Reference<? extends T>[] waiting;
    private int count;

    public ReferenceQueue() {}

    @SuppressWarnings("unchecked")
    synchronized void add(Reference<? extends T> reference) {
        if (waiting == null) {
            waiting = (Reference<? extends T>[]) new Reference<?>[4];
        } else if (count == waiting.length) {
            Reference<? extends T>[] grown = (Reference<? extends T>[]) new Reference<?>[2 * count];
            System.arraycopy(waiting, 0, grown, 0, count);
            waiting = grown;
        }
        waiting[count++] = reference;
        notifyAll();
    }

    public Reference<? extends T> poll() {
        Reference.enterCleared();
        return take();
    }

    private synchronized Reference<? extends T> take() {
        if (count == 0) {
            return null;
        }
        Reference<? extends T> last = waiting[--count];
        waiting[count] = null;
        last.leaveQueue();
        return last;
    }

    public Reference<? extends T> remove(long timeoutMillis) throws InterruptedException {
        if (timeoutMillis < 0) {
            throw new IllegalArgumentException("Negative timeout value");
        }
        Reference.enterCleared();
        long start = System.nanoTime();
        synchronized (this) {
            while (count == 0) {
                serve();
                long left = timeoutMillis - (System.nanoTime() - start) / 1_000_000L;
                if (timeoutMillis == 0) {
                    wait();
                } else if (left <= 0) {
                    return null;
                } else {
                    wait(left);
                }
            }
            return take();
        }
    }

    public Reference<? extends T> remove() throws InterruptedException {
        return remove(0L);
    }

    /** Only a program that waits for a queue needs a thread that fills it. */
    private static void serve() {
        synchronized (Reference.class) {
            if (server == null) {
                ThreadGroup top = Thread.currentThread().getThreadGroup();
                while (top.getParent() != null) {
                    top = top.getParent();
                }
                server = new Thread(top, Reference::serveQueues, "Reference Handler");
                server.setDaemon(true);
                server.start();
            }
        }
    }
}
