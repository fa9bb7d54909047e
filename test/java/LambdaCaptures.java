/** Lambdas that capture every kind of value, and method references of every kind. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

public class LambdaCaptures {
    private final String name;

    LambdaCaptures(String name) {
        this.name = name;
    }

    String greet(String other) {
        return name + " greets " + other;
    }

    static String twice(String s) {
        return s + s;
    }

    interface Quad<A, B, C, D, R> {
        R apply(A a, B b, C c, D d);
    }

    static class Parent {
        String id() {
            return "parent";
        }
    }

    static class Child extends Parent {
        @Override
        String id() {
            return "child";
        }

        Supplier<String> both() {
            Supplier<String> up = super::id;
            Supplier<String> here = this::id;
            return () -> up.get() + here.get();
        }
    }

    private static String sum(int... numbers) {
        return Arrays.stream(numbers).sum() + "";
    }

    private Supplier<String> own() {
        return () -> this.name + name.length();
    }

    public static void main(String[] args) {
        boolean z = true;
        byte b = 1;
        short s = 2;
        char c = 'c';
        int i = 3;
        long l = 4L;
        float f = 5.5f;
        double d = 6.25;
        String text = "t";
        int[] array = {7};
        Supplier<String> all = () -> "" + z + b + s + c + i + l + f + d + text + array[0];
        array[0]++;
        LongSupplier longs = () -> l + i;
        DoubleSupplier doubles = () -> d * f;
        System.out.println(all.get() + " " + longs.getAsLong() + " " + doubles.getAsDouble());
        Function<String, String> stat = LambdaCaptures::twice;
        Function<String, LambdaCaptures> make = LambdaCaptures::new;
        BiFunction<LambdaCaptures, String, String> unbound = LambdaCaptures::greet;
        LambdaCaptures joe = make.apply("joe");
        Function<String, String> bound = joe::greet;
        IntFunction<int[]> arrays = int[]::new;
        IntFunction<List<String>[]> generic = List[]::new;
        Supplier<List<String>> lists = ArrayList::new;
        System.out.println(stat.apply("ab") + " " + unbound.apply(joe, "ann") + " " + bound.apply("bob") + " " + arrays.apply(3).length + generic.apply(2).length + lists.get() + " " + joe.own().get());
        System.out.println(new Child().both().get());
        ToIntFunction<String> length = String::length;
        Function<Object, String> object = Object::toString;
        Function<Integer, Integer> boxing = Math::abs;
        BinaryOperator<Integer> max = Integer::max;
        UnaryOperator<String> upper = String::toUpperCase;
        Function<int[], String> varargs = LambdaCaptures::sum;
        Function<Integer, String> spread = LambdaCaptures::sum;
        Consumer<String> ignored = String::length;
        ignored.accept("x");
        System.out.println(length.applyAsInt("four") + object.apply(5) + boxing.apply(-8) + max.apply(3, 9) + upper.apply("up") + varargs.apply(new int[] {1, 2}) + spread.apply(9));
        Quad<Integer, Long, Double, String, String> quad = (w, x, y, t) -> w + ":" + x + ":" + y + ":" + t;
        System.out.println(quad.apply(1, 2L, 3.0, "four"));
        Function<Integer, Function<Integer, Function<Integer, Integer>>> curried = x -> y -> w -> x * 100 + y * 10 + w;
        System.out.println(curried.apply(1).apply(2).apply(3));
        List<Supplier<Integer>> suppliers = new ArrayList<>();
        for (int n : new int[] {1, 2, 3}) {
            suppliers.add(() -> n * n);
        }
        int total = 0;
        for (Supplier<Integer> supplier : suppliers) {
            total += supplier.get();
        }
        IntPredicate even = n -> n % 2 == 0;
        System.out.println(total + " " + even.and(n -> n > 2).test(4) + even.or(n -> n == 3).test(3) + even.negate().test(4));
        Runnable[] self = new Runnable[1];
        int[] depth = {0};
        self[0] = () -> {
            if (++depth[0] < 50) {
                self[0].run();
            }
        };
        self[0].run();
        Object lambda = (Supplier<String>) () -> "cast";
        System.out.println(depth[0] + " " + ((Supplier<?>) lambda).get() + " " + (lambda instanceof Runnable));
        try {
            String none = null;
            Supplier<Integer> broken = none::length;
            broken.get();
        } catch (NullPointerException e) {
            System.out.println("null receiver");
        }
    }
}
