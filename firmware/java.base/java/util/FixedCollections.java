package java.util;

import java.io.Serializable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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

        @Override
        public Iterator<E> iterator() {
            return new Copies<E>(0, null).iterator();
        }
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

    /** A map without changes: methods that might make one fail even where there is nothing to do. */
    private abstract static class FixedMap<K, V> extends AbstractMap<K, V> implements Serializable {
        private static UnsupportedOperationException unchangeable() {
            return new UnsupportedOperationException();
        }

        @Override
        public V putIfAbsent(K key, V value) {
            throw unchangeable();
        }

        @Override
        public boolean remove(Object key, Object value) {
            throw unchangeable();
        }

        @Override
        public boolean replace(K key, V oldValue, V newValue) {
            throw unchangeable();
        }

        @Override
        public V replace(K key, V value) {
            throw unchangeable();
        }

        @Override
        public V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
            throw unchangeable();
        }

        @Override
        public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
            throw unchangeable();
        }

        @Override
        public V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
            throw unchangeable();
        }

        @Override
        public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
            throw unchangeable();
        }
    }

    static final class EmptyMap<K, V> extends FixedMap<K, V> {
        @Override
        public Set<Entry<K, V>> entrySet() {
            return Collections.emptySet();
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

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            throw new UnsupportedOperationException();
        }
    }

    static final class SingletonMap<K, V> extends FixedMap<K, V> {
        private final Entry<K, V> entry;

        SingletonMap(K key, V value) {
            entry = new AbstractMap.SimpleImmutableEntry<>(key, value);
        }

        @Override
        public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<K> keySet() {
            return new SingletonSet<>(entry.getKey());
        }

        @Override
        public Collection<V> values() {
            return new SingletonSet<>(entry.getValue());
        }

        @Override
        public Set<Entry<K, V>> entrySet() {
            return new SingletonSet<>(entry);
        }
    }

    private static class SameElements<E> extends AbstractList<E> implements RandomAccess, Serializable {
        private final int count;
        final E element;

        SameElements(int count, E element) {
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

                @Override
                public void remove() {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    static final class Copies<E> extends SameElements<E> {
        Copies(int count, E element) {
            super(count, element);
        }

        @Override
        public List<E> subList(int fromIndex, int toIndex) {
            checkRange(fromIndex, toIndex, size());
            return Collections.nCopies(toIndex - fromIndex, element);
        }
    }

    static final class SingletonList<E> extends SameElements<E> {
        SingletonList(E element) {
            super(1, element);
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void replaceAll(UnaryOperator<E> operator) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sort(Comparator<? super E> c) {}
    }
}
