/** Switches on strings, enums and boxes; strings that share hash codes. */
public class StringSwitches {
    enum Day { MON, TUE, WED }
    static int s(String x) {
        switch (x) { case "Aa": return 1; case "BB": return 2; case "AaAa": case "BBBB": return 3; case "AaBB": return 4; case "": return 5; case "\u0000": return 6; case "ü€\ud83d\ude00": return 7; default: return 0; }
    }
    static String y(Object o) {
        if (o instanceof String t && t.length() > 2) return "long " + t;
        if (!(o instanceof Integer n)) return "no int";
        return "int " + (n + 1);
    }
    static int e(Day d) { return switch (d) { case MON -> 1; case TUE -> { int q = d.ordinal() * 10; yield q; } case WED -> 3; }; }
    static String c(char ch) { return switch (ch) { case 'a', 'e' -> "vowel"; case 0xffff -> "last"; default -> "other"; }; }
    static int t(int i) { switch (i) { case Integer.MIN_VALUE: return 1; case -1: return 2; case 0: return 3; case 1: return 4; case Integer.MAX_VALUE: return 5; } return 6; }
    static int dense(int i) { int r = 0; switch (i) { case 10: r++; case 11: r += 10; break; case 12: r += 100; default: r += 1000; case 14: r += 10000; } return r; }
    static String box(Integer i) { return switch (i) { case 1 -> "one"; case 2 -> "two"; default -> "many"; }; }
    static String b(Byte i) { return switch (i) { case 1 -> "one"; case -128 -> "min"; default -> "many"; }; }
    public static void main(String[] args) {
        for (String x : new String[] {"Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa", "", "\u0000", "ü€\ud83d\ude00", "x", new String("Aa"), "A" + args.length}) System.out.print(s(x) + " ");
        System.out.println();
        try { s(null); } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        System.out.println(y("abc") + y("a") + y(4) + y(null));
        for (Day d : Day.values()) System.out.print(e(d));
        try { e(null); } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        System.out.println(c('a') + c('\uffff') + c('b'));
        for (int i : new int[] {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -2, -1, 0, 1, 2, Integer.MAX_VALUE - 1, Integer.MAX_VALUE}) System.out.print(t(i));
        for (int i = 8; i < 17; i++) System.out.print(" " + dense(i));
        System.out.println(dense(Integer.MIN_VALUE) + dense(Integer.MAX_VALUE));
        System.out.println(box(1) + box(2) + box(1000) + b((byte) 1) + b((byte) -128) + b((byte) 0));
        try { box(null); } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        outer: for (int i = 0; ; i++) switch (i % 4) { case 3: break outer; case 1: continue outer; default: System.out.println(i); }
    }
}
