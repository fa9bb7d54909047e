package java.util.concurrent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** A pool of daemon threads for tasks that fork others; they share one queue. */
public class ForkJoinPool extends AbstractExecutorService {
    private static int poolCount;
    private static ForkJoinPool common;

    private final ArrayDeque<ForkJoinTask<?>> queue = new ArrayDeque<>();
    private final int parallelism;
    private final String prefix;
    private int workerCount;
    private int workerNumber;
    private int idleCount;
    private boolean shutdown;

    public ForkJoinPool() {
        this(Runtime.getRuntime().availableProcessors());
    }

    public ForkJoinPool(int parallelism) {
        this(parallelism, "ForkJoinPool-" + nextPool() + "-worker-");
    }

    private ForkJoinPool(int parallelism, String prefix) {
        if (parallelism <= 0) {
            throw new IllegalArgumentException();
        }
        this.parallelism = parallelism;
        this.prefix = prefix;
    }

    private static synchronized int nextPool() {
        return ++poolCount;
    }

    public static synchronized ForkJoinPool commonPool() {
        if (common == null) {
            common = new ForkJoinPool(getCommonPoolParallelism(), "ForkJoinPool.commonPool-worker-");
        }
        return common;
    }

    public static int getCommonPoolParallelism() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    synchronized String nextWorkerName() {
        return prefix + ++workerNumber;
    }

    synchronized void enqueue(ForkJoinTask<?> task) {
        if (shutdown) {
            throw new RejectedExecutionException();
        }
        queue.addLast(Objects.requireNonNull(task));
        if (idleCount == 0 && workerCount < parallelism) {
            workerCount++;
            new ForkJoinWorkerThread(this, nextWorkerName()).start();
        }
        notifyAll();
    }

    synchronized boolean withdraw(ForkJoinTask<?> task) {
        return queue.removeLastOccurrence(task);
    }

    private synchronized ForkJoinTask<?> next() {
        while (queue.isEmpty() && !shutdown) {
            idleCount++;
            try {
                wait();
            } catch (InterruptedException e) {
                // Look again.
            } finally {
                idleCount--;
            }
        }
        return queue.pollFirst();
    }

    /** The loop of a worker thread. */
    void work() {
        ForkJoinTask<?> task = next();
        while (task != null) {
            task.runOnce();
            task = next();
        }
        synchronized (this) {
            workerCount--;
            notifyAll();
        }
    }

    /** Runs what is queued in the calling thread. */
    void runQueued() {
        ForkJoinTask<?> task;
        do {
            synchronized (this) {
                task = queue.pollFirst();
            }
            if (task != null) {
                task.runOnce();
            }
        } while (task != null);
    }

    public <T> T invoke(ForkJoinTask<T> task) {
        enqueue(task);
        if (ForkJoinTask.getPool() == this) {
            return task.join();
        }
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw new CancellationException();
        } catch (ExecutionException e) {
            return task.join();
        }
    }

    public void execute(ForkJoinTask<?> task) {
        enqueue(task);
    }

    @Override
    public void execute(Runnable task) {
        enqueue(task instanceof ForkJoinTask<?> ? (ForkJoinTask<?>) task : ForkJoinTask.adapt(task));
    }

    public <T> ForkJoinTask<T> submit(ForkJoinTask<T> task) {
        enqueue(task);
        return task;
    }

    @Override
    public <T> ForkJoinTask<T> submit(Callable<T> task) {
        return submit(ForkJoinTask.adapt(task));
    }

    @Override
    public <T> ForkJoinTask<T> submit(Runnable task, T result) {
        return submit(ForkJoinTask.adapt(task, result));
    }

    @Override
    public ForkJoinTask<?> submit(Runnable task) {
        return submit(ForkJoinTask.adapt(task));
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) {
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> task : tasks) {
            futures.add(submit(task));
        }
        for (Future<T> future : futures) {
            ((ForkJoinTask<T>) future).quietlyJoin();
        }
        return futures;
    }

    public int getParallelism() {
        return parallelism;
    }

    public synchronized int getPoolSize() {
        return workerCount;
    }

    public boolean getAsyncMode() {
        return false;
    }

    public synchronized int getActiveThreadCount() {
        return workerCount - idleCount;
    }

    public int getRunningThreadCount() {
        return getActiveThreadCount();
    }

    public synchronized boolean isQuiescent() {
        return queue.isEmpty() && idleCount == workerCount;
    }

    public long getStealCount() {
        return 0L;
    }

    public synchronized long getQueuedTaskCount() {
        return queue.size();
    }

    public synchronized boolean hasQueuedSubmissions() {
        return !queue.isEmpty();
    }

    @Override
    public synchronized void shutdown() {
        if (this != common) {
            shutdown = true;
            notifyAll();
        }
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        if (this != common) {
            for (ForkJoinTask<?> task : queue) {
                task.cancel(false);
            }
            queue.clear();
            shutdown();
        }
        return List.of();
    }

    @Override
    public synchronized boolean isShutdown() {
        return shutdown;
    }

    @Override
    public synchronized boolean isTerminated() {
        return shutdown && workerCount == 0;
    }

    public boolean isTerminating() {
        return isShutdown() && !isTerminated();
    }

    @Override
    public synchronized boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return awaitState(true, timeout, unit);
    }

    private boolean awaitState(boolean termination, long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        long begin = System.nanoTime();
        while (termination && this != common ? !isTerminated() : !isQuiescent()) {
            long left = nanos - (System.nanoTime() - begin);
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, 1_000_000L));
        }
        return this != common || !termination;
    }

    public synchronized boolean awaitQuiescence(long timeout, TimeUnit unit) {
        try {
            return awaitState(false, timeout, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return isQuiescent();
        }
    }
}
