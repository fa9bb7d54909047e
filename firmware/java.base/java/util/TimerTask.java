package java.util;

/** Something for a {@link Timer} to do. */
public abstract class TimerTask implements Runnable {
    static final int NEW = 0;
    static final int SCHEDULED = 1;
    static final int DONE = 2;
    static final int CANCELLED = 3;

    /** What follows is guarded by this lock. */
    final Object lock = new Object();

    int state = NEW;
    long nextMillis;
    /** Positive: at a fixed rate; negative: with a fixed delay; 0: once. */
    long periodMillis;

    protected TimerTask() {}

    @Override
    public abstract void run();

    /** Whether this keeps it from running again. */
    public boolean cancel() {
        synchronized (lock) {
            boolean wasScheduled = state == SCHEDULED;
            state = CANCELLED;
            return wasScheduled;
        }
    }

    public long scheduledExecutionTime() {
        synchronized (lock) {
            return periodMillis < 0 ? nextMillis + periodMillis : nextMillis - periodMillis;
        }
    }
}
