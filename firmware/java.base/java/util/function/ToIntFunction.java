package java.util.function;

/** From an object to int. */
@FunctionalInterface
public interface ToIntFunction<T> {
    int applyAsInt(T value);
}
