/** Concurrent maps: atomic methods, iterators that do not mind changes, bulk operations. */
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

public class ConcurrentMaps {
    public static void main(String[] args) throws InterruptedException {
        ConcurrentMap<String, Integer> words = new ConcurrentHashMap<>();
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            threads[t] = new Thread(() -> {
                for (int n = 0; n < 100; n++) {
                    int i = n;
                    words.merge("w" + i % 7, 1, Integer::sum);
                    words.computeIfAbsent("t" + i % 3, k -> 0);
                    words.computeIfPresent("t" + i % 3, (k, v) -> v + i);
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(new TreeMap<>(words));
        ConcurrentHashMap<Integer, String> map = new ConcurrentHashMap<>(Map.of(1, "a", 2, "b", 3, "c"));
        System.out.println(map + " " + map.putIfAbsent(1, "z") + " " + map.putIfAbsent(4, "d") + " " + map.replace(2, "bb") + " " + map.replace(3, "x", "y") + " " + map.remove(3, "c"));
        System.out.println(map + " " + map.getOrDefault(9, "none") + " " + map.contains("d") + " " + map.mappingCount());
        Iterator<Map.Entry<Integer, String>> it = map.entrySet().iterator();
        while (it.hasNext()) {
            Map.Entry<Integer, String> entry = it.next();
            if (entry.getKey() == 2) {
                it.remove();
            }
            map.put(100 + entry.getKey() % 2, "added");
        }
        System.out.println(map);
        for (Runnable bad : List.<Runnable>of(() -> map.put(null, ""), () -> map.put(1, null), () -> map.get(null), () -> map.merge(1, null, String::concat))) {
            try {
                bad.run();
            } catch (NullPointerException e) {
                System.out.print("null ");
            }
        }
        System.out.println();
        map.replaceAll((k, v) -> k + v);
        map.forEach((k, v) -> System.out.print(k + "=" + v + ";"));
        System.out.println();
        System.out.println(map.reduceValues(1, (x, y) -> x.length() >= y.length() ? x : y).length() + " " + map.searchKeys(1, k -> k > 50 ? k : null)
                + " " + map.reduceKeysToInt(1, k -> k, 0, Integer::sum) + " " + map.reduce(1, (k, v) -> k, Math::max));
        System.out.println(map.keySet().removeIf(k -> k > 100) + " " + map.values().contains("1a") + " " + map.keySet().contains(4));
        Set<String> keys = ConcurrentHashMap.newKeySet();
        Collections.addAll(keys, "q", "p", "q");
        System.out.println(new TreeSet<>(keys) + " " + keys.remove("p"));
        Enumeration<String> elements = new ConcurrentHashMap<>(Map.of(1, "only")).elements();
        System.out.println(elements.nextElement() + elements.hasMoreElements());
        System.out.println(map.equals(Map.copyOf(map)) + " " + (map.hashCode() == Map.copyOf(map).hashCode()));
        ConcurrentHashMap.KeySetView<Integer, Integer> defaults = new ConcurrentHashMap<Integer, Integer>().keySet(8);
        System.out.println(defaults.add(3) + " " + defaults.getMap() + " " + defaults.getMappedValue());
        CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>(List.of(1, 2, 3));
        for (int x : list) {
            list.add(x + 10);
            list.addIfAbsent(2);
        }
        System.out.println(list + " " + list.addAllAbsent(List.of(3, 4)) + " " + list.subList(1, 3) + " " + list.indexOf(12));
        try {
            Iterator<Integer> frozen = list.iterator();
            frozen.next();
            frozen.remove();
        } catch (UnsupportedOperationException e) {
            System.out.println("frozen");
        }
        map.clear();
        System.out.println(map.isEmpty() + " " + map);
    }
}
