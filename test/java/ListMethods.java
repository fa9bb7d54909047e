/** ArrayList and its iterators: growing, bulk operations, exceptions, comparisons of lists. */
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;

public class ListMethods {
    static class Squares extends AbstractList<Integer> {
        private final int size;

        Squares(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return index * index;
        }

        @Override
        public int size() {
            return size;
        }
    }

    private static void attempt(String what, Runnable action) {
        try {
            action.run();
            System.out.println(what + " fine");
        } catch (RuntimeException e) {
            System.out.println(what + " " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        ArrayList<Integer> list = new ArrayList<>(List.of(5, 6, 7, 5, 6, 7));
        System.out.println(list.indexOf(6) + " " + list.lastIndexOf(6) + " " + list.remove((Integer) 7) + " " + list.remove(0) + " " + list + " " + list.contains(null) + " " + list.removeAll(List.of(5)) + list.retainAll(new HashSet<>(List.of(6, 7))) + " " + list);
        list.addAll(1, List.of(1, 2, 3));
        list.ensureCapacity(100);
        list.trimToSize();
        list.replaceAll(x -> x * 10);
        System.out.println(list + " " + list.removeIf(x -> x == 20) + " " + list + " " + list.equals(new LinkedList<>(list)) + " " + list.hashCode() + " " + list.clone() + " " + list.containsAll(List.of(10, 30)));
        attempt("get", () -> list.get(9));
        attempt("set", () -> list.set(-1, 0));
        attempt("add", () -> list.add(9, 0));
        attempt("remove", () -> list.remove(9));
        attempt("addAll", () -> list.addAll(-1, List.of()));
        attempt("capacity", () -> new ArrayList<>(-1));
        attempt("listIterator", () -> list.listIterator(9));
        attempt("next", () -> new ArrayList<>().iterator().next());
        attempt("remove first", () -> list.iterator().remove());
        attempt("null collection", () -> {
            try {
                list.addAll(null);
            } catch (NullPointerException e) {
                throw new IllegalStateException("null");
            }
        });
        attempt("changed", () -> {
            for (int x : list) {
                list.add(x);
            }
        });
        attempt("last but one", () -> {
            for (int x : list) {
                if (x == list.get(list.size() - 2)) {
                    list.remove(list.size() - 1);
                }
            }
        });
        attempt("forEach", () -> list.forEach(x -> list.remove(0)));
        attempt("sort", () -> list.sort((a, b) -> {
            list.add(1);
            return 0;
        }));
        List<String> words = new ArrayList<>(List.of("a", "b", "c"));
        ListIterator<String> it = words.listIterator();
        while (it.hasNext()) {
            int index = it.nextIndex();
            String word = it.next();
            if (index == 0) {
                it.set("A");
                it.add("x");
            } else if (word.equals("c")) {
                it.remove();
            }
        }
        while (it.hasPrevious()) {
            System.out.print(it.previousIndex() + it.previous() + " ");
        }
        System.out.println(words);
        attempt("set after add", () -> {
            ListIterator<String> i = words.listIterator();
            i.next();
            i.add("y");
            i.set("z");
        });
        Squares squares = new Squares(6);
        System.out.println(squares + " " + squares.subList(2, 5) + " " + squares.indexOf(16) + " " + squares.contains(7) + " " + squares.hashCode() + " " + squares.equals(List.of(0, 1, 4, 9, 16, 25)) + " " + squares.stream().mapToInt(x -> x).sum());
        attempt("unsupported", () -> squares.add(1));
        attempt("unsupported", () -> squares.remove(0));
        attempt("unsupported", () -> squares.clear());
        Integer[] target = {9, 9, 9, 9, 9, 9, 9, 9};
        System.out.println(Arrays.toString(squares.toArray(target)) + " " + squares.toArray(new Integer[0]).length + " " + squares.toArray(Integer[]::new).length);
        Collection<Integer> numbers = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
        Iterator<Integer> each = numbers.iterator();
        while (each.hasNext()) {
            if (each.next() % 2 == 0) {
                each.remove();
            }
        }
        Iterator<Integer> rest = numbers.iterator();
        rest.next();
        rest.forEachRemaining(x -> System.out.print(x + " "));
        try {
            rest.next();
        } catch (NoSuchElementException | ConcurrentModificationException e) {
            System.out.println(e.getClass().getSimpleName());
        }
    }
}
