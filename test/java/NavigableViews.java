/** Sub maps, head maps, tail maps, descending maps and sets, and their bounds. */
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

public class NavigableViews {
    private static void attempt(Runnable action) {
        try {
            action.run();
            System.out.println("fine");
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getSimpleName() + (e instanceof NullPointerException ? "" : " " + e.getMessage()));
        }
    }

    public static void main(String[] args) {
        TreeMap<Integer, String> map = new TreeMap<>();
        for (int i = 10; i <= 90; i += 10) {
            map.put(i, "v" + i);
        }
        NavigableMap<Integer, String> middle = map.subMap(20, true, 70, false);
        System.out.println(middle + " " + middle.firstKey() + " " + middle.lastEntry() + " " + middle.size());
        System.out.println(middle.lowerKey(20) + " " + middle.floorKey(45) + " " + middle.ceilingKey(65) + " " + middle.higherKey(60) + " " + middle.containsKey(70) + " " + middle.get(80));
        middle.put(55, "new");
        middle.remove(30);
        map.remove(40);
        System.out.println(middle + " " + map.size());
        attempt(() -> middle.put(70, "out"));
        attempt(() -> middle.subMap(10, 30));
        attempt(() -> middle.subMap(50, 40));
        attempt(() -> map.subMap(3, 1));
        attempt(() -> middle.headMap(71));
        attempt(() -> middle.tailMap(20).clear());
        System.out.println(map + " " + middle.isEmpty());
        attempt(() -> middle.firstKey());
        NavigableMap<Integer, String> down = map.descendingMap();
        down.put(75, "down");
        System.out.println(down + " " + down.firstKey() + " " + down.headMap(75) + " " + down.tailMap(75, false) + " " + down.higherKey(75) + " " + down.descendingMap().equals(map));
        System.out.println(down.navigableKeySet() + " " + down.descendingKeySet() + " " + down.subMap(90, true, 70, true));
        Iterator<Integer> keys = map.descendingKeySet().iterator();
        keys.next();
        keys.remove();
        System.out.println(map + " " + map.pollFirstEntry() + " " + map.pollLastEntry() + " " + map);
        attempt(() -> map.firstEntry().setValue("x"));
        for (Map.Entry<Integer, String> entry : map.entrySet()) {
            entry.setValue(entry.getValue() + "!");
        }
        System.out.println(map + " " + map.comparator() + " " + Collections.emptySortedMap());
        SortedMap<String, Integer> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        texts.putAll(Map.of("b", 1, "C", 2, "a", 3));
        texts.put("B", 9);
        System.out.println(texts + " " + texts.headMap("c") + " " + texts.tailMap("B") + " " + (texts.comparator() == String.CASE_INSENSITIVE_ORDER));
        attempt(() -> new TreeMap<Integer, Integer>().put(null, 1));
        attempt(() -> new TreeMap<Object, Integer>().put(new Object(), 1));
        attempt(() -> new TreeMap<>().firstKey());
        System.out.println(new TreeMap<>().firstEntry() + " " + new TreeMap<>().pollFirstEntry());
        TreeSet<Integer> set = new TreeSet<>(Comparator.reverseOrder());
        Collections.addAll(set, 5, 1, 9, 3, 7);
        NavigableSet<Integer> some = set.subSet(7, true, 3, true);
        System.out.println(set + " " + some + " " + set.headSet(5) + " " + set.tailSet(5, false) + " " + set.descendingSet() + " " + some.first() + some.last());
        some.remove(5);
        attempt(() -> some.add(9));
        attempt(() -> {
            throw new NoSuchElementException();
        });
        System.out.println(set + " " + set.floor(4) + " " + set.ceiling(4) + " " + set.lower(9) + " " + set.higher(1) + " " + set.pollFirst() + set.pollLast());
        TreeMap<Integer, Integer> counted = new TreeMap<>();
        counted.merge(1, 1, Integer::sum);
        counted.merge(1, 5, Integer::sum);
        counted.computeIfAbsent(2, k -> k * 2);
        counted.compute(3, (k, v) -> v == null ? 100 : v);
        counted.computeIfPresent(2, (k, v) -> null);
        System.out.println(counted + " " + counted.putIfAbsent(1, 0) + " " + counted.getOrDefault(8, -1) + " " + counted.replace(3, 7) + " " + counted.clone());
    }
}
