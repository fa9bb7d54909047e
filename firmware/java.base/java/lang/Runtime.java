package java.lang;

/** The device as a program sees it: memory, collector, the end. */
public class Runtime {
    private static final Runtime CURRENT = new Runtime();

    /** What the process exits with when its last thread ends by itself. */
    static int exitStatus;

    private Thread[] hooks = new Thread[0];
    private boolean ending;

    private Runtime() {}

    public static Runtime getRuntime() {
        return CURRENT;
    }

    public void exit(int status) {
        runHooks();
        exit0(status);
    }

    public void halt(int status) {
        exit0(status);
    }

    public void addShutdownHook(Thread hook) {
        synchronized (this) {
            if (ending) {
                throw new IllegalStateException("Shutdown in progress");
            }
            if (indexOf(hook) >= 0) {
                throw new IllegalArgumentException("Hook previously registered");
            }
            if (hook.isAlive()) {
                throw new IllegalArgumentException("Hook already running");
            }
            Thread[] grown = new Thread[hooks.length + 1];
            System.arraycopy(hooks, 0, grown, 0, hooks.length);
            grown[hooks.length] = hook;
            hooks = grown;
        }
    }

    public synchronized boolean removeShutdownHook(Thread hook) {
        if (ending) {
            throw new IllegalStateException("Shutdown in progress");
        }
        int at = indexOf(hook);
        if (at < 0) {
            return false;
        }
        Thread[] left = new Thread[hooks.length - 1];
        System.arraycopy(hooks, 0, left, 0, at);
        System.arraycopy(hooks, at + 1, left, at, left.length - at);
        hooks = left;
        return true;
    }

    private int indexOf(Thread hook) {
        for (int i = 0; i < hooks.length; i++) {
            if (hooks[i] == hook) {
                return i;
            }
        }
        return -1;
    }

    /** Starts the hooks and waits for them; a second caller waits for the end. One that cannot be started ends the starting. */
    final void runHooks() {
        synchronized (this) {
            while (ending) {
                waitForEnd();
            }
            ending = true;
        }
        try {
            for (Thread hook : hooks) {
                hook.start();
            }
        } catch (IllegalThreadStateException e) {
            return;
        }
        for (Thread hook : hooks) {
            hook.joinUninterruptibly();
        }
    }

    private void waitForEnd() {
        try {
            wait();
        } catch (InterruptedException e) {
            // The end comes all the same.
        }
    }

    public int availableProcessors() {
        return 1;
    }

    public long freeMemory() {
        return freeMemory0();
    }

    public long totalMemory() {
        return totalMemory0();
    }

    public long maxMemory() {
        return maxMemory0();
    }

    public void gc() {
        gc0();
    }

    @Deprecated(since = "18")
    public void runFinalization() {}

    /** The device has no libraries of native code. */
    public void loadLibrary(String libname) {
        if (libname.indexOf('/') >= 0) {
            throw new UnsatisfiedLinkError("Directory separator should not appear in library name: " + libname);
        }
        throw new UnsatisfiedLinkError(
                "no " + libname + " in java.library.path: " + System.getProperty("java.library.path"));
    }

    public void load(String filename) {
        if (!filename.startsWith("/")) {
            throw new UnsatisfiedLinkError("Expecting an absolute path of the library: " + filename);
        }
        throw new UnsatisfiedLinkError("Can't load library: " + filename);
    }

    private static native void exit0(int status);

    private static native void gc0();

    private static native long freeMemory0();

    private static native long totalMemory0();

    private static native long maxMemory0();
}
