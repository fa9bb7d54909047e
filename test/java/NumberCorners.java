/** Texts that are numbers and those that are not, bits, and the corners of Math. */
public class NumberCorners {
    static void p(Object o) {
        System.out.println(o);
    }

    interface T {
        Object go() throws Throwable;
    }

    static void t(T r) {
        try {
            p(r.go());
        } catch (Throwable e) {
            p(e.getClass().getName() + ": " + e.getMessage());
        }
    }

    public static void main(String[] a) {
        for (String s : new String[]{"", "-", "+", "12", "+12", "-12", "2147483648",
                "-2147483648", "2147483647", " 1", "1 ", "0x1F", "1_000", "１２", "1.0", "abc", "--1"}) {
            t(() -> Integer.parseInt(s));
            t(() -> Long.parseLong(s));
            t(() -> Integer.decode(s));
            t(() -> Double.parseDouble(s));
            t(() -> Integer.parseInt(s, 16));
            t(() -> Integer.parseUnsignedInt(s));
            t(() -> Short.parseShort(s));
            t(() -> Byte.valueOf(s));
            t(() -> Float.valueOf(s));
            t(() -> Boolean.parseBoolean(s));
        }
        for (String s : new String[]{"1e5", "1e400", "-1e400", "1e-400", "NaN", "-Infinity",
                "Infinity", "infinity", "0x1p3", "0x1.8p1", "0x.8p-1", "1d", "1f",
                "1D", "1L", ".5", "5.", ".", "e5", "1e", "1e+", "0x1", "  3.5  ",
                "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "1.7976931348623159e308",
                "1.7976931348623158e308", "9007199254740993", "0.1e1_0", "123456789012345678901234567890",
                "0x1.fffffffffffff8p0", "1.00000000000000011102230246251565", "3.4028236e38",
                "1.4e-45", "7e-46", "-0.0", "+.0e-9"}) {
            t(() -> Double.parseDouble(s));
            t(() -> Float.parseFloat(s));
        }
        t(() -> Integer.parseInt("zz", 36));
        t(() -> Integer.parseInt("9", 8));
        t(() -> Integer.parseInt("1", 1));
        t(() -> Integer.parseInt("1", 37));
        t(() -> Long.parseLong("9223372036854775808"));
        t(() -> Long.parseUnsignedLong("18446744073709551615"));
        t(() -> Long.parseUnsignedLong("18446744073709551616"));
        t(() -> Integer.toString(-255, 16) + Integer.toHexString(-1) + Integer.toOctalString(8)
                + Integer.toBinaryString(5) + Long.toString(Long.MIN_VALUE, 36) + Long.toHexString(-1L)
                + Integer.toUnsignedString(-1) + Long.toUnsignedString(-1L) + Integer.toString(7, 99));
        t(() -> Integer.divideUnsigned(-1, 3) + " " + Integer.remainderUnsigned(-1, 7) + " "
                + Long.divideUnsigned(-1, 10) + " " + Long.remainderUnsigned(-5, 3) + " "
                + Integer.compareUnsigned(1, -1));
        t(() -> Integer.reverse(1) + " " + Integer.reverseBytes(0x01020304) + " " + Integer.highestOneBit(100) + " "
                + Integer.lowestOneBit(100) + " " + Integer.numberOfLeadingZeros(0) + " "
                + Integer.numberOfTrailingZeros(0) + " " + Integer.bitCount(-1) + " " + Integer.rotateLeft(1, 33)
                + " " + Integer.signum(-9) + " " + Long.bitCount(-1L) + " " + Long.numberOfLeadingZeros(1) + " "
                + Long.rotateRight(1, 1) + " " + Long.reverse(2) + " " + Long.signum(-3L) + " "
                + Long.highestOneBit(-1));
        Integer i1 = 127, i2 = 127, i3 = 128, i4 = 128;
        p((i1 == i2) + " " + (i3 == i4) + " " + i3.equals(i4) + " " + (Long.valueOf(-128) == Long.valueOf(-128))
                + " " + (Character.valueOf('a') == Character.valueOf('a')) + " "
                + (Boolean.valueOf(true) == Boolean.TRUE) + " " + (Byte.valueOf((byte)-1) == Byte.valueOf((byte)-1))
                + " " + (Short.valueOf((short)200) == Short.valueOf((short)200)));
        p(Integer.hashCode(5) + " " + Long.hashCode(1L << 32) + " " + Double.hashCode(1.5) + " "
                + Float.hashCode(1.5f) + " " + Boolean.hashCode(true) + " " + Character.hashCode('a') + " "
                + Double.hashCode(-0.0) + " " + Double.valueOf(Double.NaN).equals(Double.NaN) + " "
                + Double.compare(0.0, -0.0) + " " + Double.compare(Double.NaN, 1) + " " + Float.compare(-0f, 0f)
                + " " + Integer.compare(1, 2) + " " + Boolean.compare(true, false) + " "
                + Character.compare('a', 'c') + " " + Byte.compare((byte)1, (byte)5) + " " + Double.MIN_NORMAL + " "
                + Double.MAX_EXPONENT + " " + Float.MIN_EXPONENT + " " + Double.toHexString(1.0) + " "
                + Double.toHexString(-0.1) + " " + Double.toHexString(Double.MIN_VALUE) + " "
                + Float.toHexString(1.5f) + " " + Float.toHexString(Float.MIN_VALUE) + " "
                + Double.doubleToLongBits(Double.NaN) + " " + Float.floatToIntBits(1f) + " "
                + Double.longBitsToDouble(0x7ff0000000000001L) + " " + Float.intBitsToFloat(0xff800000));
        t(() -> Math.addExact(Integer.MAX_VALUE, 1));
        t(() -> Math.multiplyExact(1L << 62, 2L));
        t(() -> Math.toIntExact(1L << 40));
        t(() -> Math.negateExact(Integer.MIN_VALUE));
        t(() -> Math.floorDiv(-7, 2) + " " + Math.floorMod(-7, 2) + " " + Math.floorMod(7, -3) + " "
                + Math.abs(Integer.MIN_VALUE) + " " + Math.round(-0.5) + " " + Math.round(2.5) + " "
                + Math.round(0.49999999999999994) + " " + Math.rint(2.5) + " " + Math.ceil(-0.5) + " "
                + Math.round(Double.NaN) + " " + Math.round(1e300) + " " + Math.round(-2.5f) + " "
                + Math.signum(-0.0) + " " + Math.hypot(3, 4) + " " + Math.cbrt(-27) + " " + Math.pow(2, 0.5) + " "
                + Math.pow(0, 0) + " " + Math.pow(-8, 1.0 / 3) + " " + Math.sqrt(-1) + " " + Math.max(-0.0, 0.0)
                + " " + Math.min(0.0, -0.0) + " " + Math.max(Double.NaN, 1) + " " + Math.atan2(-0.0, -1) + " "
                + Math.toDegrees(Math.PI) + " " + Math.toRadians(180) + " " + Math.log10(1000) + " "
                + Math.log1p(1e-10) + " " + Math.expm1(1e-10) + " " + Math.sinh(1) + " " + Math.ulp(1.0) + " "
                + Math.nextUp(1.0f) + " " + Math.nextAfter(1.0, 2) + " " + Math.scalb(1.0, -1074) + " "
                + Math.getExponent(1e-320) + " " + Math.copySign(3, -0.0) + " " + Math.IEEEremainder(5, 3) + " "
                + Math.fma(2.0, 3.0, 4.0) + " " + Math.multiplyHigh(1L << 62, 8) + " " + Math.absExact(-5) + " "
                + Math.floorDiv(-7L, 2) + " " + Math.sin(1e22) + " " + Math.cos(1e22) + " "
                + Math.tan(1.5707963267948966) + " " + Math.exp(709.78) + " " + Math.log(Double.MIN_VALUE) + " "
                + Math.asin(2) + " " + Math.acos(1));
        t(() -> Math.floorDiv(1, 0));
        t(() -> Math.incrementExact(Long.MAX_VALUE));
        t(() -> Math.absExact(Integer.MIN_VALUE));
        t(() -> Math.subtractExact(Integer.MIN_VALUE, 1));
        t(() -> Character.getNumericValue('Ⅻ') + " " + Character.isLetter('ß') + Character.isDigit('٣')
                + Character.digit('f', 16) + Character.digit('g', 16) + Character.forDigit(11, 16)
                + Character.toUpperCase('ÿ') + Character.toTitleCase('ǆ') + Character.isWhitespace('\u00a0')
                + Character.isSpaceChar('\u00a0') + Character.isJavaIdentifierStart('$') + Character.getType('a')
                + Character.isISOControl('\u007f') + Character.MAX_RADIX + Character.isSurrogate('\ud800')
                + Character.toCodePoint('\ud83d', '\ude00') + Character.charCount(0x10000)
                + Character.toString(0x1F600) + Character.reverseBytes('a') + Character.isMirrored('('));
        t(() -> Character.toChars(-1));
        t(() -> Character.toString(0x110000));
        Object o = true ? 1:2.0;
        p(o);
        o = true ? (Integer)1:(Double)2.0;
        p(o);
        char x = 'x';
        int ii = 0;
        p(false ? ii:x);
        p(true ? x:0);
        p(true ? null:0);
        Long L = 10L;
        p(L.equals(10));
        p(new Integer(5).equals(5));
        p(L == 10);
        int sh = 1;
        sh <<= 33;
        p(sh);
        long ls = 1;
        ls <<= 33;
        p(ls);
        p((byte)0x80 >>> 1);
        p((int)'a');
        p((5&6) + " " + (5 | 6) + " " + (5 ^ 6) + " " + (~5) + " " + (true ^ false));
        p(010 + 0b11 + 0xF + 1_000);
        p(1e0f == 1.0);
        p((float)0.1 == 0.1);
        p(0.1f + "" + (double)0.1f);
        p((long)1e19 + " " + (int)Long.MAX_VALUE + " " + (float)Long.MAX_VALUE + " " + (double)Long.MAX_VALUE + " "
                + (float)16777217 + " " + (double)(1L << 53 | 1) + " " + (int)3.99e9f);
        p(Float.MIN_NORMAL + " " + Float.MAX_VALUE * 10 + " " + (float)1e-50 + " " + (float)1e50 + " "
                + (1.0f * Integer.MAX_VALUE));
        p(Short.toUnsignedInt((short)-1) + " " + Byte.toUnsignedLong((byte)-1));
        p(Double.isFinite(1 / 0.0));
        p(Double.sum(1, 2) + Integer.max(1, 2) + Long.min(3, 4));
        p(Long.valueOf(5).hashCode() + " " + Integer.valueOf(-7).toString() + " " + Double.valueOf("1e3") + " "
                + Float.valueOf(2).doubleValue() + " " + Integer.valueOf(65).byteValue() + " "
                + Double.valueOf(1e10).intValue() + " " + Long.valueOf(1L << 40).intValue());
    }
}
