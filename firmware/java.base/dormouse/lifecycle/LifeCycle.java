package dormouse.lifecycle;

import dormouse.service.ProcessControl;
import java.util.ArrayList;
import java.util.List;

/** The process's own life cycle: what it can ask for, and hear. */
public final class LifeCycle {
    private static final List<LifeCycleListener> LISTENERS = new ArrayList<>();
    private static Thread hearer;

    private LifeCycle() {}

    /**
     * Asks for this process's suspension, and returns when it was resumed. Resources are told before and after; one that refuses keeps it from
     * being suspended.
     */
    public static void suspend() throws CheckpointException, RestoreException {
        Context<Resource> context = Core.getGlobalContext();
        context.beforeCheckpoint(context);
        ProcessControl.suspend();
        context.afterRestore(context);
    }

    public static synchronized void addListener(LifeCycleListener listener) {
        LISTENERS.add(listener);
        begin();
    }

    /** From the first resource or listener on, somebody waits for what the device has to say. */
    static synchronized void begin() {
        if (hearer == null) {
            hearer = new Thread(LifeCycle::hear, "life cycle");
            hearer.setDaemon(true);
            hearer.start();
        }
    }

    private static void hear() {
        for (;;) {
            int event = ProcessControl.await();
            if (event == ProcessControl.SUSPENSION_ASKED) {
                suspendAsAsked();
            } else {
                tell(event);
            }
        }
    }

    /** Who asks from outside is not refused: a resource that fails is reported. */
    private static void suspendAsAsked() {
        Context<Resource> context = Core.getGlobalContext();
        try {
            context.beforeCheckpoint(context);
        } catch (CheckpointException e) {
            report(e);
        }
        ProcessControl.suspend();
        try {
            context.afterRestore(context);
        } catch (RestoreException e) {
            report(e);
        }
    }

    private static void tell(int event) {
        LifeCycleListener[] told;
        synchronized (LifeCycle.class) {
            told = LISTENERS.toArray(new LifeCycleListener[0]);
        }
        for (LifeCycleListener listener : told) {
            try {
                listener.handleLifeCycleEvent(event);
            } catch (RuntimeException e) {
                report(e);
            }
        }
    }

    private static void report(Exception e) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
}
