package java.lang;

import java.io.Serializable;
import java.lang.invoke.TypeDescriptor;
import java.lang.reflect.Constructor;

/** A class at run time. There is no reflection beyond what stands here: no fields, methods or annotations. */
public final class Class<T> implements Serializable, TypeDescriptor.OfField<Class<?>> {
    private static final int ENUM = 0x4000;
    private static final int ANNOTATION = 0x2000;
    private static final int SYNTHETIC = 0x1000;

    // The machine reads and writes these by name.
    private int vmClassId;
    private int vmState;
    private Object vmInitThread;
    private Object[] vmResolved;
    private Object[] vmSpun;
    private String vmName;
    private int vmBlob;
    private Throwable vmInitError;
    private long[] vmStaticWords;
    private Object[] vmStaticRefs;

    private Class() {}

    public static Class<?> forName(String className) throws ClassNotFoundException {
        return forName0(className, true);
    }

    @Deprecated(since = "9")
    @SuppressWarnings("unchecked")
    public T newInstance() throws InstantiationException, IllegalAccessException {
        return (T) newInstance0();
    }

    public native boolean isInstance(Object object);

    public native boolean isAssignableFrom(Class<?> other);

    public native boolean isInterface();

    @Override
    public native boolean isArray();

    @Override
    public native boolean isPrimitive();

    public native Class<? super T> getSuperclass();

    public native Class<?> getComponentType();

    public native int getModifiers();

    public native boolean isRecord();

    public boolean isAnnotation() {
        return (getModifiers() & ANNOTATION) != 0;
    }

    public boolean isSynthetic() {
        return (getModifiers() & SYNTHETIC) != 0;
    }

    public boolean isEnum() {
        return (getModifiers() & ENUM) != 0 && (Class<?>) getSuperclass() == Enum.class;
    }

    public boolean isSealed() {
        return permitted0() != null;
    }

    public Class<?>[] getPermittedSubclasses() {
        return permitted0();
    }

    /** This class itself where it is no member of another's nest. */
    public Class<?> getNestHost() {
        Class<?> host = nestHost0();
        return host == null ? this : host;
    }

    public boolean isNestmateOf(Class<?> other) {
        return getNestHost() == other.getNestHost();
    }

    public boolean isHidden() {
        return getName().indexOf('/') >= 0;
    }

    public String getName() {
        String name = vmName;
        return name != null ? name : name0();
    }

    public Class<?>[] getInterfaces() {
        return interfaces0();
    }

    @Override
    public Class<?> componentType() {
        return getComponentType();
    }

    public String getPackageName() {
        if (isPrimitive()) {
            return "java.lang";
        }
        if (isArray()) {
            return getComponentType().getPackageName();
        }
        String name = getName();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    public String getSimpleName() {
        if (isArray()) {
            return getComponentType().getSimpleName() + "[]";
        }
        String inner = simpleName0();
        if (inner != null) {
            return inner;
        }
        String name = getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    public String getTypeName() {
        return isArray() ? getComponentType().getTypeName() + "[]" : getName();
    }

    public String getCanonicalName() {
        if (isArray()) {
            String component = getComponentType().getCanonicalName();
            return component == null ? null : component + "[]";
        }
        if (isHidden() || isAnonymousClass() || isLocalClass()) {
            return null;
        }
        Class<?> enclosing = getDeclaringClass();
        if (enclosing == null) {
            return getName();
        }
        String outer = enclosing.getCanonicalName();
        return outer == null ? null : outer + "." + getSimpleName();
    }

    public Class<?> getEnclosingClass() {
        return enclosing0();
    }

    public Class<?> getDeclaringClass() {
        return isMemberClass() ? enclosing0() : null;
    }

    public boolean isAnonymousClass() {
        return enclosing0() != null && simpleName0().isEmpty();
    }

    public boolean isLocalClass() {
        Class<?> enclosing = enclosing0();
        return enclosing != null && !simpleName0().isEmpty() && isNumbered(enclosing);
    }

    public boolean isMemberClass() {
        Class<?> enclosing = enclosing0();
        return enclosing != null && !simpleName0().isEmpty() && !isNumbered(enclosing);
    }

    /** The binary name of a local class has a digit after that of its enclosing class and the dollar sign (JLS 13.1). */
    private boolean isNumbered(Class<?> enclosing) {
        String name = getName();
        int at = enclosing.getName().length() + 1;
        return at < name.length() && Character.isDigit(name.charAt(at));
    }

    @SuppressWarnings("unchecked")
    public T[] getEnumConstants() {
        return isEnum() ? (T[]) enumConstants0() : null;
    }

    @SuppressWarnings("unchecked")
    public T cast(Object object) {
        if (object != null && !isInstance(object)) {
            throw new ClassCastException("Cannot cast " + object.getClass().getName() + " to " + getName());
        }
        return (T) object;
    }

    @SuppressWarnings("unchecked")
    public <U> Class<? extends U> asSubclass(Class<U> parent) {
        if (!parent.isAssignableFrom(this)) {
            throw new ClassCastException(this.toString());
        }
        return (Class<? extends U>) this;
    }

    public boolean desiredAssertionStatus() {
        return assertionStatus0();
    }

    @Override
    public Class<?> arrayType() {
        return arrayType0();
    }

    @Override
    public String descriptorString() {
        if (isArray()) {
            return "[" + getComponentType().descriptorString();
        }
        if (!isPrimitive()) {
            return "L" + getName().replace('.', '/') + ";";
        }
        String[] names = {"boolean", "char", "float", "double", "byte", "short", "int", "long", "void"};
        int kind = 0;
        while (!names[kind].equals(getName())) {
            kind++;
        }
        return "ZCFDBSIJV".substring(kind, kind + 1);
    }

    @Override
    public String toString() {
        return (isInterface() ? "interface " : isPrimitive() ? "" : "class ") + getName();
    }

    private native String name0();

    private native Class<?>[] interfaces0();

    private native String simpleName0();

    private native Class<?> enclosing0();

    private native Object newInstance0() throws InstantiationException, IllegalAccessException;

    private native Object[] enumConstants0();

    private native boolean assertionStatus0();

    private native Class<?> arrayType0();

    private native Class<?>[] permitted0();

    private native Class<?> nestHost0();

    private static native Class<?> forName0(String name, boolean initialize) throws ClassNotFoundException;

    /** 4 boolean, 5 char, 6 float, 7 double, 8 byte, 9 short, 10 int, 11 long, 12 void. */
    static native Class<?> primitive0(int kind);

    /** Only the constructor without parameters can be had. */
    public Constructor<T> getDeclaredConstructor(Class<?>... parameterTypes) throws NoSuchMethodException {
        if (parameterTypes != null && parameterTypes.length > 0 || !hasConstructor0()) {
            throw new NoSuchMethodException(getName() + ".<init>(" + namesOf(parameterTypes) + ")");
        }
        return new Constructor<>(this);
    }

    private native boolean hasConstructor0();

    public Constructor<T> getConstructor(Class<?>... parameterTypes) throws NoSuchMethodException {
        return getDeclaredConstructor(parameterTypes);
    }

    private static String namesOf(Class<?>[] types) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; types != null && i < types.length; i++) {
            names.append(i == 0 ? "" : ",").append(types[i] == null ? "null" : types[i].getName());
        }
        return names.toString();
    }

    /** Null for the classes of the library. */
    public ClassLoader getClassLoader() {
        Class<?> innermost = this;
        while (innermost.isArray()) {
            innermost = innermost.getComponentType();
        }
        String name = innermost.getName();
        boolean ofLibrary = innermost.isPrimitive() || name.startsWith("java.") || name.startsWith("dormouse.");
        return ofLibrary ? null : ClassLoader.getSystemClassLoader();
    }

    public static Class<?> forName(String name, boolean initialize, ClassLoader loader) throws ClassNotFoundException {
        Class<?> found = forName0(name, initialize);
        if (found == null) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }
}
