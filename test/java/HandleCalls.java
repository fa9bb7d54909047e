import java.lang.invoke.*;
import java.util.*;
import static java.lang.invoke.MethodType.methodType;

/** Method handles: found, called with exact and other types, combined. */
public class HandleCalls {
    int f = 7;
    static String sf = "s";
    final long w;
    HandleCalls(long w) {
        this.w = w;
    }

    HandleCalls() {
        this(9);
    }

    static int add(int a, int b) {
        return a + b;
    }

    String cat(String s, double d) {
        return s + d + f;
    }

    static void thrower(String m) {
        throw new IllegalStateException(m);
    }

    static String va(String h, Object... r) {
        return h + Arrays.toString(r);
    }

    private static long priv(byte b, char c, short s, float x, boolean z) {
        return b + c + s + (long) x + (z ? 1 : 0);
    }

    interface Sh {
        String shape(int n);
        default String twice(int n) {
            return shape(n) + shape(n);
        }
    }

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

    public static void main(String[] a) throws Throwable {
        MethodHandles.Lookup l = MethodHandles.lookup();
        p(l.lookupClass());
        MethodHandle add = l.findStatic(HandleCalls.class, "add", methodType(int.class, int.class, int.class));
        p(add);
        p((int) add.invokeExact(3, 4));
        p(add.invoke(5, 6));
        p((long) add.invoke((short) 5, (byte) 6));
        p((Object) add.invoke(Integer.valueOf(1), 2));
        p(add.invokeWithArguments(8, 9));
        p(add.invokeWithArguments(List.of(1, 2)));
        t(() -> (long) add.invokeExact(3, 4));
        t(() -> add.invokeExact(3, 4));
        t(() -> (int) add.invokeExact(3L, 4));
        t(() -> add.invoke("x", 1));
        t(() -> add.invoke(1));
        t(() -> add.invokeWithArguments(1, 2, 3));
        MethodHandle cat = l.findVirtual(HandleCalls.class, "cat", methodType(String.class, String.class,
                double.class));
        p((String) cat.invokeExact(new HandleCalls(), "q", 2.5));
        p(cat.type() + " " + cat.bindTo(new HandleCalls()).type());
        p(cat.bindTo(new HandleCalls()).invoke("b", 1));
        MethodHandle th = l.findStatic(HandleCalls.class, "thrower", methodType(void.class, String.class));
        t(() -> {
            th.invokeExact("boom");
            return 0;
        });
        try {
            th.invoke("trace");
        } catch (IllegalStateException e) {
            for (StackTraceElement s : e.getStackTrace()) p(s);
        }
        MethodHandle ctor = l.findConstructor(HandleCalls.class, methodType(void.class, long.class));
        p(((HandleCalls) ctor.invokeExact(5L)).w + " " + ctor.type());
        HandleCalls h = new HandleCalls();
        MethodHandle g = l.findGetter(HandleCalls.class, "f", int.class), s = l.findSetter(HandleCalls.class,
                "f", int.class), sg = l.findStaticGetter(HandleCalls.class,
                "sf", String.class), ss = l.findStaticSetter(HandleCalls.class,
                "sf", String.class), gw = l.findGetter(HandleCalls.class, "w", long.class);
        s.invokeExact(h, 12);
        p((int) g.invokeExact(h));
        ss.invoke("new");
        p((String) sg.invokeExact());
        p((long) gw.invokeExact(h));
        t(() -> (int) g.invokeExact((HandleCalls) null));
        MethodHandle va = l.findStatic(HandleCalls.class, "va", methodType(String.class, String.class,
                Object[].class));
        p(va.isVarargsCollector());
        p(va.invoke("h"));
        p(va.invoke("h", 1, "x", 2.0));
        p(va.invoke("h", new Object[] {3}));
        p((String) va.invokeExact("e", new Object[] {4}));
        p(va.asFixedArity().isVarargsCollector());
        t(() -> va.asFixedArity().invoke("h", 1));
        MethodHandle pr = l.findStatic(HandleCalls.class, "priv", methodType(long.class, byte.class,
                char.class, short.class, float.class, boolean.class));
        p((long) pr.invokeExact((byte) 1, 'a', (short) 3, 2.5f, true));
        Sh sh = n -> "<" + n + ">";
        MethodHandle si = l.findVirtual(Sh.class, "shape", methodType(String.class, int.class));
        p((String) si.invokeExact(sh, 3));
        p(l.findVirtual(Sh.class, "twice", methodType(String.class, int.class)).invoke(sh, 4));
        p(l.findVirtual(String.class, "length", methodType(int.class)).invoke("four"));
        p(l.findVirtual(Object.class, "toString", methodType(String.class)).invoke((Object) 5));
        p(l.findStatic(Math.class, "max", methodType(double.class, double.class, double.class)).invoke(1, 2.5f));
        p(l.bind("abc", "charAt", methodType(char.class, int.class)).invoke(1));
        t(() -> l.findStatic(HandleCalls.class, "nope", methodType(void.class)));
        t(() -> l.findStatic(HandleCalls.class, "add", methodType(String.class, String.class, int[].class)));
        t(() -> l.findGetter(HandleCalls.class, "zz", int.class));
        t(() -> l.findVirtual(HandleCalls.class, "add", methodType(int.class, int.class, int.class))
                .getClass() == null);
        p(MethodHandles.insertArguments(add, 1, 10).invoke(5));
        p(MethodHandles.dropArguments(add, 1, String.class).type());
        p(MethodHandles.dropArguments(add, 1, String.class).invoke(1, "x", 2));
        p(MethodHandles.filterArguments(add, 0, MethodHandles.insertArguments(add, 0, 100)).invoke(1, 2));
        p(MethodHandles.filterReturnValue(add, MethodHandles.insertArguments(add, 0, 1000)).invoke(1, 2));
        p(MethodHandles.permuteArguments(l.findStatic(Math.class, "floorMod", methodType(int.class, int.class,
                int.class)), methodType(int.class, int.class, int.class), 1, 0).invoke(3, 10));
        MethodHandle isE = l.findVirtual(String.class, "isEmpty", methodType(boolean.class));
        MethodHandle gt = MethodHandles.guardWithTest(isE,
                MethodHandles.dropArguments(MethodHandles.constant(String.class,
                "EMPTY"), 0, String.class), l.findVirtual(String.class, "trim", methodType(String.class)));
        p(gt.invoke(""));
        p(gt.invoke(" z "));
        MethodHandle ce = MethodHandles.catchException(th,
                IllegalStateException.class, l.findVirtual(java.io.PrintStream.class, "println",
                methodType(void.class, Object.class)).bindTo(System.out).asType(methodType(void.class,
                IllegalStateException.class)));
        ce.invoke("caught");
        p(MethodHandles.foldArguments(add, MethodHandles.insertArguments(add, 0, 5)).invoke(6));
        p(MethodHandles.identity(int.class).invoke(4));
        p(MethodHandles.explicitCastArguments(MethodHandles.identity(byte.class),
                methodType(int.class, double.class)).invoke(300.7));
        p(add.asSpreader(int[].class, 2).invoke(new int[] {20, 22}));
        p(add.asType(methodType(Object.class, Object.class, short.class)).invoke((Object) 3, (short) 4));
        t(() -> add.asType(methodType(String.class, int.class, int.class)));
        t(() -> add.asType(methodType(int.class, long.class, int.class)));
        p(MethodHandles.arrayElementGetter(int[].class).invoke(new int[] {5, 6}, 1));
        p(MethodHandles.zero(int.class).invoke());
        MethodType mt = methodType(int.class, String.class, double[].class);
        p(mt + " " + mt.toMethodDescriptorString() + " " + mt.parameterCount() + mt.returnType()
                + mt.parameterList() + mt.equals(MethodType.fromMethodDescriptorString("(Ljava/lang/String;[D)I",
                null)) + mt.wrap() + mt.generic() + mt.erase() + mt.changeReturnType(void.class)
                + mt.insertParameterTypes(1, long.class) + mt.dropParameterTypes(0, 1) + mt.hasPrimitives()
                + mt.lastParameterType() + MethodType.genericMethodType(2, true));
        t(() -> MethodType.fromMethodDescriptorString("(LNope;)V", null));
        t(() -> MethodType.fromMethodDescriptorString("bad", null));
        t(() -> methodType(void.class, void.class));
        MutableCallSite mc = new MutableCallSite(methodType(int.class, int.class, int.class));
        t(() -> (int) mc.dynamicInvoker().invokeExact(1, 2));
        mc.setTarget(add);
        p((int) mc.dynamicInvoker().invokeExact(1, 2));
        t(() -> {
            mc.setTarget(isE);
            return 0;
        });
        long acc = 0;
        for (int i = 0; i < 200; i++) acc += (int) add.invokeExact(i, 1);
        p(acc);
        MethodHandle nul = null;
        p(MethodHandles.tryFinally(add, MethodHandles.dropArguments(MethodHandles.identity(int.class),
                0, Throwable.class)).invoke(1, 1));
    }
}
