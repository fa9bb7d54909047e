package java.nio;

import java.util.Objects;

/** Characters with a position and a limit: just what {@link Readable} needs. */
public final class CharBuffer implements Comparable<CharBuffer>, Appendable, CharSequence, Readable {
    private final char[] chars;
    private int position;
    private int limit;

    private CharBuffer(char[] chars, int position, int limit) {
        this.chars = chars;
        this.position = position;
        this.limit = limit;
    }

    public static CharBuffer allocate(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity < 0: (" + capacity + " < 0)");
        }
        return new CharBuffer(new char[capacity], 0, capacity);
    }

    public static CharBuffer wrap(char[] array) {
        return new CharBuffer(array, 0, array.length);
    }

    public static CharBuffer wrap(char[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new CharBuffer(array, offset, offset + length);
    }

    public static CharBuffer wrap(CharSequence csq) {
        return wrap(csq.toString().toCharArray());
    }

    public int capacity() {
        return chars.length;
    }

    public int position() {
        return position;
    }

    public CharBuffer position(int newPosition) {
        if (newPosition < 0 || newPosition > limit) {
            throw new IllegalArgumentException("newPosition > limit: (" + newPosition + " > " + limit + ")");
        }
        position = newPosition;
        return this;
    }

    public int limit() {
        return limit;
    }

    public CharBuffer limit(int newLimit) {
        if (newLimit < 0 || newLimit > chars.length) {
            throw new IllegalArgumentException("newLimit > capacity: (" + newLimit + " > " + chars.length + ")");
        }
        limit = newLimit;
        position = Math.min(position, limit);
        return this;
    }

    public CharBuffer clear() {
        position = 0;
        limit = chars.length;
        return this;
    }

    public CharBuffer flip() {
        limit = position;
        position = 0;
        return this;
    }

    public CharBuffer rewind() {
        position = 0;
        return this;
    }

    public int remaining() {
        return limit - position;
    }

    public boolean hasRemaining() {
        return position < limit;
    }

    public boolean hasArray() {
        return true;
    }

    public char[] array() {
        return chars;
    }

    public int arrayOffset() {
        return 0;
    }

    public char get() {
        if (position >= limit) {
            throw new BufferUnderflowException();
        }
        return chars[position++];
    }

    public char get(int index) {
        return chars[Objects.checkIndex(index, limit)];
    }

    public CharBuffer get(char[] dst, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, dst.length);
        if (length > remaining()) {
            throw new BufferUnderflowException();
        }
        System.arraycopy(chars, position, dst, offset, length);
        position += length;
        return this;
    }

    public CharBuffer put(char c) {
        if (position >= limit) {
            throw new BufferOverflowException();
        }
        chars[position++] = c;
        return this;
    }

    public CharBuffer put(int index, char c) {
        chars[Objects.checkIndex(index, limit)] = c;
        return this;
    }

    public CharBuffer put(char[] src, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, src.length);
        if (length > remaining()) {
            throw new BufferOverflowException();
        }
        System.arraycopy(src, offset, chars, position, length);
        position += length;
        return this;
    }

    public CharBuffer put(String src) {
        return put(src.toCharArray(), 0, src.length());
    }

    @Override
    public CharBuffer append(CharSequence csq) {
        return put(String.valueOf(csq));
    }

    @Override
    public CharBuffer append(CharSequence csq, int start, int end) {
        return put(String.valueOf(csq).substring(start, end));
    }

    @Override
    public CharBuffer append(char c) {
        return put(c);
    }

    @Override
    public int read(CharBuffer target) {
        int count = Math.min(remaining(), target.remaining());
        if (remaining() == 0) {
            return -1;
        }
        target.put(chars, position, count);
        position += count;
        return count;
    }

    @Override
    public int length() {
        return remaining();
    }

    @Override
    public char charAt(int index) {
        return chars[position + Objects.checkIndex(index, remaining())];
    }

    @Override
    public CharBuffer subSequence(int start, int end) {
        Objects.checkFromToIndex(start, end, remaining());
        return new CharBuffer(chars, position + start, position + end);
    }

    @Override
    public int compareTo(CharBuffer other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof CharBuffer && toString().equals(o.toString());
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = limit - 1; i >= position; i--) {
            hash = 31 * hash + chars[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return new String(chars, position, remaining());
    }
}
