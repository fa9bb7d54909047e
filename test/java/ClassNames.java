/** What Class objects say about classes of all kinds. */
public class ClassNames {
    static class Nested {
        class Inner { }
    }

    interface Face extends Runnable, Comparable<Face> { }

    abstract static class Abstract implements Face { }

    enum Kind { A { }, B }

    record Rec(int x) { }

    static void show(Class<?> c) {
        Class<?> up = c.getSuperclass();
        Class<?> part = c.getComponentType();
        StringBuilder line = new StringBuilder(c.toString()).append(" | ").append(c.getName()).append(" | ").append(c.getSimpleName());
        line.append(" | ").append(up == null ? "-" : up.getName()).append(" | ").append(part == null ? "-" : part.getName()).append(" |");
        if (!c.getName().startsWith("java.lang.")) {
            for (Class<?> face : c.getInterfaces()) {
                line.append(' ').append(face.getSimpleName());
            }
        }
        line.append(" |").append(c.isInterface() ? " interface" : "").append(c.isArray() ? " array" : "");
        line.append(c.isPrimitive() ? " primitive" : "").append(c.isRecord() ? " record" : "").append(c.isEnum() ? " enum" : "");
        line.append(c.isAnonymousClass() ? " anonymous" : "");
        System.out.println(line);
    }

    public static void main(String[] args) throws ClassNotFoundException {
        class Local { }
        Class<?>[] classes = {Object.class, String.class, int.class, void.class, int[].class, String[][].class, ClassNames.class,
            Nested.class, Nested.Inner.class, Face.class, Abstract.class, Kind.class, Kind.A.getClass(), Kind.B.getClass(), Rec.class,
            Local.class, new Object() { }.getClass(), Runnable.class, Integer.class, boolean[].class, Nested[].class, long.class};
        for (Class<?> c : classes) {
            show(c);
        }
        System.out.println(Class.forName("ClassNames$Nested") == Nested.class);
        System.out.println(Class.forName("java.lang.String") == "".getClass());
        System.out.println(Class.forName("[I") == int[].class);
        System.out.println(Class.forName("[Ljava.lang.String;") == String[].class);
        for (String missing : new String[] {"no.such.Thing", "int", "java/lang/String", "ClassNames.Nested"}) {
            try {
                System.out.println(Class.forName(missing));
            } catch (ClassNotFoundException e) {
                System.out.println("ClassNotFoundException " + e.getMessage());
            }
        }
        System.out.println(Number.class.isAssignableFrom(Integer.class) + " " + Integer.class.isAssignableFrom(Number.class) + " "
                + Object[].class.isAssignableFrom(String[].class) + " " + Object.class.isAssignableFrom(int[].class) + " "
                + Object[].class.isAssignableFrom(int[].class) + " " + long.class.isAssignableFrom(int.class) + " "
                + Runnable.class.isInstance((Runnable) () -> { }) + " " + Face.class.isInstance(null));
        System.out.println(int.class == Integer.TYPE);
        System.out.println(Nested.class.hashCode() == Nested.class.hashCode());
    }
}
