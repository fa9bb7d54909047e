package cache;

import check.Checksum;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * The cache of a small web proxy: pages are asked for, a few of them far more often than the rest, fetched where the cache does not hold
 * them, and changed at their origin at times. Every hit changes the order of use, so reading writes, and all over the heap. The order is
 * compared with that of a `LinkedHashMap` beside it. Arguments: [REQUESTS [SEED]].
 */
public final class Cache {
    private static final int REQUESTS_BY_DEFAULT = 60_000;
    private static final int SEED_BY_DEFAULT = 8080;
    private static final int CACHE_BYTES = 96 * 1024;
    private static final int PAGES = 1500;
    private static final int REQUESTS_PER_CHECK = 500;

    private final LruCache cache = new LruCache(CACHE_BYTES);
    private final Map<Integer, Integer> versions = new HashMap<>();
    private final Random random;
    private final Checksum checksum = new Checksum();
    private int hits;
    private int stale;

    private Cache(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] args) {
        int requests = args.length > 0 ? Integer.parseInt(args[0]) : REQUESTS_BY_DEFAULT;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : SEED_BY_DEFAULT;
        System.out.println("cache: " + requests + " requests, seed " + seed);
        new Cache(seed).run(requests);
    }

    private void run(int requests) {
        verifyOrder();
        int requestsPerLine = Math.max(1, requests / 10);
        for (int request = 1; request <= requests; request++) {
            if (random.nextInt(40) == 0) {
                versions.merge(page(), 1, Integer::sum);
            }
            ask(page());
            if (request % REQUESTS_PER_CHECK == 0) {
                cache.forEach((key, value) -> verify(key, value));
            }
            if (request % requestsPerLine == 0 || request == requests) {
                System.out.println("request " + request + ": " + hits + " hits, " + stale + " stale, " + cache.evicted() + " evicted; "
                    + cache.size() + " pages, " + cache.bytes() + " bytes");
            }
        }
        cache.forEach((key, value) -> checksum.add(key));
        System.out.println("checksum " + checksum);
    }

    /** A few pages are asked for most. */
    private int page() {
        double share = random.nextDouble();
        return (int) (PAGES * share * share * share);
    }

    private void ask(int page) {
        String key = "/site/" + page % 7 + "/page" + page + ".html";
        int version = versions.getOrDefault(page, 0);
        byte[] value = cache.get(key);
        if (value != null && value[0] == (byte) version) {
            hits++;
        } else {
            if (value != null) {
                stale++;
            }
            value = fetch(page, version);
            cache.put(key, value);
        }
        checksum.add(value.length * 256L + value[value.length - 1]);
    }

    /** The page at its origin: a version, a length, and a pattern that tells both. */
    private static byte[] fetch(int page, int version) {
        byte[] value = new byte[60 + page * 37 % 900];
        value[0] = (byte) version;
        for (int i = 1; i < value.length; i++) {
            value[i] = (byte) (page * 31 + version * 7 + i);
        }
        return value;
    }

    private static void verify(String key, byte[] value) {
        int page = Integer.parseInt(key.substring(key.indexOf("page") + 4, key.length() - 5));
        for (int i = 1; i < value.length; i++) {
            if (value[i] != (byte) (page * 31 + value[0] * 7 + i)) {
                throw new IllegalStateException("byte " + i + " of " + key + " is not what was fetched");
            }
        }
    }

    /** The same accesses on a small cache and on the library's map in the order of access. */
    private static void verifyOrder() {
        LruCache small = new LruCache(40);
        Map<String, byte[]> map = new LinkedHashMap<>(16, 0.75f, true);
        Random accesses = new Random(4);
        for (int i = 0; i < 400; i++) {
            String key = "k" + accesses.nextInt(80);
            if (small.get(key) == null) {
                small.put(key, new byte[1]);
            }
            if (map.get(key) == null) {
                map.put(key, new byte[1]);
            }
            if (map.size() > 40) {
                Iterator<String> oldest = map.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
        StringBuilder order = new StringBuilder();
        small.forEach((key, value) -> order.insert(0, key + " "));
        if (!order.toString().equals(String.join(" ", map.keySet()) + " ")) {
            throw new IllegalStateException("the order of use is wrong: " + order);
        }
    }
}
