package java.util.regex;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A compiled regular expression: a chain of nodes that a backtracking search walks. Without the flag CANON_EQ and
 * without the less common Unicode properties.
 */
public final class Pattern implements Serializable {
    public static final int UNIX_LINES = 0x01;
    public static final int CASE_INSENSITIVE = 0x02;
    public static final int COMMENTS = 0x04;
    public static final int MULTILINE = 0x08;
    public static final int LITERAL = 0x10;
    public static final int DOTALL = 0x20;
    public static final int UNICODE_CASE = 0x40;
    public static final int CANON_EQ = 0x80;
    public static final int UNICODE_CHARACTER_CLASS = 0x100;

    private static final String META = "\\^$.|?*+()[{";

    private final String pattern;
    private final int flags;
    final Node start;
    final int groupCount;
    final int loopCount;
    final Map<String, Integer> groupNames;

    private Pattern(String pattern, int flags) {
        this.pattern = pattern;
        this.flags = flags;
        PatternParser parser = new PatternParser(pattern, flags);
        start = parser.parse();
        groupCount = parser.groupCount();
        loopCount = parser.loopCount();
        groupNames = parser.groupNames();
    }

    public static Pattern compile(String regex) {
        return new Pattern(regex, 0);
    }

    public static Pattern compile(String regex, int flags) {
        return new Pattern(regex, flags);
    }

    public static boolean matches(String regex, CharSequence input) {
        return compile(regex).matcher(input).matches();
    }

    public static String quote(String text) {
        if (text.indexOf("\\E") < 0) {
            return "\\Q" + text + "\\E";
        }
        return "\\Q" + text.replace("\\E", "\\E\\\\E\\Q") + "\\E";
    }

    public String pattern() {
        return pattern;
    }

    @Override
    public String toString() {
        return pattern;
    }

    public int flags() {
        return flags;
    }

    public Matcher matcher(CharSequence input) {
        return new Matcher(this, input);
    }

    public Predicate<String> asPredicate() {
        return text -> matcher(text).find();
    }

    public Predicate<String> asMatchPredicate() {
        return text -> matcher(text).matches();
    }

    public String[] split(CharSequence input) {
        return split(input, 0);
    }

    public String[] split(CharSequence input, int limit) {
        String text = input.toString();
        List<String> parts = new ArrayList<>();
        Matcher matcher = matcher(text);
        int from = 0;
        while ((limit <= 0 || parts.size() < limit - 1) && matcher.find()) {
            // A match of no width at the very beginning splits nothing off.
            if (matcher.end() > 0) {
                parts.add(text.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        return parts(text, parts, from, limit);
    }

    private static String[] parts(String text, List<String> parts, int from, int limit) {
        if (from == 0 && parts.isEmpty()) {
            return new String[] {text};
        }
        parts.add(text.substring(from));
        int count = parts.size();
        while (limit == 0 && count > 0 && parts.get(count - 1).isEmpty()) {
            count--;
        }
        return parts.subList(0, count).toArray(new String[count]);
    }

    /** Splits as String.split does; a regular expression that is but one character needs no search by nodes. */
    public static String[] split(String text, String regex, int limit) {
        String literal = literal(regex);
        if (literal == null) {
            return compile(regex).split(text, limit);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        int at = text.indexOf(literal);
        while (at >= 0 && (limit <= 0 || parts.size() < limit - 1)) {
            parts.add(text.substring(from, at));
            from = at + literal.length();
            at = text.indexOf(literal, from);
        }
        return parts(text, parts, from, limit);
    }

    /** What the expression stands for if it is one character, plain or escaped. */
    private static String literal(String regex) {
        int length = regex.length();
        char last = length == 0 ? '\\' : regex.charAt(length - 1);
        if (Character.isSurrogate(last)) {
            return null;
        }
        boolean plain = length == 1 && META.indexOf(last) < 0;
        boolean escaped = length == 2 && regex.charAt(0) == '\\' && !Character.isLetterOrDigit(last);
        return plain || escaped ? String.valueOf(last) : null;
    }

    public Stream<String> splitAsStream(CharSequence input) {
        return Arrays.stream(split(input));
    }
}
