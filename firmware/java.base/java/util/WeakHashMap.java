package java.util;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * A hash map that does not keep its keys alive: an entry goes when the collector has taken its key. Chained buckets; the
 * order of iteration is the JDK's, from the last bucket to the first, youngest entry of a bucket first.
 */
public class WeakHashMap<K, V> extends AbstractMap<K, V> implements Map<K, V> {
    private static final int CAPACITY_MAX = 1 << 30;
    private static final Object NULL_KEY = new Object();

    private Entry<K, V>[] buckets;
    private int size;
    private int limit;
    private final float loadFactor;
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
    private int changes;

    private static class Entry<K, V> extends WeakReference<Object> implements Map.Entry<K, V> {
        final int hash;
        V value;
        Entry<K, V> next;

        Entry(Object key, V value, ReferenceQueue<Object> queue, int hash, Entry<K, V> next) {
            super(key, queue);
            this.value = value;
            this.hash = hash;
            this.next = next;
        }

        @Override
        @SuppressWarnings("unchecked")
        public K getKey() {
            Object key = get();
            return key == NULL_KEY ? null : (K) key;
        }

        @Override
        public V getValue() {
            return value;
        }

        @Override
        public V setValue(V newValue) {
            V old = value;
            value = newValue;
            return old;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Map.Entry<?, ?> entry
                && Objects.equals(getKey(), entry.getKey())
                && Objects.equals(value, entry.getValue());
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(getKey()) ^ Objects.hashCode(value);
        }

        @Override
        public String toString() {
            return getKey() + "=" + value;
        }
    }

    public WeakHashMap() {
        this(16, 0.75f);
    }

    public WeakHashMap(int initialCapacity) {
        this(initialCapacity, 0.75f);
    }

    public WeakHashMap(int initialCapacity, float loadFactor) {
        if (initialCapacity < 0) {
            throw new IllegalArgumentException("Illegal Initial Capacity: " + initialCapacity);
        }
        if (loadFactor <= 0 || Float.isNaN(loadFactor)) {
            throw new IllegalArgumentException("Illegal Load factor: " + loadFactor);
        }
        int capacity = 1;
        while (capacity < Math.min(initialCapacity, CAPACITY_MAX)) {
            capacity <<= 1;
        }
        this.loadFactor = loadFactor;
        buckets = newBuckets(capacity);
        limit = (int) (capacity * loadFactor);
    }

    public WeakHashMap(Map<? extends K, ? extends V> m) {
        this(Math.max((int) (m.size() / 0.75f) + 1, 16), 0.75f);
        putAll(m);
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Entry<K, V>[] newBuckets(int capacity) {
        return (Entry<K, V>[]) new Entry<?, ?>[capacity];
    }

    private static int hashOf(Object key) {
        int hash = key.hashCode();
        hash ^= hash >>> 20 ^ hash >>> 12;
        return hash ^ hash >>> 7 ^ hash >>> 4;
    }

    private static Object masked(Object key) {
        return key == null ? NULL_KEY : key;
    }

    /** Takes out the entries whose keys are gone. */
    private void settle() {
        for (Object each = gone.poll(); each != null; each = gone.poll()) {
            @SuppressWarnings("unchecked")
            Entry<K, V> entry = (Entry<K, V>) each;
            if (unlink(entry)) {
                entry.value = null;
            }
        }
    }

    private boolean unlink(Entry<K, V> entry) {
        int at = entry.hash & buckets.length - 1;
        Entry<K, V> before = null;
        for (Entry<K, V> each = buckets[at]; each != null; each = each.next) {
            if (each == entry) {
                if (before == null) {
                    buckets[at] = entry.next;
                } else {
                    before.next = entry.next;
                }
                size--;
                return true;
            }
            before = each;
        }
        return false;
    }

    private Entry<K, V> find(Object key) {
        settle();
        Object wanted = masked(key);
        int hash = hashOf(wanted);
        Entry<K, V> entry = buckets[hash & buckets.length - 1];
        while (entry != null && !(entry.hash == hash && isKey(entry, wanted))) {
            entry = entry.next;
        }
        return entry;
    }

    private static boolean isKey(Entry<?, ?> entry, Object wanted) {
        Object key = entry.get();
        return key == wanted || key != null && wanted.equals(key);
    }

    @Override
    public int size() {
        settle();
        return size;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public V get(Object key) {
        Entry<K, V> entry = find(key);
        return entry == null ? null : entry.value;
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    @Override
    public V put(K key, V value) {
        Entry<K, V> entry = find(key);
        if (entry != null) {
            return entry.setValue(value);
        }
        Object wanted = masked(key);
        int hash = hashOf(wanted);
        int at = hash & buckets.length - 1;
        buckets[at] = new Entry<>(wanted, value, gone, hash, buckets[at]);
        changes++;
        if (++size >= limit && buckets.length < CAPACITY_MAX) {
            grow(2 * buckets.length);
        }
        return null;
    }

    private void grow(int capacity) {
        Entry<K, V>[] old = buckets;
        buckets = newBuckets(capacity);
        limit = (int) (capacity * loadFactor);
        for (Entry<K, V> first : old) {
            for (Entry<K, V> each = first; each != null;) {
                Entry<K, V> next = each.next;
                int at = each.hash & capacity - 1;
                each.next = buckets[at];
                buckets[at] = each;
                each = next;
            }
        }
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> m) {
        for (Map.Entry<? extends K, ? extends V> each : m.entrySet()) {
            put(each.getKey(), each.getValue());
        }
    }

    @Override
    public V remove(Object key) {
        Entry<K, V> entry = find(key);
        if (entry == null) {
            return null;
        }
        changes++;
        unlink(entry);
        return entry.value;
    }

    @Override
    public void clear() {
        changes++;
        Arrays.fill(buckets, null);
        size = 0;
        settle();
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<Map.Entry<K, V>>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new EntryIterator();
            }

            @Override
            public int size() {
                return WeakHashMap.this.size();
            }

            @Override
            public void clear() {
                WeakHashMap.this.clear();
            }
        };
    }

    /**
     * Holds the key of the next entry, so that it is still there when it is asked for, and that of the last one only until
     * the end is seen: as in the JDK, remove then takes nothing.
     */
    private class EntryIterator implements Iterator<Map.Entry<K, V>> {
        private int bucket = isEmpty() ? 0 : buckets.length;
        private Entry<K, V> next;
        private Object nextKey;
        private Entry<K, V> last;
        private Object lastKey;
        private int expected = changes;

        @Override
        public boolean hasNext() {
            while (nextKey == null) {
                while (next == null && bucket > 0) {
                    next = buckets[--bucket];
                }
                if (next == null) {
                    lastKey = null;
                    return false;
                }
                nextKey = next.get();
                if (nextKey == null) {
                    next = next.next;
                }
            }
            return true;
        }

        @Override
        public Map.Entry<K, V> next() {
            if (changes != expected) {
                throw new ConcurrentModificationException();
            }
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            last = next;
            lastKey = nextKey;
            next = next.next;
            nextKey = null;
            return last;
        }

        @Override
        public void remove() {
            if (last == null) {
                throw new IllegalStateException();
            }
            if (changes != expected) {
                throw new ConcurrentModificationException();
            }
            WeakHashMap.this.remove(lastKey);
            expected = changes;
            last = null;
            lastKey = null;
        }
    }
}
