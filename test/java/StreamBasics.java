/** Streams of objects: the intermediate and the terminal operations. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class StreamBasics {
    public static void main(String[] args) {
        List<String> words = List.of("pear", "apple", "fig", "banana", "kiwi", "apple", "date");
        System.out.println(words.stream().filter(w -> w.length() > 4).collect(Collectors.toList()));
        System.out.println(words.stream().map(String::toUpperCase).toList());
        System.out.println(words.stream().distinct().sorted().collect(Collectors.joining(",", "[", "]")));
        System.out.println(words.stream().sorted(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder())).toList());
        System.out.println(words.stream().mapToInt(String::length).sum());
        System.out.println(words.stream().mapToLong(String::length).max());
        System.out.println(words.stream().mapToDouble(String::length).average());
        System.out.println(words.stream().skip(2).limit(3).toList());
        System.out.println(words.stream().takeWhile(w -> !w.equals("banana")).toList());
        System.out.println(words.stream().dropWhile(w -> !w.equals("banana")).toList());
        System.out.println(words.stream().flatMap(w -> w.chars().mapToObj(c -> (char) c)).distinct().toList());
        System.out.println(words.stream().<Object>mapMulti((w, sink) -> {
            if (w.length() < 5) {
                sink.accept(w);
                sink.accept(w.length());
            }
        }).toList());
        System.out.println(words.stream().reduce("", String::concat));
        System.out.println(words.stream().reduce((a, b) -> a.compareTo(b) >= 0 ? a : b));
        System.out.println(words.stream().reduce(0, (n, w) -> n + w.length(), Integer::sum));
        System.out.println(words.stream().min(Comparator.naturalOrder()) + " " + words.stream().max(Comparator.comparing(String::length)));
        System.out.println(words.stream().count() + " " + words.stream().filter(w -> w.contains("i")).count());
        System.out.println(words.stream().anyMatch("fig"::equals) + " " + words.stream().allMatch(w -> w.length() > 2)
                + " " + words.stream().noneMatch(String::isEmpty));
        System.out.println(words.stream().findFirst() + " " + words.stream().filter(w -> w.length() > 9).findAny());
        System.out.println(Arrays.toString(words.stream().toArray()));
        String[] array = words.stream().filter(w -> w.length() == 4).toArray(String[]::new);
        System.out.println(Arrays.toString(array) + " " + array.getClass().getSimpleName());
        System.out.println((Object) words.stream().collect(ArrayList<String>::new, ArrayList::add, ArrayList::addAll));
        System.out.println(Stream.of(3, 1, 2).sorted(Comparator.reverseOrder()).map(String::valueOf).collect(Collectors.joining("-")));
        System.out.println(Stream.concat(Stream.of(1, 2), Stream.of(3)).toList());
        System.out.println(Stream.iterate(1, x -> x * 3).limit(6).toList());
        System.out.println(Stream.iterate(1, x -> x < 100, x -> x * 2).toList());
        System.out.println(Stream.generate(() -> "x").limit(3).collect(Collectors.joining()));
        System.out.println(Stream.ofNullable(null).count() + " " + Stream.ofNullable(1).count() + " " + Stream.empty().findFirst());
        System.out.println(Stream.<String>builder().add("a").add("b").build().toList());
        System.out.println(new TreeSet<>(words).stream().peek(w -> System.out.print(w.charAt(0))).sorted().map(String::length).toList());
        System.out.println(Arrays.stream(new Integer[] {5, 6, 7, 8}, 1, 3).toList());
        System.out.println(Optional.of(4).stream().toList() + " " + Optional.empty().stream().toList());
        words.stream().limit(2).forEachOrdered(w -> System.out.print(w + ";"));
        System.out.println();
        var it = words.stream().filter(w -> w.length() == 4).iterator();
        while (it.hasNext()) {
            System.out.print(it.next() + " ");
        }
        System.out.println();
        List<String> nulls = Stream.of("a", null, "b").toList();
        System.out.println(nulls + " " + nulls.contains(null));
        System.out.println(words.parallelStream().isParallel() + " " + words.parallelStream().sequential().isParallel());
    }
}
