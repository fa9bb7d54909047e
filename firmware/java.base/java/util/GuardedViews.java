package java.util;

import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Views that ask a guard before each change: the unmodifiable and the checked collections of {@link Collections}. Views of
 * a view have the same guard.
 */
final class GuardedViews {
    private GuardedViews() {}

    /** Lets everything pass. */
    static class Guard implements Serializable {
        /** Called before each change. */
        void change() {}

        /** Called with each element or key that is to go in. */
        <E> E element(E e) {
            return e;
        }

        /** Called with each value that is to go in. */
        <V> V value(V v) {
            return v;
        }
    }

    static final Guard READ_ONLY = new ReadOnly();

    private static final class ReadOnly extends Guard {
        @Override
        void change() {
            throw new UnsupportedOperationException();
        }
    }

    /** Only elements of one type go in. */
    static final class ElementType extends Guard {
        private final Class<?> type;

        ElementType(Class<?> type) {
            this.type = Objects.requireNonNull(type, "type");
        }

        @Override
        <E> E element(E e) {
            if (e != null && !type.isInstance(e)) {
                throw new ClassCastException("Attempt to insert " + e.getClass()
                        + " element into collection with element type " + type);
            }
            return e;
        }
    }

    /** Only keys of one type and values of one type go in. */
    static final class EntryType extends Guard {
        private final Class<?> keyType;
        private final Class<?> valueType;

        EntryType(Class<?> keyType, Class<?> valueType) {
            this.keyType = Objects.requireNonNull(keyType);
            this.valueType = Objects.requireNonNull(valueType);
        }

        @Override
        <K> K element(K key) {
            if (key != null && !keyType.isInstance(key)) {
                throw new ClassCastException(
                        "Attempt to insert " + key.getClass() + " key into map with key type " + keyType);
            }
            return key;
        }

        @Override
        <V> V value(V value) {
            if (value != null && !valueType.isInstance(value)) {
                throw new ClassCastException(
                        "Attempt to insert " + value.getClass() + " value into map with value type " + valueType);
            }
            return value;
        }
    }

    private static class Walk<E> implements Iterator<E> {
        private final Iterator<E> walk;
        final Guard guard;

        Walk(Iterator<E> walk, Guard guard) {
            this.walk = walk;
            this.guard = guard;
        }

        @Override
        public boolean hasNext() {
            return walk.hasNext();
        }

        @Override
        public E next() {
            return walk.next();
        }

        @Override
        public void remove() {
            guard.change();
            walk.remove();
        }

        @Override
        public void forEachRemaining(Consumer<? super E> action) {
            walk.forEachRemaining(action);
        }
    }

    private static final class ListWalk<E> extends Walk<E> implements ListIterator<E> {
        private final ListIterator<E> walk;

        ListWalk(ListIterator<E> walk, Guard guard) {
            super(walk, guard);
            this.walk = walk;
        }

        @Override
        public boolean hasPrevious() {
            return walk.hasPrevious();
        }

        @Override
        public E previous() {
            return walk.previous();
        }

        @Override
        public int nextIndex() {
            return walk.nextIndex();
        }

        @Override
        public int previousIndex() {
            return walk.previousIndex();
        }

        @Override
        public void set(E e) {
            guard.change();
            walk.set(guard.element(e));
        }

        @Override
        public void add(E e) {
            guard.change();
            walk.add(guard.element(e));
        }
    }

    static class OfCollection<E> implements Collection<E>, Serializable {
        private final Collection<E> c;
        final Guard guard;

        @SuppressWarnings("unchecked")
        OfCollection(Collection<? extends E> c, Guard guard) {
            this.c = (Collection<E>) Objects.requireNonNull(c);
            this.guard = guard;
        }

        @Override
        public int size() {
            return c.size();
        }

        @Override
        public boolean isEmpty() {
            return c.isEmpty();
        }

        @Override
        public boolean contains(Object o) {
            return c.contains(o);
        }

        @Override
        public Object[] toArray() {
            return c.toArray();
        }

        @Override
        public <T> T[] toArray(T[] a) {
            return c.toArray(a);
        }

        @Override
        public <T> T[] toArray(IntFunction<T[]> generator) {
            return c.toArray(generator);
        }

        @Override
        public String toString() {
            return c.toString();
        }

        @Override
        public Iterator<E> iterator() {
            return new Walk<>(c.iterator(), guard);
        }

        @Override
        public boolean add(E e) {
            guard.change();
            return c.add(guard.element(e));
        }

        @Override
        public boolean remove(Object o) {
            guard.change();
            return c.remove(o);
        }

        @Override
        public boolean containsAll(Collection<?> coll) {
            return c.containsAll(coll);
        }

        @Override
        public boolean addAll(Collection<? extends E> coll) {
            guard.change();
            return c.addAll(checked(coll));
        }

        /** A copy, so that nothing slips in between the check and the change. */
        @SuppressWarnings("unchecked")
        final Collection<E> checked(Collection<? extends E> coll) {
            Object[] elements = coll.toArray();
            for (Object e : elements) {
                guard.element(e);
            }
            return (Collection<E>) Arrays.asList(elements);
        }

        @Override
        public boolean removeAll(Collection<?> coll) {
            guard.change();
            return c.removeAll(coll);
        }

        @Override
        public boolean retainAll(Collection<?> coll) {
            guard.change();
            return c.retainAll(coll);
        }

        @Override
        public void clear() {
            guard.change();
            c.clear();
        }

        @Override
        public void forEach(Consumer<? super E> action) {
            c.forEach(action);
        }

        @Override
        public boolean removeIf(Predicate<? super E> filter) {
            guard.change();
            return c.removeIf(filter);
        }
    }

    static class OfSet<E> extends OfCollection<E> implements Set<E> {
        private final Collection<? extends E> s;

        OfSet(Set<? extends E> s, Guard guard) {
            super(s, guard);
            this.s = s;
        }

        @Override
        public boolean equals(Object o) {
            return o == this || s.equals(o);
        }

        @Override
        public int hashCode() {
            return s.hashCode();
        }
    }

    static class OfSortedSet<E> extends OfSet<E> implements SortedSet<E> {
        private final SortedSet<E> s;

        OfSortedSet(SortedSet<E> s, Guard guard) {
            super(s, guard);
            this.s = s;
        }

        @Override
        public Comparator<? super E> comparator() {
            return s.comparator();
        }

        @Override
        public SortedSet<E> subSet(E fromElement, E toElement) {
            return new OfSortedSet<>(s.subSet(fromElement, toElement), guard);
        }

        @Override
        public SortedSet<E> headSet(E toElement) {
            return new OfSortedSet<>(s.headSet(toElement), guard);
        }

        @Override
        public SortedSet<E> tailSet(E fromElement) {
            return new OfSortedSet<>(s.tailSet(fromElement), guard);
        }

        @Override
        public E first() {
            return s.first();
        }

        @Override
        public E last() {
            return s.last();
        }
    }

    static final class OfNavigableSet<E> extends OfSortedSet<E> implements NavigableSet<E> {
        private final NavigableSet<E> s;

        OfNavigableSet(NavigableSet<E> s, Guard guard) {
            super(s, guard);
            this.s = s;
        }

        @Override
        public E lower(E e) {
            return s.lower(e);
        }

        @Override
        public E floor(E e) {
            return s.floor(e);
        }

        @Override
        public E ceiling(E e) {
            return s.ceiling(e);
        }

        @Override
        public E higher(E e) {
            return s.higher(e);
        }

        @Override
        public E pollFirst() {
            guard.change();
            return s.pollFirst();
        }

        @Override
        public E pollLast() {
            guard.change();
            return s.pollLast();
        }

        @Override
        public NavigableSet<E> descendingSet() {
            return new OfNavigableSet<>(s.descendingSet(), guard);
        }

        @Override
        public Iterator<E> descendingIterator() {
            return new Walk<>(s.descendingIterator(), guard);
        }

        @Override
        public NavigableSet<E> subSet(E fromElement, boolean fromInclusive, E toElement, boolean toInclusive) {
            return new OfNavigableSet<>(s.subSet(fromElement, fromInclusive, toElement, toInclusive), guard);
        }

        @Override
        public NavigableSet<E> headSet(E toElement, boolean inclusive) {
            return new OfNavigableSet<>(s.headSet(toElement, inclusive), guard);
        }

        @Override
        public NavigableSet<E> tailSet(E fromElement, boolean inclusive) {
            return new OfNavigableSet<>(s.tailSet(fromElement, inclusive), guard);
        }
    }

    static final class OfQueue<E> extends OfCollection<E> implements Queue<E> {
        private final Queue<E> q;

        OfQueue(Queue<E> q, Guard guard) {
            super(q, guard);
            this.q = q;
        }

        @Override
        public boolean offer(E e) {
            guard.change();
            return q.offer(guard.element(e));
        }

        @Override
        public E remove() {
            guard.change();
            return q.remove();
        }

        @Override
        public E poll() {
            guard.change();
            return q.poll();
        }

        @Override
        public E element() {
            return q.element();
        }

        @Override
        public E peek() {
            return q.peek();
        }
    }

    /** A list; one with random access if the list behind it has it. */
    @SuppressWarnings("unchecked")
    static <E> List<E> list(List<? extends E> list, Guard guard) {
        return list instanceof RandomAccess
                ? new OfRandomAccessList<>((List<E>) list, guard)
                : new OfList<>((List<E>) list, guard);
    }

    private static class OfList<E> extends OfCollection<E> implements List<E> {
        private final List<E> list;

        OfList(List<E> list, Guard guard) {
            super(list, guard);
            this.list = list;
        }

        @Override
        public boolean equals(Object o) {
            return o == this || list.equals(o);
        }

        @Override
        public int hashCode() {
            return list.hashCode();
        }

        @Override
        public E get(int index) {
            return list.get(index);
        }

        @Override
        public E set(int index, E element) {
            guard.change();
            return list.set(index, guard.element(element));
        }

        @Override
        public void add(int index, E element) {
            guard.change();
            list.add(index, guard.element(element));
        }

        @Override
        public E remove(int index) {
            guard.change();
            return list.remove(index);
        }

        @Override
        public int indexOf(Object o) {
            return list.indexOf(o);
        }

        @Override
        public int lastIndexOf(Object o) {
            return list.lastIndexOf(o);
        }

        @Override
        public boolean addAll(int index, Collection<? extends E> c) {
            guard.change();
            return list.addAll(index, checked(c));
        }

        @Override
        public void replaceAll(UnaryOperator<E> operator) {
            guard.change();
            Objects.requireNonNull(operator);
            list.replaceAll(e -> guard.element(operator.apply(e)));
        }

        @Override
        public void sort(Comparator<? super E> c) {
            guard.change();
            list.sort(c);
        }

        @Override
        public ListIterator<E> listIterator() {
            return listIterator(0);
        }

        @Override
        public ListIterator<E> listIterator(int index) {
            return new ListWalk<>(list.listIterator(index), guard);
        }

        @Override
        public List<E> subList(int fromIndex, int toIndex) {
            return list(list.subList(fromIndex, toIndex), guard);
        }
    }

    private static final class OfRandomAccessList<E> extends OfList<E> implements RandomAccess {
        OfRandomAccessList(List<E> list, Guard guard) {
            super(list, guard);
        }
    }

    private static final class GuardedEntry<K, V> implements Map.Entry<K, V> {
        private final Map.Entry<K, V> entry;
        private final Guard guard;

        GuardedEntry(Map.Entry<K, V> entry, Guard guard) {
            this.entry = entry;
            this.guard = guard;
        }

        static <K, V> Map.Entry<K, V> of(Map.Entry<K, V> entry, Guard guard) {
            return entry == null ? null : new GuardedEntry<>(entry, guard);
        }

        @Override
        public K getKey() {
            return entry.getKey();
        }

        @Override
        public V getValue() {
            return entry.getValue();
        }

        @Override
        public V setValue(V value) {
            guard.change();
            return entry.setValue(guard.value(value));
        }

        @Override
        public boolean equals(Object o) {
            return o == this || AbstractMap.sameEntry(this, o);
        }

        @Override
        public int hashCode() {
            return entry.hashCode();
        }

        @Override
        public String toString() {
            return entry.toString();
        }
    }

    private static final class Entries<K, V> extends OfSet<Map.Entry<K, V>> {
        private final Set<Map.Entry<K, V>> entries;

        Entries(Set<Map.Entry<K, V>> entries, Guard guard) {
            super(entries, guard);
            this.entries = entries;
        }

        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            return new Walk<Map.Entry<K, V>>(entries.iterator(), guard) {
                @Override
                public Map.Entry<K, V> next() {
                    return GuardedEntry.of(super.next(), guard);
                }

                @Override
                public void forEachRemaining(Consumer<? super Map.Entry<K, V>> action) {
                    super.forEachRemaining(entry -> action.accept(GuardedEntry.of(entry, guard)));
                }
            };
        }

        @Override
        public void forEach(Consumer<? super Map.Entry<K, V>> action) {
            Objects.requireNonNull(action);
            entries.forEach(entry -> action.accept(GuardedEntry.of(entry, guard)));
        }

        @Override
        @SuppressWarnings("unchecked")
        public Object[] toArray() {
            Object[] array = entries.toArray();
            for (int i = 0; i < array.length; i++) {
                array[i] = GuardedEntry.of((Map.Entry<K, V>) array[i], guard);
            }
            return array;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T[] toArray(T[] a) {
            T[] array = entries.toArray(a);
            int size = entries.size();
            for (int i = 0; i < size; i++) {
                array[i] = (T) GuardedEntry.of((Map.Entry<K, V>) array[i], guard);
            }
            return array;
        }

        @Override
        public <T> T[] toArray(IntFunction<T[]> generator) {
            return toArray(generator.apply(0));
        }
    }

    static class OfMap<K, V> implements Map<K, V>, Serializable {
        private final Map<K, V> m;
        final Guard guard;

        @SuppressWarnings("unchecked")
        OfMap(Map<? extends K, ? extends V> m, Guard guard) {
            this.m = (Map<K, V>) Objects.requireNonNull(m);
            this.guard = guard;
        }

        @Override
        public int size() {
            return m.size();
        }

        @Override
        public boolean isEmpty() {
            return m.isEmpty();
        }

        @Override
        public boolean containsKey(Object key) {
            return m.containsKey(key);
        }

        @Override
        public boolean containsValue(Object value) {
            return m.containsValue(value);
        }

        @Override
        public V get(Object key) {
            return m.get(key);
        }

        @Override
        public V getOrDefault(Object key, V defaultValue) {
            return m.getOrDefault(key, defaultValue);
        }

        @Override
        public V put(K key, V value) {
            guard.change();
            return m.put(guard.element(key), guard.value(value));
        }

        @Override
        public V putIfAbsent(K key, V value) {
            guard.change();
            return m.putIfAbsent(guard.element(key), guard.value(value));
        }

        @Override
        public V remove(Object key) {
            guard.change();
            return m.remove(key);
        }

        @Override
        public boolean remove(Object key, Object value) {
            guard.change();
            return m.remove(key, value);
        }

        @Override
        public void putAll(Map<? extends K, ? extends V> t) {
            guard.change();
            Map<K, V> checked = new LinkedHashMap<>();
            for (Entry<? extends K, ? extends V> entry : t.entrySet()) {
                checked.put(guard.element(entry.getKey()), guard.value(entry.getValue()));
            }
            m.putAll(checked);
        }

        @Override
        public void clear() {
            guard.change();
            m.clear();
        }

        @Override
        public Set<K> keySet() {
            return new OfSet<>(m.keySet(), guard);
        }

        @Override
        public Collection<V> values() {
            return new OfCollection<>(m.values(), guard);
        }

        @Override
        public Set<Entry<K, V>> entrySet() {
            return new Entries<>(m.entrySet(), guard);
        }

        @Override
        public boolean equals(Object o) {
            return o == this || m.equals(o);
        }

        @Override
        public int hashCode() {
            return m.hashCode();
        }

        @Override
        public String toString() {
            return m.toString();
        }

        @Override
        public void forEach(BiConsumer<? super K, ? super V> action) {
            m.forEach(action);
        }

        @Override
        public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
            guard.change();
            Objects.requireNonNull(function);
            m.replaceAll((key, value) -> guard.value(function.apply(key, value)));
        }

        @Override
        public boolean replace(K key, V oldValue, V newValue) {
            guard.change();
            return m.replace(guard.element(key), oldValue, guard.value(newValue));
        }

        @Override
        public V replace(K key, V value) {
            guard.change();
            return m.replace(guard.element(key), guard.value(value));
        }

        @Override
        public V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
            guard.change();
            Objects.requireNonNull(mappingFunction);
            return m.computeIfAbsent(guard.element(key), k -> guard.value(mappingFunction.apply(k)));
        }

        @Override
        public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
            guard.change();
            Objects.requireNonNull(remappingFunction);
            return m.computeIfPresent(guard.element(key), (k, v) -> guard.value(remappingFunction.apply(k, v)));
        }

        @Override
        public V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
            guard.change();
            Objects.requireNonNull(remappingFunction);
            return m.compute(guard.element(key), (k, v) -> guard.value(remappingFunction.apply(k, v)));
        }

        @Override
        public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
            guard.change();
            Objects.requireNonNull(remappingFunction);
            return m.merge(guard.element(key), guard.value(value), (v, w) -> guard.value(remappingFunction.apply(v, w)));
        }
    }

    static class OfSortedMap<K, V> extends OfMap<K, V> implements SortedMap<K, V> {
        private final SortedMap<K, V> m;

        @SuppressWarnings("unchecked")
        OfSortedMap(SortedMap<K, ? extends V> m, Guard guard) {
            super(m, guard);
            this.m = (SortedMap<K, V>) m;
        }

        @Override
        public Comparator<? super K> comparator() {
            return m.comparator();
        }

        @Override
        public SortedMap<K, V> subMap(K fromKey, K toKey) {
            return new OfSortedMap<>(m.subMap(fromKey, toKey), guard);
        }

        @Override
        public SortedMap<K, V> headMap(K toKey) {
            return new OfSortedMap<>(m.headMap(toKey), guard);
        }

        @Override
        public SortedMap<K, V> tailMap(K fromKey) {
            return new OfSortedMap<>(m.tailMap(fromKey), guard);
        }

        @Override
        public K firstKey() {
            return m.firstKey();
        }

        @Override
        public K lastKey() {
            return m.lastKey();
        }
    }

    static final class OfNavigableMap<K, V> extends OfSortedMap<K, V> implements NavigableMap<K, V> {
        private final NavigableMap<K, V> m;

        @SuppressWarnings("unchecked")
        OfNavigableMap(NavigableMap<K, ? extends V> m, Guard guard) {
            super(m, guard);
            this.m = (NavigableMap<K, V>) m;
        }

        @Override
        public Entry<K, V> lowerEntry(K key) {
            return GuardedEntry.of(m.lowerEntry(key), guard);
        }

        @Override
        public K lowerKey(K key) {
            return m.lowerKey(key);
        }

        @Override
        public Entry<K, V> floorEntry(K key) {
            return GuardedEntry.of(m.floorEntry(key), guard);
        }

        @Override
        public K floorKey(K key) {
            return m.floorKey(key);
        }

        @Override
        public Entry<K, V> ceilingEntry(K key) {
            return GuardedEntry.of(m.ceilingEntry(key), guard);
        }

        @Override
        public K ceilingKey(K key) {
            return m.ceilingKey(key);
        }

        @Override
        public Entry<K, V> higherEntry(K key) {
            return GuardedEntry.of(m.higherEntry(key), guard);
        }

        @Override
        public K higherKey(K key) {
            return m.higherKey(key);
        }

        @Override
        public Entry<K, V> firstEntry() {
            return GuardedEntry.of(m.firstEntry(), guard);
        }

        @Override
        public Entry<K, V> lastEntry() {
            return GuardedEntry.of(m.lastEntry(), guard);
        }

        @Override
        public Entry<K, V> pollFirstEntry() {
            guard.change();
            return m.pollFirstEntry();
        }

        @Override
        public Entry<K, V> pollLastEntry() {
            guard.change();
            return m.pollLastEntry();
        }

        @Override
        public NavigableMap<K, V> descendingMap() {
            return new OfNavigableMap<>(m.descendingMap(), guard);
        }

        @Override
        public NavigableSet<K> navigableKeySet() {
            return new OfNavigableSet<>(m.navigableKeySet(), guard);
        }

        @Override
        public NavigableSet<K> descendingKeySet() {
            return new OfNavigableSet<>(m.descendingKeySet(), guard);
        }

        @Override
        public NavigableMap<K, V> subMap(K fromKey, boolean fromInclusive, K toKey, boolean toInclusive) {
            return new OfNavigableMap<>(m.subMap(fromKey, fromInclusive, toKey, toInclusive), guard);
        }

        @Override
        public NavigableMap<K, V> headMap(K toKey, boolean inclusive) {
            return new OfNavigableMap<>(m.headMap(toKey, inclusive), guard);
        }

        @Override
        public NavigableMap<K, V> tailMap(K fromKey, boolean inclusive) {
            return new OfNavigableMap<>(m.tailMap(fromKey, inclusive), guard);
        }
    }
}
