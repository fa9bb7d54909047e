package java.util.concurrent;

import java.io.Serializable;
import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;

/** An unbounded queue for several threads, without nulls; iterators see what they meet. */
public class ConcurrentLinkedQueue<E> extends AbstractQueue<E> implements Serializable {
    /** The node before the first element; a removed node keeps its {@code next}. */
    private Node<E> head = new Node<>(null);
    private Node<E> tail = head;
    private int size;

    public ConcurrentLinkedQueue() {}

    public ConcurrentLinkedQueue(Collection<? extends E> c) {
        for (E e : c) {
            offer(e);
        }
    }

    private static final class Node<E> {
        E item;
        Node<E> next;

        Node(E item) {
            this.item = item;
        }
    }

    @Override
    public synchronized boolean offer(E e) {
        tail.next = new Node<>(Objects.requireNonNull(e));
        tail = tail.next;
        size++;
        return true;
    }

    /** All or, if one is null, none. */
    @Override
    public boolean addAll(Collection<? extends E> c) {
        if (c == this) {
            throw new IllegalArgumentException();
        }
        Object[] added = c.toArray();
        for (Object e : added) {
            Objects.requireNonNull(e);
        }
        return super.addAll(c);
    }

    @Override
    public synchronized E poll() {
        Node<E> first = head.next;
        if (first == null) {
            return null;
        }
        E e = first.item;
        first.item = null;
        head = first;
        size--;
        return e;
    }

    @Override
    public synchronized E peek() {
        return head.next == null ? null : head.next.item;
    }

    @Override
    public synchronized int size() {
        return size;
    }

    @Override
    public synchronized boolean remove(Object o) {
        Node<E> previous = head;
        while (o != null && previous.next != null && !o.equals(previous.next.item)) {
            previous = previous.next;
        }
        if (o == null || previous.next == null) {
            return false;
        }
        unlink(previous, previous.next);
        return true;
    }

    private void unlink(Node<E> previous, Node<E> node) {
        node.item = null;
        previous.next = node.next;
        if (node == tail) {
            tail = previous;
        }
        size--;
    }

    private synchronized void remove(Node<E> node) {
        Node<E> previous = head;
        while (previous.next != null && previous.next != node) {
            previous = previous.next;
        }
        if (previous.next != null) {
            unlink(previous, node);
        }
    }

    @Override
    public Iterator<E> iterator() {
        return new Walk();
    }

    private final class Walk implements Iterator<E> {
        private Node<E> node = head;
        private Node<E> returned;
        private E item;

        Walk() {
            advance();
        }

        private void advance() {
            do {
                node = node.next;
                item = node == null ? null : node.item;
            } while (node != null && item == null);
        }

        @Override
        public boolean hasNext() {
            return item != null;
        }

        @Override
        public E next() {
            if (item == null) {
                throw new NoSuchElementException();
            }
            E e = item;
            returned = node;
            advance();
            return e;
        }

        @Override
        public void remove() {
            if (returned == null) {
                throw new IllegalStateException();
            }
            ConcurrentLinkedQueue.this.remove(returned);
            returned = null;
        }
    }
}
