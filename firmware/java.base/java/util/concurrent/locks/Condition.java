package java.util.concurrent.locks;

import java.util.Date;
import java.util.concurrent.TimeUnit;

/** Where threads that have a lock give it up, wait for a signal and take it again. */
public interface Condition {
    void await() throws InterruptedException;

    void awaitUninterruptibly();

    /** The nanoseconds that are left; not positive if the time was over. */
    long awaitNanos(long nanosTimeout) throws InterruptedException;

    /** False if the time was over. */
    boolean await(long time, TimeUnit unit) throws InterruptedException;

    boolean awaitUntil(Date deadline) throws InterruptedException;

    void signal();

    void signalAll();
}
