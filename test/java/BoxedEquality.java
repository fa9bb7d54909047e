/** Boxes: caches, equality, unboxing of null, overloads, arithmetic. */
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class BoxedEquality {
    private static String which(int x) {
        return "int";
    }

    private static String which(long x) {
        return "long";
    }

    private static String which(Integer x) {
        return "Integer";
    }

    private static String which(Object x) {
        return "Object";
    }

    private static String which(int... x) {
        return "int...";
    }

    private static String number(double x) {
        return "double";
    }

    private static String number(Number x) {
        return "Number";
    }

    private static Integer none() {
        return null;
    }

    public static void main(String[] args) {
        Integer a = 127;
        Integer b = 127;
        Integer c = 128;
        Integer d = 128;
        Long l = 127L;
        System.out.println((a == b) + " " + (c == d) + " " + c.equals(d) + " " + a.equals(127L) + " " + l.equals(127) + " " + (a == 127L) + " " + (l == 127));
        Character x = 'x';
        Character y = '\u1234';
        Byte e = 5;
        Short f = 5;
        Boolean g = true;
        System.out.println((x == Character.valueOf('x')) + " " + (y == Character.valueOf('\u1234')) + " " + y.equals('\u1234') + " " + (e == Byte.valueOf((byte) 5)) + " " + e.equals(f) + " " + (g == Boolean.TRUE) + " " + (g == new String("true").equals("true")));
        byte small = 5;
        System.out.println(which(5) + which(5L) + which(a) + which('c') + which(small) + which(1.5) + which() + which(1, 2) + which((Object) 5) + " " + number(5) + number(a));
        try {
            int unboxed = none();
            System.out.println(unboxed);
        } catch (NullPointerException n) {
            System.out.println("null unboxed");
        }
        Map<String, Integer> counts = new HashMap<>();
        try {
            counts.put("k", counts.get("k") + 1);
        } catch (NullPointerException n) {
            System.out.println("no count");
        }
        List<Integer> list = new ArrayList<>(List.of(10, 20, 30));
        list.remove(1);
        list.remove(Integer.valueOf(30));
        list.remove((Object) 99);
        System.out.println(list);
        Object o = true ? 1 : "s";
        Object p = true ? 1 : 2.0;
        Object q = false ? null : 'c';
        Integer nothing = null;
        try {
            int r = args.length == 0 ? nothing : 5;
            System.out.println(r);
        } catch (NullPointerException n) {
            System.out.println("conditional unboxed null");
        }
        System.out.println(o + " " + p + " " + q + " " + (char) ('a' + 1) + ('a' + 1) + " " + (short) 40000 + " " + (5 / 2) + (5 / 2.0) + (5 % -3) + " " + 010 + 0x10 + 0b11 + 1_000);
        long big = Integer.MAX_VALUE + 1;
        long right = Integer.MAX_VALUE + 1L;
        float lossy = 16777217;
        double exact = 0.1f;
        System.out.println(big + " " + right + " " + lossy + " " + exact + " " + (0.1f == 0.1) + " " + (float) 0.1 + " " + (int) 'A' + " " + (byte) 200 + " " + (int) 3.99 + " " + (int) -3.99 + " " + Math.round(-2.5));
        final int k = 10;
        byte narrowed = k;
        char fromInt = 65;
        small += 300;
        System.out.println(narrowed + " " + fromInt + " " + small);
    }
}
