/** Reading and writing integers in several radixes, with the messages of what cannot be read. */
public class ParseNumbers {
    static void tryInt(String text, int radix) {
        try {
            System.out.println(Integer.parseInt(text, radix));
        } catch (NumberFormatException e) {
            System.out.println(e.getMessage());
        }
    }

    static void tryLong(String text) {
        try {
            System.out.println(Long.parseLong(text));
        } catch (NumberFormatException e) {
            System.out.println(e.getMessage());
        }
    }

    public static void main(String[] args) {
        for (String text : new String[] {"0", "-0", "+17", "2147483647", "-2147483648", "2147483648", "", "-", "12a", " 1", null}) {
            tryInt(text, 10);
        }
        tryInt("ff", 16);
        tryInt("-80000000", 16);
        tryInt("zz", 36);
        tryInt("102", 2);
        tryInt("1", 1);
        tryInt("1", 37);
        for (String text : new String[] {"9223372036854775807", "-9223372036854775808", "9223372036854775808", "1L", ""}) {
            tryLong(text);
        }
        System.out.println(Integer.decode("0x1F") + " " + Integer.decode("-010") + " " + Integer.decode("#ff") + " " + Long.decode("0X7f"));
        System.out.println(Byte.parseByte("-128") + " " + Short.parseShort("32767") + " " + Byte.valueOf((byte) 5));
        try {
            Byte.parseByte("128");
        } catch (NumberFormatException e) {
            System.out.println(e.getMessage());
        }
        try {
            Short.parseShort("-32769");
        } catch (NumberFormatException e) {
            System.out.println(e.getMessage());
        }
        int[] values = {0, 1, -1, 255, -255, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int value : values) {
            System.out.println(Integer.toHexString(value) + " " + Integer.toOctalString(value) + " " + Integer.toBinaryString(value)
                    + " " + Integer.toString(value, 36) + " " + Integer.toString(value, 7) + " " + Long.toHexString(value)
                    + " " + Long.toString(value, 3));
        }
        System.out.println(Long.toString(Long.MIN_VALUE) + " " + Long.toString(Long.MIN_VALUE, 36) + " " + Long.toBinaryString(-2L));
        System.out.println(Boolean.parseBoolean("TRUE") + " " + Boolean.parseBoolean("yes") + " " + Boolean.valueOf("true"));
        System.out.println(Integer.parseUnsignedInt("4294967295") + " " + Integer.toUnsignedString(-1) + " " + Long.toUnsignedString(-1L));
    }
}
