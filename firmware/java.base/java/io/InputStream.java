package java.io;

import java.util.Objects;

/** A source of bytes. */
public abstract class InputStream implements Closeable {
    private static final int BUFFER_BYTES = 512;

    public InputStream() {}

    public static InputStream nullInputStream() {
        return new InputStream() {
            private boolean closed;

            private void checkOpen() throws IOException {
                if (closed) {
                    throw new IOException("Stream closed");
                }
            }

            @Override
            public int read() throws IOException {
                checkOpen();
                return -1;
            }

            @Override
            public int available() throws IOException {
                checkOpen();
                return 0;
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    public abstract int read() throws IOException;

    public int read(byte[] b) throws IOException {
        return read(b, 0, b.length);
    }

    public int read(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        if (len == 0) {
            return 0;
        }
        int first = read();
        if (first == -1) {
            return -1;
        }
        b[off] = (byte) first;
        int count = 1;
        try {
            while (count < len) {
                int next = read();
                if (next == -1) {
                    break;
                }
                b[off + count++] = (byte) next;
            }
        } catch (IOException e) {
            // The bytes read so far count; the next call will meet the error again.
        }
        return count;
    }

    public byte[] readAllBytes() throws IOException {
        return readNBytes(Integer.MAX_VALUE);
    }

    public byte[] readNBytes(int len) throws IOException {
        if (len < 0) {
            throw new IllegalArgumentException("len < 0");
        }
        byte[] bytes = new byte[Math.min(len, BUFFER_BYTES)];
        int count = 0;
        while (count < len) {
            if (count == bytes.length) {
                bytes = resized(bytes, (int) Math.min(2L * count, len));
            }
            int more = read(bytes, count, bytes.length - count);
            if (more < 0) {
                break;
            }
            count += more;
        }
        return count == bytes.length ? bytes : resized(bytes, count);
    }

    private static byte[] resized(byte[] bytes, int length) {
        byte[] copy = new byte[length];
        System.arraycopy(bytes, 0, copy, 0, Math.min(length, bytes.length));
        return copy;
    }

    public int readNBytes(byte[] b, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, b.length);
        int count = 0;
        while (count < len) {
            int more = read(b, off + count, len - count);
            if (more < 0) {
                break;
            }
            count += more;
        }
        return count;
    }

    public long skip(long n) throws IOException {
        if (n <= 0) {
            return 0;
        }
        byte[] skipped = new byte[(int) Math.min(BUFFER_BYTES, n)];
        long left = n;
        while (left > 0) {
            int count = read(skipped, 0, (int) Math.min(skipped.length, left));
            if (count < 0) {
                break;
            }
            left -= count;
        }
        return n - left;
    }

    public void skipNBytes(long n) throws IOException {
        long left = n;
        while (left > 0) {
            long skipped = skip(left);
            if (skipped < 0 || skipped > left) {
                throw new IOException("Unable to skip exactly");
            }
            if (skipped == 0) {
                if (read() == -1) {
                    throw new EOFException();
                }
                skipped = 1;
            }
            left -= skipped;
        }
    }

    public int available() throws IOException {
        return 0;
    }

    @Override
    public void close() throws IOException {}

    public synchronized void mark(int readLimit) {}

    public synchronized void reset() throws IOException {
        throw new IOException("mark/reset not supported");
    }

    public boolean markSupported() {
        return false;
    }

    public long transferTo(OutputStream out) throws IOException {
        Objects.requireNonNull(out, "out");
        byte[] buffer = new byte[BUFFER_BYTES];
        long transferred = 0;
        for (int count = read(buffer); count >= 0; count = read(buffer)) {
            out.write(buffer, 0, count);
            transferred += count;
        }
        return transferred;
    }
}
