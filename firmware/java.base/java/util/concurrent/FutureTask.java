package java.util.concurrent;

import java.util.Objects;

/** A task and its result. */
public class FutureTask<V> implements RunnableFuture<V> {
    private static final int NEW = 0;
    private static final int NORMAL = 1;
    private static final int FAILED = 2;
    private static final int CANCELLED = 3;

    private Callable<V> callable;
    private V result;
    private Throwable failure;
    private int state;
    private Thread runner;

    public FutureTask(Callable<V> callable) {
        this.callable = Objects.requireNonNull(callable);
    }

    public FutureTask(Runnable runnable, V result) {
        this(Executors.callable(runnable, result));
    }

    @Override
    public synchronized boolean isCancelled() {
        return state == CANCELLED;
    }

    @Override
    public synchronized boolean isDone() {
        return state != NEW;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        synchronized (this) {
            if (state != NEW) {
                return false;
            }
            if (mayInterruptIfRunning && runner != null) {
                runner.interrupt();
            }
            finish(CANCELLED);
        }
        done();
        return true;
    }

    /** Under the lock. */
    private void finish(int end) {
        state = end;
        callable = null;
        notifyAll();
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
        synchronized (this) {
            while (state == NEW) {
                wait();
            }
        }
        return report();
    }

    @Override
    public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        synchronized (this) {
            while (state == NEW) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new TimeoutException();
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
        return report();
    }

    private V report() throws ExecutionException {
        if (state == CANCELLED) {
            throw new CancellationException();
        }
        if (state == FAILED) {
            throw new ExecutionException(failure);
        }
        return result;
    }

    /** Called once the task is done or cancelled. */
    protected void done() {}

    protected void set(V v) {
        synchronized (this) {
            if (state != NEW) {
                return;
            }
            result = v;
            finish(NORMAL);
        }
        done();
    }

    protected void setException(Throwable t) {
        synchronized (this) {
            if (state != NEW) {
                return;
            }
            failure = t;
            finish(FAILED);
        }
        done();
    }

    /** The task, if it is still to be run and nobody else runs it. */
    private synchronized Callable<V> begin() {
        if (state != NEW || runner != null) {
            return null;
        }
        runner = Thread.currentThread();
        return callable;
    }

    private synchronized void stop() {
        runner = null;
    }

    @Override
    public void run() {
        Callable<V> task = begin();
        if (task == null) {
            return;
        }
        try {
            set(task.call());
        } catch (Throwable t) {
            setException(t);
        } finally {
            stop();
        }
    }

    /** Runs without setting the result, so that it can be run again; whether it can. */
    protected boolean runAndReset() {
        Callable<V> task = begin();
        if (task == null) {
            return false;
        }
        try {
            task.call();
            return !isDone();
        } catch (Throwable t) {
            setException(t);
            return false;
        } finally {
            stop();
        }
    }

    @Override
    public String toString() {
        String status;
        switch (state) {
            case NORMAL:
                status = "[Completed normally]";
                break;
            case FAILED:
                status = "[Completed exceptionally: " + failure + "]";
                break;
            case CANCELLED:
                status = "[Cancelled]";
                break;
            default:
                status = callable == null ? "[Not completed]" : "[Not completed, task = " + callable + "]";
        }
        return super.toString() + status;
    }
}
