package java.util.function;

/** Takes an object and an int, returns nothing. */
@FunctionalInterface
public interface ObjIntConsumer<T> {
    void accept(T t, int value);
}
