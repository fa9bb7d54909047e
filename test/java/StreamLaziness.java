/** In which order the stages of a pipeline see the elements, and what they never see. */
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public class StreamLaziness {
    private static <T> T say(String stage, T value) {
        System.out.print(stage + value + " ");
        return value;
    }

    private static void line(Object result) {
        System.out.println("=> " + result);
    }

    public static void main(String[] args) {
        Stream<Integer> lazy = Stream.of(1, 2, 3).map(x -> say("never", x));
        System.out.println("nothing yet");
        line(Stream.of(1, 2, 3, 4).map(x -> say("m", x)).filter(x -> say("f", x) % 2 == 0).map(x -> say("n", x)).toList());
        line(Stream.of(1, 2, 3, 4).peek(x -> say("p", x)).anyMatch(x -> x == 2));
        line(Stream.of(3, 1, 2).peek(x -> say("a", x)).sorted().peek(x -> say("b", x)).findFirst());
        line(Stream.of(3, 1, 2).peek(x -> say("a", x)).sorted().peek(x -> say("b", x)).limit(2).toList());
        line(Stream.of(3, 1, 2).sorted().peek(x -> say("a", x)).sorted().peek(x -> say("b", x)).toList());
        line(Stream.iterate(1, x -> say("i", x + 1)).peek(x -> say("p", x)).limit(3).toList());
        line(Stream.iterate(1, x -> x < 4, x -> say("i", x + 1)).toList());
        line(Stream.of(1, 2, 3, 4, 5).peek(x -> say("p", x)).skip(1).peek(x -> say("q", x)).limit(2).toList());
        line(Stream.of(1, 2, 3, 4, 5).peek(x -> say("p", x)).takeWhile(x -> x < 3).toList());
        line(Stream.of(1, 2, 3, 4, 1).peek(x -> say("p", x)).dropWhile(x -> x < 3).toList());
        line(Stream.of(2, 3).flatMap(n -> Stream.of(1, 2, 3).map(x -> say("in", n * x))).peek(x -> say("out", x)).toList());
        line(Stream.of(2, 3).flatMap(n -> Stream.of(1, 2, 3).map(x -> say("in", n * x))).findFirst());
        line(Stream.of(1, 1, 2).peek(x -> say("p", x)).distinct().peek(x -> say("d", x)).toList());
        line(List.of(1, 2, 3).stream().peek(x -> say("counted", x)).map(x -> x + 1).count());
        line(List.of(1, 2, 3).stream().peek(x -> say("counted", x)).filter(x -> x > 1).count());
        line(IntStream.range(0, 5).peek(x -> say("p", x)).sorted().peek(x -> say("q", x)).sum());
        line(IntStream.of(4, 2).peek(x -> say("p", x)).sorted().peek(x -> say("q", x)).sum());
        line(IntStream.range(0, 5).peek(x -> say("p", x)).count());
        line(Stream.of(1, 2, 3, 4).limit(0).peek(x -> say("p", x)).toList());
        line(Stream.concat(Stream.of(1, 2).peek(x -> say("l", x)), Stream.of(3).peek(x -> say("r", x))).map(x -> say("m", x)).toList());
        List<Integer> late = new ArrayList<>(List.of(1, 2));
        Stream<Integer> bound = late.stream().map(x -> x * 10);
        late.add(3);
        line(bound.toList());
        var it = Stream.of(1, 2, 3).map(x -> say("m", x)).iterator();
        System.out.print("[" + it.next() + "]");
        System.out.print("[" + it.hasNext() + "]");
        line(it.next());
        line(Set.of(7).stream().map(x -> say("s", x)).allMatch(x -> x > 0));
        lazy.close();
    }
}
