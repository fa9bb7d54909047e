package java.lang;

import java.lang.constant.Constable;
import java.lang.constant.ConstantDesc;
import java.util.Objects;

/** A long as an object. The objects of small values are shared, as in the JDK, but made only when asked for. */
public final class Long extends Number implements Comparable<Long>, Constable, ConstantDesc {
    public static final long MIN_VALUE = 0x8000000000000000L;
    public static final long MAX_VALUE = 0x7fffffffffffffffL;
    public static final int SIZE = 64;
    public static final int BYTES = 8;

    @SuppressWarnings("unchecked")
    public static final Class<Long> TYPE = (Class<Long>) Class.primitive0(11);

    private final long value;

    @Deprecated(since = "9", forRemoval = true)
    public Long(long value) {
        this.value = value;
    }

    @Deprecated(since = "9", forRemoval = true)
    public Long(String text) throws NumberFormatException {
        value = parseLong(text, 10);
    }

    private static final class Cache {
        static final Long[] SMALL = new Long[256];
    }

    public static Long valueOf(long l) {
        if (l < -128 || l > 127) {
            return new Long(l);
        }
        int at = (int) l + 128;
        Long shared = Cache.SMALL[at];
        if (shared == null) {
            shared = new Long(l);
            Cache.SMALL[at] = shared;
        }
        return shared;
    }

    public static Long valueOf(String text) throws NumberFormatException {
        return valueOf(parseLong(text, 10));
    }

    public static Long valueOf(String text, int radix) throws NumberFormatException {
        return valueOf(parseLong(text, radix));
    }

    public static String toString(long l, int radix) {
        int base = radix < Character.MIN_RADIX || radix > Character.MAX_RADIX ? 10 : radix;
        if ((int) l == l) {
            return Integer.toString((int) l, base);
        }
        char[] digits = new char[65];
        int at = 65;
        long rest = l < 0 ? l : -l;
        do {
            long quotient = rest / base;
            digits[--at] = Character.lowerDigit((int) (quotient * base - rest));
            rest = quotient;
        } while (rest != 0);
        if (l < 0) {
            digits[--at] = '-';
        }
        return new String(digits, at, 65 - at);
    }

    public static String toString(long l) {
        return toString(l, 10);
    }

    public static String toUnsignedString(long l, int radix) {
        if (l >= 0) {
            return toString(l, radix);
        }
        int base = radix < Character.MIN_RADIX || radix > Character.MAX_RADIX ? 10 : radix;
        long quotient = divideUnsigned(l, base);
        return toString(quotient, base) + Character.lowerDigit((int) (l - quotient * base));
    }

    public static String toUnsignedString(long l) {
        return toUnsignedString(l, 10);
    }

    public static String toHexString(long l) {
        return toBitString(l, 4);
    }

    public static String toOctalString(long l) {
        return toBitString(l, 3);
    }

    public static String toBinaryString(long l) {
        return toBitString(l, 1);
    }

    private static String toBitString(long l, int shift) {
        int length = Math.max((64 - numberOfLeadingZeros(l) + shift - 1) / shift, 1);
        char[] digits = new char[length];
        long rest = l;
        for (int at = length - 1; at >= 0; at--) {
            digits[at] = Character.lowerDigit((int) rest & (1 << shift) - 1);
            rest >>>= shift;
        }
        return new String(digits, true);
    }

    public static long parseLong(String text) throws NumberFormatException {
        return parseLong(text, 10);
    }

    public static long parseLong(String text, int radix) throws NumberFormatException {
        if (text == null) {
            throw new NumberFormatException("Cannot parse null string");
        }
        Integer.checkRadix(radix);
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
        long limit = negative ? MIN_VALUE : -MAX_VALUE;
        long limitBeforeDigit = limit / radix;
        long result = 0;
        while (at < length) {
            int digit = Character.digit(text.charAt(at++), radix);
            if (digit < 0 || result < limitBeforeDigit || result * radix < limit + digit) {
                throw NumberFormatException.forInput(text, radix);
            }
            result = result * radix - digit;
        }
        return negative ? result : -result;
    }

    public static long parseLong(CharSequence text, int begin, int end, int radix) throws NumberFormatException {
        return parseLimited(text, begin, end, radix, MIN_VALUE, -MAX_VALUE);
    }

    /** Parses a part of a text; negative numbers reach down to one limit, negated positive ones to the other. */
    static long parseLimited(CharSequence text, int begin, int end, int radix, long lowest, long lowestNegated) {
        Objects.requireNonNull(text);
        if (begin < 0 || begin > end || end > text.length()) {
            throw new IndexOutOfBoundsException();
        }
        Integer.checkRadix(radix);
        if (begin == end) {
            throw lowest == MIN_VALUE ? new NumberFormatException("") : NumberFormatException.forInput("", radix);
        }
        char first = text.charAt(begin);
        boolean negative = first == '-';
        int at = negative || first == '+' ? begin + 1 : begin;
        if (at == end) {
            throw NumberFormatException.at(text, begin, end, at);
        }
        long limit = negative ? lowest : lowestNegated;
        long limitBeforeDigit = limit / radix;
        long result = 0;
        while (at < end) {
            int digit = Character.digit(text.charAt(at), radix);
            if (digit < 0 || result < limitBeforeDigit || result * radix < limit + digit) {
                throw NumberFormatException.at(text, begin, end, at);
            }
            at++;
            result = result * radix - digit;
        }
        return negative ? result : -result;
    }

    public static long parseUnsignedLong(String text) throws NumberFormatException {
        return parseUnsignedLong(text, 10);
    }

    public static long parseUnsignedLong(String text, int radix) throws NumberFormatException {
        if (text == null) {
            throw new NumberFormatException("Cannot parse null string");
        }
        int length = text.length();
        if (length == 0) {
            throw NumberFormatException.forInput(text, radix);
        }
        if (text.charAt(0) == '-') {
            throw new NumberFormatException("Illegal leading minus sign on unsigned string " + text + ".");
        }
        if (length <= 12 || radix == 10 && length <= 18) {
            return parseLong(text, radix);
        }
        return parseUnsignedLong(text, 0, length, radix);
    }

    public static long parseUnsignedLong(CharSequence text, int begin, int end, int radix)
            throws NumberFormatException {
        Objects.requireNonNull(text);
        if (begin < 0 || begin > end || end > text.length()) {
            throw new IndexOutOfBoundsException();
        }
        if (begin == end) {
            throw NumberFormatException.forInput("", radix);
        }
        if (text.charAt(begin) == '-') {
            throw new NumberFormatException("Illegal leading minus sign on unsigned string "
                + text.subSequence(begin, end) + ".");
        }
        if (end - begin <= 12 || radix == 10 && end - begin <= 18) {
            return parseLong(text, begin, end, radix);
        }
        long allButLast = parseLong(text, begin, end - 1, radix);
        int digit = Character.digit(text.charAt(end - 1), radix);
        if (digit < 0) {
            throw new NumberFormatException("Bad digit at end of " + text.subSequence(begin, end));
        }
        if (allButLast < 0 || compareUnsigned(allButLast, divideUnsigned(-1L - digit, radix)) > 0) {
            throw new NumberFormatException("String value " + text.subSequence(begin, end)
                + " exceeds range of unsigned long.");
        }
        return allButLast * radix + digit;
    }

    public static Long decode(String text) throws NumberFormatException {
        int radix = NumberPrefix.radix(text);
        boolean negative = text.charAt(0) == '-';
        String digits = text.substring(NumberPrefix.length(text));
        return valueOf(parseLong(negative ? "-" + digits : digits, radix));
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
        return (int) value;
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
        return hashCode(value);
    }

    public static int hashCode(long value) {
        return (int) (value ^ value >>> 32);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Long && value == ((Long) other).value;
    }

    public static Long getLong(String property) {
        return getLong(property, null);
    }

    public static Long getLong(String property, long otherwise) {
        Long found = getLong(property, null);
        return found == null ? valueOf(otherwise) : found;
    }

    public static Long getLong(String property, Long otherwise) {
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
    public int compareTo(Long other) {
        return compare(value, other.value);
    }

    public static int compare(long x, long y) {
        return x < y ? -1 : x == y ? 0 : 1;
    }

    public static int compareUnsigned(long x, long y) {
        return compare(x + MIN_VALUE, y + MIN_VALUE);
    }

    public static long divideUnsigned(long dividend, long divisor) {
        if (divisor < 0) {
            return compareUnsigned(dividend, divisor) < 0 ? 0 : 1;
        }
        if (dividend >= 0) {
            return dividend / divisor;
        }
        long quotient = (dividend >>> 1) / divisor << 1;
        long rest = dividend - quotient * divisor;
        return compareUnsigned(rest, divisor) >= 0 ? quotient + 1 : quotient;
    }

    public static long remainderUnsigned(long dividend, long divisor) {
        return dividend - divideUnsigned(dividend, divisor) * divisor;
    }

    public static long highestOneBit(long l) {
        return l & MIN_VALUE >>> numberOfLeadingZeros(l);
    }

    public static long lowestOneBit(long l) {
        return l & -l;
    }

    public static int numberOfLeadingZeros(long l) {
        int high = (int) (l >>> 32);
        return high == 0 ? 32 + Integer.numberOfLeadingZeros((int) l) : Integer.numberOfLeadingZeros(high);
    }

    public static int numberOfTrailingZeros(long l) {
        int low = (int) l;
        return low == 0 ? 32 + Integer.numberOfTrailingZeros((int) (l >>> 32)) : Integer.numberOfTrailingZeros(low);
    }

    public static int bitCount(long l) {
        return Integer.bitCount((int) l) + Integer.bitCount((int) (l >>> 32));
    }

    public static long rotateLeft(long l, int distance) {
        return l << distance | l >>> -distance;
    }

    public static long rotateRight(long l, int distance) {
        return l >>> distance | l << -distance;
    }

    public static long reverse(long l) {
        return (long) Integer.reverse((int) l) << 32 | Integer.reverse((int) (l >>> 32)) & 0xffffffffL;
    }

    public static int signum(long l) {
        return (int) (l >> 63 | -l >>> 63);
    }

    public static long reverseBytes(long l) {
        return (long) Integer.reverseBytes((int) l) << 32 | Integer.reverseBytes((int) (l >>> 32)) & 0xffffffffL;
    }

    public static long sum(long a, long b) {
        return a + b;
    }

    public static long max(long a, long b) {
        return Math.max(a, b);
    }

    public static long min(long a, long b) {
        return Math.min(a, b);
    }
}
