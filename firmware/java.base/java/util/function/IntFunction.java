package java.util.function;

/** From int to an object. */
@FunctionalInterface
public interface IntFunction<R> {
    R apply(int value);
}
