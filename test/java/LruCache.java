/** A least-recently-used cache of its own linked list and hash map. */
import java.util.HashMap;
import java.util.Map;

public class LruCache<K, V> {
    private static class Entry<K, V> {
        final K key;
        V value;
        Entry<K, V> before;
        Entry<K, V> after;

        Entry(K key, V value) {
            this.key = key;
            this.value = value;
        }
    }

    private final int capacity;
    private final Map<K, Entry<K, V>> entries = new HashMap<>();
    private final Entry<K, V> end = new Entry<>(null, null);
    private int hits;
    private int misses;

    LruCache(int capacity) {
        this.capacity = capacity;
        end.before = end;
        end.after = end;
    }

    V get(K key) {
        Entry<K, V> entry = entries.get(key);
        if (entry == null) {
            misses++;
            return null;
        }
        hits++;
        unlink(entry);
        link(entry);
        return entry.value;
    }

    void put(K key, V value) {
        Entry<K, V> entry = entries.get(key);
        if (entry == null) {
            if (entries.size() == capacity) {
                Entry<K, V> oldest = end.after;
                unlink(oldest);
                entries.remove(oldest.key);
            }
            entry = new Entry<>(key, value);
            entries.put(key, entry);
        } else {
            entry.value = value;
            unlink(entry);
        }
        link(entry);
    }

    private void unlink(Entry<K, V> entry) {
        entry.before.after = entry.after;
        entry.after.before = entry.before;
    }

    private void link(Entry<K, V> entry) {
        entry.before = end.before;
        entry.after = end;
        end.before.after = entry;
        end.before = entry;
    }

    public static void main(String[] args) {
        LruCache<Integer, String> cache = new LruCache<>(100);
        long seed = 12345;
        long checksum = 0;
        for (int i = 0; i < 20000; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            int key = (int) (seed >>> 33) % 300;
            key = key * key / 300;
            String value = cache.get(key);
            if (value == null) {
                value = "v" + key;
                cache.put(key, value);
            }
            checksum = checksum * 31 + value.length();
        }
        System.out.println(cache.hits + " " + cache.misses + " " + cache.entries.size() + " " + checksum);
        StringBuilder order = new StringBuilder();
        int shown = 0;
        for (Entry<Integer, String> e = cache.end.before; e != cache.end && shown < 10; e = e.before, shown++) {
            order.append(e.key).append(' ');
        }
        System.out.println(order);
    }
}
