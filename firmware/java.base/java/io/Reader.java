package java.io;

import java.nio.CharBuffer;
import java.util.Objects;

/** A source of characters. */
public abstract class Reader implements Readable, Closeable {
    private static final int BUFFER_UNITS = 256;

    protected Object lock;

    protected Reader() {
        lock = this;
    }

    protected Reader(Object lock) {
        this.lock = Objects.requireNonNull(lock);
    }

    public static Reader nullReader() {
        return new StringReader("");
    }

    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) == -1 ? -1 : one[0];
    }

    public int read(char[] chars) throws IOException {
        return read(chars, 0, chars.length);
    }

    @Override
    public int read(CharBuffer target) throws IOException {
        char[] chars = new char[target.remaining()];
        int count = read(chars, 0, chars.length);
        if (count > 0) {
            target.put(chars, 0, count);
        }
        return count;
    }

    public abstract int read(char[] chars, int off, int len) throws IOException;

    public long skip(long n) throws IOException {
        if (n < 0L) {
            throw new IllegalArgumentException("skip value is negative");
        }
        char[] skipped = new char[(int) Math.min(n, BUFFER_UNITS)];
        long left = n;
        synchronized (lock) {
            while (left > 0) {
                int count = read(skipped, 0, (int) Math.min(left, skipped.length));
                if (count == -1) {
                    break;
                }
                left -= count;
            }
        }
        return n - left;
    }

    public boolean ready() throws IOException {
        return false;
    }

    public boolean markSupported() {
        return false;
    }

    public void mark(int readAheadLimit) throws IOException {
        throw new IOException("mark() not supported");
    }

    public void reset() throws IOException {
        throw new IOException("reset() not supported");
    }

    @Override
    public abstract void close() throws IOException;

    public long transferTo(Writer out) throws IOException {
        Objects.requireNonNull(out, "out");
        char[] buffer = new char[BUFFER_UNITS];
        long transferred = 0;
        for (int count = read(buffer); count >= 0; count = read(buffer)) {
            out.write(buffer, 0, count);
            transferred += count;
        }
        return transferred;
    }
}
