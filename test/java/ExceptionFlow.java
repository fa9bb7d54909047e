/** Exceptions: finally that overrides, suppressed ones, nested tries, resources, causes, traces. */
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

public class ExceptionFlow {
    static class Resource implements AutoCloseable {
        private final String name;
        private final boolean fails;

        Resource(String name, boolean fails) {
            this.name = name;
            this.fails = fails;
            System.out.print("open " + name + " ");
        }

        @Override
        public void close() throws IOException {
            System.out.print("close " + name + " ");
            if (fails) {
                throw new IOException("closing " + name);
            }
        }
    }

    @SuppressWarnings("finally")
    private static int overriding() {
        try {
            throw new IllegalStateException("lost");
        } finally {
            return 5;
        }
    }

    private static int order() {
        int x = 1;
        try {
            return x;
        } finally {
            x = 2;
        }
    }

    @SuppressWarnings("finally")
    private static String loop() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            try {
                if (i == 1) {
                    continue;
                }
                if (i == 3) {
                    break;
                }
                out.append(i);
            } finally {
                out.append('f');
            }
        }
        return out.toString();
    }

    private static void resources(boolean bodyFails, boolean firstFails, boolean secondFails) {
        try (Resource a = new Resource("a", firstFails); Resource b = new Resource("b", secondFails); Resource none = null) {
            if (bodyFails) {
                throw new IllegalArgumentException("body");
            }
            System.out.print("body ");
        } catch (Exception e) {
            System.out.print(e.getMessage() + " suppressed ");
            for (Throwable t : e.getSuppressed()) {
                System.out.print(t.getMessage() + ", ");
            }
        } finally {
            System.out.println("finally");
        }
    }

    static class Checked extends Exception {
        Checked(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String getLocalizedMessage() {
            return "localized " + getMessage();
        }
    }

    private static void deep(int n) throws Checked {
        try {
            if (n == 0) {
                throw new ArithmeticException("bottom");
            }
            deep(n - 1);
        } catch (ArithmeticException e) {
            throw new Checked("level " + n, e);
        }
    }

    private static <T extends Throwable> void sneaky(Throwable t) throws T {
        @SuppressWarnings("unchecked")
        T thrown = (T) t;
        throw thrown;
    }

    public static void main(String[] args) {
        System.out.println(overriding() + " " + order() + " " + loop());
        resources(false, false, false);
        resources(true, false, false);
        resources(true, true, true);
        resources(false, true, true);
        try {
            deep(2);
        } catch (Checked e) {
            System.out.println(e + " | " + e.getCause() + " | " + e.getMessage());
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text, true));
            System.out.println(text.toString().replaceAll("\\r", ""));
        }
        try {
            ExceptionFlow.<RuntimeException>sneaky(new IOException("sneaked"));
        } catch (Exception e) {
            System.out.println(e);
        }
        Throwable t = new Throwable();
        System.out.println(t.getMessage() + " " + t.getCause() + " " + t);
        try {
            t.initCause(t);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        try {
            new Exception("x", null).initCause(new Error());
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        try {
            t.addSuppressed(t);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        StackTraceElement[] trace = t.getStackTrace();
        System.out.println(trace[0].getMethodName() + " " + trace[0].getClassName() + " " + trace[0].getFileName() + " " + (trace[0].getLineNumber() > 100) + " " + trace.length);
        t.setStackTrace(new StackTraceElement[] {new StackTraceElement("Made", "up", "Made.java", 7), new StackTraceElement("Made", "nat", null, -2)});
        List<String> elements = new ArrayList<>();
        for (StackTraceElement element : t.getStackTrace()) {
            elements.add(element.toString());
        }
        System.out.println(elements);
        try {
            try {
                throw new IOException("first");
            } catch (IOException | IllegalStateException e) {
                throw new RuntimeException(e);
            } finally {
                System.out.println("inner finally");
            }
        } catch (RuntimeException e) {
            System.out.println(e.getMessage() + " <- " + e.getCause().getMessage());
        }
        try {
            Object o = "string";
            Integer i = (Integer) o;
            System.out.println(i);
        } catch (ClassCastException e) {
            System.out.println(e.getMessage());
        }
        try {
            Object[] objects = new String[1];
            objects[0] = 1;
        } catch (ArrayStoreException e) {
            System.out.println(e.getMessage());
        }
        try {
            throw null;
        } catch (NullPointerException e) {
            System.out.println("threw null");
        }
        try {
            assert args.length > 5 : "not enabled";
            System.out.println("assertions are off");
        } catch (AssertionError e) {
            System.out.println(e.getMessage());
        }
        System.out.println(new AssertionError(5).getMessage() + " " + new AssertionError("m", new Error("c")).getCause() + " " + new Error(new Exception("inner")).getMessage());
    }
}
