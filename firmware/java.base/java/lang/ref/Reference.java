package java.lang.ref;

/**
 * Refers to an object without keeping it alive. The collector clears references whose objects nothing else reaches, and
 * links those that have a queue into a list; whoever looks into a queue puts the list's members into their queues first.
 */
public abstract class Reference<T> {
    // The collector reads and writes these by name.
    private T referent;
    private ReferenceQueue<? super T> queue;
    private Reference<?> vmNext;

    private boolean enqueued;

    Reference(T referent, ReferenceQueue<? super T> queue) {
        this.referent = referent;
        this.queue = queue;
    }

    public T get() {
        return referent;
    }

    public final boolean refersTo(T object) {
        return referent == object;
    }

    public void clear() {
        referent = null;
    }

    public boolean enqueue() {
        referent = null;
        return enter();
    }

    /** Once: the queue is forgotten then. */
    private synchronized boolean enter() {
        ReferenceQueue<? super T> target = queue;
        if (target == null) {
            return false;
        }
        queue = null;
        enqueued = true;
        target.add(this);
        return true;
    }

    /** Taken out of its queue. */
    final void leaveQueue() {
        enqueued = false;
    }

    @Deprecated(since = "16")
    public boolean isEnqueued() {
        enterCleared();
        return enqueued;
    }

    /** Puts what the collector has cleared into the queues. */
    static void enterCleared() {
        Reference<?> next = takeCleared0();
        while (next != null) {
            Reference<?> one = next;
            next = one.vmNext;
            one.vmNext = null;
            one.enter();
        }
    }

    /** What the thread does that serves those who wait for a queue. */
    static void serveQueues() {
        while (true) {
            awaitCleared0();
            enterCleared();
        }
    }

    @Override
    protected Object clone() throws CloneNotSupportedException {
        throw new CloneNotSupportedException();
    }

    public static void reachabilityFence(Object ref) {}

    private static native Reference<?> takeCleared0();

    private static native void awaitCleared0();
}
