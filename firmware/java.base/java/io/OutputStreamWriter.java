package java.io;

import java.nio.charset.Charset;
import java.util.Objects;

/** Encodes characters and passes the bytes on at once; only half a surrogate pair waits for its other half. */
public class OutputStreamWriter extends Writer {
    private final Charset charset;
    private OutputStream out;
    private char pendingHigh;

    public OutputStreamWriter(OutputStream out) {
        this(out, Charset.defaultCharset());
    }

    public OutputStreamWriter(OutputStream out, String charsetName) throws UnsupportedEncodingException {
        this(out, Encodings.named(Objects.requireNonNull(charsetName, "charsetName")));
    }

    public OutputStreamWriter(OutputStream out, Charset charset) {
        super(out);
        this.out = out;
        this.charset = Objects.requireNonNull(charset, "charset");
    }

    public String getEncoding() {
        return out == null ? null : Encodings.historicalName(charset);
    }

    private void checkOpen() throws IOException {
        if (out == null) {
            throw new IOException("Stream closed");
        }
    }

    private void emit(String text) throws IOException {
        checkOpen();
        String whole = pendingHigh == 0 ? text : pendingHigh + text;
        pendingHigh = 0;
        int length = whole.length();
        if (length > 0 && Character.isHighSurrogate(whole.charAt(length - 1))) {
            pendingHigh = whole.charAt(--length);
        }
        byte[] bytes = whole.substring(0, length).getBytes(charset);
        out.write(bytes, 0, bytes.length);
    }

    @Override
    public void write(int c) throws IOException {
        synchronized (lock) {
            emit(String.valueOf((char) c));
        }
    }

    @Override
    public void write(char[] chars, int off, int len) throws IOException {
        synchronized (lock) {
            Objects.checkFromIndexSize(off, len, chars.length);
            emit(new String(chars, off, len));
        }
    }

    @Override
    public void write(String text, int off, int len) throws IOException {
        synchronized (lock) {
            Objects.checkFromIndexSize(off, len, text.length());
            emit(text.substring(off, off + len));
        }
    }

    @Override
    public void flush() throws IOException {
        synchronized (lock) {
            checkOpen();
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            if (out == null) {
                return;
            }
            try (OutputStream closing = out) {
                if (pendingHigh != 0) {
                    pendingHigh = 0;
                    out.write('?');
                }
                out.flush();
            } finally {
                out = null;
            }
        }
    }
}
