/** Spliterators: of collections, arrays and iterators, and streams made of one's own. */
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

public class SpliteratorBasics {
    /** Counts down. */
    static class Countdown implements Iterable<Integer> {
        private final int from;

        Countdown(int from) {
            this.from = from;
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                private int next = from;

                @Override
                public boolean hasNext() {
                    return next > 0;
                }

                @Override
                public Integer next() {
                    return next--;
                }
            };
        }
    }

    static class Letters extends Spliterators.AbstractSpliterator<Character> {
        private char next = 'a';

        Letters() {
            super(26, SIZED | ORDERED);
        }

        @Override
        public boolean tryAdvance(Consumer<? super Character> action) {
            if (next > 'z') {
                return false;
            }
            action.accept(next++);
            return true;
        }
    }

    public static void main(String[] args) {
        Spliterator<String> list = new ArrayList<>(List.of("a", "b", "c")).spliterator();
        System.out.println(list.estimateSize() + " " + list.hasCharacteristics(Spliterator.SIZED | Spliterator.ORDERED));
        System.out.println(list.tryAdvance(s -> System.out.print(s + " ")));
        list.forEachRemaining(s -> System.out.print(s + ";"));
        System.out.println(list.tryAdvance(s -> System.out.print("never")));
        Spliterator<Integer> tree = new TreeSet<>(Set.of(3, 1, 2)).spliterator();
        System.out.println(tree.hasCharacteristics(Spliterator.SORTED) + " " + tree.getComparator() + " " + tree.hasCharacteristics(Spliterator.DISTINCT));
        System.out.println(new LinkedHashSet<>(List.of(1)).spliterator().hasCharacteristics(Spliterator.ORDERED));
        System.out.println(StreamSupport.stream(new Countdown(5).spliterator(), false).map(x -> x * x).toList());
        System.out.println(new Countdown(5).spliterator().getExactSizeIfKnown() + " " + new Letters().getExactSizeIfKnown());
        System.out.println(StreamSupport.stream(new Letters(), false).skip(20).toList() + " " + StreamSupport.stream(new Letters(), false).count());
        Iterator<Character> back = Spliterators.iterator(new Letters());
        System.out.println(back.next() + "" + back.next() + back.hasNext());
        Spliterator.OfInt ints = Spliterators.spliterator(new int[] {1, 2, 3}, Spliterator.ORDERED);
        ints.tryAdvance((int x) -> System.out.print("first " + x));
        ints.forEachRemaining((Integer x) -> System.out.print(", then " + x));
        System.out.println();
        System.out.println(StreamSupport.stream(Spliterators.spliteratorUnknownSize(List.of(4, 5).iterator(), 0), false).mapToInt(x -> x).sum());
        try {
            new Letters().getComparator();
        } catch (IllegalStateException e) {
            System.out.println("no comparator");
        }
        List<Integer> seen = new ArrayList<>();
        new Countdown(3).forEach(seen::add);
        System.out.println(seen);
    }
}
