package java.util.concurrent;

/** A future that running brings about. */
public interface RunnableFuture<V> extends Runnable, Future<V> {
    @Override
    void run();
}
