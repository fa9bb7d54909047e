package java.util.function;

/** From long to an object. */
@FunctionalInterface
public interface LongFunction<R> {
    R apply(long value);
}
