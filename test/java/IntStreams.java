/** Streams of int. */
import java.util.Arrays;
import java.util.BitSet;
import java.util.IntSummaryStatistics;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class IntStreams {
    public static void main(String[] args) {
        System.out.println(IntStream.range(0, 5).boxed().toList() + " " + IntStream.rangeClosed(1, 5).sum());
        System.out.println(IntStream.range(5, 0).count() + " " + IntStream.rangeClosed(Integer.MAX_VALUE - 1, Integer.MAX_VALUE).count());
        System.out.println(Arrays.toString(IntStream.of(5, 3, 9, 3).sorted().distinct().toArray()));
        System.out.println(IntStream.of(5, 3, 9).min() + " " + IntStream.of(5, 3, 9).max() + " " + IntStream.empty().max());
        System.out.println(IntStream.rangeClosed(1, 10).average() + " " + IntStream.empty().average());
        System.out.println(IntStream.rangeClosed(1, 10).summaryStatistics());
        System.out.println(IntStream.empty().summaryStatistics());
        System.out.println(IntStream.rangeClosed(1, 6).reduce(1, (a, b) -> a * b) + " " + IntStream.of(7).reduce(Integer::sum));
        System.out.println(IntStream.rangeClosed(2, 50).filter(n -> IntStream.range(2, n).noneMatch(d -> n % d == 0)).boxed().collect(Collectors.toList()));
        System.out.println(IntStream.iterate(1, x -> x * 2).limit(10).sum() + " " + IntStream.iterate(10, x -> x > 0, x -> x - 3).boxed().toList());
        System.out.println(IntStream.range(0, 4).mapToObj(i -> "n" + i).collect(Collectors.joining("|")));
        System.out.println(IntStream.range(0, 4).asLongStream().map(x -> x << 33).sum() + " " + IntStream.of(1, 2).asDoubleStream().sum());
        System.out.println(IntStream.range(0, 4).mapToLong(x -> x * 3000000000L).boxed().toList() + " " + IntStream.of(1, 4).mapToDouble(Math::sqrt).boxed().toList());
        System.out.println(IntStream.range(1, 4).flatMap(n -> IntStream.range(0, n)).boxed().toList());
        System.out.println(IntStream.range(1, 4).mapMulti((n, sink) -> {
            for (int i = 0; i < n; i++) {
                sink.accept(n);
            }
        }).boxed().toList());
        System.out.println(IntStream.concat(IntStream.of(1), IntStream.range(7, 9)).boxed().toList());
        System.out.println(IntStream.range(0, 100).skip(10).limit(3).boxed().toList() + " " + IntStream.range(0, 100).takeWhile(x -> x * x < 30).max().getAsInt()
                + " " + IntStream.range(0, 10).dropWhile(x -> x < 8).boxed().toList());
        System.out.println(IntStream.range(0, 9).anyMatch(x -> x == 8) + " " + IntStream.range(0, 9).allMatch(x -> x < 8) + " " + IntStream.empty().noneMatch(x -> true));
        System.out.println(IntStream.range(3, 9).findFirst() + " " + IntStream.range(3, 9).filter(x -> x > 20).findAny());
        System.out.println((Object) IntStream.range(0, 5).collect(StringBuilder::new, StringBuilder::append, StringBuilder::append).toString());
        PrimitiveIterator.OfInt it = IntStream.of(4, 5, 6).iterator();
        int sum = it.nextInt();
        while (it.hasNext()) {
            sum = sum * 10 + it.next();
        }
        System.out.println(sum);
        System.out.println("hello".chars().filter(c -> c == 'l').count() + " " + "a\uD83D\uDE00b".codePoints().boxed().toList());
        System.out.println(new StringBuilder("xyz").chars().sum());
        BitSet bits = new BitSet();
        bits.set(3);
        bits.set(64, 67);
        System.out.println(bits.stream().boxed().toList());
        System.out.println(new Random(42).ints(5).boxed().toList());
        System.out.println(new Random(42).ints(8, 10, 20).boxed().toList() + " " + new Random(42).ints(-5, 5).limit(6).boxed().toList());
        System.out.println(IntStream.builder().add(2).add(1).build().sorted().boxed().toList());
        System.out.println(Arrays.stream(new int[] {1, 2, 3, 4}, 1, 3).sum());
        System.out.println(IntStream.generate(new java.util.function.IntSupplier() {
            private int a = 0;
            private int b = 1;

            @Override
            public int getAsInt() {
                int c = a;
                a = b;
                b += c;
                return c;
            }
        }).limit(15).boxed().toList());
        IntSummaryStatistics one = IntStream.of(1, 2).summaryStatistics();
        one.combine(IntStream.of(30).summaryStatistics());
        System.out.println(one.getMin() + " " + one.getMax() + " " + one.getSum() + " " + one.getCount() + " " + one.getAverage());
        IntPredicate even = x -> x % 2 == 0;
        System.out.println(IntStream.range(0, 10).filter(even.negate().and(x -> x > 3)).boxed().toList());
        OptionalInt none = OptionalInt.empty();
        System.out.println(none.orElse(3) + " " + none.stream().count() + " " + OptionalInt.of(2).stream().sum());
        System.out.println(IntStream.range(0, 1000).map(x -> x * x).filter(x -> x % 7 == 2).skip(5).limit(4).boxed().toList());
    }
}
