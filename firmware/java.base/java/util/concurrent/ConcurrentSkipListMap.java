package java.util.concurrent;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A sorted map for several threads: here a tree under a lock, as the device has one processor. */
public class ConcurrentSkipListMap<K, V> extends LockedSortedMap<K, V> implements Cloneable {
    public ConcurrentSkipListMap() {
        super(new TreeMap<>(), null);
    }

    public ConcurrentSkipListMap(Comparator<? super K> comparator) {
        super(new TreeMap<>(comparator), null);
    }

    public ConcurrentSkipListMap(Map<? extends K, ? extends V> m) {
        super(new TreeMap<>(), null);
        putAll(m);
    }

    public ConcurrentSkipListMap(SortedMap<K, ? extends V> m) {
        super(new TreeMap<>(m.comparator()), null);
        putAll(m);
    }

    @Override
    public ConcurrentSkipListMap<K, V> clone() {
        return new ConcurrentSkipListMap<>((SortedMap<K, V>) this);
    }
}
