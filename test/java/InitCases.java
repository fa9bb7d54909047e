import java.util.*;
/** Initialisation: what triggers it, in which order, with errors, circles and several threads. */
public class InitCases {
    static StringBuffer log = new StringBuffer();
    static int say(String s) { log.append(s).append(' '); return 1; }
    static void flush(String what) { System.out.println(what + ": " + log); log.setLength(0); }
    interface I0 { int A = say("I0"); }
    interface I1 extends I0 { int B = say("I1"); default void d() { } }
    interface I2 extends I1 { int C = say("I2"); }
    interface I3 { int D = say("I3"); static void s() { } }
    static class P implements I2 { static { say("P"); } static int x = 3; static final int K = 7; static final String S = "s"; static final Integer BOXED = 8; static void m() { } }
    static class Q extends P implements I3 { static { say("Q"); } static int y; Q() { } }
    static class R { static { say("R"); } R() { say("r"); } static R[] many; }
    static class Arr { static { say("Arr"); } }
    static class Inst { static { say("Inst"); } { say("init-block"); } int f = say("field"); Inst() { this(say("arg")); say("ctor"); } Inst(int x) { super(); say("ctor2"); } }
    static class Self { static Self one = new Self(); static int count = say("count"); int seen; Self() { seen = count; count++; say("self" + seen); } }
    static class CycA { static { say("CycA"); say("B.v=" + CycB.v); } static int v = 5; }
    static class CycB { static { say("CycB"); say("A.v=" + CycA.v); } static int v = 6; }
    static class Bad { static { say("Bad"); if (true) throw new IllegalStateException("bad"); } static int z = 1; static void m() { } }
    static class BadErr { static { say("BadErr"); if (true) throw new OutOfMemoryError("fake"); } static int z; }
    static class BadSuper extends Bad { static { say("never"); } static int q = 1; }
    static class BadSub2 extends Bad2 { static { say("never"); } static int q = 1; }
    static class Bad2 { static int k = 1 / zero(); static int zero() { return 0; } }
    enum En { A, B { void f() { } }; static { say("En"); } En() { say("en" + name()); } void f() { } }
    static class Holder { static { say("Holder"); } static final Object LOCK = new Object(); static class Inner { static { say("Inner"); } static int v = 1; } }
    interface WithField { Object O = say("WithField"); }
    static class UsesIt implements WithField { static { say("UsesIt"); } static int v; }
    interface Lam { int Z = say("Lam"); void go(); }
    interface DefLam { int Z = say("DefLam"); void go(); default void other() { } }
    static void err(Runnable r) {
        for (int i = 0; i < 2; i++)
            try { r.run(); } catch (Throwable e) { System.out.println(e + " / " + e.getCause() + (e.getCause() == null ? "" : " / " + e.getCause().getCause())); }
    }
    public static void main(String[] args) throws Exception {
        say("main " + P.K + P.S); flush("constants"); say("" + P.BOXED); flush("boxed"); Q.y = 3; flush("sub"); Q.x = 4; flush("again");
        I3.s(); flush("interface static"); R[] rs = new R[3]; flush("array"); Object o = R.class; flush("literal"); boolean b = o instanceof R; flush("instanceof"); R.many = rs; flush("static write"); new R(); flush("new");
        Class.forName("[LInitCases$Arr;"); flush("forName array"); Class.forName("InitCases$Arr"); flush("forName");
        new Inst(); flush("instance"); System.out.println(Self.one.seen + " " + Self.count); flush("self"); System.out.println(CycB.v + " " + CycA.v); flush("circle");
        err(() -> System.out.println(Bad.z)); flush("bad"); err(() -> Bad.m()); err(() -> new Bad()); err(() -> System.out.println(BadSuper.q)); flush("bad super");
        err(() -> System.out.println(BadSub2.q)); flush("bad super 2"); err(() -> System.out.println(Bad2.k));
        err(() -> BadErr.z++); flush("error");
        System.out.println(En.valueOf("B")); flush("enum"); System.out.println(Holder.Inner.v); flush("inner"); UsesIt.v++; flush("no default"); System.out.println(UsesIt.O); flush("inherited constant");
        Lam lam = () -> { }; flush("lambda"); lam.go(); flush("lambda called"); DefLam dl = () -> { }; flush("lambda of defaults"); dl.other();  flush("called");
        threads();
    }
    static class Slow { static { say("slow-begin"); try { Thread.sleep(50); } catch (InterruptedException e) { say("int"); } say("slow-end"); } static int v = 9; }
    static class SlowBad { static { say("slowbad"); try { Thread.sleep(50); } catch (InterruptedException e) { } if (true) throw new RuntimeException("late"); } static int v = 9; }
    static class DeadA { static { pause(); say("A" + DeadB.v); } static int v = 1; }
    static class DeadB { static { say("B"); } static int v = 2; }
    static class Rec { static int v; static { Thread t = new Thread(new Helper()); t.start(); try { t.join(); } catch (InterruptedException e) { } v = 4; } }
    static class Helper implements Runnable { public void run() { say("helper"); } }
    static void pause() { try { Thread.sleep(20); } catch (InterruptedException e) { } }
    static void threads() throws Exception {
        int[] sum = new int[1]; List<Thread> ts = new ArrayList<>();
        for (int i = 0; i < 4; i++) { Thread t = new Thread(() -> { synchronized (sum) { sum[0] += 1; } int v = Slow.v; synchronized (sum) { sum[0] += v; } }); ts.add(t); t.start(); }
        for (Thread t : ts) t.join(); System.out.println(sum[0]); flush("slow");
        String[] results = new String[3]; ts.clear();
        for (int i = 0; i < 3; i++) { int n = i; Thread t = new Thread(() -> { try { results[n] = "" + SlowBad.v; } catch (Throwable e) { results[n] = e.getClass() + " " + (e.getCause() == null ? null : e.getCause().getMessage()); } }, "T" + i); ts.add(t); t.start(); Thread.sleep(10); }
        for (Thread t : ts) t.join(); for (String s : results) System.out.println(s); flush("slow bad");
        Thread a = new Thread(() -> say("got" + DeadA.v)); a.start(); Thread.sleep(5); say("b" + DeadB.v); a.join(); flush("two");
        System.out.println(Rec.v); flush("helper");
        Thread in = new Thread(() -> { int v = Slow2.v; say("after" + v + Thread.currentThread().isInterrupted()); }); Thread first = new Thread(() -> { int v = Slow2.v; }); first.start(); Thread.sleep(5); in.start(); Thread.sleep(5); in.interrupt(); first.join(); in.join(); flush("interrupted waiter");
    }
    static class Slow2 { static { pause(); pause(); } static int v = 3; }
}
