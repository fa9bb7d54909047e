package java.lang.invoke;

/** Named in the class files of lambdas; the machine links those by itself and makes no objects of this class. */
public abstract class MethodHandle {
    MethodHandle() {}
}
