package java.util;

/** Bytes as text of 64 characters (RFC 4648, RFC 2045). */
public class Base64 {
    private static final String COMMON = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String BASIC = COMMON + "+/";
    private static final String URL = COMMON + "-_";
    private static final int MIME_LINE_LENGTH = 76;

    private Base64() {}

    public static Encoder getEncoder() {
        return new Encoder(BASIC, true, 0, new byte[0]);
    }

    public static Encoder getUrlEncoder() {
        return new Encoder(URL, true, 0, new byte[0]);
    }

    public static Encoder getMimeEncoder() {
        return new Encoder(BASIC, true, MIME_LINE_LENGTH, new byte[] {'\r', '\n'});
    }

    /** The length of lines is rounded down to a multiple of 4; 0 is one line. */
    public static Encoder getMimeEncoder(int lineLength, byte[] lineSeparator) {
        for (byte b : lineSeparator) {
            if (BASIC.indexOf(b) >= 0) {
                throw new IllegalArgumentException(
                        "Illegal base64 line separator character 0x" + Integer.toString(b, 16));
            }
        }
        return new Encoder(BASIC, true, Math.max(lineLength, 0) & ~3, lineSeparator);
    }

    public static Decoder getDecoder() {
        return new Decoder(BASIC, false);
    }

    public static Decoder getUrlDecoder() {
        return new Decoder(URL, false);
    }

    public static Decoder getMimeDecoder() {
        return new Decoder(BASIC, true);
    }

    /** From bytes to text. */
    public static class Encoder {
        private final String alphabet;
        private final boolean pads;
        private final int lineLength;
        private final byte[] lineSeparator;

        Encoder(String alphabet, boolean pads, int lineLength, byte[] lineSeparator) {
            this.alphabet = alphabet;
            this.pads = pads;
            this.lineLength = lineLength;
            this.lineSeparator = lineSeparator;
        }

        public Encoder withoutPadding() {
            return new Encoder(alphabet, false, lineLength, lineSeparator);
        }

        private int encodedLength(int count) {
            int length = pads ? (count + 2) / 3 * 4 : (count * 4 + 2) / 3;
            int breaks = lineLength > 0 && length > 0 ? (length - 1) / lineLength : 0;
            return length + breaks * lineSeparator.length;
        }

        public byte[] encode(byte[] src) {
            byte[] dst = new byte[encodedLength(src.length)];
            encode(src, dst);
            return dst;
        }

        /** The number of bytes written. */
        public int encode(byte[] src, byte[] dst) {
            if (dst.length < encodedLength(src.length)) {
                throw new IllegalArgumentException("Output byte array is too small for encoding all input bytes");
            }
            int place = 0;
            int column = 0;
            for (int i = 0; i < src.length; i += 3) {
                if (lineLength > 0 && column == lineLength) {
                    System.arraycopy(lineSeparator, 0, dst, place, lineSeparator.length);
                    place += lineSeparator.length;
                    column = 0;
                }
                int left = src.length - i;
                int bits = (src[i] & 255) << 16 | (left > 1 ? (src[i + 1] & 255) << 8 : 0) | (left > 2 ? src[i + 2] & 255 : 0);
                for (int j = 0; j < 4; j++) {
                    if (j <= left) {
                        dst[place++] = (byte) alphabet.charAt(bits >> 18 - 6 * j & 63);
                    } else if (pads) {
                        dst[place++] = '=';
                    }
                }
                column += 4;
            }
            return place;
        }

        public String encodeToString(byte[] src) {
            byte[] encoded = encode(src);
            char[] chars = new char[encoded.length];
            for (int i = 0; i < chars.length; i++) {
                chars[i] = (char) encoded[i];
            }
            return new String(chars);
        }
    }

    /** From text to bytes. */
    public static class Decoder {
        private final String alphabet;
        /** Ignores what is not in the alphabet. */
        private final boolean lenient;

        Decoder(String alphabet, boolean lenient) {
            this.alphabet = alphabet;
            this.lenient = lenient;
        }

        public byte[] decode(String src) {
            byte[] bytes = new byte[src.length()];
            for (int i = 0; i < bytes.length; i++) {
                char c = src.charAt(i);
                bytes[i] = c < 256 ? (byte) c : (byte) '?';
            }
            return decode(bytes);
        }

        /** The number of bytes written. */
        public int decode(byte[] src, byte[] dst) {
            byte[] decoded = decode(src);
            if (dst.length < decoded.length) {
                throw new IllegalArgumentException("Output byte array is too small for decoding all input bytes");
            }
            System.arraycopy(decoded, 0, dst, 0, decoded.length);
            return decoded.length;
        }

        /** @throws IllegalArgumentException for a character outside the alphabet or a broken end */
        public byte[] decode(byte[] src) {
            if (src.length == 1 && !lenient) {
                throw new IllegalArgumentException("Input byte[] should at least have 2 bytes for base64 bytes");
            }
            byte[] dst = new byte[(src.length + 3) / 4 * 3];
            int written = 0;
            int bits = 0;
            int held = 0;
            int i = 0;
            while (i < src.length && src[i] != '=') {
                int value = alphabet.indexOf(src[i] & 255);
                if (value >= 0) {
                    bits = bits << 6 | value;
                    held++;
                } else if (!lenient) {
                    throw new IllegalArgumentException("Illegal base64 character " + Integer.toString(src[i], 16));
                }
                if (held == 4) {
                    dst[written++] = (byte) (bits >> 16);
                    dst[written++] = (byte) (bits >> 8);
                    dst[written++] = (byte) bits;
                    bits = 0;
                    held = 0;
                }
                i++;
            }
            if (held == 1) {
                throw new IllegalArgumentException("Last unit does not have enough valid bits");
            }
            if (i < src.length) {
                i = afterPadding(src, i, held);
            }
            if (held >= 2) {
                dst[written++] = (byte) (held == 2 ? bits >> 4 : bits >> 10);
            }
            if (held == 3) {
                dst[written++] = (byte) (bits >> 2);
            }
            checkRest(src, i);
            return Arrays.copyOf(dst, written);
        }

        /** Where the text ends whose first = is at {@code start}, after {@code held} characters of a unit. */
        private int afterPadding(byte[] src, int start, int held) {
            int i = start + 1;
            if (held == 2) {
                while (lenient && i < src.length && src[i] != '=' && alphabet.indexOf(src[i] & 255) < 0) {
                    i++;
                }
                if (i < src.length && src[i] == '=') {
                    return i + 1;
                }
            } else if (held == 3) {
                return i;
            }
            throw new IllegalArgumentException("Input byte array has wrong 4-byte ending unit");
        }

        private void checkRest(byte[] src, int end) {
            for (int i = end; i < src.length; i++) {
                if (!lenient || alphabet.indexOf(src[i] & 255) >= 0) {
                    throw new IllegalArgumentException("Input byte array has incorrect ending byte at " + (lenient ? i + 1 : i));
                }
            }
        }
    }
}
