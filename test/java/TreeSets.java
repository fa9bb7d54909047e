/** TreeSet and sets in general: union, intersection, ranges. */
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;

public class TreeSets {
    public static void main(String[] args) {
        TreeSet<String> set = new TreeSet<>(Arrays.asList("delta", "alpha", "charlie", "bravo", "echo", "alpha"));
        System.out.println(set + " " + set.first() + " " + set.last() + " " + set.ceiling("c") + " " + set.floor("c") + " "
                + set.higher("echo") + " " + set.lower("bravo"));
        System.out.println(set.headSet("charlie") + " " + set.tailSet("charlie") + " " + set.subSet("b", "d") + " " + set.descendingSet()
                + " " + set.headSet("charlie", true) + " " + set.tailSet("charlie", false));
        System.out.println(set.add("alpha") + " " + set.add("foxtrot") + " " + set.remove("zulu") + " " + set.pollFirst() + " " + set);
        TreeSet<int[]> pairs = new TreeSet<>(Comparator.<int[]>comparingInt(p -> p[0]).thenComparingInt(p -> -p[1]));
        for (int i = 0; i < 12; i++) {
            pairs.add(new int[] {i % 4, i % 3});
        }
        StringBuilder line = new StringBuilder();
        for (int[] pair : pairs) {
            line.append(pair[0]).append(pair[1]).append(' ');
        }
        System.out.println(line);
        Set<Integer> a = new TreeSet<>(Arrays.asList(1, 2, 3, 4, 5, 6));
        Set<Integer> b = new HashSet<>(Arrays.asList(4, 5, 6, 7));
        Set<Integer> union = new TreeSet<>(a);
        union.addAll(b);
        Set<Integer> both = new TreeSet<>(a);
        both.retainAll(b);
        Set<Integer> minus = new TreeSet<>(a);
        minus.removeAll(b);
        System.out.println(union + " " + both + " " + minus + " " + a.containsAll(both) + " " + a.equals(new HashSet<>(a)) + " " + a.hashCode());
        for (Iterator<Integer> it = union.iterator(); it.hasNext();) {
            if (it.next() % 2 == 0) {
                it.remove();
            }
        }
        System.out.println(union + " " + Arrays.toString(union.toArray(new Integer[0])));
        try {
            new TreeSet<Object>(Arrays.asList(1, "a"));
        } catch (ClassCastException e) {
            System.out.println("not comparable with each other");
        }
        try {
            new TreeSet<String>().first();
        } catch (java.util.NoSuchElementException e) {
            System.out.println("empty");
        }
    }
}
