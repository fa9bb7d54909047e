package java.util.concurrent;

import java.io.Serializable;
import java.util.ArrayDeque;

/** A number of permits that threads take and give back. */
public class Semaphore implements Serializable {
    private final boolean fair;
    private int permits;
    private final ArrayDeque<Thread> waiting = new ArrayDeque<>();

    public Semaphore(int permits) {
        this(permits, false);
    }

    public Semaphore(int permits, boolean fair) {
        this.permits = permits;
        this.fair = fair;
    }

    private static void check(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException();
        }
    }

    public void acquire() throws InterruptedException {
        acquire(1);
    }

    public void acquireUninterruptibly() {
        acquireUninterruptibly(1);
    }

    public boolean tryAcquire() {
        return tryAcquire(1);
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        return tryAcquire(1, timeout, unit);
    }

    public void release() {
        release(1);
    }

    public void acquire(int permits) throws InterruptedException {
        check(permits);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        take(permits, false, 0L);
    }

    public void acquireUninterruptibly(int permits) {
        check(permits);
        boolean interrupted = false;
        while (true) {
            try {
                take(permits, false, 0L);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes them if they are there, even before threads that wait. */
    public synchronized boolean tryAcquire(int permits) {
        check(permits);
        if (this.permits < permits) {
            return false;
        }
        this.permits -= permits;
        return true;
    }

    public boolean tryAcquire(int permits, long timeout, TimeUnit unit) throws InterruptedException {
        check(permits);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return take(permits, true, System.nanoTime() + unit.toNanos(timeout));
    }

    private synchronized boolean take(int wanted, boolean timed, long end) throws InterruptedException {
        if ((!fair || waiting.isEmpty()) && tryAcquire(wanted)) {
            return true;
        }
        Thread thread = Thread.currentThread();
        waiting.addLast(thread);
        try {
            while (waiting.peekFirst() != thread || permits < wanted) {
                long left = end - System.nanoTime();
                if (timed && left <= 0) {
                    return false;
                }
                if (timed) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } else {
                    wait();
                }
            }
            return tryAcquire(wanted);
        } finally {
            waiting.remove(thread);
            notifyAll();
        }
    }

    public synchronized void release(int permits) {
        check(permits);
        if (this.permits + permits < this.permits) {
            throw new Error("Maximum permit count exceeded");
        }
        this.permits += permits;
        notifyAll();
    }

    public synchronized int availablePermits() {
        return permits;
    }

    public synchronized int drainPermits() {
        int drained = permits;
        permits = 0;
        return drained;
    }

    protected synchronized void reducePermits(int reduction) {
        check(reduction);
        permits -= reduction;
    }

    public boolean isFair() {
        return fair;
    }

    public final synchronized boolean hasQueuedThreads() {
        return !waiting.isEmpty();
    }

    public final synchronized int getQueueLength() {
        return waiting.size();
    }

    @Override
    public String toString() {
        return super.toString() + "[Permits = " + availablePermits() + "]";
    }
}
