import java.util.LinkedHashMap;
import java.util.Map;

/** A cache of pages with churn, asked by name and answering in text: nine of ten accesses go to a tenth of the keys, the eldest entry leaves. Arguments: live KiB, accesses. */
public final class CacheChurn {
    private static final int ENTRY_BYTES = 32 + 24 + 32 + 144;
    private static long seed = 7;

    private static int next(int bound) {
        seed = (seed * 25214903917L + 11) & ((1L << 48) - 1);
        return (int) ((seed >>> 17) % bound);
    }

    private static byte[] pageFor(int key) {
        byte[] page = new byte[128];
        for (int index = 0; index < page.length; index++) page[index] = (byte) (key * 7 + index);
        return page;
    }

    public static void main(String[] args) {
        final int capacity = Integer.parseInt(args[0]) * 1024 / ENTRY_BYTES;
        int accesses = Integer.parseInt(args[1]);
        Map<String, byte[]> cache = new LinkedHashMap<String, byte[]>(capacity * 2, 0.75f, false) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                return size() > capacity;
            }
        };
        for (int key = 0; key < capacity; key++) cache.put("page-" + key, pageFor(key));
        int keys = capacity + capacity / 8;
        long letters = 0;
        int hits = 0;
        int wrong = 0;
        for (int access = 0; access < accesses; access++) {
            int key = next(10) == 0 ? next(keys) : next(keys / 10);
            String name = "page-" + key;
            byte[] page = cache.get(name);
            if (page == null) {
                page = pageFor(key);
                cache.put(name, page);
            } else hits++;
            StringBuilder answer = new StringBuilder();
            for (int index = 0; index < 16; index++) answer.append(Integer.toHexString(page[index] & 0xff)).append(' ');
            letters += answer.toString().length();
            if (page[key & 127] != (byte) (key * 7 + (key & 127))) wrong++;
        }
        System.out.println("cache of " + cache.size() + ": " + hits + " hits, " + letters + " letters" + (wrong == 0 ? " as expected" : ", WRONG " + wrong));
    }
}
