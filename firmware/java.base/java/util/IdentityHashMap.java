package java.util;

import java.io.Serializable;

/** A hash map that compares keys and values by {@code ==}. Its order follows the identity hash codes of the device. */
public class IdentityHashMap<K, V> extends AbstractMap<K, V> implements Map<K, V>, Serializable, Cloneable {
    private Node<K, V>[] table;
    private int size;
    private int modCount;

    public IdentityHashMap() {
        this(21);
    }

    public IdentityHashMap(int expectedMaxSize) {
        if (expectedMaxSize < 0) {
            throw new IllegalArgumentException("expectedMaxSize is negative: " + expectedMaxSize);
        }
        makeTable(HashMap.tableSizeFor(Math.min(expectedMaxSize, 1 << 20) + expectedMaxSize / 2));
    }

    public IdentityHashMap(Map<? extends K, ? extends V> m) {
        this(m.size());
        putAll(m);
    }

    @SuppressWarnings("unchecked")
    private void makeTable(int capacity) {
        table = (Node<K, V>[]) new Node<?, ?>[Math.max(capacity, 4)];
    }

    private static final class Node<K, V> implements Entry<K, V> {
        final K key;
        V value;
        Node<K, V> next;

        Node(K key, V value) {
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
            V old = value;
            value = newValue;
            return old;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Entry && ((Entry<?, ?>) o).getKey() == key && ((Entry<?, ?>) o).getValue() == value;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(key) ^ System.identityHashCode(value);
        }

        @Override
        public String toString() {
            return key + "=" + value;
        }
    }

    private int bucket(Object key) {
        int hash = System.identityHashCode(key);
        return (hash ^ hash >>> 16) & table.length - 1;
    }

    private Node<K, V> find(Object key) {
        Node<K, V> node = table[bucket(key)];
        while (node != null && node.key != key) {
            node = node.next;
        }
        return node;
    }

    private void link(Node<K, V> node) {
        int bucket = bucket(node.key);
        node.next = table[bucket];
        table[bucket] = node;
    }

    private void unlink(Node<K, V> node) {
        int bucket = bucket(node.key);
        if (table[bucket] == node) {
            table[bucket] = node.next;
        } else {
            Node<K, V> previous = table[bucket];
            while (previous.next != node) {
                previous = previous.next;
            }
            previous.next = node.next;
        }
        size--;
        modCount++;
    }

    private void grow() {
        Node<K, V>[] old = table;
        makeTable(2 * old.length);
        for (Node<K, V> chain : old) {
            while (chain != null) {
                Node<K, V> node = chain;
                chain = chain.next;
                link(node);
            }
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    @Override
    public boolean containsValue(Object value) {
        for (Entry<K, V> entry : entrySet()) {
            if (entry.getValue() == value) {
                return true;
            }
        }
        return false;
    }

    @Override
    public V get(Object key) {
        Node<K, V> node = find(key);
        return node == null ? null : node.value;
    }

    @Override
    public V put(K key, V value) {
        Node<K, V> node = find(key);
        if (node != null) {
            return node.setValue(value);
        }
        link(new Node<>(key, value));
        modCount++;
        if (++size > table.length) {
            grow();
        }
        return null;
    }

    @Override
    public V remove(Object key) {
        Node<K, V> node = find(key);
        if (node == null) {
            return null;
        }
        unlink(node);
        return node.value;
    }

    @Override
    public boolean remove(Object key, Object value) {
        Node<K, V> node = find(key);
        if (node == null || node.value != value) {
            return false;
        }
        unlink(node);
        return true;
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        Node<K, V> node = find(key);
        if (node == null || node.value != oldValue) {
            return false;
        }
        node.value = newValue;
        return true;
    }

    @Override
    public void clear() {
        Arrays.fill(table, null);
        size = 0;
        modCount++;
    }

    @Override
    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (o instanceof IdentityHashMap) {
            IdentityHashMap<?, ?> other = (IdentityHashMap<?, ?>) o;
            return other.size == size && entrySet().containsAll(other.entrySet());
        }
        return o instanceof Map && entrySet().equals(((Map<?, ?>) o).entrySet());
    }

    @Override
    public int hashCode() {
        return entrySet().hashCode();
    }

    @Override
    public Object clone() {
        return new IdentityHashMap<>(this);
    }

    @Override
    public Set<K> keySet() {
        return new KeyView<K, V>(this) {
            @Override
            public boolean remove(Object o) {
                Node<K, V> node = find(o);
                if (node != null) {
                    unlink(node);
                }
                return node != null;
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
            public int hashCode() {
                int hash = 0;
                for (K key : this) {
                    hash += System.identityHashCode(key);
                }
                return hash;
            }
        };
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<Entry<K, V>>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Walk();
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public void clear() {
                IdentityHashMap.this.clear();
            }

            @Override
            public boolean contains(Object o) {
                return matching(o) != null;
            }

            @Override
            public boolean remove(Object o) {
                Node<K, V> node = matching(o);
                if (node != null) {
                    unlink(node);
                }
                return node != null;
            }

            private Node<K, V> matching(Object o) {
                Node<K, V> node = o instanceof Entry ? find(((Entry<?, ?>) o).getKey()) : null;
                return node != null && node.equals(o) ? node : null;
            }
        };
    }

    private final class Walk implements Iterator<Entry<K, V>> {
        private int bucket;
        private Node<K, V> next;
        private Node<K, V> returned;
        private int expectedModCount = modCount;

        @Override
        public boolean hasNext() {
            while (next == null && bucket < table.length) {
                next = table[bucket++];
            }
            return next != null;
        }

        @Override
        public Entry<K, V> next() {
            checkModCount();
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            returned = next;
            next = next.next;
            return returned;
        }

        @Override
        public void remove() {
            if (returned == null) {
                throw new IllegalStateException();
            }
            checkModCount();
            unlink(returned);
            returned = null;
            expectedModCount = modCount;
        }

        private void checkModCount() {
            if (modCount != expectedModCount) {
                throw new ConcurrentModificationException();
            }
        }
    }
}
