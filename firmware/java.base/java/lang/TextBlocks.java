package java.lang;

/** What String offers for text blocks: lines, indentation, escapes. */
final class TextBlocks {
    private TextBlocks() {}

    /** The lines without their terminators; a terminator at the end begins no further line. */
    static String[] lines(String text) {
        String[] found = new String[4];
        int count = 0;
        int length = text.length();
        int at = 0;
        while (at < length) {
            int end = at;
            while (end < length && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            if (count == found.length) {
                found = resized(found, 2 * count);
            }
            found[count++] = text.substring(at, end);
            boolean pair = end + 1 < length && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            at = end + (pair ? 2 : 1);
        }
        return resized(found, count);
    }

    private static String[] resized(String[] strings, int length) {
        String[] copy = new String[length];
        System.arraycopy(strings, 0, copy, 0, Math.min(length, strings.length));
        return copy;
    }

    static String stripIndent(String text) {
        int length = text.length();
        if (length == 0) {
            return "";
        }
        char last = text.charAt(length - 1);
        boolean open = last == '\n' || last == '\r';
        String[] lines = lines(text);
        int margin = open ? 0 : margin(lines);
        StringBuilder result = new StringBuilder(length);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            result.append(i > 0 ? "\n" : "");
            result.append(line.isBlank() ? "" : line.substring(Math.min(margin, line.length())).stripTrailing());
        }
        return result.append(open ? "\n" : "").toString();
    }

    /** The last line counts even when blank: that is how the place of the closing delimiter sets the margin. */
    private static int margin(String[] lines) {
        int margin = Integer.MAX_VALUE;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (!line.isBlank() || i == lines.length - 1) {
                margin = Math.min(margin, line.length() - line.stripLeading().length());
            }
        }
        return margin;
    }

    static String translateEscapes(char[] text) {
        StringBuilder result = new StringBuilder(text.length);
        for (int i = 0; i < text.length; i++) {
            char c = text[i];
            if (c != '\\') {
                result.append(c);
                continue;
            }
            c = ++i < text.length ? text[i] : '\0';
            int at = "btnfrs\"'\\".indexOf(c);
            if (at >= 0) {
                result.append("\b\t\n\f\r \"'\\".charAt(at));
            } else if (c >= '0' && c <= '7') {
                int digits = octalDigits(text, i);
                result.append((char) Integer.parseInt(new String(text, i, digits), 8));
                i += digits - 1;
            } else if (c == '\r') {
                i += i + 1 < text.length && text[i + 1] == '\n' ? 1 : 0;
            } else if (c != '\n') {
                throw new IllegalArgumentException(
                    String.format("Invalid escape sequence: \\%c \\\\u%04X", c, (int) c));
            }
        }
        return result.toString();
    }

    private static int octalDigits(char[] text, int at) {
        int most = text[at] <= '3' ? 3 : 2;
        int digits = 1;
        while (digits < most && at + digits < text.length && text[at + digits] >= '0' && text[at + digits] <= '7') {
            digits++;
        }
        return digits;
    }
}
