package java.lang;

import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Bytes to characters and back, in the six character sets that every Java platform has. */
final class Coding {
    static final int UTF_8 = 0;
    static final int LATIN_1 = 1;
    static final int ASCII = 2;
    static final int UTF_16 = 3;
    static final int UTF_16BE = 4;
    static final int UTF_16LE = 5;

    private static final char REPLACEMENT = '\ufffd';

    private Coding() {}

    static int byName(String charsetName) throws UnsupportedEncodingException {
        try {
            return byCanonicalName(Charset.forName(charsetName).name());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnsupportedEncodingException(charsetName);
        }
    }

    static int byCanonicalName(String name) {
        switch (name) {
            case "UTF-8": return UTF_8;
            case "ISO-8859-1": return LATIN_1;
            case "US-ASCII": return ASCII;
            case "UTF-16": return UTF_16;
            case "UTF-16BE": return UTF_16BE;
            case "UTF-16LE": return UTF_16LE;
            default: throw new UnsupportedCharsetException(name);
        }
    }

    static boolean isLatin1(char[] chars, int length) {
        for (int i = 0; i < length; i++) {
            if (chars[i] > 0xff) {
                return false;
            }
        }
        return true;
    }

    static byte[] encode(int charset, char[] chars) {
        switch (charset) {
            case UTF_8: return encodeUtf8(chars);
            case LATIN_1: return encodeNarrow(chars, 0xff);
            case ASCII: return encodeNarrow(chars, 0x7f);
            default: return encodeWide(chars, charset);
        }
    }

    private static byte[] encodeUtf8(char[] chars) {
        int length = chars.length;
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c >= 0x80) {
                return encodeUtf8Beyond(chars, bytes, i);
            }
            bytes[i] = (byte) c;
        }
        return bytes;
    }

    /** The first ascii units are in prefix already. */
    private static byte[] encodeUtf8Beyond(char[] chars, byte[] prefix, int ascii) {
        byte[] bytes = new byte[ascii + 3 * (chars.length - ascii)];
        System.arraycopy(prefix, 0, bytes, 0, ascii);
        int at = ascii;
        for (int i = ascii; i < chars.length; i++) {
            char c = chars[i];
            if (c < 0x80) {
                bytes[at++] = (byte) c;
            } else if (c < 0x800) {
                bytes[at++] = (byte) (0xc0 | c >> 6);
                bytes[at++] = (byte) (0x80 | c & 0x3f);
            } else if (!Character.isSurrogate(c)) {
                bytes[at++] = (byte) (0xe0 | c >> 12);
                bytes[at++] = (byte) (0x80 | c >> 6 & 0x3f);
                bytes[at++] = (byte) (0x80 | c & 0x3f);
            } else if (isPair(chars, i)) {
                int codePoint = Character.toCodePoint(c, chars[++i]);
                bytes[at++] = (byte) (0xf0 | codePoint >> 18);
                bytes[at++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
                bytes[at++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
                bytes[at++] = (byte) (0x80 | codePoint & 0x3f);
            } else {
                bytes[at++] = '?';
            }
        }
        return trimmed(bytes, at);
    }

    private static boolean isPair(char[] chars, int at) {
        return Character.isHighSurrogate(chars[at]) && at + 1 < chars.length && Character.isLowSurrogate(chars[at + 1]);
    }

    private static byte[] trimmed(byte[] bytes, int length) {
        if (length == bytes.length) {
            return bytes;
        }
        byte[] exact = new byte[length];
        System.arraycopy(bytes, 0, exact, 0, length);
        return exact;
    }

    private static byte[] encodeNarrow(char[] chars, int max) {
        byte[] bytes = new byte[chars.length];
        int at = 0;
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c <= max) {
                bytes[at++] = (byte) c;
            } else {
                bytes[at++] = '?';
                if (isPair(chars, i)) {
                    i++;
                }
            }
        }
        return trimmed(bytes, at);
    }

    private static byte[] encodeWide(char[] chars, int charset) {
        boolean marked = charset == UTF_16 && chars.length > 0;
        byte[] bytes = new byte[2 * chars.length + (marked ? 2 : 0)];
        int at = 0;
        if (marked) {
            bytes[at++] = (byte) 0xfe;
            bytes[at++] = (byte) 0xff;
        }
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            boolean paired = isPair(chars, i) || i > 0 && isPair(chars, i - 1);
            if (Character.isSurrogate(c) && !paired) {
                c = REPLACEMENT;
            }
            boolean little = charset == UTF_16LE;
            bytes[at++] = (byte) (little ? c : c >> 8);
            bytes[at++] = (byte) (little ? c >> 8 : c);
        }
        return bytes;
    }

    static char[] decode(int charset, byte[] bytes, int offset, int length) {
        switch (charset) {
            case UTF_8: return decodeUtf8(bytes, offset, length);
            case LATIN_1: return decodeNarrow(bytes, offset, length, 0xff);
            case ASCII: return decodeNarrow(bytes, offset, length, 0x7f);
            default: return decodeWide(bytes, offset, length, charset);
        }
    }

    private static char[] decodeNarrow(byte[] bytes, int offset, int length, int max) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            int b = bytes[offset + i] & 0xff;
            chars[i] = b <= max ? (char) b : REPLACEMENT;
        }
        return chars;
    }

    private static char[] decodeUtf8(byte[] bytes, int offset, int length) {
        char[] chars = new char[length];
        int at = 0;
        int end = offset + length;
        int i = offset;
        while (i < end) {
            int b = bytes[i];
            if (b >= 0) {
                chars[at++] = (char) b;
                i++;
                continue;
            }
            int size = sequenceBytes(bytes, i, end);
            if (size <= 0) {
                chars[at++] = REPLACEMENT;
                i += Math.max(1, -size);
            } else {
                at = putDecoded(bytes, i, size, chars, at);
                i += size;
            }
        }
        return trimmed(chars, at);
    }

    private static int putDecoded(byte[] bytes, int i, int size, char[] chars, int at) {
        int codePoint = bytes[i] & 0xff >> size + 1;
        for (int k = 1; k < size; k++) {
            codePoint = codePoint << 6 | bytes[i + k] & 0x3f;
        }
        return at + Character.toChars(codePoint, chars, at);
    }

    /** How long the well-formed sequence at i is; if there is none, minus the length of what one replacement stands for. */
    private static int sequenceBytes(byte[] bytes, int i, int end) {
        int lead = bytes[i] & 0xff;
        int size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (size == 0) {
            return -1;
        }
        int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        for (int k = 1; k < size; k++) {
            int b = i + k < end ? bytes[i + k] & 0xff : 0;
            if (b < low || b > high) {
                return lead == 0xed && b >= 0xa0 && b <= 0xbf && k == 1 ? surrogateBytes(bytes, i, end) : -k;
            }
            low = 0x80;
            high = 0xbf;
        }
        return size;
    }

    /** A surrogate in UTF-8 is malformed as a whole, all three bytes if they are there. */
    private static int surrogateBytes(byte[] bytes, int i, int end) {
        return i + 2 < end && (bytes[i + 2] & 0xc0) == 0x80 ? -3 : -2;
    }

    private static char[] trimmed(char[] chars, int length) {
        if (length == chars.length) {
            return chars;
        }
        char[] exact = new char[length];
        System.arraycopy(chars, 0, exact, 0, length);
        return exact;
    }

    private static char[] decodeWide(byte[] bytes, int offset, int length, int charset) {
        int from = offset;
        int end = offset + length;
        boolean little = charset == UTF_16LE;
        if (charset == UTF_16 && length >= 2) {
            int mark = (bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff;
            little = mark == 0xfffe;
            from += mark == 0xfeff || little ? 2 : 0;
        }
        char[] chars = new char[(end - from + 1) / 2];
        int at = 0;
        while (from < end) {
            int unit = wideUnit(bytes, from, end, little);
            from += 2;
            if (unit < 0 || Character.isLowSurrogate((char) unit)) {
                chars[at++] = REPLACEMENT;
            } else if (!Character.isHighSurrogate((char) unit)) {
                chars[at++] = (char) unit;
            } else {
                int low = wideUnit(bytes, from, end, little);
                from += 2;
                boolean paired = low >= 0 && Character.isLowSurrogate((char) low);
                chars[at++] = paired ? (char) unit : REPLACEMENT;
                if (paired) {
                    chars[at++] = (char) low;
                }
            }
        }
        return trimmed(chars, at);
    }

    /** -1 if the two bytes are not both there. */
    private static int wideUnit(byte[] bytes, int at, int end, boolean little) {
        if (at + 1 >= end) {
            return -1;
        }
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        return little ? second << 8 | first : first << 8 | second;
    }
}
