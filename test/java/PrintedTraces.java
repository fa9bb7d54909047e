import java.util.*;

/** Stack traces as printed: causes, circles, suppressed exceptions, failed initialisers. */
public class PrintedTraces {
    static class Res implements AutoCloseable {
        final String n;
        Res(String n) {
            this.n = n;
        }
        public void close() throws Exception {
            throw new IllegalStateException("close " + n);
        }
    }

    interface Thrower {
        void go() throws Exception;
    }

    static void deep(int n) throws Exception {
        if (n == 0) throw new Exception("deep");
        deep(n-1);
    }

    static class Custom extends RuntimeException {
        Custom(String m, Throwable c, boolean s, boolean w) {
            super(m, c, s, w);
        }
        @Override public String getLocalizedMessage() {
            return "loc:" + getMessage();
        }
    }

    static class Init {
        static {
            if (true) throw new ArithmeticException("in clinit");
        }
        static int x;
    }

    public static void main(String[] a) throws Exception {
        try (Res r1 = new Res("1"); Res r2 = new Res("2")) {
            throw new Exception("body");
        } catch (Exception e) {
            e.printStackTrace(System.out);
        }
        try {
            deep(3);
        } catch (Exception e) {
            new RuntimeException("wrap", e).printStackTrace(System.out);
        }
        try {
            try {
                deep(2);
            } catch (Exception e) {
                throw new RuntimeException(e);
            }
        } catch (RuntimeException e) {
            Throwable t = new Error("outer");
            t.initCause(e);
            t.addSuppressed(new Exception("sup", new Exception("supcause")));
            t.printStackTrace(System.out);
        }
        Throwable c1 = new Exception("c1");
        Throwable c2 = new Exception("c2", c1);
        c1.initCause(c2);
        c1.printStackTrace(System.out);
        Custom c = new Custom("m", null, false, false);
        c.addSuppressed(new Exception());
        System.out.println(c.getSuppressed().length + " " + c.getStackTrace().length + " " + c);
        c.printStackTrace(System.out);
        try {
            System.out.println(Init.x);
        } catch (ExceptionInInitializerError e) {
            e.printStackTrace(System.out);
            System.out.println(e.getException() == e.getCause());
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(Init.x);
        } catch (NoClassDefFoundError e) {
            e.printStackTrace(System.out);
        }
        Runnable r = () -> {
            throw new UnsupportedOperationException();
        };
        try {
            r.run();
        } catch (UnsupportedOperationException e) {
            StackTraceElement[] st = e.getStackTrace();
            System.out.println(st.length + " " + st[st.length-1]);
        }
        Object o = new Object() {
            @Override public String toString() {
                throw new IllegalArgumentException("anon");
            }
        };
        try {
            new ArrayList<Integer>(List.of(1, 2, 3)).forEach(x -> {
                if (x == 2) throw new RuntimeException("x2");
            });
        } catch (RuntimeException e) {
            System.out.println(e.getStackTrace()[0].getMethodName());
        }
        try {
            e1();
        } catch (Exception e) {
            for (StackTraceElement s : e.getStackTrace()) System.out.println(s.getClassName() + "|"
                    + s.getMethodName() + "|" + s.getFileName() + "|" + s.getLineNumber() + "|" + s.isNativeMethod());
        }
        Exception se = new Exception("self");
        try {
            se.addSuppressed(se);
        } catch (IllegalArgumentException e) {
            System.out.println(e + " " + e.getCause());
        }
        try {
            se.addSuppressed(null);
        } catch (NullPointerException e) {
            System.out.println(e);
        }
        try {
            se.initCause(se);
        } catch (IllegalArgumentException e) {
            System.out.println(e + " " + e.getCause());
        }
        try {
            new Exception("x", null).initCause(new Exception());
        } catch (IllegalStateException e) {
            System.out.println(e + " " + e.getCause());
        }
        se.setStackTrace(new StackTraceElement[]{new StackTraceElement("A",
                "b", "C.java", 7), new StackTraceElement("A", "b", null, -1), new StackTraceElement("A",
                "n", "X.java", -2), new StackTraceElement("A", "n", "X.java", -1)});
        se.printStackTrace(System.out);
        throw new Exception("the end", new RuntimeException("root"));
    }

    static void e1() throws Exception {
        new PrintedTraces().e2(1L, "s");
    }

    void e2(long l, String s) throws Exception {
        int[] x = null;
        try {
            x[0] = 1;
        } finally {
            System.out.println("fin");
        }
    }
}
