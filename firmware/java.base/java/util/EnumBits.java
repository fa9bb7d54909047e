package java.util;

/** The one kind of {@link EnumSet}: as many words of 64 bits as the enum needs. */
final class EnumBits<E extends Enum<E>> extends EnumSet<E> {
    private long[] words;
    private int size;

    EnumBits(Class<E> type, Enum<?>[] universe) {
        super(type, universe);
        words = new long[universe.length + 63 >> 6];
    }

    /** The number of a constant of this enum, otherwise -1. */
    private int ordinal(Object o) {
        return o instanceof Enum && ((Enum<?>) o).getDeclaringClass() == type ? ((Enum<?>) o).ordinal() : -1;
    }

    private boolean has(int ordinal) {
        return (words[ordinal >> 6] & 1L << ordinal) != 0;
    }

    @Override
    void addOrdinals(int from, int to) {
        for (int i = from; i < to; i++) {
            words[i >> 6] |= 1L << i;
        }
        count();
    }

    private void count() {
        size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean contains(Object o) {
        int ordinal = ordinal(o);
        return ordinal >= 0 && has(ordinal);
    }

    @Override
    public boolean add(E e) {
        Class<?> actual = e.getDeclaringClass();
        if (actual != type) {
            throw new ClassCastException(e.getClass() + " != " + type);
        }
        int ordinal = e.ordinal();
        if (has(ordinal)) {
            return false;
        }
        words[ordinal >> 6] |= 1L << ordinal;
        size++;
        return true;
    }

    @Override
    public boolean remove(Object o) {
        int ordinal = ordinal(o);
        if (ordinal < 0 || !has(ordinal)) {
            return false;
        }
        words[ordinal >> 6] &= ~(1L << ordinal);
        size--;
        return true;
    }

    @Override
    public boolean containsAll(Collection<?> c) {
        if (!(c instanceof EnumBits)) {
            return super.containsAll(c);
        }
        EnumBits<?> other = (EnumBits<?>) c;
        if (other.type != type) {
            return other.isEmpty();
        }
        for (int i = 0; i < words.length; i++) {
            if ((other.words[i] & ~words[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean addAll(Collection<? extends E> c) {
        if (c instanceof EnumBits && ((EnumBits<?>) c).type != type && !c.isEmpty()) {
            throw new ClassCastException(((EnumBits<?>) c).type + " != " + type);
        }
        return super.addAll(c);
    }

    @Override
    public boolean removeAll(Collection<?> c) {
        boolean changed = false;
        for (Object o : c) {
            changed |= remove(o);
        }
        return changed;
    }

    @Override
    public void clear() {
        Arrays.fill(words, 0L);
        size = 0;
    }

    @Override
    public EnumSet<E> clone() {
        EnumBits<E> copy = (EnumBits<E>) super.clone();
        copy.words = words.clone();
        return copy;
    }

    @Override
    public Iterator<E> iterator() {
        return new Iterator<E>() {
            private int next = following(0);
            private int returned = -1;

            private int following(int ordinal) {
                while (ordinal < universe.length && !has(ordinal)) {
                    ordinal++;
                }
                return ordinal;
            }

            @Override
            public boolean hasNext() {
                return next < universe.length;
            }

            @Override
            @SuppressWarnings("unchecked")
            public E next() {
                if (next >= universe.length) {
                    throw new NoSuchElementException();
                }
                returned = next;
                next = following(next + 1);
                return (E) universe[returned];
            }

            @Override
            public void remove() {
                if (returned < 0) {
                    throw new IllegalStateException();
                }
                EnumBits.this.remove(universe[returned]);
                returned = -1;
            }
        };
    }
}
