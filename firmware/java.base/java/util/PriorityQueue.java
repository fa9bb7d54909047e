package java.util;

import java.io.Serializable;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A binary heap in an array; iteration is in the order of the array. */
public class PriorityQueue<E> extends AbstractQueue<E> implements Serializable {
    private static final int DEFAULT_CAPACITY = 11;

    private Object[] heap;
    private int size;
    private final Comparator<? super E> comparator;
    private int modCount;

    public PriorityQueue() {
        this(DEFAULT_CAPACITY, null);
    }

    public PriorityQueue(int initialCapacity) {
        this(initialCapacity, null);
    }

    public PriorityQueue(Comparator<? super E> comparator) {
        this(DEFAULT_CAPACITY, comparator);
    }

    public PriorityQueue(int initialCapacity, Comparator<? super E> comparator) {
        if (initialCapacity < 1) {
            throw new IllegalArgumentException();
        }
        this.heap = new Object[initialCapacity];
        this.comparator = comparator;
    }

    /** Takes the order of a sorted set or a priority queue, otherwise the natural one. */
    public PriorityQueue(Collection<? extends E> c) {
        this(orderOf(c), c, !(c instanceof SortedSet) && !(c instanceof PriorityQueue));
    }

    @SuppressWarnings("unchecked")
    public PriorityQueue(PriorityQueue<? extends E> c) {
        this((Comparator<? super E>) c.comparator(), c, false);
    }

    @SuppressWarnings("unchecked")
    public PriorityQueue(SortedSet<? extends E> c) {
        this((Comparator<? super E>) c.comparator(), c, false);
    }

    private PriorityQueue(Comparator<? super E> comparator, Collection<? extends E> c, boolean unordered) {
        Object[] elements = c.toArray();
        for (Object e : elements) {
            Objects.requireNonNull(e);
        }
        this.comparator = comparator;
        this.heap = Arrays.copyOf(elements, Math.max(1, elements.length), Object[].class);
        this.size = elements.length;
        if (unordered) {
            heapify();
        }
    }

    @SuppressWarnings("unchecked")
    private static <E> Comparator<? super E> orderOf(Collection<? extends E> c) {
        if (c instanceof SortedSet) {
            return (Comparator<? super E>) ((SortedSet<? extends E>) c).comparator();
        }
        return c instanceof PriorityQueue ? (Comparator<? super E>) ((PriorityQueue<? extends E>) c).comparator() : null;
    }

    @SuppressWarnings("unchecked")
    private int compare(Object a, Object b) {
        return comparator == null ? ((Comparable<Object>) a).compareTo(b) : comparator.compare((E) a, (E) b);
    }

    private void heapify() {
        for (int i = (size >>> 1) - 1; i >= 0; i--) {
            siftDown(i, heap[i]);
        }
    }

    /** The cast matters for the first element, which is compared with nothing. */
    private static Comparable<?> requireComparable(Object element) {
        return (Comparable<?>) element;
    }

    /** Puts an element at a place or above it. */
    private void siftUp(int place, Object element) {
        if (comparator == null) {
            requireComparable(element);
        }
        while (place > 0) {
            int parent = place - 1 >>> 1;
            if (compare(element, heap[parent]) >= 0) {
                break;
            }
            heap[place] = heap[parent];
            place = parent;
        }
        heap[place] = element;
    }

    /** Puts an element at a place or below it. */
    private void siftDown(int place, Object element) {
        int firstLeaf = size >>> 1;
        while (place < firstLeaf) {
            int child = 2 * place + 1;
            if (child + 1 < size && compare(heap[child], heap[child + 1]) > 0) {
                child++;
            }
            if (compare(element, heap[child]) <= 0) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = element;
    }

    @Override
    public boolean add(E e) {
        return offer(e);
    }

    @Override
    public boolean offer(E e) {
        Objects.requireNonNull(e);
        modCount++;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size < 64 ? 2 * size + 2 : size + (size >> 1));
        }
        siftUp(size, e);
        size++;
        return true;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E peek() {
        return (E) heap[0];
    }

    @Override
    public E poll() {
        E first = peek();
        if (first != null) {
            modCount++;
            Object last = heap[--size];
            heap[size] = null;
            if (size > 0) {
                siftDown(0, last);
            }
        }
        return first;
    }

    private int indexOf(Object o) {
        for (int i = 0; o != null && i < size; i++) {
            if (o.equals(heap[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean remove(Object o) {
        int index = indexOf(o);
        if (index < 0) {
            return false;
        }
        removeAt(index);
        return true;
    }

    /** The element that took a place before {@code index}, where an iterator has been already; otherwise null. */
    @SuppressWarnings("unchecked")
    private E removeAt(int index) {
        modCount++;
        size--;
        Object moved = heap[size];
        heap[size] = null;
        if (index == size) {
            return null;
        }
        siftDown(index, moved);
        if (heap[index] == moved) {
            siftUp(index, moved);
            if (heap[index] != moved) {
                return (E) moved;
            }
        }
        return null;
    }

    @Override
    public boolean contains(Object o) {
        return indexOf(o) >= 0;
    }

    @Override
    public Object[] toArray() {
        return Arrays.copyOf(heap, size);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void clear() {
        modCount++;
        Arrays.fill(heap, 0, size, null);
        size = 0;
    }

    public Comparator<? super E> comparator() {
        return comparator;
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        int expected = ++modCount;
        Object[] kept = new Object[heap.length];
        int keptCount = 0;
        for (int i = 0; i < size; i++) {
            if (!filter.test((E) heap[i])) {
                kept[keptCount++] = heap[i];
            }
        }
        checkModCount(expected);
        if (keptCount == size) {
            return false;
        }
        heap = kept;
        size = keptCount;
        heapify();
        return true;
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
    public void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        int count = size;
        for (int i = 0; i < count; i++) {
            action.accept((E) heap[i]);
        }
        checkModCount(expected);
    }

    private void checkModCount(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    @Override
    public Iterator<E> iterator() {
        return new Walk();
    }

    /** Elements that a removal moved to a place already passed come at the end. */
    private final class Walk implements Iterator<E> {
        private int next;
        private int returned = -1;
        private ArrayDeque<E> moved;
        private E returnedMoved;
        private int expectedModCount = modCount;

        @Override
        public boolean hasNext() {
            return next < size || moved != null && !moved.isEmpty();
        }

        @Override
        @SuppressWarnings("unchecked")
        public E next() {
            checkModCount(expectedModCount);
            if (next < size) {
                returned = next++;
                return (E) heap[returned];
            }
            returned = -1;
            returnedMoved = moved == null ? null : moved.poll();
            if (returnedMoved == null) {
                throw new NoSuchElementException();
            }
            return returnedMoved;
        }

        @Override
        public void remove() {
            checkModCount(expectedModCount);
            if (returned >= 0) {
                E passed = removeAt(returned);
                returned = -1;
                if (passed == null) {
                    next--;
                } else {
                    moved = moved == null ? new ArrayDeque<>() : moved;
                    moved.add(passed);
                }
            } else if (returnedMoved != null) {
                removeIdentical(returnedMoved);
                returnedMoved = null;
            } else {
                throw new IllegalStateException();
            }
            expectedModCount = modCount;
        }

        private void removeIdentical(E element) {
            int index = 0;
            while (index < size && heap[index] != element) {
                index++;
            }
            if (index < size) {
                removeAt(index);
            }
        }
    }
}
