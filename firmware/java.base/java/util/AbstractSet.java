package java.util;

/** A set on top of {@code iterator} and {@code size}. */
public abstract class AbstractSet<E> extends AbstractCollection<E> implements Set<E> {
    protected AbstractSet() {}

    @Override
    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof Set)) {
            return false;
        }
        Set<?> other = (Set<?>) o;
        if (other.size() != size()) {
            return false;
        }
        try {
            return containsAll(other);
        } catch (ClassCastException | NullPointerException otherKind) {
            return false;
        }
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (E e : this) {
            hash += Objects.hashCode(e);
        }
        return hash;
    }

    /** Walks the smaller of both collections. */
    @Override
    public boolean removeAll(Collection<?> c) {
        if (size() <= c.size()) {
            return super.removeAll(c);
        }
        boolean changed = false;
        for (Object o : c) {
            changed |= remove(o);
        }
        return changed;
    }
}
