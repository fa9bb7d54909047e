/** Exceptions in threads: handlers of threads, of groups, the default one, and what comes on standard error. */
public class ThreadFailures {
    public static void main(String[] args) throws InterruptedException {
        Thread own = new Thread(() -> {
            throw new IllegalStateException("own");
        }, "own");
        own.setUncaughtExceptionHandler((t, e) -> System.out.println(t.getName() + " handled " + e.getMessage()));
        own.start();
        own.join();
        ThreadGroup group = new ThreadGroup("group") {
            @Override
            public void uncaughtException(Thread t, Throwable e) {
                System.out.println(getName() + " got " + e.getMessage() + " of " + t.getName());
            }
        };
        Thread grouped = new Thread(group, () -> {
            Object o = null;
            o.hashCode();
        }, "grouped");
        Thread nested = new Thread(group, () -> {
            throw new Error("nested");
        }, "nested");
        nested.start();
        nested.join();
        System.out.println(grouped.getUncaughtExceptionHandler() == group);
        Thread.setDefaultUncaughtExceptionHandler((t, e) -> System.out.println("default: " + t.getName() + " " + e));
        Thread plain = new Thread(() -> {
            throw new RuntimeException("plain");
        }, "plain");
        plain.start();
        plain.join();
        Thread.setDefaultUncaughtExceptionHandler(null);
        Thread failing = new Thread(() -> {
            throw new UnsupportedOperationException();
        }, "failing");
        failing.setUncaughtExceptionHandler((t, e) -> {
            throw new IllegalArgumentException("handler fails");
        });
        failing.start();
        failing.join();
        System.out.println(failing.getState() + " " + failing.isAlive());
        Thread overflowing = new Thread(ThreadFailures::recurse, "deep");
        overflowing.setUncaughtExceptionHandler((t, e) -> System.out.println(e.getClass().getSimpleName() + " " + (e.getStackTrace().length > 100)));
        overflowing.start();
        overflowing.join();
        try {
            synchronized (ThreadFailures.class) {
                throw new Exception("leaves the lock");
            }
        } catch (Exception e) {
            System.out.println(e.getMessage() + " " + Thread.holdsLock(ThreadFailures.class));
        }
        Thread last = new Thread(() -> {
            throw new IllegalStateException("last");
        }, "last");
        last.start();
        last.join();
        System.out.println("main goes on");
        throw new IllegalStateException("main ends so");
    }

    private static void recurse() {
        recurse();
    }
}
