package java.io;

/** Counts the lines that it reads; each end of line is read as a line feed. */
public class LineNumberReader extends BufferedReader {
    private static final int SKIPPED_AT_ONCE = 256;

    private int lineNumber;
    private int markedLineNumber;
    private boolean skipLineFeed;
    private boolean markedSkipLineFeed;

    /** Whether the last character read was part of a line that has not ended; the end of the input ends it. */
    private boolean inLine;
    private boolean markedInLine;

    public LineNumberReader(Reader in) {
        super(in);
    }

    public LineNumberReader(Reader in, int size) {
        super(in, size);
    }

    public void setLineNumber(int lineNumber) {
        this.lineNumber = lineNumber;
    }

    public int getLineNumber() {
        return lineNumber;
    }

    @Override
    public int read() throws IOException {
        synchronized (lock) {
            int c = super.read();
            if (skipLineFeed) {
                if (c == '\n') {
                    c = super.read();
                }
                skipLineFeed = false;
            }
            if (c == '\r') {
                skipLineFeed = true;
                c = '\n';
            }
            if (c == '\n' || c == -1 && inLine) {
                lineNumber++;
            }
            inLine = c != -1 && c != '\n';
            return c;
        }
    }

    @Override
    public int read(char[] chars, int off, int len) throws IOException {
        synchronized (lock) {
            int n = super.read(chars, off, len);
            if (n == -1 && inLine) {
                lineNumber++;
                inLine = false;
            }
            for (int i = off; i < off + n; i++) {
                char c = chars[i];
                boolean second = skipLineFeed && c == '\n';
                skipLineFeed = c == '\r';
                if (!second && (c == '\r' || c == '\n')) {
                    lineNumber++;
                }
                inLine = c != '\r' && c != '\n';
            }
            return n;
        }
    }

    @Override
    public String readLine() throws IOException {
        synchronized (lock) {
            if (skipLineFeed) {
                skipLineFeed = false;
                super.mark(1);
                if (super.read() != '\n') {
                    super.reset();
                }
            }
            String line = super.readLine();
            if (line != null || inLine) {
                lineNumber++;
            }
            inLine = false;
            return line;
        }
    }

    @Override
    public long skip(long n) throws IOException {
        if (n < 0) {
            throw new IllegalArgumentException("skip() value is negative");
        }
        synchronized (lock) {
            char[] part = new char[(int) Math.min(n, SKIPPED_AT_ONCE)];
            long left = n;
            while (left > 0) {
                int count = read(part, 0, (int) Math.min(left, part.length));
                if (count == -1) {
                    break;
                }
                left -= count;
            }
            inLine &= left == n;
            return n - left;
        }
    }

    @Override
    public void mark(int readAheadLimit) throws IOException {
        synchronized (lock) {
            // A line feed after a carriage return does not count as read, so one more may have to be kept.
            super.mark(skipLineFeed ? readAheadLimit + 1 : readAheadLimit);
            markedLineNumber = lineNumber;
            markedSkipLineFeed = skipLineFeed;
            markedInLine = inLine;
        }
    }

    @Override
    public void reset() throws IOException {
        synchronized (lock) {
            super.reset();
            lineNumber = markedLineNumber;
            skipLineFeed = markedSkipLineFeed;
            inLine = markedInLine;
        }
    }
}
