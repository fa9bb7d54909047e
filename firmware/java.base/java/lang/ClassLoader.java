package java.lang;

/** The loader of the program's classes: there is only one, and no program makes others. */
public abstract class ClassLoader {
    private static ClassLoader system;

    protected ClassLoader() {}

    public static synchronized ClassLoader getSystemClassLoader() {
        if (system == null) {
            system = new ClassLoader() {
                @Override
                public String getName() {
                    return "app";
                }
            };
        }
        return system;
    }

    public static ClassLoader getPlatformClassLoader() {
        return null;
    }

    public String getName() {
        return null;
    }

    public final ClassLoader getParent() {
        return null;
    }

    public Class<?> loadClass(String name) throws ClassNotFoundException {
        return Class.forName(name, false, this);
    }

    public void setDefaultAssertionStatus(boolean enabled) {}
}
