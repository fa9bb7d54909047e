/** A small regular expression matcher, by backtracking over closures. */
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

public class PatternMatcher {
    interface Matcher {
        boolean match(String text, int at, IntPredicate rest);
    }

    private final String pattern;
    private int at;

    PatternMatcher(String pattern) {
        this.pattern = pattern;
    }

    static boolean matches(String pattern, String text) {
        PatternMatcher compiler = new PatternMatcher(pattern);
        Matcher whole = compiler.alternatives();
        return whole.match(text, 0, end -> end == text.length());
    }

    private Matcher alternatives() {
        Matcher first = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            Matcher left = first;
            Matcher right = sequence();
            first = (text, i, rest) -> left.match(text, i, rest) || right.match(text, i, rest);
        }
        return first;
    }

    private Matcher sequence() {
        List<Matcher> parts = new ArrayList<>();
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            parts.add(repeated());
        }
        Matcher result = (text, i, rest) -> rest.test(i);
        for (int i = parts.size() - 1; i >= 0; i--) {
            Matcher head = parts.get(i);
            Matcher tail = result;
            result = (text, from, rest) -> head.match(text, from, next -> tail.match(text, next, rest));
        }
        return result;
    }

    private Matcher repeated() {
        Matcher one = atom();
        char c = at < pattern.length() ? pattern.charAt(at) : 0;
        switch (c) {
            case '*':
                at++;
                return star(one);
            case '+':
                at++;
                Matcher more = star(one);
                return (text, i, rest) -> one.match(text, i, next -> more.match(text, next, rest));
            case '?':
                at++;
                return (text, i, rest) -> one.match(text, i, rest) || rest.test(i);
            default:
                return one;
        }
    }

    private static Matcher star(Matcher one) {
        return new Matcher() {
            @Override
            public boolean match(String text, int i, IntPredicate rest) {
                return one.match(text, i, next -> next > i && match(text, next, rest)) || rest.test(i);
            }
        };
    }

    private Matcher atom() {
        char c = pattern.charAt(at++);
        if (c == '(') {
            Matcher group = alternatives();
            at++;
            return group;
        }
        if (c == '.') {
            return (text, i, rest) -> i < text.length() && rest.test(i + 1);
        }
        if (c == '[') {
            int end = pattern.indexOf(']', at);
            String set = pattern.substring(at, end);
            at = end + 1;
            return (text, i, rest) -> i < text.length() && set.indexOf(text.charAt(i)) >= 0 && rest.test(i + 1);
        }
        return (text, i, rest) -> i < text.length() && text.charAt(i) == c && rest.test(i + 1);
    }

    public static void main(String[] args) {
        String[][] cases = {{"abc", "abc"}, {"a*b", "aaab"}, {"a*b", "aaac"}, {"(ab|cd)+", "abcdab"}, {"(ab|cd)+", "abc"}, {"x?y", "y"},
            {".*end", "to the end"}, {"[0123456789]+(.[0123456789]+)?", "3.14"}, {"(a|b)*abb", "babaabb"}, {"", ""}, {"(a*)*", "aaa"},
            {"h(e|a)llo|bye", "bye"}};
        for (String[] c : cases) {
            System.out.println(c[0] + " ~ " + c[1] + " " + matches(c[0], c[1]));
        }
        int count = 0;
        for (int i = 0; i < 2000; i++) {
            count += matches("(0|1(01*0)*1)*", Integer.toBinaryString(i)) ? 1 : 0;
        }
        System.out.println(count + " multiples of three below 2000");
    }
}
