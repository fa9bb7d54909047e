package java.util.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A pool of threads that take tasks from a queue. A task starts a new thread while there are fewer than the core size, is queued
 * while the queue takes it, starts a new thread up to the maximum, and else is rejected. The pool's lock is its list of workers.
 */
public class ThreadPoolExecutor extends AbstractExecutorService {
    private static final int RUNNING = 0;
    private static final int SHUTDOWN = 1;
    private static final int STOP = 2;
    private static final int TERMINATED = 3;

    private final ArrayList<Worker> workers = new ArrayList<>();
    private final BlockingQueue<Runnable> queue;
    private volatile ThreadFactory factory;
    private volatile RejectedExecutionHandler handler;
    private int coreSize;
    private int maximumSize;
    private long keepAliveNanos;
    private boolean coreTimesOut;
    private int state = RUNNING;
    private int largestSize;
    private long completedCount;

    public ThreadPoolExecutor(
            int corePoolSize, int maximumPoolSize, long keepAliveTime, TimeUnit unit, BlockingQueue<Runnable> workQueue) {
        this(corePoolSize, maximumPoolSize, keepAliveTime, unit, workQueue, Executors.defaultThreadFactory());
    }

    public ThreadPoolExecutor(
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> workQueue,
            ThreadFactory threadFactory) {
        this(corePoolSize, maximumPoolSize, keepAliveTime, unit, workQueue, threadFactory, new AbortPolicy());
    }

    public ThreadPoolExecutor(
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> workQueue,
            RejectedExecutionHandler handler) {
        this(
                corePoolSize,
                maximumPoolSize,
                keepAliveTime,
                unit,
                workQueue,
                Executors.defaultThreadFactory(),
                handler);
    }

    public ThreadPoolExecutor(
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> workQueue,
            ThreadFactory threadFactory,
            RejectedExecutionHandler handler) {
        if (corePoolSize < 0 || maximumPoolSize <= 0 || maximumPoolSize < corePoolSize || keepAliveTime < 0) {
            throw new IllegalArgumentException();
        }
        queue = Objects.requireNonNull(workQueue);
        factory = Objects.requireNonNull(threadFactory);
        this.handler = Objects.requireNonNull(handler);
        coreSize = corePoolSize;
        maximumSize = maximumPoolSize;
        keepAliveNanos = unit.toNanos(keepAliveTime);
    }

    /** A thread's loop: its first task, then those of the queue. */
    private final class Worker implements Runnable {
        private Runnable task;
        private Thread thread;
        private boolean busy;
        private long completed;

        @Override
        public void run() {
            boolean abrupt = true;
            try {
                while (task != null || (task = nextTask()) != null) {
                    work();
                }
                abrupt = false;
            } finally {
                leave(this, abrupt);
            }
        }

        private void work() {
            synchronized (workers) {
                busy = true;
                if (state < STOP) {
                    Thread.interrupted();
                }
            }
            Throwable thrown = null;
            try {
                beforeExecute(thread, task);
                try {
                    task.run();
                } catch (Throwable t) {
                    thrown = t;
                    throw t;
                } finally {
                    afterExecute(task, thrown);
                }
            } finally {
                task = null;
                synchronized (workers) {
                    completed++;
                    busy = false;
                }
            }
        }
    }

    /** Null if the thread is to end. */
    private Runnable nextTask() {
        boolean timedOut = false;
        while (true) {
            boolean timed;
            synchronized (workers) {
                if (state >= STOP || state == SHUTDOWN && queue.isEmpty()) {
                    return null;
                }
                timed = coreTimesOut || workers.size() > coreSize;
                if (workers.size() > maximumSize || timed && timedOut && (workers.size() > 1 || queue.isEmpty())) {
                    return null;
                }
            }
            try {
                Runnable task = timed ? queue.poll(keepAliveNanos, TimeUnit.NANOSECONDS) : queue.take();
                if (task != null) {
                    return task;
                }
                timedOut = true;
            } catch (InterruptedException e) {
                timedOut = false;
            }
        }
    }

    private void leave(Worker worker, boolean abrupt) {
        synchronized (workers) {
            workers.remove(worker);
            completedCount += worker.completed;
            int least = coreTimesOut ? 0 : coreSize;
            least = least == 0 && !queue.isEmpty() ? 1 : least;
            if (state < STOP && (abrupt || workers.size() < least && (state == RUNNING || !queue.isEmpty()))) {
                addWorker(null);
            }
        }
        tryTerminate();
    }

    /** Under the lock. */
    private boolean addWorker(Runnable first) {
        Worker worker = new Worker();
        worker.task = first;
        worker.thread = factory.newThread(worker);
        if (worker.thread == null) {
            return false;
        }
        workers.add(worker);
        largestSize = Math.max(largestSize, workers.size());
        worker.thread.start();
        return true;
    }

    @Override
    public void execute(Runnable command) {
        Objects.requireNonNull(command);
        synchronized (workers) {
            if (state == RUNNING) {
                if (workers.size() < coreSize && addWorker(command)) {
                    return;
                }
                if (queue.offer(command)) {
                    if (workers.isEmpty()) {
                        addWorker(null);
                    }
                    return;
                }
                if (workers.size() < maximumSize && addWorker(command)) {
                    return;
                }
            }
        }
        reject(command);
    }

    final void reject(Runnable command) {
        handler.rejectedExecution(command, this);
    }

    /** One more thread if there are fewer than the core size. */
    void ensurePrestart() {
        synchronized (workers) {
            if (workers.size() < coreSize || workers.isEmpty()) {
                addWorker(null);
            }
        }
    }

    @Override
    public void shutdown() {
        synchronized (workers) {
            state = Math.max(state, SHUTDOWN);
            for (Worker worker : workers) {
                if (!worker.busy && worker.task == null) {
                    worker.thread.interrupt();
                }
            }
        }
        onShutdown();
        tryTerminate();
    }

    /** What a scheduled pool does about its queue. */
    void onShutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> left = new ArrayList<>();
        synchronized (workers) {
            state = Math.max(state, STOP);
            for (Worker worker : workers) {
                worker.thread.interrupt();
            }
            queue.drainTo(left);
            for (Runnable task : queue.toArray(new Runnable[0])) {
                if (queue.remove(task)) {
                    left.add(task);
                }
            }
        }
        tryTerminate();
        return left;
    }

    private void tryTerminate() {
        synchronized (workers) {
            if (state == RUNNING || state == TERMINATED || !workers.isEmpty() || state == SHUTDOWN && !queue.isEmpty()) {
                return;
            }
            try {
                terminated();
            } finally {
                state = TERMINATED;
                workers.notifyAll();
            }
        }
    }

    @Override
    public boolean isShutdown() {
        synchronized (workers) {
            return state != RUNNING;
        }
    }

    public boolean isTerminating() {
        synchronized (workers) {
            return state == SHUTDOWN || state == STOP;
        }
    }

    @Override
    public boolean isTerminated() {
        synchronized (workers) {
            return state == TERMINATED;
        }
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        long begin = System.nanoTime();
        synchronized (workers) {
            while (state != TERMINATED) {
                long left = nanos - (System.nanoTime() - begin);
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(workers, left);
            }
            return true;
        }
    }

    public void setThreadFactory(ThreadFactory threadFactory) {
        factory = Objects.requireNonNull(threadFactory);
    }

    public ThreadFactory getThreadFactory() {
        return factory;
    }

    public void setRejectedExecutionHandler(RejectedExecutionHandler handler) {
        this.handler = Objects.requireNonNull(handler);
    }

    public RejectedExecutionHandler getRejectedExecutionHandler() {
        return handler;
    }

    public void setCorePoolSize(int corePoolSize) {
        if (corePoolSize < 0 || maximumSize < corePoolSize) {
            throw new IllegalArgumentException();
        }
        synchronized (workers) {
            coreSize = corePoolSize;
            while (workers.size() < coreSize && !queue.isEmpty()) {
                addWorker(null);
            }
            interruptIdle();
        }
    }

    private void interruptIdle() {
        for (Worker worker : workers) {
            if (!worker.busy && worker.task == null) {
                worker.thread.interrupt();
            }
        }
    }

    public int getCorePoolSize() {
        return coreSize;
    }

    public boolean prestartCoreThread() {
        synchronized (workers) {
            return workers.size() < coreSize && addWorker(null);
        }
    }

    public int prestartAllCoreThreads() {
        int count = 0;
        while (prestartCoreThread()) {
            count++;
        }
        return count;
    }

    public boolean allowsCoreThreadTimeOut() {
        return coreTimesOut;
    }

    public void allowCoreThreadTimeOut(boolean value) {
        if (value && keepAliveNanos <= 0) {
            throw new IllegalArgumentException("Core threads must have nonzero keep alive times");
        }
        synchronized (workers) {
            coreTimesOut = value;
            interruptIdle();
        }
    }

    public void setMaximumPoolSize(int maximumPoolSize) {
        if (maximumPoolSize <= 0 || maximumPoolSize < coreSize) {
            throw new IllegalArgumentException();
        }
        synchronized (workers) {
            maximumSize = maximumPoolSize;
            interruptIdle();
        }
    }

    public int getMaximumPoolSize() {
        return maximumSize;
    }

    public void setKeepAliveTime(long time, TimeUnit unit) {
        if (time < 0) {
            throw new IllegalArgumentException();
        }
        synchronized (workers) {
            keepAliveNanos = unit.toNanos(time);
            interruptIdle();
        }
    }

    public long getKeepAliveTime(TimeUnit unit) {
        return unit.convert(keepAliveNanos, TimeUnit.NANOSECONDS);
    }

    public BlockingQueue<Runnable> getQueue() {
        return queue;
    }

    public boolean remove(Runnable task) {
        boolean removed = queue.remove(task);
        tryTerminate();
        return removed;
    }

    /** Takes cancelled tasks out of the queue. */
    public void purge() {
        queue.removeIf(task -> task instanceof Future<?> && ((Future<?>) task).isCancelled());
        tryTerminate();
    }

    public int getPoolSize() {
        synchronized (workers) {
            return workers.size();
        }
    }

    public int getActiveCount() {
        synchronized (workers) {
            int count = 0;
            for (Worker worker : workers) {
                count += worker.busy ? 1 : 0;
            }
            return count;
        }
    }

    public int getLargestPoolSize() {
        return largestSize;
    }

    public long getTaskCount() {
        return getCompletedTaskCount() + getActiveCount() + queue.size();
    }

    public long getCompletedTaskCount() {
        synchronized (workers) {
            long count = completedCount;
            for (Worker worker : workers) {
                count += worker.completed;
            }
            return count;
        }
    }

    protected void beforeExecute(Thread t, Runnable r) {}

    protected void afterExecute(Runnable r, Throwable t) {}

    protected void terminated() {}

    @Override
    public String toString() {
        synchronized (workers) {
            String status = state == RUNNING ? "Running" : state == TERMINATED ? "Terminated" : "Shutting down";
            return super.toString() + "[" + status + ", pool size = " + workers.size() + ", active threads = "
                    + getActiveCount() + ", queued tasks = " + queue.size() + ", completed tasks = "
                    + getCompletedTaskCount() + "]";
        }
    }

    /** Runs the task in the thread that brings it. */
    public static class CallerRunsPolicy implements RejectedExecutionHandler {
        public CallerRunsPolicy() {}

        @Override
        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {
            if (!e.isShutdown()) {
                r.run();
            }
        }
    }

    /** Throws. */
    public static class AbortPolicy implements RejectedExecutionHandler {
        public AbortPolicy() {}

        @Override
        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {
            throw new RejectedExecutionException("Task " + r + " rejected from " + e);
        }
    }

    /** Drops the task. */
    public static class DiscardPolicy implements RejectedExecutionHandler {
        public DiscardPolicy() {}

        @Override
        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {}
    }

    /** Drops the task that has waited longest and tries again. */
    public static class DiscardOldestPolicy implements RejectedExecutionHandler {
        public DiscardOldestPolicy() {}

        @Override
        public void rejectedExecution(Runnable r, ThreadPoolExecutor e) {
            if (!e.isShutdown()) {
                e.getQueue().poll();
                e.execute(r);
            }
        }
    }
}
