package java.io;

import java.util.Objects;

/** Collects characters and passes them on in larger pieces. */
public class BufferedWriter extends Writer {
    private Writer out;
    private char[] buffer;
    private int count;

    public BufferedWriter(Writer out) {
        this(out, 512);
    }

    public BufferedWriter(Writer out, int size) {
        super(out);
        if (size <= 0) {
            throw new IllegalArgumentException("Buffer size <= 0");
        }
        this.out = out;
        buffer = new char[size];
    }

    private void checkOpen() throws IOException {
        if (out == null) {
            throw new IOException("Stream closed");
        }
    }

    private void pass() throws IOException {
        checkOpen();
        if (count > 0) {
            int length = count;
            count = 0;
            out.write(buffer, 0, length);
        }
    }

    @Override
    public void write(int c) throws IOException {
        synchronized (lock) {
            checkOpen();
            if (count == buffer.length) {
                pass();
            }
            buffer[count++] = (char) c;
        }
    }

    @Override
    public void write(char[] chars, int off, int len) throws IOException {
        synchronized (lock) {
            checkOpen();
            Objects.checkFromIndexSize(off, len, chars.length);
            if (len > buffer.length - count) {
                pass();
            }
            if (len > buffer.length) {
                out.write(chars, off, len);
            } else {
                System.arraycopy(chars, off, buffer, count, len);
                count += len;
            }
        }
    }

    @Override
    public void write(String text, int off, int len) throws IOException {
        synchronized (lock) {
            checkOpen();
            if (len > 0) {
                super.write(text, off, len);
            }
        }
    }

    public void newLine() throws IOException {
        write('\n');
    }

    @Override
    public void flush() throws IOException {
        synchronized (lock) {
            pass();
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            if (out == null) {
                return;
            }
            try (Writer closing = out) {
                pass();
            } finally {
                out = null;
                buffer = null;
            }
        }
    }
}
