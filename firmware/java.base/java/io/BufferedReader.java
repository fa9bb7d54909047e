package java.io;

import java.util.Objects;
import java.util.stream.Stream;

/** Reads from another reader in larger pieces, by lines too, and can go back to a mark. */
public class BufferedReader extends Reader {
    private static final int DEFAULT_UNITS = 512;
    private static final int NO_MARK = -1;
    private static final int LOST_MARK = -2;

    private Reader in;
    private char[] buffer;
    private int count;
    private int next;
    private int mark = NO_MARK;
    private int readAheadLimit;
    private boolean skipLineFeed;
    private boolean markedSkipLineFeed;

    public BufferedReader(Reader in, int size) {
        super(in);
        if (size <= 0) {
            throw new IllegalArgumentException("Buffer size <= 0");
        }
        this.in = in;
        buffer = new char[size];
    }

    public BufferedReader(Reader in) {
        this(in, DEFAULT_UNITS);
    }

    private void checkOpen() throws IOException {
        if (in == null) {
            throw new IOException("Stream closed");
        }
    }

    /** Makes room, keeping what the mark needs, and reads at least one character unless the end is reached. */
    private void fill() throws IOException {
        int kept = 0;
        if (mark >= 0) {
            kept = next - mark;
            if (kept >= readAheadLimit) {
                mark = LOST_MARK;
                kept = 0;
            } else {
                char[] target = readAheadLimit <= buffer.length ? buffer
                    : new char[Math.min(2 * buffer.length, readAheadLimit)];
                if (target.length < kept + 1) {
                    target = new char[readAheadLimit];
                }
                System.arraycopy(buffer, mark, target, 0, kept);
                buffer = target;
                mark = 0;
            }
        }
        next = kept;
        count = kept;
        int n;
        do {
            n = in.read(buffer, kept, buffer.length - kept);
        } while (n == 0);
        if (n > 0) {
            count = kept + n;
        }
    }

    private boolean hasNext() throws IOException {
        if (next >= count) {
            fill();
        }
        return next < count;
    }

    /** Passes over a line feed whose carriage return has ended a line already. */
    private boolean hasNextAfterLineFeed() throws IOException {
        if (!hasNext()) {
            return false;
        }
        if (skipLineFeed) {
            skipLineFeed = false;
            if (buffer[next] == '\n') {
                next++;
                return hasNext();
            }
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        synchronized (lock) {
            checkOpen();
            return hasNextAfterLineFeed() ? buffer[next++] : -1;
        }
    }

    private int readSome(char[] chars, int off, int len) throws IOException {
        if (next >= count && len >= buffer.length && mark < 0 && !skipLineFeed) {
            return in.read(chars, off, len);
        }
        if (!hasNextAfterLineFeed()) {
            return -1;
        }
        int n = Math.min(len, count - next);
        System.arraycopy(buffer, next, chars, off, n);
        next += n;
        return n;
    }

    @Override
    public int read(char[] chars, int off, int len) throws IOException {
        synchronized (lock) {
            checkOpen();
            Objects.checkFromIndexSize(off, len, chars.length);
            if (len == 0) {
                return 0;
            }
            int n = readSome(chars, off, len);
            while (n > 0 && n < len && in.ready()) {
                int more = readSome(chars, off + n, len - n);
                if (more <= 0) {
                    break;
                }
                n += more;
            }
            return n;
        }
    }

    public String readLine() throws IOException {
        synchronized (lock) {
            checkOpen();
            StringBuilder line = null;
            while (hasNextAfterLineFeed()) {
                int end = next;
                while (end < count && buffer[end] != '\n' && buffer[end] != '\r') {
                    end++;
                }
                boolean ended = end < count;
                int begin = next;
                next = ended ? end + 1 : end;
                skipLineFeed = ended && buffer[end] == '\r';
                if (ended && line == null) {
                    return new String(buffer, begin, end - begin);
                }
                if (line == null) {
                    line = new StringBuilder(80);
                }
                line.append(buffer, begin, end - begin);
                if (ended) {
                    return line.toString();
                }
            }
            return line == null ? null : line.toString();
        }
    }

    @Override
    public long skip(long n) throws IOException {
        if (n < 0L) {
            throw new IllegalArgumentException("skip value is negative");
        }
        synchronized (lock) {
            checkOpen();
            long left = n;
            while (left > 0 && hasNextAfterLineFeed()) {
                long skipped = Math.min(left, count - next);
                next += (int) skipped;
                left -= skipped;
            }
            return n - left;
        }
    }

    @Override
    public boolean ready() throws IOException {
        synchronized (lock) {
            checkOpen();
            if (skipLineFeed) {
                if (next >= count && in.ready()) {
                    fill();
                }
                if (next < count) {
                    if (buffer[next] == '\n') {
                        next++;
                    }
                    skipLineFeed = false;
                }
            }
            return next < count || in.ready();
        }
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int limit) throws IOException {
        if (limit < 0) {
            throw new IllegalArgumentException("Read-ahead limit < 0");
        }
        synchronized (lock) {
            checkOpen();
            readAheadLimit = limit;
            mark = next;
            markedSkipLineFeed = skipLineFeed;
        }
    }

    @Override
    public void reset() throws IOException {
        synchronized (lock) {
            checkOpen();
            if (mark < 0) {
                throw new IOException(mark == LOST_MARK ? "Mark invalid" : "Stream not marked");
            }
            next = mark;
            skipLineFeed = markedSkipLineFeed;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            if (in != null) {
                try {
                    in.close();
                } finally {
                    in = null;
                    buffer = null;
                }
            }
        }
    }

    /** The lines from here on; an IOException comes unchecked. */
    public Stream<String> lines() {
        return Stream.generate(() -> {
            try {
                return readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).takeWhile(line -> line != null);
    }
}
