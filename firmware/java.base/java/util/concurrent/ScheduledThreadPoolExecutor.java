package java.util.concurrent;

import java.util.Objects;

/** A pool whose queue holds tasks until their time has come. */
public class ScheduledThreadPoolExecutor extends ThreadPoolExecutor implements ScheduledExecutorService {
    private long sequence;
    private boolean removesCancelled;
    private boolean periodicAfterShutdown;
    private boolean delayedAfterShutdown = true;

    public ScheduledThreadPoolExecutor(int corePoolSize) {
        this(corePoolSize, Executors.defaultThreadFactory());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public ScheduledThreadPoolExecutor(int corePoolSize, ThreadFactory threadFactory) {
        super(corePoolSize, Integer.MAX_VALUE, 10L, TimeUnit.MILLISECONDS, (BlockingQueue) new DelayQueue<>(), threadFactory);
    }

    public ScheduledThreadPoolExecutor(int corePoolSize, RejectedExecutionHandler handler) {
        this(corePoolSize);
        setRejectedExecutionHandler(handler);
    }

    public ScheduledThreadPoolExecutor(int corePoolSize, ThreadFactory threadFactory, RejectedExecutionHandler handler) {
        this(corePoolSize, threadFactory);
        setRejectedExecutionHandler(handler);
    }

    private synchronized long nextSequence() {
        return sequence++;
    }

    /** A task with its time, in the order of their making where times are equal. */
    private final class Task<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {
        private final long number = nextSequence();
        private long time;
        /** Positive: fixed rate; negative: fixed delay; 0: once. */
        private final long period;

        Task(Callable<V> callable, long time, long period) {
            super(callable);
            this.time = time;
            this.period = period;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(time - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            if (other instanceof Task) {
                Task<?> task = (Task<?>) other;
                long difference = time - task.time;
                return difference != 0 ? Long.signum(difference) : Long.compare(number, task.number);
            }
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }

        @Override
        public boolean isPeriodic() {
            return period != 0;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled && removesCancelled) {
                ScheduledThreadPoolExecutor.this.remove(this);
            }
            return cancelled;
        }

        @Override
        public void run() {
            if (!mayRun(isPeriodic())) {
                cancel(false);
            } else if (!isPeriodic()) {
                super.run();
            } else if (runAndReset()) {
                time = period > 0 ? time + period : System.nanoTime() - period;
                enqueue(this);
            }
        }
    }

    private boolean mayRun(boolean periodic) {
        return !isShutdown() || !isTerminated() && (periodic ? periodicAfterShutdown : delayedAfterShutdown);
    }

    private void enqueue(RunnableScheduledFuture<?> task) {
        if (!mayRun(task.isPeriodic())) {
            task.cancel(false);
            return;
        }
        getQueue().add(task);
        ensurePrestart();
    }

    private <V> ScheduledFuture<V> start(Callable<V> callable, long delay, long period, TimeUnit unit) {
        long nanos = Math.max(0, unit.toNanos(delay));
        Task<V> task = new Task<>(callable, System.nanoTime() + Math.min(nanos, Long.MAX_VALUE >> 1), period);
        if (isShutdown()) {
            reject(task);
        } else {
            enqueue(task);
        }
        return task;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return start(Executors.callable(command), delay, 0, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return start(Objects.requireNonNull(callable), delay, 0, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        if (period <= 0) {
            throw new IllegalArgumentException();
        }
        return start(Executors.callable(command), initialDelay, unit.toNanos(period), unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        if (delay <= 0) {
            throw new IllegalArgumentException();
        }
        return start(Executors.callable(command), initialDelay, -unit.toNanos(delay), unit);
    }

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public Future<?> submit(Runnable task) {
        return schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public <T> Future<T> submit(Runnable task, T result) {
        return schedule(Executors.callable(task, result), 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public <T> Future<T> submit(Callable<T> task) {
        return schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    void onShutdown() {
        for (Object each : getQueue().toArray()) {
            RunnableScheduledFuture<?> task = (RunnableScheduledFuture<?>) each;
            if (!mayRun(task.isPeriodic()) || task.isCancelled()) {
                getQueue().remove(task);
                task.cancel(false);
            }
        }
    }

    public void setContinueExistingPeriodicTasksAfterShutdownPolicy(boolean value) {
        periodicAfterShutdown = value;
    }

    public boolean getContinueExistingPeriodicTasksAfterShutdownPolicy() {
        return periodicAfterShutdown;
    }

    public void setExecuteExistingDelayedTasksAfterShutdownPolicy(boolean value) {
        delayedAfterShutdown = value;
    }

    public boolean getExecuteExistingDelayedTasksAfterShutdownPolicy() {
        return delayedAfterShutdown;
    }

    public void setRemoveOnCancelPolicy(boolean value) {
        removesCancelled = value;
    }

    public boolean getRemoveOnCancelPolicy() {
        return removesCancelled;
    }
}
