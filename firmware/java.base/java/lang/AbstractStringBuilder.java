package java.lang;

import java.util.Objects;

/** What StringBuilder and StringBuffer share: an array of UTF-16 units that grows. */
abstract class AbstractStringBuilder implements Appendable, CharSequence {
    char[] value;
    int count;

    AbstractStringBuilder(int capacity) {
        value = new char[capacity];
    }

    @Override
    public int length() {
        return count;
    }

    public int capacity() {
        return value.length;
    }

    public void ensureCapacity(int minimum) {
        if (minimum > 0) {
            grow(minimum);
        }
    }

    final void grow(int minimum) {
        if (minimum - value.length > 0) {
            int length = value.length * 2 + 2;
            if (length < 0) {
                length = Integer.MAX_VALUE - 8;
            }
            resize(Math.max(length, minimum));
        }
    }

    private void resize(int capacity) {
        char[] copy = new char[capacity];
        System.arraycopy(value, 0, copy, 0, count);
        value = copy;
    }

    private int grownBy(int extra) {
        int length = count + extra;
        if (length < 0) {
            throw new OutOfMemoryError("Required length exceeds implementation limit");
        }
        grow(length);
        return length;
    }

    public void trimToSize() {
        if (count < value.length) {
            resize(count);
        }
    }

    public void setLength(int length) {
        if (length < 0) {
            throw new StringIndexOutOfBoundsException(length);
        }
        grow(length);
        for (int i = count; i < length; i++) {
            value[i] = '\0';
        }
        count = length;
    }

    @Override
    public char charAt(int index) {
        String.checkIndex(index, count);
        return value[index];
    }

    public int codePointAt(int index) {
        String.checkIndex(index, count);
        return Character.codePointAtImpl(value, index, count);
    }

    public int codePointBefore(int index) {
        if (index < 1 || index > count) {
            throw new StringIndexOutOfBoundsException(index);
        }
        return Character.codePointBeforeImpl(value, index, 0);
    }

    public int codePointCount(int begin, int end) {
        if (begin < 0 || end > count || begin > end) {
            throw new IndexOutOfBoundsException();
        }
        return Character.codePointCountImpl(value, begin, end - begin);
    }

    public int offsetByCodePoints(int index, int offset) {
        if (index < 0 || index > count) {
            throw new IndexOutOfBoundsException();
        }
        return Character.offsetByCodePointsImpl(value, 0, count, index, offset);
    }

    public void getChars(int srcBegin, int srcEnd, char[] dst, int dstBegin) {
        checkRangeOfString(srcBegin, srcEnd, count);
        int length = srcEnd - srcBegin;
        checkRange(dstBegin, dstBegin + length, dst.length);
        System.arraycopy(value, srcBegin, dst, dstBegin, length);
    }

    public void setCharAt(int index, char c) {
        String.checkIndex(index, count);
        value[index] = c;
    }

    public AbstractStringBuilder append(Object object) {
        return append(String.valueOf(object));
    }

    public AbstractStringBuilder append(String text) {
        if (text == null) {
            return append("null");
        }
        int length = grownBy(text.length());
        text.getChars(value, count);
        count = length;
        return this;
    }

    public AbstractStringBuilder append(StringBuffer buffer) {
        return append((CharSequence) buffer);
    }

    @Override
    public AbstractStringBuilder append(CharSequence text) {
        if (text == null || text instanceof String) {
            return append((String) text);
        }
        if (text instanceof AbstractStringBuilder) {
            AbstractStringBuilder other = (AbstractStringBuilder) text;
            return append(other.value, other.count);
        }
        return append(text, 0, text.length());
    }

    private AbstractStringBuilder append(char[] chars, int length) {
        int newCount = grownBy(length);
        System.arraycopy(chars, 0, value, count, length);
        count = newCount;
        return this;
    }

    @Override
    public AbstractStringBuilder append(CharSequence text, int start, int end) {
        CharSequence source = text == null ? "null" : text;
        checkRange(start, end, source.length());
        int length = grownBy(end - start);
        for (int i = start; i < end; i++) {
            value[count++] = source.charAt(i);
        }
        count = length;
        return this;
    }

    public AbstractStringBuilder append(char[] chars) {
        return append(chars, chars.length);
    }

    public AbstractStringBuilder append(char[] chars, int offset, int length) {
        checkRange(offset, offset + length, chars.length);
        int newCount = grownBy(length);
        System.arraycopy(chars, offset, value, count, length);
        count = newCount;
        return this;
    }

    public AbstractStringBuilder append(boolean b) {
        return append(b ? "true" : "false");
    }

    @Override
    public AbstractStringBuilder append(char c) {
        if (count == value.length) {
            grownBy(1);
        }
        value[count++] = c;
        return this;
    }

    public AbstractStringBuilder append(int i) {
        int length = grownBy(Integer.stringSize(i));
        Integer.putDigits(i, value, length);
        count = length;
        return this;
    }

    public AbstractStringBuilder append(long l) {
        return append(Long.toString(l));
    }

    public AbstractStringBuilder append(float f) {
        return append(Float.toString(f));
    }

    public AbstractStringBuilder append(double d) {
        return append(Double.toString(d));
    }

    public AbstractStringBuilder appendCodePoint(int codePoint) {
        if (Character.isBmpCodePoint(codePoint)) {
            return append((char) codePoint);
        }
        return append(Character.toString(codePoint));
    }

    public AbstractStringBuilder delete(int start, int end) {
        int stop = Math.min(end, count);
        checkRangeOfString(start, stop, count);
        System.arraycopy(value, stop, value, start, count - stop);
        count -= stop - start;
        return this;
    }

    public AbstractStringBuilder deleteCharAt(int index) {
        String.checkIndex(index, count);
        System.arraycopy(value, index + 1, value, index, count - index - 1);
        count--;
        return this;
    }

    public AbstractStringBuilder replace(int start, int end, String text) {
        int stop = Math.min(end, count);
        checkRangeOfString(start, stop, count);
        int length = text.length();
        int newCount = grownBy(length - (stop - start));
        System.arraycopy(value, stop, value, start + length, count - stop);
        text.getChars(value, start);
        count = newCount;
        return this;
    }

    public String substring(int start) {
        return substring(start, count);
    }

    public String substring(int start, int end) {
        checkRangeOfString(start, end, count);
        return new String(value, start, end - start);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return substring(start, end);
    }

    private void makeRoom(int index, int length) {
        int newCount = grownBy(length);
        System.arraycopy(value, index, value, index + length, count - index);
        count = newCount;
    }

    public AbstractStringBuilder insert(int index, char[] chars, int offset, int length) {
        String.checkOffset(index, count);
        checkRangeOfString(offset, offset + length, chars.length);
        makeRoom(index, length);
        System.arraycopy(chars, offset, value, index, length);
        return this;
    }

    public AbstractStringBuilder insert(int offset, Object object) {
        return insert(offset, String.valueOf(object));
    }

    public AbstractStringBuilder insert(int offset, String text) {
        String.checkOffset(offset, count);
        String source = text == null ? "null" : text;
        makeRoom(offset, source.length());
        source.getChars(value, offset);
        return this;
    }

    public AbstractStringBuilder insert(int offset, char[] chars) {
        String.checkOffset(offset, count);
        makeRoom(offset, chars.length);
        System.arraycopy(chars, 0, value, offset, chars.length);
        return this;
    }

    public AbstractStringBuilder insert(int offset, CharSequence text) {
        CharSequence source = text == null ? "null" : text;
        if (source instanceof String) {
            return insert(offset, (String) source);
        }
        return insert(offset, source, 0, source.length());
    }

    public AbstractStringBuilder insert(int offset, CharSequence text, int start, int end) {
        CharSequence source = text == null ? "null" : text;
        String.checkOffset(offset, count);
        checkRange(start, end, source.length());
        return insert(offset, source.subSequence(start, end).toString());
    }

    public AbstractStringBuilder insert(int offset, boolean b) {
        return insert(offset, String.valueOf(b));
    }

    public AbstractStringBuilder insert(int offset, char c) {
        String.checkOffset(offset, count);
        makeRoom(offset, 1);
        value[offset] = c;
        return this;
    }

    public AbstractStringBuilder insert(int offset, int i) {
        return insert(offset, String.valueOf(i));
    }

    public AbstractStringBuilder insert(int offset, long l) {
        return insert(offset, String.valueOf(l));
    }

    public AbstractStringBuilder insert(int offset, float f) {
        return insert(offset, String.valueOf(f));
    }

    public AbstractStringBuilder insert(int offset, double d) {
        return insert(offset, String.valueOf(d));
    }

    public int indexOf(String text) {
        return indexOf(text, 0);
    }

    public int indexOf(String text, int fromIndex) {
        return String.indexOf(value, count, text, fromIndex);
    }

    public int lastIndexOf(String text) {
        return lastIndexOf(text, count);
    }

    public int lastIndexOf(String text, int fromIndex) {
        return String.lastIndexOf(value, count, text, fromIndex);
    }

    public AbstractStringBuilder reverse() {
        boolean surrogates = false;
        for (int low = 0, high = count - 1; low <= high; low++, high--) {
            char a = value[low];
            char b = value[high];
            value[low] = b;
            value[high] = a;
            surrogates |= Character.isSurrogate(a) || Character.isSurrogate(b);
        }
        if (surrogates) {
            restorePairs();
        }
        return this;
    }

    private void restorePairs() {
        for (int i = 0; i < count - 1; i++) {
            char first = value[i];
            char second = value[i + 1];
            if (Character.isLowSurrogate(first) && Character.isHighSurrogate(second)) {
                value[i++] = second;
                value[i] = first;
            }
        }
    }

    final int compareTo(AbstractStringBuilder other) {
        if (this == other) {
            return 0;
        }
        int common = Math.min(count, Objects.requireNonNull(other).count);
        for (int i = 0; i < common; i++) {
            if (value[i] != other.value[i]) {
                return value[i] - other.value[i];
            }
        }
        return count - other.count;
    }

    @Override
    public String toString() {
        return new String(value, 0, count);
    }

    private static void checkRange(int start, int end, int length) {
        if (start < 0 || start > end || end > length) {
            throw new IndexOutOfBoundsException(rangeText(start, end, length));
        }
    }

    private static void checkRangeOfString(int start, int end, int length) {
        if (start < 0 || start > end || end > length) {
            throw new StringIndexOutOfBoundsException(rangeText(start, end, length));
        }
    }

    private static String rangeText(int start, int end, int length) {
        return "start " + start + ", end " + end + ", length " + length;
    }
}
