/** What was null, in the words of each kind of instruction. */
public class NullMessageForms {
    int[] arr;
    NullMessageForms next;
    static NullMessageForms st;
    String s;
    long[][] ll;
    Object o;
    NullMessageForms m() {
        return null;
    }

    static NullMessageForms sm(int a, String b) {
        return null;
    }

    int prim;
    interface T {
        void go() throws Throwable;
    }

    static void t(T r) {
        try {
            r.go();
            System.out.println("none");
        } catch (Throwable e) {
            System.out.println(e.getClass().getName() + ": " + e.getMessage());
        }
    }

    static int[] nul() {
        return null;
    }

    public static void main(String[] args) {
        NullMessageForms a = new NullMessageForms();
        NullMessageForms[] aa = new NullMessageForms[3];
        NullMessageForms[][] aaa = new NullMessageForms[2][];
        t(() -> a.next.prim = 3);
        t(() -> System.out.println(a.next.next.prim));
        t(() -> a.m().m());
        t(() -> sm(1, "x").m());
        t(() -> System.out.println(a.arr[0]));
        t(() -> System.out.println(a.arr.length));
        t(() -> a.arr[1] = 2);
        t(() -> System.out.println(aa[1].prim));
        t(() -> System.out.println(aaa[1][2].prim));
        t(() -> aaa[0][1] = null);
        t(() -> System.out.println(st.s.length()));
        t(() -> System.out.println(a.s.length()));
        t(() -> System.out.println(a.ll[1][2]));
        t(() -> {
            synchronized (a.o) {
            }
        });
        t(() -> {
            throw null;
        });
        t(() -> {
            RuntimeException e = null;
            throw e;
        });
        t(() -> {
            Integer i = null;
            int j = i;
        });
        t(() -> {
            Object[] x = null;
            for (Object y : x) System.out.println(y);
        });
        t(() -> {
            String q = null;
            switch (q) {
                case "a":
                break;
            }
        });
        t(() -> {
            Thread.State q = null;
            switch (q) {
                case NEW:
                break;
            }
        });
        t(() -> {
            int i = 2, j = 3;
            aaa[i-1][j * 2] = a;
        });
        t(() -> {
            int i = 2;
            aaa[i>>1][i&1].next = a;
        });
        t(() -> nul()[1]++);
        t(() -> {
            byte[] b = null;
            b[0] = 1;
        });
        t(() -> {
            char[] b = null;
            b[0]++;
        });
        t(() -> {
            long[] b = null;
            long x = b[5];
        });
        t(() -> {
            double[] b = null;
            double x = b[5];
        });
        t(() -> {
            float[] b = null;
            b[1] = 3f;
        });
        t(() -> {
            boolean[] b = null;
            b[1] = true;
        });
        t(() -> {
            short[] b = null;
            b[1] = 1;
        });
        t(() -> {
            Object[] b = null;
            b[1] = "x";
        });
        t(() -> {
            Object x = null;
            x.hashCode();
        });
        t(() -> {
            Runnable x = null;
            x.run();
        });
        t(() -> {
            NullMessageForms n = null;
            n.new Inner();
        });
        t(() -> {
            Object x = a.m();
            ((NullMessageForms)x).m();
        });
        t(() -> {
            (a.prim == 0 ? null:a).m();
        });
        t(() -> java.util.Objects.requireNonNull(null));
        t(() -> java.util.Objects.requireNonNull(null, "msg"));
        t(() -> {
            throw new NullPointerException();
        });
        NullMessageForms self = null;
        try {
            self.prim++;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            args = null;
            System.out.println(args.length);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        for (int i = 0; i<2; i++) {
            int[] z = i == 0 ? new int[1]:null;
            try {
                z[0] = 1;
            } catch (NullPointerException e) {
                System.out.println(e.getMessage());
            }
        }
        new NullMessageForms().inst(null, 1, null);
    }

    class Inner {
    }

    void inst(int[] p, long q, String r) {
        try {
            p[0] = 1;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            r.length();
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            this.next.m();
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
    }
}
