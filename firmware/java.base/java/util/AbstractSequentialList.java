package java.util;

/** A list on top of {@code listIterator}. */
public abstract class AbstractSequentialList<E> extends AbstractList<E> {
    protected AbstractSequentialList() {}

    @Override
    public E get(int index) {
        return at(index).next();
    }

    @Override
    public E set(int index, E element) {
        ListIterator<E> place = at(index);
        E old = place.next();
        place.set(element);
        return old;
    }

    @Override
    public void add(int index, E element) {
        listIterator(index).add(element);
    }

    @Override
    public E remove(int index) {
        ListIterator<E> place = at(index);
        E old = place.next();
        place.remove();
        return old;
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> c) {
        ListIterator<E> place = listIterator(index);
        boolean changed = false;
        for (E e : c) {
            place.add(e);
            changed = true;
        }
        return changed;
    }

    @Override
    public Iterator<E> iterator() {
        return listIterator();
    }

    @Override
    public abstract ListIterator<E> listIterator(int index);

    private ListIterator<E> at(int index) {
        ListIterator<E> place = listIterator(index);
        if (!place.hasNext()) {
            throw new IndexOutOfBoundsException("Index: " + index);
        }
        return place;
    }
}
