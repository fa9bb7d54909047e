/** compute, merge and the other methods of Map on HashMap. */
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

public class HashMapMethods {
    public static void main(String[] args) {
        Map<String, Integer> map = new HashMap<>();
        System.out.println(map.put("a", 1) + " " + map.put("a", 2) + " " + map.putIfAbsent("a", 3) + " " + map.putIfAbsent("b", 4) + " " + map);
        System.out.println(map.get("x") + " " + map.getOrDefault("x", -1) + " " + map.containsKey("a") + " " + map.containsValue(4));
        System.out.println(map.computeIfAbsent("c", k -> k.length()) + " " + map.computeIfAbsent("c", k -> 99) + " "
                + map.computeIfAbsent("d", k -> null) + " " + map.computeIfPresent("c", (k, v) -> v + 10) + " "
                + map.computeIfPresent("zz", (k, v) -> v) + " " + map.computeIfPresent("b", (k, v) -> null) + " " + map);
        System.out.println(map.compute("a", (k, v) -> v == null ? 0 : v * 2) + " " + map.compute("n", (k, v) -> v == null ? 0 : v * 2) + " "
                + map.merge("a", 5, Integer::sum) + " " + map.merge("m", 5, Integer::sum) + " " + map.merge("m", 1, (x, y) -> null) + " " + map);
        System.out.println(map.remove("n") + " " + map.remove("n") + " " + map.remove("a", 0) + " " + map.replace("a", 1) + " "
                + map.replace("q", 1) + " " + map.replace("a", 1, 7) + " " + map);
        map.replaceAll((k, v) -> v + k.length());
        Map<String, Integer> other = new HashMap<>(map);
        other.put("e", null);
        map.putAll(other);
        System.out.println(map + " " + map.equals(other) + " " + map.size() + " " + map.isEmpty());
        System.out.println(map.putIfAbsent("e", 9) + " " + map.get("e"));
        for (Map.Entry<String, Integer> entry : map.entrySet()) {
            entry.setValue(entry.getValue() * 100);
        }
        map.forEach((k, v) -> System.out.print(k + "->" + v + " "));
        System.out.println();
        map.keySet().remove("a");
        map.values().remove(900);
        System.out.println(map + " " + map.entrySet().contains(Map.entry("c", 1200)));
        Map<Integer, Integer> squares = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            squares.put(i, i * i);
        }
        for (Iterator<Map.Entry<Integer, Integer>> it = squares.entrySet().iterator(); it.hasNext();) {
            if (it.next().getValue() % 7 != 4) {
                it.remove();
            }
        }
        System.out.println(squares);
        squares.keySet().removeIf(k -> k > 50);
        squares.values().retainAll(java.util.Set.of(4, 25, 81, 144));
        System.out.println(squares + " " + squares.keySet().size());
        squares.clear();
        System.out.println(squares + " " + squares.isEmpty());
        Map<Object, Object> self = new HashMap<>();
        self.put("me", self);
        System.out.println(self);
    }
}
