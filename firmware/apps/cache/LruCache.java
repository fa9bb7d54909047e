package cache;

/**
 * A cache by least recent use, with a budget in bytes: a table of chains, and a ring of all entries in the order of their use. Each hit
 * moves an entry to the front of the ring: six references change for every look.
 */
final class LruCache {
    private static final class Entry {
        final String key;
        byte[] value;
        Entry inChain;
        Entry newer;
        Entry older;

        Entry(String key, byte[] value) {
            this.key = key;
            this.value = value;
        }
    }

    private final Entry[] table = new Entry[512];
    private final Entry ends = new Entry("", null);
    private final int bytesMax;
    private int bytes;
    private int size;
    private int evicted;

    LruCache(int bytesMax) {
        this.bytesMax = bytesMax;
        ends.newer = ends;
        ends.older = ends;
    }

    byte[] get(String key) {
        Entry entry = find(key);
        if (entry == null) {
            return null;
        }
        unlink(entry);
        linkNewest(entry);
        return entry.value;
    }

    void put(String key, byte[] value) {
        Entry entry = find(key);
        if (entry == null) {
            entry = new Entry(key, value);
            int place = place(key);
            entry.inChain = table[place];
            table[place] = entry;
            size++;
        } else {
            bytes -= entry.value.length;
            entry.value = value;
            unlink(entry);
        }
        linkNewest(entry);
        bytes += value.length;
        while (bytes > bytesMax) {
            remove(ends.newer);
            evicted++;
        }
    }

    private Entry find(String key) {
        Entry entry = table[place(key)];
        while (entry != null && !entry.key.equals(key)) {
            entry = entry.inChain;
        }
        return entry;
    }

    private int place(String key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 9 ^ hash >>> 18) & table.length - 1;
    }

    private void remove(Entry entry) {
        unlink(entry);
        int place = place(entry.key);
        if (table[place] == entry) {
            table[place] = entry.inChain;
        } else {
            Entry before = table[place];
            while (before.inChain != entry) {
                before = before.inChain;
            }
            before.inChain = entry.inChain;
        }
        bytes -= entry.value.length;
        size--;
    }

    private void unlink(Entry entry) {
        entry.newer.older = entry.older;
        entry.older.newer = entry.newer;
    }

    /** `ends.older` is the newest entry, `ends.newer` the oldest. */
    private void linkNewest(Entry entry) {
        entry.older = ends.older;
        entry.newer = ends;
        ends.older.newer = entry;
        ends.older = entry;
    }

    int size() {
        return size;
    }

    int bytes() {
        return bytes;
    }

    int evicted() {
        return evicted;
    }

    interface Reader {
        void accept(String key, byte[] value);
    }

    /** All entries, the newest first. Throws if ring, table and counts do not agree. */
    void forEach(Reader reader) {
        int seen = 0;
        int sum = 0;
        for (Entry entry = ends.older; entry != ends; entry = entry.older) {
            if (find(entry.key) != entry || entry.older.newer != entry) {
                throw new IllegalStateException("the entry " + entry.key + " is lost");
            }
            seen++;
            sum += entry.value.length;
            reader.accept(entry.key, entry.value);
        }
        if (seen != size || sum != bytes) {
            throw new IllegalStateException("the cache counts " + size + " entries, " + bytes + " bytes, and has " + seen + ", " + sum);
        }
    }
}
