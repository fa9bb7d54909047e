/** Streams out of texts: lines, chars, matches, pieces, readers. */
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class TextStreams {
    public static void main(String[] args) {
        String text = "the quick brown fox\njumps over\r\nthe lazy dog\n";
        System.out.println(text.lines().map(String::length).toList() + " " + "".lines().count() + " " + "\n\n".lines().count());
        System.out.println(new BufferedReader(new StringReader(text)).lines().filter(l -> l.contains("o")).count());
        Map<String, Long> counts = Arrays.stream(text.split("\\s+")).collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting()));
        System.out.println(counts);
        System.out.println(Pattern.compile("[aeiou]").matcher(text).results().map(MatchResult::group).collect(Collectors.joining()));
        System.out.println(Pattern.compile("o").matcher(text).results().map(MatchResult::start).toList());
        System.out.println(Pattern.compile(",").splitAsStream("a,b,,c,,").toList());
        System.out.println(Stream.of("x1", "y", "z22").filter(Pattern.compile("\\d").asPredicate()).toList()
                + " " + Stream.of("12", "1a").filter(Pattern.compile("\\d+").asMatchPredicate()).toList());
        System.out.println(Pattern.compile("o").matcher(text).replaceFirst(m -> "<" + m.group().toUpperCase() + ">").lines().findFirst().get());
        System.out.println((Object) "mississippi".chars().mapToObj(c -> (char) c).collect(Collectors.groupingBy(c -> c, TreeMap::new, Collectors.counting())));
        System.out.println("mississippi".chars().distinct().mapToObj(Character::toString).collect(Collectors.joining()));
        System.out.println(new StringBuilder("stressed").reverse().chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.toList()));
        List<String> sorted = text.lines().sorted().toList();
        sorted.forEach(System.out::println);
        System.out.println("ab\tc".chars().allMatch(Character::isLetter) + " " + "a b".strip().lines().map(String::strip).collect(Collectors.joining("/")));
        System.out.println("one two".transform(s -> s.split(" ").length) + " " + "x".repeat(3).chars().sum());
    }
}
