package java.util.concurrent;

/** A thread of a fork-join pool. */
public class ForkJoinWorkerThread extends Thread {
    private final ForkJoinPool pool;

    protected ForkJoinWorkerThread(ForkJoinPool pool) {
        this(pool, pool.nextWorkerName());
    }

    ForkJoinWorkerThread(ForkJoinPool pool, String name) {
        super(name);
        this.pool = pool;
        setDaemon(true);
    }

    public ForkJoinPool getPool() {
        return pool;
    }

    @Override
    public void run() {
        pool.work();
    }
}
