package java.lang.invoke;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Makes method handles: of members by way of a {@link Lookup}, and out of other handles. */
public class MethodHandles {
    private static final int GET_FIELD = 1;
    private static final int GET_STATIC = 2;
    private static final int PUT_FIELD = 3;
    private static final int PUT_STATIC = 4;
    private static final int INVOKE_VIRTUAL = 5;
    private static final int INVOKE_STATIC = 6;
    private static final int INVOKE_SPECIAL = 7;
    private static final int NEW_INVOKE_SPECIAL = 8;
    private static final int INVOKE_INTERFACE = 9;

    private MethodHandles() {}

    public static Lookup lookup() {
        return new Lookup(caller0());
    }

    public static Lookup publicLookup() {
        return new Lookup(Object.class);
    }

    public static Lookup privateLookupIn(Class<?> targetClass, Lookup caller) throws IllegalAccessException {
        return new Lookup(targetClass);
    }

    /** The class whose method called the method that calls this. */
    private static native Class<?> caller0();

    /** Finds members as a class may use them. */
    public static final class Lookup {
        public static final int PUBLIC = 1;
        public static final int PRIVATE = 2;
        public static final int PROTECTED = 4;
        public static final int PACKAGE = 8;

        private final Class<?> lookupClass;

        Lookup(Class<?> lookupClass) {
            this.lookupClass = lookupClass;
        }

        public Class<?> lookupClass() {
            return lookupClass;
        }

        public Lookup in(Class<?> requestedLookupClass) {
            return new Lookup(requestedLookupClass);
        }

        @Override
        public String toString() {
            return lookupClass.getName();
        }

        private MethodHandle find(int kind, Class<?> refc, String name, MethodType type)
                throws NoSuchMethodException, IllegalAccessException {
            return (MethodHandle) found(kind, refc, name, type.toMethodDescriptorString());
        }

        /** Exceptions are those that {@code Linkage.find0} makes. */
        private Object found(int kind, Class<?> refc, String name, String descriptor)
                throws NoSuchMethodException, IllegalAccessException {
            try {
                return Linkage.find(lookupClass, kind, refc, name, descriptor);
            } catch (NoSuchMethodException | IllegalAccessException e) {
                throw e;
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(e);
            }
        }

        public MethodHandle findStatic(Class<?> refc, String name, MethodType type)
                throws NoSuchMethodException, IllegalAccessException {
            return find(INVOKE_STATIC, refc, name, type);
        }

        public MethodHandle findVirtual(Class<?> refc, String name, MethodType type)
                throws NoSuchMethodException, IllegalAccessException {
            if (refc == MethodHandle.class && (name.equals("invoke") || name.equals("invokeExact"))) {
                return name.equals("invoke") ? invoker(type) : exactInvoker(type);
            }
            return find(refc.isInterface() ? INVOKE_INTERFACE : INVOKE_VIRTUAL, refc, name, type);
        }

        public MethodHandle findConstructor(Class<?> refc, MethodType type)
                throws NoSuchMethodException, IllegalAccessException {
            return find(NEW_INVOKE_SPECIAL, refc, "<init>", type);
        }

        public MethodHandle findSpecial(Class<?> refc, String name, MethodType type, Class<?> specialCaller)
                throws NoSuchMethodException, IllegalAccessException {
            return new Lookup(specialCaller).find(INVOKE_SPECIAL, refc, name, type);
        }

        public MethodHandle bind(Object receiver, String name, MethodType type)
                throws NoSuchMethodException, IllegalAccessException {
            return findVirtual(receiver.getClass(), name, type).bindTo(receiver);
        }

        private MethodHandle field(int kind, Class<?> refc, String name, Class<?> type)
                throws NoSuchFieldException, IllegalAccessException {
            try {
                return (MethodHandle) found(kind, refc, name, type.descriptorString());
            } catch (NoSuchMethodException e) {
                throw new NoSuchFieldException(e.getMessage());
            }
        }

        public MethodHandle findGetter(Class<?> refc, String name, Class<?> type)
                throws NoSuchFieldException, IllegalAccessException {
            return field(GET_FIELD, refc, name, type);
        }

        public MethodHandle findSetter(Class<?> refc, String name, Class<?> type)
                throws NoSuchFieldException, IllegalAccessException {
            return field(PUT_FIELD, refc, name, type);
        }

        public MethodHandle findStaticGetter(Class<?> refc, String name, Class<?> type)
                throws NoSuchFieldException, IllegalAccessException {
            return field(GET_STATIC, refc, name, type);
        }

        public MethodHandle findStaticSetter(Class<?> refc, String name, Class<?> type)
                throws NoSuchFieldException, IllegalAccessException {
            return field(PUT_STATIC, refc, name, type);
        }

        public Class<?> findClass(String targetName) throws ClassNotFoundException, IllegalAccessException {
            return Class.forName(targetName, false, null);
        }
    }

    /** A handle that throws what is supplied. */
    static MethodHandle throwing(MethodType type, Supplier<? extends Throwable> thrown) {
        return new MethodHandle.Combined(type, args -> {
            throw thrown.get();
        });
    }

    public static MethodHandle throwException(Class<?> returnType, Class<? extends Throwable> exType) {
        return new MethodHandle.Combined(MethodType.methodType(returnType, exType), args -> {
            throw (Throwable) args[0];
        });
    }

    public static MethodHandle constant(Class<?> type, Object value) {
        Object constant = Conversions.convert(value, Object.class, type);
        return new MethodHandle.Combined(MethodType.methodType(type), args -> constant);
    }

    public static MethodHandle identity(Class<?> type) {
        return new MethodHandle.Combined(MethodType.methodType(type, type), args -> args[0]);
    }

    public static MethodHandle zero(Class<?> type) {
        Object zero = Conversions.zero(type);
        return new MethodHandle.Combined(MethodType.methodType(type), args -> zero);
    }

    public static MethodHandle empty(MethodType type) {
        Object zero = Conversions.zero(type.returnType());
        return new MethodHandle.Combined(type, args -> zero);
    }

    public static MethodHandle exactInvoker(MethodType type) {
        return new MethodHandle.Combined(type.insertParameterTypes(0, MethodHandle.class),
                args -> Linkage.invokeExact((MethodHandle) args[0], type, Arrays.copyOfRange(args, 1, args.length)));
    }

    public static MethodHandle invoker(MethodType type) {
        return new MethodHandle.Combined(type.insertParameterTypes(0, MethodHandle.class),
                args -> Linkage.invoke((MethodHandle) args[0], type, Arrays.copyOfRange(args, 1, args.length)));
    }

    public static MethodHandle spreadInvoker(MethodType type, int leadingArgCount) {
        return invoker(type).asSpreader(Object[].class, type.parameterCount() - leadingArgCount);
    }

    public static MethodHandle explicitCastArguments(MethodHandle target, MethodType newType) {
        MethodType old = target.type();
        if (old.parameterCount() != newType.parameterCount()) {
            throw new WrongMethodTypeException("cannot explicitly cast " + target + " to " + newType);
        }
        return new MethodHandle.Combined(newType, args -> {
            Object[] cast = new Object[args.length];
            for (int i = 0; i < args.length; i++) {
                cast[i] = Conversions.cast(args[i], newType.parameterType(i), old.parameterType(i));
            }
            return Conversions.cast(target.call(cast), old.returnType(), newType.returnType());
        });
    }

    public static MethodHandle permuteArguments(MethodHandle target, MethodType newType, int... reorder) {
        if (reorder.length != target.type().parameterCount()) {
            throw new IllegalArgumentException("bad reorder array: " + Arrays.toString(reorder));
        }
        return new MethodHandle.Combined(newType, args -> {
            Object[] permuted = new Object[reorder.length];
            for (int i = 0; i < reorder.length; i++) {
                permuted[i] = args[reorder[i]];
            }
            return target.call(permuted);
        });
    }

    private static Object[] spliced(Object[] args, int start, int end, Object... others) {
        Object[] made = new Object[args.length - (end - start) + others.length];
        System.arraycopy(args, 0, made, 0, start);
        System.arraycopy(others, 0, made, start, others.length);
        System.arraycopy(args, end, made, start + others.length, args.length - end);
        return made;
    }

    public static MethodHandle insertArguments(MethodHandle target, int pos, Object... values) {
        MethodType type = target.type();
        Object[] bound = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            bound[i] = Conversions.convert(values[i], Object.class, type.parameterType(pos + i));
        }
        return new MethodHandle.Combined(type.dropParameterTypes(pos, pos + values.length),
                args -> target.call(spliced(args, pos, pos, bound)));
    }

    public static MethodHandle dropArguments(MethodHandle target, int pos, Class<?>... valueTypes) {
        return new MethodHandle.Combined(target.type().insertParameterTypes(pos, valueTypes),
                args -> target.call(spliced(args, pos, pos + valueTypes.length)));
    }

    public static MethodHandle dropArguments(MethodHandle target, int pos, List<Class<?>> valueTypes) {
        return dropArguments(target, pos, valueTypes.toArray(new Class<?>[0]));
    }

    public static MethodHandle dropReturn(MethodHandle target) {
        return target.asType(target.type().changeReturnType(void.class));
    }

    public static MethodHandle filterArguments(MethodHandle target, int pos, MethodHandle... filters) {
        MethodType type = target.type();
        for (int i = 0; i < filters.length; i++) {
            if (filters[i] != null) {
                type = type.changeParameterType(pos + i, filters[i].type().parameterType(0));
            }
        }
        return new MethodHandle.Combined(type, args -> {
            Object[] filtered = args.clone();
            for (int i = 0; i < filters.length; i++) {
                if (filters[i] != null) {
                    filtered[pos + i] = filters[i].call(new Object[] {args[pos + i]});
                }
            }
            return target.call(filtered);
        });
    }

    public static MethodHandle collectArguments(MethodHandle target, int pos, MethodHandle filter) {
        MethodType inner = filter.type();
        int count = inner.parameterCount();
        boolean gives = inner.returnType() != void.class;
        MethodType type = target.type().dropParameterTypes(pos, gives ? pos + 1 : pos)
                .insertParameterTypes(pos, inner.parameterArray());
        return new MethodHandle.Combined(type, args -> {
            Object collected = filter.call(Arrays.copyOfRange(args, pos, pos + count));
            return target.call(gives ? spliced(args, pos, pos + count, collected) : spliced(args, pos, pos + count));
        });
    }

    public static MethodHandle filterReturnValue(MethodHandle target, MethodHandle filter) {
        return new MethodHandle.Combined(target.type().changeReturnType(filter.type().returnType()), args -> {
            Object result = target.call(args);
            return filter.call(filter.type().parameterCount() == 0 ? new Object[0] : new Object[] {result});
        });
    }

    public static MethodHandle foldArguments(MethodHandle target, MethodHandle combiner) {
        return foldArguments(target, 0, combiner);
    }

    public static MethodHandle foldArguments(MethodHandle target, int pos, MethodHandle combiner) {
        boolean gives = combiner.type().returnType() != void.class;
        int count = combiner.type().parameterCount();
        MethodType type = gives ? target.type().dropParameterTypes(pos, pos + 1) : target.type();
        return new MethodHandle.Combined(type, args -> {
            Object folded = combiner.call(Arrays.copyOfRange(args, pos, pos + count));
            return target.call(gives ? spliced(args, pos, pos, folded) : args);
        });
    }

    public static MethodHandle guardWithTest(MethodHandle test, MethodHandle target, MethodHandle fallback) {
        if (!target.type().equals(fallback.type())) {
            throw new IllegalArgumentException("target and fallback types must match: " + target.type() + " != "
                    + fallback.type());
        }
        int count = test.type().parameterCount();
        return new MethodHandle.Combined(target.type(), args ->
                ((Boolean) test.call(Arrays.copyOf(args, count)) ? target : fallback).call(args));
    }

    public static MethodHandle catchException(
            MethodHandle target, Class<? extends Throwable> exType, MethodHandle handler) {
        int count = handler.type().parameterCount() - 1;
        return new MethodHandle.Combined(target.type(), args -> {
            try {
                return target.call(args);
            } catch (Throwable thrown) {
                if (!exType.isInstance(thrown)) {
                    throw thrown;
                }
                return handler.call(spliced(Arrays.copyOf(args, count), 0, 0, thrown));
            }
        });
    }

    public static MethodHandle tryFinally(MethodHandle target, MethodHandle cleanup) {
        boolean gives = target.type().returnType() != void.class;
        int count = cleanup.type().parameterCount() - (gives ? 2 : 1);
        return new MethodHandle.Combined(target.type(), args -> {
            Object result = Conversions.zero(target.type().returnType());
            Throwable thrown = null;
            try {
                result = target.call(args);
            } catch (Throwable t) {
                thrown = t;
            }
            Object[] left = Arrays.copyOf(args, count);
            result = cleanup.call(gives ? spliced(left, 0, 0, thrown, result) : spliced(left, 0, 0, thrown));
            if (thrown != null) {
                throw thrown;
            }
            return result;
        });
    }

    public static MethodHandle arrayConstructor(Class<?> arrayClass) {
        return new MethodHandle.Combined(MethodType.methodType(arrayClass, int.class),
                args -> Array.newInstance(arrayClass.getComponentType(), (Integer) args[0]));
    }

    public static MethodHandle arrayLength(Class<?> arrayClass) {
        return new MethodHandle.Combined(MethodType.methodType(int.class, arrayClass), args -> Array.getLength(args[0]));
    }

    public static MethodHandle arrayElementGetter(Class<?> arrayClass) {
        return new MethodHandle.Combined(MethodType.methodType(arrayClass.getComponentType(), arrayClass, int.class),
                args -> Array.get(args[0], (Integer) args[1]));
    }

    public static MethodHandle arrayElementSetter(Class<?> arrayClass) {
        MethodType type = MethodType.methodType(void.class, arrayClass, int.class, arrayClass.getComponentType());
        return new MethodHandle.Combined(type, args -> {
            Array.set(args[0], (Integer) args[1], args[2]);
            return null;
        });
    }
}
