package java.util;

import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A sorted map in an AVL tree: the heights of two siblings differ by one at most. */
public class TreeMap<K, V> extends AbstractMap<K, V> implements NavigableMap<K, V>, Cloneable, Serializable {
    private final Comparator<? super K> comparator;
    private Node<K, V> root;
    private int size;
    int modCount;

    public TreeMap() {
        comparator = null;
    }

    public TreeMap(Comparator<? super K> comparator) {
        this.comparator = comparator;
    }

    public TreeMap(Map<? extends K, ? extends V> m) {
        comparator = null;
        putAll(m);
    }

    public TreeMap(SortedMap<K, ? extends V> m) {
        comparator = m.comparator();
        putAll(m);
    }

    static final class Node<K, V> implements Entry<K, V> {
        final K key;
        V value;
        Node<K, V> parent;
        Node<K, V> left;
        Node<K, V> right;
        int height = 1;

        Node(K key, V value, Node<K, V> parent) {
            this.key = key;
            this.value = value;
            this.parent = parent;
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

    // The tree.

    @SuppressWarnings("unchecked")
    final int compare(Object a, Object b) {
        return comparator == null ? ((Comparable<Object>) a).compareTo(b) : comparator.compare((K) a, (K) b);
    }

    private static int height(Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    private void replaceChild(Node<K, V> parent, Node<K, V> old, Node<K, V> child) {
        if (parent == null) {
            root = child;
        } else if (parent.left == old) {
            parent.left = child;
        } else {
            parent.right = child;
        }
        if (child != null) {
            child.parent = parent;
        }
    }

    /** Lifts one child of {@code node} above it. */
    private Node<K, V> rotate(Node<K, V> node, boolean liftLeft) {
        Node<K, V> lifted = liftLeft ? node.left : node.right;
        Node<K, V> moved = liftLeft ? lifted.right : lifted.left;
        replaceChild(node.parent, node, lifted);
        node.parent = lifted;
        if (moved != null) {
            moved.parent = node;
        }
        if (liftLeft) {
            node.left = moved;
            lifted.right = node;
        } else {
            node.right = moved;
            lifted.left = node;
        }
        measure(node);
        measure(lifted);
        return lifted;
    }

    private static void measure(Node<?, ?> node) {
        node.height = 1 + Math.max(height(node.left), height(node.right));
    }

    /** Restores heights and balance from {@code node} upwards, as far as heights change. */
    private void rebalance(Node<K, V> node) {
        while (node != null) {
            int before = node.height;
            int balance = height(node.left) - height(node.right);
            if (balance > 1) {
                if (height(node.left.left) < height(node.left.right)) {
                    rotate(node.left, false);
                }
                node = rotate(node, true);
            } else if (balance < -1) {
                if (height(node.right.right) < height(node.right.left)) {
                    rotate(node.right, true);
                }
                node = rotate(node, false);
            } else {
                measure(node);
            }
            if (node.height == before) {
                return;
            }
            node = node.parent;
        }
    }

    final Node<K, V> find(Object key) {
        if (comparator == null) {
            Objects.requireNonNull(key);
        }
        Node<K, V> node = root;
        while (node != null) {
            int order = compare(key, node.key);
            if (order == 0) {
                return node;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    /** Adds a key; if it is there already, the value stays and its node is the result. */
    private Node<K, V> insert(K key, V value) {
        if (root == null) {
            compare(key, key);
            root = new Node<>(key, value, null);
        } else {
            if (comparator == null) {
                Objects.requireNonNull(key);
            }
            Node<K, V> parent = null;
            Node<K, V> node = root;
            int order = 0;
            while (node != null) {
                parent = node;
                order = compare(key, node.key);
                if (order == 0) {
                    return node;
                }
                node = order < 0 ? node.left : node.right;
            }
            Node<K, V> added = new Node<>(key, value, parent);
            if (order < 0) {
                parent.left = added;
            } else {
                parent.right = added;
            }
            rebalance(parent);
        }
        size++;
        modCount++;
        return null;
    }

    final void delete(Node<K, V> node) {
        Node<K, V> changed;
        if (node.left != null && node.right != null) {
            Node<K, V> heir = firstOf(node.right);
            changed = heir;
            if (heir.parent != node) {
                changed = heir.parent;
                replaceChild(heir.parent, heir, heir.right);
                heir.right = node.right;
                heir.right.parent = heir;
            }
            heir.left = node.left;
            heir.left.parent = heir;
            heir.height = node.height;
            replaceChild(node.parent, node, heir);
        } else {
            changed = node.parent;
            replaceChild(node.parent, node, node.left != null ? node.left : node.right);
        }
        rebalance(changed);
        size--;
        modCount++;
    }

    private static <K, V> Node<K, V> firstOf(Node<K, V> node) {
        while (node != null && node.left != null) {
            node = node.left;
        }
        return node;
    }

    private static <K, V> Node<K, V> lastOf(Node<K, V> node) {
        while (node != null && node.right != null) {
            node = node.right;
        }
        return node;
    }

    final Node<K, V> firstNode() {
        return firstOf(root);
    }

    final Node<K, V> lastNode() {
        return lastOf(root);
    }

    static <K, V> Node<K, V> after(Node<K, V> node) {
        if (node.right != null) {
            return firstOf(node.right);
        }
        while (node.parent != null && node == node.parent.right) {
            node = node.parent;
        }
        return node.parent;
    }

    static <K, V> Node<K, V> before(Node<K, V> node) {
        if (node.left != null) {
            return lastOf(node.left);
        }
        while (node.parent != null && node == node.parent.left) {
            node = node.parent;
        }
        return node.parent;
    }

    /** The first node above {@code key}, or also at it. */
    final Node<K, V> above(Object key, boolean inclusive) {
        Node<K, V> best = null;
        Node<K, V> node = root;
        if (node == null && comparator == null) {
            return best;
        }
        while (node != null) {
            int order = compare(key, node.key);
            if (order < 0 || inclusive && order == 0) {
                best = node;
                node = node.left;
            } else {
                node = node.right;
            }
        }
        return best;
    }

    /** The last node below {@code key}, or also at it. */
    final Node<K, V> below(Object key, boolean inclusive) {
        Node<K, V> best = null;
        Node<K, V> node = root;
        while (node != null) {
            int order = compare(key, node.key);
            if (order > 0 || inclusive && order == 0) {
                best = node;
                node = node.right;
            } else {
                node = node.left;
            }
        }
        return best;
    }

    static <K, V> Entry<K, V> snapshot(Node<K, V> node) {
        return node == null ? null : new SimpleImmutableEntry<>(node);
    }

    static <K> K keyOf(Node<K, ?> node) {
        return node == null ? null : node.key;
    }

    static <K> K someKey(Node<K, ?> node) {
        if (node == null) {
            throw new NoSuchElementException();
        }
        return node.key;
    }

    // The map.

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
        for (Node<K, V> node = firstNode(); node != null; node = after(node)) {
            if (Objects.equals(value, node.value)) {
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
    public Comparator<? super K> comparator() {
        return comparator;
    }

    @Override
    public K firstKey() {
        return someKey(firstNode());
    }

    @Override
    public K lastKey() {
        return someKey(lastNode());
    }

    @Override
    public V put(K key, V value) {
        Node<K, V> node = insert(key, value);
        return node == null ? null : node.setValue(value);
    }

    @Override
    public V putIfAbsent(K key, V value) {
        Node<K, V> node = insert(key, value);
        if (node == null) {
            return null;
        }
        return node.value == null ? node.setValue(value) : node.value;
    }

    @Override
    public V remove(Object key) {
        Node<K, V> node = find(key);
        if (node == null) {
            return null;
        }
        delete(node);
        return node.value;
    }

    @Override
    public void clear() {
        modCount++;
        size = 0;
        root = null;
    }

    @Override
    public V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
        Node<K, V> node = nodeToCompute(key);
        if (node != null && node.value != null) {
            return node.value;
        }
        int expected = modCount;
        V value = mappingFunction.apply(key);
        checkModCount(expected);
        return value == null ? null : assign(node, key, value);
    }

    @Override
    public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Node<K, V> node = find(key);
        if (node == null || node.value == null) {
            return null;
        }
        int expected = modCount;
        V value = remappingFunction.apply(key, node.value);
        checkModCount(expected);
        return assign(node, key, value);
    }

    @Override
    public V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
        Node<K, V> node = nodeToCompute(key);
        int expected = modCount;
        V value = remappingFunction.apply(key, node == null ? null : node.value);
        checkModCount(expected);
        return assign(node, key, value);
    }

    @Override
    public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        Objects.requireNonNull(value);
        Node<K, V> node = nodeToCompute(key);
        V merged = value;
        if (node != null && node.value != null) {
            int expected = modCount;
            merged = remappingFunction.apply(node.value, value);
            checkModCount(expected);
        }
        return assign(node, key, merged);
    }

    private Node<K, V> nodeToCompute(K key) {
        return root == null ? null : find(key);
    }

    /** Sets, adds or (value null) removes. */
    private V assign(Node<K, V> node, K key, V value) {
        if (node == null) {
            if (value != null) {
                insert(key, value);
            }
        } else if (value == null) {
            delete(node);
        } else {
            node.value = value;
        }
        return value;
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        Node<K, V> node = find(key);
        if (node == null || !Objects.equals(oldValue, node.value)) {
            return false;
        }
        node.value = newValue;
        return true;
    }

    @Override
    public V replace(K key, V value) {
        Node<K, V> node = find(key);
        return node == null ? null : node.setValue(value);
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        int expected = modCount;
        for (Node<K, V> node = firstNode(); node != null; node = after(node)) {
            action.accept(node.key, node.value);
            checkModCount(expected);
        }
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        int expected = modCount;
        for (Node<K, V> node = firstNode(); node != null; node = after(node)) {
            node.value = function.apply(node.key, node.value);
            checkModCount(expected);
        }
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
            TreeMap<K, V> copy = (TreeMap<K, V>) super.clone();
            copy.root = null;
            copy.size = 0;
            copy.modCount = 0;
            copy.putAll(this);
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new InternalError(impossible);
        }
    }

    @Override
    public Entry<K, V> firstEntry() {
        return snapshot(firstNode());
    }

    @Override
    public Entry<K, V> lastEntry() {
        return snapshot(lastNode());
    }

    @Override
    public Entry<K, V> pollFirstEntry() {
        return poll(firstNode());
    }

    @Override
    public Entry<K, V> pollLastEntry() {
        return poll(lastNode());
    }

    final Entry<K, V> poll(Node<K, V> node) {
        if (node != null) {
            delete(node);
        }
        return snapshot(node);
    }

    @Override
    public Entry<K, V> lowerEntry(K key) {
        return snapshot(below(key, false));
    }

    @Override
    public K lowerKey(K key) {
        return keyOf(below(key, false));
    }

    @Override
    public Entry<K, V> floorEntry(K key) {
        return snapshot(below(key, true));
    }

    @Override
    public K floorKey(K key) {
        return keyOf(below(key, true));
    }

    @Override
    public Entry<K, V> ceilingEntry(K key) {
        return snapshot(above(key, true));
    }

    @Override
    public K ceilingKey(K key) {
        return keyOf(above(key, true));
    }

    @Override
    public Entry<K, V> higherEntry(K key) {
        return snapshot(above(key, false));
    }

    @Override
    public K higherKey(K key) {
        return keyOf(above(key, false));
    }

    @Override
    public Set<K> keySet() {
        return navigableKeySet();
    }

    @Override
    public NavigableSet<K> navigableKeySet() {
        return new TreeMapRange.Keys<>(this);
    }

    @Override
    public NavigableSet<K> descendingKeySet() {
        return descendingMap().navigableKeySet();
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<Entry<K, V>>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Walk<>(TreeMap.this, firstNode(), null, false);
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public void clear() {
                TreeMap.this.clear();
            }

            @Override
            public boolean contains(Object o) {
                return matching(o) != null;
            }

            @Override
            public boolean remove(Object o) {
                Node<K, V> node = matching(o);
                if (node != null) {
                    delete(node);
                }
                return node != null;
            }
        };
    }

    /** The node that equals an entry, or null. */
    final Node<K, V> matching(Object o) {
        if (!(o instanceof Entry)) {
            return null;
        }
        Node<K, V> node = find(((Entry<?, ?>) o).getKey());
        return node != null && node.equals(o) ? node : null;
    }

    @Override
    public NavigableMap<K, V> descendingMap() {
        return new TreeMapRange<>(this, null, null, true);
    }

    @Override
    public NavigableMap<K, V> subMap(K fromKey, boolean fromInclusive, K toKey, boolean toInclusive) {
        return range(new TreeMapRange.Bound(fromKey, fromInclusive), new TreeMapRange.Bound(toKey, toInclusive));
    }

    @Override
    public NavigableMap<K, V> headMap(K toKey, boolean inclusive) {
        return range(null, new TreeMapRange.Bound(toKey, inclusive));
    }

    @Override
    public NavigableMap<K, V> tailMap(K fromKey, boolean inclusive) {
        return range(new TreeMapRange.Bound(fromKey, inclusive), null);
    }

    private NavigableMap<K, V> range(TreeMapRange.Bound low, TreeMapRange.Bound high) {
        return new TreeMapRange<>(this, low, high, false);
    }

    @Override
    public SortedMap<K, V> subMap(K fromKey, K toKey) {
        return subMap(fromKey, true, toKey, false);
    }

    @Override
    public SortedMap<K, V> headMap(K toKey) {
        return headMap(toKey, false);
    }

    @Override
    public SortedMap<K, V> tailMap(K fromKey) {
        return tailMap(fromKey, true);
    }

    /** Walks the nodes from one up to, and without, another; null is the end. */
    static final class Walk<K, V> implements Iterator<Entry<K, V>> {
        private final TreeMap<K, V> map;
        private final Node<K, V> end;
        private final boolean descending;
        private Node<K, V> next;
        private Node<K, V> returned;
        private int expectedModCount;

        Walk(TreeMap<K, V> map, Node<K, V> next, Node<K, V> end, boolean descending) {
            this.map = map;
            this.next = next;
            this.end = end;
            this.descending = descending;
            this.expectedModCount = map.modCount;
        }

        @Override
        public boolean hasNext() {
            return next != null && next != end;
        }

        @Override
        public Entry<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            map.checkModCount(expectedModCount);
            returned = next;
            next = descending ? before(next) : after(next);
            return returned;
        }

        @Override
        public void remove() {
            if (returned == null) {
                throw new IllegalStateException();
            }
            map.checkModCount(expectedModCount);
            map.delete(returned);
            returned = null;
            expectedModCount = map.modCount;
        }
    }
}
