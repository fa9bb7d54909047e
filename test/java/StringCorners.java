import java.util.*;

/** Methods of strings at their limits. */
public class StringCorners {
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

    public static void main(String[] a) throws Exception {
        String s = "Hello, World";
        t(() -> s.charAt(12));
        t(() -> s.charAt(-1));
        t(() -> s.substring(5, 3));
        t(() -> s.substring(-1));
        t(() -> s.substring(13));
        t(() -> s.substring(2, 20));
        t(() -> s.codePointAt(99));
        t(() -> new String(new char[2], 1, 2));
        t(() -> new String(new byte[2], -1, 2));
        t(() -> "".repeat(-1));
        t(() -> "ab".repeat(3));
        t(() -> s.subSequence(1, 3));
        t(() -> new StringBuilder("abc").deleteCharAt(3));
        t(() -> new StringBuilder("abc").insert(4, "x"));
        t(() -> new StringBuilder("abc").delete(2, 1));
        t(() -> new StringBuilder("abc").delete(1, 100));
        t(() -> new StringBuilder("abc").replace(1, 99, "ZZ"));
        t(() -> new StringBuilder("abc").replace(4, 5, "ZZ"));
        t(() -> new StringBuilder("abc").charAt(3));
        t(() -> new StringBuilder("abc").substring(2, 5));
        t(() -> {
            StringBuilder b = new StringBuilder("abc");
            b.setLength(5);
            return b.toString().length() + "" + (int)b.charAt(4);
        });
        t(() -> {
            StringBuilder b = new StringBuilder();
            b.setLength(-1);
            return b;
        });
        t(() -> {
            StringBuilder b = new StringBuilder("abc");
            b.setCharAt(5, 'x');
            return b;
        });
        t(() -> new StringBuilder(-1));
        t(() -> new StringBuilder("ab\uD83D\uDE00c").reverse());
        t(() -> new StringBuilder("abc").compareTo(new StringBuilder("abd")));
        t(() -> new StringBuilder().append(1).append('c').append(2L).append(3f).append(4d)
                .append(true).append((Object)null).append((String)null).append(new char[]{'x',
                'y'}).append("hello", 1, 3).append(new char[]{'a', 'b', 'c'}, 1, 2).appendCodePoint(0x1F600));
        t(() -> new StringBuilder().append("abc", 2, 1));
        t(() -> new StringBuilder().insert(0, 3.5).insert(0, 'c').insert(0, true).insert(1,
                new char[]{'q'}).insert(0, (String)null).indexOf("r"));
        t(() -> s.indexOf("o", 5) + " " + s.lastIndexOf("o", 7) + " " + s.indexOf('l', -5) + " " + s.indexOf("", 50)
                + " " + s.lastIndexOf("") + " " + s.indexOf("zz") + " " + s.lastIndexOf('H', -1) + " "
                + s.indexOf(0x1F600));
        t(() -> s.replace('l', 'L') + s.replace("l", "") + s.replace("", "-") + "aaa".replace("aa", "b"));
        t(() -> s.replaceAll("[lo]+", "<$0>") + s.replaceFirst("o", "0"));
        t(() -> Arrays.toString("a,b,,c,,".split(",")) + Arrays.toString("a,b,,c,,".split(",", -1))
                + Arrays.toString("a,b,,c,,".split(",", 2)) + Arrays.toString("".split(","))
                + Arrays.toString(",a".split(",")) + Arrays.toString("abc".split(""))
                + Arrays.toString("a1b22c".split("\\d+")) + Arrays.toString(" a  b ".split(" "))
                + Arrays.toString("a.b".split(".")) + Arrays.toString("a|b".split("|")));
        t(() -> "  x y\t\n".trim() + "|" + "\u2003x\u2003".strip() + "|" + "  x ".stripLeading() + "|"
                + "  x ".stripTrailing() + "|" + " \t".isBlank() + "".isEmpty());
        t(() -> "a\nb\r\nc\r".lines().toList());
        t(() -> "ab\n  c\n".indent(2) + "|" + "  a\n    b".stripIndent() + "|"
                + "a\\tb\\u0041\\101\\n".translateEscapes().length());
        t(() -> "a\\q".translateEscapes());
        t(() -> String.join("-", List.of("a", "b")) + String.join("/", "x", null, "z"));
        t(() -> "Straße".toUpperCase() + "İI".toLowerCase() + "ΑΣ".toLowerCase() + "ǆ".toUpperCase()
                + "ﬁ".toUpperCase());
        t(() -> "abc".compareTo("abcd") + " " + "b".compareTo("a") + " " + "A".compareToIgnoreCase("b") + " "
                + "É".equalsIgnoreCase("é"));
        t(() -> "abc".matches("a.c") + " " + "xabc".matches("a.c"));
        t(() -> "%d %s".formatted(1, "x"));
        t(() -> "abc".regionMatches(true, 1, "XBC", 1, 2) + " " + "abc".regionMatches(-1, "a", 0, 1) + " "
                + "abc".contentEquals(new StringBuilder("abc")));
        t(() -> "hello".chars().sum() + " " + "h\uD83D\uDE00".codePoints().count());
        t(() -> String.valueOf((Object)null) + String.valueOf(new char[]{'z'})
                + String.copyValueOf(new char[]{'a', 'b', 'c'}, 1, 1));
        t(() -> "a".equals(null) + " " + "a".hashCode() + " " + "".hashCode() + " "
                + "The quick brown fox".hashCode());
        String h = "he";
        final String fh = "he";
        p((h + "llo" == "hello") + " " + (fh + "llo" == "hello") + " " + ((h + "llo").intern() == "hello") + " "
                + ("hel" + "lo" == "hello") + " " + (new String("hello") == "hello") + " "
                + (String.valueOf("hello") == "hello") + " " + ("hello".substring(0) == "hello") + " "
                + ("hello".toString() == "hello") + " " + ("hello".trim() == "hello") + " "
                + ("hello".concat("") == "hello") + " " + ("hello".replace('q', 'r') == "hello") + " "
                + ("hello".toLowerCase() == "hello"));
        p(Arrays.toString("héllo€😀".getBytes("UTF-8")) + Arrays.toString("hé€".getBytes("ISO-8859-1"))
                + Arrays.toString("hé".getBytes("US-ASCII")) + Arrays.toString("hé".getBytes("UTF-16"))
                + Arrays.toString("\uD800x".getBytes("UTF-8")));
        t(() -> "x".getBytes("nope"));
        t(() -> new String(new byte[]{(byte)0xC3, (byte)0x28, 'a', (byte)0xE2, (byte)0x82}, "UTF-8"));
        t(() -> new String(new byte[]{65, 66, 67}, 1, 2));
        t(() -> new String(new int[]{65, 0x1F600}, 0, 2));
        t(() -> new String(new int[]{-1}, 0, 1));
        String sw = "two";
        switch (sw) {
            case "one":
            p(1);
            break;
            case "two":
            p(2);
            case "three":
            p(3);
            break;
            default:
            p("d");
        }
        switch ("Aa") {
            case "BB":
            p("BB");
            break;
            case "Aa":
            p("Aa");
        }
        char c = 'x';
        p(c + 1);
        p((char)(c + 1));
        p("" + c + 1);
        p('a' + 'b' + "c");
        p("c" + 'a' + 'b');
        p(1 + 2 + "3" + 4 * 5);
        String n = null;
        n += "x";
        p(n);
        p(1.0f + "|" + 1e10 + "|" + 100f + "|" + 1e-5 + "|" + Float.MAX_VALUE + "|" + Double.MIN_VALUE + "|" + (0.1f
                + 0.2f) + "|" + (0.1 + 0.2) + "|" + 1e7 + "|" + 1.0E-3 + "|" + 123456789.0f + "|" + 2e-3f + "|"
                + 9007199254740993.0 + "|" + 4.35 + "|" + 2.2250738585072014E-308 + "|" + 1.17549435E-38f + "|"
                + 2.0E-3 + "|" + 1.0E23 + "|" + 2E23 + "|" + 8.41E21 + "|" + 5.0E-324 + "|" + 3.4e38f + "|"
                + 9.999999e22);
        p("""
            Text "block" \
            joined
              indented\tTab
            trail   \s
            end""");
        StringJoiner j = new StringJoiner(",", "[", "]");
        p(j);
        j.setEmptyValue("E");
        p(j);
        j.add("a").add("b");
        p(j + " " + j.length());
        j.merge(new StringJoiner("-").add("x").add("y"));
        p(j);
        Scanner sc = new Scanner("12 abc 3.5 true\nline two\n\n0x10 99999999999");
        p(sc.nextInt() + sc.next() + sc.nextDouble() + sc.nextBoolean() + "|" + sc.nextLine() + "|" + sc.nextLine()
                + "|" + sc.nextLine() + "|" + sc.hasNextInt());
        t(() -> sc.nextInt());
        p(sc.next());
        t(() -> sc.nextInt());
        p(sc.nextLong());
        t(() -> sc.next());
        t(() -> sc.nextLine());
        Scanner s2 = new Scanner("a-b-c").useDelimiter("-");
        while (s2.hasNext()) p(s2.next());
        sc.close();
        t(() -> sc.next());
        StringTokenizer st = new StringTokenizer("a b\tc,d", ", \t", true);
        while (st.hasMoreTokens()) System.out.print("<" + st.nextToken() + ">");
        p("");
    }
}
