/** List.of, Set.of, Map.of and the copies: what they refuse. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

public class ImmutableFactories {
    private static void attempt(String what, Runnable action) {
        try {
            action.run();
            System.out.println(what + ": fine");
        } catch (RuntimeException e) {
            System.out.println(what + ": " + e.getClass().getSimpleName() + (e instanceof NullPointerException ? "" : " " + e.getMessage()));
        }
    }

    public static void main(String[] args) {
        List<Integer> list = List.of(1, 2, 3);
        System.out.println(list + " " + List.of() + " " + List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) + " " + list.indexOf(2) + " " + list.contains(9));
        attempt("add", () -> list.add(4));
        attempt("set", () -> list.set(0, 4));
        attempt("remove", () -> list.remove(Integer.valueOf(9)));
        attempt("removeIf", () -> list.removeIf(x -> false));
        attempt("sort", () -> list.sort(null));
        attempt("null", () -> List.of(1, null));
        attempt("contains null", () -> list.contains(null));
        attempt("get", () -> list.get(3));
        attempt("get of one", () -> List.of(1).get(5));
        attempt("iterator remove", () -> list.iterator().remove());
        attempt("set duplicate", () -> Set.of(1, 2, 1));
        attempt("set null", () -> Set.of((Object) null));
        attempt("map duplicate", () -> Map.of("a", 1, "a", 2));
        attempt("map null value", () -> Map.of("a", null));
        attempt("map put", () -> Map.of().put("x", 1));
        attempt("map get null", () -> Map.of("a", 1).get(null));
        attempt("entry null", () -> Map.entry(null, 1));
        attempt("entry set", () -> Map.entry("a", 1).setValue(2));
        attempt("entries duplicate", () -> Map.ofEntries(Map.entry(1, 1), Map.entry(1, 2)));
        attempt("copy of null", () -> List.copyOf(Arrays.asList(1, null)));
        System.out.println(new TreeSet<>(Set.of(5, 3, 4, 1, 2)) + " " + Set.of().size() + " " + Set.of(7).contains(7) + " " + Set.of(1, 2).equals(new TreeSet<>(List.of(2, 1))));
        System.out.println(new TreeMap<>(Map.of(1, "a", 2, "b", 3, "c")) + " " + Map.of("k", "v") + " " + Map.of("k", "v").equals(Map.of("k", "v")) + " " + Map.of(1, 2).hashCode());
        List<Integer> source = new ArrayList<>(List.of(1));
        List<Integer> copy = List.copyOf(source);
        source.add(2);
        System.out.println(copy + " " + (List.copyOf(copy) == copy) + " " + Set.copyOf(List.of(1, 1, 1)) + " " + Map.copyOf(new HashMap<>(Map.of("q", 1))));
        System.out.println(list.equals(Arrays.asList(1, 2, 3)) + " " + (list.hashCode() == Arrays.asList(1, 2, 3).hashCode()) + " " + list.toArray().length + " " + list.lastIndexOf(3));
        List<String> strings = Arrays.asList("x", "y");
        strings.set(0, "z");
        attempt("asList add", () -> strings.add("w"));
        attempt("asList remove", () -> strings.remove(0));
        String[] backing = {"p", "q"};
        List<String> view = Arrays.asList(backing);
        backing[1] = "changed";
        System.out.println(strings + " " + view);
    }
}
