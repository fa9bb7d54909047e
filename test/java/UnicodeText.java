import java.io.UnsupportedEncodingException;

/** Text beyond ASCII: output as UTF-8, code points, bytes of strings. */
public class UnicodeText {
    public static void main(String[] args) throws UnsupportedEncodingException {
        String[] texts = {"plain", "Gr\u00fc\u00dfe", "\u03b1\u03b2\u03b3", "\u65e5\u672c\u8a9e", "\ud83d\ude00 smile", "na\u00efve \u20ac5"};
        for (String text : texts) {
            byte[] utf8 = text.getBytes("UTF-8");
            byte[] latin = text.getBytes("ISO-8859-1");
            StringBuilder line = new StringBuilder(text).append(" chars ").append(text.length());
            line.append(" points ").append(text.codePointCount(0, text.length())).append(" utf8 ").append(utf8.length);
            line.append(" latin ").append(latin.length).append(" hash ").append(text.hashCode());
            System.out.println(line);
            System.out.println(new String(utf8, "UTF-8").equals(text) + " " + new String(latin, "ISO-8859-1").equals(text));
        }
        String smile = texts[4];
        System.out.println(smile.codePointAt(0) + " " + smile.codePointAt(1) + " " + smile.codePointBefore(2) + " "
                + smile.offsetByCodePoints(0, 2));
        System.out.println(new String(new int[] {0x48, 0x69, 0x1f600}, 0, 3));
        System.out.println(new StringBuilder("a\ud83d\ude00b\u00fc").reverse());
        System.out.println("Gr\u00fc\u00dfe".toUpperCase() + " " + "\u00c4\u00d6\u00dc \u0391\u0392".toLowerCase());
        System.out.println('\u00e9');
        System.out.println(new char[] {'\u00e9', 't', '\u00e9'});
        byte[] broken = {'o', 'k', (byte) 0xff, (byte) 0xc3, 'x'};
        System.out.println(new String(broken, "UTF-8"));
        System.out.println(new String(new byte[] {65, 66, 67}, 1, 2, "US-ASCII"));
        try {
            "x".getBytes("no-such-charset");
        } catch (UnsupportedEncodingException e) {
            System.out.println(e.getMessage());
        }
    }
}
