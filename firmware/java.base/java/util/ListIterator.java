package java.util;

/** Walks a list in both directions; its cursor lies between two elements. */
public interface ListIterator<E> extends Iterator<E> {
    @Override
    boolean hasNext();

    @Override
    E next();

    boolean hasPrevious();

    /** @throws NoSuchElementException at the start */
    E previous();

    int nextIndex();

    int previousIndex();

    @Override
    void remove();

    /** Replaces the element returned last. */
    void set(E e);

    /** Inserts before the element that {@code next} would return. */
    void add(E e);
}
