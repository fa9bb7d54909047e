import java.util.*;
import java.io.Serializable;

/** What classes of all kinds say of themselves. */
public class ClassDescriptions {
    class Inner {
        class Deep {
        }
    }

    static class Nested<T> {
    }

    interface If {
    }

    @interface An {
    }

    enum E {
        A {
        }, B
    }

    record R(int x) {
    }

    sealed interface S permits S1 {
    }

    record S1() implements S {
    }

    static void p(Object o) {
        System.out.println(o);
    }

    static void c(Class<?> c) {
        p(c.getName() + " | " + c.getSimpleName() + " | " + c.getTypeName() + " | " + c.getCanonicalName() + " | "
                + c + " | " + c.isArray() + c.isPrimitive() + c.isInterface() + c.isEnum() + c.isRecord()
                + c.isAnnotation() + c.isAnonymousClass() + c.isLocalClass() + c.isMemberClass() + c.isSynthetic()
                + c.isHidden() + c.isSealed() + " | " + c.getModifiers() + " | " + c.getSuperclass() + " | "
                + Arrays.toString(c.getInterfaces()) + " | " + c.getComponentType() + " | " + c.getPackageName()
                + " | " + c.getDeclaringClass() + " | " + c.getEnclosingClass() + " | " + c.getNestHost() + " | "
                + c.descriptorString() + " | " + (c == void.class ? "none":c.arrayType()) + " | "
                + c.desiredAssertionStatus() + " "
                + (c.getEnumConstants() == null ? null:Arrays.toString(c.getEnumConstants())));
    }

    public static void main(String[] a) throws Exception {
        Object anon = new Object() {
        };
        class Loc {
            class LI {
            }
        }
        for (Class<?> k : new Class<?>[]{ClassDescriptions.class, Inner.class, Inner.Deep.class, Nested.class,
                If.class, An.class, E.class, E.A.getClass(), R.class, S.class, S1.class,
                int.class, void.class, int[].class, int[][].class, String.class,
                String[].class, Object.class, Object[][].class, Inner[].class, anon.getClass(),
                Loc.class, Loc.LI.class, new Loc[0].getClass(), Map.Entry.class, Integer.class,
                Runnable.class, ArrayList.class, HashMap.class, boolean.class, Override.class,
                Thread.State.class, Comparable.class, Void.class, Number.class, Cloneable.class,
                Serializable.class, Enum.class, Record.class, char[].class, LinkedHashMap.class,
                TreeMap.class, Throwable.class, RuntimeException.class}) c(k);
        p(Integer.TYPE == int.class);
        p(Void.TYPE);
        p(int[].class == new int[0].getClass());
        p(Class.forName("[I"));
        p(Class.forName("[[Ljava.lang.String;"));
        p(Class.forName("[LClassDescriptions$E;").getComponentType());
        for (String s : new String[]{"int", "[Q", "java/lang/String", "nope.X", "[Lnope;",
                "", "[", "Ljava.lang.String;", "java.lang.string", "ClassDescriptions$Zip",
                "[[[[Z", "reflect1", "[I[", "[java.lang.String;", "java.lang.String[]"}) try {
            p(Class.forName(s));
        } catch (Throwable t) {
            p(t + " " + t.getCause());
        }
        try {
            Class.forName(null);
        } catch (Throwable t) {
            p(t.getClass());
        }
        p(Number.class.isInstance(1));
        p(Number.class.isAssignableFrom(Integer.class));
        p(int.class.isAssignableFrom(Integer.class));
        p(Object.class.isAssignableFrom(int.class));
        p(int.class.isInstance(1));
        p(Object[].class.isInstance(new String[0]));
        p(Object[].class.isInstance(new int[0]));
        p(Object[].class.isAssignableFrom(int[][].class));
        p(Cloneable.class.isInstance(new int[0]));
        p(Serializable[].class.isAssignableFrom(int[][].class));
        p(Object.class.isAssignableFrom(Runnable.class));
        p(Runnable.class.isAssignableFrom(Object.class));
        try {
            Integer.class.cast("x");
        } catch (ClassCastException e) {
            p(e.getMessage());
        }
        p(Integer.class.cast(null));
        p(String.class.cast("q"));
        try {
            ClassDescriptions.class.asSubclass(Runnable.class);
        } catch (ClassCastException e) {
            p(e.getMessage());
        }
        p(ClassDescriptions.class.newInstance().getClass());
        for (Class<?> k : new Class<?>[]{Inner.class, If.class, E.class, int.class, int[].class,
                Abs.class, NoDef.class, Thrower.class, void.class}) try {
            p(k.newInstance());
        } catch (Throwable t) {
            p(t.getClass().getName() + ": " + t.getMessage());
        }
        p(ClassDescriptions.class.getDeclaredConstructor().newInstance().getClass());
        try {
            Thrower.class.getDeclaredConstructor().newInstance();
        } catch (Throwable t) {
            p(t + " <- " + t.getCause());
        }
        try {
            NoDef.class.getDeclaredConstructor();
        } catch (Throwable t) {
            p(t);
        }
        p(ClassDescriptions.class.hashCode() == ClassDescriptions.class.hashCode());
        p(ClassDescriptions.class.getClassLoader() != null);
        p(String.class.getClassLoader());
        p(anon.getClass().getEnclosingClass());
        p(new int[3].getClass().getSuperclass());
        p(Arrays.asList(S.class.getPermittedSubclasses()));
        p(Object.class.isSealed());
        p(java.lang.reflect.Array.newInstance(int.class, 3).getClass());
        p(java.lang.reflect.Array.newInstance(String[].class, 2).getClass());
        p(java.lang.reflect.Array.getLength(new long[4]));
        p(java.lang.reflect.Array.get(new char[]{'x'}, 0));
        java.lang.reflect.Array.set(new int[1], 0, 5);
        try {
            java.lang.reflect.Array.set(new int[1], 0, 5L);
        } catch (Throwable t) {
            p(t);
        }
        try {
            java.lang.reflect.Array.newInstance(void.class, 1);
        } catch (Throwable t) {
            p(t);
        }
        try {
            java.lang.reflect.Array.getLength("x");
        } catch (Throwable t) {
            p(t);
        }
        p(new Object().toString().startsWith("java.lang.Object@"));
        p(new int[0].toString().startsWith("[I@"));
        p(ClassDescriptions.class.isAnnotation());
    }

    static abstract class Abs {
    }

    static class NoDef {
        NoDef(int x) {
        }
    }

    static class Thrower {
        Thrower() throws Exception {
            throw new Exception("ctor");
        }
    }
}
