package java.util;

import java.io.Serializable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A list in an array that grows by half of its size. */
public class ArrayList<E> extends AbstractList<E> implements List<E>, RandomAccess, Cloneable, Serializable {
    private static final Object[] EMPTY = {};
    private static final int FIRST_CAPACITY = 10;

    private Object[] elements;
    private int size;

    public ArrayList() {
        elements = EMPTY;
    }

    public ArrayList(int initialCapacity) {
        if (initialCapacity < 0) {
            throw new IllegalArgumentException("Illegal Capacity: " + initialCapacity);
        }
        elements = initialCapacity == 0 ? EMPTY : new Object[initialCapacity];
    }

    public ArrayList(Collection<? extends E> c) {
        Object[] array = c.toArray();
        elements = c.getClass() == ArrayList.class ? array : Arrays.copyOf(array, array.length, Object[].class);
        size = array.length;
    }

    public void trimToSize() {
        modCount++;
        if (size < elements.length) {
            elements = Arrays.copyOf(elements, size);
        }
    }

    public void ensureCapacity(int minCapacity) {
        if (minCapacity > elements.length) {
            modCount++;
            reserve(minCapacity);
        }
    }

    private void reserve(int capacity) {
        if (capacity < 0) {
            throw new OutOfMemoryError("Required length exceeds implementation limit");
        }
        if (capacity > elements.length) {
            int grown = elements.length == 0 ? FIRST_CAPACITY : elements.length + (elements.length >> 1);
            elements = Arrays.copyOf(elements, Math.max(capacity, grown));
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public boolean contains(Object o) {
        return indexOf(o) >= 0;
    }

    @Override
    public int indexOf(Object o) {
        for (int i = 0; i < size; i++) {
            if (o == null ? elements[i] == null : o.equals(elements[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(Object o) {
        for (int i = size - 1; i >= 0; i--) {
            if (o == null ? elements[i] == null : o.equals(elements[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object clone() {
        try {
            ArrayList<E> copy = (ArrayList<E>) super.clone();
            copy.elements = Arrays.copyOf(elements, size);
            copy.modCount = 0;
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new InternalError(impossible);
        }
    }

    @Override
    public Object[] toArray() {
        return Arrays.copyOf(elements, size);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T[] toArray(T[] a) {
        if (a.length < size) {
            return (T[]) Arrays.copyOf(elements, size, a.getClass());
        }
        System.arraycopy(elements, 0, a, 0, size);
        if (a.length > size) {
            a[size] = null;
        }
        return a;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int index) {
        if (index < 0 || index >= size) {
            Objects.checkIndex(index, size);
        }
        return (E) elements[index];
    }

    @Override
    @SuppressWarnings("unchecked")
    public E set(int index, E element) {
        Objects.checkIndex(index, size);
        E old = (E) elements[index];
        elements[index] = element;
        return old;
    }

    @Override
    public boolean add(E e) {
        modCount++;
        if (size == elements.length) {
            reserve(size + 1);
        }
        elements[size++] = e;
        return true;
    }

    @Override
    public void add(int index, E element) {
        checkPosition(index, size);
        modCount++;
        open(index, 1);
        elements[index] = element;
    }

    /** Makes room for {@code count} elements at {@code index}. */
    private void open(int index, int count) {
        reserve(size + count);
        System.arraycopy(elements, index, elements, index + count, size - index);
        size += count;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E remove(int index) {
        Objects.checkIndex(index, size);
        E old = (E) elements[index];
        modCount++;
        close(index, index + 1);
        return old;
    }

    /** Takes the elements between both indices out. */
    private void close(int from, int to) {
        System.arraycopy(elements, to, elements, from, size - to);
        int end = size - (to - from);
        Arrays.fill(elements, end, size, null);
        size = end;
    }

    @Override
    public boolean remove(Object o) {
        int index = indexOf(o);
        if (index < 0) {
            return false;
        }
        modCount++;
        close(index, index + 1);
        return true;
    }

    @Override
    public void clear() {
        modCount++;
        Arrays.fill(elements, 0, size, null);
        size = 0;
    }

    @Override
    public boolean addAll(Collection<? extends E> c) {
        return addAll(size, c);
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> c) {
        checkPosition(index, size);
        Object[] added = c.toArray();
        modCount++;
        if (added.length == 0) {
            return false;
        }
        open(index, added.length);
        System.arraycopy(added, 0, elements, index, added.length);
        return true;
    }

    @Override
    protected void removeRange(int fromIndex, int toIndex) {
        if (fromIndex > toIndex) {
            throw new IndexOutOfBoundsException("From Index: " + fromIndex + " > To Index: " + toIndex);
        }
        modCount++;
        close(fromIndex, toIndex);
    }

    @Override
    public boolean removeAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return keepWhere(c, false);
    }

    @Override
    public boolean retainAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return keepWhere(c, true);
    }

    /** Keeps what {@code c} contains, or what it does not; the list stays whole if {@code c} throws. */
    private boolean keepWhere(Collection<?> c, boolean contained) {
        int kept = 0;
        int read = 0;
        try {
            for (; read < size; read++) {
                if (c.contains(elements[read]) == contained) {
                    elements[kept++] = elements[read];
                }
            }
        } finally {
            if (kept < read) {
                modCount += read - kept;
                close(kept, read);
            }
        }
        return kept < read;
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        int expected = modCount;
        boolean[] doomed = new boolean[size];
        int doomedCount = 0;
        for (int i = 0; modCount == expected && i < size; i++) {
            doomed[i] = filter.test((E) elements[i]);
            doomedCount += doomed[i] ? 1 : 0;
        }
        checkModCount(expected);
        if (doomedCount == 0) {
            return false;
        }
        modCount++;
        int kept = 0;
        for (int i = 0; i < doomed.length; i++) {
            if (!doomed[i]) {
                elements[kept++] = elements[i];
            }
        }
        close(kept, size);
        return true;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        int count = size;
        for (int i = 0; modCount == expected && i < count; i++) {
            action.accept((E) elements[i]);
        }
        checkModCount(expected);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void replaceAll(UnaryOperator<E> operator) {
        Objects.requireNonNull(operator);
        int expected = modCount;
        int count = size;
        for (int i = 0; modCount == expected && i < count; i++) {
            elements[i] = operator.apply((E) elements[i]);
        }
        checkModCount(expected);
        modCount++;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void sort(Comparator<? super E> c) {
        int expected = modCount;
        Arrays.sort((E[]) elements, 0, size, c);
        checkModCount(expected);
        modCount++;
    }

    @Override
    public int hashCode() {
        int expected = modCount;
        int hash = 1;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + Objects.hashCode(elements[i]);
        }
        checkModCount(expected);
        return hash;
    }

    private void checkModCount(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    @Override
    public Iterator<E> iterator() {
        return new Cursor(0);
    }

    @Override
    public ListIterator<E> listIterator() {
        return new Cursor(0);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        checkPosition(index, size);
        return new Cursor(index);
    }

    private final class Cursor implements ListIterator<E> {
        private int cursor;
        private int last = -1;
        private int expectedModCount = modCount;

        Cursor(int cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            return cursor != size;
        }

        @Override
        @SuppressWarnings("unchecked")
        public E next() {
            checkModCount(expectedModCount);
            if (cursor >= size) {
                throw new NoSuchElementException();
            }
            last = cursor++;
            return (E) elements[last];
        }

        @Override
        public boolean hasPrevious() {
            return cursor != 0;
        }

        @Override
        @SuppressWarnings("unchecked")
        public E previous() {
            checkModCount(expectedModCount);
            if (cursor <= 0) {
                throw new NoSuchElementException();
            }
            last = --cursor;
            return (E) elements[last];
        }

        @Override
        public int nextIndex() {
            return cursor;
        }

        @Override
        public int previousIndex() {
            return cursor - 1;
        }

        @Override
        public void remove() {
            checkLast();
            ArrayList.this.remove(last);
            cursor = last;
            last = -1;
            expectedModCount = modCount;
        }

        @Override
        public void set(E e) {
            checkLast();
            elements[last] = e;
        }

        @Override
        public void add(E e) {
            checkModCount(expectedModCount);
            ArrayList.this.add(cursor++, e);
            last = -1;
            expectedModCount = modCount;
        }

        private void checkLast() {
            if (last < 0) {
                throw new IllegalStateException();
            }
            checkModCount(expectedModCount);
        }
    }
}
