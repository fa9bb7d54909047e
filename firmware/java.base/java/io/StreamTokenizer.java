package java.io;

/** Takes a stream apart into words, numbers, quoted texts and single characters. */
public class StreamTokenizer {
    public static final int TT_EOF = -1;
    public static final int TT_EOL = '\n';
    public static final int TT_NUMBER = -2;
    public static final int TT_WORD = -3;

    private static final int TT_NOTHING = -4;

    private static final byte WHITESPACE = 1;
    private static final byte DIGIT = 2;
    private static final byte ALPHA = 4;
    private static final byte QUOTE = 8;
    private static final byte COMMENT = 16;

    /** No character has been read ahead. */
    private static final int NEED_CHAR = Integer.MAX_VALUE;

    /** The same, and if a line feed comes next it belongs to the carriage return before it. */
    private static final int SKIP_LF = Integer.MAX_VALUE - 1;

    public int ttype = TT_NOTHING;
    public String sval;
    public double nval;

    private final Reader reader;
    private final InputStream input;
    private final byte[] kinds = new byte[256];
    private int ahead = NEED_CHAR;
    private boolean pushedBack;
    private boolean lowerCase;
    private boolean endOfLineIsToken;
    private boolean slashSlash;
    private boolean slashStar;
    private int line = 1;

    @Deprecated
    public StreamTokenizer(InputStream is) {
        this(null, is);
        if (is == null) {
            throw new NullPointerException();
        }
    }

    public StreamTokenizer(Reader r) {
        this(r, null);
        if (r == null) {
            throw new NullPointerException();
        }
    }

    private StreamTokenizer(Reader reader, InputStream input) {
        this.reader = reader;
        this.input = input;
        wordChars('a', 'z');
        wordChars('A', 'Z');
        wordChars(128 + 32, 255);
        whitespaceChars(0, ' ');
        commentChar('/');
        quoteChar('"');
        quoteChar('\'');
        parseNumbers();
    }

    public void resetSyntax() {
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = 0;
        }
    }

    public void wordChars(int low, int hi) {
        for (int c = Math.max(low, 0); c <= hi && c < kinds.length; c++) {
            kinds[c] |= ALPHA;
        }
    }

    public void whitespaceChars(int low, int hi) {
        set(low, hi, WHITESPACE);
    }

    public void ordinaryChars(int low, int hi) {
        set(low, hi, (byte) 0);
    }

    private void set(int low, int hi, byte kind) {
        for (int c = Math.max(low, 0); c <= hi && c < kinds.length; c++) {
            kinds[c] = kind;
        }
    }

    public void ordinaryChar(int ch) {
        set(ch, ch, (byte) 0);
    }

    public void commentChar(int ch) {
        set(ch, ch, COMMENT);
    }

    public void quoteChar(int ch) {
        set(ch, ch, QUOTE);
    }

    public void parseNumbers() {
        for (int c = '0'; c <= '9'; c++) {
            kinds[c] |= DIGIT;
        }
        kinds['.'] |= DIGIT;
        kinds['-'] |= DIGIT;
    }

    public void eolIsSignificant(boolean flag) {
        endOfLineIsToken = flag;
    }

    public void slashStarComments(boolean flag) {
        slashStar = flag;
    }

    public void slashSlashComments(boolean flag) {
        slashSlash = flag;
    }

    public void lowerCaseMode(boolean fl) {
        lowerCase = fl;
    }

    public void pushBack() {
        if (ttype != TT_NOTHING) {
            pushedBack = true;
        }
    }

    public int lineno() {
        return line;
    }

    private int read() throws IOException {
        return reader != null ? reader.read() : input.read();
    }

    private int kindOf(int c) {
        return c < 0 ? 0 : c < kinds.length ? kinds[c] : ALPHA;
    }

    public int nextToken() throws IOException {
        if (pushedBack) {
            pushedBack = false;
            return ttype;
        }
        sval = null;
        for (;;) {
            int c = skipWhitespace();
            if (c < 0 || ttype == TT_EOL) {
                return ttype;
            }
            int kind = kindOf(c);
            if ((kind & DIGIT) != 0) {
                return number(c);
            }
            if ((kind & ALPHA) != 0) {
                return word(c);
            }
            if ((kind & QUOTE) != 0) {
                return quoted(c);
            }
            if (c == '/' && (slashSlash || slashStar)) {
                int next = read();
                if (next == '*' && slashStar) {
                    skipStarComment();
                } else if (next == '/' && slashSlash || (kindOf('/') & COMMENT) != 0) {
                    skipLine(next == '/' && slashSlash ? read() : next);
                } else {
                    ahead = next;
                    return ttype = '/';
                }
            } else if ((kind & COMMENT) != 0) {
                skipLine(read());
            } else {
                ahead = NEED_CHAR;
                return ttype = c;
            }
        }
    }

    /** The next character that is no white space; {@code ttype} says so if it is the end of a line, which then is the token. */
    private int skipWhitespace() throws IOException {
        ttype = TT_NOTHING;
        int c = ahead;
        if (c == SKIP_LF) {
            c = read();
            if (c == '\n') {
                c = read();
            }
        } else if (c == NEED_CHAR) {
            c = read();
        }
        while ((kindOf(c) & WHITESPACE) != 0) {
            if (c == '\r' || c == '\n') {
                line++;
                if (endOfLineIsToken) {
                    ahead = c == '\r' ? SKIP_LF : NEED_CHAR;
                    ttype = TT_EOL;
                    return c;
                }
                c = c == '\r' ? afterReturn() : read();
            } else {
                c = read();
            }
        }
        if (c < 0) {
            ahead = NEED_CHAR;
            ttype = TT_EOF;
        }
        return c;
    }

    private int afterReturn() throws IOException {
        int c = read();
        return c == '\n' ? read() : c;
    }

    private int number(int first) throws IOException {
        int c = first;
        boolean negative = c == '-';
        if (negative) {
            c = read();
            if (c != '.' && (c < '0' || c > '9')) {
                ahead = c;
                return ttype = '-';
            }
        }
        double value = 0;
        int decimals = 0;
        boolean fraction = false;
        for (;; c = read()) {
            if (c == '.' && !fraction) {
                fraction = true;
            } else if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                decimals += fraction ? 1 : 0;
            } else {
                break;
            }
        }
        ahead = c;
        if (decimals != 0) {
            double power = 10;
            while (--decimals > 0) {
                power *= 10;
            }
            value /= power;
        }
        nval = negative ? -value : value;
        return ttype = TT_NUMBER;
    }

    private int word(int first) throws IOException {
        StringBuilder text = new StringBuilder();
        int c = first;
        do {
            text.append((char) c);
            c = read();
        } while ((kindOf(c) & (ALPHA | DIGIT)) != 0);
        ahead = c;
        sval = lowerCase ? text.toString().toLowerCase() : text.toString();
        return ttype = TT_WORD;
    }

    private int quoted(int quote) throws IOException {
        StringBuilder text = new StringBuilder();
        int c = read();
        while (c >= 0 && c != quote && c != '\n' && c != '\r') {
            if (c != '\\') {
                text.append((char) c);
                c = read();
                continue;
            }
            c = read();
            if (c >= '0' && c <= '7') {
                int octal = c - '0';
                int digits = c <= '3' ? 3 : 2;
                c = read();
                for (int i = 1; i < digits && c >= '0' && c <= '7'; i++) {
                    octal = octal * 8 + (c - '0');
                    c = read();
                }
                text.append((char) octal);
            } else {
                text.append((char) escaped(c));
                c = read();
            }
        }
        ahead = c == quote ? NEED_CHAR : c;
        sval = text.toString();
        return ttype = quote;
    }

    private static int escaped(int c) {
        switch (c) {
            case 'a': return 7;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'v': return 11;
            default: return c;
        }
    }

    private void skipLine(int first) throws IOException {
        int c = first;
        while (c != '\n' && c != '\r' && c >= 0) {
            c = read();
        }
        ahead = c;
    }

    private void skipStarComment() throws IOException {
        int before = 0;
        int c = read();
        while (c >= 0 && !(c == '/' && before == '*')) {
            if (c == '\r') {
                line++;
                before = c;
                c = read();
                if (c == '\n') {
                    c = read();
                }
                continue;
            }
            if (c == '\n') {
                line++;
            }
            before = c;
            c = read();
        }
        ahead = c < 0 ? c : NEED_CHAR;
    }

    @Override
    public String toString() {
        return "Token[" + tokenText() + "], line " + line;
    }

    private String tokenText() {
        switch (ttype) {
            case TT_EOF: return "EOF";
            case TT_EOL: return "EOL";
            case TT_WORD: return sval;
            case TT_NUMBER: return "n=" + nval;
            case TT_NOTHING: return "NOTHING";
            default: return (kindOf(ttype) & QUOTE) != 0 ? sval : "'" + (char) ttype + "'";
        }
    }
}
