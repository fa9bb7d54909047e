package java.util.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the text of a pattern into nodes. */
final class PatternParser {
    private static final char END = '\uffff';
    private static final int MANY = Integer.MAX_VALUE;

    private final String text;
    private int flags;
    private int at;
    private int groupCount;
    private int loopCount;
    private final Map<String, Integer> groupNames = new HashMap<>();

    /** A run of nodes; the last one's next is still open. */
    private static final class Part {
        final Node head;
        final Node tail;

        Part(Node head, Node tail) {
            this.head = head;
            this.tail = tail;
        }

        Part(Node node) {
            this(node, node);
        }
    }

    PatternParser(String text, int flags) {
        this.text = text;
        this.flags = flags;
    }

    int groupCount() {
        return groupCount;
    }

    int loopCount() {
        return loopCount;
    }

    Map<String, Integer> groupNames() {
        return groupNames;
    }

    Node parse() {
        Part whole = has(Pattern.LITERAL) ? literal(text) : alternatives();
        if (!has(Pattern.LITERAL) && at < text.length()) {
            at++;
            throw error("Unmatched closing ')'", at - 2);
        }
        whole.tail.next = new Node.Accept();
        return whole.head;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    private PatternSyntaxException error(String what, int index) {
        return new PatternSyntaxException(what, text, index);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean accept(String token) {
        if (text.startsWith(token, at)) {
            at += token.length();
            return true;
        }
        return false;
    }

    private Part alternatives() {
        int outerFlags = flags;
        Part first = sequence();
        if (peek() != '|') {
            flags = outerFlags;
            return first;
        }
        List<Part> parts = new ArrayList<>();
        parts.add(first);
        while (accept('|')) {
            parts.add(sequence());
        }
        flags = outerFlags;
        Node join = new Node.Empty();
        Node[] heads = new Node[parts.size()];
        for (int i = 0; i < heads.length; i++) {
            heads[i] = parts.get(i).head;
            parts.get(i).tail.next = join;
        }
        return new Part(new Node.Branch(heads), join);
    }

    private Part sequence() {
        Node head = new Node.Empty();
        Node tail = head;
        skipBlanks();
        while (at < text.length() && peek() != '|' && peek() != ')') {
            Part part = accept("\\Q") ? quoted() : atom();
            if (part != null) {
                part = quantified(part);
                tail.next = part.head;
                tail = part.tail;
            }
            skipBlanks();
        }
        return new Part(head, tail);
    }

    /** Where comments are allowed, white space means nothing and a hash sign begins a comment. */
    private void skipBlanks() {
        while (has(Pattern.COMMENTS) && at < text.length()) {
            if (accept('#')) {
                while (at < text.length() && peek() != '\n' && peek() != '\r') {
                    at++;
                }
            } else if (Character.isWhitespace(peek())) {
                at++;
            } else {
                return;
            }
        }
    }

    private Part literal(String chars) {
        Node head = new Node.Empty();
        Node tail = head;
        for (int i = 0; i < chars.length(); ) {
            int c = chars.codePointAt(i);
            i += Character.charCount(c);
            tail.next = one(c);
            tail = tail.next;
        }
        return new Part(head, tail);
    }

    /** A quantifier after the quotation applies to its last character. */
    private Part quoted() {
        int end = text.indexOf("\\E", at);
        String chars = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 2;
        if (chars.isEmpty()) {
            return null;
        }
        int last = chars.offsetByCodePoints(chars.length(), -1);
        Part front = literal(chars.substring(0, last));
        Part back = quantified(new Part(one(chars.codePointAt(last))));
        front.tail.next = back.head;
        return new Part(front.head, back.tail);
    }

    private Node one(int c) {
        return new Node.One(single(c));
    }

    private CharSet single(int c) {
        return range(c, c);
    }

    private CharSet range(int low, int high) {
        return has(Pattern.CASE_INSENSITIVE)
            ? CharSet.rangeIgnoringCase(low, high, has(Pattern.UNICODE_CASE)) : CharSet.range(low, high);
    }

    private int nextCodePoint() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private Part atom() {
        switch (peek()) {
            case '(': return group();
            case '[':
                at++;
                return new Part(new Node.One(set()));
            case '\\': return escape();
            case '^':
                at++;
                return place(has(Pattern.MULTILINE) ? '^' : 'A');
            case '$':
                at++;
                return place(has(Pattern.MULTILINE) ? '$' : 'Z');
            case '.':
                at++;
                return new Part(new Node.One(
                    has(Pattern.DOTALL) ? CharSet.none().not() : CharSet.dot(has(Pattern.UNIX_LINES))));
            case '*':
            case '+':
            case '?': throw error("Dangling meta character '" + peek() + "'", at);
            case '{': throw error("Illegal repetition", at);
            default: return new Part(one(nextCodePoint()));
        }
    }

    private Part place(char kind) {
        return new Part(new Node.Place(kind, has(Pattern.UNIX_LINES)));
    }

    private Part group() {
        at++;
        if (!accept('?')) {
            return capturing();
        }
        int outerFlags = flags;
        Part part;
        if (accept(':')) {
            part = alternatives();
        } else if (accept('=')) {
            part = ahead(true);
        } else if (accept('!')) {
            part = ahead(false);
        } else if (accept('>')) {
            part = new Part(atomic(alternatives()));
        } else if (accept("<=")) {
            part = behind(true);
        } else if (accept("<!")) {
            part = behind(false);
        } else if (accept('<')) {
            groupNames.put(newGroupName(), groupCount + 1);
            return capturing();
        } else {
            parseFlags();
            if (accept(')')) {
                return null;
            }
            if (!accept(':')) {
                throw error("Unknown inline modifier", at);
            }
            part = alternatives();
        }
        close();
        flags = outerFlags;
        return part;
    }

    private void close() {
        if (!accept(')')) {
            throw error("Unclosed group", text.length());
        }
    }

    private Part capturing() {
        int number = ++groupCount;
        Node open = new Node.Open(number);
        Node end = new Node.Close(number);
        Part body = alternatives();
        close();
        open.next = body.head;
        body.tail.next = end;
        return new Part(open, end);
    }

    private static Node atomic(Part body) {
        body.tail.next = new Node.Stop();
        return new Node.Atomic(body.head);
    }

    private Part ahead(boolean wanted) {
        Part body = alternatives();
        body.tail.next = new Node.Stop();
        return new Part(new Node.Ahead(body.head, wanted));
    }

    private Part behind(boolean wanted) {
        Part body = alternatives();
        Node.StopBehind stop = new Node.StopBehind();
        body.tail.next = stop;
        return new Part(new Node.Behind(body.head, stop, wanted));
    }

    private String groupName() {
        int begin = at;
        while (Node.isAsciiLetterOrDigit(peek())) {
            at++;
        }
        String name = text.substring(begin, at);
        if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
            throw error("capturing group name does not start with a Latin letter", begin);
        }
        if (!accept('>')) {
            throw error("named capturing group is missing trailing '>'", at);
        }
        return name;
    }

    private String newGroupName() {
        String name = groupName();
        if (groupNames.containsKey(name)) {
            throw error("Named capturing group <" + name + "> is already defined", at - 1);
        }
        return name;
    }

    private void parseFlags() {
        boolean on = true;
        while (true) {
            int at2 = "idmsuxU-".indexOf(peek());
            if (at2 < 0) {
                return;
            }
            at++;
            if (at2 == 7) {
                on = false;
                continue;
            }
            int[] values = {
                Pattern.CASE_INSENSITIVE, Pattern.UNIX_LINES, Pattern.MULTILINE, Pattern.DOTALL, Pattern.UNICODE_CASE,
                Pattern.COMMENTS, Pattern.UNICODE_CHARACTER_CLASS
            };
            flags = on ? flags | values[at2] : flags & ~values[at2];
        }
    }

    private Part quantified(Part atom) {
        Part part = atom;
        while (true) {
            skipBlanks();
            int min;
            int max;
            boolean mark = part == atom || peek() == '{';
            if (!mark) {
                return part;
            } else if (accept('?')) {
                min = 0;
                max = 1;
            } else if (accept('*')) {
                min = 0;
                max = MANY;
            } else if (accept('+')) {
                min = 1;
                max = MANY;
            } else if (peek() == '{') {
                at++;
                min = number();
                max = min;
                if (accept(',')) {
                    max = peek() == '}' ? MANY : number();
                }
                if (!accept('}')) {
                    throw error("Unclosed counted closure", at);
                }
                if (max < min) {
                    throw error("Illegal repetition range", at - 1);
                }
            } else {
                return part;
            }
            int kind = accept('?') ? Node.LAZY : accept('+') ? Node.POSSESSIVE : Node.GREEDY;
            part = repeated(part, min, max, kind);
        }
    }

    private int number() {
        if (peek() < '0' || peek() > '9') {
            throw error("Illegal repetition", at - 1);
        }
        long number = 0;
        while (peek() >= '0' && peek() <= '9') {
            number = Math.min(number * 10 + text.charAt(at++) - '0', MANY);
        }
        return (int) number;
    }

    private Part repeated(Part atom, int min, int max, int kind) {
        if (atom.head instanceof Node.One && atom.head == atom.tail) {
            return new Part(new Node.Many((Node.One) atom.head, min, max, kind));
        }
        Node.Loop loop = new Node.Loop(loopCount++, min, max, kind == Node.LAZY);
        loop.setBody(atom.head, atom.tail);
        Part part = new Part(loop);
        return kind == Node.POSSESSIVE ? new Part(atomic(part)) : part;
    }

    private Part escape() {
        at++;
        if (at >= text.length()) {
            throw error("Unexpected internal error", at);
        }
        char c = peek();
        if (c >= '1' && c <= '9') {
            return backReference();
        }
        switch (c) {
            case 'b':
            case 'B':
            case 'A':
            case 'G':
            case 'z':
            case 'Z':
                at++;
                return place(c);
            case 'k':
                at++;
                return namedBackReference();
            case 'R':
                at++;
                return lineBreak();
            default: return new Part(new Node.One(escapedSet()));
        }
    }

    /** Further digits belong to the number as long as there are so many groups. */
    private Part backReference() {
        int group = text.charAt(at++) - '0';
        while (peek() >= '0' && peek() <= '9' && group * 10 + peek() - '0' <= groupCount) {
            group = group * 10 + text.charAt(at++) - '0';
        }
        if (group > groupCount) {
            return new Part(new Node.One(CharSet.none()));
        }
        return new Part(new Node.Back(group, has(Pattern.CASE_INSENSITIVE)));
    }

    private Part namedBackReference() {
        if (!accept('<')) {
            throw error("\\k is not followed by '<' for named capturing group", at);
        }
        String name = groupName();
        if (!groupNames.containsKey(name)) {
            throw error("named capturing group <" + name + "> does not exist", at - 1);
        }
        return new Part(new Node.Back(groupNames.get(name), has(Pattern.CASE_INSENSITIVE)));
    }

    private Part lineBreak() {
        Part pair = literal("\r\n");
        Node single = new Node.One(CharSet.escape('v'));
        Node join = new Node.Empty();
        pair.tail.next = join;
        single.next = join;
        return new Part(new Node.Branch(new Node[] {pair.head, single}), join);
    }

    /** An escape that stands for one code point or for a set of them. */
    private CharSet escapedSet() {
        char c = peek();
        char lower = (char) (c | 0x20);
        CharSet known = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' ? CharSet.escape(lower) : null;
        if (known != null) {
            at++;
            return c == lower ? known : known.not();
        }
        if (lower == 'p' && (c == 'p' || c == 'P')) {
            at++;
            CharSet property = property();
            return c == 'P' ? property.not() : property;
        }
        return single(escapedChar());
    }

    private CharSet property() {
        String name;
        if (accept('{')) {
            int end = text.indexOf('}', at);
            if (end < 0) {
                throw error("Unclosed character family", text.length() - 1);
            }
            name = text.substring(at, end);
            at = end + 1;
        } else {
            name = text.substring(at, Math.min(at + 1, text.length()));
            at++;
        }
        boolean cased = has(Pattern.CASE_INSENSITIVE) && (name.equals("Lower") || name.equals("Upper"));
        CharSet set = CharSet.property(cased ? "Alpha" : name);
        if (set == null) {
            throw error("Unknown character property name {" + name + "}", at - 1);
        }
        return set;
    }

    private int escapedChar() {
        int c = nextCodePoint();
        switch (c) {
            case 't': return '\t';
            case 'n': return '\n';
            case 'r': return '\r';
            case 'f': return '\f';
            case 'a': return 7;
            case 'e': return 27;
            case '0': return octal();
            case 'x': return accept('{') ? bracedHex() : hex(2);
            case 'u': return hex(4);
            case 'c':
                if (at >= text.length()) {
                    throw error("Illegal control escape sequence", at);
                }
                return text.charAt(at++) ^ 64;
            default:
                if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                    throw error("Illegal/unsupported escape sequence", at - 1);
                }
                return c;
        }
    }

    private int octal() {
        int value = 0;
        int digits = 0;
        while (digits < 3 && peek() >= '0' && peek() <= '7' && value * 8 + peek() - '0' <= 0377) {
            value = value * 8 + text.charAt(at++) - '0';
            digits++;
        }
        if (digits == 0) {
            throw error("Illegal octal escape sequence", at);
        }
        return value;
    }

    private int hex(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw error(digits == 4 ? "Illegal Unicode escape sequence" : "Illegal hexadecimal escape sequence", at);
            }
            value = value * 16 + digit;
            at++;
        }
        return value;
    }

    private int bracedHex() {
        int value = 0;
        while (Character.digit(peek(), 16) >= 0 && value <= Character.MAX_CODE_POINT) {
            value = value * 16 + Character.digit(text.charAt(at++), 16);
        }
        if (!accept('}') || value > Character.MAX_CODE_POINT) {
            throw error("Unclosed hexadecimal escape sequence", at);
        }
        return value;
    }

    /** What stands between brackets; the opening one has been read. */
    private CharSet set() {
        boolean negated = accept('^');
        CharSet all = null;
        CharSet current = null;
        boolean first = true;
        while (at < text.length()) {
            if (peek() == ']' && !first) {
                at++;
                CharSet whole = all == null ? current : current == null ? all : all.and(current);
                return negated ? whole.not() : whole;
            }
            first = false;
            if (accept("&&")) {
                all = all == null ? current : current == null ? all : all.and(current);
                current = null;
                continue;
            }
            CharSet member = member();
            if (member != null) {
                current = current == null ? member : current.or(member);
            }
        }
        throw error("Unclosed character class", text.length() - 1);
    }

    private CharSet member() {
        if (accept('[')) {
            return set();
        }
        if (accept("\\Q")) {
            int end = text.indexOf("\\E", at);
            String chars = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 2;
            return CharSet.anyOf(chars);
        }
        int low;
        if (accept('\\')) {
            if (at >= text.length()) {
                throw error("Unclosed character class", text.length() - 1);
            }
            if ("dDsSwWhHvVpP".indexOf(peek()) >= 0) {
                return escapedSet();
            }
            low = escapedChar();
        } else {
            low = nextCodePoint();
        }
        boolean ranged = peek() == '-' && at + 1 < text.length() && "]&[".indexOf(text.charAt(at + 1)) < 0;
        if (!ranged) {
            return single(low);
        }
        at++;
        int high = accept('\\') ? escapedChar() : nextCodePoint();
        if (high < low) {
            throw error("Illegal character range", at - 1);
        }
        return range(low, high);
    }
}
