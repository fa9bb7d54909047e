package java.util.function;

/** Gives an object. */
@FunctionalInterface
public interface Supplier<T> {
    T get();
}
