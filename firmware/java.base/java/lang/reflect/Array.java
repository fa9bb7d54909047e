package java.lang.reflect;

/** Makes and uses arrays of a component type known only at run time. */
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

    /** An array of arrays; the last {@code dimensions} may leave component types of their own. */
    public static Object newInstance(Class<?> componentType, int... dimensions) {
        if (dimensions.length == 0) {
            throw new IllegalArgumentException("Empty dimensions array");
        }
        for (int length : dimensions) {
            if (length < 0) {
                throw new NegativeArraySizeException(String.valueOf(length));
            }
        }
        return newArrays(componentType, dimensions, 0);
    }

    private static Object newArrays(Class<?> componentType, int[] dimensions, int at) {
        Class<?> component = componentType;
        for (int i = at + 1; i < dimensions.length; i++) {
            component = newInstance(component, 0).getClass();
        }
        Object array = newInstance(component, dimensions[at]);
        if (at + 1 < dimensions.length) {
            Object[] arrays = (Object[]) array;
            for (int i = 0; i < arrays.length; i++) {
                arrays[i] = newArrays(componentType, dimensions, at + 1);
            }
        }
        return array;
    }

    private static IllegalArgumentException mismatch(Object array) {
        return new IllegalArgumentException(
                !array.getClass().isArray()
                        ? "Argument is not an array"
                        : array instanceof Object[]
                                ? "Argument is not an array of primitive type"
                                : "argument type mismatch");
    }

    /** Unlike the machine's own checks this one explains nothing, as in the JDK. */
    private static void checkIndex(Object array, int index) {
        if (index < 0 || index >= getLength(array)) {
            throw new ArrayIndexOutOfBoundsException();
        }
    }

    public static int getLength(Object array) {
        if (array instanceof Object[]) {
            return ((Object[]) array).length;
        }
        if (array instanceof boolean[]) {
            return ((boolean[]) array).length;
        }
        if (array instanceof byte[]) {
            return ((byte[]) array).length;
        }
        if (array instanceof char[]) {
            return ((char[]) array).length;
        }
        if (array instanceof short[]) {
            return ((short[]) array).length;
        }
        if (array instanceof int[]) {
            return ((int[]) array).length;
        }
        if (array instanceof long[]) {
            return ((long[]) array).length;
        }
        if (array instanceof float[]) {
            return ((float[]) array).length;
        }
        if (array instanceof double[]) {
            return ((double[]) array).length;
        }
        throw mismatch(array);
    }

    public static Object get(Object array, int index) {
        checkIndex(array, index);
        if (array instanceof Object[]) {
            return ((Object[]) array)[index];
        }
        if (array instanceof boolean[]) {
            return ((boolean[]) array)[index];
        }
        if (array instanceof byte[]) {
            return ((byte[]) array)[index];
        }
        if (array instanceof char[]) {
            return ((char[]) array)[index];
        }
        if (array instanceof short[]) {
            return ((short[]) array)[index];
        }
        if (array instanceof int[]) {
            return ((int[]) array)[index];
        }
        if (array instanceof long[]) {
            return ((long[]) array)[index];
        }
        if (array instanceof float[]) {
            return ((float[]) array)[index];
        }
        if (array instanceof double[]) {
            return ((double[]) array)[index];
        }
        throw mismatch(array);
    }

    public static void set(Object array, int index, Object value) {
        checkIndex(array, index);
        if (array instanceof Object[]) {
            Object[] objects = (Object[]) array;
            if (value != null && !array.getClass().getComponentType().isInstance(value)) {
                throw new IllegalArgumentException("array element type mismatch");
            }
            objects[index] = value;
        } else if (value instanceof Boolean) {
            setBoolean(array, index, (boolean) value);
        } else if (value instanceof Byte) {
            setByte(array, index, (byte) value);
        } else if (value instanceof Character) {
            setChar(array, index, (char) value);
        } else if (value instanceof Short) {
            setShort(array, index, (short) value);
        } else if (value instanceof Integer) {
            setInt(array, index, (int) value);
        } else if (value instanceof Long) {
            setLong(array, index, (long) value);
        } else if (value instanceof Float) {
            setFloat(array, index, (float) value);
        } else if (value instanceof Double) {
            setDouble(array, index, (double) value);
        } else {
            throw mismatch(array);
        }
    }

    public static boolean getBoolean(Object array, int index) {
        if (array instanceof boolean[]) {
            checkIndex(array, index);
            return ((boolean[]) array)[index];
        }
        throw mismatch(array);
    }

    public static byte getByte(Object array, int index) {
        if (array instanceof byte[]) {
            checkIndex(array, index);
            return ((byte[]) array)[index];
        }
        throw mismatch(array);
    }

    public static char getChar(Object array, int index) {
        if (array instanceof char[]) {
            checkIndex(array, index);
            return ((char[]) array)[index];
        }
        throw mismatch(array);
    }

    public static short getShort(Object array, int index) {
        if (array instanceof short[]) {
            checkIndex(array, index);
            return ((short[]) array)[index];
        }
        return getByte(array, index);
    }

    public static int getInt(Object array, int index) {
        if (array instanceof int[]) {
            checkIndex(array, index);
            return ((int[]) array)[index];
        }
        if (array instanceof char[]) {
            return ((char[]) array)[index];
        }
        return getShort(array, index);
    }

    public static long getLong(Object array, int index) {
        if (array instanceof long[]) {
            checkIndex(array, index);
            return ((long[]) array)[index];
        }
        return getInt(array, index);
    }

    public static float getFloat(Object array, int index) {
        if (array instanceof float[]) {
            checkIndex(array, index);
            return ((float[]) array)[index];
        }
        return getLong(array, index);
    }

    public static double getDouble(Object array, int index) {
        if (array instanceof double[]) {
            checkIndex(array, index);
            return ((double[]) array)[index];
        }
        return getFloat(array, index);
    }

    public static void setBoolean(Object array, int index, boolean value) {
        if (array instanceof boolean[]) {
            checkIndex(array, index);
            ((boolean[]) array)[index] = value;
        } else {
            throw mismatch(array);
        }
    }

    public static void setByte(Object array, int index, byte value) {
        if (array instanceof byte[]) {
            checkIndex(array, index);
            ((byte[]) array)[index] = value;
        } else {
            setShort(array, index, value);
        }
    }

    public static void setChar(Object array, int index, char value) {
        if (array instanceof char[]) {
            checkIndex(array, index);
            ((char[]) array)[index] = value;
        } else {
            setInt(array, index, value);
        }
    }

    public static void setShort(Object array, int index, short value) {
        if (array instanceof short[]) {
            checkIndex(array, index);
            ((short[]) array)[index] = value;
        } else {
            setInt(array, index, value);
        }
    }

    public static void setInt(Object array, int index, int value) {
        if (array instanceof int[]) {
            checkIndex(array, index);
            ((int[]) array)[index] = value;
        } else {
            setLong(array, index, value);
        }
    }

    public static void setLong(Object array, int index, long value) {
        if (array instanceof long[]) {
            checkIndex(array, index);
            ((long[]) array)[index] = value;
        } else {
            setFloat(array, index, value);
        }
    }

    public static void setFloat(Object array, int index, float value) {
        if (array instanceof float[]) {
            checkIndex(array, index);
            ((float[]) array)[index] = value;
        } else {
            setDouble(array, index, value);
        }
    }

    public static void setDouble(Object array, int index, double value) {
        if (array instanceof double[]) {
            checkIndex(array, index);
            ((double[]) array)[index] = value;
        } else {
            throw mismatch(array);
        }
    }
}
