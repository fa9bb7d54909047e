package java.io;

/** Reads from another stream in larger pieces, and can go back to a mark. */
public class BufferedInputStream extends FilterInputStream {
    private static final int DEFAULT_BYTES = 512;

    protected volatile byte[] buf;
    protected int count;
    protected int pos;
    protected int markpos = -1;
    protected int marklimit;

    public BufferedInputStream(InputStream in) {
        this(in, DEFAULT_BYTES);
    }

    public BufferedInputStream(InputStream in, int size) {
        super(in);
        if (size <= 0) {
            throw new IllegalArgumentException("Buffer size <= 0");
        }
        buf = new byte[size];
    }

    private void checkOpen() throws IOException {
        if (buf == null || in == null) {
            throw new IOException("Stream closed");
        }
    }

    /** Makes room, keeping what the mark needs, and reads more. */
    private void fill() throws IOException {
        if (markpos < 0) {
            pos = 0;
        } else if (pos >= buf.length) {
            if (markpos > 0) {
                System.arraycopy(buf, markpos, buf, 0, pos - markpos);
                pos -= markpos;
                markpos = 0;
            } else if (buf.length >= marklimit) {
                markpos = -1;
                pos = 0;
            } else {
                byte[] grown = new byte[Math.min(2 * pos, marklimit)];
                System.arraycopy(buf, 0, grown, 0, pos);
                buf = grown;
            }
        }
        count = pos;
        int n = in.read(buf, pos, buf.length - pos);
        if (n > 0) {
            count = n + pos;
        }
    }

    @Override
    public synchronized int read() throws IOException {
        checkOpen();
        if (pos >= count) {
            fill();
        }
        return pos < count ? buf[pos++] & 0xff : -1;
    }

    private int readSome(byte[] b, int off, int len) throws IOException {
        if (pos >= count) {
            if (len >= buf.length && markpos < 0) {
                return in.read(b, off, len);
            }
            fill();
            if (pos >= count) {
                return -1;
            }
        }
        int n = Math.min(count - pos, len);
        System.arraycopy(buf, pos, b, off, n);
        pos += n;
        return n;
    }

    @Override
    public synchronized int read(byte[] b, int off, int len) throws IOException {
        checkOpen();
        if (off < 0 || len < 0 || off > b.length - len) {
            throw new IndexOutOfBoundsException();
        }
        int total = 0;
        while (total < len) {
            int n = readSome(b, off + total, len - total);
            if (n <= 0) {
                return total == 0 ? n : total;
            }
            total += n;
            if (in.available() <= 0) {
                break;
            }
        }
        return total;
    }

    @Override
    public synchronized long skip(long n) throws IOException {
        checkOpen();
        if (n <= 0) {
            return 0;
        }
        if (pos >= count) {
            if (markpos < 0) {
                return in.skip(n);
            }
            fill();
        }
        long skipped = Math.min(count - pos, n);
        pos += (int) skipped;
        return skipped;
    }

    @Override
    public synchronized int available() throws IOException {
        checkOpen();
        return (int) Math.min((long) count - pos + in.available(), Integer.MAX_VALUE);
    }

    @Override
    public synchronized void mark(int readLimit) {
        marklimit = readLimit;
        markpos = pos;
    }

    @Override
    public synchronized void reset() throws IOException {
        checkOpen();
        if (markpos < 0) {
            throw new IOException("Resetting to invalid mark");
        }
        pos = markpos;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void close() throws IOException {
        buf = null;
        InputStream closing = in;
        in = null;
        if (closing != null) {
            closing.close();
        }
    }
}
