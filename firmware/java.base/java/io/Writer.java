package java.io;

import java.util.Objects;

/** A destination of characters. */
public abstract class Writer implements Appendable, Closeable, Flushable {
    protected Object lock;

    protected Writer() {
        lock = this;
    }

    protected Writer(Object lock) {
        this.lock = Objects.requireNonNull(lock);
    }

    public static Writer nullWriter() {
        return new Writer() {
            private boolean closed;

            private void checkOpen() throws IOException {
                if (closed) {
                    throw new IOException("Stream closed");
                }
            }

            @Override
            public void write(char[] chars, int off, int len) throws IOException {
                Objects.checkFromIndexSize(off, len, chars.length);
                checkOpen();
            }

            @Override
            public void flush() throws IOException {
                checkOpen();
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    public void write(int c) throws IOException {
        char[] one = {(char) c};
        write(one, 0, 1);
    }

    public void write(char[] chars) throws IOException {
        write(chars, 0, chars.length);
    }

    public abstract void write(char[] chars, int off, int len) throws IOException;

    public void write(String text) throws IOException {
        write(text, 0, text.length());
    }

    public void write(String text, int off, int len) throws IOException {
        synchronized (lock) {
            char[] chars = new char[Math.max(len, 0)];
            text.getChars(off, off + len, chars, 0);
            write(chars, 0, len);
        }
    }

    @Override
    public Writer append(CharSequence text) throws IOException {
        write(String.valueOf(text));
        return this;
    }

    @Override
    public Writer append(CharSequence text, int start, int end) throws IOException {
        return append((text == null ? "null" : text).subSequence(start, end));
    }

    @Override
    public Writer append(char c) throws IOException {
        write(c);
        return this;
    }

    @Override
    public abstract void flush() throws IOException;

    @Override
    public abstract void close() throws IOException;
}
