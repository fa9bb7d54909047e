package java.util.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A result that somebody provides, and the steps that wait for it. Every step is made of one: what to do, here or in an executor, once this
 * future is done. Steps run in the reverse order of their making, as in the JDK.
 */
public class CompletableFuture<T> implements Future<T>, CompletionStage<T> {
    private T value;
    private Throwable failure;
    private boolean done;
    private ArrayList<Runnable> steps = new ArrayList<>();

    public CompletableFuture() {}

    /** Something that may throw anything. */
    private interface Step<T> {
        void run(T value, Throwable failure) throws Throwable;
    }

    public static <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier) {
        return supplyAsync(supplier, ForkJoinPool.commonPool());
    }

    public static <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier, Executor executor) {
        Objects.requireNonNull(supplier);
        CompletableFuture<U> target = new CompletableFuture<>();
        executor.execute(new Asynchronous(() -> target.settle(() -> target.complete(supplier.get()))));
        return target;
    }

    public static CompletableFuture<Void> runAsync(Runnable runnable) {
        return runAsync(runnable, ForkJoinPool.commonPool());
    }

    public static CompletableFuture<Void> runAsync(Runnable runnable, Executor executor) {
        Objects.requireNonNull(runnable);
        return supplyAsync(
                () -> {
                    runnable.run();
                    return null;
                },
                executor);
    }

    public static <U> CompletableFuture<U> completedFuture(U value) {
        CompletableFuture<U> future = new CompletableFuture<>();
        future.complete(value);
        return future;
    }

    public static <U> CompletableFuture<U> failedFuture(Throwable ex) {
        CompletableFuture<U> future = new CompletableFuture<>();
        future.completeExceptionally(Objects.requireNonNull(ex));
        return future;
    }

    public static <U> CompletionStage<U> completedStage(U value) {
        return completedFuture(value);
    }

    public static <U> CompletionStage<U> failedStage(Throwable ex) {
        return failedFuture(ex);
    }

    /** Marks what runs in an executor on behalf of a future. */
    public interface AsynchronousCompletionTask {}

    private static final class Asynchronous implements Runnable, AsynchronousCompletionTask {
        private final Runnable task;

        Asynchronous(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            task.run();
        }
    }

    /** Does what may fail; the failure becomes this future's. */
    private void settle(Runnable action) {
        try {
            action.run();
        } catch (Throwable thrown) {
            completeExceptionally(wrapped(thrown));
        }
    }

    private static Throwable wrapped(Throwable thrown) {
        return thrown instanceof CompletionException ? thrown : new CompletionException(thrown);
    }

    private boolean end(T result, Throwable thrown) {
        List<Runnable> due;
        synchronized (this) {
            if (done) {
                return false;
            }
            value = result;
            failure = thrown;
            done = true;
            due = steps;
            steps = null;
            notifyAll();
        }
        for (int i = due.size() - 1; i >= 0; i--) {
            due.get(i).run();
        }
        return true;
    }

    public boolean complete(T value) {
        return end(value, null);
    }

    public boolean completeExceptionally(Throwable ex) {
        return end(null, Objects.requireNonNull(ex));
    }

    private void whenDone(Runnable step) {
        synchronized (this) {
            if (!done) {
                steps.add(step);
                return;
            }
        }
        step.run();
    }

    /** Runs the step once this is done, whatever the end; what it throws ends {@code target}. Null executor: where it happens. */
    private <U> CompletableFuture<U> finish(Executor executor, CompletableFuture<U> target, Step<? super T> step) {
        Runnable action = () -> target.settle(() -> {
            try {
                step.run(value, failure);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new CompletionException(e);
            }
        });
        whenDone(executor == null ? action : () -> executor.execute(new Asynchronous(action)));
        return target;
    }

    /** Runs the step once this is done without failure; a failure is handed on. */
    private <U> CompletableFuture<U> after(Executor executor, CompletableFuture<U> target, Consumer<? super T> step) {
        whenDone(() -> {
            if (failure != null) {
                target.completeExceptionally(wrapped(failure));
            } else {
                finish(executor, target, (result, none) -> step.accept(result));
            }
        });
        return target;
    }

    private static Executor common() {
        return ForkJoinPool.commonPool();
    }

    public Executor defaultExecutor() {
        return common();
    }

    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    /** Done when both are, with their values as a pair of this one's and the other one's. */
    private CompletableFuture<Object[]> both(CompletionStage<?> other) {
        CompletableFuture<Object[]> pair = new CompletableFuture<>();
        CompletableFuture<?> second = other.toCompletableFuture();
        this.whenDone(() -> second.whenDone(() -> {
            Throwable thrown = failure != null ? failure : second.failure;
            pair.end(new Object[] {value, second.value}, thrown);
        }));
        return pair;
    }

    /** Done as soon as one is. */
    @SuppressWarnings("unchecked")
    private CompletableFuture<T> either(CompletionStage<? extends T> other) {
        CompletableFuture<T> first = new CompletableFuture<>();
        CompletableFuture<T> second = (CompletableFuture<T>) other.toCompletableFuture();
        whenDone(() -> first.end(value, failure));
        second.whenDone(() -> first.end(second.value, second.failure));
        return first;
    }

    private <U> CompletableFuture<U> thenApply(Executor executor, Function<? super T, ? extends U> fn) {
        Objects.requireNonNull(fn);
        CompletableFuture<U> target = newIncompleteFuture();
        return after(executor, target, result -> target.complete(fn.apply(result)));
    }

    @Override
    public <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> fn) {
        return thenApply(null, fn);
    }

    @Override
    public <U> CompletableFuture<U> thenApplyAsync(Function<? super T, ? extends U> fn) {
        return thenApply(defaultExecutor(), fn);
    }

    @Override
    public <U> CompletableFuture<U> thenApplyAsync(Function<? super T, ? extends U> fn, Executor executor) {
        return thenApply(Objects.requireNonNull(executor), fn);
    }

    private CompletableFuture<Void> thenAccept(Executor executor, Consumer<? super T> action) {
        Objects.requireNonNull(action);
        CompletableFuture<Void> target = newIncompleteFuture();
        return after(executor, target, result -> {
            action.accept(result);
            target.complete(null);
        });
    }

    @Override
    public CompletableFuture<Void> thenAccept(Consumer<? super T> action) {
        return thenAccept(null, action);
    }

    @Override
    public CompletableFuture<Void> thenAcceptAsync(Consumer<? super T> action) {
        return thenAccept(defaultExecutor(), action);
    }

    @Override
    public CompletableFuture<Void> thenAcceptAsync(Consumer<? super T> action, Executor executor) {
        return thenAccept(Objects.requireNonNull(executor), action);
    }

    private CompletableFuture<Void> thenRun(Executor executor, Runnable action) {
        Objects.requireNonNull(action);
        return thenAccept(executor, result -> action.run());
    }

    @Override
    public CompletableFuture<Void> thenRun(Runnable action) {
        return thenRun(null, action);
    }

    @Override
    public CompletableFuture<Void> thenRunAsync(Runnable action) {
        return thenRun(defaultExecutor(), action);
    }

    @Override
    public CompletableFuture<Void> thenRunAsync(Runnable action, Executor executor) {
        return thenRun(Objects.requireNonNull(executor), action);
    }

    @SuppressWarnings("unchecked")
    private <U, V> CompletableFuture<V> thenCombine(Executor executor, CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn) {
        Objects.requireNonNull(fn);
        return both(other).thenApply(executor, pair -> fn.apply((T) pair[0], (U) pair[1]));
    }

    @Override
    public <U, V> CompletableFuture<V> thenCombine(CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn) {
        return thenCombine(null, other, fn);
    }

    @Override
    public <U, V> CompletableFuture<V> thenCombineAsync(CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn) {
        return thenCombine(defaultExecutor(), other, fn);
    }

    @Override
    public <U, V> CompletableFuture<V> thenCombineAsync(CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn, Executor executor) {
        return thenCombine(Objects.requireNonNull(executor), other, fn);
    }

    @SuppressWarnings("unchecked")
    private <U> CompletableFuture<Void> thenAcceptBoth(Executor executor, CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        Objects.requireNonNull(action);
        return both(other).thenAccept(executor, pair -> action.accept((T) pair[0], (U) pair[1]));
    }

    @Override
    public <U> CompletableFuture<Void> thenAcceptBoth(CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return thenAcceptBoth(null, other, action);
    }

    @Override
    public <U> CompletableFuture<Void> thenAcceptBothAsync(CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return thenAcceptBoth(defaultExecutor(), other, action);
    }

    @Override
    public <U> CompletableFuture<Void> thenAcceptBothAsync(CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action, Executor executor) {
        return thenAcceptBoth(Objects.requireNonNull(executor), other, action);
    }

    private CompletableFuture<Void> runAfterBoth(Executor executor, CompletionStage<?> other, Runnable action) {
        return both(other).thenRun(executor, action);
    }

    @Override
    public CompletableFuture<Void> runAfterBoth(CompletionStage<?> other, Runnable action) {
        return runAfterBoth(null, other, action);
    }

    @Override
    public CompletableFuture<Void> runAfterBothAsync(CompletionStage<?> other, Runnable action) {
        return runAfterBoth(defaultExecutor(), other, action);
    }

    @Override
    public CompletableFuture<Void> runAfterBothAsync(CompletionStage<?> other, Runnable action, Executor executor) {
        return runAfterBoth(Objects.requireNonNull(executor), other, action);
    }

    private <U> CompletableFuture<U> applyToEither(Executor executor, CompletionStage<? extends T> other, Function<? super T, U> fn) {
        return either(other).thenApply(executor, fn);
    }

    @Override
    public <U> CompletableFuture<U> applyToEither(CompletionStage<? extends T> other, Function<? super T, U> fn) {
        return applyToEither(null, other, fn);
    }

    @Override
    public <U> CompletableFuture<U> applyToEitherAsync(CompletionStage<? extends T> other, Function<? super T, U> fn) {
        return applyToEither(defaultExecutor(), other, fn);
    }

    @Override
    public <U> CompletableFuture<U> applyToEitherAsync(CompletionStage<? extends T> other, Function<? super T, U> fn, Executor executor) {
        return applyToEither(Objects.requireNonNull(executor), other, fn);
    }

    private CompletableFuture<Void> acceptEither(Executor executor, CompletionStage<? extends T> other, Consumer<? super T> action) {
        return either(other).thenAccept(executor, action);
    }

    @Override
    public CompletableFuture<Void> acceptEither(CompletionStage<? extends T> other, Consumer<? super T> action) {
        return acceptEither(null, other, action);
    }

    @Override
    public CompletableFuture<Void> acceptEitherAsync(CompletionStage<? extends T> other, Consumer<? super T> action) {
        return acceptEither(defaultExecutor(), other, action);
    }

    @Override
    public CompletableFuture<Void> acceptEitherAsync(CompletionStage<? extends T> other, Consumer<? super T> action, Executor executor) {
        return acceptEither(Objects.requireNonNull(executor), other, action);
    }

    @SuppressWarnings("unchecked")
    private CompletableFuture<Void> runAfterEither(Executor executor, CompletionStage<?> other, Runnable action) {
        return either((CompletionStage<? extends T>) other).thenRun(executor, action);
    }

    @Override
    public CompletableFuture<Void> runAfterEither(CompletionStage<?> other, Runnable action) {
        return runAfterEither(null, other, action);
    }

    @Override
    public CompletableFuture<Void> runAfterEitherAsync(CompletionStage<?> other, Runnable action) {
        return runAfterEither(defaultExecutor(), other, action);
    }

    @Override
    public CompletableFuture<Void> runAfterEitherAsync(CompletionStage<?> other, Runnable action, Executor executor) {
        return runAfterEither(Objects.requireNonNull(executor), other, action);
    }

    private <U> CompletableFuture<U> thenCompose(Executor executor, Function<? super T, ? extends CompletionStage<U>> fn) {
        Objects.requireNonNull(fn);
        CompletableFuture<U> target = newIncompleteFuture();
        return after(executor, target, result -> {
            CompletableFuture<U> inner = fn.apply(result).toCompletableFuture();
            inner.whenDone(() -> target.end(inner.value, inner.failure == null ? null : wrapped(inner.failure)));
        });
    }

    @Override
    public <U> CompletableFuture<U> thenCompose(Function<? super T, ? extends CompletionStage<U>> fn) {
        return thenCompose(null, fn);
    }

    @Override
    public <U> CompletableFuture<U> thenComposeAsync(Function<? super T, ? extends CompletionStage<U>> fn) {
        return thenCompose(defaultExecutor(), fn);
    }

    @Override
    public <U> CompletableFuture<U> thenComposeAsync(Function<? super T, ? extends CompletionStage<U>> fn, Executor executor) {
        return thenCompose(Objects.requireNonNull(executor), fn);
    }

    private <U> CompletableFuture<U> handle(Executor executor, BiFunction<? super T, Throwable, ? extends U> fn) {
        Objects.requireNonNull(fn);
        CompletableFuture<U> target = newIncompleteFuture();
        return finish(executor, target, (result, thrown) -> target.complete(fn.apply(result, thrown)));
    }

    @Override
    public <U> CompletableFuture<U> handle(BiFunction<? super T, Throwable, ? extends U> fn) {
        return handle(null, fn);
    }

    @Override
    public <U> CompletableFuture<U> handleAsync(BiFunction<? super T, Throwable, ? extends U> fn) {
        return handle(defaultExecutor(), fn);
    }

    @Override
    public <U> CompletableFuture<U> handleAsync(BiFunction<? super T, Throwable, ? extends U> fn, Executor executor) {
        return handle(Objects.requireNonNull(executor), fn);
    }

    private CompletableFuture<T> whenComplete(Executor executor, BiConsumer<? super T, ? super Throwable> action) {
        Objects.requireNonNull(action);
        CompletableFuture<T> target = newIncompleteFuture();
        return finish(executor, target, (result, thrown) -> {
            try {
                action.accept(result, thrown);
            } catch (Throwable e) {
                if (thrown == null) {
                    throw e;
                }
                if (thrown != e) {
                    thrown.addSuppressed(e);
                }
            }
            target.end(result, thrown == null ? null : wrapped(thrown));
        });
    }

    @Override
    public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> action) {
        return whenComplete(null, action);
    }

    @Override
    public CompletableFuture<T> whenCompleteAsync(BiConsumer<? super T, ? super Throwable> action) {
        return whenComplete(defaultExecutor(), action);
    }

    @Override
    public CompletableFuture<T> whenCompleteAsync(BiConsumer<? super T, ? super Throwable> action, Executor executor) {
        return whenComplete(Objects.requireNonNull(executor), action);
    }

    @Override
    public CompletableFuture<T> exceptionally(Function<Throwable, ? extends T> fn) {
        Objects.requireNonNull(fn);
        CompletableFuture<T> target = newIncompleteFuture();
        return finish(null, target, (result, thrown) -> target.complete(thrown == null ? result : fn.apply(thrown)));
    }

    @Override
    public CompletableFuture<T> exceptionallyAsync(Function<Throwable, ? extends T> fn) {
        return (CompletableFuture<T>) CompletionStage.super.exceptionallyAsync(fn);
    }

    @Override
    public CompletableFuture<T> exceptionallyAsync(Function<Throwable, ? extends T> fn, Executor executor) {
        return (CompletableFuture<T>) CompletionStage.super.exceptionallyAsync(fn, executor);
    }

    @Override
    public CompletableFuture<T> exceptionallyCompose(Function<Throwable, ? extends CompletionStage<T>> fn) {
        return (CompletableFuture<T>) CompletionStage.super.exceptionallyCompose(fn);
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        return this;
    }

    private synchronized void await(boolean timed, long nanos) throws InterruptedException, TimeoutException {
        long begin = System.nanoTime();
        while (!done) {
            long left = nanos - (System.nanoTime() - begin);
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

    private T reported() throws ExecutionException {
        if (failure == null) {
            return value;
        }
        if (failure instanceof CancellationException) {
            throw (CancellationException) failure;
        }
        boolean wraps = failure instanceof CompletionException && failure.getCause() != null;
        throw new ExecutionException(wraps ? failure.getCause() : failure);
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        try {
            await(false, 0L);
        } catch (TimeoutException e) {
            throw new Error(e);
        }
        return reported();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        await(true, unit.toNanos(timeout));
        return reported();
    }

    public T join() {
        boolean interrupted = false;
        while (!isDone()) {
            try {
                await(false, 0L);
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (TimeoutException e) {
                throw new Error(e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return getNow(null);
    }

    public T getNow(T valueIfAbsent) {
        if (!isDone()) {
            return valueIfAbsent;
        }
        if (failure == null) {
            return value;
        }
        if (failure instanceof CancellationException) {
            throw (CancellationException) failure;
        }
        throw (CompletionException) wrapped(failure);
    }

    @Override
    public synchronized boolean isDone() {
        return done;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        end(null, new CancellationException());
        return isCancelled();
    }

    @Override
    public synchronized boolean isCancelled() {
        return failure instanceof CancellationException;
    }

    public synchronized boolean isCompletedExceptionally() {
        return failure != null;
    }

    public synchronized void obtrudeValue(T value) {
        end(value, null);
        this.value = value;
        failure = null;
    }

    public synchronized void obtrudeException(Throwable ex) {
        end(null, ex);
        value = null;
        failure = ex;
    }

    public synchronized int getNumberOfDependents() {
        return done ? 0 : steps.size();
    }

    public static CompletableFuture<Void> allOf(CompletableFuture<?>... cfs) {
        CompletableFuture<Void> all = completedFuture(null);
        for (CompletableFuture<?> future : cfs) {
            CompletableFuture<Void> next = new CompletableFuture<>();
            all.both(future).whenDone(() -> {
                Throwable thrown = null;
                try {
                    future.join();
                } catch (CompletionException | CancellationException e) {
                    thrown = e;
                }
                next.end(null, thrown == null ? null : wrapped(thrown));
            });
            all = all.failedOr(next);
        }
        return all;
    }

    /** This one's failure if it has one, else as {@code next}. */
    private CompletableFuture<Void> failedOr(CompletableFuture<Void> next) {
        CompletableFuture<Void> target = new CompletableFuture<>();
        next.whenDone(() -> target.end(null, failure != null ? failure : next.failure));
        return target;
    }

    public static CompletableFuture<Object> anyOf(CompletableFuture<?>... cfs) {
        CompletableFuture<Object> any = new CompletableFuture<>();
        for (CompletableFuture<?> future : cfs) {
            future.whenDone(() -> any.end(future.value, future.failure == null ? null : wrapped(future.failure)));
        }
        return any;
    }

    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier) {
        return completeAsync(supplier, defaultExecutor());
    }

    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
        executor.execute(new Asynchronous(() -> settle(() -> complete(supplier.get()))));
        return this;
    }

    public CompletableFuture<T> copy() {
        return thenApply(Function.identity());
    }

    public CompletionStage<T> minimalCompletionStage() {
        return copy();
    }

    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
        later(timeout, unit, () -> completeExceptionally(new TimeoutException()));
        return this;
    }

    public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
        later(timeout, unit, () -> complete(value));
        return this;
    }

    /** A daemon thread that waits for the time or for this future. */
    private void later(long timeout, TimeUnit unit, Runnable action) {
        Thread timer = new Thread(
                () -> {
                    try {
                        await(true, unit.toNanos(timeout));
                    } catch (TimeoutException e) {
                        action.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "CompletableFutureDelayScheduler");
        timer.setDaemon(true);
        timer.start();
    }

    /** Runs tasks in {@code executor} after a time. */
    public static Executor delayedExecutor(long delay, TimeUnit unit, Executor executor) {
        Objects.requireNonNull(executor);
        return task -> new CompletableFuture<Void>().later(delay, unit, () -> executor.execute(task));
    }

    public static Executor delayedExecutor(long delay, TimeUnit unit) {
        return delayedExecutor(delay, unit, common());
    }

    @Override
    public String toString() {
        int count = getNumberOfDependents();
        String status = !isDone()
                ? count == 0 ? "[Not completed]" : "[Not completed, " + count + " dependents]"
                : failure != null ? "[Completed exceptionally: " + failure + "]" : "[Completed normally]";
        return super.toString() + status;
    }

    @Override
    public CompletableFuture<T> exceptionallyComposeAsync(Function<Throwable, ? extends CompletionStage<T>> fn) {
        return (CompletableFuture<T>) CompletionStage.super.exceptionallyComposeAsync(fn);
    }

    @Override
    public CompletableFuture<T> exceptionallyComposeAsync(
            Function<Throwable, ? extends CompletionStage<T>> fn, Executor executor) {
        return (CompletableFuture<T>) CompletionStage.super.exceptionallyComposeAsync(fn, executor);
    }
}
