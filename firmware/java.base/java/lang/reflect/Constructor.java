package java.lang.reflect;

/** The constructor without parameters of a class: the only one that the device can call by reflection. */
public final class Constructor<T> {
    private final Class<T> owner;

    /** For Class. */
    public Constructor(Class<T> owner) {
        this.owner = owner;
    }

    public Class<T> getDeclaringClass() {
        return owner;
    }

    public String getName() {
        return owner.getName();
    }

    public int getParameterCount() {
        return 0;
    }

    public Class<?>[] getParameterTypes() {
        return new Class<?>[0];
    }

    public void setAccessible(boolean flag) {}

    @SuppressWarnings("deprecation")
    public T newInstance(Object... initargs)
            throws InstantiationException, IllegalAccessException, InvocationTargetException {
        if (initargs != null && initargs.length > 0) {
            throw new IllegalArgumentException("wrong number of arguments");
        }
        try {
            return owner.newInstance();
        } catch (InstantiationException | IllegalAccessException e) {
            throw e;
        } catch (Throwable thrown) {
            throw new InvocationTargetException(thrown);
        }
    }

    @Override
    public String toString() {
        return owner.getName() + "()";
    }
}
