package java.util.concurrent;

/** Where two threads meet and swap. */
public class Exchanger<V> {
    private Offer<V> open;

    private static final class Offer<V> {
        V item;
        V answer;
        boolean answered;
    }

    public Exchanger() {}

    public V exchange(V x) throws InterruptedException {
        try {
            return exchange(x, false, 0L);
        } catch (TimeoutException e) {
            throw new Error(e);
        }
    }

    public V exchange(V x, long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        return exchange(x, true, System.nanoTime() + unit.toNanos(timeout));
    }

    private synchronized V exchange(V x, boolean timed, long end) throws InterruptedException, TimeoutException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (open != null) {
            Offer<V> other = open;
            open = null;
            other.answer = x;
            other.answered = true;
            notifyAll();
            return other.item;
        }
        Offer<V> mine = new Offer<>();
        mine.item = x;
        open = mine;
        try {
            while (!mine.answered) {
                long left = end - System.nanoTime();
                if (timed && left <= 0) {
                    throw new TimeoutException();
                }
                if (timed) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } else {
                    wait();
                }
            }
            return mine.answer;
        } finally {
            if (open == mine) {
                open = null;
            }
        }
    }
}
