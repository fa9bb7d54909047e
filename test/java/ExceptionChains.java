/** Causes, suppressed exceptions, messages and text of exceptions. */
public class ExceptionChains {
    static class AppException extends Exception {
        final int code;

        AppException(String message, int code, Throwable cause) {
            super(message, cause);
            this.code = code;
        }

        @Override
        public String getLocalizedMessage() {
            return getMessage() + " (code " + code + ")";
        }
    }

    static class Silent extends RuntimeException {
        Silent() {
            super("silent", null, false, false);
        }
    }

    static void low() {
        throw new ArithmeticException("low");
    }

    static void middle() {
        try {
            low();
        } catch (ArithmeticException e) {
            throw new IllegalStateException(e);
        }
    }

    static void high() throws AppException {
        try {
            middle();
        } catch (RuntimeException e) {
            throw new AppException("high", 42, e);
        }
    }

    public static void main(String[] args) {
        try {
            high();
        } catch (AppException e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                System.out.println(t + " | " + t.getMessage());
            }
        }
        Throwable[] plain = {new Exception(), new Exception("m"), new Exception((String) null), new Exception((Throwable) null),
            new Exception(new Error("inner")), new RuntimeException("m", new Error()), new AssertionError(5), new AssertionError("x"),
            new AssertionError(new Error("cause")), new Error(), new StackOverflowError(), new NullPointerException("n"),
            new IndexOutOfBoundsException(7), new ArrayIndexOutOfBoundsException(8), new StringIndexOutOfBoundsException(9),
            new UnsupportedOperationException(), new InterruptedException("i"), new ClassCastException("c"), new CloneNotSupportedException()};
        for (Throwable t : plain) {
            System.out.println(t + " | " + t.getMessage() + " | " + t.getCause());
        }
        Exception late = new Exception("late");
        late.initCause(new Exception("root"));
        try {
            late.initCause(new Exception("again"));
        } catch (IllegalStateException e) {
            System.out.println("cause is set once, " + late.getCause().getMessage());
        }
        try {
            Exception self = new Exception("self");
            self.initCause(self);
        } catch (IllegalArgumentException e) {
            System.out.println("no self causation");
        }
        late.addSuppressed(new Exception("s1"));
        late.addSuppressed(new Exception("s2"));
        System.out.println(late.getSuppressed().length + " " + late.getSuppressed()[1].getMessage());
        try {
            late.addSuppressed(late);
        } catch (IllegalArgumentException e) {
            System.out.println("no self suppression");
        }
        try {
            late.addSuppressed(null);
        } catch (NullPointerException e) {
            System.out.println("nothing to suppress");
        }
        Silent silent = new Silent();
        silent.addSuppressed(late);
        System.out.println(silent + " " + silent.getSuppressed().length + " " + silent.getStackTrace().length);
    }
}
