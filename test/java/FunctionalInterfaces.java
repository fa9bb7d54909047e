/** Own generic functional interfaces, lambdas for them with bridges, defaults and exceptions. */
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

public class FunctionalInterfaces {
    @FunctionalInterface
    interface Parser<T> {
        Result<T> parse(String text, int at);

        default <R> Parser<R> map(Function<T, R> f) {
            return (text, at) -> {
                Result<T> r = parse(text, at);
                return r == null ? null : new Result<>(f.apply(r.value()), r.next());
            };
        }

        default Parser<T> or(Parser<T> other) {
            return (text, at) -> {
                Result<T> r = parse(text, at);
                return r != null ? r : other.parse(text, at);
            };
        }

        default <U, R> Parser<R> then(Parser<U> next, Combine<T, U, R> combine) {
            return (text, at) -> {
                Result<T> a = parse(text, at);
                Result<U> b = a == null ? null : next.parse(text, a.next());
                return b == null ? null : new Result<>(combine.apply(a.value(), b.value()), b.next());
            };
        }

        default Parser<List<T>> many() {
            return (text, at) -> {
                List<T> items = new ArrayList<>();
                Result<T> r;
                while ((r = parse(text, at)) != null) {
                    items.add(r.value());
                    at = r.next();
                }
                return new Result<>(items, at);
            };
        }

        static Parser<Character> of(char c) {
            return (text, at) -> at < text.length() && text.charAt(at) == c ? new Result<>(c, at + 1) : null;
        }
    }

    interface Combine<A, B, R> {
        R apply(A a, B b);
    }

    record Result<T>(T value, int next) { }

    interface Throwing<E extends Exception> {
        void run() throws E;
    }

    interface StringMaker extends Function<Integer, String> {
        @Override
        String apply(Integer n);
    }

    interface IntToString extends Combine<Integer, Integer, String> { }

    static <E extends Exception> String attempt(Throwing<E> action) {
        try {
            action.run();
            return "fine";
        } catch (Exception e) {
            return e.getMessage();
        }
    }

    public static void main(String[] args) {
        Parser<Integer> digit = (text, at) -> at < text.length() && Character.isDigit(text.charAt(at))
                ? new Result<>(text.charAt(at) - '0', at + 1) : null;
        Parser<Integer> number = digit.many().map(ds -> {
            int n = 0;
            for (int d : ds) {
                n = n * 10 + d;
            }
            return n;
        });
        Parser<Integer> term = number.then(Parser.of('*').then(number, (s, n) -> n).many(), (first, rest) -> {
            int product = first;
            for (int n : rest) {
                product *= n;
            }
            return product;
        });
        Parser<Integer> sum = term.then(Parser.of('+').then(term, (s, n) -> n).or(Parser.of('-').then(term, (s, n) -> -n)).many(),
                (first, rest) -> {
                    int total = first;
                    for (int n : rest) {
                        total += n;
                    }
                    return total;
                });
        for (String text : new String[] {"1+2*3", "10*10-99", "7", "2*3*4+5*6-100"}) {
            System.out.println(text + " = " + sum.parse(text, 0));
        }
        System.out.println(attempt(() -> {
            throw new Exception("checked");
        }) + " " + attempt(() -> { }) + " " + attempt(() -> Integer.parseInt("x")));
        StringMaker maker = n -> "<" + n + ">";
        Function<Integer, String> plain = maker;
        IntToString joined = (a, b) -> a + "/" + b;
        Combine<Integer, Integer, String> general = joined;
        System.out.println(plain.apply(5) + maker.andThen(String::length).apply(1234) + general.apply(1, 2));
        Map<String, Combine<Double, Double, Double>> table = new TreeMap<>();
        table.put("plus", (a, b) -> a + b);
        table.put("power", Math::pow);
        table.put("max", Math::max);
        table.forEach((name, op) -> System.out.println(name + " " + op.apply(2.0, 0.5)));
    }
}
