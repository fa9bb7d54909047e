package java.util.concurrent;

/** A task that runs after a time, perhaps again and again. */
public interface RunnableScheduledFuture<V> extends RunnableFuture<V>, ScheduledFuture<V> {
    boolean isPeriodic();
}
