package java.util.concurrent.locks;

import java.util.Map;
import java.util.WeakHashMap;

/** Lets a thread wait for a permit of its own, of which there is at most one. */
public class LockSupport {
    private static final Map<Thread, Permit> PERMITS = new WeakHashMap<>();

    private static final class Permit {
        boolean present;
        Object blocker;
    }

    private LockSupport() {}

    private static Permit permitOf(Thread thread) {
        synchronized (PERMITS) {
            return PERMITS.computeIfAbsent(thread, t -> new Permit());
        }
    }

    public static void unpark(Thread thread) {
        if (thread != null) {
            Permit permit = permitOf(thread);
            synchronized (permit) {
                permit.present = true;
                permit.notify();
            }
        }
    }

    /** Until there is a permit, an interrupt, or the time is over. */
    private static void park(Object blocker, boolean timed, long nanos) {
        Permit permit = permitOf(Thread.currentThread());
        synchronized (permit) {
            if (!permit.present && !Thread.currentThread().isInterrupted() && (!timed || nanos > 0)) {
                permit.blocker = blocker;
                try {
                    if (timed) {
                        permit.wait(nanos / 1_000_000L, (int) (nanos % 1_000_000L));
                    } else {
                        permit.wait();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                permit.blocker = null;
            }
            permit.present = false;
        }
    }

    public static void park() {
        park(null, false, 0L);
    }

    public static void park(Object blocker) {
        park(blocker, false, 0L);
    }

    public static void parkNanos(long nanos) {
        park(null, true, nanos);
    }

    public static void parkNanos(Object blocker, long nanos) {
        park(blocker, true, nanos);
    }

    public static void parkUntil(long deadline) {
        parkUntil(null, deadline);
    }

    public static void parkUntil(Object blocker, long deadline) {
        park(blocker, true, (deadline - System.currentTimeMillis()) * 1_000_000L);
    }

    public static void setCurrentBlocker(Object blocker) {
        permitOf(Thread.currentThread()).blocker = blocker;
    }

    public static Object getBlocker(Thread t) {
        return permitOf(t).blocker;
    }
}
