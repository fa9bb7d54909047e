/** Counters that several threads raise under locks of all kinds. */
public class SynchronizedCounters {
    static int shared;
    static final Object LOCK = new Object();
    static int underClass;

    int underThis;
    int[] underArray = new int[1];

    synchronized void raise() {
        int old = underThis;
        Thread.yield();
        underThis = old + 1;
    }

    static synchronized void raiseStatic() {
        int old = underClass;
        Thread.yield();
        underClass = old + 1;
    }

    synchronized int nested(int depth) {
        return depth == 0 ? underThis : nested(depth - 1);
    }

    synchronized void failing() {
        underThis++;
        throw new IllegalStateException();
    }

    public static void main(String[] args) throws InterruptedException {
        SynchronizedCounters counters = new SynchronizedCounters();
        Thread[] threads = new Thread[5];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 300; i++) {
                    synchronized (LOCK) {
                        int old = shared;
                        if (i % 10 == 0) {
                            Thread.yield();
                        }
                        shared = old + 1;
                    }
                    counters.raise();
                    raiseStatic();
                    synchronized (counters.underArray) {
                        synchronized (counters) {
                            counters.underArray[0] += counters.nested(3) > 0 ? 1 : 1000;
                        }
                    }
                    try {
                        counters.failing();
                    } catch (IllegalStateException e) {
                        synchronized (LOCK) {
                            shared += 2;
                        }
                    }
                }
            });
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(shared + " " + counters.underThis + " " + underClass + " " + counters.underArray[0]);
        System.out.println(Thread.holdsLock(LOCK));
        synchronized (LOCK) {
            synchronized (LOCK) {
                System.out.println(Thread.holdsLock(LOCK));
            }
            System.out.println(Thread.holdsLock(LOCK));
        }
        try {
            synchronized ((Object) null) {
                System.out.println("never");
            }
        } catch (NullPointerException e) {
            System.out.println("null has no lock");
        }
        int depth = 0;
        try {
            synchronized (LOCK) {
                depth = deep(0);
            }
        } finally {
            System.out.println(depth + " " + Thread.holdsLock(LOCK));
        }
    }

    static int deep(int n) {
        synchronized (LOCK) {
            return n == 200 ? n : deep(n + 1);
        }
    }
}
