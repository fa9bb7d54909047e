import java.io.Serializable;
import java.util.*;
import java.util.function.*;
/** Lambdas in all their forms: markers, bridges, serializable, captured, generic, nested. */
public class LambdaForms {
    interface A<T> { T get(T x); }
    interface B extends A<String> { String get(String x); }
    interface Marker { }
    interface Prim { long apply(int a, short b); }
    interface Wide { double f(long a, double b, float c, Object d); }
    interface Var { Object make(Object... xs); }
    interface Def { int f(int x); default Def twice() { return y -> f(f(y)); } static Def id() { return x -> x; } }
    static <T extends Comparable<T>> T max(T a, T b, Comparator<? super T> c) { return c.compare(a, b) > 0 ? a : b; }
    static int count(Object... xs) { return xs == null ? -1 : xs.length; }
    String name = "n"; String inst(String x) { return name + x; }
    private String priv(int x) { return "priv" + x; }
    class Inner { int v; Inner(int v) { this.v = v; } public String toString() { return name + v; } }
    Supplier<Inner> sup(int v) { return () -> new Inner(v); }
    IntFunction<Inner> ctor() { return Inner::new; }
    static class Base { String hi() { return "base"; } }
    static class Derived extends Base { String hi() { return "derived"; } Supplier<String> up() { return super::hi; } Supplier<String> me() { return this::hi; } }
    public static void main(String[] args) {
        B b = x -> x + "!"; A<String> a = b; System.out.println(b.get("x") + a.get("y"));
        Runnable r = (Runnable & Marker & Serializable) () -> System.out.println("marked"); r.run();
        System.out.println((r instanceof Marker) + " " + (r instanceof Serializable));
        Comparator<String> c = (Comparator<String> & Serializable) (p, q) -> p.length() - q.length(); System.out.println(max("aa", "b", c) + (c instanceof Serializable) + max("aa", "bbb", c.reversed()));
        Prim p = (i, s) -> i * s; System.out.println(p.apply(3, (short) 4));
        Prim p2 = Math::addExact; System.out.println(p2.apply(3, (short) 4));
        Wide w = (x, y, z, o) -> x + y + z + o.hashCode(); System.out.println(w.f(1L << 40, .5, .25f, 7));
        Var v = Arrays::asList; System.out.println(v.make(1, "x"));
        Function<Object[], Integer> cnt = LambdaForms::count; System.out.println(cnt.apply(new Object[3]));
        BiFunction<Object, Object, Integer> cnt2 = LambdaForms::count; System.out.println(cnt2.apply(1, 2));
        Supplier<Integer> cnt0 = LambdaForms::count; System.out.println(cnt0.get());
        System.out.println(Def.id().twice().f(4) + " " + ((Def) x -> x * 3).twice().twice().f(1));
        LambdaForms h = new LambdaForms(); Function<String, String> bound = h::inst; h.name = "m"; System.out.println(bound.apply("z"));
        BiFunction<LambdaForms, String, String> unbound = LambdaForms::inst; System.out.println(unbound.apply(h, "u"));
        IntFunction<String> pv = h::priv; System.out.println(pv.apply(4));
        System.out.println(h.sup(3).get() + " " + h.ctor().apply(8));
        Function<Integer, int[]> mk = int[]::new; System.out.println(mk.apply(5).length);
        IntFunction<List<String>[]> mk2 = List[]::new; System.out.println(mk2.apply(2).getClass());
        Function<int[], Object> cl = int[]::clone; System.out.println(((int[]) cl.apply(new int[] {4, 5})).length);
        Function<String, Integer> parse = Integer::parseInt; ToIntFunction<String> parse2 = Integer::valueOf; System.out.println(parse.apply("12") + parse2.applyAsInt("30"));
        Supplier<Supplier<Supplier<String>>> nest = () -> () -> () -> args.length + "deep"; System.out.println(nest.get().get().get());
        System.out.println(new Derived().up().get() + new Derived().me().get());
        Supplier<ArrayList<String>> mk3 = ArrayList<String>::new; List<String> list = mk3.get(); list.add("q"); System.out.println(list);
        Function<String, Object> str = StringBuilder::new; System.out.println(str.apply("sb"));
        Consumer<String> sink = list::add; sink.accept("r"); System.out.println(list);
        BooleanSupplier empty = "".isEmpty() ? () -> true : () -> false; System.out.println(empty.getAsBoolean());
        Callback<String, Integer> cb = new Callback<>() { public Integer call(String s) { return s.length(); } }; System.out.println(cb.call("four"));
        Object o = (Supplier<Object> & Cloneable) () -> "isect"; System.out.println((o instanceof Cloneable) + " " + ((Supplier<?>) o).get());
        byte by = 3; char ch = 'c'; long lo = 1L << 33; double dd = 2.5; float ff = 1.5f; boolean bo = true; short sh = 9; Object nul = null; int[] arr = {1};
        Supplier<String> cap = () -> by + "" + ch + lo + dd + ff + bo + sh + nul + arr[0]; arr[0] = 2; System.out.println(cap.get());
        Function<Integer, Function<Integer, Function<Integer, Integer>>> curry = x -> y -> z -> x * y + z; System.out.println(curry.apply(2).apply(3).apply(4));
        try { Function<Object, String> bad = (Function) (Function<String, String>) String::trim; bad.apply(3); } catch (ClassCastException e) { System.out.println(e.getMessage()); }
        Runnable same1 = mkr(), same2 = mkr(); System.out.println(same1 == same2); System.out.println(mks("a") == mks("a"));
        UnaryOperator<String> up = String::toUpperCase; System.out.println(up.andThen(String::length).compose((Object q) -> q.toString()).apply("abc"));
        Fact f = LambdaForms::fact; System.out.println(f.of(10));
        LongBinaryOperator lb = Long::sum; DoubleUnaryOperator du = Math::sqrt; IntPredicate ip = i -> (i & 1) == 0; System.out.println(lb.applyAsLong(1, 2) + " " + du.applyAsDouble(9) + ip.negate().test(3));
    }
    interface Callback<X, Y> { Y call(X x); }
    interface Fact { long of(int n); }
    static int fact(int n) { return n < 2 ? 1 : n * fact(n - 1); }
    static Runnable mkr() { return () -> { }; }
    static Supplier<String> mks(String s) { return () -> s; }
}
