package java.lang.invoke;

import java.util.Arrays;
import java.util.List;

/**
 * Something that can be called: a method, a constructor, a field, or a combination of these. Arguments travel boxed. Handles of members are of
 * classes that the machine spins, which override {@code call}; it also makes the calls of {@code invoke} and {@code invokeExact} out of what is
 * in {@link Linkage}.
 */
public abstract class MethodHandle {
    private final MethodType type;
    private final boolean collects;

    MethodHandle(MethodType type) {
        this(type, false);
    }

    /** Also for the classes that the machine spins. */
    protected MethodHandle(MethodType type, boolean collects) {
        this.type = type;
        this.collects = collects;
    }

    /** Arguments are of the parameters' types, primitive ones boxed; so is the result, null for void. */
    protected abstract Object call(Object[] arguments) throws Throwable;

    public MethodType type() {
        return type;
    }

    /** The machine links each call by its own types. */
    public final native Object invokeExact(Object... args) throws Throwable;

    public final native Object invoke(Object... args) throws Throwable;

    public Object invokeWithArguments(Object... arguments) throws Throwable {
        return asType(MethodType.genericMethodType(arguments.length)).call(arguments);
    }

    public Object invokeWithArguments(List<?> arguments) throws Throwable {
        return invokeWithArguments(arguments.toArray());
    }

    public MethodHandle asType(MethodType newType) {
        if (newType.equals(type())) {
            return this;
        }
        boolean givesArray = newType.parameterCount() == type().parameterCount()
                && type().lastParameterType().isAssignableFrom(newType.lastParameterType());
        MethodHandle source = !collects ? this : givesArray ? asFixedArity() : collected(newType.parameterCount());
        if (newType.equals(source.type())) {
            return source;
        }
        if (!Conversions.possible(newType, source.type())) {
            throw new WrongMethodTypeException("cannot convert " + this + " to " + newType);
        }
        return new Combined(newType, args -> {
            MethodType inner = source.type();
            Object[] converted = new Object[args.length];
            for (int i = 0; i < args.length; i++) {
                converted[i] = Conversions.convert(args[i], newType.parameterType(i), inner.parameterType(i));
            }
            return Conversions.convert(source.call(converted), inner.returnType(), newType.returnType());
        });
    }

    /** A handle with a variable number of arguments, for a call with so many. */
    private MethodHandle collected(int count) {
        int last = type().parameterCount() - 1;
        MethodHandle fixed = asFixedArity();
        return count < last ? fixed : fixed.asCollector(type().lastParameterType(), count - last);
    }

    public MethodHandle bindTo(Object x) {
        Class<?> first = type().parameterCount() == 0 ? void.class : type().parameterType(0);
        if (first.isPrimitive()) {
            throw new IllegalArgumentException("no leading reference parameter");
        }
        return MethodHandles.insertArguments(this, 0, first.cast(x));
    }

    public MethodHandle asSpreader(Class<?> arrayType, int arrayLength) {
        return asSpreader(type().parameterCount() - arrayLength, arrayType, arrayLength);
    }

    public MethodHandle asSpreader(int pos, Class<?> arrayType, int arrayLength) {
        MethodType spread = type().dropParameterTypes(pos, pos + arrayLength).insertParameterTypes(pos, arrayType);
        Class<?> element = arrayType.getComponentType();
        MethodType wide = type();
        for (int i = 0; i < arrayLength; i++) {
            wide = wide.changeParameterType(pos + i, element);
        }
        MethodHandle target = asType(wide);
        return new Combined(spread, args -> {
            Object array = args[pos];
            int length = array == null ? 0 : java.lang.reflect.Array.getLength(array);
            if (length != arrayLength) {
                throw new IllegalArgumentException("array is not of length " + arrayLength);
            }
            Object[] all = new Object[args.length - 1 + arrayLength];
            System.arraycopy(args, 0, all, 0, pos);
            for (int i = 0; i < arrayLength; i++) {
                all[pos + i] = java.lang.reflect.Array.get(array, i);
            }
            System.arraycopy(args, pos + 1, all, pos + arrayLength, args.length - pos - 1);
            return target.call(all);
        });
    }

    public MethodHandle asCollector(Class<?> arrayType, int arrayLength) {
        return asCollector(type().parameterCount() - 1, arrayType, arrayLength);
    }

    public MethodHandle asCollector(int pos, Class<?> arrayType, int arrayLength) {
        Class<?> element = arrayType.getComponentType();
        Class<?>[] elements = new Class<?>[arrayLength];
        Arrays.fill(elements, element);
        MethodType collecting = type().dropParameterTypes(pos, pos + 1).insertParameterTypes(pos, elements);
        return new Combined(collecting, args -> {
            Object array = java.lang.reflect.Array.newInstance(element, arrayLength);
            for (int i = 0; i < arrayLength; i++) {
                java.lang.reflect.Array.set(array, i, args[pos + i]);
            }
            Object[] fewer = new Object[args.length - arrayLength + 1];
            System.arraycopy(args, 0, fewer, 0, pos);
            fewer[pos] = array;
            System.arraycopy(args, pos + arrayLength, fewer, pos + 1, args.length - pos - arrayLength);
            return call(fewer);
        });
    }

    public MethodHandle asVarargsCollector(Class<?> arrayType) {
        return new Combined(type(), true, this::call);
    }

    public MethodHandle withVarargs(boolean makeVarargs) {
        return makeVarargs == collects ? this : makeVarargs ? asVarargsCollector(type().lastParameterType()) : asFixedArity();
    }

    public MethodHandle asFixedArity() {
        return collects ? new Combined(type(), this::call) : this;
    }

    public boolean isVarargsCollector() {
        return collects;
    }

    @Override
    public String toString() {
        return "MethodHandle" + type();
    }

    /** What a combination does with its arguments. */
    interface Body {
        Object call(Object[] arguments) throws Throwable;
    }

    /** A handle made of others. */
    static final class Combined extends MethodHandle {
        private final Body body;

        Combined(MethodType type, Body body) {
            this(type, false, body);
        }

        Combined(MethodType type, boolean collects, Body body) {
            super(type, collects);
            this.body = body;
        }

        @Override
        protected Object call(Object[] arguments) throws Throwable {
            return body.call(arguments);
        }
    }
}
