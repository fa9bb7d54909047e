/** LinkedHashMap and LinkedHashSet: insertion order, access order, the eldest entry. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

public class LinkedHashMaps {
    static class Cache<K, V> extends LinkedHashMap<K, V> {
        private final int capacity;

        Cache(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
        }
    }

    public static void main(String[] args) {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (String s : "one two three four five six seven eight nine ten eleven twelve thirteen".split(" ")) {
            map.put(s, s.length());
        }
        map.put("one", 100);
        map.remove("three");
        map.put("three", 3);
        System.out.println(map);
        map.entrySet().removeIf(e -> e.getValue() == 4);
        map.merge("two", 1000, Integer::sum);
        System.out.println(map.keySet() + " " + map.values());
        Map<Integer, String> access = new LinkedHashMap<>(8, 0.75f, true);
        for (int i = 0; i < 6; i++) {
            access.put(i, "v" + i);
        }
        access.get(2);
        access.getOrDefault(0, "none");
        access.get(99);
        access.containsKey(1);
        access.put(3, "again");
        access.computeIfPresent(4, (k, v) -> v + "!");
        System.out.println(access);
        Cache<String, Integer> cache = new Cache<>(3);
        int misses = 0;
        for (char c : "abacadabracadabra".toCharArray()) {
            if (cache.get("" + c) == null) {
                misses++;
                cache.put("" + c, misses);
            }
        }
        System.out.println(cache + " " + misses);
        Set<Integer> set = new LinkedHashSet<>(Arrays.asList(5, 3, 9, 3, 5, 1));
        set.add(9);
        set.remove(3);
        set.add(3);
        System.out.println(set + " " + new ArrayList<>(set).indexOf(1) + " " + set.equals(new java.util.HashSet<>(set)));
        System.out.println(new LinkedHashMap<>(map).equals(map) + " " + map.hashCode());
    }
}
