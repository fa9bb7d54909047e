package java.util;

import java.io.Serializable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What {@code List.of}, {@code Set.of}, {@code Map.of} and {@code copyOf} make: no null, no change. Sets and maps keep the
 * order of their arguments; the JDK's order differs from run to run.
 */
final class ImmutableCollections {
    private static final List<Object> EMPTY_LIST = new FixedList<>(new Object[0]);
    private static final Set<Object> EMPTY_SET = new FixedSet<>(new Object[0]);
    private static final Map<Object, Object> EMPTY_MAP = new FixedMap<>(new Object[0]);

    private ImmutableCollections() {}

    /** Keeps the array. */
    @SuppressWarnings("unchecked")
    static <E> List<E> list(Object[] elements) {
        return elements.length == 0 ? (List<E>) EMPTY_LIST : new FixedList<>(elements);
    }

    @SuppressWarnings("unchecked")
    static <E> List<E> listCopy(Collection<? extends E> c) {
        if (c instanceof FixedList) {
            return (List<E>) c;
        }
        Object[] elements = c.toArray();
        return list(Arrays.copyOf(elements, elements.length, Object[].class));
    }

    @SuppressWarnings("unchecked")
    static <E> Set<E> set(Object... elements) {
        return elements.length == 0 ? (Set<E>) EMPTY_SET : new FixedSet<>(elements);
    }

    @SuppressWarnings("unchecked")
    static <E> Set<E> setCopy(Collection<? extends E> c) {
        return c instanceof FixedSet ? (Set<E>) c : set(new LinkedHashSet<>(c).toArray());
    }

    /** Keys and values in turn. */
    @SuppressWarnings("unchecked")
    static <K, V> Map<K, V> map(Object... flat) {
        return flat.length == 0 ? (Map<K, V>) EMPTY_MAP : new FixedMap<>(flat);
    }

    @SuppressWarnings("unchecked")
    static <K, V> Map<K, V> mapCopy(Map<? extends K, ? extends V> m) {
        if (m instanceof FixedMap) {
            return (Map<K, V>) m;
        }
        Object[] flat = new Object[2 * m.size()];
        int next = 0;
        for (Map.Entry<? extends K, ? extends V> entry : m.entrySet()) {
            flat[next++] = entry.getKey();
            flat[next++] = entry.getValue();
        }
        return map(flat);
    }

    private static UnsupportedOperationException unchangeable() {
        return new UnsupportedOperationException();
    }

    /**
     * Finds keys in an array that has one at each multiple of {@code stride}: a table of twice as many slots, each
     * 0 or the index of a key plus 1, probed in order.
     */
    private static final class Index {
        private final Object[] array;
        private final int stride;
        private final int[] slots;

        Index(Object[] array, int stride, String duplicateText) {
            this.array = array;
            this.stride = stride;
            this.slots = new int[Math.max(2, 2 * array.length / stride)];
            for (int i = 0; i < array.length; i += stride) {
                int slot = slot(array[i]);
                if (slots[slot] != 0) {
                    throw new IllegalArgumentException(duplicateText + array[i]);
                }
                slots[slot] = i + 1;
            }
        }

        /** Where the key is, or the free slot where it would be. */
        private int slot(Object key) {
            int slot = Math.floorMod(key.hashCode(), slots.length);
            while (slots[slot] != 0 && !key.equals(array[slots[slot] - 1])) {
                slot = slot + 1 == slots.length ? 0 : slot + 1;
            }
            return slot;
        }

        int find(Object key) {
            return slots[slot(key)] - 1;
        }
    }

    /** Walks an array. */
    private static final class Walk<E> implements Iterator<E> {
        private final Object[] array;
        private int next;

        Walk(Object[] array) {
            this.array = array;
        }

        @Override
        public boolean hasNext() {
            return next < array.length;
        }

        @Override
        @SuppressWarnings("unchecked")
        public E next() {
            if (next >= array.length) {
                throw new NoSuchElementException();
            }
            return (E) array[next++];
        }

        @Override
        public void remove() {
            throw unchangeable();
        }
    }

    private static final class FixedList<E> extends AbstractList<E> implements RandomAccess, Serializable {
        private final Object[] elements;

        FixedList(Object[] elements) {
            for (Object e : elements) {
                Objects.requireNonNull(e);
            }
            this.elements = elements;
        }

        @Override
        @SuppressWarnings("unchecked")
        public E get(int index) {
            if (elements.length > 2) {
                return (E) elements[index];
            }
            if (index < 0 || index >= elements.length) {
                throw new IndexOutOfBoundsException("Index: " + index + " Size: " + elements.length);
            }
            return (E) elements[index];
        }

        @Override
        public int size() {
            return elements.length;
        }

        @Override
        public boolean contains(Object o) {
            return indexOf(o) >= 0;
        }

        @Override
        public int indexOf(Object o) {
            Objects.requireNonNull(o);
            for (int i = 0; i < elements.length; i++) {
                if (o.equals(elements[i])) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public int lastIndexOf(Object o) {
            Objects.requireNonNull(o);
            for (int i = elements.length - 1; i >= 0; i--) {
                if (o.equals(elements[i])) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public Object[] toArray() {
            return Arrays.copyOf(elements, elements.length);
        }

        @Override
        public Iterator<E> iterator() {
            return new Walk<>(elements);
        }

        @Override
        public List<E> subList(int fromIndex, int toIndex) {
            checkRange(fromIndex, toIndex, elements.length);
            return list(Arrays.copyOfRange(elements, fromIndex, toIndex));
        }

        @Override
        public boolean add(E e) {
            throw unchangeable();
        }

        @Override
        public boolean addAll(Collection<? extends E> c) {
            throw unchangeable();
        }

        @Override
        public boolean addAll(int index, Collection<? extends E> c) {
            throw unchangeable();
        }

        @Override
        public boolean remove(Object o) {
            throw unchangeable();
        }

        @Override
        public boolean removeAll(Collection<?> c) {
            throw unchangeable();
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            throw unchangeable();
        }

        @Override
        public boolean retainAll(Collection<?> c) {
            throw unchangeable();
        }

        @Override
        public void replaceAll(UnaryOperator<E> operator) {
            throw unchangeable();
        }

        @Override
        public void sort(Comparator<? super E> c) {
            throw unchangeable();
        }

        @Override
        public void clear() {
            throw unchangeable();
        }
    }

    private static final class FixedSet<E> extends AbstractSet<E> implements Serializable {
        private final Object[] elements;
        private final Index index;

        FixedSet(Object[] elements) {
            this.elements = Arrays.copyOf(elements, elements.length, Object[].class);
            this.index = new Index(this.elements, 1, "duplicate element: ");
        }

        @Override
        public int size() {
            return elements.length;
        }

        @Override
        public boolean contains(Object o) {
            return index.find(o) >= 0;
        }

        @Override
        public Iterator<E> iterator() {
            return new Walk<>(elements);
        }

        @Override
        public boolean add(E e) {
            throw unchangeable();
        }

        @Override
        public boolean addAll(Collection<? extends E> c) {
            throw unchangeable();
        }

        @Override
        public boolean remove(Object o) {
            throw unchangeable();
        }

        @Override
        public boolean removeAll(Collection<?> c) {
            throw unchangeable();
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            throw unchangeable();
        }

        @Override
        public boolean retainAll(Collection<?> c) {
            throw unchangeable();
        }

        @Override
        public void clear() {
            throw unchangeable();
        }
    }

    /** An entry that stays as it is. */
    static final class Pair<K, V> implements Map.Entry<K, V> {
        private final K key;
        private final V value;

        Pair(K key, V value) {
            this.key = key;
            this.value = value;
        }

        @Override
        public K getKey() {
            return key;
        }

        @Override
        public V getValue() {
            return value;
        }

        @Override
        public V setValue(V newValue) {
            throw new UnsupportedOperationException("not supported");
        }

        @Override
        public boolean equals(Object o) {
            return AbstractMap.sameEntry(this, o);
        }

        @Override
        public int hashCode() {
            return key.hashCode() ^ value.hashCode();
        }

        @Override
        public String toString() {
            return key + "=" + value;
        }
    }

    private static final class FixedMap<K, V> extends AbstractMap<K, V> implements Serializable {
        private final Object[] flat;
        private final Index index;

        FixedMap(Object[] flat) {
            for (Object each : flat) {
                Objects.requireNonNull(each);
            }
            this.flat = flat;
            this.index = new Index(flat, 2, "duplicate key: ");
        }

        @Override
        public int size() {
            return flat.length / 2;
        }

        @Override
        @SuppressWarnings("unchecked")
        public V get(Object key) {
            int found = index.find(key);
            return found < 0 ? null : (V) flat[found + 1];
        }

        @Override
        public boolean containsKey(Object key) {
            return index.find(key) >= 0;
        }

        @Override
        public boolean containsValue(Object value) {
            return super.containsValue(Objects.requireNonNull(value));
        }

        @Override
        @SuppressWarnings("unchecked")
        public Set<Entry<K, V>> entrySet() {
            Object[] entries = new Object[flat.length / 2];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = new Pair<>((K) flat[2 * i], (V) flat[2 * i + 1]);
            }
            return new FixedSet<>(entries);
        }

        @Override
        public Set<K> keySet() {
            return new FixedSet<>(each(0));
        }

        @Override
        public Collection<V> values() {
            return list(each(1));
        }

        private Object[] each(int offset) {
            Object[] array = new Object[flat.length / 2];
            for (int i = 0; i < array.length; i++) {
                array[i] = flat[2 * i + offset];
            }
            return array;
        }

        @Override
        public void clear() {
            throw unchangeable();
        }

        @Override
        public V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
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
        public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
            throw unchangeable();
        }

        @Override
        public V put(K key, V value) {
            throw unchangeable();
        }

        @Override
        public void putAll(Map<? extends K, ? extends V> m) {
            throw unchangeable();
        }

        @Override
        public V putIfAbsent(K key, V value) {
            throw unchangeable();
        }

        @Override
        public V remove(Object key) {
            throw unchangeable();
        }

        @Override
        public boolean remove(Object key, Object value) {
            throw unchangeable();
        }

        @Override
        public V replace(K key, V value) {
            throw unchangeable();
        }

        @Override
        public boolean replace(K key, V oldValue, V newValue) {
            throw unchangeable();
        }

        @Override
        public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
            throw unchangeable();
        }
    }
}
