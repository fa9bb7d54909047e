package java.util;

import java.io.Serializable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The older, synchronized list in an array. */
public class Vector<E> extends AbstractList<E> implements List<E>, RandomAccess, Cloneable, Serializable {
    protected Object[] elementData;
    protected int elementCount;
    /** How much the array grows; it doubles if this is not positive. */
    protected int capacityIncrement;

    public Vector(int initialCapacity, int capacityIncrement) {
        if (initialCapacity < 0) {
            throw new IllegalArgumentException("Illegal Capacity: " + initialCapacity);
        }
        this.elementData = new Object[initialCapacity];
        this.capacityIncrement = capacityIncrement;
    }

    public Vector(int initialCapacity) {
        this(initialCapacity, 0);
    }

    public Vector() {
        this(10, 0);
    }

    public Vector(Collection<? extends E> c) {
        Object[] array = c.toArray();
        elementData = Arrays.copyOf(array, array.length, Object[].class);
        elementCount = array.length;
    }

    public synchronized void copyInto(Object[] anArray) {
        System.arraycopy(elementData, 0, anArray, 0, elementCount);
    }

    public synchronized void trimToSize() {
        modCount++;
        if (elementCount < elementData.length) {
            elementData = Arrays.copyOf(elementData, elementCount);
        }
    }

    public synchronized void ensureCapacity(int minCapacity) {
        if (minCapacity > 0) {
            modCount++;
            reserve(minCapacity);
        }
    }

    private void reserve(int minCapacity) {
        if (minCapacity > elementData.length) {
            int growth = capacityIncrement > 0 ? capacityIncrement : elementData.length;
            elementData = Arrays.copyOf(elementData, Math.max(minCapacity, elementData.length + growth));
        }
    }

    public synchronized void setSize(int newSize) {
        modCount++;
        reserve(newSize);
        for (int i = newSize; i < elementCount; i++) {
            elementData[i] = null;
        }
        elementCount = newSize;
    }

    public synchronized int capacity() {
        return elementData.length;
    }

    @Override
    public synchronized int size() {
        return elementCount;
    }

    @Override
    public synchronized boolean isEmpty() {
        return elementCount == 0;
    }

    /** Notices no changes. */
    public Enumeration<E> elements() {
        return new Enumeration<E>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < elementCount;
            }

            @Override
            public E nextElement() {
                synchronized (Vector.this) {
                    if (next >= elementCount) {
                        throw new NoSuchElementException("Vector Enumeration");
                    }
                    return at(next++);
                }
            }
        };
    }

    @SuppressWarnings("unchecked")
    private E at(int index) {
        return (E) elementData[index];
    }

    @Override
    public boolean contains(Object o) {
        return indexOf(o, 0) >= 0;
    }

    @Override
    public int indexOf(Object o) {
        return indexOf(o, 0);
    }

    public synchronized int indexOf(Object o, int index) {
        for (int i = index; i < elementCount; i++) {
            if (Objects.equals(o, elementData[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public synchronized int lastIndexOf(Object o) {
        return lastIndexOf(o, elementCount - 1);
    }

    public synchronized int lastIndexOf(Object o, int index) {
        if (index >= elementCount) {
            throw new IndexOutOfBoundsException(index + " >= " + elementCount);
        }
        for (int i = index; i >= 0; i--) {
            if (Objects.equals(o, elementData[i])) {
                return i;
            }
        }
        return -1;
    }

    private void checkBelowCount(int index) {
        if (index >= elementCount) {
            throw new ArrayIndexOutOfBoundsException(index + " >= " + elementCount);
        }
    }

    private void checkIndex(int index) {
        if (index >= elementCount) {
            throw new ArrayIndexOutOfBoundsException(index);
        }
    }

    public synchronized E elementAt(int index) {
        checkBelowCount(index);
        return at(index);
    }

    public synchronized E firstElement() {
        if (elementCount == 0) {
            throw new NoSuchElementException();
        }
        return at(0);
    }

    public synchronized E lastElement() {
        if (elementCount == 0) {
            throw new NoSuchElementException();
        }
        return at(elementCount - 1);
    }

    public synchronized void setElementAt(E obj, int index) {
        checkBelowCount(index);
        elementData[index] = obj;
    }

    public synchronized void removeElementAt(int index) {
        checkBelowCount(index);
        if (index < 0) {
            throw new ArrayIndexOutOfBoundsException(index);
        }
        close(index, index + 1);
    }

    /** Takes the elements between both indices out. */
    private void close(int from, int to) {
        modCount++;
        System.arraycopy(elementData, to, elementData, from, elementCount - to);
        int end = elementCount - (to - from);
        Arrays.fill(elementData, end, elementCount, null);
        elementCount = end;
    }

    public synchronized void insertElementAt(E obj, int index) {
        if (index > elementCount) {
            throw new ArrayIndexOutOfBoundsException(index + " > " + elementCount);
        }
        modCount++;
        reserve(elementCount + 1);
        System.arraycopy(elementData, index, elementData, index + 1, elementCount - index);
        elementData[index] = obj;
        elementCount++;
    }

    public synchronized void addElement(E obj) {
        modCount++;
        reserve(elementCount + 1);
        elementData[elementCount++] = obj;
    }

    public synchronized boolean removeElement(Object obj) {
        int index = indexOf(obj, 0);
        if (index < 0) {
            return false;
        }
        close(index, index + 1);
        return true;
    }

    public synchronized void removeAllElements() {
        modCount++;
        Arrays.fill(elementData, 0, elementCount, null);
        elementCount = 0;
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized Object clone() {
        try {
            Vector<E> copy = (Vector<E>) super.clone();
            copy.elementData = Arrays.copyOf(elementData, elementCount);
            copy.modCount = 0;
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new InternalError(impossible);
        }
    }

    @Override
    public synchronized Object[] toArray() {
        return Arrays.copyOf(elementData, elementCount);
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <T> T[] toArray(T[] a) {
        if (a.length < elementCount) {
            return (T[]) Arrays.copyOf(elementData, elementCount, a.getClass());
        }
        System.arraycopy(elementData, 0, a, 0, elementCount);
        if (a.length > elementCount) {
            a[elementCount] = null;
        }
        return a;
    }

    @Override
    public synchronized E get(int index) {
        checkIndex(index);
        return at(index);
    }

    @Override
    public synchronized E set(int index, E element) {
        checkIndex(index);
        E old = at(index);
        elementData[index] = element;
        return old;
    }

    @Override
    public synchronized boolean add(E e) {
        addElement(e);
        return true;
    }

    @Override
    public boolean remove(Object o) {
        return removeElement(o);
    }

    @Override
    public void add(int index, E element) {
        insertElementAt(element, index);
    }

    @Override
    public synchronized E remove(int index) {
        checkIndex(index);
        E old = at(index);
        close(index, index + 1);
        return old;
    }

    @Override
    public void clear() {
        removeAllElements();
    }

    @Override
    public synchronized boolean containsAll(Collection<?> c) {
        return super.containsAll(c);
    }

    @Override
    public synchronized boolean addAll(Collection<? extends E> c) {
        return addAll(elementCount, c);
    }

    @Override
    public synchronized boolean addAll(int index, Collection<? extends E> c) {
        if (index < 0 || index > elementCount) {
            throw new ArrayIndexOutOfBoundsException(index);
        }
        Object[] added = c.toArray();
        modCount++;
        if (added.length == 0) {
            return false;
        }
        reserve(elementCount + added.length);
        System.arraycopy(elementData, index, elementData, index + added.length, elementCount - index);
        System.arraycopy(added, 0, elementData, index, added.length);
        elementCount += added.length;
        return true;
    }

    @Override
    public synchronized boolean removeAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeIf(c::contains);
    }

    @Override
    public synchronized boolean retainAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeIf(e -> !c.contains(e));
    }

    @Override
    public synchronized boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        int expected = modCount;
        Object[] kept = new Object[elementCount];
        int keptCount = 0;
        for (int i = 0; modCount == expected && i < elementCount; i++) {
            if (!filter.test(at(i))) {
                kept[keptCount++] = elementData[i];
            }
        }
        checkModCount(expected);
        if (keptCount == elementCount) {
            return false;
        }
        System.arraycopy(kept, 0, elementData, 0, keptCount);
        close(keptCount, elementCount);
        return true;
    }

    @Override
    public synchronized boolean equals(Object o) {
        return super.equals(o);
    }

    @Override
    public synchronized int hashCode() {
        return super.hashCode();
    }

    @Override
    public synchronized String toString() {
        return super.toString();
    }

    @Override
    public synchronized List<E> subList(int fromIndex, int toIndex) {
        return SynchronizedViews.list(super.subList(fromIndex, toIndex), this);
    }

    @Override
    protected synchronized void removeRange(int fromIndex, int toIndex) {
        close(fromIndex, toIndex);
    }

    @Override
    public synchronized void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        int count = elementCount;
        for (int i = 0; modCount == expected && i < count; i++) {
            action.accept(at(i));
        }
        checkModCount(expected);
    }

    @Override
    public synchronized void replaceAll(UnaryOperator<E> operator) {
        Objects.requireNonNull(operator);
        int expected = modCount;
        int count = elementCount;
        for (int i = 0; modCount == expected && i < count; i++) {
            elementData[i] = operator.apply(at(i));
        }
        checkModCount(expected);
        modCount++;
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized void sort(Comparator<? super E> c) {
        int expected = modCount;
        Arrays.sort((E[]) elementData, 0, elementCount, c);
        checkModCount(expected);
        modCount++;
    }

    private void checkModCount(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    @Override
    public synchronized ListIterator<E> listIterator(int index) {
        if (index < 0 || index > elementCount) {
            throw new IndexOutOfBoundsException("Index: " + index);
        }
        return super.listIterator(index);
    }

    @Override
    NoSuchElementException beyondEnd(IndexOutOfBoundsException cause) {
        return new NoSuchElementException();
    }
}
