package java.util.concurrent;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A list whose array is never changed: each change makes a new one. Iterators walk the array that they began with. */
public class CopyOnWriteArrayList<E> implements List<E>, RandomAccess, Cloneable, Serializable {
    private volatile Object[] array;

    public CopyOnWriteArrayList() {
        array = new Object[0];
    }

    public CopyOnWriteArrayList(Collection<? extends E> c) {
        Object[] elements = c.toArray();
        array = Arrays.copyOf(elements, elements.length, Object[].class);
    }

    public CopyOnWriteArrayList(E[] toCopyIn) {
        array = Arrays.copyOf(toCopyIn, toCopyIn.length, Object[].class);
    }

    @SuppressWarnings("unchecked")
    private List<E> asList() {
        return (List<E>) Arrays.asList(array);
    }

    private static void checkPosition(int index, int size) {
        if (index < 0 || index > size) {
            throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
        }
    }

    @Override
    public int size() {
        return array.length;
    }

    @Override
    public boolean isEmpty() {
        return array.length == 0;
    }

    @Override
    public boolean contains(Object o) {
        return asList().contains(o);
    }

    @Override
    public int indexOf(Object o) {
        return asList().indexOf(o);
    }

    public int indexOf(E e, int index) {
        Object[] elements = array;
        for (int i = index; i < elements.length; i++) {
            if (Objects.equals(e, elements[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(Object o) {
        return asList().lastIndexOf(o);
    }

    public int lastIndexOf(E e, int index) {
        Object[] elements = array;
        for (int i = index; i >= 0; i--) {
            if (Objects.equals(e, elements[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean containsAll(Collection<?> c) {
        return asList().containsAll(c);
    }

    @Override
    public Object[] toArray() {
        return array.clone();
    }

    @Override
    public <T> T[] toArray(T[] a) {
        return asList().toArray(a);
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int index) {
        return (E) array[index];
    }

    @Override
    public synchronized E set(int index, E element) {
        E old = get(index);
        Object[] changed = array.clone();
        changed[index] = element;
        array = changed;
        return old;
    }

    @Override
    public synchronized boolean add(E e) {
        Object[] changed = Arrays.copyOf(array, array.length + 1);
        changed[changed.length - 1] = e;
        array = changed;
        return true;
    }

    @Override
    public void add(int index, E element) {
        insert(index, new Object[] {element});
    }

    private synchronized void insert(int index, Object[] added) {
        checkPosition(index, array.length);
        Object[] changed = new Object[array.length + added.length];
        System.arraycopy(array, 0, changed, 0, index);
        System.arraycopy(added, 0, changed, index, added.length);
        System.arraycopy(array, index, changed, index + added.length, array.length - index);
        array = changed;
    }

    @Override
    public synchronized E remove(int index) {
        E old = get(index);
        cut(index, index + 1);
        return old;
    }

    private void cut(int from, int to) {
        Object[] changed = new Object[array.length - (to - from)];
        System.arraycopy(array, 0, changed, 0, from);
        System.arraycopy(array, to, changed, from, array.length - to);
        array = changed;
    }

    @Override
    public synchronized boolean remove(Object o) {
        int index = indexOf(o);
        if (index < 0) {
            return false;
        }
        cut(index, index + 1);
        return true;
    }

    public synchronized boolean addIfAbsent(E e) {
        return !contains(e) && add(e);
    }

    public synchronized int addAllAbsent(Collection<? extends E> c) {
        int count = 0;
        for (E e : c) {
            count += addIfAbsent(e) ? 1 : 0;
        }
        return count;
    }

    @Override
    public synchronized boolean addAll(Collection<? extends E> c) {
        return addAll(array.length, c);
    }

    @Override
    public synchronized boolean addAll(int index, Collection<? extends E> c) {
        Object[] added = c.toArray();
        insert(index, added);
        return added.length > 0;
    }

    @Override
    public boolean removeAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeIf(c::contains);
    }

    @Override
    public boolean retainAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeIf(e -> !c.contains(e));
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        Object[] kept = new Object[array.length];
        int count = 0;
        for (Object e : array) {
            if (!filter.test((E) e)) {
                kept[count++] = e;
            }
        }
        boolean changed = count < array.length;
        if (changed) {
            array = Arrays.copyOf(kept, count);
        }
        return changed;
    }

    @Override
    public synchronized void clear() {
        array = new Object[0];
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        asList().forEach(action);
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized void replaceAll(UnaryOperator<E> operator) {
        Objects.requireNonNull(operator);
        Object[] changed = array.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = operator.apply((E) changed[i]);
        }
        array = changed;
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized void sort(Comparator<? super E> c) {
        Object[] changed = array.clone();
        Arrays.sort((E[]) changed, c);
        array = changed;
    }

    @Override
    public String toString() {
        return asList().toString();
    }

    @Override
    public boolean equals(Object o) {
        return o == this || asList().equals(o);
    }

    @Override
    public int hashCode() {
        return asList().hashCode();
    }

    @Override
    public Object clone() {
        return new CopyOnWriteArrayList<>(this);
    }

    @Override
    public Iterator<E> iterator() {
        return new Walk<>(array, 0);
    }

    @Override
    public ListIterator<E> listIterator() {
        return new Walk<>(array, 0);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        checkPosition(index, array.length);
        return new Walk<>(array, index);
    }

    /** A window on this list; it fails when the list changes other than through it. */
    @Override
    public List<E> subList(int fromIndex, int toIndex) {
        if (fromIndex < 0 || toIndex > array.length || fromIndex > toIndex) {
            throw new IndexOutOfBoundsException();
        }
        return new Window(fromIndex, toIndex - fromIndex);
    }

    private final class Window extends AbstractList<E> implements RandomAccess {
        private final int offset;
        private int size;
        private Object[] expected = array;

        Window(int offset, int size) {
            this.offset = offset;
            this.size = size;
        }

        private void check(int index, int limit) {
            if (index < 0 || index >= limit) {
                throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
            }
            size();
        }

        private void changed(int growth) {
            size += growth;
            expected = array;
        }

        @Override
        public int size() {
            if (array != expected) {
                throw new ConcurrentModificationException();
            }
            return size;
        }

        @Override
        public E get(int index) {
            check(index, size);
            return CopyOnWriteArrayList.this.get(offset + index);
        }

        @Override
        public E set(int index, E element) {
            check(index, size);
            E old = CopyOnWriteArrayList.this.set(offset + index, element);
            changed(0);
            return old;
        }

        @Override
        public void add(int index, E element) {
            check(index, size + 1);
            CopyOnWriteArrayList.this.add(offset + index, element);
            changed(1);
        }

        @Override
        public E remove(int index) {
            check(index, size);
            E old = CopyOnWriteArrayList.this.remove(offset + index);
            changed(-1);
            return old;
        }
    }

    private static final class Walk<E> implements ListIterator<E> {
        private final Object[] snapshot;
        private int next;

        Walk(Object[] snapshot, int next) {
            this.snapshot = snapshot;
            this.next = next;
        }

        @Override
        public boolean hasNext() {
            return next < snapshot.length;
        }

        @Override
        @SuppressWarnings("unchecked")
        public E next() {
            if (next >= snapshot.length) {
                throw new NoSuchElementException();
            }
            return (E) snapshot[next++];
        }

        @Override
        public boolean hasPrevious() {
            return next > 0;
        }

        @Override
        @SuppressWarnings("unchecked")
        public E previous() {
            if (next <= 0) {
                throw new NoSuchElementException();
            }
            return (E) snapshot[--next];
        }

        @Override
        public int nextIndex() {
            return next;
        }

        @Override
        public int previousIndex() {
            return next - 1;
        }

        @Override
        public void remove() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void set(E e) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void add(E e) {
            throw new UnsupportedOperationException();
        }
    }
}
