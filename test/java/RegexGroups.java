/** Regular expressions: groups, looks, quantifiers, flags, replacing, splitting, errors. */
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

public class RegexGroups {
    private static void all(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        StringBuilder out = new StringBuilder(regex + " in " + text + ":");
        while (matcher.find()) {
            out.append(" ").append(matcher.start()).append('-').append(matcher.end()).append(matcher.group().isEmpty() ? "" : "=" + matcher.group());
            for (int i = 1; i <= matcher.groupCount(); i++) {
                out.append(i == 1 ? "(" : ",").append(matcher.group(i)).append(i == matcher.groupCount() ? ")" : "");
            }
        }
        System.out.println(out);
    }

    public static void main(String[] args) {
        all("(a)(b)?", "abaab");
        all("(\\w+)@(\\w+)\\.com", "joe@site.com ann@home.com x@y.org");
        all("a*", "baaac");
        all("a+?", "aaa");
        all("a{2,3}", "aaaaaaa");
        all("(?i)hello", "Hello HELLO");
        all("^\\w", "ab\ncd");
        all("(?m)^\\w", "ab\ncd");
        all("(?s)a.b", "a\nb");
        all("a.b", "a\nb axb");
        all("(?=\\d{3})\\d", "12345");
        all("(?!a)\\w", "banana");
        all("(?<=\\$)\\d+", "cost $42 or 17");
        all("(?<!\\$)\\b\\d+", "cost $42 or 17");
        all("(\\w)\\1", "hello book");
        all("(?:ab)+", "ababxab");
        all("[^aeiou\\s]+", "some words here");
        all("[a-c&&[^b]]", "abcabc");
        all("\\bcat\\b", "cat concat cat.");
        all("(?<year>\\d{4})-(?<month>\\d\\d)", "on 2024-05 and 1999-12");
        all("x*+x", "xxx");
        all("(?>a|ab)c", "abc ac");
        all("\\p{Upper}\\p{Lower}+", "Some Words HERE");
        all("\\Q.*\\E", "a.*b");
        all("[\\d.]+|\\s", "3.14 2");
        all("a|b|", "ab");
        all("(a|b)*c", "ababc");
        all("\\x41\\u0042\\t", "AB\t");
        all("(?x) a b # comment\n c", "abc");
        Matcher m = Pattern.compile("(?<k>\\w+)=(?<v>\\w+)").matcher("a=1,b=2");
        System.out.println(m.find() + " " + m.group("k") + m.group("v") + " " + m.start("v") + " " + m.lookingAt() + " " + m.matches() + " " + m.hitEnd());
        System.out.println("a=1,b=2".replaceAll("(\\w)=(\\w)", "$2=$1") + " " + "aaa".replaceFirst("a", "\\$") + " " + "x.y.z".replace(".", "-") + " " + m.replaceAll("${v}:${k}"));
        StringBuilder sb = new StringBuilder();
        Matcher numbers = Pattern.compile("\\d+").matcher("1 and 22 and 333");
        while (numbers.find()) {
            numbers.appendReplacement(sb, String.valueOf(Integer.parseInt(numbers.group()) * 2));
        }
        numbers.appendTail(sb);
        System.out.println(sb);
        System.out.println(Arrays.toString("a,b,,c,,".split(",")) + Arrays.toString("a,b,,c,,".split(",", -1)) + Arrays.toString("a,b,c".split(",", 2)) + Arrays.toString("boo:and:foo".split("o")) + Arrays.toString("".split(",")) + Arrays.toString(" a b ".split(" ")) + Arrays.toString("abc".split("")));
        System.out.println(Pattern.matches("[a-z]+\\d?", "abc1") + " " + "abc".matches("ab") + " " + Pattern.compile("A", Pattern.CASE_INSENSITIVE).matcher("a").matches() + " " + Pattern.quote("a.b") + " " + Pattern.compile("x", Pattern.MULTILINE | Pattern.DOTALL).flags());
        for (String bad : new String[] {"(", "[a", "a{2", "*a", "\\", "(?<n>a)(?<n>b)", "a{3,2}", "(?z)", "[z-a]", "\\k<x>", ")"}) {
            try {
                Pattern.compile(bad);
                System.out.println(bad + " compiles");
            } catch (PatternSyntaxException e) {
                System.out.println(bad + ": " + e.getDescription() + " " + e.getIndex() + " " + e.getPattern());
            }
        }
        try {
            m.reset();
            m.group();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        m.find();
        try {
            m.group(3);
        } catch (IndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        try {
            m.group("none");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        Matcher region = Pattern.compile("\\w+").matcher("abc def ghi").region(4, 7);
        System.out.println(region.matches() + " " + region.regionStart() + region.regionEnd() + " " + region.group());
    }
}
