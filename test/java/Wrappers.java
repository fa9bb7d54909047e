/** Collections wrapped: unmodifiable, synchronized, checked, empty, single, copies. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

public class Wrappers {
    private static void attempt(String what, Runnable action) {
        try {
            action.run();
            System.out.println(what + " fine");
        } catch (RuntimeException e) {
            System.out.println(what + " " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static void main(String[] args) {
        List<Integer> base = new ArrayList<>(List.of(3, 1, 2));
        List<Integer> fixed = Collections.unmodifiableList(base);
        base.add(4);
        System.out.println(fixed + " " + fixed.equals(base) + " " + (fixed.hashCode() == base.hashCode()));
        attempt("add", () -> fixed.add(1));
        attempt("sort", () -> fixed.sort(null));
        attempt("iterator", () -> {
            var it = fixed.iterator();
            it.next();
            it.remove();
        });
        attempt("clear empty", () -> Collections.emptyList().clear());
        attempt("add empty", () -> Collections.emptyList().add(1));
        Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2));
        attempt("map", () -> Collections.unmodifiableMap(map).put("c", 3));
        attempt("entry", () -> Collections.unmodifiableMap(map).entrySet().iterator().next().setValue(5));
        attempt("merge", () -> Collections.unmodifiableMap(map).merge("a", 1, Integer::sum));
        attempt("keySet", () -> Collections.unmodifiableMap(map).keySet().remove("a"));
        System.out.println(Collections.unmodifiableMap(map) + " " + Collections.unmodifiableSortedMap(new TreeMap<>(map)).headMap("b"));
        Collection<Integer> collection = Collections.unmodifiableCollection(base);
        System.out.println(collection + " " + collection.equals(base) + " " + collection.contains(2));
        List<Integer> locked = Collections.synchronizedList(new ArrayList<>(base));
        synchronized (locked) {
            for (int x : locked) {
                System.out.print(x + ",");
            }
        }
        locked.replaceAll(x -> x * 2);
        System.out.println(locked + " " + Collections.synchronizedMap(new HashMap<>(map)).get("a") + " " + Collections.synchronizedSortedSet(new TreeSet<>(base)).first());
        List checked = Collections.checkedList(new ArrayList<>(), String.class);
        checked.add("ok");
        attempt("checked", () -> checked.add(1));
        Map checkedMap = Collections.checkedMap(new HashMap<>(), String.class, Integer.class);
        attempt("checked key", () -> checkedMap.put(1, 1));
        attempt("checked value", () -> checkedMap.put("k", "v"));
        attempt("singleton", () -> Collections.singletonList(1).add(2));
        System.out.println(Collections.singleton(5) + " " + Collections.singletonMap("k", "v") + " " + Collections.nCopies(3, "x") + " " + Collections.emptyMap() + Collections.emptySet());
        System.out.println(Collections.singletonList(1).equals(List.of(1)) + " " + Collections.emptyList().equals(new ArrayList<>()) + " " + Collections.emptyList().hashCode());
        Enumeration<Integer> e = Collections.enumeration(base);
        System.out.println(Collections.list(e) + " " + e.hasMoreElements() + " " + Collections.emptyIterator().hasNext());
        List<Integer> numbers = new ArrayList<>(Arrays.asList(5, 2, 8, 1, 9, 3));
        Collections.rotate(numbers, 2);
        System.out.println(numbers);
        Collections.rotate(numbers, -8);
        Collections.swap(numbers, 0, 5);
        System.out.println(numbers + " " + Collections.max(numbers) + Collections.min(numbers) + " " + Collections.frequency(numbers, 8) + " " + Collections.disjoint(numbers, List.of(7, 10)));
        Collections.sort(numbers);
        System.out.println(numbers + " " + Collections.binarySearch(numbers, 5) + " " + Collections.binarySearch(numbers, 4) + " " + Collections.binarySearch(numbers, 99));
        Collections.reverse(numbers);
        Collections.shuffle(numbers, new java.util.Random(1));
        System.out.println(numbers + " " + Collections.indexOfSubList(List.of(1, 2, 3, 1, 2), List.of(1, 2)) + Collections.lastIndexOfSubList(List.of(1, 2, 3, 1, 2), List.of(1, 2)));
        Collections.replaceAll(numbers, 8, 80);
        Collections.fill(numbers.subList(0, 2), 0);
        List<Integer> target = new ArrayList<>(Collections.nCopies(8, -1));
        Collections.copy(target, numbers);
        System.out.println(numbers + " " + target);
        attempt("copy", () -> Collections.copy(new ArrayList<>(), List.of(1)));
        attempt("max of none", () -> Collections.max(new ArrayList<Integer>()));
        Set<Integer> set = new LinkedHashSet<>(List.of(1));
        System.out.println(Collections.addAll(set, 1, 2) + " " + Collections.addAll(set, 1, 2) + " " + set + " " + Collections.asLifoQueue(new java.util.ArrayDeque<>(List.of(1, 2))).peek());
    }
}
