/** A failing static initialiser: ExceptionInInitializerError first, NoClassDefFoundError ever after. */
public class InitializerErrors {
    static class Broken {
        static int value = Integer.parseInt("not a number");
        static final int CONSTANT = 3;

        static void touch() { }
    }

    static class Inherits extends Broken { }

    static class ThrowsError {
        static int x;

        static {
            if (x == 0) {
                throw new AssertionError("an error, not an exception");
            }
        }
    }

    static class Recovers {
        static int tries;
        static int value;

        static {
            try {
                value = 1 / tries;
            } catch (ArithmeticException e) {
                value = -1;
            }
        }
    }

    static void attempt(String name, Runnable action) {
        try {
            action.run();
            System.out.println(name + " works");
        } catch (Throwable e) {
            Throwable cause = e.getCause();
            System.out.println(name + ": " + e.getClass().getName() + (e.getMessage() == null ? "" : " " + e.getMessage())
                    + (cause == null ? "" : " because " + cause.getClass().getName()));
        }
    }

    public static void main(String[] args) {
        System.out.println(Broken.CONSTANT);
        attempt("first", () -> System.out.println(Broken.value));
        attempt("second", () -> Broken.touch());
        attempt("third", () -> new Broken());
        attempt("subclass", () -> new Inherits());
        attempt("error", () -> ThrowsError.x++);
        attempt("error again", () -> ThrowsError.x++);
        attempt("recovers", () -> System.out.println(Recovers.value));
        attempt("array of broken", () -> System.out.println(new Broken[2].length));
        try {
            Class.forName("InitializerErrors$Broken");
        } catch (NoClassDefFoundError | ClassNotFoundException e) {
            System.out.println(e.getClass().getName());
        }
    }
}
