/** When classes, interfaces and objects are initialised, and in which order. */
public class InitializationOrder {
    static void p(String s) {
        System.out.println(s);
    }

    interface I {
        int X = v("I.X");
        default void d() {
        }
    }

    interface J extends I {
        int Y = v("J.Y");
    }

    interface K {
        int Z = v("K.Z");
        void k();
    }

    static int v(String s) {
        p("init " + s);
        return s.length();
    }

    static class A implements J, K {
        static {
            p("A");
        }
        static final int CONST = 5;
        static final Integer BOX = v("A.BOX");
        static int s = v("A.s");
        public void k() {
        }
        static void sm() {
            p("A.sm");
        }
    }

    static class B extends A {
        static {
            p("B");
        }
        static int t = v("B.t");
    }

    static class C {
        static {
            p("C");
        }
        static C[] arr;
    }

    static class D {
        static {
            p("D");
        }
        static final String S = "const";
        static final String T = new String("t");
    }

    static class E1 {
        static {
            p("E1");
            if (p2()) throw new RuntimeException("E1 fails");
        }
        static boolean p2() {
            return true;
        }
        static int q;
        E1() {
            p("E1()");
        }
    }

    static class F extends E1 {
        static {
            p("F");
        }
        static int z;
    }

    enum En {
        ONE {
            void f() {
                p("one");
            }
        }, TWO;
        static {
            p("En static");
        }
        En() {
            p("En ctor " + name() + ordinal());
        }
        void f() {
            p("def");
        }
    }

    static class Cyc1 {
        static int a = Cyc2.b + 1;
        static {
            p("Cyc1 " + a);
        }
    }

    static class Cyc2 {
        static int b = Cyc1.a + 1;
        static {
            p("Cyc2 " + b);
        }
    }

    static class L {
        static {
            p("L");
        }
        static class In {
            static {
                p("L.In");
            }
            static void m() {
            }
        }
    }

    static class M {
        static int c = 1;
        static {
            c = 2;
            d = 9;
        }
        static int d = 3;
        static int e;
        static {
            e = c + d;
        }
    }

    static class N {
        final int f;
        {
            p("N init");
            f = 1;
        }
        N() {
            this(2);
            p("N()");
        }
        N(int x) {
            super();
            p("N(int) " + x + f);
        }
    }

    static class Sup {
        Sup() {
            m();
        }
        void m() {
            p("Sup.m");
        }
    }

    static class Sub extends Sup {
        int q = 5;
        final int r = 6;
        String s = "x";
        Sub() {
            m();
        }
        void m() {
            p("Sub.m " + q + " " + r + " " + s);
        }
    }

    public static void main(String[] x) throws Exception {
        p("start");
        p("" + A.CONST);
        p("" + B.s);
        p("--");
        p("" + B.t);
        new B().d();
        p("" + J.Y);
        C[] cs = new C[3];
        p("carr");
        Class<?> cc = C.class;
        p(cc.getName());
        Class.forName("InitializationOrder$C", false, InitializationOrder.class.getClassLoader());
        p("noinit");
        Class.forName("InitializationOrder$C");
        p(D.S);
        p(D.T);
        for (int i = 0; i<3; i++) try {
            p("" + F.z);
        } catch (Throwable t) {
            p(t.toString() + " / " + t.getCause());
        }
        try {
            new E1();
        } catch (Throwable t) {
            p(t.toString() + " / " + t.getCause());
        }
        try {
            Class.forName("InitializationOrder$E1");
        } catch (Throwable t) {
            p(t.toString() + " / " + t.getCause());
        }
        En.ONE.f();
        En.TWO.f();
        p("" + En.valueOf("TWO"));
        try {
            En.valueOf("X");
        } catch (IllegalArgumentException e) {
            p(e.getMessage());
        }
        p(En.ONE.getClass() + " " + En.ONE.getDeclaringClass() + " " + En.ONE.getClass().isEnum() + " "
                + En.TWO.getClass().isEnum());
        p(Cyc1.a + " " + Cyc2.b);
        L.In.m();
        p(M.c + " " + M.d + " " + M.e);
        new N();
        new Sub();
        A an = null;
        an.sm();
        Object o = A.class;
        B[][] bb = new B[1][2];
        p(bb.getClass().getName());
        p("" + (new Object() instanceof Runnable));
        I anon = new I() {
        };
        anon.d();
    }
}
