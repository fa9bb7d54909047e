package java.util.function;

/** From double to an object. */
@FunctionalInterface
public interface DoubleFunction<R> {
    R apply(double value);
}
