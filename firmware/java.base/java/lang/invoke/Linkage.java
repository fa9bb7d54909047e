package java.lang.invoke;

import java.util.HashMap;
import java.util.Map;

/** What the classes that the machine spins for method handles, their calls, and dynamic constants and call sites do there. */
public final class Linkage {
    private static final Map<String, MethodHandle> FOUND = new HashMap<>();

    private Linkage() {}

    public static MethodType type(String descriptor) {
        return MethodType.fromMethodDescriptorString(descriptor, null);
    }

    /** A call of {@code MethodHandle.invokeExact} whose own type is {@code type}. */
    public static Object invokeExact(MethodHandle handle, MethodType type, Object[] arguments) throws Throwable {
        if (!handle.type().equals(type)) {
            throw new WrongMethodTypeException("expected " + handle.type() + " but found " + type);
        }
        return handle.call(arguments);
    }

    public static Object invoke(MethodHandle handle, MethodType type, Object[] arguments) throws Throwable {
        return handle.asType(type).call(arguments);
    }

    public static CallSite callSite(
            MethodHandle bootstrap, Class<?> host, String name, MethodType type, Object[] arguments) throws Throwable {
        Object site = call(bootstrap, host, name, type, arguments);
        if (!(site instanceof CallSite)) {
            throw siteFailure(new ClassCastException("CallSite bootstrap method failed to produce an instance of CallSite"));
        }
        if (!((CallSite) site).type().equals(type)) {
            MethodHandle target = ((CallSite) site).getTarget();
            throw siteFailure(new WrongMethodTypeException(target + " should be of type " + type));
        }
        return (CallSite) site;
    }

    private static Error siteFailure(RuntimeException cause) {
        return new BootstrapMethodError("CallSite bootstrap method initialization exception", cause);
    }

    public static Object call(CallSite site, Object[] arguments) throws Throwable {
        return site.getTarget().call(arguments);
    }

    public static Object constant(
            MethodHandle bootstrap, Class<?> host, String name, Class<?> type, Object[] arguments) throws Throwable {
        return Conversions.convert(call(bootstrap, host, name, type, arguments), Object.class, type);
    }

    private static Object call(MethodHandle bootstrap, Class<?> host, String name, Object type, Object[] arguments)
            throws Throwable {
        Object[] all = new Object[3 + arguments.length];
        all[0] = new MethodHandles.Lookup(host);
        all[1] = name;
        all[2] = type;
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return bootstrap.invokeWithArguments(all);
    }

    /** Throws what another constant failed with, if it did. */
    public static void check(Throwable failure) throws Throwable {
        if (failure != null) {
            throw failure;
        }
    }

    /** The error that stands for what a bootstrap method threw (JVMS 5.4.3.6): errors themselves. */
    public static Throwable bootstrapFailure(Throwable thrown) {
        return thrown instanceof Error
                ? thrown : new BootstrapMethodError("bootstrap method initialization exception", thrown);
    }

    /** The error that stands for a type that a method type names and that is not there. */
    public static Throwable typeFailure(Throwable thrown) {
        if (!(thrown instanceof TypeNotPresentException)) {
            return thrown;
        }
        TypeNotPresentException absent = (TypeNotPresentException) thrown;
        Throwable error = new NoClassDefFoundError(absent.typeName().replace('.', '/'));
        error.initCause(absent.getCause());
        return error;
    }

    /** A handle of a member, by the kinds of JVMS table 4.4.8-A. */
    static MethodHandle find(Class<?> lookup, int kind, Class<?> owner, String name, String descriptor)
            throws ReflectiveOperationException {
        if (owner.isPrimitive() || lookup.isPrimitive()) {
            throw new IllegalArgumentException("not a class: " + owner);
        }
        String key = lookup.getName() + " " + kind + " " + owner.getName() + " " + name + " " + descriptor;
        synchronized (FOUND) {
            MethodHandle known = FOUND.get(key);
            if (known == null) {
                known = (MethodHandle) find0(lookup, kind, owner, name, descriptor, FOUND.size()).newInstance();
                FOUND.put(key, known);
            }
            return known;
        }
    }

    private static native Class<?> find0(
            Class<?> lookup, int kind, Class<?> owner, String name, String descriptor, int number);
}
