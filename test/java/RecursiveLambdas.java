/** Lambdas that call themselves, memoise, make lambdas, and the Y combinator. */
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

public class RecursiveLambdas {
    interface Self<A, B> extends Function<Self<A, B>, Function<A, B>> { }

    static <A, B> Function<A, B> y(UnaryOperator<Function<A, B>> step) {
        Self<A, B> self = f -> step.apply(a -> f.apply(f).apply(a));
        return self.apply(self);
    }

    static <A, B> Function<A, B> memo(Function<A, B> f) {
        Map<A, B> known = new HashMap<>();
        return a -> {
            B b = known.get(a);
            if (b == null) {
                b = f.apply(a);
                known.put(a, b);
            }
            return b;
        };
    }

    static IntUnaryOperator factorial;
    static Function<Integer, Long> fibonacci;

    interface Lazy<T> extends Supplier<T> {
        default <R> Lazy<R> map(Function<T, R> f) {
            return () -> f.apply(get());
        }
    }

    record Stream(int head, Supplier<Stream> tail) {
        static Stream from(int n) {
            return new Stream(n, () -> from(n + 1));
        }

        Stream without(int divisor) {
            Stream s = this;
            while (s.head % divisor == 0) {
                s = s.tail.get();
            }
            Stream kept = s;
            return new Stream(kept.head, () -> kept.tail.get().without(divisor));
        }

        Stream primes() {
            return new Stream(head, () -> tail.get().without(head).primes());
        }
    }

    public static void main(String[] args) {
        factorial = n -> n < 2 ? 1 : n * factorial.applyAsInt(n - 1);
        System.out.println(factorial.applyAsInt(12));
        fibonacci = memo(n -> n < 2 ? (long) n : fibonacci.apply(n - 1) + fibonacci.apply(n - 2));
        System.out.println(fibonacci.apply(80));
        System.out.println(RecursiveLambdas.<Integer, Integer>y(f -> n -> n == 0 ? 0 : n + f.apply(n - 1)).apply(100));
        IntFunction<UnaryOperator<Integer>> power = n -> {
            UnaryOperator<Integer> result = x -> 1;
            for (int i = 0; i < n; i++) {
                UnaryOperator<Integer> before = result;
                result = x -> x * before.apply(x);
            }
            return result;
        };
        System.out.println(power.apply(5).apply(3) + " " + power.apply(0).apply(3) + " " + power.apply(10).apply(2));
        int[] evaluated = {0};
        Lazy<Integer> lazy = () -> ++evaluated[0];
        Lazy<String> text = lazy.map(n -> n * 10).map(n -> "value " + n);
        System.out.println(evaluated[0] + " " + text.get() + " " + text.get());
        Stream primes = Stream.from(2).primes();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            line.append(primes.head()).append(' ');
            primes = primes.tail().get();
        }
        System.out.println(line);
    }
}
