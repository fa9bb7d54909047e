package java.util;

/** A hash map whose nodes also form a list: in the order of insertion, or of last access. */
public class LinkedHashMap<K, V> extends HashMap<K, V> implements Map<K, V> {
    private LinkedNode<K, V> head;
    private LinkedNode<K, V> tail;
    private final boolean accessOrder;

    public LinkedHashMap(int initialCapacity, float loadFactor) {
        this(initialCapacity, loadFactor, false);
    }

    public LinkedHashMap(int initialCapacity) {
        this(initialCapacity, 0.75f, false);
    }

    public LinkedHashMap() {
        accessOrder = false;
    }

    public LinkedHashMap(Map<? extends K, ? extends V> m) {
        accessOrder = false;
        putAll(m);
    }

    public LinkedHashMap(int initialCapacity, float loadFactor, boolean accessOrder) {
        super(initialCapacity, loadFactor);
        this.accessOrder = accessOrder;
    }

    @Override
    public V get(Object key) {
        return getOrDefault(key, null);
    }

    @Override
    public V getOrDefault(Object key, V defaultValue) {
        Node<K, V> node = find(key);
        if (node == null) {
            return defaultValue;
        }
        accessed(node);
        return node.value;
    }

    @Override
    public void clear() {
        super.clear();
        head = null;
        tail = null;
    }

    /** Asked after each insertion; true removes the eldest entry. */
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return false;
    }

    @Override
    void reset() {
        super.reset();
        head = null;
        tail = null;
    }

    @Override
    Node<K, V> first() {
        return head;
    }

    @Override
    Node<K, V> after(Node<K, V> node) {
        return ((LinkedNode<K, V>) node).after;
    }

    @Override
    Node<K, V> newNode(int hash, K key, V value, Node<K, V> next) {
        LinkedNode<K, V> node = new LinkedNode<>(hash, key, value, next);
        append(node);
        return node;
    }

    @Override
    void accessed(Node<K, V> node) {
        if (accessOrder && node != tail) {
            LinkedNode<K, V> moved = (LinkedNode<K, V>) node;
            removed(moved);
            append(moved);
            modCount++;
        }
    }

    @Override
    void inserted() {
        if (head != null && removeEldestEntry(head)) {
            remove(head.key);
        }
    }

    @Override
    void removed(Node<K, V> node) {
        LinkedNode<K, V> gone = (LinkedNode<K, V>) node;
        if (gone.before == null) {
            head = gone.after;
        } else {
            gone.before.after = gone.after;
        }
        if (gone.after == null) {
            tail = gone.before;
        } else {
            gone.after.before = gone.before;
        }
        gone.before = null;
        gone.after = null;
    }

    private void append(LinkedNode<K, V> node) {
        node.before = tail;
        if (tail == null) {
            head = node;
        } else {
            tail.after = node;
        }
        tail = node;
    }

    private static final class LinkedNode<K, V> extends Node<K, V> {
        LinkedNode<K, V> before;
        LinkedNode<K, V> after;

        LinkedNode(int hash, K key, V value, Node<K, V> next) {
            super(hash, key, value, next);
        }
    }
}
