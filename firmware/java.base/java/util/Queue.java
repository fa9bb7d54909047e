package java.util;

/** Elements that wait to be taken: methods of the first kind throw, the others answer false or null. */
public interface Queue<E> extends Collection<E> {
    @Override
    boolean add(E e);

    boolean offer(E e);

    E remove();

    E poll();

    E element();

    E peek();
}
