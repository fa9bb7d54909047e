/** Sorted maps and sets for several threads, and sets that copy on write. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;

public class SkipLists {
    public static void main(String[] args) throws InterruptedException {
        ConcurrentSkipListMap<Integer, String> map = new ConcurrentSkipListMap<>();
        for (int key : new int[] {50, 10, 40, 20, 30}) {
            map.put(key, "v" + key);
        }
        System.out.println(map + " " + map.size() + " " + map.firstKey() + " " + map.lastEntry());
        System.out.println(map.headMap(30) + " " + map.tailMap(30, false) + " " + map.subMap(15, 45) + " " + map.descendingMap());
        System.out.println(map.floorKey(35) + " " + map.ceilingKey(35) + " " + map.lowerKey(10) + " " + map.higherEntry(40));
        for (Integer key : map.keySet()) {
            map.remove(key + 10);
            map.putIfAbsent(key + 5, "new");
            if (key > 60) {
                break;
            }
        }
        System.out.println(map);
        System.out.println(map.merge(10, "!", String::concat) + " " + map.computeIfAbsent(1, k -> "made") + " " + map.compute(1, (k, v) -> null) + " " + map.replace(99, "x"));
        System.out.println(map.pollFirstEntry() + " " + map.remove(15, "nope") + " " + map.containsValue("new"));
        try {
            map.put(null, "x");
        } catch (NullPointerException e) {
            System.out.println("no null keys");
        }
        try {
            map.firstEntry().setValue("x");
        } catch (UnsupportedOperationException e) {
            System.out.println("entries are snapshots");
        }
        Thread[] threads = new Thread[4];
        ConcurrentSkipListMap<Integer, Integer> counts = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
        for (int t = 0; t < threads.length; t++) {
            int seed = t;
            threads[t] = new Thread(() -> {
                Random random = new Random(seed);
                for (int i = 0; i < 200; i++) {
                    counts.merge(random.nextInt(10), 1, Integer::sum);
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(counts + " " + counts.values().stream().mapToInt(x -> x).sum());
        System.out.println(counts.equals(new TreeMap<>(counts)) + " " + (counts.hashCode() == new TreeMap<>(counts).hashCode()));
        ConcurrentSkipListSet<String> set = new ConcurrentSkipListSet<>(Arrays.asList("m", "c", "x", "a"));
        System.out.println(set + " " + set.add("m") + " " + set.first() + " " + set.higher("c") + " " + set.headSet("m", true) + " " + set.descendingSet());
        List<String> seen = new ArrayList<>();
        for (String s : set) {
            seen.add(s);
            set.remove("m");
            set.add("z");
        }
        System.out.println(seen + " " + set.pollLast() + " " + set.subSet("b", "y"));
        CopyOnWriteArraySet<Integer> copied = new CopyOnWriteArraySet<>(List.of(3, 1, 2));
        for (int x : copied) {
            copied.add(x * 10);
            copied.remove(1);
        }
        System.out.println(copied + " " + copied.contains(1) + " " + copied.equals(java.util.Set.of(2, 3, 10, 20, 30)));
        for (Map.Entry<Integer, Integer> entry : counts.subMap(7, true, 5, true).entrySet()) {
            System.out.print(entry.getKey() + " ");
        }
        System.out.println();
    }
}
