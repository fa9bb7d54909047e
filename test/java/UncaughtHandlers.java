/** Handlers for uncaught exceptions: of one thread, the default, and one that fails itself. */
public class UncaughtHandlers {
    static void runAndJoin(Thread thread) throws InterruptedException {
        thread.start();
        thread.join();
    }

    public static void main(String[] args) throws InterruptedException {
        Thread own = new Thread(() -> {
            throw new IllegalStateException("own");
        }, "with-own");
        own.setUncaughtExceptionHandler((t, e) -> System.out.println(t.getName() + " handled " + e.getMessage() + " " + t.isAlive()));
        runAndJoin(own);
        Thread.setDefaultUncaughtExceptionHandler((t, e) -> System.out.println("default: " + t.getName() + " " + e));
        runAndJoin(new Thread(() -> {
            throw new Error("an error");
        }, "plain"));
        runAndJoin(new Thread(() -> System.out.println(Object.class.cast("fine")), "fine"));
        Thread failing = new Thread(() -> {
            throw new RuntimeException("first");
        });
        failing.setUncaughtExceptionHandler((t, e) -> {
            System.out.println("handler fails");
            throw new RuntimeException("second");
        });
        runAndJoin(failing);
        System.out.println(Thread.getDefaultUncaughtExceptionHandler() != null);
        Thread group = new Thread(new ThreadGroup("my group") {
            @Override
            public void uncaughtException(Thread t, Throwable e) {
                System.out.println(getName() + " handles " + e.getMessage());
            }
        }, () -> {
            throw new RuntimeException("in group");
        });
        runAndJoin(group);
        throw new IllegalArgumentException("main");
    }
}
