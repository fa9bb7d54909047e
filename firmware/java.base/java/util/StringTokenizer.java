package java.util;

/** The parts of a text between delimiting characters. */
public class StringTokenizer implements Enumeration<Object> {
    private final String text;
    private final boolean returnDelimiters;
    private String delimiters;
    private int position;

    public StringTokenizer(String str, String delim, boolean returnDelims) {
        this.text = Objects.requireNonNull(str);
        this.delimiters = delim;
        this.returnDelimiters = returnDelims;
    }

    public StringTokenizer(String str, String delim) {
        this(str, delim, false);
    }

    public StringTokenizer(String str) {
        this(str, " \t\n\r\f", false);
    }

    private boolean delimits(int index) {
        return delimiters.indexOf(text.charAt(index)) >= 0;
    }

    /** Where the next token starts. */
    private int start(int from) {
        int start = from;
        Objects.requireNonNull(delimiters);
        while (!returnDelimiters && start < text.length() && delimits(start)) {
            start++;
        }
        return start;
    }

    /** Where the token that starts there ends. */
    private int end(int start) {
        int end = start;
        while (end < text.length() && !delimits(end)) {
            end++;
        }
        return returnDelimiters && end == start && end < text.length() ? end + 1 : end;
    }

    public boolean hasMoreTokens() {
        return start(position) < text.length();
    }

    public String nextToken() {
        int start = start(position);
        if (start >= text.length()) {
            throw new NoSuchElementException();
        }
        position = end(start);
        return text.substring(start, position);
    }

    /** From now on with other delimiters. */
    public String nextToken(String delim) {
        delimiters = delim;
        return nextToken();
    }

    @Override
    public boolean hasMoreElements() {
        return hasMoreTokens();
    }

    @Override
    public Object nextElement() {
        return nextToken();
    }

    public int countTokens() {
        int count = 0;
        int place = start(position);
        while (place < text.length()) {
            count++;
            place = start(end(place));
        }
        return count;
    }
}
