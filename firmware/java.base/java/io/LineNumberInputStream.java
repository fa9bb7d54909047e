package java.io;

import java.util.Objects;

/** Counts the lines that it reads; each end of line is read as a line feed. */
@Deprecated
public class LineNumberInputStream extends FilterInputStream {
    private static final int NONE = -1;

    private int lineNumber;
    private int markedLineNumber;

    /** A byte that was read to see whether a line feed follows a carriage return. */
    private int pushedBack = NONE;
    private int markedPushedBack = NONE;

    public LineNumberInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = pushedBack;
        pushedBack = NONE;
        if (c == NONE) {
            c = in.read();
        }
        if (c == '\r') {
            int next = in.read();
            pushedBack = next == '\n' ? NONE : next;
            c = '\n';
        }
        if (c == '\n') {
            lineNumber++;
        }
        return c;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        int n = 0;
        while (n < len) {
            int c = read();
            if (c == -1) {
                return n == 0 ? -1 : n;
            }
            b[off + n++] = (byte) c;
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = 0;
        while (skipped < n && read() != -1) {
            skipped++;
        }
        return skipped;
    }

    public void setLineNumber(int lineNumber) {
        this.lineNumber = lineNumber;
    }

    public int getLineNumber() {
        return lineNumber;
    }

    @Override
    public int available() throws IOException {
        return pushedBack == NONE ? super.available() / 2 : super.available() / 2 + 1;
    }

    @Override
    public void mark(int readlimit) {
        markedLineNumber = lineNumber;
        markedPushedBack = pushedBack;
        in.mark(readlimit);
    }

    @Override
    public void reset() throws IOException {
        lineNumber = markedLineNumber;
        pushedBack = markedPushedBack;
        in.reset();
    }
}
