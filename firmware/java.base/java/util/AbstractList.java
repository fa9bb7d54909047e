package java.util;

/** A list on top of {@code get} and {@code size}; {@code modCount} makes its iterators fail fast. */
public abstract class AbstractList<E> extends AbstractCollection<E> implements List<E> {
    /** Counts the changes of structure. */
    protected transient int modCount = 0;

    protected AbstractList() {}

    @Override
    public boolean add(E e) {
        add(size(), e);
        return true;
    }

    @Override
    public abstract E get(int index);

    @Override
    public E set(int index, E element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(int index, E element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public E remove(int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int indexOf(Object o) {
        ListIterator<E> each = listIterator();
        while (each.hasNext()) {
            if (Objects.equals(o, each.next())) {
                return each.previousIndex();
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(Object o) {
        ListIterator<E> each = listIterator(size());
        while (each.hasPrevious()) {
            if (Objects.equals(o, each.previous())) {
                return each.nextIndex();
            }
        }
        return -1;
    }

    @Override
    public void clear() {
        removeRange(0, size());
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> c) {
        checkPosition(index, size());
        for (E e : c) {
            add(index++, e);
        }
        return !c.isEmpty();
    }

    @Override
    public Iterator<E> iterator() {
        return new Cursor(0);
    }

    @Override
    public ListIterator<E> listIterator() {
        return listIterator(0);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        checkPosition(index, size());
        return new Cursor(index);
    }

    @Override
    public List<E> subList(int fromIndex, int toIndex) {
        checkRange(fromIndex, toIndex, size());
        return this instanceof RandomAccess
                ? new RandomAccessSubList<>(this, null, fromIndex, toIndex)
                : new SubList<>(this, null, fromIndex, toIndex);
    }

    @Override
    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof List)) {
            return false;
        }
        Iterator<E> mine = iterator();
        Iterator<?> others = ((List<?>) o).iterator();
        while (mine.hasNext() && others.hasNext()) {
            if (!Objects.equals(mine.next(), others.next())) {
                return false;
            }
        }
        return !mine.hasNext() && !others.hasNext();
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (E e : this) {
            hash = 31 * hash + Objects.hashCode(e);
        }
        return hash;
    }

    protected void removeRange(int fromIndex, int toIndex) {
        ListIterator<E> each = listIterator(fromIndex);
        for (int i = fromIndex; i < toIndex; i++) {
            each.next();
            each.remove();
        }
    }

    /** What an iterator throws that stands at an end. */
    NoSuchElementException beyondEnd(IndexOutOfBoundsException cause) {
        return new NoSuchElementException(cause);
    }

    /** A place between elements: 0 … size. */
    static void checkPosition(int index, int size) {
        if (index < 0 || index > size) {
            throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
        }
    }

    static void checkRange(int fromIndex, int toIndex, int size) {
        if (fromIndex < 0) {
            throw new IndexOutOfBoundsException("fromIndex = " + fromIndex);
        }
        if (toIndex > size) {
            throw new IndexOutOfBoundsException("toIndex = " + toIndex);
        }
        if (fromIndex > toIndex) {
            throw new IllegalArgumentException("fromIndex(" + fromIndex + ") > toIndex(" + toIndex + ")");
        }
    }

    /** Both iterators of a list. */
    private class Cursor implements ListIterator<E> {
        private int cursor;
        private int last = -1;
        private int expectedModCount = modCount;

        Cursor(int cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            return cursor != size();
        }

        @Override
        public E next() {
            E e = read(cursor);
            last = cursor++;
            return e;
        }

        @Override
        public boolean hasPrevious() {
            return cursor != 0;
        }

        @Override
        public E previous() {
            E e = read(cursor - 1);
            last = --cursor;
            return e;
        }

        private E read(int index) {
            checkModCount();
            try {
                return get(index);
            } catch (IndexOutOfBoundsException outside) {
                checkModCount();
                throw beyondEnd(outside);
            }
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
            AbstractList.this.remove(last);
            if (last < cursor) {
                cursor--;
            }
            last = -1;
            expectedModCount = modCount;
        }

        @Override
        public void set(E e) {
            checkLast();
            AbstractList.this.set(last, e);
            expectedModCount = modCount;
        }

        @Override
        public void add(E e) {
            checkModCount();
            AbstractList.this.add(cursor++, e);
            last = -1;
            expectedModCount = modCount;
        }

        private void checkLast() {
            if (last < 0) {
                throw new IllegalStateException();
            }
            checkModCount();
        }

        private void checkModCount() {
            if (modCount != expectedModCount) {
                throw new ConcurrentModificationException();
            }
        }
    }

    /** A window on a list. Changes through it reach all windows that contain it. */
    private static class SubList<E> extends AbstractList<E> {
        private final AbstractList<E> root;
        private final SubList<E> parent;
        private final int offset;
        private int size;

        SubList(AbstractList<E> root, SubList<E> parent, int fromIndex, int toIndex) {
            this.root = root;
            this.parent = parent;
            this.offset = (parent == null ? 0 : parent.offset) + fromIndex;
            this.size = toIndex - fromIndex;
            this.modCount = root.modCount;
        }

        @Override
        public E get(int index) {
            Objects.checkIndex(index, size);
            checkModCount();
            return root.get(offset + index);
        }

        @Override
        public E set(int index, E element) {
            Objects.checkIndex(index, size);
            checkModCount();
            return root.set(offset + index, element);
        }

        @Override
        public int size() {
            checkModCount();
            return size;
        }

        @Override
        public void add(int index, E element) {
            checkPosition(index, size);
            checkModCount();
            root.add(offset + index, element);
            resized(1);
        }

        @Override
        public E remove(int index) {
            Objects.checkIndex(index, size);
            checkModCount();
            E removed = root.remove(offset + index);
            resized(-1);
            return removed;
        }

        @Override
        protected void removeRange(int fromIndex, int toIndex) {
            checkModCount();
            root.removeRange(offset + fromIndex, offset + toIndex);
            resized(fromIndex - toIndex);
        }

        @Override
        public boolean addAll(Collection<? extends E> c) {
            return addAll(size, c);
        }

        @Override
        public boolean addAll(int index, Collection<? extends E> c) {
            checkPosition(index, size);
            int count = c.size();
            if (count == 0) {
                return false;
            }
            checkModCount();
            root.addAll(offset + index, c);
            resized(count);
            return true;
        }

        @Override
        public Iterator<E> iterator() {
            return listIterator();
        }

        @Override
        public ListIterator<E> listIterator(int index) {
            checkModCount();
            return super.listIterator(index);
        }

        @Override
        public List<E> subList(int fromIndex, int toIndex) {
            checkRange(fromIndex, toIndex, size);
            return this instanceof RandomAccess
                    ? new RandomAccessSubList<>(root, this, fromIndex, toIndex)
                    : new SubList<>(root, this, fromIndex, toIndex);
        }

        private void resized(int growth) {
            for (SubList<E> window = this; window != null; window = window.parent) {
                window.size += growth;
                window.modCount = root.modCount;
            }
        }

        private void checkModCount() {
            if (root.modCount != modCount) {
                throw new ConcurrentModificationException();
            }
        }
    }

    private static final class RandomAccessSubList<E> extends SubList<E> implements RandomAccess {
        RandomAccessSubList(AbstractList<E> root, SubList<E> parent, int fromIndex, int toIndex) {
            super(root, parent, fromIndex, toIndex);
        }
    }
}
