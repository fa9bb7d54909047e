/** Lambdas without and with captured variables, stored, passed on and called. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;

public class Lambdas {
    int field = 10;
    static int total;

    Runnable adder(int amount) {
        return () -> {
            field += amount;
            total += field;
        };
    }

    static <T> List<T> filter(List<T> items, Predicate<? super T> wanted) {
        List<T> result = new ArrayList<>();
        for (T item : items) {
            if (wanted.test(item)) {
                result.add(item);
            }
        }
        return result;
    }

    static <A, B> List<B> map(List<A> items, Function<? super A, ? extends B> f) {
        List<B> result = new ArrayList<>();
        items.forEach(item -> result.add(f.apply(item)));
        return result;
    }

    static <T> T fold(List<T> items, T start, BiFunction<T, T, T> f) {
        T result = start;
        for (T item : items) {
            result = f.apply(result, item);
        }
        return result;
    }

    static Supplier<Integer> counter() {
        int[] n = {0};
        return () -> ++n[0];
    }

    static Supplier<String> wide(byte b, short s, char c, int i, long l, float f, double d, boolean z, String t, int[] a) {
        return () -> "" + b + s + c + i + l + f + d + z + t + a.length;
    }

    public static void main(String[] args) {
        Lambdas lambdas = new Lambdas();
        Runnable five = lambdas.adder(5);
        five.run();
        five.run();
        lambdas.adder(100).run();
        System.out.println(lambdas.field + " " + total);
        List<Integer> numbers = Arrays.asList(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        System.out.println(map(filter(numbers, n -> n % 3 == 1), n -> "n" + n) + " " + fold(numbers, 0, (a, b) -> a * 2 + b));
        Supplier<Integer> a = counter();
        Supplier<Integer> b = counter();
        System.out.println(a.get() + a.get() + a.get() + " " + b.get());
        System.out.println(wide((byte) -1, (short) 2, 'c', 4, 5L, 6.5f, 7.5, true, "t", new int[3]).get());
        List<Supplier<Integer>> suppliers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int square = i * i;
            suppliers.add(() -> square);
        }
        int sum = 0;
        for (Supplier<Integer> supplier : suppliers) {
            sum = sum * 20 + supplier.get();
        }
        System.out.println(sum);
        IntBinaryOperator gcd = (x, y) -> {
            while (y != 0) {
                int t = x % y;
                x = y;
                y = t;
            }
            return x;
        };
        System.out.println(gcd.applyAsInt(1071, 462));
        Function<Integer, Function<Integer, Function<Integer, Integer>>> curried = x -> y -> z -> x * 100 + y * 10 + z;
        System.out.println(curried.apply(1).apply(2).apply(3));
        Runnable nothing = () -> { };
        nothing.run();
        Consumer<Object> failing = o -> {
            throw new IllegalStateException("lambda got " + o);
        };
        try {
            failing.accept("this");
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        int calls = 0;
        Supplier<Integer> same = null;
        for (int i = 0; i < 2; i++) {
            Supplier<Integer> stateless = () -> 42;
            calls += stateless.get();
            same = stateless;
        }
        System.out.println(calls + " " + same.get() + " " + (five instanceof Runnable) + " " + five.equals(five));
    }
}
