package java.lang;

import java.io.Serializable;
import java.lang.constant.Constable;

/**
 * A char as an object, and what is known about characters.
 *
 * <p>The basic plane is complete (Unicode 13); beyond it see CharacterData. Answers about ASCII, by far the most
 * frequent, touch no table.
 */
public final class Character implements Serializable, Comparable<Character>, Constable {
    public static final int MIN_RADIX = 2;
    public static final int MAX_RADIX = 36;
    public static final char MIN_VALUE = '\u0000';
    public static final char MAX_VALUE = '\uffff';

    @SuppressWarnings("unchecked")
    public static final Class<Character> TYPE = (Class<Character>) Class.primitive0(5);

    public static final byte UNASSIGNED = 0;
    public static final byte UPPERCASE_LETTER = 1;
    public static final byte LOWERCASE_LETTER = 2;
    public static final byte TITLECASE_LETTER = 3;
    public static final byte MODIFIER_LETTER = 4;
    public static final byte OTHER_LETTER = 5;
    public static final byte NON_SPACING_MARK = 6;
    public static final byte ENCLOSING_MARK = 7;
    public static final byte COMBINING_SPACING_MARK = 8;
    public static final byte DECIMAL_DIGIT_NUMBER = 9;
    public static final byte LETTER_NUMBER = 10;
    public static final byte OTHER_NUMBER = 11;
    public static final byte SPACE_SEPARATOR = 12;
    public static final byte LINE_SEPARATOR = 13;
    public static final byte PARAGRAPH_SEPARATOR = 14;
    public static final byte CONTROL = 15;
    public static final byte FORMAT = 16;
    public static final byte PRIVATE_USE = 18;
    public static final byte SURROGATE = 19;
    public static final byte DASH_PUNCTUATION = 20;
    public static final byte START_PUNCTUATION = 21;
    public static final byte END_PUNCTUATION = 22;
    public static final byte CONNECTOR_PUNCTUATION = 23;
    public static final byte OTHER_PUNCTUATION = 24;
    public static final byte MATH_SYMBOL = 25;
    public static final byte CURRENCY_SYMBOL = 26;
    public static final byte MODIFIER_SYMBOL = 27;
    public static final byte OTHER_SYMBOL = 28;
    public static final byte INITIAL_QUOTE_PUNCTUATION = 29;
    public static final byte FINAL_QUOTE_PUNCTUATION = 30;

    public static final byte DIRECTIONALITY_UNDEFINED = -1;
    public static final byte DIRECTIONALITY_LEFT_TO_RIGHT = 0;
    public static final byte DIRECTIONALITY_RIGHT_TO_LEFT = 1;
    public static final byte DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC = 2;
    public static final byte DIRECTIONALITY_EUROPEAN_NUMBER = 3;
    public static final byte DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR = 4;
    public static final byte DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR = 5;
    public static final byte DIRECTIONALITY_ARABIC_NUMBER = 6;
    public static final byte DIRECTIONALITY_COMMON_NUMBER_SEPARATOR = 7;
    public static final byte DIRECTIONALITY_NONSPACING_MARK = 8;
    public static final byte DIRECTIONALITY_BOUNDARY_NEUTRAL = 9;
    public static final byte DIRECTIONALITY_PARAGRAPH_SEPARATOR = 10;
    public static final byte DIRECTIONALITY_SEGMENT_SEPARATOR = 11;
    public static final byte DIRECTIONALITY_WHITESPACE = 12;
    public static final byte DIRECTIONALITY_OTHER_NEUTRALS = 13;
    public static final byte DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING = 14;
    public static final byte DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE = 15;
    public static final byte DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING = 16;
    public static final byte DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE = 17;
    public static final byte DIRECTIONALITY_POP_DIRECTIONAL_FORMAT = 18;
    public static final byte DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE = 19;
    public static final byte DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE = 20;
    public static final byte DIRECTIONALITY_FIRST_STRONG_ISOLATE = 21;
    public static final byte DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE = 22;

    public static final char MIN_HIGH_SURROGATE = '\ud800';
    public static final char MAX_HIGH_SURROGATE = '\udbff';
    public static final char MIN_LOW_SURROGATE = '\udc00';
    public static final char MAX_LOW_SURROGATE = '\udfff';
    public static final char MIN_SURROGATE = MIN_HIGH_SURROGATE;
    public static final char MAX_SURROGATE = MAX_LOW_SURROGATE;
    public static final int MIN_SUPPLEMENTARY_CODE_POINT = 0x010000;
    public static final int MIN_CODE_POINT = 0x000000;
    public static final int MAX_CODE_POINT = 0x10ffff;
    public static final int SIZE = 16;
    public static final int BYTES = 2;

    private static final int LETTERS = 1 << UPPERCASE_LETTER | 1 << LOWERCASE_LETTER | 1 << TITLECASE_LETTER
        | 1 << MODIFIER_LETTER | 1 << OTHER_LETTER;
    private static final int SPACES = 1 << SPACE_SEPARATOR | 1 << LINE_SEPARATOR | 1 << PARAGRAPH_SEPARATOR;

    private final char value;

    @Deprecated(since = "9", forRemoval = true)
    public Character(char value) {
        this.value = value;
    }

    private static final class Cache {
        static final Character[] SMALL = new Character[128];
    }

    public static Character valueOf(char c) {
        if (c > 127) {
            return new Character(c);
        }
        Character shared = Cache.SMALL[c];
        if (shared == null) {
            shared = new Character(c);
            Cache.SMALL[c] = shared;
        }
        return shared;
    }

    public char charValue() {
        return value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    public static int hashCode(char value) {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Character && value == ((Character) other).value;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }

    public static String toString(char c) {
        return String.valueOf(c);
    }

    public static String toString(int codePoint) {
        return new String(toChars(codePoint), true);
    }

    @Override
    public int compareTo(Character other) {
        return value - other.value;
    }

    public static int compare(char x, char y) {
        return x - y;
    }

    public static char reverseBytes(char c) {
        return (char) (c << 8 | c >> 8);
    }

    // Code points and surrogates.

    public static boolean isValidCodePoint(int codePoint) {
        return codePoint >= 0 && codePoint <= MAX_CODE_POINT;
    }

    public static boolean isBmpCodePoint(int codePoint) {
        return codePoint >>> 16 == 0;
    }

    public static boolean isSupplementaryCodePoint(int codePoint) {
        return codePoint >= MIN_SUPPLEMENTARY_CODE_POINT && codePoint <= MAX_CODE_POINT;
    }

    public static boolean isHighSurrogate(char c) {
        return c >= MIN_HIGH_SURROGATE && c <= MAX_HIGH_SURROGATE;
    }

    public static boolean isLowSurrogate(char c) {
        return c >= MIN_LOW_SURROGATE && c <= MAX_LOW_SURROGATE;
    }

    public static boolean isSurrogate(char c) {
        return c >= MIN_SURROGATE && c <= MAX_SURROGATE;
    }

    public static boolean isSurrogatePair(char high, char low) {
        return isHighSurrogate(high) && isLowSurrogate(low);
    }

    public static int charCount(int codePoint) {
        return codePoint >= MIN_SUPPLEMENTARY_CODE_POINT ? 2 : 1;
    }

    public static int toCodePoint(char high, char low) {
        return (high << 10) + low - ((MIN_HIGH_SURROGATE << 10) + MIN_LOW_SURROGATE - MIN_SUPPLEMENTARY_CODE_POINT);
    }

    public static char highSurrogate(int codePoint) {
        return (char) ((codePoint >>> 10) + (MIN_HIGH_SURROGATE - (MIN_SUPPLEMENTARY_CODE_POINT >>> 10)));
    }

    public static char lowSurrogate(int codePoint) {
        return (char) ((codePoint & 0x3ff) + MIN_LOW_SURROGATE);
    }

    public static int codePointAt(CharSequence text, int index) {
        char first = text.charAt(index);
        if (isHighSurrogate(first) && index + 1 < text.length()) {
            char second = text.charAt(index + 1);
            if (isLowSurrogate(second)) {
                return toCodePoint(first, second);
            }
        }
        return first;
    }

    public static int codePointAt(char[] chars, int index) {
        return codePointAtImpl(chars, index, chars.length);
    }

    public static int codePointAt(char[] chars, int index, int limit) {
        if (index >= limit || index < 0 || limit > chars.length) {
            throw new IndexOutOfBoundsException();
        }
        return codePointAtImpl(chars, index, limit);
    }

    static int codePointAtImpl(char[] chars, int index, int limit) {
        char first = chars[index];
        if (isHighSurrogate(first) && index + 1 < limit && isLowSurrogate(chars[index + 1])) {
            return toCodePoint(first, chars[index + 1]);
        }
        return first;
    }

    public static int codePointBefore(CharSequence text, int index) {
        char second = text.charAt(index - 1);
        if (isLowSurrogate(second) && index > 1) {
            char first = text.charAt(index - 2);
            if (isHighSurrogate(first)) {
                return toCodePoint(first, second);
            }
        }
        return second;
    }

    public static int codePointBefore(char[] chars, int index) {
        return codePointBeforeImpl(chars, index, 0);
    }

    public static int codePointBefore(char[] chars, int index, int start) {
        if (index <= start || start < 0 || index > chars.length) {
            throw new IndexOutOfBoundsException();
        }
        return codePointBeforeImpl(chars, index, start);
    }

    static int codePointBeforeImpl(char[] chars, int index, int start) {
        char second = chars[index - 1];
        if (isLowSurrogate(second) && index - 1 > start && isHighSurrogate(chars[index - 2])) {
            return toCodePoint(chars[index - 2], second);
        }
        return second;
    }

    public static int toChars(int codePoint, char[] dst, int dstIndex) {
        if (isBmpCodePoint(codePoint)) {
            dst[dstIndex] = (char) codePoint;
            return 1;
        }
        checkValid(codePoint);
        dst[dstIndex + 1] = lowSurrogate(codePoint);
        dst[dstIndex] = highSurrogate(codePoint);
        return 2;
    }

    public static char[] toChars(int codePoint) {
        if (isBmpCodePoint(codePoint)) {
            return new char[] {(char) codePoint};
        }
        checkValid(codePoint);
        return new char[] {highSurrogate(codePoint), lowSurrogate(codePoint)};
    }

    private static void checkValid(int codePoint) {
        if (!isValidCodePoint(codePoint)) {
            throw new IllegalArgumentException("Not a valid Unicode code point: 0x"
                + Integer.toHexString(codePoint).toUpperCase());
        }
    }

    public static int codePointCount(CharSequence text, int begin, int end) {
        if (begin < 0 || begin > end || end > text.length()) {
            throw new IndexOutOfBoundsException();
        }
        int count = end - begin;
        for (int i = begin; i < end - 1; i++) {
            if (isHighSurrogate(text.charAt(i)) && isLowSurrogate(text.charAt(i + 1))) {
                count--;
                i++;
            }
        }
        return count;
    }

    public static int codePointCount(char[] chars, int offset, int count) {
        if (count > chars.length - offset || offset < 0 || count < 0) {
            throw new IndexOutOfBoundsException();
        }
        return codePointCountImpl(chars, offset, count);
    }

    static int codePointCountImpl(char[] chars, int offset, int length) {
        int count = length;
        for (int i = offset; i < offset + length - 1; i++) {
            if (isHighSurrogate(chars[i]) && isLowSurrogate(chars[i + 1])) {
                count--;
                i++;
            }
        }
        return count;
    }

    public static int offsetByCodePoints(CharSequence text, int index, int offset) {
        int length = text.length();
        if (index < 0 || index > length) {
            throw new IndexOutOfBoundsException();
        }
        char[] chars = text.toString().toCharArray();
        return offsetByCodePointsImpl(chars, 0, length, index, offset);
    }

    public static int offsetByCodePoints(char[] chars, int start, int count, int index, int offset) {
        if (count > chars.length - start || start < 0 || count < 0 || index < start || index > start + count) {
            throw new IndexOutOfBoundsException();
        }
        return offsetByCodePointsImpl(chars, start, count, index, offset);
    }

    static int offsetByCodePointsImpl(char[] chars, int start, int count, int index, int offset) {
        int at = index;
        int end = start + count;
        for (int i = 0; i < offset; i++) {
            if (at >= end) {
                throw new IndexOutOfBoundsException();
            }
            at += charCount(codePointAtImpl(chars, at, end));
        }
        for (int i = 0; i > offset; i--) {
            if (at <= start) {
                throw new IndexOutOfBoundsException();
            }
            at -= charCount(codePointBeforeImpl(chars, at, start));
        }
        return at;
    }

    // What a character is.

    private static boolean isAsciiLetter(int c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    public static int getType(char c) {
        return CharacterData.first(c) & 31;
    }

    public static int getType(int codePoint) {
        return isValidCodePoint(codePoint) ? CharacterData.first(codePoint) & 31 : UNASSIGNED;
    }

    private static boolean isFirst(int codePoint, int flag) {
        return isValidCodePoint(codePoint) && (CharacterData.first(codePoint) & flag) != 0;
    }

    private static boolean isSecond(int codePoint, int flag) {
        return isValidCodePoint(codePoint) && (CharacterData.second(codePoint) & flag) != 0;
    }

    public static boolean isLowerCase(char c) {
        return isLowerCase((int) c);
    }

    public static boolean isLowerCase(int codePoint) {
        return codePoint < 0x80 ? codePoint >= 'a' && codePoint <= 'z' : isFirst(codePoint, CharacterData.LOWER);
    }

    public static boolean isUpperCase(char c) {
        return isUpperCase((int) c);
    }

    public static boolean isUpperCase(int codePoint) {
        return codePoint < 0x80 ? codePoint >= 'A' && codePoint <= 'Z' : isFirst(codePoint, CharacterData.UPPER);
    }

    public static boolean isTitleCase(char c) {
        return getType(c) == TITLECASE_LETTER;
    }

    public static boolean isTitleCase(int codePoint) {
        return getType(codePoint) == TITLECASE_LETTER;
    }

    public static boolean isDigit(char c) {
        return isDigit((int) c);
    }

    public static boolean isDigit(int codePoint) {
        return codePoint < 0x80 ? codePoint >= '0' && codePoint <= '9' : getType(codePoint) == DECIMAL_DIGIT_NUMBER;
    }

    public static boolean isDefined(char c) {
        return getType(c) != UNASSIGNED;
    }

    public static boolean isDefined(int codePoint) {
        return getType(codePoint) != UNASSIGNED;
    }

    public static boolean isLetter(char c) {
        return isLetter((int) c);
    }

    public static boolean isLetter(int codePoint) {
        return codePoint < 0x80 ? isAsciiLetter(codePoint) : (LETTERS >> getType(codePoint) & 1) != 0;
    }

    public static boolean isLetterOrDigit(char c) {
        return isLetterOrDigit((int) c);
    }

    public static boolean isLetterOrDigit(int codePoint) {
        return isLetter(codePoint) || isDigit(codePoint);
    }

    @Deprecated(since = "1.1")
    public static boolean isJavaLetter(char c) {
        return isJavaIdentifierStart(c);
    }

    @Deprecated(since = "1.1")
    public static boolean isJavaLetterOrDigit(char c) {
        return isJavaIdentifierPart(c);
    }

    public static boolean isAlphabetic(int codePoint) {
        return isFirst(codePoint, CharacterData.ALPHABETIC);
    }

    public static boolean isIdeographic(int codePoint) {
        return isFirst(codePoint, CharacterData.IDEOGRAPHIC);
    }

    public static boolean isJavaIdentifierStart(char c) {
        return isJavaIdentifierStart((int) c);
    }

    public static boolean isJavaIdentifierStart(int codePoint) {
        return isSecond(codePoint, CharacterData.JAVA_START);
    }

    public static boolean isJavaIdentifierPart(char c) {
        return isJavaIdentifierPart((int) c);
    }

    public static boolean isJavaIdentifierPart(int codePoint) {
        return isSecond(codePoint, CharacterData.JAVA_PART);
    }

    public static boolean isUnicodeIdentifierStart(char c) {
        return isUnicodeIdentifierStart((int) c);
    }

    public static boolean isUnicodeIdentifierStart(int codePoint) {
        return isSecond(codePoint, CharacterData.UNICODE_START);
    }

    public static boolean isUnicodeIdentifierPart(char c) {
        return isUnicodeIdentifierPart((int) c);
    }

    public static boolean isUnicodeIdentifierPart(int codePoint) {
        return isSecond(codePoint, CharacterData.UNICODE_PART);
    }

    public static boolean isIdentifierIgnorable(char c) {
        return isIdentifierIgnorable((int) c);
    }

    public static boolean isIdentifierIgnorable(int codePoint) {
        return isSecond(codePoint, CharacterData.IGNORABLE);
    }

    @Deprecated(since = "1.1")
    public static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }

    public static boolean isSpaceChar(char c) {
        return isSpaceChar((int) c);
    }

    public static boolean isSpaceChar(int codePoint) {
        return codePoint < 0x80 ? codePoint == ' ' : (SPACES >> getType(codePoint) & 1) != 0;
    }

    public static boolean isWhitespace(char c) {
        return isWhitespace((int) c);
    }

    public static boolean isWhitespace(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint == ' ' || codePoint >= 9 && codePoint <= 13 || codePoint >= 28 && codePoint <= 31;
        }
        return isFirst(codePoint, CharacterData.WHITESPACE);
    }

    public static boolean isISOControl(char c) {
        return isISOControl((int) c);
    }

    public static boolean isISOControl(int codePoint) {
        return codePoint >= 0 && codePoint <= 0x1f || codePoint >= 0x7f && codePoint <= 0x9f;
    }

    public static boolean isMirrored(char c) {
        return isMirrored((int) c);
    }

    public static boolean isMirrored(int codePoint) {
        return isFirst(codePoint, CharacterData.MIRRORED);
    }

    public static byte getDirectionality(char c) {
        return getDirectionality((int) c);
    }

    public static byte getDirectionality(int codePoint) {
        int direction = isValidCodePoint(codePoint) ? CharacterData.first(codePoint) >> 5 & 31 : 31;
        return direction == 31 ? DIRECTIONALITY_UNDEFINED : (byte) direction;
    }

    // Conversions.

    public static char toLowerCase(char c) {
        return (char) toLowerCase((int) c);
    }

    public static int toLowerCase(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint;
        }
        return CharacterData.toLowerCase(codePoint);
    }

    public static char toUpperCase(char c) {
        return (char) toUpperCase((int) c);
    }

    public static int toUpperCase(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'a' && codePoint <= 'z' ? codePoint - 32 : codePoint;
        }
        return CharacterData.toUpperCase(codePoint);
    }

    public static char toTitleCase(char c) {
        return (char) toTitleCase((int) c);
    }

    public static int toTitleCase(int codePoint) {
        return codePoint < 0x80 ? toUpperCase(codePoint) : CharacterData.toTitleCase(codePoint);
    }

    public static int digit(char c, int radix) {
        return digit((int) c, radix);
    }

    public static int digit(int codePoint, int radix) {
        if (radix < MIN_RADIX || radix > MAX_RADIX) {
            return -1;
        }
        int digit = -1;
        if (codePoint >= '0' && codePoint <= '9') {
            digit = codePoint - '0';
        } else if (codePoint < 0x80) {
            digit = isAsciiLetter(codePoint) ? (codePoint | 0x20) - 'a' + 10 : -1;
        } else if (isSecond(codePoint, CharacterData.DIGIT)) {
            digit = CharacterData.numericValue(codePoint);
        }
        return digit < radix ? digit : -1;
    }

    public static int getNumericValue(char c) {
        return getNumericValue((int) c);
    }

    public static int getNumericValue(int codePoint) {
        if (isSecond(codePoint, CharacterData.INTEGER)) {
            return CharacterData.numericValue(codePoint);
        }
        return isSecond(codePoint, CharacterData.FRACTION) ? -2 : -1;
    }

    public static char forDigit(int digit, int radix) {
        if (digit < 0 || digit >= radix || radix < MIN_RADIX || radix > MAX_RADIX) {
            return '\0';
        }
        return lowerDigit(digit);
    }

    static char lowerDigit(int digit) {
        return (char) (digit < 10 ? '0' + digit : 'a' - 10 + digit);
    }
}
