package java.util;

import java.io.Serializable;

/** The collections of no element, one, or one many times, that {@link Collections} hands out. */
final class FixedCollections {
    private FixedCollections() {}

    static final class EmptyList<E> extends AbstractList<E> implements RandomAccess, Serializable {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public E get(int index) {
            throw new IndexOutOfBoundsException("Index: " + index);
        }

        @Override
        public void sort(Comparator<? super E> c) {}
    }

    static final class EmptySet<E> extends AbstractSet<E> implements Serializable {
        @Override
        public Iterator<E> iterator() {
            return Collections.emptyIterator();
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public boolean contains(Object o) {
            return false;
        }
    }

    static final class EmptyMap<K, V> extends AbstractMap<K, V> implements Serializable {
        @Override
        public Set<Entry<K, V>> entrySet() {
            return Collections.emptySet();
        }

        @Override
        public V computeIfAbsent(K key, java.util.function.Function<? super K, ? extends V> mappingFunction) {
            throw new UnsupportedOperationException();
        }
    }

    static final class SingletonSet<E> extends AbstractSet<E> implements Serializable {
        private final E element;

        SingletonSet(E element) {
            this.element = element;
        }

        @Override
        public Iterator<E> iterator() {
            return new Copies<>(1, element).iterator();
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public boolean contains(Object o) {
            return Objects.equals(o, element);
        }
    }

    static final class SingletonMap<K, V> extends AbstractMap<K, V> implements Serializable {
        private final Entry<K, V> entry;

        SingletonMap(K key, V value) {
            entry = new SimpleImmutableEntry<>(key, value);
        }

        @Override
        public Set<Entry<K, V>> entrySet() {
            return new SingletonSet<>(entry);
        }
    }

    static final class Copies<E> extends AbstractList<E> implements RandomAccess, Serializable {
        private final int count;
        private final E element;

        Copies(int count, E element) {
            this.count = count;
            this.element = element;
        }

        @Override
        public int size() {
            return count;
        }

        @Override
        public E get(int index) {
            if (index < 0 || index >= count) {
                throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + count);
            }
            return element;
        }

        @Override
        public boolean contains(Object o) {
            return count > 0 && Objects.equals(o, element);
        }

        @Override
        public Iterator<E> iterator() {
            return new Iterator<E>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < count;
                }

                @Override
                public E next() {
                    if (next >= count) {
                        throw new NoSuchElementException();
                    }
                    next++;
                    return element;
                }
            };
        }
    }
}
