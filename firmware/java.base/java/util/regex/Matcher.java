package java.util.regex;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** A search for a pattern in a text, and what it found last. */
public final class Matcher implements MatchResult {
    private Pattern pattern;
    CharSequence text;

    // The region, and the state that the nodes work on.
    int from;
    int to;
    int last;
    int[] groups;
    int[] groupStarts;
    int[] loopCounts;
    int[] loopStarts;
    boolean whole;
    boolean hitEnd;
    boolean requireEnd;
    int end;

    private int first = -1;
    private int appended;

    Matcher(Pattern pattern, CharSequence text) {
        this.pattern = pattern;
        this.text = Objects.requireNonNull(text);
        prepare();
        reset();
    }

    private void prepare() {
        groups = new int[2 * (pattern.groupCount + 1)];
        groupStarts = new int[pattern.groupCount + 1];
        loopCounts = new int[pattern.loopCount];
        loopStarts = new int[pattern.loopCount];
    }

    public Pattern pattern() {
        return pattern;
    }

    public Matcher reset() {
        first = -1;
        last = 0;
        appended = 0;
        from = 0;
        to = text.length();
        return this;
    }

    public Matcher reset(CharSequence input) {
        text = Objects.requireNonNull(input);
        return reset();
    }

    public Matcher usePattern(Pattern newPattern) {
        if (newPattern == null) {
            throw new IllegalArgumentException("Pattern cannot be null");
        }
        pattern = newPattern;
        prepare();
        first = -1;
        return this;
    }

    public Matcher region(int start, int end) {
        if (start < 0 || start > text.length()) {
            throw new IndexOutOfBoundsException("start");
        }
        if (end < 0 || end > text.length()) {
            throw new IndexOutOfBoundsException("end");
        }
        if (start > end) {
            throw new IndexOutOfBoundsException("start > end");
        }
        reset();
        from = start;
        last = start;
        to = end;
        return this;
    }

    public int regionStart() {
        return from;
    }

    public int regionEnd() {
        return to;
    }

    private boolean matchAt(int at) {
        for (int i = 0; i < groups.length; i++) {
            groups[i] = -1;
        }
        if (!pattern.start.match(this, at)) {
            first = -1;
            return false;
        }
        groups[0] = at;
        groups[1] = end;
        first = at;
        last = end;
        return true;
    }

    public boolean matches() {
        whole = true;
        hitEnd = false;
        requireEnd = false;
        boolean found = matchAt(from);
        whole = false;
        return found;
    }

    public boolean lookingAt() {
        hitEnd = false;
        requireEnd = false;
        return matchAt(from);
    }

    public boolean find() {
        hitEnd = false;
        requireEnd = false;
        int at = first >= 0 && last == first ? last + 1 : last;
        for (at = Math.max(at, from); at <= to; at++) {
            if (matchAt(at)) {
                return true;
            }
        }
        first = -1;
        last = to + 1;
        hitEnd = true;
        return false;
    }

    public boolean find(int start) {
        if (start < 0 || start > text.length()) {
            throw new IndexOutOfBoundsException("Illegal start index");
        }
        reset();
        last = start;
        return find();
    }

    private void checkMatch(String otherwise) {
        if (first < 0) {
            throw new IllegalStateException(otherwise);
        }
    }

    private void checkGroup(int group) {
        if (group < 0 || group > groupCount()) {
            throw new IndexOutOfBoundsException("No group " + group);
        }
    }

    @Override
    public int start() {
        checkMatch("No match available");
        return first;
    }

    @Override
    public int start(int group) {
        checkMatch("No match available");
        checkGroup(group);
        return groups[2 * group];
    }

    public int start(String name) {
        return groups[2 * number(name)];
    }

    @Override
    public int end() {
        checkMatch("No match available");
        return last;
    }

    @Override
    public int end(int group) {
        checkMatch("No match available");
        checkGroup(group);
        return groups[2 * group + 1];
    }

    public int end(String name) {
        return groups[2 * number(name) + 1];
    }

    @Override
    public String group() {
        return group(0);
    }

    @Override
    public String group(int group) {
        checkMatch("No match found");
        checkGroup(group);
        int start = groups[2 * group];
        return start < 0 ? null : text.subSequence(start, groups[2 * group + 1]).toString();
    }

    public String group(String name) {
        checkMatch("No match found");
        return group(number(name));
    }

    private int number(String name) {
        Objects.requireNonNull(name, "Group name");
        checkMatch("No match available");
        Integer number = pattern.groupNames.get(name);
        if (number == null) {
            throw new IllegalArgumentException("No group with name <" + name + ">");
        }
        return number;
    }

    @Override
    public int groupCount() {
        return pattern.groupCount;
    }

    public boolean hitEnd() {
        return hitEnd;
    }

    /** Whether more input could undo the match. */
    public boolean requireEnd() {
        return requireEnd;
    }

    /** A region's bounds always count as the text's. */
    public boolean hasAnchoringBounds() {
        return true;
    }

    public boolean hasTransparentBounds() {
        return false;
    }

    public MatchResult toMatchResult() {
        Matcher copy = new Matcher(pattern, text.toString());
        copy.first = first;
        copy.last = last;
        copy.groups = groups.clone();
        return copy;
    }

    public static String quoteReplacement(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('$') < 0) {
            return text;
        }
        return text.replace("\\", "\\\\").replace("$", "\\$");
    }

    public Matcher appendReplacement(StringBuilder result, String replacement) {
        checkMatch("No match available");
        StringBuilder expanded = new StringBuilder();
        expand(replacement, expanded);
        result.append(text, appended, first).append(expanded);
        appended = last;
        return this;
    }

    public Matcher appendReplacement(StringBuffer result, String replacement) {
        StringBuilder builder = new StringBuilder();
        appendReplacement(builder, replacement);
        result.append(builder);
        return this;
    }

    private void expand(String replacement, StringBuilder result) {
        int length = replacement.length();
        int at = 0;
        while (at < length) {
            char c = replacement.charAt(at++);
            if (c == '\\') {
                if (at == length) {
                    throw new IllegalArgumentException("character to be escaped is missing");
                }
                result.append(replacement.charAt(at++));
            } else if (c == '$') {
                if (at == length) {
                    throw new IllegalArgumentException("Illegal group reference: group index is missing");
                }
                at = replacement.charAt(at) == '{'
                    ? expandNamed(replacement, at + 1, result) : expandNumbered(replacement, at, result);
            } else {
                result.append(c);
            }
        }
    }

    private int expandNamed(String replacement, int begin, StringBuilder result) {
        int end = begin;
        while (end < replacement.length() && Node.isAsciiLetterOrDigit(replacement.charAt(end))) {
            end++;
        }
        String name = replacement.substring(begin, end);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("named capturing group is missing trailing '}'");
        }
        if (end == replacement.length() || replacement.charAt(end) != '}') {
            throw new IllegalArgumentException("named capturing group is missing trailing '}'");
        }
        if (name.charAt(0) >= '0' && name.charAt(0) <= '9') {
            throw new IllegalArgumentException("capturing group name {" + name + "} starts with digit character");
        }
        if (!pattern.groupNames.containsKey(name)) {
            throw new IllegalArgumentException("No group with name {" + name + "}");
        }
        appendGroup(pattern.groupNames.get(name), result);
        return end + 1;
    }

    private int expandNumbered(String replacement, int begin, StringBuilder result) {
        int group = replacement.charAt(begin) - '0';
        if (group < 0 || group > 9) {
            throw new IllegalArgumentException("Illegal group reference");
        }
        int end = begin + 1;
        while (end < replacement.length()) {
            int digit = replacement.charAt(end) - '0';
            if (digit < 0 || digit > 9 || group * 10 + digit > groupCount()) {
                break;
            }
            group = group * 10 + digit;
            end++;
        }
        checkGroup(group);
        appendGroup(group, result);
        return end;
    }

    private void appendGroup(int group, StringBuilder result) {
        if (groups[2 * group] >= 0) {
            result.append(text, groups[2 * group], groups[2 * group + 1]);
        }
    }

    public StringBuilder appendTail(StringBuilder result) {
        return result.append(text, appended, text.length());
    }

    public StringBuffer appendTail(StringBuffer result) {
        return result.append(text, appended, text.length());
    }

    public String replaceAll(String replacement) {
        reset();
        StringBuilder result = null;
        while (find()) {
            result = result == null ? new StringBuilder() : result;
            appendReplacement(result, replacement);
        }
        return result == null ? text.toString() : appendTail(result).toString();
    }

    public String replaceAll(Function<MatchResult, String> replacer) {
        Objects.requireNonNull(replacer);
        reset();
        StringBuilder result = null;
        while (find()) {
            result = result == null ? new StringBuilder() : result;
            appendReplacement(result, replacer.apply(this));
        }
        return result == null ? text.toString() : appendTail(result).toString();
    }

    public String replaceFirst(String replacement) {
        if (replacement == null) {
            throw new NullPointerException("replacement");
        }
        reset();
        if (!find()) {
            return text.toString();
        }
        StringBuilder result = new StringBuilder();
        appendReplacement(result, replacement);
        return appendTail(result).toString();
    }

    @Override
    public String toString() {
        return "java.util.regex.Matcher[pattern=" + pattern + " region=" + from + "," + to + " lastmatch="
            + (first >= 0 ? group() : "") + "]";
    }

    /** All matches from the beginning on. */
    public Stream<MatchResult> results() {
        reset();
        return Stream.generate(() -> find() ? toMatchResult() : null).takeWhile(result -> result != null);
    }

    public String replaceFirst(Function<MatchResult, String> replacer) {
        Objects.requireNonNull(replacer);
        reset();
        if (!find()) {
            return text.toString();
        }
        StringBuilder result = new StringBuilder();
        appendReplacement(result, replacer.apply(this));
        appendTail(result);
        return result.toString();
    }
}
