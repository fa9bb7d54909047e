package java.util;

import java.lang.reflect.Array;

/** A collection on top of {@code iterator} and {@code size}. */
public abstract class AbstractCollection<E> implements Collection<E> {
    protected AbstractCollection() {}

    @Override
    public abstract Iterator<E> iterator();

    @Override
    public abstract int size();

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public boolean contains(Object o) {
        Iterator<E> each = iterator();
        while (each.hasNext()) {
            if (Objects.equals(o, each.next())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Object[] toArray() {
        return fill(new Object[size()]);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T[] toArray(T[] a) {
        int size = size();
        T[] result = a.length >= size ? a : (T[]) Array.newInstance(a.getClass().getComponentType(), size);
        result = fill(result);
        if (result == a && a.length > size) {
            a[size] = null;
        }
        return result;
    }

    /** Copies the elements; follows a size that changes meanwhile. */
    @SuppressWarnings("unchecked")
    private <T> T[] fill(T[] array) {
        int count = 0;
        Iterator<E> each = iterator();
        while (each.hasNext()) {
            if (count == array.length) {
                array = Arrays.copyOf(array, count + (count >> 1) + 1);
            }
            array[count++] = (T) each.next();
        }
        return count < size() ? Arrays.copyOf(array, count) : array;
    }

    @Override
    public boolean add(E e) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(Object o) {
        Iterator<E> each = iterator();
        while (each.hasNext()) {
            if (Objects.equals(o, each.next())) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean containsAll(Collection<?> c) {
        for (Object o : c) {
            if (!contains(o)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean addAll(Collection<? extends E> c) {
        boolean changed = false;
        for (E e : c) {
            changed |= add(e);
        }
        return changed;
    }

    @Override
    public boolean removeAll(Collection<?> c) {
        return removeWhere(Objects.requireNonNull(c), true);
    }

    @Override
    public boolean retainAll(Collection<?> c) {
        return removeWhere(Objects.requireNonNull(c), false);
    }

    /** Removes what {@code c} contains, or what it does not. */
    private boolean removeWhere(Collection<?> c, boolean contained) {
        boolean changed = false;
        Iterator<E> each = iterator();
        while (each.hasNext()) {
            if (c.contains(each.next()) == contained) {
                each.remove();
                changed = true;
            }
        }
        return changed;
    }

    @Override
    public void clear() {
        Iterator<E> each = iterator();
        while (each.hasNext()) {
            each.next();
            each.remove();
        }
    }

    @Override
    public String toString() {
        Iterator<E> each = iterator();
        if (!each.hasNext()) {
            return "[]";
        }
        StringBuilder text = new StringBuilder();
        text.append('[');
        while (true) {
            E e = each.next();
            text.append(e == this ? "(this Collection)" : e);
            if (!each.hasNext()) {
                return text.append(']').toString();
            }
            text.append(", ");
        }
    }
}
