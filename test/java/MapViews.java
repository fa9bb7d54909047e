/** Key sets, values and entries of maps are live views. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;

public class MapViews {
    private static void exercise(Map<String, Integer> map) {
        for (String key : "one two three four five six".split(" ")) {
            map.put(key, key.length());
        }
        Set<String> keys = map.keySet();
        Collection<Integer> values = map.values();
        Set<Map.Entry<String, Integer>> entries = map.entrySet();
        boolean sorted = map instanceof TreeMap || map instanceof LinkedHashMap;
        System.out.println(map.getClass().getSimpleName() + " " + (sorted ? map : new TreeMap<>(map)));
        System.out.println(keys.remove("one") + " " + keys.remove("nine") + " " + values.remove(4) + " " + map.size() + " " + keys.size() + " " + entries.size());
        map.put("seven", 5);
        System.out.println(keys.contains("seven") + " " + values.contains(5) + " " + entries.contains(Map.entry("seven", 5)) + " " + entries.contains(Map.entry("seven", 6)));
        for (Map.Entry<String, Integer> entry : entries) {
            entry.setValue(entry.getValue() * 10);
        }
        System.out.println(new TreeMap<>(map) + " " + keys.retainAll(Arrays.asList("two", "six", "seven", "three")) + " " + new TreeMap<>(map));
        Iterator<Integer> it = values.iterator();
        int sum = 0;
        while (it.hasNext()) {
            int value = it.next();
            sum += value;
            if (value == 50) {
                it.remove();
            }
        }
        try {
            it.remove();
            it.remove();
            System.out.println("removed twice");
        } catch (IllegalStateException e) {
            System.out.println("no element to remove");
        }
        System.out.println(sum + " " + entries.removeIf(e -> e.getKey().startsWith("s")) + " " + map.keySet().equals(new TreeMap<>(map).keySet()));
        for (Runnable adding : List.<Runnable>of(() -> keys.add("x"), () -> values.add(1), () -> entries.add(Map.entry("y", 2)))) {
            try {
                adding.run();
            } catch (UnsupportedOperationException e) {
                System.out.print("cannot ");
            }
        }
        Object[] array = keys.toArray();
        values.clear();
        System.out.println(array.length + " " + map.isEmpty() + " " + map + keys + values + entries);
    }

    public static void main(String[] args) {
        exercise(new HashMap<>());
        exercise(new LinkedHashMap<>());
        exercise(new TreeMap<>());
        exercise(new Hashtable<>());
        exercise(new WeakHashMap<>());
        Map<Integer, String> map = new HashMap<>(Map.of(1, "a"));
        Map.Entry<Integer, String> entry = map.entrySet().iterator().next();
        map.put(1, "b");
        System.out.println(entry + " " + entry.getValue() + " " + entry.hashCode() + " " + entry.equals(Map.entry(1, "b")));
        List<Map.Entry<String, Integer>> list = new ArrayList<>(new TreeMap<>(Map.of("x", 3, "y", 1, "z", 2)).entrySet());
        list.sort(Map.Entry.comparingByValue());
        System.out.println(list);
        list.sort(Map.Entry.<String, Integer>comparingByKey().reversed());
        System.out.println(list);
    }
}
