/** What streams refuse: second use, bad arguments, nulls, changes under way; and closing them. */
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public class StreamMisuse {
    private static void attempt(String what, Runnable action) {
        try {
            action.run();
            System.out.println(what + ": fine");
        } catch (RuntimeException e) {
            System.out.println(what + ": " + e.getClass().getName() + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        Stream<Integer> once = Stream.of(1, 2);
        System.out.println(once.count());
        attempt("again", once::count);
        Stream<Integer> branched = Stream.of(1, 2);
        Stream<Integer> mapped = branched.map(x -> x + 1);
        attempt("two branches", () -> branched.filter(x -> true));
        attempt("the branch", () -> System.out.println(mapped.toList()));
        attempt("closed", () -> {
            Stream<Integer> closed = Stream.of(1);
            closed.close();
            closed.forEach(System.out::println);
        });
        attempt("limit", () -> Stream.of(1).limit(-1));
        attempt("skip", () -> IntStream.of(1).skip(-2));
        attempt("null mapper", () -> Stream.of(1).map(null));
        attempt("null in findFirst", () -> Stream.of((Object) null).findFirst());
        attempt("null in max", () -> Stream.of((Integer) null).max((a, b) -> 0));
        attempt("not comparable", () -> Stream.of(new Object(), new Object()).sorted().count());
        attempt("array of the wrong kind", () -> Stream.of("a", "b").toArray(Integer[]::new));
        attempt("get of none", () -> System.out.println(Stream.empty().findAny().get()));
        attempt("orElseThrow", () -> Optional.empty().orElseThrow(() -> new NoSuchElementException("mine")));
        attempt("builder used up", () -> {
            Stream.Builder<String> builder = Stream.builder();
            builder.add("x").build();
            builder.add("y");
        });
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4));
        try {
            list.stream().forEach(x -> {
                if (x == 2) {
                    list.add(9);
                }
            });
            System.out.println("not noticed");
        } catch (ConcurrentModificationException e) {
            System.out.println("changed under way " + list);
        }
        attempt("iterator at its end", () -> Stream.empty().iterator().next());
        attempt("toList", () -> Stream.of(1).toList().set(0, 2));
        try (Stream<String> closing = Stream.of("x").onClose(() -> System.out.println("first")).map(s -> s).onClose(() -> System.out.println("second"))) {
            System.out.println(closing.count());
        }
        try (Stream<String> failing = Stream.of("x").onClose(() -> {
            throw new IllegalStateException("one");
        }).onClose(() -> {
            throw new IllegalArgumentException("two");
        })) {
            System.out.println(failing.count());
        } catch (IllegalStateException e) {
            System.out.println(e + " " + e.getSuppressed()[0]);
        }
        Stream.of(1, 2).flatMap(x -> Stream.of(x, -x).onClose(() -> System.out.println("inner closed " + x))).forEach(System.out::println);
        attempt("thrown inside", () -> Stream.of(1, 0).map(x -> 10 / x).forEach(System.out::println));
    }
}
