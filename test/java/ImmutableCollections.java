/** List.of, Set.of, Map.of and copies: no nulls, no changes. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

public class ImmutableCollections {
    static void attempt(String name, Runnable action) {
        try {
            action.run();
            System.out.println(name + " works");
        } catch (RuntimeException e) {
            System.out.println(name + ": " + e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage()));
        }
    }

    public static void main(String[] args) {
        List<Integer> list = List.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8);
        System.out.println(list + " " + list.size() + " " + list.indexOf(5) + " " + list.lastIndexOf(5) + " " + list.subList(2, 5) + " "
                + list.hashCode() + " " + list.equals(Arrays.asList(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8)));
        Set<String> set = Set.of("x", "y", "z");
        System.out.println(new TreeSet<>(set) + " " + set.contains("y") + " " + set.equals(new TreeSet<>(set)) + " " + set.hashCode());
        Map<String, Integer> map = Map.of("a", 1, "b", 2, "c", 3);
        System.out.println(new TreeMap<>(map) + " " + map.get("b") + " " + map.containsKey("z") + " " + map.hashCode() + " "
                + map.equals(new HashMap<>(map)));
        System.out.println(new TreeMap<>(Map.ofEntries(Map.entry("k", "v"), Map.entry("l", "w"))) + " " + Map.entry(1, 2) + List.of() + Set.of()
                + Map.of());
        List<Integer> mutable = new ArrayList<>(list);
        List<Integer> copy = List.copyOf(mutable);
        mutable.set(0, 1000);
        System.out.println(copy.get(0) + " " + (List.copyOf(copy) == copy));
        attempt("add", () -> list.add(1));
        attempt("remove", () -> list.remove(0));
        attempt("sort", () -> list.sort(null));
        attempt("put", () -> map.put("x", 1));
        attempt("set add", () -> set.add("w"));
        attempt("clear", () -> List.of().clear());
        attempt("null element", () -> List.of(1, null));
        attempt("contains null", () -> list.contains(null));
        attempt("duplicate", () -> Set.of("a", "a"));
        attempt("duplicate key", () -> Map.of("k", 1, "k", 2));
        attempt("get", () -> list.get(12));
        attempt("set value", () -> Map.entry(1, 2).setValue(3));
        int sum = 0;
        for (int value : map.values()) {
            sum += value;
        }
        System.out.println(sum);
    }
}
