package java.util;

import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The older, synchronized hash map, without nulls. Programs see its order: buckets by remainder, new nodes at the head of
 * their chain, iteration from the last bucket to the first.
 */
public class Hashtable<K, V> extends Dictionary<K, V> implements Map<K, V>, Cloneable, Serializable {
    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

    private Node<K, V>[] table;
    private int count;
    private int threshold;
    private final float loadFactor;
    private int modCount;

    public Hashtable(int initialCapacity, float loadFactor) {
        if (initialCapacity < 0) {
            throw new IllegalArgumentException("Illegal Capacity: " + initialCapacity);
        }
        if (loadFactor <= 0 || Float.isNaN(loadFactor)) {
            throw new IllegalArgumentException("Illegal Load: " + loadFactor);
        }
        this.loadFactor = loadFactor;
        makeTable(Math.max(initialCapacity, 1));
    }

    public Hashtable(int initialCapacity) {
        this(initialCapacity, 0.75f);
    }

    public Hashtable() {
        this(11, 0.75f);
    }

    public Hashtable(Map<? extends K, ? extends V> t) {
        this(Math.max(2 * t.size(), 11), 0.75f);
        putAll(t);
    }

    /** For {@link Properties}, which keeps its entries elsewhere. */
    Hashtable(Void none) {
        loadFactor = 0.75f;
    }

    @SuppressWarnings("unchecked")
    private void makeTable(int capacity) {
        table = (Node<K, V>[]) new Node<?, ?>[capacity];
        threshold = (int) Math.min(capacity * loadFactor, MAX_CAPACITY + 1L);
    }

    private static final class Node<K, V> implements Entry<K, V> {
        final int hash;
        final K key;
        V value;
        Node<K, V> next;

        Node(int hash, K key, V value, Node<K, V> next) {
            this.hash = hash;
            this.key = key;
            this.value = value;
            this.next = next;
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
            value = Objects.requireNonNull(newValue);
            return old;
        }

        @Override
        public boolean equals(Object o) {
            return AbstractMap.sameEntry(this, o);
        }

        @Override
        public int hashCode() {
            return hash ^ Objects.hashCode(value);
        }

        @Override
        public String toString() {
            return key + "=" + value;
        }
    }

    private int bucket(int hash) {
        return (hash & Integer.MAX_VALUE) % table.length;
    }

    private Node<K, V> find(Object key) {
        int hash = key.hashCode();
        Node<K, V> node = table[bucket(hash)];
        while (node != null && !(node.hash == hash && node.key.equals(key))) {
            node = node.next;
        }
        return node;
    }

    private void insert(K key, V value) {
        if (count >= threshold) {
            rehash();
        }
        int hash = key.hashCode();
        int bucket = bucket(hash);
        table[bucket] = new Node<>(hash, key, value, table[bucket]);
        count++;
        modCount++;
    }

    private void unlink(Node<K, V> node) {
        int bucket = bucket(node.hash);
        Node<K, V> previous = table[bucket];
        if (previous == node) {
            table[bucket] = node.next;
        } else {
            while (previous.next != node) {
                previous = previous.next;
            }
            previous.next = node.next;
        }
        modCount++;
        count--;
    }

    /** Twice the buckets and one more. */
    protected void rehash() {
        Node<K, V>[] old = table;
        if (old.length == MAX_CAPACITY) {
            return;
        }
        modCount++;
        makeTable((old.length << 1) + 1);
        for (int i = old.length - 1; i >= 0; i--) {
            Node<K, V> chain = old[i];
            while (chain != null) {
                Node<K, V> node = chain;
                chain = chain.next;
                int bucket = bucket(node.hash);
                node.next = table[bucket];
                table[bucket] = node;
            }
        }
    }

    @Override
    public synchronized int size() {
        return count;
    }

    @Override
    public synchronized boolean isEmpty() {
        return count == 0;
    }

    @Override
    public synchronized Enumeration<K> keys() {
        return Collections.enumeration(new Walk<>(false, node -> node.key));
    }

    @Override
    public synchronized Enumeration<V> elements() {
        return Collections.enumeration(new Walk<>(false, node -> node.value));
    }

    public synchronized boolean contains(Object value) {
        Objects.requireNonNull(value);
        for (int i = table.length - 1; i >= 0; i--) {
            for (Node<K, V> node = table[i]; node != null; node = node.next) {
                if (node.value.equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public boolean containsValue(Object value) {
        return contains(value);
    }

    @Override
    public synchronized boolean containsKey(Object key) {
        return find(key) != null;
    }

    @Override
    public synchronized V get(Object key) {
        Node<K, V> node = find(key);
        return node == null ? null : node.value;
    }

    @Override
    public synchronized V getOrDefault(Object key, V defaultValue) {
        Node<K, V> node = find(key);
        return node == null ? defaultValue : node.value;
    }

    @Override
    public synchronized V put(K key, V value) {
        Objects.requireNonNull(value);
        Node<K, V> node = find(key);
        if (node != null) {
            return node.setValue(value);
        }
        insert(key, value);
        return null;
    }

    @Override
    public synchronized V putIfAbsent(K key, V value) {
        Objects.requireNonNull(value);
        Node<K, V> node = find(key);
        if (node != null) {
            return node.value;
        }
        insert(key, value);
        return null;
    }

    @Override
    public synchronized V remove(Object key) {
        Node<K, V> node = find(key);
        if (node == null) {
            return null;
        }
        unlink(node);
        return node.value;
    }

    @Override
    public synchronized boolean remove(Object key, Object value) {
        Objects.requireNonNull(value);
        Node<K, V> node = find(key);
        if (node == null || !node.value.equals(value)) {
            return false;
        }
        unlink(node);
        return true;
    }

    @Override
    public synchronized void putAll(Map<? extends K, ? extends V> t) {
        for (Entry<? extends K, ? extends V> entry : t.entrySet()) {
            put(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public synchronized void clear() {
        modCount++;
        Arrays.fill(table, null);
        count = 0;
    }

    @Override
    public synchronized boolean replace(K key, V oldValue, V newValue) {
        Objects.requireNonNull(oldValue);
        Objects.requireNonNull(newValue);
        Node<K, V> node = find(key);
        if (node == null || !node.value.equals(oldValue)) {
            return false;
        }
        node.value = newValue;
        return true;
    }

    @Override
    public synchronized V replace(K key, V value) {
        Objects.requireNonNull(value);
        Node<K, V> node = find(key);
        return node == null ? null : node.setValue(value);
    }

    @Override
    public synchronized V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
        Objects.requireNonNull(mappingFunction);
        Node<K, V> node = find(key);
        if (node != null) {
            return node.value;
        }
        int expected = modCount;
        V value = mappingFunction.apply(key);
        checkModCount(expected);
        return assign(null, key, value);
    }

    @Override
    public synchronized V computeIfPresent(
            K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        Node<K, V> node = find(key);
        if (node == null) {
            return null;
        }
        int expected = modCount;
        V value = remappingFunction.apply(key, node.value);
        checkModCount(expected);
        return assign(node, key, value);
    }

    @Override
    public synchronized V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        Node<K, V> node = find(key);
        int expected = modCount;
        V value = remappingFunction.apply(key, node == null ? null : node.value);
        checkModCount(expected);
        return assign(node, key, value);
    }

    @Override
    public synchronized V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        Node<K, V> node = find(key);
        V merged = value;
        if (node != null) {
            int expected = modCount;
            merged = remappingFunction.apply(node.value, value);
            checkModCount(expected);
        }
        return assign(node, key, merged);
    }

    /** Sets, adds or (value null) removes. */
    private V assign(Node<K, V> node, K key, V value) {
        if (node == null) {
            if (value != null) {
                insert(key, value);
            }
        } else if (value == null) {
            unlink(node);
        } else {
            node.value = value;
        }
        return value;
    }

    private void checkModCount(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    /** From the first bucket on, unlike the iterators. */
    @Override
    public synchronized void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        for (Node<K, V> chain : table) {
            for (Node<K, V> node = chain; node != null; node = node.next) {
                action.accept(node.key, node.value);
                checkModCount(expected);
            }
        }
    }

    @Override
    public synchronized void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        int expected = modCount;
        for (Node<K, V> chain : table) {
            for (Node<K, V> node = chain; node != null; node = node.next) {
                node.value = Objects.requireNonNull(function.apply(node.key, node.value));
                checkModCount(expected);
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized Object clone() {
        try {
            Hashtable<K, V> copy = (Hashtable<K, V>) super.clone();
            copy.table = (Node<K, V>[]) new Node<?, ?>[table.length];
            for (int i = 0; i < table.length; i++) {
                copy.table[i] = cloned(table[i]);
            }
            copy.modCount = 0;
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new InternalError(impossible);
        }
    }

    private static <K, V> Node<K, V> cloned(Node<K, V> chain) {
        Node<K, V> first = null;
        Node<K, V> last = null;
        for (Node<K, V> node = chain; node != null; node = node.next) {
            Node<K, V> copy = new Node<>(node.hash, node.key, node.value, null);
            if (last == null) {
                first = copy;
            } else {
                last.next = copy;
            }
            last = copy;
        }
        return first;
    }

    @Override
    public Set<K> keySet() {
        return Collections.synchronizedSet(new View<>(node -> node.key), this);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return Collections.synchronizedSet(new View<Entry<K, V>>(node -> node), this);
    }

    @Override
    public Collection<V> values() {
        return Collections.synchronizedCollection(new AbstractMap.ValueView<>(this), this);
    }

    @Override
    public synchronized boolean equals(Object o) {
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
                if (!entry.getValue().equals(other.get(entry.getKey()))) {
                    return false;
                }
            }
        } catch (ClassCastException | NullPointerException otherKind) {
            return false;
        }
        return true;
    }

    @Override
    public synchronized int hashCode() {
        int hash = 0;
        for (Node<K, V> chain : table) {
            for (Node<K, V> node = chain; node != null; node = node.next) {
                hash += node.hashCode();
            }
        }
        return hash;
    }

    @Override
    public synchronized String toString() {
        Iterator<Entry<K, V>> each = entrySet().iterator();
        StringBuilder text = new StringBuilder();
        text.append('{');
        while (each.hasNext()) {
            Entry<K, V> entry = each.next();
            K key = entry.getKey();
            V value = entry.getValue();
            text.append(key == this ? "(this Map)" : key.toString()).append('=');
            text.append(value == this ? "(this Map)" : value.toString()).append(each.hasNext() ? ", " : "");
        }
        return text.append('}').toString();
    }

    /** From the last bucket to the first; enumerations do not notice changes. */
    private final class Walk<T> implements Iterator<T> {
        private final Node<K, V>[] buckets = table;
        private final boolean failFast;
        private final Function<Node<K, V>, T> part;
        private int bucket = table.length;
        private Node<K, V> next;
        private Node<K, V> returned;
        private int expectedModCount = modCount;

        Walk(boolean failFast, Function<Node<K, V>, T> part) {
            this.failFast = failFast;
            this.part = part;
        }

        @Override
        public boolean hasNext() {
            while (next == null && bucket > 0) {
                next = buckets[--bucket];
            }
            return next != null;
        }

        @Override
        public T next() {
            if (failFast) {
                checkModCount(expectedModCount);
            }
            if (!hasNext()) {
                throw new NoSuchElementException("Hashtable Enumerator");
            }
            returned = next;
            next = next.next;
            return part.apply(returned);
        }

        @Override
        public void remove() {
            if (returned == null) {
                throw new IllegalStateException("Hashtable Enumerator");
            }
            synchronized (Hashtable.this) {
                checkModCount(expectedModCount);
                unlink(returned);
                expectedModCount = modCount;
                returned = null;
            }
        }
    }

    /** The keys or the entries. */
    private final class View<T> extends AbstractSet<T> {
        private final Function<Node<K, V>, T> part;

        View(Function<Node<K, V>, T> part) {
            this.part = part;
        }

        @Override
        public Iterator<T> iterator() {
            return new Walk<>(true, part);
        }

        @Override
        public int size() {
            return count;
        }

        @Override
        public void clear() {
            Hashtable.this.clear();
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

        /** The node whose part equals {@code o}, or null. */
        private Node<K, V> matching(Object o) {
            Node<K, V> node = null;
            if (o instanceof Entry) {
                node = find(((Entry<?, ?>) o).getKey());
            }
            if (node == null || !part.apply(node).equals(o)) {
                node = find(o);
            }
            return node != null && part.apply(node).equals(o) ? node : null;
        }
    }
}
