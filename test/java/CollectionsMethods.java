/** The class Collections: sorting, shuffling with a seed, rotating, wrapping. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

public class CollectionsMethods {
    static void refused(Runnable action) {
        try {
            action.run();
            System.out.println("allowed");
        } catch (UnsupportedOperationException e) {
            System.out.println("refused");
        }
    }

    public static void main(String[] args) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            list.add(i);
        }
        Collections.shuffle(list, new Random(42));
        System.out.println(list);
        Collections.rotate(list, 3);
        System.out.println(list);
        Collections.rotate(list, -5);
        Collections.swap(list, 0, 11);
        System.out.println(list + " " + Collections.max(list) + " " + Collections.min(list));
        Collections.sort(list, Collections.reverseOrder());
        System.out.println(list + " " + Collections.binarySearch(list, 3, Collections.reverseOrder()));
        Collections.sort(list);
        System.out.println(Collections.binarySearch(list, 7) + " " + Collections.binarySearch(list, 99));
        Collections.reverse(list);
        Collections.fill(list.subList(0, 3), 5);
        System.out.println(list + " " + Collections.frequency(list, 5) + " " + Collections.indexOfSubList(list, Arrays.asList(5, 8))
                + " " + Collections.lastIndexOfSubList(list, Arrays.asList(5)));
        Collections.replaceAll(list, 5, 50);
        Collections.addAll(list, 60, 70);
        System.out.println(list + " " + Collections.disjoint(list, Arrays.asList(1000, 2000)) + " " + Collections.nCopies(3, "ab"));
        List<String> words = new ArrayList<>(Arrays.asList("bb", "a", "ccc"));
        System.out.println(Collections.max(words, (x, y) -> x.length() - y.length()) + " " + Collections.min(words));
        Collections.copy(words, Arrays.asList("x", "y"));
        System.out.println(words);

        List<String> fixed = Collections.unmodifiableList(words);
        Map<String, Integer> map = Collections.unmodifiableMap(new HashMap<>(Map.of("k", 1)));
        words.add("seen through");
        System.out.println(fixed + " " + map + " " + Collections.emptyList() + Collections.emptyMap() + Collections.emptySet()
                + Collections.singletonList(1) + Collections.singletonMap("k", "v") + Collections.singleton(null));
        refused(() -> fixed.add("x"));
        refused(() -> fixed.iterator().remove());
        refused(() -> map.put("x", 1));
        refused(() -> map.entrySet().iterator().next().setValue(9));
        refused(() -> Collections.emptyList().add(null));
        refused(() -> Collections.singletonList(1).set(0, 2));
        refused(() -> Collections.nCopies(2, 2).remove(0));
        Collection<Integer> synced = Collections.synchronizedList(new ArrayList<>(list));
        synced.add(1);
        System.out.println(synced.size() + " " + Collections.synchronizedMap(new HashMap<>(map)));
        Set<String> set = Collections.newSetFromMap(new HashMap<>());
        set.add("a");
        set.add("a");
        System.out.println(set);
        Enumeration<Integer> e = Collections.enumeration(Arrays.asList(1, 2, 3));
        int sum = 0;
        while (e.hasMoreElements()) {
            sum += e.nextElement();
        }
        System.out.println(sum + " " + Collections.list(Collections.enumeration(words)));
    }
}
