/** compose, andThen, negate, identity and their relatives. */
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;

public class FunctionComposition {
    public static void main(String[] args) {
        Function<Integer, Integer> plusOne = x -> x + 1;
        Function<Integer, Integer> timesTen = x -> x * 10;
        System.out.println(plusOne.andThen(timesTen).apply(4) + " " + plusOne.compose(timesTen).apply(4) + " "
                + Function.<Integer>identity().andThen(plusOne).apply(9));
        Predicate<String> empty = String::isEmpty;
        Predicate<String> shortOne = s -> s.length() < 4;
        System.out.println(empty.negate().and(shortOne).test("abc") + " " + empty.or(shortOne).test("long text") + " "
                + Predicate.not(empty).test("") + " " + Predicate.isEqual("x").test("x") + " " + Predicate.isEqual(null).test("x"));
        IntPredicate even = n -> n % 2 == 0;
        IntPredicate big = n -> n > 10;
        int count = 0;
        for (int i = 0; i < 30; i++) {
            count += even.and(big.negate()).or(n -> n == 21).test(i) ? 1 : 0;
        }
        System.out.println(count);
        StringBuilder log = new StringBuilder();
        Consumer<String> first = s -> log.append('1').append(s);
        Consumer<String> both = first.andThen(s -> log.append('2').append(s));
        both.andThen(both).accept("x");
        BiConsumer<String, Integer> pairs = (s, n) -> log.append(s).append(n);
        pairs.andThen((s, n) -> log.append(n).append(s)).accept("p", 7);
        ObjIntConsumer<StringBuilder> repeat = (b, n) -> b.append("r".repeat(n));
        repeat.accept(log, 3);
        System.out.println(log);
        IntUnaryOperator square = n -> n * n;
        System.out.println(square.andThen(n -> -n).compose(n -> n + 1).applyAsInt(3) + " " + IntUnaryOperator.identity().applyAsInt(5));
        DoubleUnaryOperator half = d -> d / 2;
        DoubleUnaryOperator chain = DoubleUnaryOperator.identity();
        for (int i = 0; i < 10; i++) {
            chain = chain.andThen(half).andThen(d -> d + 1);
        }
        System.out.println(chain.applyAsDouble(1000));
        BiFunction<Integer, Integer, Integer> add = Integer::sum;
        System.out.println(add.andThen(n -> "sum " + n).apply(3, 4));
        BinaryOperator<String> longer = BinaryOperator.maxBy((a, b) -> a.length() - b.length());
        System.out.println(longer.apply("aa", "bbb") + " " + BinaryOperator.<Integer>minBy(Integer::compare).apply(3, 2));
        UnaryOperator<String> upper = String::toUpperCase;
        System.out.println(upper.apply("up") + UnaryOperator.<String>identity().apply("same"));
        LongFunction<String> hex = Long::toHexString;
        ToDoubleBiFunction<Integer, Long> divide = (a, b) -> (double) a / b;
        System.out.println(hex.apply(255) + " " + divide.applyAsDouble(1, 8L));
        try {
            plusOne.andThen(null);
        } catch (NullPointerException e) {
            System.out.println("null is refused");
        }
    }
}
