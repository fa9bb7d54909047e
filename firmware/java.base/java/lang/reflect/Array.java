package java.lang.reflect;

/** Makes arrays of a component type known only at run time. */
public final class Array {
    private Array() {}

    /** @throws NegativeArraySizeException if {@code length} is negative */
    public static Object newInstance(Class<?> componentType, int length) {
        if (componentType == void.class) {
            throw new IllegalArgumentException();
        }
        if (length < 0) {
            throw new NegativeArraySizeException(String.valueOf(length));
        }
        return newArray0(componentType, length);
    }

    private static native Object newArray0(Class<?> componentType, int length);
}
