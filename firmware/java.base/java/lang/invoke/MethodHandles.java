package java.lang.invoke;

/** Named in the class files of lambdas; the device has no method handles. */
public class MethodHandles {
    private MethodHandles() {}

    /** The first argument of bootstrap methods, which the machine never calls. */
    public static final class Lookup {
        Lookup() {}
    }
}
