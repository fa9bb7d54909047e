/** Shifts, masks, packing, hashing and tables of bits. */
import java.util.BitSet;

public class Bits {
    private static int crc(byte[] bytes) {
        int crc = -1;
        for (byte b : bytes) {
            crc ^= b & 0xff;
            for (int i = 0; i < 8; i++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xEDB88320 : crc >>> 1;
            }
        }
        return ~crc;
    }

    private static long fnv(String text) {
        long hash = 0xcbf29ce484222325L;
        for (char c : text.toCharArray()) {
            hash = (hash ^ c) * 0x100000001b3L;
        }
        return hash;
    }

    private static int murmur(int h) {
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    public static void main(String[] args) {
        System.out.println(Integer.toHexString(crc("123456789".getBytes())) + " " + Long.toHexString(fnv("hello")) + " " + Integer.toHexString(murmur(42)));
        int x = 0x12345678;
        System.out.println((x << 36) + " " + (x >> -4) + " " + (x >>> 33) + " " + (x & 0xff00 | x >>> 24) + " " + (~x ^ x) + " " + (-1 >>> 1) + " " + (-1L >>> 1) + " " + (1L << 63) + " " + (byte) (x >> 3) + " " + (short) ~x + " " + (char) (x & 0x7f));
        byte b = (byte) 0xf0;
        b >>>= 2;
        short s = -1;
        s >>>= 1;
        char c = 'a';
        c <<= 1;
        c += 1.7;
        long l = 1;
        l <<= 40;
        l |= 7;
        l ^= -1;
        System.out.println(b + " " + s + " " + (int) c + " " + l);
        int i = 5;
        i = i++ + ++i;
        int j = i-- - --i;
        int[] a = {0, 0, 0};
        int k = 0;
        a[k++] = k = 2;
        a[k] += k = 1;
        System.out.println(i + " " + j + " " + a[0] + a[1] + a[2] + " " + k);
        BitSet bits = new BitSet();
        for (int p = 2; p < 200; p++) {
            bits.set(p);
        }
        for (int p = 2; p * p < 200; p++) {
            if (bits.get(p)) {
                for (int q = p * p; q < 200; q += p) {
                    bits.clear(q);
                }
            }
        }
        System.out.println(bits.cardinality() + " " + bits.length() + " " + bits.size() + " " + bits.nextSetBit(90) + " " + bits.previousSetBit(96) + " " + bits.nextClearBit(2) + " " + bits.previousClearBit(3) + " " + bits.hashCode());
        BitSet odd = new BitSet();
        odd.set(1, 30);
        odd.flip(0, 31);
        odd.and(bits);
        System.out.println(odd + " " + bits.get(0, 30) + " " + odd.intersects(bits) + " " + java.util.Arrays.toString(bits.toLongArray()) + " " + BitSet.valueOf(new long[] {5, 1}) + " " + BitSet.valueOf(new byte[] {3}).toByteArray().length);
        BitSet other = (BitSet) bits.clone();
        other.andNot(BitSet.valueOf(new long[] {-1L}));
        other.xor(bits);
        System.out.println(other.equals(bits.get(0, 64)) + " " + other.isEmpty());
        try {
            bits.set(-1);
        } catch (IndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        try {
            bits.get(5, 3);
        } catch (IndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        int gray = 0;
        StringBuilder codes = new StringBuilder();
        for (int n = 0; n < 8; n++) {
            gray = n ^ n >> 1;
            codes.append(Integer.toBinaryString(gray + 8).substring(1)).append(' ');
        }
        System.out.println(codes);
    }
}
