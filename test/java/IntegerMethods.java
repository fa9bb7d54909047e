/** Integer, Long, Short, Byte: bits, parsing, unsigned numbers, texts. */
import java.util.function.Supplier;

public class IntegerMethods {
    private static void attempt(String what, Supplier<Object> action) {
        try {
            System.out.println(what + " = " + action.get());
        } catch (RuntimeException e) {
            System.out.println(what + " " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        for (int x : new int[] {0, 1, -1, 42, -42, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x00ff00f0}) {
            System.out.println(x + " " + Integer.toBinaryString(x) + " " + Integer.toHexString(x) + " " + Integer.toOctalString(x) + " " + Integer.bitCount(x) + " " + Integer.numberOfLeadingZeros(x)
                    + " " + Integer.numberOfTrailingZeros(x) + " " + Integer.highestOneBit(x) + " " + Integer.lowestOneBit(x) + " " + Integer.reverse(x) + " " + Integer.reverseBytes(x)
                    + " " + Integer.rotateLeft(x, 5) + " " + Integer.rotateRight(x, 37) + " " + Integer.signum(x) + " " + Integer.toString(x, 7) + " " + Integer.toUnsignedString(x) + " " + Integer.toUnsignedLong(x));
        }
        for (long x : new long[] {0, -1, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, -123456789012345L}) {
            System.out.println(x + " " + Long.toBinaryString(x).length() + " " + Long.toHexString(x) + " " + Long.toOctalString(x) + " " + Long.bitCount(x) + " " + Long.numberOfLeadingZeros(x)
                    + " " + Long.numberOfTrailingZeros(x) + " " + Long.highestOneBit(x) + " " + Long.reverse(x) + " " + Long.reverseBytes(x) + " " + Long.rotateLeft(x, 70) + " " + Long.toString(x, 36)
                    + " " + Long.toUnsignedString(x) + " " + Long.toUnsignedString(x, 16) + " " + Long.hashCode(x));
        }
        System.out.println(Integer.divideUnsigned(-1, 10) + " " + Integer.remainderUnsigned(-1, 10) + " " + Integer.compareUnsigned(-1, 1) + " " + Long.divideUnsigned(-1, 7) + " " + Long.remainderUnsigned(-1, 7) + " " + Long.compareUnsigned(1, -1)
                + " " + Long.divideUnsigned(Long.MIN_VALUE, -1) + " " + Long.divideUnsigned(-5, Long.MIN_VALUE + 3));
        attempt("parse", () -> Integer.parseInt("-2147483648"));
        attempt("too large", () -> Integer.parseInt("2147483648"));
        attempt("plus", () -> Integer.parseInt("+7"));
        attempt("empty", () -> Integer.parseInt(""));
        attempt("null", () -> Integer.parseInt(null));
        attempt("sign", () -> Integer.parseInt("-"));
        attempt("space", () -> Integer.parseInt(" 1"));
        attempt("hex", () -> Integer.parseInt("-ff", 16));
        attempt("radix", () -> Integer.parseInt("12", 2));
        attempt("bad radix", () -> Integer.parseInt("12", 99));
        attempt("range", () -> Integer.parseInt("xx123yy", 2, 5, 10));
        attempt("unsigned", () -> Integer.parseUnsignedInt("4294967295"));
        attempt("unsigned large", () -> Integer.parseUnsignedInt("4294967296"));
        attempt("unsigned minus", () -> Integer.parseUnsignedInt("-1"));
        attempt("long unsigned", () -> Long.parseUnsignedLong("18446744073709551615"));
        attempt("long unsigned large", () -> Long.parseUnsignedLong("18446744073709551616"));
        attempt("long", () -> Long.parseLong("9223372036854775808"));
        attempt("long L", () -> Long.parseLong("5L"));
        attempt("decode", () -> Integer.decode("0x1F") + Integer.decode("-#a") + Integer.decode("017") + Integer.decode("+9"));
        attempt("decode bad", () -> Integer.decode("0x"));
        attempt("decode large", () -> Long.decode("0x8000000000000000"));
        attempt("decode least", () -> Long.decode("-0x8000000000000000"));
        attempt("short", () -> Short.parseShort("32768"));
        attempt("byte", () -> Byte.parseByte("-129"));
        attempt("byte radix", () -> Byte.parseByte("7f", 16));
        attempt("short decode", () -> Short.decode("0x7fff"));
        attempt("arabic", () -> Integer.parseInt("\u0661\u0662"));
        System.out.println(Integer.valueOf(127) == Integer.valueOf(127));
        System.out.println(Integer.valueOf(5).equals(5L) + " " + Integer.valueOf(5).hashCode() + " " + Integer.valueOf(5).compareTo(7) + " " + Integer.compare(3, 2) + " " + Integer.max(1, 2) + Integer.min(1, 2) + Integer.sum(1, 2));
        System.out.println(Integer.valueOf(300).byteValue() + " " + Integer.valueOf(70000).shortValue() + " " + Long.valueOf(1L << 33).intValue() + " " + Short.toUnsignedInt((short) -1) + " " + Byte.toUnsignedInt((byte) -1) + " " + Byte.compare((byte) 1, (byte) 5) + " " + Short.compareUnsigned((short) -1, (short) 1) + " " + Short.reverseBytes((short) 0x1234));
        System.out.println(Boolean.parseBoolean("TRUE") + " " + Boolean.valueOf("yes") + " " + Boolean.logicalXor(true, false) + " " + Boolean.compare(true, false) + " " + Boolean.hashCode(true) + " " + Boolean.TRUE.compareTo(false) + " " + Boolean.getBoolean("none"));
        System.out.println(Integer.getInteger("none", 5) + " " + Long.getLong("none") + " " + Integer.MAX_VALUE + Integer.SIZE + Integer.BYTES + " " + Long.MIN_VALUE + " " + Integer.TYPE + " " + Character.TYPE);
    }
}
