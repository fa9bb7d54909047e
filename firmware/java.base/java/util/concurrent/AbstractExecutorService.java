package java.util.concurrent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The methods of an executor service on top of {@code execute}. */
public abstract class AbstractExecutorService implements ExecutorService {
    public AbstractExecutorService() {}

    protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return new FutureTask<>(runnable, value);
    }

    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new FutureTask<>(callable);
    }

    private <T> Future<T> start(RunnableFuture<T> future) {
        execute(future);
        return future;
    }

    @Override
    public Future<?> submit(Runnable task) {
        Objects.requireNonNull(task);
        return start(newTaskFor(task, null));
    }

    @Override
    public <T> Future<T> submit(Runnable task, T result) {
        Objects.requireNonNull(task);
        return start(newTaskFor(task, result));
    }

    @Override
    public <T> Future<T> submit(Callable<T> task) {
        Objects.requireNonNull(task);
        return start(newTaskFor(task));
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) throws InterruptedException {
        return invokeAll(tasks, Long.MAX_VALUE);
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        return invokeAll(tasks, unit.toNanos(timeout));
    }

    private <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long nanos)
            throws InterruptedException {
        long begin = System.nanoTime();
        List<Future<T>> futures = new ArrayList<>(tasks.size());
        boolean ended = false;
        try {
            for (Callable<T> task : tasks) {
                futures.add(newTaskFor(task));
            }
            for (Future<T> future : futures) {
                execute((Runnable) future);
            }
            for (Future<T> future : futures) {
                try {
                    future.get(nanos - (System.nanoTime() - begin), TimeUnit.NANOSECONDS);
                } catch (CancellationException | ExecutionException e) {
                    // The future tells who asks.
                } catch (TimeoutException e) {
                    return futures;
                }
            }
            ended = true;
            return futures;
        } finally {
            if (!ended) {
                cancelAll(futures);
            }
        }
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
        try {
            return invokeAny(tasks, Long.MAX_VALUE);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return invokeAny(tasks, unit.toNanos(timeout));
    }

    private <T> T invokeAny(Collection<? extends Callable<T>> tasks, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException();
        }
        long begin = System.nanoTime();
        ExecutorCompletionService<T> service = new ExecutorCompletionService<>(this);
        List<Future<T>> futures = new ArrayList<>();
        try {
            for (Callable<T> task : tasks) {
                futures.add(service.submit(task));
            }
            ExecutionException last = null;
            for (int i = 0; i < futures.size(); i++) {
                Future<T> done = service.poll(nanos - (System.nanoTime() - begin), TimeUnit.NANOSECONDS);
                if (done == null) {
                    throw new TimeoutException();
                }
                try {
                    return done.get();
                } catch (ExecutionException e) {
                    last = e;
                }
            }
            throw last;
        } finally {
            cancelAll(futures);
        }
    }

    private static <T> void cancelAll(List<Future<T>> futures) {
        for (Future<T> future : futures) {
            future.cancel(true);
        }
    }
}
