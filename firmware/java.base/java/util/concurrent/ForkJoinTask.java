package java.util.concurrent;

import java.io.Serializable;
import java.util.Collection;

/**
 * A task that forks others and joins them. Who joins a task that nobody runs yet runs it there and then, so no thread of a pool waits
 * for a thread that it has not got.
 */
public abstract class ForkJoinTask<V> implements Future<V>, Serializable {
    private static final int NEW = 0;
    private static final int RUNNING = 1;
    private static final int NORMAL = 2;
    private static final int FAILED = 3;

    private int state;
    private Throwable failure;

    public ForkJoinTask() {}

    public abstract V getRawResult();

    protected abstract void setRawResult(V value);

    protected abstract boolean exec();

    private synchronized boolean begin() {
        if (state != NEW) {
            return false;
        }
        state = RUNNING;
        return true;
    }

    private synchronized void finish(int end, Throwable thrown) {
        if (state < NORMAL) {
            failure = thrown;
            state = end;
            notifyAll();
        }
    }

    /** Runs it unless somebody has begun to. */
    final void runOnce() {
        if (!begin()) {
            return;
        }
        try {
            if (exec()) {
                finish(NORMAL, null);
            }
        } catch (Throwable thrown) {
            finish(FAILED, thrown);
        }
    }

    private synchronized void awaitEnd(boolean timed, long end) throws InterruptedException, TimeoutException {
        while (state < NORMAL) {
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
    }

    public final ForkJoinTask<V> fork() {
        ForkJoinPool pool = getPool();
        (pool == null ? ForkJoinPool.commonPool() : pool).enqueue(this);
        return this;
    }

    public final V join() {
        quietlyJoin();
        if (failure != null) {
            throw ForkJoinTask.<RuntimeException>unchecked(failure);
        }
        return getRawResult();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    public final void quietlyJoin() {
        runOnce();
        boolean interrupted = false;
        while (true) {
            try {
                awaitEnd(false, 0L);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (TimeoutException e) {
                throw new Error(e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public final V invoke() {
        return join();
    }

    public final void quietlyInvoke() {
        quietlyJoin();
    }

    public static void invokeAll(ForkJoinTask<?> t1, ForkJoinTask<?> t2) {
        t2.fork();
        t1.invoke();
        t2.join();
    }

    public static void invokeAll(ForkJoinTask<?>... tasks) {
        for (int i = tasks.length - 1; i > 0; i--) {
            tasks[i].fork();
        }
        for (ForkJoinTask<?> task : tasks) {
            task.join();
        }
    }

    public static <T extends ForkJoinTask<?>> Collection<T> invokeAll(Collection<T> tasks) {
        invokeAll(tasks.toArray(new ForkJoinTask<?>[0]));
        return tasks;
    }

    @Override
    public final V get() throws InterruptedException, ExecutionException {
        try {
            return get(false, 0L);
        } catch (TimeoutException e) {
            throw new Error(e);
        }
    }

    @Override
    public final V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        return get(true, System.nanoTime() + unit.toNanos(timeout));
    }

    private V get(boolean timed, long end) throws InterruptedException, ExecutionException, TimeoutException {
        if (inForkJoinPool()) {
            runOnce();
        }
        awaitEnd(timed, end);
        if (failure instanceof CancellationException) {
            throw (CancellationException) failure;
        }
        if (failure != null) {
            throw new ExecutionException(failure);
        }
        return getRawResult();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        finish(FAILED, new CancellationException());
        return isCancelled();
    }

    @Override
    public final synchronized boolean isDone() {
        return state >= NORMAL;
    }

    @Override
    public final synchronized boolean isCancelled() {
        return failure instanceof CancellationException;
    }

    public final synchronized boolean isCompletedAbnormally() {
        return state == FAILED;
    }

    public final synchronized boolean isCompletedNormally() {
        return state == NORMAL;
    }

    public final synchronized Throwable getException() {
        return failure;
    }

    public void completeExceptionally(Throwable ex) {
        finish(FAILED, ex);
    }

    public void complete(V value) {
        setRawResult(value);
        finish(NORMAL, null);
    }

    public final void quietlyComplete() {
        finish(NORMAL, null);
    }

    public void reinitialize() {
        state = NEW;
        failure = null;
    }

    public boolean tryUnfork() {
        ForkJoinPool pool = getPool();
        return (pool == null ? ForkJoinPool.commonPool() : pool).withdraw(this);
    }

    public static ForkJoinPool getPool() {
        Thread thread = Thread.currentThread();
        return thread instanceof ForkJoinWorkerThread ? ((ForkJoinWorkerThread) thread).getPool() : null;
    }

    public static boolean inForkJoinPool() {
        return Thread.currentThread() instanceof ForkJoinWorkerThread;
    }

    public static void helpQuiesce() {
        ForkJoinPool pool = getPool();
        if (pool != null) {
            pool.runQueued();
        }
    }

    public static int getQueuedTaskCount() {
        ForkJoinPool pool = getPool();
        return pool == null ? 0 : (int) pool.getQueuedTaskCount();
    }

    public static int getSurplusQueuedTaskCount() {
        return getQueuedTaskCount();
    }

    public static ForkJoinTask<?> adapt(Runnable runnable) {
        return adapt(runnable, null);
    }

    public static <T> ForkJoinTask<T> adapt(Runnable runnable, T result) {
        return new Adapted<>(Executors.callable(runnable, result));
    }

    public static <T> ForkJoinTask<T> adapt(Callable<? extends T> callable) {
        return new Adapted<>(callable);
    }

    /** A callable as a task. */
    static final class Adapted<V> extends ForkJoinTask<V> implements RunnableFuture<V> {
        private final Callable<? extends V> callable;
        private V result;

        Adapted(Callable<? extends V> callable) {
            this.callable = java.util.Objects.requireNonNull(callable);
        }

        @Override
        public V getRawResult() {
            return result;
        }

        @Override
        protected void setRawResult(V value) {
            result = value;
        }

        @Override
        protected boolean exec() {
            try {
                result = callable.call();
                return true;
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new RuntimeException(e);
            }
        }

        @Override
        public void run() {
            invoke();
        }
    }
}
