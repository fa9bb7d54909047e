package java.lang.ref;

/** Refers to an object. On this device the collector treats the referent as strongly held. */
public abstract class Reference<T> {
    private T referent;
    private ReferenceQueue<? super T> queue;

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
        ReferenceQueue<? super T> target = queue;
        queue = null;
        return target != null && target.add(this);
    }

    @Deprecated(since = "16")
    public boolean isEnqueued() {
        return false;
    }

    @Override
    protected Object clone() throws CloneNotSupportedException {
        throw new CloneNotSupportedException();
    }

    public static void reachabilityFence(Object ref) {}
}
