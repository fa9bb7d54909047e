package java.util;

import java.io.Serializable;

/** A list of nodes linked both ways. */
public class LinkedList<E> extends AbstractSequentialList<E> implements List<E>, Deque<E>, Cloneable, Serializable {
    private int size;
    private Node<E> first;
    private Node<E> last;

    public LinkedList() {}

    public LinkedList(Collection<? extends E> c) {
        addAll(c);
    }

    private static final class Node<E> {
        E item;
        Node<E> previous;
        Node<E> next;
    }

    /** Puts a new element before {@code place}; null stands for the end. */
    private void insert(E e, Node<E> place) {
        Node<E> node = new Node<>();
        node.item = e;
        node.next = place;
        node.previous = place == null ? last : place.previous;
        if (node.previous == null) {
            first = node;
        } else {
            node.previous.next = node;
        }
        if (place == null) {
            last = node;
        } else {
            place.previous = node;
        }
        size++;
        modCount++;
    }

    private E unlink(Node<E> node) {
        if (node.previous == null) {
            first = node.next;
        } else {
            node.previous.next = node.next;
        }
        if (node.next == null) {
            last = node.previous;
        } else {
            node.next.previous = node.previous;
        }
        E item = node.item;
        node.item = null;
        node.next = null;
        node.previous = null;
        size--;
        modCount++;
        return item;
    }

    private Node<E> node(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
        }
        Node<E> node;
        if (index < size >> 1) {
            node = first;
            for (int i = 0; i < index; i++) {
                node = node.next;
            }
        } else {
            node = last;
            for (int i = size - 1; i > index; i--) {
                node = node.previous;
            }
        }
        return node;
    }

    private static <E> Node<E> some(Node<E> node) {
        if (node == null) {
            throw new NoSuchElementException();
        }
        return node;
    }

    @Override
    public E getFirst() {
        return some(first).item;
    }

    @Override
    public E getLast() {
        return some(last).item;
    }

    @Override
    public E removeFirst() {
        return unlink(some(first));
    }

    @Override
    public E removeLast() {
        return unlink(some(last));
    }

    @Override
    public void addFirst(E e) {
        insert(e, first);
    }

    @Override
    public void addLast(E e) {
        insert(e, null);
    }

    @Override
    public boolean contains(Object o) {
        return indexOf(o) >= 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean add(E e) {
        insert(e, null);
        return true;
    }

    @Override
    public boolean remove(Object o) {
        return removeFirstOccurrence(o);
    }

    @Override
    public boolean addAll(Collection<? extends E> c) {
        return addAll(size, c);
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean addAll(int index, Collection<? extends E> c) {
        checkPosition(index, size);
        Object[] added = c.toArray();
        Node<E> place = index == size ? null : node(index);
        for (Object e : added) {
            insert((E) e, place);
        }
        return added.length > 0;
    }

    @Override
    public void clear() {
        first = null;
        last = null;
        size = 0;
        modCount++;
    }

    @Override
    public E get(int index) {
        return node(index).item;
    }

    @Override
    public E set(int index, E element) {
        Node<E> node = node(index);
        E old = node.item;
        node.item = element;
        return old;
    }

    @Override
    public void add(int index, E element) {
        checkPosition(index, size);
        insert(element, index == size ? null : node(index));
    }

    @Override
    public E remove(int index) {
        return unlink(node(index));
    }

    @Override
    public int indexOf(Object o) {
        int index = 0;
        for (Node<E> node = first; node != null; node = node.next) {
            if (Objects.equals(o, node.item)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    @Override
    public int lastIndexOf(Object o) {
        int index = size;
        for (Node<E> node = last; node != null; node = node.previous) {
            index--;
            if (Objects.equals(o, node.item)) {
                return index;
            }
        }
        return -1;
    }

    @Override
    public E peek() {
        return first == null ? null : first.item;
    }

    @Override
    public E element() {
        return getFirst();
    }

    @Override
    public E poll() {
        return first == null ? null : unlink(first);
    }

    @Override
    public E remove() {
        return removeFirst();
    }

    @Override
    public boolean offer(E e) {
        return add(e);
    }

    @Override
    public boolean offerFirst(E e) {
        addFirst(e);
        return true;
    }

    @Override
    public boolean offerLast(E e) {
        return add(e);
    }

    @Override
    public E peekFirst() {
        return peek();
    }

    @Override
    public E peekLast() {
        return last == null ? null : last.item;
    }

    @Override
    public E pollFirst() {
        return poll();
    }

    @Override
    public E pollLast() {
        return last == null ? null : unlink(last);
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
    public boolean removeFirstOccurrence(Object o) {
        for (Node<E> node = first; node != null; node = node.next) {
            if (Objects.equals(o, node.item)) {
                unlink(node);
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean removeLastOccurrence(Object o) {
        for (Node<E> node = last; node != null; node = node.previous) {
            if (Objects.equals(o, node.item)) {
                unlink(node);
                return true;
            }
        }
        return false;
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        checkPosition(index, size);
        return new Cursor(index);
    }

    @Override
    public Iterator<E> descendingIterator() {
        Cursor cursor = new Cursor(size);
        return new Iterator<E>() {
            @Override
            public boolean hasNext() {
                return cursor.hasPrevious();
            }

            @Override
            public E next() {
                return cursor.previous();
            }

            @Override
            public void remove() {
                cursor.remove();
            }
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object clone() {
        try {
            LinkedList<E> copy = (LinkedList<E>) super.clone();
            copy.first = null;
            copy.last = null;
            copy.size = 0;
            copy.modCount = 0;
            for (Node<E> node = first; node != null; node = node.next) {
                copy.add(node.item);
            }
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new InternalError(impossible);
        }
    }

    private final class Cursor implements ListIterator<E> {
        private Node<E> returned;
        private Node<E> next;
        private int nextIndex;
        private int expectedModCount = modCount;

        Cursor(int index) {
            next = index == size ? null : node(index);
            nextIndex = index;
        }

        @Override
        public boolean hasNext() {
            return nextIndex < size;
        }

        @Override
        public E next() {
            checkModCount();
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            returned = next;
            next = next.next;
            nextIndex++;
            return returned.item;
        }

        @Override
        public boolean hasPrevious() {
            return nextIndex > 0;
        }

        @Override
        public E previous() {
            checkModCount();
            if (!hasPrevious()) {
                throw new NoSuchElementException();
            }
            next = next == null ? last : next.previous;
            returned = next;
            nextIndex--;
            return returned.item;
        }

        @Override
        public int nextIndex() {
            return nextIndex;
        }

        @Override
        public int previousIndex() {
            return nextIndex - 1;
        }

        @Override
        public void remove() {
            checkModCount();
            checkReturned();
            Node<E> after = returned.next;
            unlink(returned);
            if (next == returned) {
                next = after;
            } else {
                nextIndex--;
            }
            returned = null;
            expectedModCount++;
        }

        @Override
        public void set(E e) {
            checkReturned();
            checkModCount();
            returned.item = e;
        }

        @Override
        public void add(E e) {
            checkModCount();
            returned = null;
            insert(e, next);
            nextIndex++;
            expectedModCount++;
        }

        private void checkReturned() {
            if (returned == null) {
                throw new IllegalStateException();
            }
        }

        private void checkModCount() {
            if (modCount != expectedModCount) {
                throw new ConcurrentModificationException();
            }
        }
    }
}
