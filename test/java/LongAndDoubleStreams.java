/** Streams of long and double: sums to the last bit, extremes, not-a-numbers. */
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

public class LongAndDoubleStreams {
    public static void main(String[] args) {
        System.out.println(LongStream.rangeClosed(1, 20).reduce(1, (a, b) -> a * b));
        System.out.println(LongStream.of(5, -3, 1L << 40).sorted().boxed().toList() + " " + LongStream.of(4, 4, 2).distinct().sum());
        System.out.println(LongStream.range(0, 10).summaryStatistics() + " " + LongStream.empty().min());
        System.out.println(LongStream.iterate(1, x -> x * 7).limit(12).max().getAsLong());
        System.out.println(LongStream.of(1, 2, 3).mapToInt(x -> (int) x * 2).sum() + " " + LongStream.of(1, 2).mapToDouble(x -> x / 2.0).boxed().toList());
        System.out.println(LongStream.of(1, 2).mapToObj(Long::toBinaryString).collect(Collectors.toList()) + " " + LongStream.of(1, 2).asDoubleStream().average());
        System.out.println(LongStream.concat(LongStream.of(9), LongStream.rangeClosed(1, 2)).boxed().toList());
        System.out.println(LongStream.rangeClosed(3, 7).average().getAsDouble() + " " + LongStream.range(0, 5).anyMatch(x -> x == 4));
        double[] tenths = new double[10];
        Arrays.fill(tenths, 0.1);
        System.out.println(Arrays.stream(tenths).sum() + " " + DoubleStream.of(1e100, 1, -1e100, 1).sum());
        System.out.println(DoubleStream.of(Double.MAX_VALUE, Double.MAX_VALUE).sum() + " " + DoubleStream.of(Double.POSITIVE_INFINITY, 1).sum()
                + " " + DoubleStream.of(Double.NaN, 1).sum() + " " + DoubleStream.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY).sum());
        System.out.println(DoubleStream.of(3, Double.NaN, 1).min() + " " + DoubleStream.of(0.0, -0.0).min() + " " + DoubleStream.of(-0.0, 0.0).max());
        System.out.println(DoubleStream.of(2, 4, 9).average() + " " + DoubleStream.empty().average() + " " + DoubleStream.of(2, 4, 9).summaryStatistics());
        System.out.println(DoubleStream.iterate(1, x -> x / 3).limit(5).boxed().toList());
        System.out.println(DoubleStream.of(1.5, 2.5).mapToInt(x -> (int) x).sum() + " " + DoubleStream.of(1e10).mapToLong(x -> (long) x).sum()
                + " " + DoubleStream.of(1.5).mapToObj(Double::toString).toList());
        System.out.println(DoubleStream.of(3, 1, 2).sorted().map(Math::exp).boxed().toList());
        Random random = new Random(7);
        double[] values = random.doubles(1000).toArray();
        System.out.println(Arrays.stream(values).sum() + " " + Arrays.stream(values).average().getAsDouble() + " " + Arrays.stream(values).reduce(0, Double::sum));
        System.out.println(new Random(7).doubles(3, -1, 1).boxed().toList() + " " + new Random(7).longs(3).boxed().toList() + " " + new Random(7).longs(4, 0, 1000).boxed().toList());
        DoubleSummaryStatistics all = IntStream.range(0, 50).mapToDouble(x -> x * 0.1).summaryStatistics();
        all.combine(DoubleStream.of(1e-9, 1e9).summaryStatistics());
        System.out.println(all.getSum() + " " + all.getAverage() + " " + all);
        System.out.println(Arrays.stream(values).boxed().collect(Collectors.summingDouble(x -> x)) + " " + Arrays.stream(values).boxed().collect(Collectors.averagingDouble(x -> x * 3)));
        System.out.println(DoubleStream.of(1, 2, 3).takeWhile(x -> x < 3).boxed().toList() + " " + DoubleStream.of(1, 2, 3).skip(1).findFirst()
                + " " + DoubleStream.of(1, 2, 3).dropWhile(x -> x < 3).count() + " " + DoubleStream.of(1, 2, 3).noneMatch(x -> x > 3));
        System.out.println(DoubleStream.of(2, 3).flatMap(x -> DoubleStream.of(x, x * x)).boxed().toList() + " " + LongStream.of(2, 3).flatMap(x -> LongStream.range(0, x)).sum());
    }
}
