package java.lang;

import java.util.HashMap;
import java.util.Map;

/**
 * A thread. Threads are green and computation state: they are switched by ticks and survive a power cut.
 *
 * <p>The machine makes the main thread without running a constructor; enterMain makes good for that.
 */
public class Thread implements Runnable {
    public static final int MIN_PRIORITY = 1;
    public static final int NORM_PRIORITY = 5;
    public static final int MAX_PRIORITY = 10;

    private static final int NEW = 0;
    private static final int BLOCKED = 2;
    private static final int WAITING = 3;
    private static final int TIMED_WAITING = 4;
    private static final int SLEEPING = 5;

    private static int unnamedCount;
    private static long idCount = 1;
    private static UncaughtExceptionHandler defaultHandler;

    // The machine reads and writes these by name.
    private int vmSlot;
    private int vmStatus;
    private int vmTopFrame;
    private long vmWakeNanos;
    private Object vmWaitingFor;
    private int vmSavedRecursion;
    private boolean vmInterrupted;
    private boolean vmNotified;
    private Object[] vmDeepLocks;
    private int[] vmDeepCounts;
    private int vmOrder;

    private String name;
    private int priority;
    private boolean daemon;
    private long id;
    private ThreadGroup group;
    private Runnable target;
    private UncaughtExceptionHandler handler;
    private ClassLoader contextClassLoader;

    /** Whether contextClassLoader, which may be null, was set by this thread or the one that made it. */
    private boolean hasOwnLoader;

    /** Set while the thread still runs its last steps: the machine's status must stay true until it is gone. */
    private boolean ended;

    /** Owned by ThreadLocal. */
    ThreadLocal.Table threadLocals;

    /** Owned by InheritableThreadLocal. */
    ThreadLocal.Table inheritableThreadLocals;

    /** What a thread is doing. */
    public enum State {
        NEW,
        RUNNABLE,
        BLOCKED,
        WAITING,
        TIMED_WAITING,
        TERMINATED
    }

    /** Is told of an exception that ends a thread. */
    @FunctionalInterface
    public interface UncaughtExceptionHandler {
        void uncaughtException(Thread thread, Throwable exception);
    }

    public Thread() {
        this(null, null, nextName(), 0L);
    }

    public Thread(Runnable target) {
        this(null, target, nextName(), 0L);
    }

    public Thread(ThreadGroup group, Runnable target) {
        this(group, target, nextName(), 0L);
    }

    public Thread(String name) {
        this(null, null, name, 0L);
    }

    public Thread(ThreadGroup group, String name) {
        this(group, null, name, 0L);
    }

    public Thread(Runnable target, String name) {
        this(null, target, name, 0L);
    }

    public Thread(ThreadGroup group, Runnable target, String name) {
        this(group, target, name, 0L);
    }

    public Thread(ThreadGroup group, Runnable target, String name, long stackSize) {
        this(group, target, name, stackSize, true);
    }

    public Thread(ThreadGroup group, Runnable target, String name, long stackSize, boolean inheritThreadLocals) {
        if (name == null) {
            throw new NullPointerException("name cannot be null");
        }
        Thread parent = currentThread();
        this.name = name;
        this.group = group == null ? parent.getThreadGroup() : group;
        this.target = target;
        daemon = parent.daemon;
        contextClassLoader = parent.contextClassLoader;
        hasOwnLoader = parent.hasOwnLoader;
        priority = Math.min(parent.priority, this.group.getMaxPriority());
        if (inheritThreadLocals && parent.inheritableThreadLocals != null) {
            inheritableThreadLocals = parent.inheritableThreadLocals.inherited();
        }
        synchronized (Thread.class) {
            id = ++idCount;
        }
        this.group.checkAlive();
    }

    private static synchronized String nextName() {
        return "Thread-" + unnamedCount++;
    }

    /** The machine begins the main thread here. */
    private static void enterMain(String mainClass, String[] args) {
        Thread main = currentThread();
        main.priority = NORM_PRIORITY;
        main.id = 1;
        main.group = ThreadGroup.main();
        try {
            invokeMain0(mainClass, args);
        } catch (Throwable exception) {
            Runtime.exitStatus = 1;
            main.dispatch(exception);
        }
        System.out.flush();
        System.err.flush();
        main.end();
    }

    /** The machine begins every other thread here. */
    private void enter() {
        try {
            run();
        } catch (Throwable exception) {
            dispatch(exception);
        }
        end();
    }

    private void dispatch(Throwable exception) {
        try {
            getUncaughtExceptionHandler().uncaughtException(this, exception);
        } catch (Throwable second) {
            System.err.println("\nException: " + second.getClass().getName()
                + " thrown from the UncaughtExceptionHandler in thread \"" + name + "\"");
        }
    }

    private void end() {
        if (!daemon && isLastOfProcess()) {
            Runtime.getRuntime().runHooks();
        }
        target = null;
        handler = null;
        threadLocals = null;
        inheritableThreadLocals = null;
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        exit0();
    }

    private boolean isLastOfProcess() {
        for (Thread thread : threads0()) {
            if (thread != this && !thread.daemon && thread.isAlive()) {
                return false;
            }
        }
        return true;
    }

    public static native Thread currentThread();

    public static native void yield();

    public static void sleep(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        sleep0(nanosOfMillis(millis));
    }

    public static void sleep(long millis, int nanos) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (nanos < 0 || nanos > 999999) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        sleep0(Math.max(nanosOfMillis(millis) + nanos, nanosOfMillis(millis)));
    }

    static long nanosOfMillis(long millis) {
        return millis > Long.MAX_VALUE / 1_000_000L ? Long.MAX_VALUE : millis * 1_000_000L;
    }

    public static void onSpinWait() {
        Thread.yield();
    }

    @Override
    protected Object clone() throws CloneNotSupportedException {
        throw new CloneNotSupportedException();
    }

    public synchronized void start() {
        if (vmStatus != NEW) {
            throw new IllegalThreadStateException();
        }
        start0();
    }

    @Override
    public void run() {
        if (target != null) {
            target.run();
        }
    }

    public void interrupt() {
        interrupt0();
    }

    public static boolean interrupted() {
        Thread current = currentThread();
        boolean was = current.vmInterrupted;
        if (was) {
            current.vmInterrupted = false;
        }
        return was;
    }

    public boolean isInterrupted() {
        return vmInterrupted;
    }

    public final boolean isAlive() {
        return vmStatus != NEW && !ended;
    }

    /** A thread cannot be stopped from outside on this device. */
    @Deprecated(since = "1.2", forRemoval = true)
    public final void stop() {
        throw new UnsupportedOperationException();
    }

    @Deprecated(since = "1.2", forRemoval = true)
    public final void suspend() {
        throw new UnsupportedOperationException();
    }

    @Deprecated(since = "1.2", forRemoval = true)
    public final void resume() {
        throw new UnsupportedOperationException();
    }

    public final void setPriority(int newPriority) {
        checkAccess();
        if (newPriority > MAX_PRIORITY || newPriority < MIN_PRIORITY) {
            throw new IllegalArgumentException();
        }
        if (getThreadGroup() != null) {
            priority = Math.min(newPriority, group.getMaxPriority());
        }
    }

    public final int getPriority() {
        return priority;
    }

    public final synchronized void setName(String name) {
        checkAccess();
        if (name == null) {
            throw new NullPointerException("name cannot be null");
        }
        this.name = name;
    }

    public final String getName() {
        return name;
    }

    /** Null once the thread has ended. */
    public final ThreadGroup getThreadGroup() {
        return ended ? null : group;
    }

    public static int activeCount() {
        return currentThread().getThreadGroup().activeCount();
    }

    public static int enumerate(Thread[] threads) {
        return currentThread().getThreadGroup().enumerate(threads);
    }

    public final synchronized void join(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (millis == 0) {
            while (isAlive()) {
                wait(0);
            }
            return;
        }
        long start = System.nanoTime();
        long left = millis;
        while (left > 0 && isAlive()) {
            wait(left);
            left = millis - (System.nanoTime() - start) / 1_000_000L;
        }
    }

    public final synchronized void join(long millis, int nanos) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (nanos < 0 || nanos > 999999) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        join(nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis);
    }

    public final void join() throws InterruptedException {
        join(0);
    }

    final void joinUninterruptibly() {
        boolean interrupted = false;
        while (isAlive()) {
            try {
                join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            currentThread().interrupt();
        }
    }

    public static void dumpStack() {
        new Exception("Stack trace").printStackTrace();
    }

    public final void setDaemon(boolean on) {
        checkAccess();
        if (isAlive()) {
            throw new IllegalThreadStateException();
        }
        daemon = on;
    }

    public final boolean isDaemon() {
        return daemon;
    }

    @Deprecated(since = "17", forRemoval = true)
    public final void checkAccess() {}

    @Override
    public String toString() {
        ThreadGroup current = getThreadGroup();
        return "Thread[" + name + "," + priority + "," + (current == null ? "" : current.getName()) + "]";
    }

    public static native boolean holdsLock(Object object);

    /** Only of the current thread: of any other the trace is empty. */
    public StackTraceElement[] getStackTrace() {
        if (this != currentThread()) {
            return new StackTraceElement[0];
        }
        return new Exception().getStackTrace();
    }

    public long getId() {
        return id;
    }

    public State getState() {
        if (ended) {
            return State.TERMINATED;
        }
        switch (vmStatus) {
            case NEW: return State.NEW;
            case BLOCKED: return State.BLOCKED;
            case WAITING: return State.WAITING;
            case TIMED_WAITING:
            case SLEEPING: return State.TIMED_WAITING;
            default: return State.RUNNABLE;
        }
    }

    public static void setDefaultUncaughtExceptionHandler(UncaughtExceptionHandler handler) {
        defaultHandler = handler;
    }

    public static UncaughtExceptionHandler getDefaultUncaughtExceptionHandler() {
        return defaultHandler;
    }

    public UncaughtExceptionHandler getUncaughtExceptionHandler() {
        return handler != null ? handler : getThreadGroup();
    }

    public void setUncaughtExceptionHandler(UncaughtExceptionHandler handler) {
        checkAccess();
        this.handler = handler;
    }

    static Thread[] live() {
        return threads0();
    }

    private static native void sleep0(long nanos) throws InterruptedException;

    private static native void invokeMain0(String mainClass, String[] args);

    private native void start0();

    private native void interrupt0();

    /** The last call of a thread: it does not return. */
    private native void exit0();

    private static native Thread[] threads0();

    public ClassLoader getContextClassLoader() {
        return hasOwnLoader ? contextClassLoader : ClassLoader.getSystemClassLoader();
    }

    public void setContextClassLoader(ClassLoader loader) {
        contextClassLoader = loader;
        hasOwnLoader = true;
    }

    public static Map<Thread, StackTraceElement[]> getAllStackTraces() {
        Map<Thread, StackTraceElement[]> traces = new HashMap<>();
        for (Thread thread : threads0()) {
            if (thread.isAlive()) {
                traces.put(thread, thread.getStackTrace());
            }
        }
        return traces;
    }
}
