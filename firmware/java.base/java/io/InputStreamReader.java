package java.io;

import java.nio.charset.Charset;
import java.util.Objects;

/**
 * Decodes bytes. It takes from the stream what is there, at most a small buffer full, and keeps the bytes of a
 * character that is not complete yet.
 */
public class InputStreamReader extends Reader {
    private static final int BUFFER_BYTES = 256;

    private final Charset charset;
    private InputStream in;
    private final byte[] bytes = new byte[BUFFER_BYTES];
    private int byteCount;
    private String decoded = "";
    private int next;
    private boolean ended;

    public InputStreamReader(InputStream in) {
        this(in, Charset.defaultCharset());
    }

    public InputStreamReader(InputStream in, String charsetName) throws UnsupportedEncodingException {
        this(in, Encodings.named(Objects.requireNonNull(charsetName, "charsetName")));
    }

    public InputStreamReader(InputStream in, Charset charset) {
        super(in);
        this.in = in;
        this.charset = Objects.requireNonNull(charset, "charset");
    }

    public String getEncoding() {
        return in == null ? null : Encodings.historicalName(charset);
    }

    private void checkOpen() throws IOException {
        if (in == null) {
            throw new IOException("Stream closed");
        }
    }

    private boolean hasNext() throws IOException {
        while (next >= decoded.length() && !ended) {
            int n = in.read(bytes, byteCount, bytes.length - byteCount);
            ended = n < 0;
            byteCount += Math.max(n, 0);
            int complete = ended ? byteCount : completeBytes();
            decoded = new String(bytes, 0, complete, charset);
            next = 0;
            byteCount -= complete;
            System.arraycopy(bytes, complete, bytes, 0, byteCount);
        }
        return next < decoded.length();
    }

    /** How many of the bytes make up whole characters. */
    private int completeBytes() {
        if (charset.name().startsWith("UTF-16")) {
            return completeWide();
        }
        if (!charset.name().equals("UTF-8")) {
            return byteCount;
        }
        for (int back = 1; back <= 3 && back <= byteCount; back++) {
            int b = bytes[byteCount - back] & 0xff;
            if (b >= 0xc0) {
                int size = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                return size > back ? byteCount - back : byteCount;
            }
            if (b < 0x80) {
                break;
            }
        }
        return byteCount;
    }

    /** Keeps back half a unit, and a unit that may be the first of a pair. */
    private int completeWide() {
        int even = byteCount & ~1;
        if (even == 0) {
            return 0;
        }
        int lead = bytes[even - (charset.name().equals("UTF-16LE") ? 1 : 2)] & 0xfc;
        return lead == 0xd8 ? even - 2 : even;
    }

    @Override
    public int read() throws IOException {
        synchronized (lock) {
            checkOpen();
            return hasNext() ? decoded.charAt(next++) : -1;
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
            if (!hasNext()) {
                return -1;
            }
            int n = Math.min(len, decoded.length() - next);
            decoded.getChars(next, next + n, chars, off);
            next += n;
            return n;
        }
    }

    @Override
    public boolean ready() throws IOException {
        synchronized (lock) {
            checkOpen();
            return next < decoded.length() || in.available() > 0;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            if (in != null) {
                in.close();
                in = null;
            }
        }
    }
}
