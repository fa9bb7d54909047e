package java.util.concurrent.atomic;

/** A reference and a number that change together. */
public class AtomicStampedReference<V> {
    private V reference;
    private int stamp;

    public AtomicStampedReference(V initialRef, int initialStamp) {
        reference = initialRef;
        stamp = initialStamp;
    }

    public synchronized V getReference() {
        return reference;
    }

    public synchronized int getStamp() {
        return stamp;
    }

    public synchronized V get(int[] stampHolder) {
        stampHolder[0] = stamp;
        return reference;
    }

    public boolean weakCompareAndSet(V expectedReference, V newReference, int expectedStamp, int newStamp) {
        return compareAndSet(expectedReference, newReference, expectedStamp, newStamp);
    }

    public synchronized boolean compareAndSet(
            V expectedReference, V newReference, int expectedStamp, int newStamp) {
        boolean same = reference == expectedReference && stamp == expectedStamp;
        if (same) {
            set(newReference, newStamp);
        }
        return same;
    }

    public synchronized void set(V newReference, int newStamp) {
        reference = newReference;
        stamp = newStamp;
    }

    public synchronized boolean attemptStamp(V expectedReference, int newStamp) {
        boolean same = reference == expectedReference;
        if (same) {
            stamp = newStamp;
        }
        return same;
    }
}
