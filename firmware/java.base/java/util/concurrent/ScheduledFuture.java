package java.util.concurrent;

/** The result of a task that runs after a time. */
public interface ScheduledFuture<V> extends Delayed, Future<V> {}
