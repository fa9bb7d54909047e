package java.io;

import java.util.Objects;

/** Reads from a string. */
public class StringReader extends Reader {
    private String text;
    private int next;
    private int mark;

    public StringReader(String text) {
        Objects.requireNonNull(text);
        this.text = text;
    }

    private void checkOpen() throws IOException {
        if (text == null) {
            throw new IOException("Stream closed");
        }
    }

    @Override
    public int read() throws IOException {
        synchronized (lock) {
            checkOpen();
            return next < text.length() ? text.charAt(next++) : -1;
        }
    }

    @Override
    public int read(char[] chars, int off, int len) throws IOException {
        synchronized (lock) {
            checkOpen();
            Objects.checkFromIndexSize(off, len, chars.length);
            if (len == 0) {
                return 0;
            }
            if (next >= text.length()) {
                return -1;
            }
            int n = Math.min(text.length() - next, len);
            text.getChars(next, next + n, chars, off);
            next += n;
            return n;
        }
    }

    /** May go backwards, unlike other readers. */
    @Override
    public long skip(long n) throws IOException {
        synchronized (lock) {
            checkOpen();
            if (next >= text.length()) {
                return 0;
            }
            long skipped = Math.max(-next, Math.min(text.length() - next, n));
            next += (int) skipped;
            return skipped;
        }
    }

    @Override
    public boolean ready() throws IOException {
        synchronized (lock) {
            checkOpen();
            return true;
        }
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int readAheadLimit) throws IOException {
        if (readAheadLimit < 0) {
            throw new IllegalArgumentException("Read-ahead limit < 0");
        }
        synchronized (lock) {
            checkOpen();
            mark = next;
        }
    }

    @Override
    public void reset() throws IOException {
        synchronized (lock) {
            checkOpen();
            next = mark;
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            text = null;
        }
    }
}
