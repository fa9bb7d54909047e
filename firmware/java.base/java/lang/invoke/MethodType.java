package java.lang.invoke;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The types of a method's parameters and of its result. */
public final class MethodType implements TypeDescriptor.OfMethod<Class<?>, MethodType>, Serializable {
    private static final Class<?>[] PRIMITIVES = {
        boolean.class, byte.class, char.class, short.class, int.class, long.class, float.class, double.class, void.class
    };
    private static final Class<?>[] WRAPPERS = {
        Boolean.class, Byte.class, Character.class, Short.class, Integer.class, Long.class, Float.class, Double.class,
        Void.class
    };

    private final Class<?> returnType;
    private final Class<?>[] parameters;

    private MethodType(Class<?> returnType, Class<?>[] parameters) {
        this.returnType = Objects.requireNonNull(returnType);
        this.parameters = parameters;
        for (Class<?> parameter : parameters) {
            if (Objects.requireNonNull(parameter) == void.class) {
                throw new IllegalArgumentException("parameter type cannot be void");
            }
        }
    }

    public static MethodType methodType(Class<?> rtype, Class<?>[] ptypes) {
        return new MethodType(rtype, ptypes.clone());
    }

    public static MethodType methodType(Class<?> rtype, List<Class<?>> ptypes) {
        return new MethodType(rtype, ptypes.toArray(new Class<?>[0]));
    }

    public static MethodType methodType(Class<?> rtype, Class<?> ptype0, Class<?>... ptypes) {
        return new MethodType(rtype, spliced(ptypes, 0, 0, ptype0));
    }

    public static MethodType methodType(Class<?> rtype) {
        return new MethodType(rtype, new Class<?>[0]);
    }

    public static MethodType methodType(Class<?> rtype, Class<?> ptype0) {
        return new MethodType(rtype, new Class<?>[] {ptype0});
    }

    public static MethodType methodType(Class<?> rtype, MethodType ptypes) {
        return new MethodType(rtype, ptypes.parameters);
    }

    public static MethodType genericMethodType(int objectArgCount, boolean finalArray) {
        Class<?>[] types = new Class<?>[objectArgCount + (finalArray ? 1 : 0)];
        Arrays.fill(types, Object.class);
        if (finalArray) {
            types[objectArgCount] = Object[].class;
        }
        return new MethodType(Object.class, types);
    }

    public static MethodType genericMethodType(int objectArgCount) {
        return genericMethodType(objectArgCount, false);
    }

    /** The types without those from {@code start} to {@code end}, the others in their place. */
    private static Class<?>[] spliced(Class<?>[] types, int start, int end, Class<?>... others) {
        if (start < 0 || end > types.length || start > end) {
            throw new IndexOutOfBoundsException("bad parameter index: " + start);
        }
        Class<?>[] made = new Class<?>[types.length - (end - start) + others.length];
        System.arraycopy(types, 0, made, 0, start);
        System.arraycopy(others, 0, made, start, others.length);
        System.arraycopy(types, end, made, start + others.length, types.length - end);
        return made;
    }

    @Override
    public MethodType changeParameterType(int num, Class<?> nptype) {
        return new MethodType(returnType, spliced(parameters, num, num + 1, nptype));
    }

    @Override
    public MethodType insertParameterTypes(int num, Class<?>... ptypesToInsert) {
        return new MethodType(returnType, spliced(parameters, num, num, ptypesToInsert));
    }

    public MethodType insertParameterTypes(int num, List<Class<?>> ptypesToInsert) {
        return insertParameterTypes(num, ptypesToInsert.toArray(new Class<?>[0]));
    }

    public MethodType appendParameterTypes(Class<?>... ptypesToInsert) {
        return insertParameterTypes(parameters.length, ptypesToInsert);
    }

    public MethodType appendParameterTypes(List<Class<?>> ptypesToInsert) {
        return insertParameterTypes(parameters.length, ptypesToInsert);
    }

    @Override
    public MethodType dropParameterTypes(int start, int end) {
        return new MethodType(returnType, spliced(parameters, start, end));
    }

    @Override
    public MethodType changeReturnType(Class<?> nrtype) {
        return new MethodType(nrtype, parameters);
    }

    public boolean hasPrimitives() {
        boolean any = returnType.isPrimitive();
        for (Class<?> parameter : parameters) {
            any |= parameter.isPrimitive();
        }
        return any;
    }

    public boolean hasWrappers() {
        return !unwrap().equals(this);
    }

    public MethodType erase() {
        return mapped(type -> type.isPrimitive() ? type : Object.class);
    }

    public MethodType generic() {
        return mapped(type -> Object.class);
    }

    public MethodType wrap() {
        return mapped(type -> type.isPrimitive() ? wrapper(type) : type);
    }

    public MethodType unwrap() {
        return mapped(type -> primitive(type) == null ? type : primitive(type));
    }

    private MethodType mapped(java.util.function.Function<Class<?>, Class<?>> change) {
        Class<?>[] changed = new Class<?>[parameters.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = change.apply(parameters[i]);
        }
        return new MethodType(change.apply(returnType), changed);
    }

    static Class<?> wrapper(Class<?> primitive) {
        return WRAPPERS[Arrays.asList(PRIMITIVES).indexOf(primitive)];
    }

    /** The primitive type that a class wraps, or null. */
    static Class<?> primitive(Class<?> wrapper) {
        int index = Arrays.asList(WRAPPERS).indexOf(wrapper);
        return index < 0 ? null : PRIMITIVES[index];
    }

    @Override
    public Class<?> parameterType(int num) {
        return parameters[num];
    }

    @Override
    public int parameterCount() {
        return parameters.length;
    }

    @Override
    public Class<?> returnType() {
        return returnType;
    }

    @Override
    public List<Class<?>> parameterList() {
        return List.of(parameters);
    }

    public Class<?> lastParameterType() {
        return parameters.length == 0 ? void.class : parameters[parameters.length - 1];
    }

    @Override
    public Class<?>[] parameterArray() {
        return parameters.clone();
    }

    @Override
    public boolean equals(Object x) {
        return x instanceof MethodType && ((MethodType) x).returnType == returnType
                && Arrays.equals(((MethodType) x).parameters, parameters);
    }

    @Override
    public int hashCode() {
        int hash = 31 + returnType.hashCode();
        for (Class<?> parameter : parameters) {
            hash = 31 * hash + parameter.hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < parameters.length; i++) {
            text.append(i == 0 ? "" : ",").append(parameters[i].getSimpleName());
        }
        return text.append(")").append(returnType.getSimpleName()).toString();
    }

    public static MethodType fromMethodDescriptorString(String descriptor, ClassLoader loader) {
        Class<?>[] types = new Class<?>[descriptor.length()];
        int count = 0;
        int at = 1;
        if (!descriptor.startsWith("(") || descriptor.indexOf(')') < 0 || descriptor.indexOf('.') >= 0) {
            throw new IllegalArgumentException("not a method descriptor: " + descriptor);
        }
        while (at < descriptor.length()) {
            if (descriptor.charAt(at) == ')') {
                at++;
            }
            int end = at;
            while (end < descriptor.length() && descriptor.charAt(end) == '[') {
                end++;
            }
            end = descriptor.startsWith("L", end) ? descriptor.indexOf(';', end) + 1 : end + 1;
            if (end <= at || end > descriptor.length()) {
                throw new IllegalArgumentException("bad type in method descriptor: " + descriptor);
            }
            types[count++] = typeOf(descriptor.substring(at, end), descriptor);
            at = end;
        }
        return new MethodType(types[count - 1], Arrays.copyOf(types, count - 1));
    }

    private static Class<?> typeOf(String field, String descriptor) {
        int primitive = "ZBCSIJFDV".indexOf(field.charAt(0));
        if (primitive >= 0) {
            return PRIMITIVES[primitive];
        }
        boolean isArray = field.charAt(0) == '[';
        if (!isArray && field.charAt(0) != 'L') {
            throw new IllegalArgumentException("bad type in method descriptor: " + descriptor);
        }
        String name = (isArray ? field : field.substring(1, field.length() - 1)).replace('/', '.');
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            throw new TypeNotPresentException(name, e);
        }
    }

    public String toMethodDescriptorString() {
        StringBuilder text = new StringBuilder("(");
        for (Class<?> parameter : parameters) {
            text.append(parameter.descriptorString());
        }
        return text.append(")").append(returnType.descriptorString()).toString();
    }

    @Override
    public String descriptorString() {
        return toMethodDescriptorString();
    }
}
