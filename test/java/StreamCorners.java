import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Streams, collectors, optionals and functions. */
public class StreamCorners {
    static void p(Object o) {
        System.out.println(o);
    }

    record P(String n, int a, String c) {
    }

    public static void main(String[] x) {
        List<P> l = List.of(new P("ann", 30, "x"), new P("bob", 25, "y"), new P("cat",
                30, "y"), new P("dan", 41, "x"), new P("eve", 25, "z"));
        p(l.stream().filter(q -> q.a()>26).map(P::n).collect(Collectors.toList()));
        p(l.stream().collect(Collectors.groupingBy(P::a)));
        p(l.stream().collect(Collectors.groupingBy(P::c, TreeMap::new, Collectors.counting())));
        p(l.stream().collect(Collectors.partitioningBy(q -> q.a() >= 30,
                Collectors.mapping(P::n, Collectors.joining("/", "<", ">")))));
        p(l.stream().collect(Collectors.toMap(P::n, P::a)));
        try {
            l.stream().collect(Collectors.toMap(P::a, P::n));
        } catch (IllegalStateException e) {
            p(e.getMessage());
        }
        p(l.stream().collect(Collectors.toMap(P::a, P::n, (u, v) -> u + v, LinkedHashMap::new)));
        p(l.stream().collect(Collectors.averagingInt(P::a)));
        p(l.stream().collect(Collectors.summarizingInt(P::a)));
        p(l.stream().mapToInt(P::a).summaryStatistics());
        p(l.stream().map(P::n).reduce("", String::concat));
        p(l.stream().mapToInt(P::a).max().getAsInt());
        p(l.stream().sorted(Comparator.comparing(P::a).thenComparing(P::n, Comparator.reverseOrder())).map(P::n)
                .toList());
        p(l.stream().max(Comparator.comparingInt(P::a)).get());
        p(l.stream().anyMatch(q -> q.a() == 41) + " " + l.stream().allMatch(q -> q.a()>25) + " "
                + l.stream().noneMatch(q -> q.a()>50));
        p(l.stream().skip(1).limit(3).map(P::n).collect(Collectors.joining(",")));
        p(l.stream().flatMap(q -> Stream.of(q.n(), q.c())).distinct().toList());
        p(Stream.iterate(1, i -> i * 2).limit(10).map(String::valueOf).collect(Collectors.joining(" ")));
        p(Stream.iterate(1, i -> i<100, i -> i * 3).toList());
        p(IntStream.range(0, 5).boxed().collect(Collectors.toSet()));
        p(IntStream.rangeClosed(1, 5).mapToObj(i -> "n" + i).toList());
        p(IntStream.of(3, 1, 2).sorted().boxed().toList());
        p(Arrays.toString(Stream.of("b", "a").sorted().toArray(String[]::new)));
        p(Stream.of(1, 2, 3, 4).takeWhile(i -> i<3).toList() + ""
                + Stream.of(1, 2, 3, 4).dropWhile(i -> i<3).toList());
        p(Stream.of("a", "b").peek(s -> System.out.print("[" + s + "]")).count());
        p(Stream.of("a", "bb").peek(s -> System.out.print("[" + s + "]")).filter(s -> s.length()>1).count());
        p(Stream.concat(Stream.of(1), Stream.of(2)).toList());
        p(IntStream.range(0, 20).filter(i -> i % 3 == 0).average().getAsDouble());
        p(DoubleStream.of(1.5, 2.5).sum() + " " + LongStream.rangeClosed(1, 20).reduce(1, (q, r) -> q * r));
        p(Stream.of(1, 2, 3).collect(ArrayList::new, ArrayList::add, ArrayList::addAll));
        p(Stream.of(5, 3, 8).collect(Collectors.teeing(Collectors.counting(),
                Collectors.summingInt(i -> i), (c, s) -> c + ":" + s)));
        p(Stream.of(1, 2, 3, 4).collect(Collectors.reducing(0, (q, r) -> q + r)));
        p(Stream.of("x").collect(Collectors.collectingAndThen(Collectors.toList(), Collections::unmodifiableList)));
        p(Stream.of(1, 2, 3, 4, 5).mapMulti((Integer i, Consumer<Object> c) -> {
            if (i % 2 == 1) {
                c.accept(i);
                c.accept(-i);
            }
        }).toList());
        p("hello".chars().mapToObj(c -> (char)c).map(String::valueOf).collect(Collectors.joining(".")));
        p(Stream.of(Optional.of(1), Optional.<Integer>empty()).flatMap(Optional::stream).toList());
        Iterator<Integer> it = Stream.of(1, 2).iterator();
        p(it.next() + it.next());
        Stream<Integer> used = Stream.of(1);
        used.count();
        try {
            used.count();
        } catch (IllegalStateException e) {
            p(e.getMessage());
        }
        try {
            Stream.of(1, 2).toList().add(3);
        } catch (UnsupportedOperationException e) {
            p(e.getMessage());
        }
        try {
            Stream.of(1, null).map(Objects::requireNonNull).toList();
        } catch (NullPointerException e) {
            p("npe");
        }
        p(Stream.of(1, 2, 3, 4).parallel().map(i -> i * i).sequential().toList());
        p(Optional.of(5).map(i -> i + 1).filter(i -> i>5).orElse(0) + " " + Optional.empty().isPresent() + " "
                + Optional.of("v") + " " + Optional.empty() + " " + OptionalInt.of(3) + " " + OptionalDouble.empty());
        try {
            Optional.empty().get();
        } catch (NoSuchElementException e) {
            p(e.getMessage());
        }
        try {
            Optional.empty().orElseThrow();
        } catch (NoSuchElementException e) {
            p(e.getMessage());
        }
        p(Optional.ofNullable((String)null).or(() -> Optional.of("z")).get());
        Supplier<Stream<String>> s = () -> Stream.of("d", "a", "c");
        p(s.get().sorted().findFirst().get() + s.get().min(Comparator.naturalOrder()).get()
                + s.get().reduce((q, r) -> r).get());
        p(IntStream.iterate(10, i -> i-3).limit(4).sum());
        p(Collections.max(List.of(3, 9, 4)) + " " + Stream.of(1, 2, 3).mapToInt(Integer::intValue).asLongStream()
                .sum());
        p(Stream.generate(() -> "g").limit(3).collect(Collectors.toCollection(ArrayDeque::new)));
        p(l.stream().collect(Collectors.groupingBy(P::c, Collectors.averagingDouble(P::a))));
        p(l.stream().collect(Collectors.groupingBy(P::c, Collectors.mapping(P::a, Collectors.toList()))));
        p(l.stream().collect(Collectors.filtering(q -> q.a()<30, Collectors.counting())) + " "
                + l.stream().collect(Collectors.flatMapping(q -> Stream.of(q.a(),
                1), Collectors.summingInt(i -> i))) + " "
                + l.stream().map(P::n).collect(Collectors.minBy(Comparator.reverseOrder())).get());
        p(new Random(42).ints(5, 0, 100).boxed().toList() + " " + new Random(1).doubles(2).boxed().toList());
        BaseStream<?, ?> bs = Stream.of(1).onClose(() -> p("closed"));
        bs.close();
        p(Arrays.stream(new int[]{1, 2, 3, 4}, 1, 3).sum());
        p(Arrays.asList(3, 1, 2).stream().sorted(Collections.reverseOrder()).toList());
        UnaryOperator<String> u = String::trim;
        p(u.andThen(String::length).apply("  ab "));
        BiFunction<Integer, Integer, Integer> bf = Math::max;
        p(bf.andThen(i -> i * 2).apply(3, 4));
        Function<Integer, Function<Integer, Integer>> cur = q -> r -> q-r;
        p(cur.apply(10).apply(3));
        Predicate<String> e = String::isEmpty;
        p(e.negate().or(e).test("") + " " + Predicate.not(e).test("") + " " + Predicate.isEqual("a").test("a"));
        BinaryOperator<Integer> mn = BinaryOperator.minBy(Comparator.naturalOrder());
        p(mn.apply(2, 1));
        IntBinaryOperator io = (q, r) -> q * r;
        p(io.applyAsInt(6, 7));
        IntUnaryOperator iu = q -> q + 1;
        p(iu.compose(q -> q * 2).applyAsInt(5) + " " + iu.andThen(q -> q * 2).applyAsInt(5));
        ToIntFunction<String> tf = String::length;
        p(tf.applyAsInt("four"));
        Supplier<Supplier<String>> ss = () -> () -> "deep";
        p(ss.get().get());
    }
}
