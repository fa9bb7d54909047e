package java.util;

import java.io.BufferedWriter;
import java.io.IOException;

/** The line format of {@link Properties}. */
final class PropertyLines {
    private final String text;
    private int position;

    private PropertyLines(String text) {
        this.text = text;
    }

    /**
     * Blanks before a line and lines that begin with # or ! do not count; a backslash at the end joins the next line; the
     * key ends at the first =, : or blank.
     *
     * @throws IllegalArgumentException for a broken {@code \}{@code uxxxx}
     */
    static void read(String text, Properties target) {
        PropertyLines lines = new PropertyLines(text);
        while (lines.position < text.length()) {
            lines.readLine(target);
        }
    }

    private int peek() {
        return position < text.length() ? text.charAt(position) : -1;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static boolean endsLine(int c) {
        return c < 0 || c == '\n' || c == '\r';
    }

    private void skipBlanks() {
        while (isBlank(peek()) || atJoin()) {
            if (peek() == '\\') {
                position++;
                skipLineEnd();
            } else {
                position++;
            }
        }
    }

    /** Whether a backslash joins the next line here. */
    private boolean atJoin() {
        return peek() == '\\' && position + 1 < text.length() && endsLine(text.charAt(position + 1));
    }

    private void skipLineEnd() {
        if (peek() == '\r') {
            position++;
        }
        if (peek() == '\n') {
            position++;
        }
    }

    private void readLine(Properties target) {
        while (isBlank(peek()) || peek() == '\n' || peek() == '\r') {
            position++;
        }
        int first = peek();
        if (first == '#' || first == '!') {
            while (!endsLine(peek())) {
                position++;
            }
            return;
        }
        if (first < 0) {
            return;
        }
        String key = part(true);
        skipBlanks();
        if (peek() == '=' || peek() == ':') {
            position++;
            skipBlanks();
        }
        String value = part(false);
        target.put(key, value);
    }

    private String part(boolean isKey) {
        StringBuilder part = new StringBuilder();
        while (!endsLine(peek())) {
            int c = peek();
            if (isKey && (c == '=' || c == ':' || isBlank(c))) {
                break;
            }
            position++;
            if (c != '\\') {
                part.append((char) c);
            } else if (endsLine(peek())) {
                skipLineEnd();
                while (isBlank(peek())) {
                    position++;
                }
            } else {
                part.append(escaped());
            }
        }
        return part.toString();
    }

    private char escaped() {
        char c = text.charAt(position++);
        switch (c) {
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 'f':
                return '\f';
            case 'u':
                return unicode();
            default:
                return c;
        }
    }

    private char unicode() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = position < text.length() ? Character.digit(text.charAt(position++), 16) : -1;
            if (digit < 0) {
                throw new IllegalArgumentException("Malformed \\uxxxx encoding.");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    static String escape(String text, boolean isKey, boolean onlyLatin) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int control = "\t\n\r\f".indexOf(c);
            if (control >= 0) {
                out.append('\\').append("tnrf".charAt(control));
            } else if (c == ' ') {
                out.append(isKey || i == 0 ? "\\ " : " ");
            } else if ("\\=:#!".indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else if (onlyLatin && (c < ' ' || c > '~')) {
                appendUnicode(out, c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static void appendUnicode(StringBuilder out, char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.toUpperCase(Character.forDigit(c >> shift & 15, 16)));
        }
    }

    /** Each line of a comment begins with #, unless it begins with # or ! already. */
    static void writeComment(BufferedWriter out, String comments) throws IOException {
        StringBuilder line = new StringBuilder("#");
        int i = 0;
        while (i < comments.length()) {
            char c = comments.charAt(i++);
            if (c > '\u00ff') {
                appendUnicode(line, c);
            } else if (c == '\n' || c == '\r') {
                if (c == '\r' && i < comments.length() && comments.charAt(i) == '\n') {
                    i++;
                }
                out.write(line.toString());
                out.newLine();
                char next = i < comments.length() ? comments.charAt(i) : 0;
                line = new StringBuilder(next == '#' || next == '!' ? "" : "#");
            } else {
                line.append(c);
            }
        }
        out.write(line.toString());
        out.newLine();
    }
}
