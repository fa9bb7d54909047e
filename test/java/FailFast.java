/** Iterators that notice changes behind their back. */
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;

public class FailFast {
    static String walk(Collection<Integer> items) {
        int seen = 0;
        try {
            for (Integer item : items) {
                seen++;
                if (item == 3) {
                    items.remove(item);
                }
            }
            return seen + " seen";
        } catch (ConcurrentModificationException e) {
            return "noticed after " + seen;
        }
    }

    static String walkSecondToLast(List<Integer> items) {
        int seen = 0;
        for (Integer item : items) {
            seen++;
            if (seen == items.size() - 1) {
                items.remove(item);
            }
        }
        return seen + " seen, one skipped";
    }

    public static void main(String[] args) {
        List<Integer> numbers = Arrays.asList(1, 2, 3, 4, 5, 6);
        System.out.println(walk(new ArrayList<>(numbers)));
        System.out.println(walk(new LinkedList<>(numbers)));
        System.out.println(walk(new HashSet<>(numbers)));
        System.out.println(walk(new TreeSet<>(numbers)));
        System.out.println(walk(new Vector<>(numbers)));
        System.out.println(walkSecondToLast(new ArrayList<>(numbers)));
        Map<Integer, Integer> map = new HashMap<>();
        for (int n : numbers) {
            map.put(n, n);
        }
        try {
            for (int key : map.keySet()) {
                map.put(key, 0);
                map.put(key + 100, 0);
            }
        } catch (ConcurrentModificationException e) {
            System.out.println("map grew");
        }
        for (int key : map.keySet()) {
            map.put(key, 7);
        }
        System.out.println(map.values());
        TreeMap<Integer, Integer> tree = new TreeMap<>(map);
        try {
            for (Map.Entry<Integer, Integer> entry : tree.entrySet()) {
                tree.remove(entry.getKey() + 1);
            }
        } catch (ConcurrentModificationException e) {
            System.out.println("tree shrank");
        }
        List<Integer> list = new ArrayList<>(numbers);
        List<Integer> sub = list.subList(1, 3);
        list.add(7);
        try {
            sub.size();
        } catch (ConcurrentModificationException e) {
            System.out.println("sublist is stale");
        }
        Iterator<Integer> it = list.iterator();
        try {
            it.remove();
        } catch (IllegalStateException e) {
            System.out.println("nothing returned yet");
        }
        while (it.hasNext()) {
            it.next();
        }
        try {
            it.next();
        } catch (NoSuchElementException e) {
            System.out.println("at the end");
        }
        try {
            list.forEach(n -> list.add(n));
        } catch (ConcurrentModificationException e) {
            System.out.println("forEach noticed");
        }
        ArrayDeque<Integer> deque = new ArrayDeque<>(numbers);
        Iterator<Integer> d = deque.iterator();
        d.next();
        d.remove();
        System.out.println(deque);
    }
}
