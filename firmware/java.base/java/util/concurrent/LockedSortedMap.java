package java.util.concurrent;

import java.io.Serializable;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A sorted map, or a range of one, under a lock. Iterators go from key to key, so changes do not disturb them. */
class LockedSortedMap<K, V> extends AbstractMap<K, V> implements ConcurrentNavigableMap<K, V>, Serializable {
    final NavigableMap<K, V> map;
    private final Object lock;

    /** {@code lock} guards the whole map of which this may be a range; null: this object. */
    LockedSortedMap(NavigableMap<K, V> map, Object lock) {
        this.map = map;
        this.lock = lock == null ? this : lock;
    }

    @Override
    public Comparator<? super K> comparator() {
        return map.comparator();
    }

    @Override
    public int size() {
        synchronized (lock) {
            return map.size();
        }
    }

    @Override
    public boolean isEmpty() {
        synchronized (lock) {
            return map.isEmpty();
        }
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public V get(Object key) {
        Objects.requireNonNull(key);
        synchronized (lock) {
            return map.get(key);
        }
    }

    @Override
    public V getOrDefault(Object key, V defaultValue) {
        V value = get(key);
        return value != null ? value : defaultValue;
    }

    @Override
    public V put(K key, V value) {
        Objects.requireNonNull(value);
        Objects.requireNonNull(key);
        synchronized (lock) {
            return map.put(key, value);
        }
    }

    @Override
    public V remove(Object key) {
        Objects.requireNonNull(key);
        synchronized (lock) {
            return map.remove(key);
        }
    }

    @Override
    public void clear() {
        synchronized (lock) {
            map.clear();
        }
    }

    @Override
    public V putIfAbsent(K key, V value) {
        Objects.requireNonNull(value);
        synchronized (lock) {
            V before = get(key);
            return before != null ? before : put(key, value);
        }
    }

    @Override
    public boolean remove(Object key, Object value) {
        synchronized (lock) {
            boolean same = value != null && value.equals(get(key));
            if (same) {
                map.remove(key);
            }
            return same;
        }
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        Objects.requireNonNull(oldValue);
        Objects.requireNonNull(newValue);
        synchronized (lock) {
            boolean same = oldValue.equals(get(key));
            if (same) {
                map.put(key, newValue);
            }
            return same;
        }
    }

    @Override
    public V replace(K key, V value) {
        Objects.requireNonNull(value);
        synchronized (lock) {
            return get(key) == null ? null : map.put(key, value);
        }
    }

    @Override
    public V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
        V value = get(key);
        if (value != null) {
            return value;
        }
        V made = mappingFunction.apply(key);
        if (made == null) {
            return null;
        }
        V before = putIfAbsent(key, made);
        return before != null ? before : made;
    }

    @Override
    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        synchronized (lock) {
            V before = get(key);
            return before == null ? null : store(key, remappingFunction.apply(key, before));
        }
    }

    @Override
    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        synchronized (lock) {
            return store(key, remappingFunction.apply(key, get(key)));
        }
    }

    @Override
    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(value);
        synchronized (lock) {
            V before = get(key);
            return store(key, before == null ? value : remappingFunction.apply(before, value));
        }
    }

    private V store(K key, V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
        return value;
    }

    private static <K, V> Map.Entry<K, V> snapshot(Map.Entry<K, V> entry) {
        return entry == null ? null : new SimpleImmutableEntry<>(entry);
    }

    private static <K, V> K keyOf(Map.Entry<K, V> entry) {
        return entry == null ? null : entry.getKey();
    }

    private static <K, V> K presentKey(Map.Entry<K, V> entry) {
        if (entry == null) {
            throw new NoSuchElementException();
        }
        return entry.getKey();
    }

    @Override
    public Map.Entry<K, V> firstEntry() {
        synchronized (lock) {
            return snapshot(map.firstEntry());
        }
    }

    @Override
    public Map.Entry<K, V> lastEntry() {
        synchronized (lock) {
            return snapshot(map.lastEntry());
        }
    }

    @Override
    public Map.Entry<K, V> pollFirstEntry() {
        synchronized (lock) {
            return snapshot(map.pollFirstEntry());
        }
    }

    @Override
    public Map.Entry<K, V> pollLastEntry() {
        synchronized (lock) {
            return snapshot(map.pollLastEntry());
        }
    }

    @Override
    public Map.Entry<K, V> lowerEntry(K key) {
        Objects.requireNonNull(key);
        synchronized (lock) {
            return snapshot(map.lowerEntry(key));
        }
    }

    @Override
    public Map.Entry<K, V> floorEntry(K key) {
        Objects.requireNonNull(key);
        synchronized (lock) {
            return snapshot(map.floorEntry(key));
        }
    }

    @Override
    public Map.Entry<K, V> ceilingEntry(K key) {
        Objects.requireNonNull(key);
        synchronized (lock) {
            return snapshot(map.ceilingEntry(key));
        }
    }

    @Override
    public Map.Entry<K, V> higherEntry(K key) {
        Objects.requireNonNull(key);
        synchronized (lock) {
            return snapshot(map.higherEntry(key));
        }
    }

    @Override
    public K firstKey() {
        return presentKey(firstEntry());
    }

    @Override
    public K lastKey() {
        return presentKey(lastEntry());
    }

    @Override
    public K lowerKey(K key) {
        return keyOf(lowerEntry(key));
    }

    @Override
    public K floorKey(K key) {
        return keyOf(floorEntry(key));
    }

    @Override
    public K ceilingKey(K key) {
        return keyOf(ceilingEntry(key));
    }

    @Override
    public K higherKey(K key) {
        return keyOf(higherEntry(key));
    }

    @Override
    public ConcurrentNavigableMap<K, V> subMap(K fromKey, boolean fromInclusive, K toKey, boolean toInclusive) {
        Objects.requireNonNull(fromKey);
        Objects.requireNonNull(toKey);
        return new LockedSortedMap<>(map.subMap(fromKey, fromInclusive, toKey, toInclusive), lock);
    }

    @Override
    public ConcurrentNavigableMap<K, V> headMap(K toKey, boolean inclusive) {
        return new LockedSortedMap<>(map.headMap(Objects.requireNonNull(toKey), inclusive), lock);
    }

    @Override
    public ConcurrentNavigableMap<K, V> tailMap(K fromKey, boolean inclusive) {
        return new LockedSortedMap<>(map.tailMap(Objects.requireNonNull(fromKey), inclusive), lock);
    }

    @Override
    public ConcurrentNavigableMap<K, V> subMap(K fromKey, K toKey) {
        return subMap(fromKey, true, toKey, false);
    }

    @Override
    public ConcurrentNavigableMap<K, V> headMap(K toKey) {
        return headMap(toKey, false);
    }

    @Override
    public ConcurrentNavigableMap<K, V> tailMap(K fromKey) {
        return tailMap(fromKey, true);
    }

    @Override
    public ConcurrentNavigableMap<K, V> descendingMap() {
        return new LockedSortedMap<>(map.descendingMap(), lock);
    }

    @Override
    public NavigableSet<K> navigableKeySet() {
        return keySet();
    }

    @Override
    public NavigableSet<K> keySet() {
        return new LockedSortedSet<>(this);
    }

    @Override
    public NavigableSet<K> descendingKeySet() {
        return descendingMap().navigableKeySet();
    }

    /** Goes from entry to entry. */
    private class EntryIterator implements Iterator<Map.Entry<K, V>> {
        private Map.Entry<K, V> next = firstEntry();
        private K last;

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Map.Entry<K, V> next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            Map.Entry<K, V> entry = next;
            last = entry.getKey();
            next = higherEntry(last);
            return entry;
        }

        @Override
        public void remove() {
            if (last == null) {
                throw new IllegalStateException();
            }
            LockedSortedMap.this.remove(last);
            last = null;
        }
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new EntryIterator();
            }

            @Override
            public int size() {
                return LockedSortedMap.this.size();
            }

            @Override
            public boolean contains(Object o) {
                return o instanceof Map.Entry
                        && ((Map.Entry<?, ?>) o).getValue().equals(get(((Map.Entry<?, ?>) o).getKey()));
            }

            @Override
            public boolean remove(Object o) {
                return o instanceof Map.Entry
                        && LockedSortedMap.this.remove(((Map.Entry<?, ?>) o).getKey(), ((Map.Entry<?, ?>) o).getValue());
            }

            @Override
            public void clear() {
                LockedSortedMap.this.clear();
            }
        };
    }

    @Override
    public Collection<V> values() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                EntryIterator entries = new EntryIterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public V next() {
                        return entries.next().getValue();
                    }

                    @Override
                    public void remove() {
                        entries.remove();
                    }
                };
            }

            @Override
            public int size() {
                return LockedSortedMap.this.size();
            }

            @Override
            public void clear() {
                LockedSortedMap.this.clear();
            }
        };
    }

    Iterator<K> keyIterator() {
        EntryIterator entries = new EntryIterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public K next() {
                return entries.next().getKey();
            }

            @Override
            public void remove() {
                entries.remove();
            }
        };
    }
}
