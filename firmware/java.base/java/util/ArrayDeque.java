package java.util;

import java.io.Serializable;
import java.util.function.Consumer;

/** A deque in a ring; a free slot holds null, so no element is null. */
public class ArrayDeque<E> extends AbstractCollection<E> implements Deque<E>, Cloneable, Serializable {
    /** At least one slot is free. */
    private Object[] ring;
    private int head;
    private int size;

    public ArrayDeque() {
        ring = new Object[17];
    }

    public ArrayDeque(int numElements) {
        ring = new Object[Math.max(numElements, 0) + 1];
    }

    public ArrayDeque(Collection<? extends E> c) {
        this(c.size());
        addAll(c);
    }

    /** The slot of the element with this index. */
    private int slot(int index) {
        int slot = head + index;
        return slot >= ring.length ? slot - ring.length : slot;
    }

    /** Keeps every element in its slot, those behind the seam of a full ring at the same distance from the end. */
    private void growIfFull() {
        if (size + 1 < ring.length) {
            return;
        }
        int old = ring.length;
        int capacity = old < 64 ? 2 * old + 2 : old + (old >> 1);
        int behind = old - head;
        boolean wraps = size > behind;
        ring = Arrays.copyOf(ring, capacity);
        if (wraps) {
            System.arraycopy(ring, head, ring, capacity - behind, behind);
            Arrays.fill(ring, head, capacity - behind, null);
            head = capacity - behind;
        }
    }

    private void copyTo(Object[] array) {
        int straight = Math.min(size, ring.length - head);
        System.arraycopy(ring, head, array, 0, straight);
        System.arraycopy(ring, 0, array, straight, size - straight);
    }

    @Override
    public void addFirst(E e) {
        Objects.requireNonNull(e);
        growIfFull();
        head = head == 0 ? ring.length - 1 : head - 1;
        ring[head] = e;
        size++;
    }

    @Override
    public void addLast(E e) {
        Objects.requireNonNull(e);
        growIfFull();
        ring[slot(size)] = e;
        size++;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E pollFirst() {
        if (size == 0) {
            return null;
        }
        E e = (E) ring[head];
        ring[head] = null;
        head = slot(1);
        size--;
        return e;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E pollLast() {
        if (size == 0) {
            return null;
        }
        int slot = slot(size - 1);
        E e = (E) ring[slot];
        ring[slot] = null;
        size--;
        return e;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E peekFirst() {
        return (E) ring[head];
    }

    @Override
    @SuppressWarnings("unchecked")
    public E peekLast() {
        return size == 0 ? null : (E) ring[slot(size - 1)];
    }

    private static <T> T some(T e) {
        if (e == null) {
            throw new NoSuchElementException();
        }
        return e;
    }

    /** Closes the gap at an index from the side that moves fewer elements; whether elements after it moved. */
    private boolean delete(int index) {
        boolean backMoves = index >= size - 1 - index;
        if (backMoves) {
            for (int i = index; i < size - 1; i++) {
                ring[slot(i)] = ring[slot(i + 1)];
            }
            ring[slot(size - 1)] = null;
        } else {
            for (int i = index; i > 0; i--) {
                ring[slot(i)] = ring[slot(i - 1)];
            }
            ring[head] = null;
            head = slot(1);
        }
        size--;
        return backMoves;
    }

    @Override
    public boolean addAll(Collection<? extends E> c) {
        int before = size;
        for (E e : c) {
            addLast(e);
        }
        return size > before;
    }

    @Override
    public boolean offerFirst(E e) {
        addFirst(e);
        return true;
    }

    @Override
    public boolean offerLast(E e) {
        addLast(e);
        return true;
    }

    @Override
    public E removeFirst() {
        return some(pollFirst());
    }

    @Override
    public E removeLast() {
        return some(pollLast());
    }

    @Override
    public E getFirst() {
        return some(peekFirst());
    }

    @Override
    public E getLast() {
        return some(peekLast());
    }

    @Override
    public boolean removeFirstOccurrence(Object o) {
        for (int i = 0; o != null && i < size; i++) {
            if (o.equals(ring[slot(i)])) {
                delete(i);
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean removeLastOccurrence(Object o) {
        for (int i = size - 1; o != null && i >= 0; i--) {
            if (o.equals(ring[slot(i)])) {
                delete(i);
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean add(E e) {
        addLast(e);
        return true;
    }

    @Override
    public boolean offer(E e) {
        addLast(e);
        return true;
    }

    @Override
    public E remove() {
        return removeFirst();
    }

    @Override
    public E poll() {
        return pollFirst();
    }

    @Override
    public E element() {
        return getFirst();
    }

    @Override
    public E peek() {
        return peekFirst();
    }

    @Override
    public void push(E e) {
        addFirst(e);
    }

    @Override
    public E pop() {
        return removeFirst();
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
    public Iterator<E> iterator() {
        return new Walk(false);
    }

    @Override
    public Iterator<E> descendingIterator() {
        return new Walk(true);
    }

    @Override
    public boolean contains(Object o) {
        for (int i = 0; o != null && i < size; i++) {
            if (o.equals(ring[slot(i)])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean remove(Object o) {
        return removeFirstOccurrence(o);
    }

    /** Notices at the end that the last element is another one. */
    @Override
    @SuppressWarnings("unchecked")
    public void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        Object[] walked = ring;
        int end = slot(size);
        for (int i = head; i != end; i = i + 1 == walked.length ? 0 : i + 1) {
            action.accept((E) walked[i]);
        }
        if (end != slot(size)) {
            throw new ConcurrentModificationException();
        }
    }

    @Override
    public void clear() {
        Arrays.fill(ring, null);
        head = 0;
        size = 0;
    }

    @Override
    public Object[] toArray() {
        Object[] array = new Object[size];
        copyTo(array);
        return array;
    }

    @Override
    @SuppressWarnings("unchecked")
    public ArrayDeque<E> clone() {
        try {
            ArrayDeque<E> copy = (ArrayDeque<E>) super.clone();
            copy.ring = Arrays.copyOf(ring, ring.length);
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new InternalError(impossible);
        }
    }

    /** Gives as many elements as there were at the start; notices a change only when it meets a free slot. */
    private final class Walk implements Iterator<E> {
        private final boolean descending;
        private int slot;
        private int returned = -1;
        private int remaining = size;

        Walk(boolean descending) {
            this.descending = descending;
            this.slot = descending ? (size == 0 ? head : ArrayDeque.this.slot(size - 1)) : head;
        }

        @Override
        public boolean hasNext() {
            return remaining > 0;
        }

        @Override
        @SuppressWarnings("unchecked")
        public E next() {
            if (remaining <= 0) {
                throw new NoSuchElementException();
            }
            E e = slot < ring.length ? (E) ring[slot] : null;
            if (e == null) {
                throw new ConcurrentModificationException();
            }
            returned = slot;
            slot = descending ? before(slot) : after(slot);
            remaining--;
            return e;
        }

        @Override
        public void remove() {
            if (returned < 0) {
                throw new IllegalStateException();
            }
            int index = returned - head;
            boolean backMoved = delete(index < 0 ? index + ring.length : index);
            if (backMoved && !descending) {
                slot = before(slot);
            } else if (!backMoved && descending) {
                slot = after(slot);
            }
            returned = -1;
        }

        private int after(int place) {
            return place + 1 == ring.length ? 0 : place + 1;
        }

        private int before(int place) {
            return place == 0 ? ring.length - 1 : place - 1;
        }
    }
}
