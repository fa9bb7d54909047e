import java.util.*;
import java.util.function.*;

/** Records, sealed types, switches, patterns and the older corners of the language. */
public class LanguageOf17 {
    static void p(Object o) {
        System.out.println(o);
    }

    sealed interface Shape permits Sq, Ci, Un {
    }

    record Sq(double s) implements Shape {
    }

    record Ci(double r) implements Shape {
        static int made;
        Ci {
            if (r<0) throw new IllegalArgumentException("r " + r);
            made++;
        }
        Ci() {
            this(1);
        }
        double area() {
            return Math.PI * r * r;
        }
    }

    enum Un implements Shape {
        U;
    }

    static double area(Shape s) {
        if (s instanceof Sq q && q.s()>0) return q.s() * q.s();
        else if (s instanceof Ci c) return c.area();
        return 0;
    }

    record Gen<T extends Comparable<T>>(T a, T b) {
        T max() {
            return a.compareTo(b) >= 0 ? a:b;
        }
        static <T extends Comparable<T>> Gen<T> of(T a, T b) {
            return new Gen<>(a, b);
        }
    }

    record Arr(int[] x, double d, float f, char c, byte b, boolean z, long l, short s, String n, Object o) {
    }

    record Empty() {
    }

    record Nested(Gen<String> g, List<Integer> l) {
    }

    static String sw(Object o) {
        return switch (o.hashCode() % 3) {
            case 0 -> "zero";
            case 1 -> {
                String r = "one";
                yield r + "!";
            }
            default -> throw new IllegalStateException("other " + o);
        };
    }

    enum Op implements IntBinaryOperator {
        ADD("+") {
            public int applyAsInt(int a, int b) {
                return a + b;
            }
        }, MUL("*") {
            public int applyAsInt(int a, int b) {
                return a * b;
            }
        };
        final String sym;
        Op(String s) {
            sym = s;
        }
        static final Map<String, Op> BY = new HashMap<>();
        static {
            for (Op o:values()) BY.put(o.sym, o);
        }
    }

    interface Priv {
        private String h() {
            return "priv " + n();
        }
        String n();
        default String hi() {
            return h();
        }
        static Priv of(String s) {
            return () -> s;
        }
        private static int sp() {
            return 3;
        }
        static int pub() {
            return sp();
        }
    }

    interface A1 {
        default String m() {
            return "A1";
        }
    }

    interface B1 {
        default String m() {
            return "B1";
        }
    }

    static class AB implements A1, B1 {
        public String m() {
            return A1.super.m() + B1.super.m();
        }
    }

    static class Base {
        public String m() {
            return "Base";
        }
    }

    static class D extends Base implements A1 {
    }

    static int va(Object... o) {
        return o == null ? -1:o.length;
    }

    static String ov(int x) {
        return "int";
    }

    static String ov(long x) {
        return "long";
    }

    static String ov(Integer x) {
        return "Integer";
    }

    static String ov(Object x) {
        return "Object";
    }

    static String ov(int... x) {
        return "varargs";
    }

    static String ov2(double d) {
        return "double";
    }

    static String ov2(Object o) {
        return "Object";
    }

    static String ov3(char c) {
        return "char";
    }

    static String ov3(int i) {
        return "int";
    }

    class In {
        int v = outer * 2;
        class In2 {
            int w = v + outer;
        }
    }

    int outer = 21;
    static int cnt;
    static int next() {
        return ++cnt;
    }

    int[] arr() {
        p("arr");
        return new int[]{1, 2, 3};
    }

    static int idx() {
        p("idx");
        return 1;
    }

    static int val() {
        p("val");
        return 7;
    }

    static <T> T pick(T a, T b) {
        return b;
    }

    static <T extends Comparable<? super T>> T mx(Collection<? extends T> c) {
        Iterator<? extends T> i = c.iterator();
        T m = i.next();
        while (i.hasNext()) {
            T n = i.next();
            if (n.compareTo(m)>0) m = n;
        }
        return m;
    }

    static abstract class Node<T> {
        abstract T get();
        Object raw() {
            return get();
        }
    }

    static class SN extends Node<String> {
        String get() {
            return "sn";
        }
    }

    public static void main(String[] z) throws Exception {
        p(area(new Sq(2)) + " " + area(new Ci()) + " " + area(Un.U) + " " + Ci.made);
        try {
            new Ci(-1);
        } catch (IllegalArgumentException e) {
            p(e.getMessage());
        }
        p(new Gen<>("a", "b") + " " + Gen.of(3, 2).max() + " " + new Gen<>(1, 2).equals(new Gen<>(1, 2)) + " "
                + new Gen<>(1, 2).hashCode() + " " + new Sq(1.5).hashCode() + " " + new Empty() + " "
                + new Empty().hashCode() + " " + new Empty().equals(new Empty()));
        int[] ar = {1};
        Arr a1 = new Arr(ar, -0.0, Float.NaN, 'c', (byte)-3, true, 1L << 40, (short)9, "n", null);
        p(a1.toString().replaceAll("@[0-9a-f]+", "@") + " " + a1.equals(new Arr(ar, -0.0, Float.NaN, 'c',
                (byte)-3, true, 1L << 40, (short)9, "n", null)) + " " + a1.equals(new Arr(ar, 0.0, Float.NaN, 'c',
                (byte)-3, true, 1L << 40, (short)9, "n", null)));
        p(new Arr(null, 1, 2f, 'x', (byte)1, false, 3, (short)4, "s", "o").hashCode());
        p(new Nested(new Gen<>("x", "y"), List.of(1)));
        for (Object o:new Object[]{0, 1, 2}) try {
            p(sw(o));
        } catch (IllegalStateException e) {
            p(e.getMessage());
        }
        p(Op.BY.get("*").applyAsInt(6, 7) + " " + Op.ADD.getClass().getSuperclass().getSimpleName() + " "
                + Op.valueOf("ADD").compareTo(Op.MUL) + " " + Arrays.toString(Op.values()) + " "
                + Op.ADD.getDeclaringClass());
        p(Priv.of("q").hi() + Priv.pub() + new AB().m() + new D().m());
        p(va() + " " + va((Object[])null) + " " + va((Object)null) + " " + va(1, 2) + " " + va(new int[3]) + " "
                + va((Object[])new String[4]));
        byte bb = 1;
        short ss = 2;
        char cc = 'c';
        p(ov(bb) + ov(ss) + ov(cc) + ov(1L) + ov(1f) + ov((Integer)1) + ov("s") + ov() + ov(1, 2) + ov2(1)
                + ov2('c') + ov2(1L) + ov2(true) + ov3('x') + ov3(bb) + ov3(ss));
        LanguageOf17 o = new LanguageOf17();
        In.In2 i2 = o.new In().new In2();
        p(i2.w);
        int q = 5;
        q += q++*2 + q;
        p(q);
        q = q++ + q--;
        p(q);
        try {
            new int[2][idx()][val()].clone();
            o.arr()[idx()] = val();
            int[] nl = null;
            nl[idx()] = val();
        } catch (NullPointerException e) {
            p("npe");
        }
        try {
            int r = idx() / (val()-7);
        } catch (ArithmeticException e) {
            p("ae");
        }
        int k = 10;
        k -= 3-(k = 2);
        p(k);
        int[] aa = {0, 0, 0};
        int j = 0;
        aa[j++] = j++;
        aa[j] = j = 1;
        p(Arrays.toString(aa) + j);
        long lg = 1;
        lg += 0.7;
        lg <<= 33;
        p(lg);
        int sh = -1 >>> 33;
        p(sh);
        p((5 / 2 * 2.0) + " " + (char)(97 + 1) + " " + (1 + 'a') + " " + (byte)200 + " " + (int)'€' + " " + 07
                + 0x1p4 + " " + 1e1f);
        boolean f = false;
        f |= true;
        f &= !f ^ true;
        p(f);
        final int C = 10;
        byte fb = C;
        p(fb);
        p(pick("a", 1).getClass().getSimpleName() + " " + mx(List.of(3, 7, 5)));
        p(new SN().get() + new SN().raw());
        Node<String> ns = new SN();
        p(ns.get().length());
        label: {
            if (q>0) break label;
            p("never");
        }
        out: for (int i = 0; i<3; i++) for (int m = 0;; m++) {
            if (m == 2) continue out;
            if (i == 2) break out;
            System.out.print(i + "" + m + " ");
        }
        p("");
        do {
            q--;
            if (q % 2 == 0) continue;
        } while (q>5);
        p(q);
        switch (3) {
            case 1:
            p(1);
            default:
            p("def");
            case 2:
            p(2);
            break;
            case 4:
            p(4);
        }
        switch ("b") {
            case "a", "b" -> p("ab");
            default -> p("d");
        }
        int sv = switch (Op.MUL) {
            case ADD -> 1;
            case MUL -> 2;
        };
        p(sv);
        var list = new ArrayList<Map<String, ? extends Number>>();
        list.add(Map.of("k", 1));
        for (var e:list) p(e.get("k").intValue());
        Runnable r = () -> {
            class L {
                String s() {
                    return "local " + z.length;
                }
            }
            p(new L().s());
        };
        r.run();
        Supplier<int[]> sa = () -> new int[]{1};
        p(sa.get().length);
        Function<Integer, int[][]> mk = int[][]::new;
        p(mk.apply(3).length);
        BiFunction<String, Integer, Character> ca = String::charAt;
        p(ca.apply("xyz", 1));
        Supplier<List<String>> nw = ArrayList::new;
        p(nw.get());
        Comparator<String> cmp = String::compareToIgnoreCase;
        p(cmp.compare("A", "b"));
        IntFunction<String> toS = Integer::toString;
        p(toS.apply(5));
        Callable2<String> cs = () -> "call";
        p(cs.call());
        Object lam = (Runnable & java.io.Serializable)() -> {
        };
        p(lam instanceof java.io.Serializable);
        int[] counter = {0};
        Runnable inc = () -> counter[0]++;
        inc.run();
        inc.run();
        p(counter[0]);
        p(((Supplier<String>)() -> "cast").get());
        p(Optional.of(3).<String>map(v -> "m" + v).get());
        StringBuilder fizz = new StringBuilder();
        for (int i = 1; i <= 15; i++) fizz.append(i % 15 == 0 ? "FizzBuzz":i % 5 == 0 ? "Buzz":i % 3 == 0 ? "Fizz":i).append(i<15 ? ",":"\n");
        System.out.print(fizz);
        char[] cs2 = "hello".toCharArray();
        for (char c:cs2) if (c == 'l') continue;
        else System.out.print(c);
        p("");
        Object ob = "str";
        if (!(ob instanceof String s)) throw new Error();
        p(s.length());
        String tb = """
            {"k": "v\\n",
              'x' \"""q\"""}
            """;
        p(tb);
        int $a_b = 1, été = 2;
        p($a_b + été);
        assert q<0 : "not enabled";
        synchronized (o) {
            synchronized (o) {
                p("re");
            }
        }
        try {
            throw (RuntimeException)new IllegalStateException("x");
        } catch (IllegalStateException | IllegalArgumentException e) {
            p(e.getClass());
        }
        try {
            try {
                throw new Error("1");
            } finally {
                throw new Exception("2");
            }
        } catch (Throwable th) {
            p(th.getMessage() + th.getSuppressed().length);
        }
        new Object() {
            void hello() {
                p("anon hello");
            }
        }.hello();
        var anon = new Object() {
            int x = 3;
        };
        p(anon.x);
        long big = Integer.MAX_VALUE;
        big++;
        p(big + " " + (int)big + " " + (short)big + " " + Long.MAX_VALUE + 1);
        p(1_0.0_1 + " " + 0b1010_1010 + " " + '\u0041' + "\t|" + '\'' + "\0".length() + "\101" + "\s|");
        int x = 0;
        x = x+++x;
        p(x);
        p(~-1 + -~1 + (-(-1)));
        p(1<2 == true ? "t":"f");
        p((Object)1 == (Object)1);
        double dz = 0;
        p(1 / dz>Double.MAX_VALUE);
        p(null + "x" + null);
        int[][] jag = {{1}, {2, 3}, {}};
        int tot = 0;
        for (int[] row:jag) for (int v:row) tot += v;
        p(tot + " " + jag[1].length + new int[2][3][].length + " ");
    }

    interface Callable2<V> {
        V call() throws Exception;
    }
}
