/** Which overload is called: widening before boxing before varargs. */
public class Overloading {
    static String f(int x) { return "int"; }

    static String f(long x) { return "long"; }

    static String f(double x) { return "double"; }

    static String f(Integer x) { return "Integer"; }

    static String f(Object x) { return "Object"; }

    static String f(int... x) { return "int..." + x.length; }

    static String g(long x) { return "long"; }

    static String g(Integer x) { return "Integer"; }

    static String h(Object... x) { return x == null ? "null" : "Object..." + x.length; }

    static String k(char c) { return "char"; }

    static String k(int i) { return "int"; }

    static String m(StringBuilder b, CharSequence s) { return "builder,sequence"; }

    static String m(CharSequence s, CharSequence t) { return "sequence,sequence"; }

    static int sum(int first, int... rest) {
        int sum = first;
        for (int r : rest) {
            sum += r;
        }
        return sum;
    }

    static <T> int count(T... items) {
        return items.length;
    }

    public static void main(String[] args) {
        byte b = 1;
        short s = 1;
        char c = 'c';
        System.out.println(f(b) + " " + f(s) + " " + f(c) + " " + f(1) + " " + f(1L) + " " + f(1f) + " " + f(1.0));
        System.out.println(f(Integer.valueOf(1)) + " " + f(Long.valueOf(1)) + " " + f("x") + " " + f() + " " + f(1, 2) + " " + f(new int[3]));
        System.out.println(g(1) + " " + g(Integer.valueOf(1)));
        System.out.println(h() + " " + h(1) + " " + h(1, "2") + " " + h((Object) null) + " " + h((Object[]) null) + " " + h(new Object[] {1, 2})
                + " " + h(new int[] {1, 2}) + " " + h((Object) new String[] {"a", "b"}));
        System.out.println(k('a') + " " + k('a' + 1) + " " + k((char) 98) + " " + k(98));
        System.out.println(m(new StringBuilder(), "x") + " " + m("x", "y"));
        System.out.println(sum(1) + " " + sum(1, 2) + " " + sum(1, 2, 3, 4) + " " + sum(1, new int[] {10, 20}));
        System.out.println(count() + " " + count("a", "b") + " " + count(1, 2.0, "x"));
    }
}
