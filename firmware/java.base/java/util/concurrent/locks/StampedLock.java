package java.util.concurrent.locks;

import java.io.Serializable;
import java.util.concurrent.TimeUnit;

/** A lock whose holds are numbers; optimistic readers only ask afterwards whether anybody wrote. It is not reentrant. */
public class StampedLock implements Serializable {
    private static final long WRITING = 128L;

    /** Grows by WRITING when writing begins and when it ends. */
    private long version = 256L;

    private int readers;

    public StampedLock() {}

    private boolean writing() {
        return (version & WRITING) != 0;
    }

    public synchronized long tryWriteLock() {
        if (writing() || readers > 0) {
            return 0L;
        }
        version += WRITING;
        return version;
    }

    public synchronized long tryReadLock() {
        if (writing()) {
            return 0L;
        }
        readers++;
        return version + 1;
    }

    private synchronized long acquire(boolean write, boolean timed, long end) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (true) {
            long stamp = write ? tryWriteLock() : tryReadLock();
            long left = end - System.nanoTime();
            if (stamp != 0 || timed && left <= 0) {
                return stamp;
            }
            if (timed) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                wait();
            }
        }
    }

    private long acquireAtAllEvents(boolean write) {
        boolean interrupted = false;
        while (true) {
            try {
                long stamp = acquire(write, false, 0L);
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return stamp;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    public long writeLock() {
        return acquireAtAllEvents(true);
    }

    public long readLock() {
        return acquireAtAllEvents(false);
    }

    public long writeLockInterruptibly() throws InterruptedException {
        return acquire(true, false, 0L);
    }

    public long readLockInterruptibly() throws InterruptedException {
        return acquire(false, false, 0L);
    }

    public long tryWriteLock(long time, TimeUnit unit) throws InterruptedException {
        return acquire(true, true, System.nanoTime() + unit.toNanos(time));
    }

    public long tryReadLock(long time, TimeUnit unit) throws InterruptedException {
        return acquire(false, true, System.nanoTime() + unit.toNanos(time));
    }

    public synchronized long tryOptimisticRead() {
        return writing() ? 0L : version;
    }

    public synchronized boolean validate(long stamp) {
        return stamp != 0 && (stamp & -WRITING) == (version & -WRITING);
    }

    public synchronized void unlockWrite(long stamp) {
        if (!writing() || stamp != version) {
            throw new IllegalMonitorStateException();
        }
        version += WRITING;
        notifyAll();
    }

    public synchronized void unlockRead(long stamp) {
        if (readers == 0 || !isReadLockStamp(stamp) || !validate(stamp)) {
            throw new IllegalMonitorStateException();
        }
        readers--;
        notifyAll();
    }

    public void unlock(long stamp) {
        if (isWriteLockStamp(stamp)) {
            unlockWrite(stamp);
        } else {
            unlockRead(stamp);
        }
    }

    public synchronized long tryConvertToWriteLock(long stamp) {
        if (!validate(stamp) || isWriteLockStamp(stamp)) {
            return validate(stamp) ? stamp : 0L;
        }
        boolean reads = isReadLockStamp(stamp);
        if (readers > (reads ? 1 : 0)) {
            return 0L;
        }
        readers = 0;
        return tryWriteLock();
    }

    public synchronized long tryConvertToReadLock(long stamp) {
        if (!validate(stamp) || isReadLockStamp(stamp)) {
            return validate(stamp) ? stamp : 0L;
        }
        if (isWriteLockStamp(stamp)) {
            unlockWrite(stamp);
        }
        return tryReadLock();
    }

    public synchronized long tryConvertToOptimisticRead(long stamp) {
        if (!validate(stamp)) {
            return 0L;
        }
        if (isLockStamp(stamp)) {
            unlock(stamp);
        }
        return version;
    }

    public synchronized boolean isWriteLocked() {
        return writing();
    }

    public synchronized boolean isReadLocked() {
        return readers > 0;
    }

    public synchronized int getReadLockCount() {
        return readers;
    }

    public static boolean isWriteLockStamp(long stamp) {
        return (stamp & WRITING) != 0;
    }

    public static boolean isReadLockStamp(long stamp) {
        return (stamp & WRITING - 1) != 0;
    }

    public static boolean isLockStamp(long stamp) {
        return (stamp & WRITING * 2 - 1) != 0;
    }

    public static boolean isOptimisticReadStamp(long stamp) {
        return stamp != 0 && !isLockStamp(stamp);
    }

    @Override
    public String toString() {
        return super.toString() + (writing() ? "[Write-locked]" : readers == 0 ? "[Unlocked]" : "[Read-locks:" + readers + "]");
    }
}
