package java.io;

import java.util.Objects;

/** Collects characters in an array that grows. */
public class CharArrayWriter extends Writer {
    protected char[] buf;
    protected int count;

    public CharArrayWriter() {
        this(32);
    }

    public CharArrayWriter(int initialSize) {
        if (initialSize < 0) {
            throw new IllegalArgumentException("Negative initial size: " + initialSize);
        }
        buf = new char[initialSize];
    }

    private int grownBy(int extra) {
        int length = count + extra;
        if (length > buf.length) {
            char[] grown = new char[Math.max(2 * buf.length, length)];
            System.arraycopy(buf, 0, grown, 0, count);
            buf = grown;
        }
        return length;
    }

    @Override
    public void write(int c) {
        synchronized (lock) {
            int length = grownBy(1);
            buf[count] = (char) c;
            count = length;
        }
    }

    @Override
    public void write(char[] chars, int off, int len) {
        Objects.checkFromIndexSize(off, len, chars.length);
        synchronized (lock) {
            int length = grownBy(len);
            System.arraycopy(chars, off, buf, count, len);
            count = length;
        }
    }

    @Override
    public void write(String text, int off, int len) {
        synchronized (lock) {
            int length = grownBy(len);
            text.getChars(off, off + len, buf, count);
            count = length;
        }
    }

    public void writeTo(Writer out) throws IOException {
        synchronized (lock) {
            out.write(buf, 0, count);
        }
    }

    @Override
    public CharArrayWriter append(CharSequence text) {
        String s = String.valueOf(text);
        write(s, 0, s.length());
        return this;
    }

    @Override
    public CharArrayWriter append(CharSequence text, int start, int end) {
        return append((text == null ? "null" : text).subSequence(start, end));
    }

    @Override
    public CharArrayWriter append(char c) {
        write(c);
        return this;
    }

    public void reset() {
        count = 0;
    }

    public char[] toCharArray() {
        synchronized (lock) {
            char[] copy = new char[count];
            System.arraycopy(buf, 0, copy, 0, count);
            return copy;
        }
    }

    public int size() {
        return count;
    }

    @Override
    public String toString() {
        synchronized (lock) {
            return new String(buf, 0, count);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
