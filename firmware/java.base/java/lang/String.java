package java.lang;

import java.io.Serializable;
import java.io.UnsupportedEncodingException;
import java.lang.constant.Constable;
import java.lang.constant.ConstantDesc;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Formatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An immutable sequence of UTF-16 units.
 *
 * <p>The machine makes the strings of class files itself and knows both fields by name. A hash of 0 is never written
 * back, so that a string in ROM, whose hash the ROM builder has filled in, is never stored to.
 */
public final class String implements Serializable, Comparable<String>, CharSequence, Constable, ConstantDesc {
    public static final Comparator<String> CASE_INSENSITIVE_ORDER = new CaseInsensitiveOrder();

    private final char[] value;
    private int hash;

    public String() {
        value = new char[0];
    }

    public String(String original) {
        value = original.value;
        hash = original.hash;
    }

    public String(char[] chars) {
        value = chars.clone();
    }

    public String(char[] chars, int offset, int count) {
        checkBoundsOffCount(offset, count, chars.length);
        char[] copy = new char[count];
        System.arraycopy(chars, offset, copy, 0, count);
        value = copy;
    }

    public String(int[] codePoints, int offset, int count) {
        checkBoundsOffCount(offset, count, codePoints.length);
        int units = 0;
        for (int i = offset; i < offset + count; i++) {
            int codePoint = codePoints[i];
            if (!Character.isValidCodePoint(codePoint)) {
                throw new IllegalArgumentException(Integer.toString(codePoint));
            }
            units += codePoint < 0x10000 ? 1 : 2;
        }
        char[] chars = new char[units];
        int at = 0;
        for (int i = offset; i < offset + count; i++) {
            at += Character.toChars(codePoints[i], chars, at);
        }
        value = chars;
    }

    @Deprecated(since = "1.1")
    public String(byte[] ascii, int highByte, int offset, int count) {
        checkBoundsOffCount(offset, count, ascii.length);
        char[] chars = new char[count];
        for (int i = 0; i < count; i++) {
            chars[i] = (char) (highByte << 8 | ascii[offset + i] & 0xff);
        }
        value = chars;
    }

    @Deprecated(since = "1.1")
    public String(byte[] ascii, int highByte) {
        this(ascii, highByte, 0, ascii.length);
    }

    public String(byte[] bytes, int offset, int length, String charsetName) throws UnsupportedEncodingException {
        checkBoundsOffCount(offset, length, bytes.length);
        value = Coding.decode(Coding.byName(charsetName), bytes, offset, length);
    }

    public String(byte[] bytes, int offset, int length, Charset charset) {
        Objects.requireNonNull(charset);
        checkBoundsOffCount(offset, length, bytes.length);
        value = Coding.decode(Coding.byCanonicalName(charset.name()), bytes, offset, length);
    }

    public String(byte[] bytes, String charsetName) throws UnsupportedEncodingException {
        this(bytes, 0, bytes.length, charsetName);
    }

    public String(byte[] bytes, Charset charset) {
        this(bytes, 0, bytes.length, charset);
    }

    public String(byte[] bytes, int offset, int length) {
        checkBoundsOffCount(offset, length, bytes.length);
        value = Coding.decode(Coding.UTF_8, bytes, offset, length);
    }

    public String(byte[] bytes) {
        value = Coding.decode(Coding.UTF_8, bytes, 0, bytes.length);
    }

    public String(StringBuffer buffer) {
        value = buffer.toString().value;
    }

    public String(StringBuilder builder) {
        value = builder.toString().value;
    }

    /** Takes the array over instead of copying it; whoever calls must not write to it any more. */
    String(char[] chars, boolean shared) {
        value = chars;
    }

    @Override
    public int length() {
        return value.length;
    }

    @Override
    public boolean isEmpty() {
        return value.length == 0;
    }

    @Override
    public char charAt(int index) {
        if (index < 0 || index >= value.length) {
            throw new StringIndexOutOfBoundsException(outOfRange(index));
        }
        return value[index];
    }

    /** The JDK keeps Latin-1 strings apart from others, and one can tell by the text of this exception. */
    private String outOfRange(int index) {
        return Coding.isLatin1(value, value.length)
            ? "String index out of range: " + index
            : "index " + index + ", length " + value.length;
    }

    public int codePointAt(int index) {
        checkIndex(index, value.length);
        return Character.codePointAtImpl(value, index, value.length);
    }

    public int codePointBefore(int index) {
        if (index < 1 || index > value.length) {
            throw new StringIndexOutOfBoundsException(index);
        }
        return Character.codePointBeforeImpl(value, index, 0);
    }

    public int codePointCount(int begin, int end) {
        if (begin < 0 || begin > end || end > value.length) {
            throw new IndexOutOfBoundsException();
        }
        return Character.codePointCountImpl(value, begin, end - begin);
    }

    public int offsetByCodePoints(int index, int offset) {
        if (index < 0 || index > value.length) {
            throw new IndexOutOfBoundsException();
        }
        return Character.offsetByCodePointsImpl(value, 0, value.length, index, offset);
    }

    public void getChars(int srcBegin, int srcEnd, char[] dst, int dstBegin) {
        checkBoundsBeginEnd(srcBegin, srcEnd, value.length);
        checkBoundsOffCount(dstBegin, srcEnd - srcBegin, dst.length);
        System.arraycopy(value, srcBegin, dst, dstBegin, srcEnd - srcBegin);
    }

    void getChars(char[] dst, int dstBegin) {
        System.arraycopy(value, 0, dst, dstBegin, value.length);
    }

    @Deprecated(since = "1.1")
    public void getBytes(int srcBegin, int srcEnd, byte[] dst, int dstBegin) {
        checkBoundsBeginEnd(srcBegin, srcEnd, value.length);
        Objects.requireNonNull(dst);
        checkBoundsOffCount(dstBegin, srcEnd - srcBegin, dst.length);
        for (int i = srcBegin; i < srcEnd; i++) {
            dst[dstBegin++] = (byte) value[i];
        }
    }

    public byte[] getBytes(String charsetName) throws UnsupportedEncodingException {
        return Coding.encode(Coding.byName(charsetName), value);
    }

    public byte[] getBytes(Charset charset) {
        return Coding.encode(Coding.byCanonicalName(charset.name()), value);
    }

    public byte[] getBytes() {
        return Coding.encode(Coding.UTF_8, value);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof String)) {
            return false;
        }
        char[] a = value;
        char[] b = ((String) other).value;
        int length = a.length;
        if (length != b.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (a[i] != b[i]) {
                return false;
            }
        }
        return true;
    }

    public boolean contentEquals(StringBuffer buffer) {
        return contentEquals((CharSequence) buffer);
    }

    public boolean contentEquals(CharSequence text) {
        if (text instanceof String) {
            return equals(text);
        }
        int length = text.length();
        if (length != value.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (value[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public boolean equalsIgnoreCase(String other) {
        return this == other
            || other != null && other.value.length == value.length && regionMatches(true, 0, other, 0, value.length);
    }

    @Override
    public int compareTo(String other) {
        char[] a = value;
        char[] b = other.value;
        int common = Math.min(a.length, b.length);
        for (int i = 0; i < common; i++) {
            if (a[i] != b[i]) {
                return a[i] - b[i];
            }
        }
        return a.length - b.length;
    }

    public int compareToIgnoreCase(String other) {
        return CASE_INSENSITIVE_ORDER.compare(this, other);
    }

    private static final class CaseInsensitiveOrder implements Comparator<String>, Serializable {
        @Override
        public int compare(String first, String second) {
            char[] a = first.value;
            char[] b = second.value;
            int common = Math.min(a.length, b.length);
            for (int i = 0; i < common; i++) {
                int difference = foldedDifference(a[i], b[i]);
                if (difference != 0) {
                    boolean beyond = Character.isSurrogate(a[i]) || Character.isSurrogate(b[i]);
                    return beyond && !Coding.isLatin1(a, a.length) && !Coding.isLatin1(b, b.length)
                        ? foldedCodePoint(a, i) - foldedCodePoint(b, i) : difference;
                }
            }
            return a.length - b.length;
        }
    }

    /** In lower case, the code point of which the unit is the first or the second half, or the whole. */
    private static int foldedCodePoint(char[] chars, int at) {
        boolean second = at > 0 && Character.isSurrogatePair(chars[at - 1], chars[at]);
        int codePoint = Character.codePointAtImpl(chars, second ? at - 1 : at, chars.length);
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    /** 0 if the units are the same but for case: Georgian has letters that agree in lower case only, so both are tried. */
    private static int foldedDifference(char a, char b) {
        if (a == b) {
            return 0;
        }
        char upperA = Character.toUpperCase(a);
        char upperB = Character.toUpperCase(b);
        return upperA == upperB ? 0 : Character.toLowerCase(upperA) - Character.toLowerCase(upperB);
    }

    public boolean regionMatches(int offset, String other, int otherOffset, int length) {
        return regionMatches(false, offset, other, otherOffset, length);
    }

    public boolean regionMatches(boolean ignoreCase, int offset, String other, int otherOffset, int length) {
        char[] a = value;
        char[] b = other.value;
        if (offset < 0 || otherOffset < 0
                || offset > (long) a.length - length || otherOffset > (long) b.length - length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char x = a[offset + i];
            char y = b[otherOffset + i];
            if (x != y && !(ignoreCase && foldedDifference(x, y) == 0)) {
                return false;
            }
        }
        return true;
    }

    public boolean startsWith(String prefix, int offset) {
        return regionMatches(false, offset, prefix, 0, prefix.value.length);
    }

    public boolean startsWith(String prefix) {
        return startsWith(prefix, 0);
    }

    public boolean endsWith(String suffix) {
        return startsWith(suffix, value.length - suffix.value.length);
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            for (char c : value) {
                h = 31 * h + c;
            }
            if (h != 0) {
                hash = h;
            }
        }
        return h;
    }

    public int indexOf(int ch) {
        return indexOf(ch, 0);
    }

    public int indexOf(int ch, int fromIndex) {
        char[] chars = value;
        int from = Math.max(fromIndex, 0);
        if (ch >>> 16 == 0) {
            for (int i = from; i < chars.length; i++) {
                if (chars[i] == ch) {
                    return i;
                }
            }
        } else if (Character.isValidCodePoint(ch)) {
            char high = Character.highSurrogate(ch);
            char low = Character.lowSurrogate(ch);
            for (int i = from; i < chars.length - 1; i++) {
                if (chars[i] == high && chars[i + 1] == low) {
                    return i;
                }
            }
        }
        return -1;
    }

    public int lastIndexOf(int ch) {
        return lastIndexOf(ch, value.length - 1);
    }

    public int lastIndexOf(int ch, int fromIndex) {
        char[] chars = value;
        if (ch >>> 16 == 0) {
            for (int i = Math.min(fromIndex, chars.length - 1); i >= 0; i--) {
                if (chars[i] == ch) {
                    return i;
                }
            }
        } else if (Character.isValidCodePoint(ch)) {
            char high = Character.highSurrogate(ch);
            char low = Character.lowSurrogate(ch);
            for (int i = Math.min(fromIndex, chars.length - 2); i >= 0; i--) {
                if (chars[i] == high && chars[i + 1] == low) {
                    return i;
                }
            }
        }
        return -1;
    }

    public int indexOf(String text) {
        return indexOf(text, 0);
    }

    public int indexOf(String text, int fromIndex) {
        return indexOf(value, value.length, text, fromIndex);
    }

    static int indexOf(char[] chars, int length, String text, int fromIndex) {
        char[] sought = text.value;
        int from = Math.min(Math.max(fromIndex, 0), length);
        if (sought.length == 0) {
            return from;
        }
        char first = sought[0];
        int last = length - sought.length;
        for (int i = from; i <= last; i++) {
            if (chars[i] == first && matches(chars, i, sought)) {
                return i;
            }
        }
        return -1;
    }

    public int lastIndexOf(String text) {
        return lastIndexOf(text, value.length);
    }

    public int lastIndexOf(String text, int fromIndex) {
        return lastIndexOf(value, value.length, text, fromIndex);
    }

    static int lastIndexOf(char[] chars, int length, String text, int fromIndex) {
        char[] sought = text.value;
        for (int i = Math.min(fromIndex, length - sought.length); i >= 0; i--) {
            if (matches(chars, i, sought)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(char[] chars, int at, char[] sought) {
        for (int i = 0; i < sought.length; i++) {
            if (chars[at + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }

    public boolean contains(CharSequence text) {
        return indexOf(text.toString()) >= 0;
    }

    public String substring(int begin) {
        return substring(begin, value.length);
    }

    public String substring(int begin, int end) {
        checkBoundsBeginEnd(begin, end, value.length);
        if (begin == 0 && end == value.length) {
            return this;
        }
        char[] part = new char[end - begin];
        System.arraycopy(value, begin, part, 0, part.length);
        return new String(part, true);
    }

    @Override
    public CharSequence subSequence(int begin, int end) {
        return substring(begin, end);
    }

    public String concat(String text) {
        if (text.value.length == 0) {
            return this;
        }
        char[] chars = new char[value.length + text.value.length];
        System.arraycopy(value, 0, chars, 0, value.length);
        System.arraycopy(text.value, 0, chars, value.length, text.value.length);
        return new String(chars, true);
    }

    public String replace(char oldChar, char newChar) {
        int at = oldChar == newChar ? -1 : indexOf(oldChar);
        if (at < 0) {
            return this;
        }
        char[] chars = value.clone();
        for (int i = at; i < chars.length; i++) {
            if (chars[i] == oldChar) {
                chars[i] = newChar;
            }
        }
        return new String(chars, true);
    }

    public String replace(CharSequence target, CharSequence replacement) {
        String sought = target.toString();
        String put = replacement.toString();
        int at = indexOf(sought);
        if (at < 0) {
            return this;
        }
        StringBuilder result = new StringBuilder(value.length + put.value.length);
        int copied = 0;
        while (at >= 0) {
            result.append(value, copied, at - copied).append(put);
            copied = at + sought.value.length;
            if (sought.value.length > 0) {
                at = indexOf(sought, copied);
            } else if (at < value.length) {
                at++;
            } else {
                at = -1;
            }
        }
        return result.append(value, copied, value.length - copied).toString();
    }

    public boolean matches(String regex) {
        return Pattern.matches(regex, this);
    }

    public String replaceFirst(String regex, String replacement) {
        return Pattern.compile(regex).matcher(this).replaceFirst(replacement);
    }

    public String replaceAll(String regex, String replacement) {
        return Pattern.compile(regex).matcher(this).replaceAll(replacement);
    }

    public String[] split(String regex, int limit) {
        return Pattern.split(this, regex, limit);
    }

    public String[] split(String regex) {
        return split(regex, 0);
    }

    public static String join(CharSequence delimiter, CharSequence... elements) {
        String separator = delimiter.toString();
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < elements.length; i++) {
            if (i > 0) {
                result.append(separator);
            }
            result.append(String.valueOf(elements[i]));
        }
        return result.toString();
    }

    public static String join(CharSequence delimiter, Iterable<? extends CharSequence> elements) {
        Objects.requireNonNull(delimiter);
        Objects.requireNonNull(elements);
        String separator = delimiter.toString();
        StringBuilder result = new StringBuilder();
        Iterator<? extends CharSequence> iterator = elements.iterator();
        while (iterator.hasNext()) {
            result.append(String.valueOf(iterator.next()));
            if (iterator.hasNext()) {
                result.append(separator);
            }
        }
        return result.toString();
    }

    public String toLowerCase(Locale locale) {
        Objects.requireNonNull(locale);
        return CaseMapping.toLowerCase(this, value);
    }

    public String toLowerCase() {
        return CaseMapping.toLowerCase(this, value);
    }

    public String toUpperCase(Locale locale) {
        Objects.requireNonNull(locale);
        return CaseMapping.toUpperCase(this, value);
    }

    public String toUpperCase() {
        return CaseMapping.toUpperCase(this, value);
    }

    public String trim() {
        int begin = 0;
        int end = value.length;
        while (begin < end && value[begin] <= ' ') {
            begin++;
        }
        while (begin < end && value[end - 1] <= ' ') {
            end--;
        }
        return substring(begin, end);
    }

    public String strip() {
        int begin = leadingBlanks();
        return begin == value.length ? "" : substring(begin, endOfText());
    }

    public String stripLeading() {
        return substring(leadingBlanks());
    }

    public String stripTrailing() {
        return substring(0, endOfText());
    }

    public boolean isBlank() {
        return leadingBlanks() == value.length;
    }

    // No code point beyond the basic plane is white space, so units will do.
    private int leadingBlanks() {
        int at = 0;
        while (at < value.length && Character.isWhitespace(value[at])) {
            at++;
        }
        return at;
    }

    private int endOfText() {
        int end = value.length;
        while (end > 0 && Character.isWhitespace(value[end - 1])) {
            end--;
        }
        return end;
    }

    public String indent(int n) {
        if (isEmpty()) {
            return "";
        }
        StringBuilder result = new StringBuilder(value.length + 16);
        for (String line : TextBlocks.lines(this)) {
            if (n > 0) {
                result.append(" ".repeat(n)).append(line);
            } else {
                result.append(line, (int) Math.min(-(long) n, line.leadingBlanks()), line.length());
            }
            result.append('\n');
        }
        return result.toString();
    }

    public String stripIndent() {
        return TextBlocks.stripIndent(this);
    }

    public String translateEscapes() {
        return TextBlocks.translateEscapes(value);
    }

    public <R> R transform(Function<? super String, ? extends R> f) {
        return f.apply(this);
    }

    public String repeat(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count is negative: " + count);
        }
        if (count == 1) {
            return this;
        }
        int length = value.length;
        if (length == 0 || count == 0) {
            return "";
        }
        if (Integer.MAX_VALUE / count < length) {
            throw new OutOfMemoryError("Required length exceeds implementation limit");
        }
        char[] chars = new char[length * count];
        System.arraycopy(value, 0, chars, 0, length);
        int filled = length;
        while (filled < chars.length) {
            int more = Math.min(filled, chars.length - filled);
            System.arraycopy(chars, 0, chars, filled, more);
            filled += more;
        }
        return new String(chars, true);
    }

    @Override
    public String toString() {
        return this;
    }

    public char[] toCharArray() {
        return value.clone();
    }

    public static String format(String format, Object... args) {
        return new Formatter().format(format, args).toString();
    }

    public static String format(Locale locale, String format, Object... args) {
        return new Formatter(locale).format(format, args).toString();
    }

    public String formatted(Object... args) {
        return new Formatter().format(this, args).toString();
    }

    public static String valueOf(Object object) {
        return object == null ? "null" : object.toString();
    }

    public static String valueOf(char[] chars) {
        return new String(chars);
    }

    public static String valueOf(char[] chars, int offset, int count) {
        return new String(chars, offset, count);
    }

    public static String copyValueOf(char[] chars, int offset, int count) {
        return new String(chars, offset, count);
    }

    public static String copyValueOf(char[] chars) {
        return new String(chars);
    }

    public static String valueOf(boolean b) {
        return b ? "true" : "false";
    }

    public static String valueOf(char c) {
        char[] chars = {c};
        return new String(chars, true);
    }

    public static String valueOf(int i) {
        return Integer.toString(i);
    }

    public static String valueOf(long l) {
        return Long.toString(l);
    }

    public static String valueOf(float f) {
        return Float.toString(f);
    }

    public static String valueOf(double d) {
        return Double.toString(d);
    }

    public native String intern();

    static void checkIndex(int index, int length) {
        if (index < 0 || index >= length) {
            throw new StringIndexOutOfBoundsException("index " + index + ", length " + length);
        }
    }

    static void checkOffset(int offset, int length) {
        if (offset < 0 || offset > length) {
            throw new StringIndexOutOfBoundsException("offset " + offset + ", length " + length);
        }
    }

    static void checkBoundsOffCount(int offset, int count, int length) {
        if (offset < 0 || count < 0 || offset > length - count) {
            throw new StringIndexOutOfBoundsException(
                "offset " + offset + ", count " + count + ", length " + length);
        }
    }

    static void checkBoundsBeginEnd(int begin, int end, int length) {
        if (begin < 0 || begin > end || end > length) {
            throw new StringIndexOutOfBoundsException("begin " + begin + ", end " + end + ", length " + length);
        }
    }

    /** The lines without their terminators. */
    public Stream<String> lines() {
        return Arrays.stream(TextBlocks.lines(this));
    }
}
