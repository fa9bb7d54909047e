/** The bit counting and bit moving methods of Integer and Long. */
public class IntegerBits {
    public static void main(String[] args) {
        int[] ints = {0, 1, -1, 0x00f0, 0x80000000, 0x12345678, 1000000007};
        for (int i : ints) {
            System.out.println(Integer.bitCount(i) + " " + Integer.highestOneBit(i) + " " + Integer.lowestOneBit(i) + " "
                    + Integer.numberOfLeadingZeros(i) + " " + Integer.numberOfTrailingZeros(i) + " " + Integer.reverse(i) + " "
                    + Integer.reverseBytes(i) + " " + Integer.rotateLeft(i, 7) + " " + Integer.rotateRight(i, 7) + " "
                    + Integer.signum(i));
        }
        long[] longs = {0, 1, -1, 0xf000000000L, Long.MIN_VALUE, 0x123456789abcdef0L};
        for (long l : longs) {
            System.out.println(Long.bitCount(l) + " " + Long.highestOneBit(l) + " " + Long.lowestOneBit(l) + " "
                    + Long.numberOfLeadingZeros(l) + " " + Long.numberOfTrailingZeros(l) + " " + Long.reverse(l) + " "
                    + Long.reverseBytes(l) + " " + Long.rotateLeft(l, 13) + " " + Long.rotateRight(l, 13) + " " + Long.signum(l));
        }
        System.out.println(Integer.compareUnsigned(-1, 1) + " " + Integer.divideUnsigned(-1, 3) + " " + Integer.remainderUnsigned(-1, 7)
                + " " + Long.divideUnsigned(-1L, 10) + " " + Long.remainderUnsigned(-1L, 10) + " " + Long.compareUnsigned(1, -1));
        System.out.println(Short.reverseBytes((short) 0x1234) + " " + (int) Character.reverseBytes('\u1234') + " "
                + Byte.toUnsignedInt((byte) -1) + " " + Short.toUnsignedInt((short) -1) + " " + Integer.toUnsignedLong(-1));
        System.out.println(Integer.max(3, 9) + " " + Integer.min(3, 9) + " " + Integer.sum(3, 9) + " " + Long.compare(3, 9) + " "
                + Integer.compare(9, 3) + " " + Character.compare('a', 'b') + " " + Boolean.compare(true, false));
    }
}
