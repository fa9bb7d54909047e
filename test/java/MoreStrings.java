/** String methods of Java 8 to 17, and the corners of the older ones. */
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

public class MoreStrings {
    private static void attempt(String what, java.util.function.Supplier<Object> action) {
        try {
            System.out.println(what + " " + action.get());
        } catch (RuntimeException e) {
            System.out.println(what + " " + e.getClass().getSimpleName() + (e instanceof NullPointerException ? "" : " " + e.getMessage()));
        }
    }

    public static void main(String[] args) {
        System.out.println("[" + "  x ".strip() + "][" + "  x ".stripLeading() + "][" + "  x ".stripTrailing() + "][" + "\u2003x\u2003".strip() + "][" + "\u2003x".trim().length() + "]" + " \t".isBlank() + "".isEmpty());
        System.out.println("ab".repeat(3) + "x".repeat(0) + " " + String.join("-", "a", "b") + String.join("/", List.of("c", "d")) + " " + new StringJoiner(",", "{", "}").setEmptyValue("none") + new StringJoiner(",").add("q"));
        System.out.println(" a\n  b\n".indent(2).replace(' ', '.') + "   a\n b".indent(-2).replace(' ', '.'));
        System.out.println("  one\n   two\n  ".stripIndent().replace("\n", "|") + " " + "a\\tb\\101\\n".translateEscapes().length());
        System.out.println("Hello".chars().sum() + " " + "b,a".compareTo("b") + " " + "apple".compareTo("banana") + " " + "Apple".compareToIgnoreCase("aPPLF") + " " + "a".compareTo("abc"));
        System.out.println("hello".regionMatches(1, "xell", 1, 3) + " " + "HELLO".regionMatches(true, 0, "hel", 0, 3) + " " + "x".equalsIgnoreCase(null) + " " + "straße".toUpperCase() + " " + "İ".toLowerCase().length() + " " + "ΣΑΣ".toLowerCase());
        System.out.println("banana".indexOf("an", 2) + " " + "banana".lastIndexOf("an") + " " + "banana".lastIndexOf('a', 4) + " " + "banana".indexOf("") + " " + "banana".lastIndexOf("") + " " + "banana".indexOf('z') + " " + "banana".indexOf("a", 99) + " " + "banana".indexOf('n', -5));
        System.out.println("a😀b".length() + " " + "a😀b".codePointCount(0, 4) + " " + "a😀b".codePointAt(1) + " " + "a😀b".codePointBefore(3) + " " + "a😀b".offsetByCodePoints(0, 2) + " " + new StringBuilder("a😀b").reverse() + " " + new String(new int[] {97, 0x1F600}, 0, 2));
        System.out.println("replace".replace('e', 'E') + " " + "aaa".replace("aa", "b") + " " + "abc".replace("", "-") + " " + "x".concat("y") + " " + "hello".contentEquals(new StringBuilder("hello")) + " " + "a-b".contains("-"));
        System.out.println(String.valueOf((Object) null) + String.valueOf(new char[] {'o', 'k'}) + String.valueOf(1.0f) + String.copyValueOf(new char[] {'a', 'b', 'c'}, 1, 2) + " " + "abc".subSequence(1, 2) + " " + "A".toLowerCase().equals("a") + " " + "x".intern());
        attempt("charAt", () -> "abc".charAt(5));
        attempt("substring", () -> "abc".substring(2, 1));
        attempt("substring", () -> "abc".substring(-1));
        attempt("substring", () -> "abc".substring(4));
        attempt("repeat", () -> "a".repeat(-1));
        attempt("codePointAt", () -> "a".codePointAt(1));
        attempt("new", () -> new String(new char[3], 2, 5));
        attempt("valueOf", () -> String.valueOf((char[]) null));
        attempt("contains", () -> "a".contains(null));
        attempt("getChars", () -> {
            "abc".getChars(0, 3, new char[2], 0);
            return "";
        });
        attempt("subSequence", () -> "abc".subSequence(1, 9));
        attempt("escape", () -> "\\q".translateEscapes());
        attempt("compareTo", () -> "a".compareTo(null));
        StringBuilder sb = new StringBuilder("hello");
        attempt("setLength", () -> {
            sb.setLength(-1);
            return "";
        });
        attempt("insert", () -> sb.insert(9, "x"));
        attempt("delete", () -> sb.delete(3, 2));
        attempt("delete", () -> new StringBuilder("abc").delete(1, 99));
        attempt("deleteCharAt", () -> sb.deleteCharAt(5));
        attempt("setCharAt", () -> {
            sb.setCharAt(9, 'x');
            return "";
        });
        attempt("replace", () -> new StringBuilder("abc").replace(1, 9, "XYZ"));
        attempt("replace", () -> sb.replace(7, 9, "x"));
        attempt("builder substring", () -> sb.substring(3, 9));
        attempt("charAt", () -> sb.charAt(-1));
        System.out.println(new StringBuilder().append((String) null).append((Object) null).append(1).append('c').append(2.5).append(true).append(new char[] {'z'}).append("abcdef", 1, 3).append(5L).insert(0, 3.5f).insert(2, new char[] {'!'}).insert(1, (String) null));
        System.out.println(new StringBuilder("abcabc").indexOf("c", 3) + " " + new StringBuilder("abcabc").lastIndexOf("b") + " " + new StringBuilder("ab").compareTo(new StringBuilder("b")) + " " + new StringBuilder("x").equals(new StringBuilder("x")) + " " + new StringBuilder("abc").chars().sum());
        System.out.println(Arrays.toString("héllo €".getBytes(java.nio.charset.StandardCharsets.UTF_8)) + " " + Arrays.toString("hé€".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)) + " " + Arrays.toString("é".getBytes(java.nio.charset.StandardCharsets.UTF_16)) + " " + new String(new byte[] {(byte) 0xc3, (byte) 0xa9, (byte) 0xff}, java.nio.charset.StandardCharsets.UTF_8).length());
        System.out.println("text".hashCode() + " " + "".hashCode() + " " + "Aa".hashCode() + " " + "BB".hashCode() + " " + "a".equals("a".toString()));
    }
}
