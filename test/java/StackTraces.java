/** Stack traces on standard output, with line numbers, causes and common frames. */
public class StackTraces {
    static class Machine {
        final int n;

        Machine(int n) {
            if (n > 3) {
                throw new IllegalArgumentException("n is " + n);
            }
            this.n = n;
        }

        void run() {
            new Runnable() {
                @Override
                public void run() {
                    throw new UnsupportedOperationException(
                            "from anonymous");
                }
            }.run();
        }
    }

    interface Step {
        void go();

        default void twice() {
            go();
            go();
        }
    }

    static int depth(int n) {
        return n == 0
                ? 1 / n
                : depth(n - 1)
                + 1;
    }

    static void wrap() {
        try {
            depth(2);
        } catch (ArithmeticException e) {
            RuntimeException outer = new RuntimeException("wrapped", e);
            outer.addSuppressed(new Exception("by the way"));
            throw outer;
        }
    }

    static class Failing {
        static int x = fail();

        static int fail() {
            throw new IllegalStateException("initialiser");
        }
    }

    public static void main(String[] args) {
        try {
            new Machine(5);
        } catch (IllegalArgumentException e) {
            e.printStackTrace(System.out);
        }
        try {
            new Machine(1).run();
        } catch (UnsupportedOperationException e) {
            e.printStackTrace(System.out);
        }
        try {
            wrap();
        } catch (RuntimeException e) {
            e.printStackTrace(System.out);
        }
        Step step = new Step() {
            int left = 1;

            @Override
            public void go() {
                if (left-- == 0) {
                    throw new IndexOutOfBoundsException();
                }
            }
        };
        try {
            step.twice();
        } catch (IndexOutOfBoundsException e) {
            e.printStackTrace(System.out);
        }
        try {
            int[] none = null;
            none[0]++;
        } catch (NullPointerException e) {
            System.out.println(e.getStackTrace()[0]);
        }
        try {
            System.out.println(Failing.x);
        } catch (ExceptionInInitializerError e) {
            e.printStackTrace(System.out);
        }
        try {
            Object o = "text";
            Integer i = (Integer) o;
        } catch (ClassCastException e) {
            StackTraceElement top = e.getStackTrace()[0];
            System.out.println(top.getClassName() + " " + top.getMethodName() + " " + top.getFileName() + " " + top.getLineNumber());
        }
        Exception made = made();
        System.out.println(made.getStackTrace().length + " " + made.getStackTrace()[0]);
        made.fillInStackTrace();
        System.out.println(made.getStackTrace()[0]);
        made.setStackTrace(new StackTraceElement[] {new StackTraceElement("a.B", "c", "B.java", 7), new StackTraceElement("a.D", "e", null, -1),
            new StackTraceElement("a.F", "g", null, -2)});
        made.printStackTrace(System.out);
    }

    static Exception made() {
        return new Exception("made here");
    }
}
