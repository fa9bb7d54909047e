package java.util.function;

/** From an object to long. */
@FunctionalInterface
public interface ToLongFunction<T> {
    long applyAsLong(T value);
}
