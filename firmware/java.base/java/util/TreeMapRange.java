package java.util;

import java.io.Serializable;

/** The part of a {@link TreeMap} between two bounds, in either direction. Bounds are in the order of the tree. */
final class TreeMapRange<K, V> extends AbstractMap<K, V> implements NavigableMap<K, V>, Serializable {
    private final TreeMap<K, V> map;
    /** Null: no bound. */
    private final Bound low;
    private final Bound high;
    private final boolean descending;

    /** Where a range ends. */
    static final class Bound implements Serializable {
        final Object key;
        final boolean inclusive;

        Bound(Object key, boolean inclusive) {
            this.key = key;
            this.inclusive = inclusive;
        }
    }

    TreeMapRange(TreeMap<K, V> map, Bound low, Bound high, boolean descending) {
        if (low != null && high != null) {
            if (map.compare(low.key, high.key) > 0) {
                throw new IllegalArgumentException("fromKey > toKey");
            }
        } else if (low != null || high != null) {
            Object key = low != null ? low.key : high.key;
            map.compare(key, key);
        }
        this.map = map;
        this.low = low;
        this.high = high;
        this.descending = descending;
    }

    private boolean tooLow(Object key) {
        if (low == null) {
            return false;
        }
        int order = map.compare(key, low.key);
        return order < 0 || order == 0 && !low.inclusive;
    }

    private boolean tooHigh(Object key) {
        if (high == null) {
            return false;
        }
        int order = map.compare(key, high.key);
        return order > 0 || order == 0 && !high.inclusive;
    }

    private boolean inRange(Object key) {
        return !tooLow(key) && !tooHigh(key);
    }

    /** Whether a bound may be here; one that excludes its key may lie on ours. */
    private boolean fits(Bound bound) {
        if (bound.inclusive) {
            return inRange(bound.key);
        }
        return (low == null || map.compare(bound.key, low.key) >= 0)
                && (high == null || map.compare(bound.key, high.key) <= 0);
    }

    private TreeMap.Node<K, V> within(TreeMap.Node<K, V> node) {
        return node == null || !inRange(node.key) ? null : node;
    }

    private TreeMap.Node<K, V> lowest() {
        return within(low == null ? map.firstNode() : map.above(low.key, low.inclusive));
    }

    private TreeMap.Node<K, V> highest() {
        return within(high == null ? map.lastNode() : map.below(high.key, high.inclusive));
    }

    private TreeMap.Node<K, V> firstNode() {
        return descending ? highest() : lowest();
    }

    private TreeMap.Node<K, V> lastNode() {
        return descending ? lowest() : highest();
    }

    /** The nearest node beyond {@code key} in the direction of the tree ({@code up}) or against it. */
    private TreeMap.Node<K, V> near(Object key, boolean up, boolean inclusive) {
        if (up) {
            return tooLow(key) ? lowest() : within(map.above(key, inclusive));
        }
        return tooHigh(key) ? highest() : within(map.below(key, inclusive));
    }

    @Override
    public int size() {
        if (low == null && high == null) {
            return map.size();
        }
        int count = 0;
        Iterator<Entry<K, V>> each = entrySet().iterator();
        while (each.hasNext()) {
            each.next();
            count++;
        }
        return count;
    }

    @Override
    public boolean isEmpty() {
        return lowest() == null;
    }

    @Override
    public boolean containsKey(Object key) {
        return inRange(key) && map.containsKey(key);
    }

    @Override
    public V get(Object key) {
        return inRange(key) ? map.get(key) : null;
    }

    @Override
    public V put(K key, V value) {
        if (!inRange(key)) {
            throw new IllegalArgumentException("key out of range");
        }
        return map.put(key, value);
    }

    @Override
    public V remove(Object key) {
        return inRange(key) ? map.remove(key) : null;
    }

    @Override
    public Comparator<? super K> comparator() {
        return descending ? Collections.reverseOrder(map.comparator()) : map.comparator();
    }

    @Override
    public K firstKey() {
        return TreeMap.someKey(firstNode());
    }

    @Override
    public K lastKey() {
        return TreeMap.someKey(lastNode());
    }

    @Override
    public Entry<K, V> firstEntry() {
        return TreeMap.snapshot(firstNode());
    }

    @Override
    public Entry<K, V> lastEntry() {
        return TreeMap.snapshot(lastNode());
    }

    @Override
    public Entry<K, V> pollFirstEntry() {
        return map.poll(firstNode());
    }

    @Override
    public Entry<K, V> pollLastEntry() {
        return map.poll(lastNode());
    }

    @Override
    public Entry<K, V> lowerEntry(K key) {
        return TreeMap.snapshot(near(key, descending, false));
    }

    @Override
    public K lowerKey(K key) {
        return TreeMap.keyOf(near(key, descending, false));
    }

    @Override
    public Entry<K, V> floorEntry(K key) {
        return TreeMap.snapshot(near(key, descending, true));
    }

    @Override
    public K floorKey(K key) {
        return TreeMap.keyOf(near(key, descending, true));
    }

    @Override
    public Entry<K, V> ceilingEntry(K key) {
        return TreeMap.snapshot(near(key, !descending, true));
    }

    @Override
    public K ceilingKey(K key) {
        return TreeMap.keyOf(near(key, !descending, true));
    }

    @Override
    public Entry<K, V> higherEntry(K key) {
        return TreeMap.snapshot(near(key, !descending, false));
    }

    @Override
    public K higherKey(K key) {
        return TreeMap.keyOf(near(key, !descending, false));
    }

    @Override
    public NavigableMap<K, V> descendingMap() {
        return new TreeMapRange<>(map, low, high, !descending);
    }

    @Override
    public Set<K> keySet() {
        return navigableKeySet();
    }

    @Override
    public NavigableSet<K> navigableKeySet() {
        return new Keys<>(this);
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
                TreeMap.Node<K, V> last = lastNode();
                TreeMap.Node<K, V> end = last == null ? null : descending ? TreeMap.before(last) : TreeMap.after(last);
                return new TreeMap.Walk<>(map, firstNode(), end, descending);
            }

            @Override
            public int size() {
                return TreeMapRange.this.size();
            }

            @Override
            public boolean isEmpty() {
                return TreeMapRange.this.isEmpty();
            }

            @Override
            public boolean contains(Object o) {
                return matching(o) != null;
            }

            @Override
            public boolean remove(Object o) {
                TreeMap.Node<K, V> node = matching(o);
                if (node != null) {
                    map.delete(node);
                }
                return node != null;
            }

            private TreeMap.Node<K, V> matching(Object o) {
                return o instanceof Entry && inRange(((Entry<?, ?>) o).getKey()) ? map.matching(o) : null;
            }
        };
    }

    private static final String FROM = "fromKey out of range";
    private static final String TO = "toKey out of range";

    /** The part from one bound of this direction to the other; null keeps ours. */
    private NavigableMap<K, V> part(Bound from, Bound to) {
        if (from != null && !fits(from)) {
            throw new IllegalArgumentException(FROM);
        }
        if (to != null && !fits(to)) {
            throw new IllegalArgumentException(TO);
        }
        Bound newLow = descending ? to : from;
        Bound newHigh = descending ? from : to;
        return new TreeMapRange<>(map, newLow == null ? low : newLow, newHigh == null ? high : newHigh, descending);
    }

    @Override
    public NavigableMap<K, V> subMap(K fromKey, boolean fromInclusive, K toKey, boolean toInclusive) {
        return part(new Bound(fromKey, fromInclusive), new Bound(toKey, toInclusive));
    }

    @Override
    public NavigableMap<K, V> headMap(K toKey, boolean inclusive) {
        return part(null, new Bound(toKey, inclusive));
    }

    @Override
    public NavigableMap<K, V> tailMap(K fromKey, boolean inclusive) {
        return part(new Bound(fromKey, inclusive), null);
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

    /** The keys of any navigable map. */
    static final class Keys<K, V> extends AbstractMap.KeyView<K, V> implements NavigableSet<K> {
        private final NavigableMap<K, V> map;

        Keys(NavigableMap<K, V> map) {
            super(map);
            this.map = map;
        }

        @Override
        public boolean isEmpty() {
            return map.isEmpty();
        }

        @Override
        public boolean remove(Object o) {
            int before = map.size();
            map.remove(o);
            return map.size() != before;
        }

        @Override
        public Comparator<? super K> comparator() {
            return map.comparator();
        }

        @Override
        public K first() {
            return map.firstKey();
        }

        @Override
        public K last() {
            return map.lastKey();
        }

        @Override
        public K lower(K e) {
            return map.lowerKey(e);
        }

        @Override
        public K floor(K e) {
            return map.floorKey(e);
        }

        @Override
        public K ceiling(K e) {
            return map.ceilingKey(e);
        }

        @Override
        public K higher(K e) {
            return map.higherKey(e);
        }

        @Override
        public K pollFirst() {
            Entry<K, V> entry = map.pollFirstEntry();
            return entry == null ? null : entry.getKey();
        }

        @Override
        public K pollLast() {
            Entry<K, V> entry = map.pollLastEntry();
            return entry == null ? null : entry.getKey();
        }

        @Override
        public NavigableSet<K> descendingSet() {
            return map.descendingKeySet();
        }

        @Override
        public Iterator<K> descendingIterator() {
            return descendingSet().iterator();
        }

        @Override
        public NavigableSet<K> subSet(K fromElement, boolean fromInclusive, K toElement, boolean toInclusive) {
            return map.subMap(fromElement, fromInclusive, toElement, toInclusive).navigableKeySet();
        }

        @Override
        public NavigableSet<K> headSet(K toElement, boolean inclusive) {
            return map.headMap(toElement, inclusive).navigableKeySet();
        }

        @Override
        public NavigableSet<K> tailSet(K fromElement, boolean inclusive) {
            return map.tailMap(fromElement, inclusive).navigableKeySet();
        }

        @Override
        public SortedSet<K> subSet(K fromElement, K toElement) {
            return subSet(fromElement, true, toElement, false);
        }

        @Override
        public SortedSet<K> headSet(K toElement) {
            return headSet(toElement, false);
        }

        @Override
        public SortedSet<K> tailSet(K fromElement) {
            return tailSet(fromElement, true);
        }
    }
}
