package java.lang;

/** A set of threads and of other groups. Which threads belong to a group, the machine's list of live threads tells. */
public class ThreadGroup implements Thread.UncaughtExceptionHandler {
    private static final ThreadGroup SYSTEM = new ThreadGroup();
    private static final ThreadGroup MAIN = new ThreadGroup(SYSTEM, "main");

    private final String name;
    private final ThreadGroup parent;
    private int maxPriority;
    private boolean daemon;
    private boolean destroyed;
    private ThreadGroup[] groups = new ThreadGroup[0];

    private ThreadGroup() {
        name = "system";
        parent = null;
        maxPriority = Thread.MAX_PRIORITY;
    }

    public ThreadGroup(String name) {
        this(Thread.currentThread().getThreadGroup(), name);
    }

    public ThreadGroup(ThreadGroup parent, String name) {
        this.name = name;
        this.parent = parent;
        maxPriority = parent.maxPriority;
        daemon = parent.daemon;
        parent.add(this);
    }

    static ThreadGroup main() {
        return MAIN;
    }

    final void checkAlive() {
        if (destroyed) {
            throw new IllegalThreadStateException();
        }
    }

    private synchronized void add(ThreadGroup group) {
        checkAlive();
        ThreadGroup[] grown = new ThreadGroup[groups.length + 1];
        System.arraycopy(groups, 0, grown, 0, groups.length);
        grown[groups.length] = group;
        groups = grown;
    }

    private synchronized void remove(ThreadGroup group) {
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] == group) {
                ThreadGroup[] left = new ThreadGroup[groups.length - 1];
                System.arraycopy(groups, 0, left, 0, i);
                System.arraycopy(groups, i + 1, left, i, left.length - i);
                groups = left;
                return;
            }
        }
    }

    public final String getName() {
        return name;
    }

    public final ThreadGroup getParent() {
        return parent;
    }

    public final int getMaxPriority() {
        return maxPriority;
    }

    @Deprecated(since = "16", forRemoval = true)
    public final boolean isDaemon() {
        return daemon;
    }

    @Deprecated(since = "16", forRemoval = true)
    public synchronized boolean isDestroyed() {
        return destroyed;
    }

    @Deprecated(since = "16", forRemoval = true)
    public final void setDaemon(boolean daemon) {
        this.daemon = daemon;
    }

    public final void setMaxPriority(int priority) {
        if (priority < Thread.MIN_PRIORITY || priority > Thread.MAX_PRIORITY) {
            return;
        }
        maxPriority = parent == null ? priority : Math.min(priority, parent.maxPriority);
        for (ThreadGroup group : groups) {
            group.setMaxPriority(priority);
        }
    }

    public final boolean parentOf(ThreadGroup group) {
        for (ThreadGroup each = group; each != null; each = each.parent) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }

    @Deprecated(since = "17", forRemoval = true)
    public final void checkAccess() {}

    public int activeCount() {
        int count = 0;
        for (Thread thread : Thread.live()) {
            count += thread.isAlive() && parentOf(thread.getThreadGroup()) ? 1 : 0;
        }
        return count;
    }

    public int enumerate(Thread[] threads) {
        return enumerate(threads, true);
    }

    public int enumerate(Thread[] threads, boolean recurse) {
        int count = 0;
        for (Thread thread : Thread.live()) {
            ThreadGroup group = thread.getThreadGroup();
            boolean belongs = thread.isAlive() && (recurse ? parentOf(group) : group == this);
            if (belongs && count < threads.length) {
                threads[count++] = thread;
            }
        }
        return count;
    }

    public int activeGroupCount() {
        int count = groups.length;
        for (ThreadGroup group : groups) {
            count += group.activeGroupCount();
        }
        return count;
    }

    public int enumerate(ThreadGroup[] found) {
        return enumerate(found, true);
    }

    public int enumerate(ThreadGroup[] found, boolean recurse) {
        return enumerate(found, 0, recurse);
    }

    private int enumerate(ThreadGroup[] found, int from, boolean recurse) {
        int count = from;
        for (ThreadGroup group : groups) {
            if (count < found.length) {
                found[count++] = group;
                count = recurse ? group.enumerate(found, count, true) : count;
            }
        }
        return count;
    }

    public final void interrupt() {
        for (Thread thread : Thread.live()) {
            if (thread.isAlive() && parentOf(thread.getThreadGroup())) {
                thread.interrupt();
            }
        }
    }

    /** Threads cannot be stopped from outside on this device. */
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

    @Deprecated(since = "16", forRemoval = true)
    public final void destroy() {
        if (destroyed || activeCount() > 0) {
            throw new IllegalThreadStateException();
        }
        for (ThreadGroup group : groups.clone()) {
            group.destroy();
        }
        if (parent != null) {
            destroyed = true;
            parent.remove(this);
        }
    }

    public void list() {
        list("");
    }

    private void list(String indent) {
        System.out.println(indent + this);
        String inner = indent + "    ";
        for (Thread thread : Thread.live()) {
            if (thread.isAlive() && thread.getThreadGroup() == this) {
                System.out.println(inner + thread);
            }
        }
        for (ThreadGroup group : groups) {
            group.list(inner);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable exception) {
        if (parent != null) {
            parent.uncaughtException(thread, exception);
            return;
        }
        Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        if (handler != null) {
            handler.uncaughtException(thread, exception);
        } else if (!(exception instanceof ThreadDeath)) {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            exception.printStackTrace(System.err);
        }
    }

    @Override
    public String toString() {
        return getClass().getName() + "[name=" + name + ",maxpri=" + maxPriority + "]";
    }
}
