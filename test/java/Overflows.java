import java.util.*;
/** StackOverflowError and OutOfMemoryError are caught and lived on from, again and again. */
public class Overflows {
    static int depth; static Object hold;
    static int down(int n) { depth = n; return down(n + 1) + 1; }
    static int locals(long a, long b, double c, int n) { long x = a * n, y = b + n; double z = c * n; return n < 0 ? 0 : locals(x, y, z, n + 1) + (int) (x + y + z); }
    static synchronized void sync(int n) { sync(n + 1); }
    static void fin(int[] c) { try { fin(c); } finally { c[0]++; } }
    static class Node { Node next; byte[] load = new byte[1000]; }
    interface Rec { int go(int n); }
    static Rec rec = n -> Overflows.rec.go(n + 1) + 1;
    static class ToS { ToS other = this; public String toString() { return "x" + other; } }
    static class Init { static int v = deep(0); static int deep(int n) { return n < 3 ? Init2.v : 0; } } static class Init2 { static int v = down(0); }
    public static void main(String[] args) throws Exception {
        for (int i = 0; i < 5; i++) { try { down(0); } catch (StackOverflowError e) { System.out.println(e + " " + (depth > 200) + " " + e.getStackTrace().length + " " + e.getStackTrace()[0].getMethodName()); } }
        try { locals(1, 2, 3, 0); } catch (StackOverflowError e) { System.out.println("locals"); }
        try { sync(0); } catch (StackOverflowError e) { System.out.println("sync " + Thread.holdsLock(Overflows.class)); }
        int[] c = new int[1]; try { fin(c); } catch (StackOverflowError e) { System.out.println("fin " + (c[0] > 200)); }
        try { rec.go(0); } catch (StackOverflowError e) { System.out.println("lambda"); }
        try { String s = "" + new ToS(); } catch (StackOverflowError e) { System.out.println("toString"); }
        try { System.out.println(Init.v); } catch (StackOverflowError e) { System.out.println("init " + e); }
        try { System.out.println(Init2.v); } catch (NoClassDefFoundError e) { System.out.println(e.getMessage()); }
        List<List<?>> self = new ArrayList<>(); self.add(self); try { self.hashCode(); } catch (StackOverflowError e) { System.out.println("hashCode"); } System.out.println(self);
        Thread t = new Thread(() -> { try { down(0); } catch (StackOverflowError e) { System.out.println("thread " + (depth > 100)); } }); t.start(); t.join();
        try { hold = new int[Integer.MAX_VALUE]; } catch (OutOfMemoryError e) { System.out.println(e.getMessage()); }
        try { hold = new long[Integer.MAX_VALUE - 2]; } catch (OutOfMemoryError e) { System.out.println(e.getMessage()); }
        try { hold = new int[50000][50000]; } catch (OutOfMemoryError e) { System.out.println(e.getMessage()); }
        try { hold = new Object[1 << 29]; } catch (OutOfMemoryError e) { System.out.println(e.getMessage()); }
        try { hold = "x".repeat(Integer.MAX_VALUE - 8).concat("yyyyyyyyyy"); } catch (OutOfMemoryError e) { System.out.println("repeat"); }
        try { new ArrayList<Object>(Integer.MAX_VALUE); } catch (OutOfMemoryError e) { System.out.println("list"); }
        System.out.println(new byte[100000].length);
    }
}
