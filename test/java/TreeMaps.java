/** TreeMap: order, neighbours, views of ranges, comparators. */
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

public class TreeMaps {
    public static void main(String[] args) {
        TreeMap<Integer, String> map = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            map.put(i * 17 % 41, "v" + i);
        }
        System.out.println(map.firstKey() + " " + map.lastKey() + " " + map.firstEntry() + " " + map.size());
        System.out.println(map.floorKey(20) + " " + map.lowerKey(20) + " " + map.ceilingKey(100) + " " + map.higherKey(20) + " "
                + map.floorEntry(-1) + " " + map.lowerEntry(1));
        SortedMap<Integer, String> head = map.headMap(5);
        SortedMap<Integer, String> tail = map.tailMap(36);
        NavigableMap<Integer, String> middle = map.subMap(10, true, 15, true);
        System.out.println(head + " " + tail + " " + middle.descendingMap());
        middle.remove(12);
        map.put(13, "changed");
        middle.put(12, "back");
        System.out.println(middle + " " + map.containsKey(12));
        try {
            middle.put(99, "outside");
        } catch (IllegalArgumentException e) {
            System.out.println("out of range");
        }
        head.clear();
        System.out.println(map.size() + " " + map.firstKey() + " " + map.descendingKeySet().first());
        System.out.println(map.pollFirstEntry() + " " + map.pollLastEntry() + " " + map.size());
        map.keySet().removeIf(k -> k % 2 == 0);
        System.out.println(map);
        TreeMap<String, Integer> reversed = new TreeMap<>(Collections.reverseOrder());
        TreeMap<String, Integer> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String word : "Pear apple Fig PEAR fig banana Apple".split(" ")) {
            reversed.merge(word, 1, Integer::sum);
            caseless.merge(word, 1, Integer::sum);
        }
        System.out.println(reversed + " " + caseless + " " + caseless.get("APPLE"));
        for (Map.Entry<String, Integer> entry : reversed.entrySet()) {
            entry.setValue(entry.getValue() + 10);
        }
        System.out.println(reversed.values() + " " + (reversed.comparator() != null) + " " + (map.comparator() == null));
        try {
            map.put(null, "x");
        } catch (NullPointerException e) {
            System.out.println("no null keys");
        }
        TreeMap<Long, Integer> big = new TreeMap<>();
        long x = 7;
        for (int i = 0; i < 3000; i++) {
            x = x * 6364136223846793005L + 1442695040888963407L;
            big.put(x >>> 50, i);
            if (i % 3 == 0) {
                big.remove(big.firstKey());
            }
        }
        long sum = 0;
        for (Map.Entry<Long, Integer> entry : big.entrySet()) {
            sum = sum * 31 + entry.getKey() * entry.getValue();
        }
        System.out.println(big.size() + " " + sum);
    }
}
