package java.lang.invoke;

/** What {@link MethodHandle#asType} does to one value, which travels boxed. */
final class Conversions {
    private Conversions() {}

    /** Whether arguments of one type can become those of the other, and the result the other way round. */
    static boolean possible(MethodType from, MethodType to) {
        boolean all = from.parameterCount() == to.parameterCount() && possible(to.returnType(), from.returnType());
        for (int i = 0; all && i < from.parameterCount(); i++) {
            all = possible(from.parameterType(i), to.parameterType(i));
        }
        return all;
    }

    private static boolean possible(Class<?> from, Class<?> to) {
        if (from == to || from == void.class || to == void.class) {
            return true;
        }
        if (from.isPrimitive() && to.isPrimitive()) {
            return widens(from, to);
        }
        if (from.isPrimitive()) {
            return to.isAssignableFrom(MethodType.wrapper(from));
        }
        if (!to.isPrimitive()) {
            return true;
        }
        Class<?> inside = MethodType.primitive(from);
        return inside == void.class ? false : inside != null ? widens(inside, to) : from.isAssignableFrom(MethodType.wrapper(to));
    }

    /** Whether a value of one primitive type becomes one of another without a cast (JLS 5.1.2). */
    private static boolean widens(Class<?> from, Class<?> to) {
        if (from == to) {
            return true;
        }
        int width = width(from);
        return from != boolean.class && to != boolean.class && to != char.class && width(to) > width
                && !(from == char.class && to == short.class);
    }

    private static int width(Class<?> primitive) {
        return "bsijfd".indexOf(
                primitive == char.class ? 's' : primitive == long.class ? 'j' : primitive.getName().charAt(0));
    }

    static Object convert(Object value, Class<?> from, Class<?> to) {
        if (from == to || to == void.class) {
            return to == void.class ? null : value;
        }
        if (!to.isPrimitive()) {
            return to.cast(value);
        }
        if (from == void.class) {
            return zero(to);
        }
        Class<?> inside = from.isPrimitive() ? from : MethodType.primitive(value.getClass());
        if (inside == null || !widens(inside, to)) {
            throw new ClassCastException(
                    "Cannot cast " + value.getClass().getName() + " to " + MethodType.wrapper(to).getName());
        }
        return number(value, to);
    }

    /** The same for an explicit cast: primitive values narrow. */
    static Object cast(Object value, Class<?> from, Class<?> to) {
        if (!to.isPrimitive() || from == to || to == void.class || from == void.class) {
            return convert(value, from, to);
        }
        if (value == null) {
            return zero(to);
        }
        if (to == boolean.class) {
            return value instanceof Boolean ? value : (Object) ((((Number) number(value, int.class)).intValue() & 1) != 0);
        }
        return number(value instanceof Boolean ? (Object) ((Boolean) value ? 1 : 0) : value, to);
    }

    static Object zero(Class<?> type) {
        return !type.isPrimitive() || type == void.class ? null : type == boolean.class ? (Object) false : number(0, type);
    }

    private static Object number(Object value, Class<?> to) {
        if (to == boolean.class || to == char.class && value instanceof Character) {
            return value;
        }
        Number number = value instanceof Character ? (Number) (int) (Character) value : (Number) value;
        switch (to.getName()) {
            case "byte": return number.byteValue();
            case "short": return number.shortValue();
            case "char": return (char) number.intValue();
            case "int": return number.intValue();
            case "long": return number.longValue();
            case "float": return number.floatValue();
            default: return number.doubleValue();
        }
    }
}
