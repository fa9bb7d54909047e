package java.util;

import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A hash table with chained nodes, a power of two of buckets.
 *
 * <p>Programs see its order, so table sizes, hash spreading, the place of a new node in its chain and the early growth of
 * a small table with a long chain are those of JDK 17. Long chains stay chains here; the JDK makes trees of them.
 */
public class HashMap<K, V> extends AbstractMap<K, V> implements Map<K, V>, Cloneable, Serializable {
    private static final int DEFAULT_CAPACITY = 16;
    private static final int MAX_CAPACITY = 1 << 30;
    /** A chain this long makes a table of fewer than {@link #SMALL_TABLE} buckets grow. */
    private static final int LONG_CHAIN = 8;
    private static final int SMALL_TABLE = 64;

    private Node<K, V>[] table;
    private int size;
    /** The size that makes the table grow; the capacity to begin with as long as there is no table. */
    private int threshold;
    private final float loadFactor;
    int modCount;

    public HashMap(int initialCapacity, float loadFactor) {
        if (initialCapacity < 0) {
            throw new IllegalArgumentException("Illegal initial capacity: " + initialCapacity);
        }
        if (loadFactor <= 0 || Float.isNaN(loadFactor)) {
            throw new IllegalArgumentException("Illegal load factor: " + loadFactor);
        }
        this.loadFactor = loadFactor;
        this.threshold = tableSizeFor(initialCapacity);
    }

    public HashMap(int initialCapacity) {
        this(initialCapacity, 0.75f);
    }

    public HashMap() {
        this.loadFactor = 0.75f;
    }

    public HashMap(Map<? extends K, ? extends V> m) {
        this.loadFactor = 0.75f;
        putEntries(m);
    }

    /** The smallest power of two that is not less than {@code capacity}. */
    static int tableSizeFor(int capacity) {
        if (capacity <= 1) {
            return 1;
        }
        return capacity >= MAX_CAPACITY ? MAX_CAPACITY : Integer.highestOneBit(capacity - 1) << 1;
    }

    private static int spread(Object key) {
        if (key == null) {
            return 0;
        }
        int hash = key.hashCode();
        return hash ^ hash >>> 16;
    }

    private void putEntries(Map<? extends K, ? extends V> m) {
        int count = m.size();
        if (count == 0) {
            return;
        }
        if (table == null) {
            float wanted = count / loadFactor + 1.0f;
            int capacity = wanted < MAX_CAPACITY ? (int) wanted : MAX_CAPACITY;
            if (capacity > threshold) {
                threshold = tableSizeFor(capacity);
            }
        } else {
            while (count > threshold && table.length < MAX_CAPACITY) {
                grow();
            }
        }
        for (Entry<? extends K, ? extends V> entry : m.entrySet()) {
            store(entry.getKey(), entry.getValue(), false);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public V get(Object key) {
        Node<K, V> node = find(key);
        return node == null ? null : node.value;
    }

    @Override
    public V getOrDefault(Object key, V defaultValue) {
        Node<K, V> node = find(key);
        return node == null ? defaultValue : node.value;
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    final Node<K, V> find(Object key) {
        if (table == null) {
            return null;
        }
        int hash = spread(key);
        Node<K, V> node = table[hash & table.length - 1];
        while (node != null && !node.holds(hash, key)) {
            node = node.next;
        }
        return node;
    }

    @Override
    public V put(K key, V value) {
        return store(key, value, false);
    }

    @Override
    public V putIfAbsent(K key, V value) {
        return store(key, value, true);
    }

    /** New nodes go to the end of their chain. */
    final V store(K key, V value, boolean onlyIfAbsent) {
        int hash = spread(key);
        if (table == null) {
            grow();
        }
        int bucket = hash & table.length - 1;
        Node<K, V> tail = null;
        int length = 0;
        for (Node<K, V> node = table[bucket]; node != null; node = node.next) {
            if (node.holds(hash, key)) {
                V old = node.value;
                if (!onlyIfAbsent || old == null) {
                    node.value = value;
                }
                accessed(node);
                return old;
            }
            tail = node;
            length++;
        }
        Node<K, V> added = newNode(hash, key, value, null);
        if (tail == null) {
            table[bucket] = added;
        } else {
            tail.next = added;
            if (length >= LONG_CHAIN) {
                growIfSmall();
            }
        }
        modCount++;
        if (++size > threshold) {
            grow();
        }
        inserted();
        return null;
    }

    private void growIfSmall() {
        if (table.length < SMALL_TABLE) {
            grow();
        }
    }

    /** Makes the table, or doubles it; nodes of one chain keep their order. */
    @SuppressWarnings("unchecked")
    private void grow() {
        Node<K, V>[] old = table;
        int capacity;
        int limit = 0;
        if (old != null) {
            if (old.length >= MAX_CAPACITY) {
                threshold = Integer.MAX_VALUE;
                return;
            }
            capacity = old.length << 1;
            if (capacity < MAX_CAPACITY && old.length >= DEFAULT_CAPACITY) {
                limit = threshold << 1;
            }
        } else {
            capacity = threshold > 0 ? threshold : DEFAULT_CAPACITY;
        }
        if (limit == 0) {
            float exact = capacity * loadFactor;
            limit = capacity < MAX_CAPACITY && exact < MAX_CAPACITY ? (int) exact : Integer.MAX_VALUE;
        }
        threshold = limit;
        table = (Node<K, V>[]) new Node<?, ?>[capacity];
        if (old != null) {
            for (int i = 0; i < old.length; i++) {
                split(old[i], i, old.length);
            }
        }
    }

    private void split(Node<K, V> chain, int bucket, int half) {
        Node<K, V> lowTail = null;
        Node<K, V> highTail = null;
        while (chain != null) {
            Node<K, V> node = chain;
            chain = node.next;
            node.next = null;
            if ((node.hash & half) == 0) {
                if (lowTail == null) {
                    table[bucket] = node;
                } else {
                    lowTail.next = node;
                }
                lowTail = node;
            } else {
                if (highTail == null) {
                    table[bucket + half] = node;
                } else {
                    highTail.next = node;
                }
                highTail = node;
            }
        }
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> m) {
        putEntries(m);
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
        if (node == null || !Objects.equals(value, node.value)) {
            return false;
        }
        unlink(node);
        return true;
    }

    /** Takes a node of this map out. */
    final void unlink(Node<K, V> node) {
        int bucket = node.hash & table.length - 1;
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
        size--;
        removed(node);
    }

    @Override
    public void clear() {
        modCount++;
        if (table != null && size > 0) {
            size = 0;
            Arrays.fill(table, null);
        }
    }

    @Override
    public boolean containsValue(Object value) {
        for (Node<K, V> node = first(); node != null; node = after(node)) {
            if (value == node.value || value != null && value.equals(node.value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        Node<K, V> node = find(key);
        if (node == null || !Objects.equals(oldValue, node.value)) {
            return false;
        }
        node.value = newValue;
        accessed(node);
        return true;
    }

    @Override
    public V replace(K key, V value) {
        Node<K, V> node = find(key);
        if (node == null) {
            return null;
        }
        V old = node.value;
        node.value = value;
        accessed(node);
        return old;
    }

    @Override
    public V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
        Objects.requireNonNull(mappingFunction);
        growBeforeCompute();
        Node<K, V> node = find(key);
        if (node != null && node.value != null) {
            accessed(node);
            return node.value;
        }
        int expected = modCount;
        V value = mappingFunction.apply(key);
        checkModCount(expected);
        if (value != null) {
            assign(node, key, value);
        }
        return value;
    }

    @Override
    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        Node<K, V> node = find(key);
        if (node == null || node.value == null) {
            return null;
        }
        int expected = modCount;
        V value = remappingFunction.apply(key, node.value);
        checkModCount(expected);
        assign(node, key, value);
        return value;
    }

    @Override
    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        growBeforeCompute();
        Node<K, V> node = find(key);
        int expected = modCount;
        V value = remappingFunction.apply(key, node == null ? null : node.value);
        checkModCount(expected);
        assign(node, key, value);
        return value;
    }

    @Override
    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
        if (value == null || remappingFunction == null) {
            throw new NullPointerException();
        }
        growBeforeCompute();
        Node<K, V> node = find(key);
        V merged = value;
        if (node != null && node.value != null) {
            int expected = modCount;
            merged = remappingFunction.apply(node.value, value);
            checkModCount(expected);
        }
        assign(node, key, merged);
        return merged;
    }

    /** The computing methods grow the table before they add, {@code put} does after. */
    private void growBeforeCompute() {
        if (table == null || size > threshold) {
            grow();
        }
    }

    /** Sets, adds or (value null) removes; the computing methods add at the head of the chain. */
    private void assign(Node<K, V> node, K key, V value) {
        if (node != null) {
            if (value == null) {
                unlink(node);
            } else {
                node.value = value;
                accessed(node);
            }
        } else if (value != null) {
            int hash = spread(key);
            int bucket = hash & table.length - 1;
            int length = 0;
            for (Node<K, V> each = table[bucket]; each != null; each = each.next) {
                length++;
            }
            table[bucket] = newNode(hash, key, value, table[bucket]);
            if (length >= LONG_CHAIN - 1) {
                growIfSmall();
            }
            modCount++;
            size++;
            inserted();
        }
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        for (Node<K, V> node = first(); node != null; node = after(node)) {
            action.accept(node.key, node.value);
        }
        checkModCount(expected);
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        int expected = modCount;
        for (Node<K, V> node = first(); node != null; node = after(node)) {
            node.value = function.apply(node.key, node.value);
        }
        checkModCount(expected);
    }

    private void checkModCount(int expected) {
        if (modCount != expected) {
            throw new ConcurrentModificationException();
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object clone() {
        try {
            HashMap<K, V> copy = (HashMap<K, V>) super.clone();
            copy.reset();
            copy.putEntries(this);
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new InternalError(impossible);
        }
    }

    /** Forgets everything that a fresh clone shares with its original. */
    void reset() {
        table = null;
        size = 0;
        threshold = 0;
        modCount = 0;
    }

    /** The first node of the iteration order, or null. */
    Node<K, V> first() {
        return table == null || size == 0 ? null : firstFrom(0);
    }

    /** The node after {@code node} in the iteration order, or null. */
    Node<K, V> after(Node<K, V> node) {
        return node.next != null ? node.next : firstFrom((node.hash & table.length - 1) + 1);
    }

    private Node<K, V> firstFrom(int bucket) {
        Node<K, V>[] buckets = table;
        for (int i = bucket; i < buckets.length; i++) {
            if (buckets[i] != null) {
                return buckets[i];
            }
        }
        return null;
    }

    // What LinkedHashMap adds.

    Node<K, V> newNode(int hash, K key, V value, Node<K, V> next) {
        return new Node<>(hash, key, value, next);
    }

    void accessed(Node<K, V> node) {}

    void inserted() {}

    void removed(Node<K, V> node) {}

    @Override
    public Set<K> keySet() {
        return new Keys();
    }

    @Override
    public Collection<V> values() {
        return new Values();
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new Entries();
    }

    /** A key, its value and the rest of the chain. */
    static class Node<K, V> implements Entry<K, V> {
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

        final boolean holds(int otherHash, Object other) {
            return hash == otherHash && (key == other || other != null && other.equals(key));
        }

        @Override
        public final K getKey() {
            return key;
        }

        @Override
        public final V getValue() {
            return value;
        }

        @Override
        public final V setValue(V newValue) {
            V old = value;
            value = newValue;
            return old;
        }

        @Override
        public final boolean equals(Object o) {
            return o == this || sameEntry(this, o);
        }

        @Override
        public final int hashCode() {
            return entryHash(key, value);
        }

        @Override
        public final String toString() {
            return key + "=" + value;
        }
    }

    private abstract class Walk {
        private Node<K, V> next = first();
        private Node<K, V> current;
        private int expectedModCount = modCount;

        public final boolean hasNext() {
            return next != null;
        }

        final Node<K, V> nextNode() {
            Node<K, V> node = next;
            checkModCount(expectedModCount);
            if (node == null) {
                throw new NoSuchElementException();
            }
            current = node;
            next = after(node);
            return node;
        }

        public final void remove() {
            if (current == null) {
                throw new IllegalStateException();
            }
            checkModCount(expectedModCount);
            unlink(current);
            current = null;
            expectedModCount = modCount;
        }
    }

    private final class KeyWalk extends Walk implements Iterator<K> {
        @Override
        public K next() {
            return nextNode().key;
        }
    }

    private final class ValueWalk extends Walk implements Iterator<V> {
        @Override
        public V next() {
            return nextNode().value;
        }
    }

    private final class EntryWalk extends Walk implements Iterator<Entry<K, V>> {
        @Override
        public Entry<K, V> next() {
            return nextNode();
        }
    }

    private final class Keys extends AbstractSet<K> {
        @Override
        public int size() {
            return size;
        }

        @Override
        public void clear() {
            HashMap.this.clear();
        }

        @Override
        public Iterator<K> iterator() {
            return new KeyWalk();
        }

        @Override
        public boolean contains(Object o) {
            return containsKey(o);
        }

        @Override
        public boolean remove(Object key) {
            Node<K, V> node = find(key);
            if (node == null) {
                return false;
            }
            unlink(node);
            return true;
        }

        @Override
        public void forEach(Consumer<? super K> action) {
            Objects.requireNonNull(action);
            HashMap.this.forEach((key, value) -> action.accept(key));
        }
    }

    private final class Values extends AbstractCollection<V> {
        @Override
        public int size() {
            return size;
        }

        @Override
        public void clear() {
            HashMap.this.clear();
        }

        @Override
        public Iterator<V> iterator() {
            return new ValueWalk();
        }

        @Override
        public boolean contains(Object o) {
            return containsValue(o);
        }

        @Override
        public void forEach(Consumer<? super V> action) {
            Objects.requireNonNull(action);
            HashMap.this.forEach((key, value) -> action.accept(value));
        }
    }

    private final class Entries extends AbstractSet<Entry<K, V>> {
        @Override
        public int size() {
            return size;
        }

        @Override
        public void clear() {
            HashMap.this.clear();
        }

        @Override
        public Iterator<Entry<K, V>> iterator() {
            return new EntryWalk();
        }

        @Override
        public boolean contains(Object o) {
            return matching(o) != null;
        }

        @Override
        public boolean remove(Object o) {
            Node<K, V> node = matching(o);
            if (node == null) {
                return false;
            }
            unlink(node);
            return true;
        }

        private Node<K, V> matching(Object o) {
            if (!(o instanceof Entry)) {
                return null;
            }
            Node<K, V> node = find(((Entry<?, ?>) o).getKey());
            return node != null && node.equals(o) ? node : null;
        }

        @Override
        public void forEach(Consumer<? super Entry<K, V>> action) {
            Objects.requireNonNull(action);
            int expected = modCount;
            for (Node<K, V> node = first(); node != null; node = after(node)) {
                action.accept(node);
            }
            checkModCount(expected);
        }
    }
}
