/** wait and notify need the lock; wait gives up all levels of it; state of a waiting thread. */
public class MonitorRules {
    static final Object LOCK = new Object();
    static boolean waiting;
    static boolean go;

    static void attempt(String name, Runnable action) {
        try {
            action.run();
            System.out.println(name + " fine");
        } catch (IllegalMonitorStateException e) {
            System.out.println(name + " " + e.getMessage());
        }
    }

    static void waitForGo(int depth) {
        synchronized (LOCK) {
            if (depth > 0) {
                waitForGo(depth - 1);
                return;
            }
            waiting = true;
            LOCK.notifyAll();
            while (!go) {
                try {
                    LOCK.wait();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    static void awaitState(Thread thread, Thread.State state) throws InterruptedException {
        while (thread.getState() != state) {
            Thread.sleep(1);
        }
        System.out.println(thread.getState());
    }

    public static void main(String[] args) throws InterruptedException {
        attempt("notify", LOCK::notify);
        attempt("notifyAll", LOCK::notifyAll);
        attempt("wait", () -> {
            try {
                LOCK.wait(1);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        attempt("notify under lock", () -> {
            synchronized (LOCK) {
                LOCK.notify();
            }
        });
        attempt("other lock", () -> {
            synchronized (new Object()) {
                LOCK.notify();
            }
        });
        Thread waiter = new Thread(() -> {
            waitForGo(4);
            System.out.println("waiter is back, holds " + Thread.holdsLock(LOCK));
        });
        waiter.start();
        synchronized (LOCK) {
            while (!waiting) {
                LOCK.wait();
            }
            System.out.println("main has the lock while waiter waits");
        }
        awaitState(waiter, Thread.State.WAITING);
        Thread blocked;
        synchronized (LOCK) {
            blocked = new Thread(() -> {
                synchronized (LOCK) {
                    waiting = false;
                }
            });
            blocked.start();
            awaitState(blocked, Thread.State.BLOCKED);
        }
        blocked.join();
        synchronized (LOCK) {
            go = true;
            LOCK.notifyAll();
        }
        waiter.join();
        System.out.println(waiter.getState() + " " + waiting);
        Thread sleeper = new Thread(() -> {
            try {
                Thread.sleep(100_000);
            } catch (InterruptedException e) {
                waiting = true;
            }
        });
        System.out.println(sleeper.getState());
        sleeper.start();
        awaitState(sleeper, Thread.State.TIMED_WAITING);
        sleeper.interrupt();
        sleeper.join();
        System.out.println(waiting);
        try {
            LOCK.wait(-1);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
