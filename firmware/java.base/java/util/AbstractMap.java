package java.util;

import java.io.Serializable;

/** A map on top of {@code entrySet}. */
public abstract class AbstractMap<K, V> implements Map<K, V> {
    protected AbstractMap() {}

    @Override
    public int size() {
        return entrySet().size();
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public boolean containsValue(Object value) {
        for (Entry<K, V> entry : entrySet()) {
            if (Objects.equals(value, entry.getValue())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean containsKey(Object key) {
        return entry(key) != null;
    }

    @Override
    public V get(Object key) {
        Entry<K, V> entry = entry(key);
        return entry == null ? null : entry.getValue();
    }

    private Entry<K, V> entry(Object key) {
        for (Entry<K, V> entry : entrySet()) {
            if (Objects.equals(key, entry.getKey())) {
                return entry;
            }
        }
        return null;
    }

    @Override
    public V put(K key, V value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public V remove(Object key) {
        Iterator<Entry<K, V>> each = entrySet().iterator();
        while (each.hasNext()) {
            Entry<K, V> entry = each.next();
            if (Objects.equals(key, entry.getKey())) {
                V value = entry.getValue();
                each.remove();
                return value;
            }
        }
        return null;
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> m) {
        for (Entry<? extends K, ? extends V> entry : m.entrySet()) {
            put(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public void clear() {
        entrySet().clear();
    }

    @Override
    public Set<K> keySet() {
        return new KeyView<>(this);
    }

    @Override
    public Collection<V> values() {
        return new ValueView<>(this);
    }

    @Override
    public abstract Set<Entry<K, V>> entrySet();

    @Override
    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof Map)) {
            return false;
        }
        Map<?, ?> other = (Map<?, ?>) o;
        if (other.size() != size()) {
            return false;
        }
        try {
            for (Entry<K, V> entry : entrySet()) {
                K key = entry.getKey();
                V value = entry.getValue();
                if (value == null ? other.get(key) != null || !other.containsKey(key) : !value.equals(other.get(key))) {
                    return false;
                }
            }
        } catch (ClassCastException | NullPointerException otherKind) {
            return false;
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Entry<K, V> entry : entrySet()) {
            hash += entry.hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        Iterator<Entry<K, V>> each = entrySet().iterator();
        if (!each.hasNext()) {
            return "{}";
        }
        StringBuilder text = new StringBuilder();
        text.append('{');
        while (true) {
            Entry<K, V> entry = each.next();
            K key = entry.getKey();
            V value = entry.getValue();
            text.append(key == this ? "(this Map)" : key).append('=').append(value == this ? "(this Map)" : value);
            if (!each.hasNext()) {
                return text.append('}').toString();
            }
            text.append(", ");
        }
    }

    @Override
    protected Object clone() throws CloneNotSupportedException {
        return super.clone();
    }

    /** The equality of all entries. */
    static boolean sameEntry(Entry<?, ?> entry, Object o) {
        if (!(o instanceof Entry)) {
            return false;
        }
        Entry<?, ?> other = (Entry<?, ?>) o;
        return Objects.equals(entry.getKey(), other.getKey()) && Objects.equals(entry.getValue(), other.getValue());
    }

    /** The hash of all entries. */
    static int entryHash(Object key, Object value) {
        return Objects.hashCode(key) ^ Objects.hashCode(value);
    }

    /** The keys of any map that has entries. */
    static class KeyView<K, V> extends AbstractSet<K> {
        private final Map<K, V> map;

        KeyView(Map<K, V> map) {
            this.map = map;
        }

        @Override
        public Iterator<K> iterator() {
            Iterator<Entry<K, V>> each = map.entrySet().iterator();
            return new Iterator<K>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public K next() {
                    return each.next().getKey();
                }

                @Override
                public void remove() {
                    each.remove();
                }
            };
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public boolean contains(Object o) {
            return map.containsKey(o);
        }

        @Override
        public void clear() {
            map.clear();
        }
    }

    /** The values of any map that has entries. */
    static class ValueView<K, V> extends AbstractCollection<V> {
        private final Map<K, V> map;

        ValueView(Map<K, V> map) {
            this.map = map;
        }

        @Override
        public Iterator<V> iterator() {
            Iterator<Entry<K, V>> each = map.entrySet().iterator();
            return new Iterator<V>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public V next() {
                    return each.next().getValue();
                }

                @Override
                public void remove() {
                    each.remove();
                }
            };
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public boolean contains(Object o) {
            return map.containsValue(o);
        }

        @Override
        public void clear() {
            map.clear();
        }
    }

    /** A key and a value that can change. */
    public static class SimpleEntry<K, V> implements Entry<K, V>, Serializable {
        private final K key;
        private V value;

        public SimpleEntry(K key, V value) {
            this.key = key;
            this.value = value;
        }

        public SimpleEntry(Entry<? extends K, ? extends V> entry) {
            this(entry.getKey(), entry.getValue());
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
        public V setValue(V value) {
            V old = this.value;
            this.value = value;
            return old;
        }

        @Override
        public boolean equals(Object o) {
            return sameEntry(this, o);
        }

        @Override
        public int hashCode() {
            return entryHash(key, value);
        }

        @Override
        public String toString() {
            return key + "=" + value;
        }
    }

    /** A key and a value that stay. */
    public static class SimpleImmutableEntry<K, V> implements Entry<K, V>, Serializable {
        private final K key;
        private final V value;

        public SimpleImmutableEntry(K key, V value) {
            this.key = key;
            this.value = value;
        }

        public SimpleImmutableEntry(Entry<? extends K, ? extends V> entry) {
            this(entry.getKey(), entry.getValue());
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
        public V setValue(V value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean equals(Object o) {
            return sameEntry(this, o);
        }

        @Override
        public int hashCode() {
            return entryHash(key, value);
        }

        @Override
        public String toString() {
            return key + "=" + value;
        }
    }
}
