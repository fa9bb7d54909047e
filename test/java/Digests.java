/** CRC-32, Adler-32, FNV and SHA-256, written out. */
public class Digests {
    static final int[] K = new int[64];
    static final int[] H = new int[8];

    static {
        int found = 0;
        for (int n = 2; found < 64; n++) {
            boolean prime = true;
            for (int d = 2; d * d <= n; d++) {
                prime &= n % d != 0;
            }
            if (prime) {
                K[found] = fraction(Math.cbrt(n));
                if (found < 8) {
                    H[found] = fraction(Math.sqrt(n));
                }
                found++;
            }
        }
    }

    static int fraction(double x) {
        return (int) (long) ((x - Math.floor(x)) * (1L << 32));
    }

    static String sha256(byte[] message) {
        int blocks = (message.length + 8) / 64 + 1;
        byte[] padded = new byte[blocks * 64];
        System.arraycopy(message, 0, padded, 0, message.length);
        padded[message.length] = (byte) 0x80;
        long bits = message.length * 8L;
        for (int i = 0; i < 8; i++) {
            padded[padded.length - 1 - i] = (byte) (bits >>> 8 * i);
        }
        int[] h = H.clone();
        int[] w = new int[64];
        for (int block = 0; block < padded.length; block += 64) {
            for (int i = 0; i < 16; i++) {
                w[i] = padded[block + 4 * i] << 24 | (padded[block + 4 * i + 1] & 255) << 16 | (padded[block + 4 * i + 2] & 255) << 8
                        | padded[block + 4 * i + 3] & 255;
            }
            for (int i = 16; i < 64; i++) {
                int s0 = Integer.rotateRight(w[i - 15], 7) ^ Integer.rotateRight(w[i - 15], 18) ^ w[i - 15] >>> 3;
                int s1 = Integer.rotateRight(w[i - 2], 17) ^ Integer.rotateRight(w[i - 2], 19) ^ w[i - 2] >>> 10;
                w[i] = w[i - 16] + s0 + w[i - 7] + s1;
            }
            int[] v = h.clone();
            for (int i = 0; i < 64; i++) {
                int s1 = Integer.rotateRight(v[4], 6) ^ Integer.rotateRight(v[4], 11) ^ Integer.rotateRight(v[4], 25);
                int t1 = v[7] + s1 + (v[4] & v[5] ^ ~v[4] & v[6]) + K[i] + w[i];
                int s0 = Integer.rotateRight(v[0], 2) ^ Integer.rotateRight(v[0], 13) ^ Integer.rotateRight(v[0], 22);
                int t2 = s0 + (v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]);
                System.arraycopy(v, 0, v, 1, 7);
                v[4] += t1;
                v[0] = t1 + t2;
            }
            for (int i = 0; i < 8; i++) {
                h[i] += v[i];
            }
        }
        StringBuilder hex = new StringBuilder();
        for (int word : h) {
            for (int shift = 28; shift >= 0; shift -= 4) {
                hex.append(Character.forDigit(word >>> shift & 15, 16));
            }
        }
        return hex.toString();
    }

    static int crc32(byte[] message) {
        int crc = -1;
        for (byte b : message) {
            crc ^= b & 255;
            for (int i = 0; i < 8; i++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xedb88320 : crc >>> 1;
            }
        }
        return ~crc;
    }

    static int adler32(byte[] message) {
        int a = 1;
        int b = 0;
        for (byte x : message) {
            a = (a + (x & 255)) % 65521;
            b = (b + a) % 65521;
        }
        return b << 16 | a;
    }

    static long fnv(byte[] message) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : message) {
            hash = (hash ^ b & 255) * 0x100000001b3L;
        }
        return hash;
    }

    public static void main(String[] args) {
        for (String text : new String[] {"", "abc", "The quick brown fox jumps over the lazy dog", "x".repeat(1000)}) {
            byte[] bytes = text.getBytes();
            System.out.println(sha256(bytes) + " " + Integer.toHexString(crc32(bytes)) + " " + Integer.toHexString(adler32(bytes)) + " "
                    + Long.toHexString(fnv(bytes)));
        }
    }
}
