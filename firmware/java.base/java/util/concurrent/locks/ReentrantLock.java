package java.util.concurrent.locks;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A lock that its owner can take again, on top of this object's monitor. Waiting threads queue up; a free lock goes to who asks. */
public class ReentrantLock implements Lock, Serializable {
    private final boolean fair;
    private Thread owner;
    private int holdCount;
    private final ArrayDeque<Thread> waiting = new ArrayDeque<>();

    public ReentrantLock() {
        this(false);
    }

    /** A fair lock goes to the thread that has waited longest. */
    public ReentrantLock(boolean fair) {
        this.fair = fair;
    }

    @Override
    public void lock() {
        boolean interrupted = false;
        while (true) {
            try {
                acquire(0L, false);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        acquire(0L, false);
    }

    /** Takes it if it is free, even before threads that wait. */
    @Override
    public synchronized boolean tryLock() {
        Thread thread = Thread.currentThread();
        if (owner != null && owner != thread) {
            return false;
        }
        owner = thread;
        if (++holdCount < 0) {
            throw new Error("Maximum lock count exceeded");
        }
        return true;
    }

    @Override
    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return acquire(System.nanoTime() + unit.toNanos(timeout), true);
    }

    private synchronized boolean acquire(long end, boolean timed) throws InterruptedException {
        Thread thread = Thread.currentThread();
        if ((owner == thread || !fair || waiting.isEmpty()) && tryLock()) {
            return true;
        }
        waiting.addLast(thread);
        try {
            while (owner != null || waiting.peekFirst() != thread) {
                long left = timed ? end - System.nanoTime() : 0L;
                if (timed && left <= 0) {
                    return false;
                }
                if (timed) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } else {
                    wait();
                }
            }
            return tryLock();
        } finally {
            waiting.remove(thread);
            if (owner == null) {
                notifyAll();
            }
        }
    }

    @Override
    public synchronized void unlock() {
        checkOwner();
        if (--holdCount == 0) {
            free();
        }
    }

    private void checkOwner() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
    }

    private void free() {
        owner = null;
        notifyAll();
    }

    /** Gives the lock up however often it is held; how often that was. */
    private synchronized int release() {
        checkOwner();
        int count = holdCount;
        holdCount = 0;
        free();
        return count;
    }

    private void reacquire(int count) {
        lock();
        synchronized (this) {
            holdCount = count;
        }
    }

    @Override
    public Condition newCondition() {
        return new Signals(this);
    }

    public synchronized int getHoldCount() {
        return isHeldByCurrentThread() ? holdCount : 0;
    }

    public synchronized boolean isHeldByCurrentThread() {
        return owner == Thread.currentThread();
    }

    public synchronized boolean isLocked() {
        return owner != null;
    }

    public final boolean isFair() {
        return fair;
    }

    protected synchronized Thread getOwner() {
        return owner;
    }

    public final synchronized boolean hasQueuedThreads() {
        return !waiting.isEmpty();
    }

    public final synchronized boolean hasQueuedThread(Thread thread) {
        return waiting.contains(Objects.requireNonNull(thread));
    }

    public final synchronized int getQueueLength() {
        return waiting.size();
    }

    public synchronized boolean hasWaiters(Condition condition) {
        return getWaitQueueLength(condition) > 0;
    }

    public synchronized int getWaitQueueLength(Condition condition) {
        Objects.requireNonNull(condition);
        if (!(condition instanceof Signals) || ((Signals) condition).lock != this) {
            throw new IllegalArgumentException("not owner");
        }
        checkOwner();
        return ((Signals) condition).waiters.size();
    }

    @Override
    public String toString() {
        Thread holder = getOwner();
        return super.toString() + (holder == null ? "[Unlocked]" : "[Locked by thread " + holder.getName() + "]");
    }

    /** A condition: a queue of flags, each of which one thread waits for. The lock guards the queue. */
    private static final class Signals implements Condition, Serializable {
        final ReentrantLock lock;
        final ArrayDeque<Flag> waiters = new ArrayDeque<>();

        private static final class Flag {
            boolean up;
        }

        Signals(ReentrantLock lock) {
            this.lock = lock;
        }

        @Override
        public void await() throws InterruptedException {
            waitFor(0L, false);
        }

        @Override
        public long awaitNanos(long nanosTimeout) throws InterruptedException {
            long end = System.nanoTime() + nanosTimeout;
            waitFor(end, true);
            return end - System.nanoTime();
        }

        @Override
        public boolean await(long time, TimeUnit unit) throws InterruptedException {
            return waitFor(System.nanoTime() + unit.toNanos(time), true);
        }

        @Override
        public boolean awaitUntil(Date deadline) throws InterruptedException {
            return await(deadline.getTime() - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void awaitUninterruptibly() {
            lock.checkOwner();
            Flag flag = new Flag();
            waiters.addLast(flag);
            int count = lock.release();
            boolean interrupted = false;
            while (!flag.up) {
                try {
                    sleep(flag, 0L, false);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            lock.reacquire(count);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        /** Whether there was a signal before the time was over. */
        private boolean waitFor(long end, boolean timed) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            lock.checkOwner();
            Flag flag = new Flag();
            waiters.addLast(flag);
            int count = lock.release();
            try {
                sleep(flag, end, timed);
            } finally {
                lock.reacquire(count);
                waiters.remove(flag);
            }
            return flag.up;
        }

        private static void sleep(Flag flag, long end, boolean timed) throws InterruptedException {
            synchronized (flag) {
                while (!flag.up) {
                    long left = timed ? end - System.nanoTime() : 0L;
                    if (timed && left <= 0) {
                        return;
                    }
                    if (timed) {
                        TimeUnit.NANOSECONDS.timedWait(flag, left);
                    } else {
                        flag.wait();
                    }
                }
            }
        }

        @Override
        public void signal() {
            lock.checkOwner();
            raise(waiters.pollFirst());
        }

        @Override
        public void signalAll() {
            lock.checkOwner();
            while (!waiters.isEmpty()) {
                raise(waiters.pollFirst());
            }
        }

        private static void raise(Flag flag) {
            if (flag != null) {
                synchronized (flag) {
                    flag.up = true;
                    flag.notify();
                }
            }
        }
    }
}
