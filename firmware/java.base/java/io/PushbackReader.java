package java.io;

import java.util.Objects;

/** Lets characters be put back, to be read again. */
public class PushbackReader extends FilterReader {
    private char[] buffer;
    private int next;

    public PushbackReader(Reader in, int size) {
        super(in);
        if (size <= 0) {
            throw new IllegalArgumentException("size <= 0");
        }
        buffer = new char[size];
        next = size;
    }

    public PushbackReader(Reader in) {
        this(in, 1);
    }

    private void checkOpen() throws IOException {
        if (buffer == null) {
            throw new IOException("Stream closed");
        }
    }

    @Override
    public int read() throws IOException {
        synchronized (lock) {
            checkOpen();
            return next < buffer.length ? buffer[next++] : super.read();
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
            int n = Math.min(buffer.length - next, len);
            System.arraycopy(buffer, next, chars, off, n);
            next += n;
            if (n < len) {
                int more = super.read(chars, off + n, len - n);
                return more == -1 ? n == 0 ? -1 : n : n + more;
            }
            return n;
        }
    }

    public void unread(int c) throws IOException {
        synchronized (lock) {
            checkOpen();
            if (next == 0) {
                throw new IOException("Pushback buffer overflow");
            }
            buffer[--next] = (char) c;
        }
    }

    public void unread(char[] chars, int off, int len) throws IOException {
        synchronized (lock) {
            checkOpen();
            if (len > next) {
                throw new IOException("Pushback buffer overflow");
            }
            next -= len;
            System.arraycopy(chars, off, buffer, next, len);
        }
    }

    public void unread(char[] chars) throws IOException {
        unread(chars, 0, chars.length);
    }

    @Override
    public boolean ready() throws IOException {
        synchronized (lock) {
            checkOpen();
            return next < buffer.length || super.ready();
        }
    }

    @Override
    public void mark(int readAheadLimit) throws IOException {
        throw new IOException("mark/reset not supported");
    }

    @Override
    public void reset() throws IOException {
        throw new IOException("mark/reset not supported");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            super.close();
            buffer = null;
        }
    }

    @Override
    public long skip(long n) throws IOException {
        if (n < 0L) {
            throw new IllegalArgumentException("skip value is negative");
        }
        synchronized (lock) {
            checkOpen();
            long skipped = Math.min(buffer.length - next, n);
            next += (int) skipped;
            return skipped < n ? skipped + super.skip(n - skipped) : skipped;
        }
    }
}
