/** Default methods, diamonds, statics and privates of interfaces, functional ones with generic parents. */
import java.util.function.BiFunction;
import java.util.function.Supplier;

public class Interfaces {
    interface A {
        default String who() {
            return "A";
        }

        static String fixed() {
            return "A.fixed";
        }
    }

    interface B extends A {
        @Override
        default String who() {
            return "B" + A.super.who();
        }
    }

    interface C extends A {
        @Override
        default String who() {
            return "C";
        }
    }

    static class D implements B, C {
        @Override
        public String who() {
            return B.super.who() + C.super.who();
        }
    }

    static class Base {
        public String who() {
            return "Base";
        }
    }

    static class E extends Base implements B {}

    interface Logging {
        private String prefix() {
            return "[" + getClass().getSimpleName() + "] ";
        }

        private static String suffix() {
            return "!";
        }

        default String log(String text) {
            return prefix() + text + suffix();
        }
    }

    static class Logger implements Logging {}

    @FunctionalInterface
    interface Parser<T> {
        T parse(String text);

        default <R> Parser<R> then(java.util.function.Function<? super T, ? extends R> f) {
            return text -> f.apply(parse(text));
        }

        @Override
        boolean equals(Object o);
    }

    interface IntParser extends Parser<Integer> {
        @Override
        Integer parse(String text);
    }

    interface Constants {
        int ONE = compute("ONE", 1);
        int TWO = compute("TWO", 2);

        static int compute(String name, int value) {
            System.out.print("init " + name + " ");
            return value;
        }
    }

    static class UsesConstants implements Constants {
        int sum() {
            return ONE + TWO;
        }
    }

    abstract static class Shape {
        private final String text;

        Shape() {
            text = describe();
        }

        abstract String describe();

        @Override
        public String toString() {
            return text + "/" + describe();
        }
    }

    public static void main(String[] args) {
        System.out.println(new D().who() + " " + new E().who() + " " + A.fixed() + " " + new A() {}.who() + " " + new C() {}.who());
        System.out.println(new Logger().log("hi"));
        IntParser parser = Integer::valueOf;
        System.out.println(parser.then(x -> x * 2).then(x -> "r" + x).parse("21"));
        System.out.println("before");
        System.out.println(new UsesConstants().sum());
        Shape shape = new Shape() {
            private final String name = new String("late");

            @Override
            String describe() {
                return name;
            }
        };
        System.out.println(shape);
        Supplier<Supplier<String>> nested = () -> () -> "deep";
        BiFunction<Integer, Integer, Integer> max = Math::max;
        Runnable r = () -> System.out.println(nested.get().get() + max.andThen(x -> -x).apply(3, 9));
        r.run();
        Object o = (Runnable & java.io.Serializable) () -> { };
        System.out.println((o instanceof java.io.Serializable) + " " + (o instanceof Runnable));
        class Local implements A {
            @Override
            public String who() {
                return "Local" + B.class.getSimpleName();
            }
        }
        System.out.println(new Local().who());
    }
}
