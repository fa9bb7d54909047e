import java.util.*;
/** Dispatch: overriding, packages, bridges, super calls, private methods of the same name, interface defaults. */
public class Dispatch {
    static class A { private String p() { return "A.p"; } String callP() { return p(); } String q() { return "A.q"; } static String s() { return "A.s"; } String f = "A.f"; A self() { return this; } Object cov() { return "A"; } String over(Object o) { return "obj"; } String over(String o) { return "str"; } String over(Object... o) { return "var"; } String num(long x) { return "long"; } String num(Integer x) { return "Integer"; } String num(double x) { return "double"; } }
    static class B extends A { String p() { return "B.p"; } String q() { return "B.q>" + super.q(); } static String s() { return "B.s"; } String f = "B.f"; B self() { return this; } String cov() { return "B"; } String fs() { return f + super.f + ((A) this).f; } String over(Object o) { return "B.obj"; } }
    static class C extends B { String q() { return "C.q>" + super.q(); } private String p(int x) { return "C.p"; } String up() { return super.cov() + super.self().getClass().getSimpleName(); } }
    interface I { default String d() { return "I.d"; } static String st() { return "I.st"; } private String priv() { return "I.priv"; } default String callPriv() { return priv(); } }
    interface J extends I { default String d() { return "J.d>" + I.super.d(); } }
    interface K extends I { String d(); }
    static class L implements J { }
    static class M implements I, J { public String d() { return "M.d>" + J.super.d(); } }
    static abstract class N implements K { }
    static class O extends N { public String d() { return "O.d"; } }
    static class SuperWins { public String d() { return "class"; } }
    static class W extends SuperWins implements J { }
    static abstract class Gen<T extends Comparable<T>> { abstract int cmp(T a, T b); int run(Object a, Object b) { @SuppressWarnings("unchecked") int r = cmp((T) a, (T) b); return r; } T id(T x) { return x; } }
    static class GenS extends Gen<String> { int cmp(String a, String b) { return a.compareTo(b); } String id(String x) { return x + "!"; } }
    interface Src<T> { T get(); } interface StrSrc extends Src<String> { } static class Impl implements StrSrc { public String get() { return "impl"; } }
    static class Obj implements Comparable<Obj> { int n; Obj(int n) { this.n = n; } public int compareTo(Obj o) { return Integer.compare(n, o.n); } public boolean equals(Object o) { return o instanceof Obj && ((Obj) o).n == n; } public int hashCode() { return n; } public String toString() { return "Obj" + n; } protected void finalize() { } }
    interface ToS { String toString(); boolean equals(Object o); int hashCode(); }
    static class Outer { private int x = 1; private static int y = 2; class In { private int z = x++ + y; class Deep { int sum() { return x + y + z++ + In.this.z + Outer.this.x; } } } static class SN { int t() { return y += 5; } } private int priv() { return x; } }
    static class Ctor { String s; Ctor() { s = virt(); } String virt() { return "Ctor"; } } static class CtorSub extends Ctor { String mine = "set"; String virt() { return "Sub" + mine; } }
    public static void main(String[] args) {
        A a = new C(); B b = new C(); System.out.println(a.callP() + b.p() + a.q() + a.s() + b.s() + a.f + b.f + ((B) a).fs() + a.self().getClass() + a.cov() + new C().up());
        System.out.println(a.over("x") + a.over((Object) "x") + a.over() + a.over(1) + a.over(null, null) + new B().over((Object) 1) + a.num(1) + a.num('c') + a.num(1f) + a.num(Integer.valueOf(3)));
        System.out.println(new L().d() + new M().d() + new O().d() + new W().d() + I.st() + new L().callPriv());
        I i = new W(); J j = new W(); System.out.println(i.d() + j.d()); K k = new O(); i = k; System.out.println(k.d() + i.d());
        Gen<String> g = new GenS(); System.out.println(g.run("a", "b") + g.id("z")); try { g.run(1, 2); } catch (ClassCastException e) { System.out.println(e.getMessage()); }
        Src<String> s = new Impl(); StrSrc ss = new Impl(); Src<?> sq = ss; System.out.println(s.get() + ss.get() + sq.get());
        Obj[] os = {new Obj(3), new Obj(1)}; Arrays.sort(os); System.out.println(Arrays.toString(os) + os[0].equals(new Obj(1)) + new HashSet<>(Arrays.asList(os)).contains(new Obj(3)));
        ToS t = new ToS() { public String toString() { return "anon"; } }; System.out.println(t + " " + t.equals(t) + (t.hashCode() == t.hashCode()));
        Outer o = new Outer(); Outer.In in = o.new In(); Outer.In.Deep d = in.new Deep(); System.out.println(d.sum() + " " + o.x + Outer.y + in.z + new Outer.SN().t() + o.priv());
        System.out.println(new CtorSub().s + new CtorSub().mine);
        Object arr = new int[2]; System.out.println(arr.equals(arr) + " " + arr.toString().startsWith("[I@"));
        Iterable<Integer> it = () -> List.of(1, 2, 3).iterator(); int sum = 0; for (int x : it) sum += x; System.out.println(sum);
        char c = 'a'; int ii = c + 1; long l = ii; float f = l; double dd = f; Object box = true ? 1 : 2.0; System.out.println(box); Object box2 = true ? (Object) 1 : 2.0; System.out.println(box2); Integer nul = null; try { int r = args.length == 0 ? nul : 0; } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        int x = 1; x = x++ + ++x; System.out.println(x); int[] ar = {0, 0}; int n = 0; ar[n++] = n++; System.out.println(ar[0] + " " + n); ar[n = 0] += n = 5; System.out.println(ar[0] + " " + n);
        System.out.println(tryIt(0) + tryIt(1) + tryIt(2) + fin()); label: { if (x > 0) break label; System.out.println("no"); }
        StringBuilder sb = new StringBuilder(); for (int p = 0; p < 3; p++) { try { if (p == 1) continue; sb.append(p); } finally { sb.append('f'); } } System.out.println(sb);
    }
    static String tryIt(int n) { try { try { if (n == 0) return "ret"; if (n == 1) throw new RuntimeException("in"); return "x" + 1 / (n - 2); } catch (ArithmeticException e) { return "arith"; } finally { if (n == 1) throw new IllegalStateException("fin"); } } catch (RuntimeException e) { return e.getMessage() + e.getSuppressed().length; } }
    @SuppressWarnings("finally") static int fin() { int r = 1; try { return r; } finally { r = 2; } }
}
