/** Ranges of lists: changes go both ways, other changes are noticed. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Vector;

public class SubLists {
    private static void exercise(List<Integer> list) {
        for (int i = 0; i < 10; i++) {
            list.add(i);
        }
        List<Integer> part = list.subList(2, 7);
        System.out.println(list.getClass().getSimpleName() + " " + part + " " + part.size() + " " + part.indexOf(4) + " " + part.contains(8) + " " + part.lastIndexOf(2));
        part.set(0, 20);
        part.add(99);
        part.add(1, 98);
        part.remove(Integer.valueOf(4));
        part.remove(0);
        System.out.println(part + " " + list);
        List<Integer> inner = part.subList(1, 3);
        inner.clear();
        System.out.println(inner + " " + part + " " + list);
        part.addAll(Arrays.asList(7, 7, 7));
        part.addAll(1, List.of(5));
        part.removeIf(x -> x == 7);
        part.replaceAll(x -> x + 1);
        part.sort(Collections.reverseOrder());
        System.out.println(part + " " + part.equals(new ArrayList<>(part)) + " " + (part.hashCode() == new ArrayList<>(part).hashCode()) + " " + list);
        ListIterator<Integer> it = part.listIterator(1);
        it.next();
        it.add(-1);
        it.previous();
        it.set(-2);
        System.out.println(it.nextIndex() + " " + it.hasPrevious() + " " + part + " " + list);
        for (int[] range : new int[][] {{-1, 2}, {2, 50}, {3, 2}}) {
            try {
                list.subList(range[0], range[1]);
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
            }
        }
        for (int index : new int[] {-1, 10}) {
            try {
                part.get(index);
            } catch (IndexOutOfBoundsException e) {
                System.out.println(e.getMessage());
            }
        }
        list.add(1000);
        try {
            part.size();
            System.out.println("unnoticed");
        } catch (ConcurrentModificationException e) {
            System.out.println("noticed");
        }
    }

    public static void main(String[] args) {
        exercise(new ArrayList<>());
        exercise(new LinkedList<>());
        exercise(new Vector<>());
        List<String> fixed = Arrays.asList("a", "b", "c", "d").subList(1, 3);
        fixed.set(0, "B");
        System.out.println(fixed + " " + Collections.unmodifiableList(fixed).subList(1, 2));
        try {
            fixed.add("x");
        } catch (UnsupportedOperationException e) {
            System.out.println("fixed size");
        }
        System.out.println(List.of(1, 2, 3, 4).subList(1, 3) + " " + Collections.nCopies(5, "n").subList(1, 3));
    }
}
