/** An exception that nobody catches: status 1 and a stack trace on standard error. */
public class UncaughtException {
    static class Unlucky extends Exception {
        Unlucky(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static void fail(int n) throws Unlucky {
        if (n > 0) {
            fail(n - 1);
        }
        try {
            Object o = "text";
            throw new IllegalStateException("root " + o);
        } catch (IllegalStateException e) {
            throw new Unlucky("nobody catches this", e);
        }
    }

    public static void main(String[] args) throws Unlucky {
        System.out.println("before");
        try {
            fail(2);
        } finally {
            System.out.println("finally");
        }
        System.out.println("never printed");
    }
}
