/** What classes say of themselves. */
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

public class ClassQuestions {
    interface Marker {}

    abstract static class Base implements Marker, Comparable<Base> {}

    static final class Leaf extends Base {
        @Override
        public int compareTo(Base o) {
            return 0;
        }
    }

    enum Kind { PLAIN, FANCY { } }

    record Pair(int a, int b) {}

    @interface Note {}

    private static void show(Class<?> c) {
        System.out.println(c + " " + c.getName() + " " + c.getSimpleName() + " " + c.getCanonicalName() + " " + c.getTypeName() + " " + c.getModifiers() + " " + c.isInterface() + c.isArray() + c.isPrimitive() + c.isEnum() + c.isRecord() + c.isAnnotation()
                + " " + c.getSuperclass() + " " + Arrays.toString(c.getInterfaces()) + " " + c.getDeclaringClass() + " " + c.getPackageName());
    }

    public static void main(String[] args) throws Exception {
        for (Class<?> c : new Class<?>[] {Leaf.class, Base.class, Marker.class, Kind.class, Pair.class, Note.class, int.class, int[].class, String[][].class, Leaf[].class, Map.Entry.class, Object.class, Thread.State.class, void.class}) {
            show(c);
        }
        Object anonymous = new Object() { };
        Runnable lambda = () -> { };
        class Local {}
        System.out.println(anonymous.getClass().getName() + " [" + anonymous.getClass().getSimpleName() + "] " + anonymous.getClass().getCanonicalName() + " " + new Local().getClass().getName() + " " + new Local().getClass().getCanonicalName() + " " + anonymous.getClass().getEnclosingClass().getSimpleName() + " " + lambda.getClass().isSynthetic() + " " + Kind.FANCY.getClass().getSuperclass().getSimpleName() + Kind.FANCY.getDeclaringClass().getSimpleName());
        System.out.println(Base.class.isAssignableFrom(Leaf.class) + " " + Leaf.class.isAssignableFrom(Base.class) + " " + Object.class.isAssignableFrom(int[].class) + " " + Serializable.class.isAssignableFrom(int[].class) + " " + Cloneable.class.isInstance(new int[0]) + " " + int.class.isAssignableFrom(int.class) + " " + Object[].class.isAssignableFrom(String[].class) + " " + Number.class.isInstance(5) + " " + int.class.isInstance(5) + " " + String.class.isInstance(null));
        System.out.println(Class.forName("ClassQuestions$Leaf") == Leaf.class);
        System.out.println(Class.forName("[I") + " " + Class.forName("[[Ljava.lang.String;").getComponentType() + " " + Class.forName("java.util.ArrayList").getSuperclass().equals(AbstractList.class));
        for (String name : new String[] {"no.such.Class", "int", "ClassQuestions.Leaf", "[Lint;", ""}) {
            try {
                System.out.println(Class.forName(name));
            } catch (ClassNotFoundException e) {
                System.out.println("not found: " + e.getMessage());
            }
        }
        System.out.println(List.class.cast(new ArrayList<>()) + " " + Integer.class.asSubclass(Number.class).getSimpleName());
        try {
            String.class.cast(5);
        } catch (ClassCastException e) {
            System.out.println(e.getMessage());
        }
        try {
            String.class.asSubclass(Number.class);
        } catch (ClassCastException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(Arrays.toString(Kind.class.getEnumConstants()) + " " + Leaf.class.getEnumConstants() + " " + Leaf.class.hashCode() * 0 + " " + Leaf.class.equals(Base.class) + " " + (new int[0].getClass() == int[].class) + " " + (Integer.TYPE == int.class) + " " + Void.TYPE);
        System.out.println(Leaf.class.desiredAssertionStatus() + " " + Leaf.class.toString().length() + " " + new Leaf[2].getClass().getComponentType().getSimpleName() + " " + Leaf.class.isMemberClass() + Leaf.class.isLocalClass() + Leaf.class.isAnonymousClass() + " " + ((Object) new int[][] {{1}}).getClass().descriptorString());
    }
}
