package java.io;

import java.util.Enumeration;
import java.util.Objects;

/** Reads one stream after the other. */
public class SequenceInputStream extends InputStream {
    private final Enumeration<? extends InputStream> streams;
    private InputStream in;

    public SequenceInputStream(Enumeration<? extends InputStream> streams) {
        this.streams = streams;
        takeNext();
    }

    public SequenceInputStream(InputStream first, InputStream second) {
        this(new Pair(first, second));
    }

    private static final class Pair implements Enumeration<InputStream> {
        private final InputStream[] streams;
        private int next;

        Pair(InputStream first, InputStream second) {
            streams = new InputStream[] {first, second};
        }

        @Override
        public boolean hasMoreElements() {
            return next < 2;
        }

        @Override
        public InputStream nextElement() {
            return streams[next++];
        }
    }

    private void takeNext() {
        in = streams.hasMoreElements() ? Objects.requireNonNull(streams.nextElement()) : null;
    }

    private void nextStream() throws IOException {
        if (in != null) {
            in.close();
        }
        takeNext();
    }

    @Override
    public int available() throws IOException {
        return in == null ? 0 : in.available();
    }

    @Override
    public int read() throws IOException {
        while (in != null) {
            int b = in.read();
            if (b != -1) {
                return b;
            }
            nextStream();
        }
        return -1;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (in == null) {
            return -1;
        }
        Objects.checkFromIndexSize(off, len, b.length);
        if (len == 0) {
            return 0;
        }
        while (in != null) {
            int n = in.read(b, off, len);
            if (n > 0) {
                return n;
            }
            nextStream();
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        while (in != null) {
            nextStream();
        }
    }
}
