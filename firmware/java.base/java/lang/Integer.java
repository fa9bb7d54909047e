package java.lang;

import java.lang.constant.Constable;
import java.lang.constant.ConstantDesc;

/** An int as an object. The objects of small values are shared, as in the JDK, but made only when asked for. */
public final class Integer extends Number implements Comparable<Integer>, Constable, ConstantDesc {
    public static final int MIN_VALUE = 0x80000000;
    public static final int MAX_VALUE = 0x7fffffff;
    public static final int SIZE = 32;
    public static final int BYTES = 4;

    @SuppressWarnings("unchecked")
    public static final Class<Integer> TYPE = (Class<Integer>) Class.primitive0(10);

    private final int value;

    @Deprecated(since = "9", forRemoval = true)
    public Integer(int value) {
        this.value = value;
    }

    @Deprecated(since = "9", forRemoval = true)
    public Integer(String text) throws NumberFormatException {
        value = parseInt(text, 10);
    }

    private static final class Cache {
        static final Integer[] SMALL = new Integer[256];
    }

    public static Integer valueOf(int i) {
        if (i < -128 || i > 127) {
            return new Integer(i);
        }
        Integer[] small = Cache.SMALL;
        Integer shared = small[i + 128];
        if (shared == null) {
            shared = new Integer(i);
            small[i + 128] = shared;
        }
        return shared;
    }

    public static Integer valueOf(String text) throws NumberFormatException {
        return valueOf(parseInt(text, 10));
    }

    public static Integer valueOf(String text, int radix) throws NumberFormatException {
        return valueOf(parseInt(text, radix));
    }

    public static String toString(int i, int radix) {
        if (radix == 10 || radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            return toString(i);
        }
        char[] digits = new char[33];
        int at = 33;
        int rest = i < 0 ? i : -i;
        do {
            digits[--at] = Character.lowerDigit(-(rest % radix));
            rest /= radix;
        } while (rest != 0);
        if (i < 0) {
            digits[--at] = '-';
        }
        return new String(digits, at, 33 - at);
    }

    public static String toString(int i) {
        char[] digits = new char[stringSize(i)];
        putDigits(i, digits, digits.length);
        return new String(digits, true);
    }

    static int stringSize(int i) {
        int size = i < 0 ? 2 : 1;
        int rest = i < 0 ? i : -i;
        for (int limit = -9; rest < limit; limit = limit * 10 - 9) {
            size++;
            if (limit == -999999999) {
                break;
            }
        }
        return size;
    }

    /** Writes the decimal digits and the sign so that they end before end. */
    static void putDigits(int i, char[] chars, int end) {
        int at = end;
        int rest = i < 0 ? i : -i;
        do {
            int tenth = rest / 10;
            chars[--at] = (char) ('0' + (tenth * 10 - rest));
            rest = tenth;
        } while (rest != 0);
        if (i < 0) {
            chars[at - 1] = '-';
        }
    }

    public static String toUnsignedString(int i, int radix) {
        return Long.toString(toUnsignedLong(i), radix);
    }

    public static String toUnsignedString(int i) {
        return Long.toString(toUnsignedLong(i));
    }

    public static String toHexString(int i) {
        return toBitString(i, 4);
    }

    public static String toOctalString(int i) {
        return toBitString(i, 3);
    }

    public static String toBinaryString(int i) {
        return toBitString(i, 1);
    }

    private static String toBitString(int i, int shift) {
        int length = Math.max((32 - numberOfLeadingZeros(i) + shift - 1) / shift, 1);
        char[] digits = new char[length];
        int rest = i;
        for (int at = length - 1; at >= 0; at--) {
            digits[at] = Character.lowerDigit(rest & (1 << shift) - 1);
            rest >>>= shift;
        }
        return new String(digits, true);
    }

    public static int parseInt(String text) throws NumberFormatException {
        return parseInt(text, 10);
    }

    public static int parseInt(String text, int radix) throws NumberFormatException {
        if (text == null) {
            throw new NumberFormatException("Cannot parse null string");
        }
        checkRadix(radix);
        int length = text.length();
        if (length == 0) {
            throw NumberFormatException.forInput(text, radix);
        }
        char first = text.charAt(0);
        boolean negative = first == '-';
        int at = negative || first == '+' ? 1 : 0;
        if (at == length) {
            throw NumberFormatException.forInput(text, radix);
        }
        int limit = negative ? MIN_VALUE : -MAX_VALUE;
        int limitBeforeDigit = limit / radix;
        int result = 0;
        while (at < length) {
            int digit = Character.digit(text.charAt(at++), radix);
            if (digit < 0 || result < limitBeforeDigit || result * radix < limit + digit) {
                throw NumberFormatException.forInput(text, radix);
            }
            result = result * radix - digit;
        }
        return negative ? result : -result;
    }

    static void checkRadix(int radix) {
        if (radix < Character.MIN_RADIX) {
            throw new NumberFormatException("radix " + radix + " less than Character.MIN_RADIX");
        }
        if (radix > Character.MAX_RADIX) {
            throw new NumberFormatException("radix " + radix + " greater than Character.MAX_RADIX");
        }
    }

    public static int parseInt(CharSequence text, int begin, int end, int radix) throws NumberFormatException {
        long result = Long.parseLimited(text, begin, end, radix, MIN_VALUE, -MAX_VALUE);
        return (int) result;
    }

    public static int parseUnsignedInt(String text) throws NumberFormatException {
        return parseUnsignedInt(text, 10);
    }

    public static int parseUnsignedInt(String text, int radix) throws NumberFormatException {
        if (text == null) {
            throw new NumberFormatException("Cannot parse null string");
        }
        if (text.isEmpty()) {
            throw NumberFormatException.forInput(text, radix);
        }
        if (text.charAt(0) == '-') {
            throw new NumberFormatException("Illegal leading minus sign on unsigned string " + text + ".");
        }
        if (text.length() <= 5 || radix == 10 && text.length() <= 9) {
            return parseInt(text, radix);
        }
        long result = Long.parseLong(text, radix);
        if (result >>> 32 != 0) {
            throw new NumberFormatException("String value " + text + " exceeds range of unsigned int.");
        }
        return (int) result;
    }

    public static int parseUnsignedInt(CharSequence text, int begin, int end, int radix) {
        java.util.Objects.requireNonNull(text);
        if (begin < 0 || begin > end || end > text.length()) {
            throw new IndexOutOfBoundsException();
        }
        if (begin == end) {
            throw new NumberFormatException("");
        }
        if (text.charAt(begin) == '-') {
            throw new NumberFormatException("Illegal leading minus sign on unsigned string " + text + ".");
        }
        long result = Long.parseLong(text, begin, end, radix);
        if (result >>> 32 != 0) {
            throw new NumberFormatException("String value " + text + " exceeds range of unsigned int.");
        }
        return (int) result;
    }

    public static Integer decode(String text) throws NumberFormatException {
        int radix = NumberPrefix.radix(text);
        boolean negative = text.charAt(0) == '-';
        String digits = text.substring(NumberPrefix.length(text));
        return valueOf(parseInt(negative ? "-" + digits : digits, radix));
    }

    @Override
    public byte byteValue() {
        return (byte) value;
    }

    @Override
    public short shortValue() {
        return (short) value;
    }

    @Override
    public int intValue() {
        return value;
    }

    @Override
    public long longValue() {
        return value;
    }

    @Override
    public float floatValue() {
        return value;
    }

    @Override
    public double doubleValue() {
        return value;
    }

    @Override
    public String toString() {
        return toString(value);
    }

    @Override
    public int hashCode() {
        return value;
    }

    public static int hashCode(int value) {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Integer && value == ((Integer) other).value;
    }

    public static Integer getInteger(String property) {
        return getInteger(property, null);
    }

    public static Integer getInteger(String property, int otherwise) {
        Integer found = getInteger(property, null);
        return found == null ? valueOf(otherwise) : found;
    }

    public static Integer getInteger(String property, Integer otherwise) {
        String text = property == null || property.isEmpty() ? null : System.getProperty(property);
        if (text != null) {
            try {
                return decode(text);
            } catch (NumberFormatException e) {
                return otherwise;
            }
        }
        return otherwise;
    }

    @Override
    public int compareTo(Integer other) {
        return compare(value, other.value);
    }

    public static int compare(int x, int y) {
        return x < y ? -1 : x == y ? 0 : 1;
    }

    public static int compareUnsigned(int x, int y) {
        return compare(x + MIN_VALUE, y + MIN_VALUE);
    }

    public static long toUnsignedLong(int x) {
        return x & 0xffffffffL;
    }

    public static int divideUnsigned(int dividend, int divisor) {
        return (int) (toUnsignedLong(dividend) / toUnsignedLong(divisor));
    }

    public static int remainderUnsigned(int dividend, int divisor) {
        return (int) (toUnsignedLong(dividend) % toUnsignedLong(divisor));
    }

    public static int highestOneBit(int i) {
        return i & MIN_VALUE >>> numberOfLeadingZeros(i);
    }

    public static int lowestOneBit(int i) {
        return i & -i;
    }

    public static int numberOfLeadingZeros(int i) {
        if (i <= 0) {
            return i == 0 ? 32 : 0;
        }
        int n = 31;
        int rest = i;
        for (int step = 16; step > 0; step >>= 1) {
            if (rest >>> step != 0) {
                n -= step;
                rest >>>= step;
            }
        }
        return n;
    }

    public static int numberOfTrailingZeros(int i) {
        return i == 0 ? 32 : 31 - numberOfLeadingZeros(i & -i);
    }

    public static int bitCount(int i) {
        int pairs = i - (i >>> 1 & 0x55555555);
        int nibbles = (pairs & 0x33333333) + (pairs >>> 2 & 0x33333333);
        return (nibbles + (nibbles >>> 4) & 0x0f0f0f0f) * 0x01010101 >>> 24;
    }

    public static int rotateLeft(int i, int distance) {
        return i << distance | i >>> -distance;
    }

    public static int rotateRight(int i, int distance) {
        return i >>> distance | i << -distance;
    }

    public static int reverse(int i) {
        int r = (i & 0x55555555) << 1 | i >>> 1 & 0x55555555;
        r = (r & 0x33333333) << 2 | r >>> 2 & 0x33333333;
        r = (r & 0x0f0f0f0f) << 4 | r >>> 4 & 0x0f0f0f0f;
        return reverseBytes(r);
    }

    public static int signum(int i) {
        return i >> 31 | -i >>> 31;
    }

    public static int reverseBytes(int i) {
        return i << 24 | (i & 0xff00) << 8 | i >>> 8 & 0xff00 | i >>> 24;
    }

    public static int sum(int a, int b) {
        return a + b;
    }

    public static int max(int a, int b) {
        return Math.max(a, b);
    }

    public static int min(int a, int b) {
        return Math.min(a, b);
    }
}
