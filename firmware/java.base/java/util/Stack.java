package java.util;

/** Last in, first out; the top is the end of the vector. */
public class Stack<E> extends Vector<E> {
    public Stack() {}

    public E push(E item) {
        addElement(item);
        return item;
    }

    public synchronized E pop() {
        E top = peek();
        removeElementAt(elementCount - 1);
        return top;
    }

    public synchronized E peek() {
        if (elementCount == 0) {
            throw new EmptyStackException();
        }
        return elementAt(elementCount - 1);
    }

    public boolean empty() {
        return size() == 0;
    }

    /** The distance from the top, which is 1; or -1. */
    public synchronized int search(Object o) {
        int index = lastIndexOf(o);
        return index < 0 ? -1 : elementCount - index;
    }
}
