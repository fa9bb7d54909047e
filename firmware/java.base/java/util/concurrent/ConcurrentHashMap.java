package java.util.concurrent;

import java.io.Serializable;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;

/**
 * A hash map for several threads, without nulls: changes hold one lock, reads none, iterators see what they meet.
 *
 * <p>Programs see its order, so hash spreading, table sizes and the order in which a chain is split are those of JDK 17.
 * The bulk operations with a parallelism threshold are not on the device.
 */
public class ConcurrentHashMap<K, V> extends AbstractMap<K, V> implements ConcurrentMap<K, V>, Serializable {
    private static final int DEFAULT_CAPACITY = 16;
    private static final int MAX_CAPACITY = 1 << 30;
    private static final int LONG_CHAIN = 8;
    private static final int SMALL_TABLE = 64;

    private volatile Node<K, V>[] table;
    private volatile int count;
    /** The count that makes the table grow; the capacity to begin with as long as there is no table. */
    private int limit;

    public ConcurrentHashMap() {}

    public ConcurrentHashMap(int initialCapacity) {
        this(initialCapacity, 0.75f, 1);
    }

    public ConcurrentHashMap(Map<? extends K, ? extends V> m) {
        limit = DEFAULT_CAPACITY;
        putAll(m);
    }

    public ConcurrentHashMap(int initialCapacity, float loadFactor) {
        this(initialCapacity, loadFactor, 1);
    }

    public ConcurrentHashMap(int initialCapacity, float loadFactor, int concurrencyLevel) {
        if (!(loadFactor > 0.0f) || initialCapacity < 0 || concurrencyLevel <= 0) {
            throw new IllegalArgumentException();
        }
        long size = (long) (1.0 + Math.max(initialCapacity, concurrencyLevel) / loadFactor);
        limit = tableSizeFor(size >= MAX_CAPACITY ? MAX_CAPACITY : (int) size);
    }

    private static int tableSizeFor(int capacity) {
        if (capacity <= 1) {
            return 1;
        }
        return capacity >= MAX_CAPACITY ? MAX_CAPACITY : Integer.highestOneBit(capacity - 1) << 1;
    }

    private static final class Node<K, V> {
        final int hash;
        final K key;
        volatile V value;
        volatile Node<K, V> next;

        Node(int hash, K key, V value, Node<K, V> next) {
            this.hash = hash;
            this.key = key;
            this.value = value;
            this.next = next;
        }

        boolean holds(int otherHash, Object other) {
            return hash == otherHash && (key == other || other.equals(key));
        }
    }

    private static int spread(Object key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 16) & Integer.MAX_VALUE;
    }

    private Node<K, V> find(Object key) {
        int hash = spread(key);
        Node<K, V>[] buckets = table;
        Node<K, V> node = buckets == null ? null : buckets[hash & buckets.length - 1];
        while (node != null && !node.holds(hash, key)) {
            node = node.next;
        }
        return node;
    }

    @SuppressWarnings("unchecked")
    private void makeTable(int capacity) {
        table = (Node<K, V>[]) new Node<?, ?>[capacity];
        limit = capacity - (capacity >>> 2);
    }

    private void makeFirstTable() {
        if (table == null) {
            makeTable(limit > 0 ? limit : DEFAULT_CAPACITY);
        }
    }

    /** Adds a key that is not there, at the end of its chain. */
    private void append(K key, V value) {
        makeFirstTable();
        int hash = spread(key);
        int bucket = hash & table.length - 1;
        Node<K, V> added = new Node<>(hash, key, value, null);
        Node<K, V> node = table[bucket];
        if (node == null) {
            table[bucket] = added;
        } else {
            int length = 1;
            while (node.next != null) {
                node = node.next;
                length++;
            }
            node.next = added;
            if (length >= LONG_CHAIN && table.length < SMALL_TABLE) {
                growFor(table.length << 1);
            }
        }
        count++;
        while (count >= limit && table.length < MAX_CAPACITY) {
            grow();
        }
    }

    /** Makes room for about as many entries. */
    private void growFor(int entries) {
        int wanted = entries >= MAX_CAPACITY >>> 1 ? MAX_CAPACITY : tableSizeFor(entries + (entries >>> 1) + 1);
        if (table == null) {
            makeTable(Math.max(limit, wanted));
        }
        while (wanted > limit && table.length < MAX_CAPACITY) {
            grow();
        }
    }

    private void grow() {
        Node<K, V>[] old = table;
        makeTable(old.length << 1);
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                split(old[i], i, old.length);
            }
        }
    }

    /** The tail that goes to one side is kept; what is before it is copied in reverse. Readers of the old chain go on. */
    private void split(Node<K, V> chain, int bucket, int half) {
        Node<K, V> tail = chain;
        for (Node<K, V> node = chain.next; node != null; node = node.next) {
            if ((node.hash & half) != (tail.hash & half)) {
                tail = node;
            }
        }
        Node<K, V> low = (tail.hash & half) == 0 ? tail : null;
        Node<K, V> high = low == null ? tail : null;
        for (Node<K, V> node = chain; node != tail; node = node.next) {
            if ((node.hash & half) == 0) {
                low = new Node<>(node.hash, node.key, node.value, low);
            } else {
                high = new Node<>(node.hash, node.key, node.value, high);
            }
        }
        table[bucket] = low;
        table[bucket + half] = high;
    }

    /** The node keeps its {@code next}, so that whoever stands on it goes on. */
    private void unlink(Node<K, V> node) {
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
        count--;
    }

    @Override
    public int size() {
        return count;
    }

    public long mappingCount() {
        return count;
    }

    @Override
    public boolean isEmpty() {
        return count == 0;
    }

    @Override
    public V get(Object key) {
        Node<K, V> node = find(key);
        return node == null ? null : node.value;
    }

    @Override
    public V getOrDefault(Object key, V defaultValue) {
        V value = get(key);
        return value == null ? defaultValue : value;
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    @Override
    public boolean containsValue(Object value) {
        Objects.requireNonNull(value);
        Walk<K, V, V> each = new Walk<>(this, node -> node.value);
        while (each.hasNext()) {
            if (value.equals(each.next())) {
                return true;
            }
        }
        return false;
    }

    public boolean contains(Object value) {
        return containsValue(value);
    }

    @Override
    public V put(K key, V value) {
        return store(key, value, false);
    }

    @Override
    public V putIfAbsent(K key, V value) {
        return store(key, value, true);
    }

    private synchronized V store(K key, V value, boolean onlyIfAbsent) {
        if (key == null || value == null) {
            throw new NullPointerException();
        }
        Node<K, V> node = find(key);
        if (node == null) {
            append(key, value);
            return null;
        }
        V old = node.value;
        if (!onlyIfAbsent) {
            node.value = value;
        }
        return old;
    }

    @Override
    public synchronized void putAll(Map<? extends K, ? extends V> m) {
        growFor(m.size());
        for (Map.Entry<? extends K, ? extends V> entry : m.entrySet()) {
            store(entry.getKey(), entry.getValue(), false);
        }
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
        Objects.requireNonNull(key);
        Node<K, V> node = find(key);
        if (node == null || value == null || !value.equals(node.value)) {
            return false;
        }
        unlink(node);
        return true;
    }

    @Override
    public synchronized boolean replace(K key, V oldValue, V newValue) {
        if (key == null || oldValue == null || newValue == null) {
            throw new NullPointerException();
        }
        Node<K, V> node = find(key);
        if (node == null || !oldValue.equals(node.value)) {
            return false;
        }
        node.value = newValue;
        return true;
    }

    @Override
    public synchronized V replace(K key, V value) {
        if (key == null || value == null) {
            throw new NullPointerException();
        }
        Node<K, V> node = find(key);
        if (node == null) {
            return null;
        }
        V old = node.value;
        node.value = value;
        return old;
    }

    @Override
    public synchronized void clear() {
        Node<K, V>[] buckets = table;
        for (int i = 0; buckets != null && i < buckets.length; i++) {
            buckets[i] = null;
        }
        count = 0;
    }

    @Override
    public synchronized V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
        if (key == null || mappingFunction == null) {
            throw new NullPointerException();
        }
        makeFirstTable();
        Node<K, V> node = find(key);
        return node != null ? node.value : assign(null, key, mappingFunction.apply(key));
    }

    @Override
    public synchronized V computeIfPresent(
            K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        if (key == null || remappingFunction == null) {
            throw new NullPointerException();
        }
        makeFirstTable();
        Node<K, V> node = find(key);
        return node == null ? null : assign(node, key, remappingFunction.apply(key, node.value));
    }

    @Override
    public synchronized V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        if (key == null || remappingFunction == null) {
            throw new NullPointerException();
        }
        makeFirstTable();
        Node<K, V> node = find(key);
        return assign(node, key, remappingFunction.apply(key, node == null ? null : node.value));
    }

    @Override
    public synchronized V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
        if (key == null || value == null || remappingFunction == null) {
            throw new NullPointerException();
        }
        makeFirstTable();
        Node<K, V> node = find(key);
        return assign(node, key, node == null ? value : remappingFunction.apply(node.value, value));
    }

    /**
     * Sets, adds or (value null) removes.
     *
     * @throws IllegalStateException if the function that made the value has changed this key itself
     */
    private V assign(Node<K, V> before, K key, V value) {
        Node<K, V> node = find(key);
        if (before == null && node != null) {
            throw new IllegalStateException("Recursive update");
        }
        if (node == null) {
            if (value != null) {
                append(key, value);
            }
        } else if (value == null) {
            unlink(node);
        } else {
            node.value = value;
        }
        return value;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        Walk<K, V, Node<K, V>> each = new Walk<>(this, node -> node);
        while (each.hasNext()) {
            Node<K, V> node = each.next();
            action.accept(node.key, node.value);
        }
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        ConcurrentMap.super.replaceAll(function);
    }

    public Enumeration<K> keys() {
        return Collections.enumeration(keySet());
    }

    public Enumeration<V> elements() {
        return Collections.enumeration(values());
    }

    @Override
    public KeySetView<K, V> keySet() {
        return new KeySetView<>(this, null);
    }

    /** The keys; adding one gives it {@code mappedValue}. */
    public KeySetView<K, V> keySet(V mappedValue) {
        return new KeySetView<>(this, Objects.requireNonNull(mappedValue));
    }

    public static <K> KeySetView<K, Boolean> newKeySet() {
        return new KeySetView<>(new ConcurrentHashMap<>(), Boolean.TRUE);
    }

    public static <K> KeySetView<K, Boolean> newKeySet(int initialCapacity) {
        return new KeySetView<>(new ConcurrentHashMap<>(initialCapacity), Boolean.TRUE);
    }

    @Override
    public Collection<V> values() {
        return new AbstractCollection<V>() {
            @Override
            public Iterator<V> iterator() {
                return new Walk<>(ConcurrentHashMap.this, node -> node.value);
            }

            @Override
            public int size() {
                return count;
            }

            @Override
            public boolean contains(Object o) {
                return containsValue(o);
            }

            @Override
            public void clear() {
                ConcurrentHashMap.this.clear();
            }
        };
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<Map.Entry<K, V>>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Walk<>(ConcurrentHashMap.this, node -> new LiveEntry<>(ConcurrentHashMap.this, node));
            }

            @Override
            public int size() {
                return count;
            }

            @Override
            public boolean contains(Object o) {
                if (!(o instanceof Map.Entry)) {
                    return false;
                }
                Map.Entry<?, ?> entry = (Map.Entry<?, ?>) o;
                V value = entry.getKey() == null ? null : get(entry.getKey());
                return value != null && value.equals(entry.getValue());
            }

            @Override
            public boolean add(Map.Entry<K, V> entry) {
                return put(entry.getKey(), entry.getValue()) == null;
            }

            @Override
            public boolean remove(Object o) {
                if (!(o instanceof Map.Entry)) {
                    return false;
                }
                Map.Entry<?, ?> entry = (Map.Entry<?, ?>) o;
                return entry.getKey() != null && ConcurrentHashMap.this.remove(entry.getKey(), entry.getValue());
            }

            @Override
            public void clear() {
                ConcurrentHashMap.this.clear();
            }
        };
    }

    /** The value of a moment; setting it writes through. */
    private static final class LiveEntry<K, V> extends SimpleEntry<K, V> {
        private final ConcurrentHashMap<K, V> map;

        LiveEntry(ConcurrentHashMap<K, V> map, Node<K, V> node) {
            super(node.key, node.value);
            this.map = map;
        }

        @Override
        public V setValue(V value) {
            V old = super.setValue(Objects.requireNonNull(value));
            map.put(getKey(), value);
            return old;
        }
    }

    /**
     * Walks the buckets that the table had at the start. If the table has grown since, the buckets into which one of those was
     * split are visited in its place.
     */
    private static final class Walk<K, V, T> implements Iterator<T> {
        private final ConcurrentHashMap<K, V> map;
        private final Function<Node<K, V>, T> part;
        private final int baseLength;
        private int bucket;
        private boolean ended;
        private Node<K, V> next;
        private Node<K, V> returned;

        Walk(ConcurrentHashMap<K, V> map, Function<Node<K, V>, T> part) {
            this.map = map;
            this.part = part;
            Node<K, V>[] buckets = map.table;
            if (buckets == null) {
                baseLength = 0;
                ended = true;
            } else {
                baseLength = buckets.length;
                next = buckets[0];
                skipEmpty();
            }
        }

        private void skipEmpty() {
            while (next == null && !ended) {
                Node<K, V>[] buckets = map.table;
                int bit = buckets.length >> 1;
                while (bit >= baseLength && (bucket & bit) != 0) {
                    bucket ^= bit;
                    bit >>= 1;
                }
                if (bit >= baseLength) {
                    bucket |= bit;
                } else {
                    bucket++;
                    ended = bucket >= baseLength;
                }
                next = ended ? null : buckets[bucket];
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public T next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            returned = next;
            next = next.next;
            skipEmpty();
            return part.apply(returned);
        }

        @Override
        public void remove() {
            if (returned == null) {
                throw new IllegalStateException();
            }
            map.remove(returned.key);
            returned = null;
        }
    }

    /** The keys of a map, as a set to which keys can be added if there is a value for them. */
    public static final class KeySetView<K, V> extends AbstractSet<K> implements Set<K>, Serializable {
        private final ConcurrentHashMap<K, V> map;
        private final V value;

        KeySetView(ConcurrentHashMap<K, V> map, V value) {
            this.map = map;
            this.value = value;
        }

        public ConcurrentHashMap<K, V> getMap() {
            return map;
        }

        public V getMappedValue() {
            return value;
        }

        @Override
        public Iterator<K> iterator() {
            return new Walk<>(map, node -> node.key);
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
        public boolean add(K e) {
            if (value == null) {
                throw new UnsupportedOperationException();
            }
            return map.putIfAbsent(e, value) == null;
        }

        @Override
        public boolean remove(Object o) {
            return map.remove(o) != null;
        }

        @Override
        public void clear() {
            map.clear();
        }
    }

    // Bulk operations. The device has one processor: the threshold of parallelism means nothing.

    public void forEach(long parallelismThreshold, BiConsumer<? super K, ? super V> action) {
        forEach(action);
    }

    public <U> void forEach(
            long parallelismThreshold,
            BiFunction<? super K, ? super V, ? extends U> transformer,
            Consumer<? super U> action) {
        forEachEntry(parallelismThreshold, e -> transformer.apply(e.getKey(), e.getValue()), action);
    }

    public <U> U search(long parallelismThreshold, BiFunction<? super K, ? super V, ? extends U> searchFunction) {
        return searchEntries(parallelismThreshold, e -> searchFunction.apply(e.getKey(), e.getValue()));
    }

    public <U> U reduce(
            long parallelismThreshold,
            BiFunction<? super K, ? super V, ? extends U> transformer,
            BiFunction<? super U, ? super U, ? extends U> reducer) {
        return reduceEntries(parallelismThreshold, e -> transformer.apply(e.getKey(), e.getValue()), reducer);
    }

    /** The elements' images that are not null, folded; null if there are none. */
    private static <T, U> U fold(
            Iterable<T> elements,
            Function<? super T, ? extends U> transformer,
            BiFunction<? super U, ? super U, ? extends U> reducer) {
        U result = null;
        for (T element : elements) {
            U image = transformer.apply(element);
            if (image != null) {
                result = result == null ? image : reducer.apply(result, image);
            }
        }
        return result;
    }

    private static <T, U> U first(Iterable<T> elements, Function<? super T, ? extends U> searchFunction) {
        for (T element : elements) {
            U found = searchFunction.apply(element);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    public double reduceToDouble(
            long parallelismThreshold,
            ToDoubleBiFunction<? super K, ? super V> transformer,
            double basis,
            DoubleBinaryOperator reducer) {
        return reduceEntriesToDouble(
                parallelismThreshold, e -> transformer.applyAsDouble(e.getKey(), e.getValue()), basis, reducer);
    }

    public long reduceToLong(
            long parallelismThreshold,
            ToLongBiFunction<? super K, ? super V> transformer,
            long basis,
            LongBinaryOperator reducer) {
        return reduceEntriesToLong(
                parallelismThreshold, e -> transformer.applyAsLong(e.getKey(), e.getValue()), basis, reducer);
    }

    public int reduceToInt(
            long parallelismThreshold,
            ToIntBiFunction<? super K, ? super V> transformer,
            int basis,
            IntBinaryOperator reducer) {
        return reduceEntriesToInt(
                parallelismThreshold, e -> transformer.applyAsInt(e.getKey(), e.getValue()), basis, reducer);
    }

    public void forEachKey(long parallelismThreshold, Consumer<? super K> action) {
        keySet().forEach(action);
    }

    public <U> void forEachKey(
            long parallelismThreshold, Function<? super K, ? extends U> transformer, Consumer<? super U> action) {
        Objects.requireNonNull(action);
        for (K element : keySet()) {
            U image = transformer.apply(element);
            if (image != null) {
                action.accept(image);
            }
        }
    }

    public <U> U searchKeys(long parallelismThreshold, Function<? super K, ? extends U> searchFunction) {
        return first(keySet(), searchFunction);
    }

    public K reduceKeys(long parallelismThreshold, BiFunction<? super K, ? super K, ? extends K> reducer) {
        return fold(keySet(), e -> e, reducer);
    }

    public <U> U reduceKeys(
            long parallelismThreshold,
            Function<? super K, ? extends U> transformer,
            BiFunction<? super U, ? super U, ? extends U> reducer) {
        return fold(keySet(), transformer, reducer);
    }

    public double reduceKeysToDouble(
            long parallelismThreshold,
            ToDoubleFunction<? super K> transformer,
            double basis,
            DoubleBinaryOperator reducer) {
        double result = basis;
        for (K element : keySet()) {
            result = reducer.applyAsDouble(result, transformer.applyAsDouble(element));
        }
        return result;
    }

    public long reduceKeysToLong(
            long parallelismThreshold,
            ToLongFunction<? super K> transformer,
            long basis,
            LongBinaryOperator reducer) {
        long result = basis;
        for (K element : keySet()) {
            result = reducer.applyAsLong(result, transformer.applyAsLong(element));
        }
        return result;
    }

    public int reduceKeysToInt(
            long parallelismThreshold,
            ToIntFunction<? super K> transformer,
            int basis,
            IntBinaryOperator reducer) {
        int result = basis;
        for (K element : keySet()) {
            result = reducer.applyAsInt(result, transformer.applyAsInt(element));
        }
        return result;
    }

    public void forEachValue(long parallelismThreshold, Consumer<? super V> action) {
        values().forEach(action);
    }

    public <U> void forEachValue(
            long parallelismThreshold, Function<? super V, ? extends U> transformer, Consumer<? super U> action) {
        Objects.requireNonNull(action);
        for (V element : values()) {
            U image = transformer.apply(element);
            if (image != null) {
                action.accept(image);
            }
        }
    }

    public <U> U searchValues(long parallelismThreshold, Function<? super V, ? extends U> searchFunction) {
        return first(values(), searchFunction);
    }

    public V reduceValues(long parallelismThreshold, BiFunction<? super V, ? super V, ? extends V> reducer) {
        return fold(values(), e -> e, reducer);
    }

    public <U> U reduceValues(
            long parallelismThreshold,
            Function<? super V, ? extends U> transformer,
            BiFunction<? super U, ? super U, ? extends U> reducer) {
        return fold(values(), transformer, reducer);
    }

    public double reduceValuesToDouble(
            long parallelismThreshold,
            ToDoubleFunction<? super V> transformer,
            double basis,
            DoubleBinaryOperator reducer) {
        double result = basis;
        for (V element : values()) {
            result = reducer.applyAsDouble(result, transformer.applyAsDouble(element));
        }
        return result;
    }

    public long reduceValuesToLong(
            long parallelismThreshold,
            ToLongFunction<? super V> transformer,
            long basis,
            LongBinaryOperator reducer) {
        long result = basis;
        for (V element : values()) {
            result = reducer.applyAsLong(result, transformer.applyAsLong(element));
        }
        return result;
    }

    public int reduceValuesToInt(
            long parallelismThreshold,
            ToIntFunction<? super V> transformer,
            int basis,
            IntBinaryOperator reducer) {
        int result = basis;
        for (V element : values()) {
            result = reducer.applyAsInt(result, transformer.applyAsInt(element));
        }
        return result;
    }

    public void forEachEntry(long parallelismThreshold, Consumer<? super Map.Entry<K, V>> action) {
        entrySet().forEach(action);
    }

    public <U> void forEachEntry(
            long parallelismThreshold, Function<? super Map.Entry<K, V>, ? extends U> transformer, Consumer<? super U> action) {
        Objects.requireNonNull(action);
        for (Map.Entry<K, V> element : entrySet()) {
            U image = transformer.apply(element);
            if (image != null) {
                action.accept(image);
            }
        }
    }

    public <U> U searchEntries(long parallelismThreshold, Function<? super Map.Entry<K, V>, ? extends U> searchFunction) {
        return first(entrySet(), searchFunction);
    }

    public Map.Entry<K, V> reduceEntries(long parallelismThreshold, BiFunction<? super Map.Entry<K, V>, ? super Map.Entry<K, V>, ? extends Map.Entry<K, V>> reducer) {
        return fold(entrySet(), e -> e, reducer);
    }

    public <U> U reduceEntries(
            long parallelismThreshold,
            Function<? super Map.Entry<K, V>, ? extends U> transformer,
            BiFunction<? super U, ? super U, ? extends U> reducer) {
        return fold(entrySet(), transformer, reducer);
    }

    public double reduceEntriesToDouble(
            long parallelismThreshold,
            ToDoubleFunction<? super Map.Entry<K, V>> transformer,
            double basis,
            DoubleBinaryOperator reducer) {
        double result = basis;
        for (Map.Entry<K, V> element : entrySet()) {
            result = reducer.applyAsDouble(result, transformer.applyAsDouble(element));
        }
        return result;
    }

    public long reduceEntriesToLong(
            long parallelismThreshold,
            ToLongFunction<? super Map.Entry<K, V>> transformer,
            long basis,
            LongBinaryOperator reducer) {
        long result = basis;
        for (Map.Entry<K, V> element : entrySet()) {
            result = reducer.applyAsLong(result, transformer.applyAsLong(element));
        }
        return result;
    }

    public int reduceEntriesToInt(
            long parallelismThreshold,
            ToIntFunction<? super Map.Entry<K, V>> transformer,
            int basis,
            IntBinaryOperator reducer) {
        int result = basis;
        for (Map.Entry<K, V> element : entrySet()) {
            result = reducer.applyAsInt(result, transformer.applyAsInt(element));
        }
        return result;
    }
}
