package java.util.concurrent.locks;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Two locks over one state: who reads, how often, and who writes. A writer may read and keep reading when it has written. */
public class ReentrantReadWriteLock implements ReadWriteLock, Serializable {
    private final boolean fair;
    private final ReadLock readLock = new ReadLock(this);
    private final WriteLock writeLock;
    private final Map<Thread, Integer> readers = new HashMap<>();
    private int waitingWriters;

    public ReentrantReadWriteLock() {
        this(false);
    }

    public ReentrantReadWriteLock(boolean fair) {
        this.fair = fair;
        writeLock = new WriteLock(this);
    }

    @Override
    public ReadLock readLock() {
        return readLock;
    }

    @Override
    public WriteLock writeLock() {
        return writeLock;
    }

    private boolean mayRead(boolean barging) {
        Thread thread = Thread.currentThread();
        boolean othersWrite = writeLock.isLocked() && !writeLock.isHeldByCurrentThread();
        return !othersWrite && (barging || waitingWriters == 0 || readers.containsKey(thread) || writeLock.isLocked());
    }

    /** A lock that many threads may hold at once, unless one holds the write lock. */
    public static class ReadLock implements Lock, Serializable {
        private final ReentrantReadWriteLock both;

        protected ReadLock(ReentrantReadWriteLock lock) {
            both = lock;
        }

        private void take() {
            both.readers.merge(Thread.currentThread(), 1, Integer::sum);
        }

        private boolean acquire(boolean timed, long end) throws InterruptedException {
            synchronized (both) {
                while (!both.mayRead(false)) {
                    long left = end - System.nanoTime();
                    if (timed && left <= 0) {
                        return false;
                    }
                    if (timed) {
                        TimeUnit.NANOSECONDS.timedWait(both, left);
                    } else {
                        both.wait();
                    }
                }
                take();
                return true;
            }
        }

        @Override
        public void lock() {
            boolean interrupted = false;
            while (true) {
                try {
                    acquire(false, 0L);
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
            acquire(false, 0L);
        }

        @Override
        public boolean tryLock() {
            synchronized (both) {
                boolean free = both.mayRead(true);
                if (free) {
                    take();
                }
                return free;
            }
        }

        @Override
        public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return acquire(true, System.nanoTime() + unit.toNanos(timeout));
        }

        @Override
        public void unlock() {
            synchronized (both) {
                Integer count = both.readers.get(Thread.currentThread());
                if (count == null) {
                    throw new IllegalMonitorStateException(
                            "attempt to unlock read lock, not locked by current thread");
                }
                both.readers.computeIfPresent(Thread.currentThread(), (thread, n) -> n == 1 ? null : n - 1);
                both.notifyAll();
            }
        }

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String toString() {
            return super.toString() + "[Read locks = " + both.getReadLockCount() + "]";
        }
    }

    /** A lock that one thread holds while nobody else reads. */
    public static class WriteLock implements Lock, Serializable {
        private final ReentrantReadWriteLock both;
        private final ReentrantLock lock;

        protected WriteLock(ReentrantReadWriteLock lock) {
            both = lock;
            this.lock = new ReentrantLock(lock.fair) {
                @Override
                public void unlock() {
                    super.unlock();
                    both.wake();
                }
            };
        }

        /** With the lock taken, waits until no other thread reads. */
        private boolean awaitReaders(boolean timed, long end) throws InterruptedException {
            boolean alone = false;
            try {
                synchronized (both) {
                    both.waitingWriters++;
                    try {
                        while (both.othersRead()) {
                            long left = end - System.nanoTime();
                            if (timed && left <= 0) {
                                return false;
                            }
                            if (timed) {
                                TimeUnit.NANOSECONDS.timedWait(both, left);
                            } else {
                                both.wait();
                            }
                        }
                    } finally {
                        both.waitingWriters--;
                    }
                }
                alone = true;
            } finally {
                if (!alone) {
                    lock.unlock();
                }
            }
            return true;
        }

        @Override
        public void lock() {
            boolean interrupted = false;
            while (true) {
                lock.lock();
                try {
                    awaitReaders(false, 0L);
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
            lock.lockInterruptibly();
            awaitReaders(false, 0L);
        }

        @Override
        public boolean tryLock() {
            if (!lock.tryLock()) {
                return false;
            }
            synchronized (both) {
                if (both.othersRead() || both.currentReadsOnly()) {
                    lock.unlock();
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
            long end = System.nanoTime() + unit.toNanos(timeout);
            return lock.tryLock(timeout, unit) && awaitReaders(true, end);
        }

        @Override
        public void unlock() {
            lock.unlock();
        }

        @Override
        public Condition newCondition() {
            return lock.newCondition();
        }

        public boolean isHeldByCurrentThread() {
            return lock.isHeldByCurrentThread();
        }

        public int getHoldCount() {
            return lock.getHoldCount();
        }

        boolean isLocked() {
            return lock.isLocked();
        }

        @Override
        public String toString() {
            Thread owner = lock.getOwner();
            return super.toString() + (owner == null ? "[Unlocked]" : "[Locked by thread " + owner.getName() + "]");
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    /** A thread that reads and wants to write as well waits for itself, as in the JDK. */
    private boolean othersRead() {
        boolean upgrade = writeLock.getHoldCount() == 1 && currentReadsOnly();
        return upgrade || readers.size() > (readers.containsKey(Thread.currentThread()) ? 1 : 0);
    }

    private boolean currentReadsOnly() {
        return writeLock.getHoldCount() <= 1 && readers.containsKey(Thread.currentThread());
    }

    public final boolean isFair() {
        return fair;
    }

    public synchronized int getReadLockCount() {
        int count = 0;
        for (int each : readers.values()) {
            count += each;
        }
        return count;
    }

    public boolean isWriteLocked() {
        return writeLock.isLocked();
    }

    public boolean isWriteLockedByCurrentThread() {
        return writeLock.isHeldByCurrentThread();
    }

    public int getWriteHoldCount() {
        return writeLock.getHoldCount();
    }

    public synchronized int getReadHoldCount() {
        return readers.getOrDefault(Thread.currentThread(), 0);
    }

    @Override
    public String toString() {
        return super.toString() + "[Write locks = " + (isWriteLocked() ? Math.max(1, getWriteHoldCount()) : 0)
                + ", Read locks = " + getReadLockCount() + "]";
    }
}
