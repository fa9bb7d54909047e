package java.util.concurrent;

import java.util.Random;

/** The random numbers of one thread. */
public final class ThreadLocalRandom extends Random {
    private static final ThreadLocal<ThreadLocalRandom> OF_THREADS = ThreadLocal.withInitial(ThreadLocalRandom::new);

    private boolean seeded;

    private ThreadLocalRandom() {
        seeded = true;
    }

    public static ThreadLocalRandom current() {
        return OF_THREADS.get();
    }

    @Override
    public void setSeed(long seed) {
        if (seeded) {
            throw new UnsupportedOperationException();
        }
        super.setSeed(seed);
    }
}
