/** Shift distances are taken modulo 32 or 64; >>> and >> differ for negative numbers; small types are widened first. */
public class Shifts {
    public static void main(String[] args) {
        int[] ints = {1, -1, 0x80000000, 0x12345678, -1000};
        int[] distances = {0, 1, 5, 31, 32, 33, 63, 64, -1, -31};
        for (int value : ints) {
            for (int distance : distances) {
                System.out.println(value + " by " + distance + ": " + (value << distance) + " " + (value >> distance) + " "
                        + (value >>> distance));
            }
        }
        long[] longs = {1, -1, Long.MIN_VALUE, 0x123456789abcdef0L};
        for (long value : longs) {
            for (int distance : distances) {
                System.out.println((value << distance) + " " + (value >> distance) + " " + (value >>> distance));
            }
        }
        System.out.println(1 << 35L);
        System.out.println(1L << 35L);
        byte b = (byte) 0x90;
        System.out.println((b >> 2) + " " + (b >>> 2) + " " + (byte) (b >>> 2) + " " + (b & 0xff) + " " + (b << 24));
        short s = (short) 0x8001;
        s >>>= 1;
        System.out.println(s);
        s >>= 20;
        System.out.println(s);
        char c = 0xffff;
        c <<= 4;
        System.out.println((int) c);
        int i = -5;
        i >>>= 28;
        System.out.println(i);
        long l = -5;
        l >>>= 60;
        System.out.println(l);
    }
}
