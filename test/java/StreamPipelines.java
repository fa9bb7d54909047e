/** Larger jobs done by streams: an index, a matrix, primes, words, a join. */
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public class StreamPipelines {
    record Order(int id, String customer, List<Item> items) {}

    record Item(String product, int count, double price) {
        double total() {
            return count * price;
        }
    }

    private static List<Order> orders() {
        String[] customers = {"ann", "bob", "cid"};
        String[] products = {"nut", "bolt", "gear", "cog"};
        return IntStream.range(0, 40)
                .mapToObj(i -> new Order(i, customers[i * 7 % 3], IntStream.rangeClosed(0, i % 4)
                        .mapToObj(j -> new Item(products[(i + j) % 4], 1 + (i * j) % 5, 0.25 * (1 + j)))
                        .toList()))
                .toList();
    }

    public static void main(String[] args) {
        List<Order> orders = orders();
        Map<String, Double> byCustomer = orders.stream().collect(Collectors.groupingBy(Order::customer, TreeMap::new,
                Collectors.flatMapping(o -> o.items().stream(), Collectors.summingDouble(Item::total))));
        System.out.println(byCustomer);
        Map<String, Integer> sold = orders.stream().flatMap(o -> o.items().stream())
                .collect(Collectors.toMap(Item::product, Item::count, Integer::sum, TreeMap::new));
        System.out.println(sold);
        System.out.println(orders.stream().max(Comparator.comparingDouble((Order o) -> o.items().stream().mapToDouble(Item::total).sum())
                .thenComparing(Order::id)).map(Order::id));
        int[][] matrix = IntStream.range(0, 4).mapToObj(r -> IntStream.range(0, 3).map(c -> r * 3 + c).toArray()).toArray(int[][]::new);
        System.out.println(Stream.of(matrix).map(row -> IntStream.of(row).mapToObj(Integer::toString).collect(Collectors.joining(" "))).collect(Collectors.joining("/")));
        System.out.println(IntStream.range(0, 3).mapToObj(c -> Stream.of(matrix).mapToInt(row -> row[c]).sum()).toList());
        List<Integer> primes = IntStream.iterate(2, i -> i + 1)
                .filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(d -> n % d == 0)).limit(25).boxed().toList();
        System.out.println(primes);
        List<List<Integer>> triples = IntStream.rangeClosed(1, 20).boxed().flatMap(a -> IntStream.rangeClosed(a, 20).boxed()
                .flatMap(b -> IntStream.rangeClosed(b, 20).filter(c -> a * a + b * b == c * c).mapToObj(c -> List.of(a, b, c)))).toList();
        System.out.println(triples);
        Function<Integer, Integer> all = Stream.<Function<Integer, Integer>>of(x -> x + 1, x -> x * 2, x -> x - 3).reduce(Function.identity(), Function::andThen);
        System.out.println(all.apply(10));
        System.out.println(Stream.iterate(new long[] {0, 1}, f -> new long[] {f[1], f[0] + f[1]}).map(f -> f[0]).skip(80).findFirst().get());
        Map<Integer, List<String>> anagrams = new HashMap<>();
        Stream.of("listen", "silent", "enlist", "google", "gogole", "cat", "act").collect(Collectors.groupingBy(
                        w -> w.chars().sorted().mapToObj(c -> "" + (char) c).collect(Collectors.joining())))
                .values().stream().sorted(Comparator.comparing((List<String> l) -> l.size()).reversed().thenComparing(l -> l.get(0)))
                .forEach(group -> anagrams.computeIfAbsent(group.size(), k -> new ArrayList<>()).addAll(group));
        System.out.println(anagrams);
        System.out.println(Stream.of(5, 3, 8).reduce(BinaryOperator.minBy(Comparator.naturalOrder())).get()
                + " " + Stream.of("b", "a", "c").sorted(Comparator.nullsFirst(Comparator.reverseOrder())).toList());
        System.out.println(IntStream.rangeClosed(1, 15).mapToObj(i -> i % 15 == 0 ? "FizzBuzz" : i % 5 == 0 ? "Buzz" : i % 3 == 0 ? "Fizz" : "" + i).collect(Collectors.joining(" ")));
    }
}
