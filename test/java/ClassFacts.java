import java.util.*;
/** What classes say of themselves. */
public class ClassFacts {
    static abstract class Abs implements Runnable, Comparable<Abs> { protected Abs(int x) { } }
    public static class Pub { public Pub() { System.out.println("Pub made"); } }
    private static class Priv { private Priv() { System.out.println("Priv made"); } }
    static class NoDefault { NoDefault(int i) { } }
    static class Thrower { Thrower() throws Exception { throw new Exception("checked"); } }
    final static class Fin { }
    protected class Prot { }
    interface Face extends Runnable, Cloneable { default void run() { } }
    @interface Note { }
    enum E { A, B { void f() { } }; void f() { } }
    record R(int x, String y) { }
    sealed interface S permits S1, S2 { }
    record S1() implements S { }
    static final class S2 implements S { }
    static void show(Class<?> c) {
        System.out.println(c + " | " + c.getName() + " | " + c.getSimpleName() + " | " + c.getCanonicalName() + " | " + c.getTypeName() + " | " + Integer.toHexString(c.getModifiers()) + " | " + c.getSuperclass() + " | " + Arrays.toString(c.getInterfaces())
            + " | " + c.isInterface() + c.isEnum() + c.isRecord() + c.isAnnotation() + c.isArray() + c.isPrimitive() + c.isAnonymousClass() + c.isLocalClass() + c.isMemberClass() + c.isSynthetic() + c.isSealed() + " | " + c.getEnclosingClass() + " | " + c.getDeclaringClass() + " | [" + c.getPackageName() + "] " + c.getNestHost() + " | " + c.isNestmateOf(ClassFacts.class));
    }
    static void make(Class<?> c) {
        try { System.out.println("made " + c.newInstance().getClass()); } catch (Throwable e) { System.out.println(e); }
    }
    public static void main(String[] args) throws Exception {
        class Local { }
        Object anon = new Object() { };
        Runnable lambda = () -> { };
        for (Class<?> c : new Class<?>[] {ClassFacts.class, Abs.class, Pub.class, Priv.class, Fin.class, Prot.class, Face.class, Note.class, E.class, E.B.getClass(), R.class, S.class, S1.class, S2.class, Local.class, anon.getClass(), int.class, void.class, Object.class, Runnable.class, Map.Entry.class, Override.class, Thread.State.class}) show(c);
        System.out.println(lambda.getClass().getSimpleName().startsWith("ClassFacts$$Lambda$") + " " + lambda.getClass().isSynthetic() + " " + lambda.getClass().getSuperclass() + Arrays.toString(lambda.getClass().getInterfaces()));
        for (Class<?> c : new Class<?>[] {Abs.class, Pub.class, Priv.class, NoDefault.class, Thrower.class, Fin.class, Prot.class, Face.class, E.class, R.class, int.class, int[].class, void.class, ArrayList.class, Object.class, S1.class, Local.class}) make(c);
        System.out.println(Number.class.isInstance(3) + " " + Number.class.isInstance("x") + " " + Number.class.isInstance(null) + " " + int.class.isInstance(3) + " " + Object[].class.isInstance(new String[0]) + " " + Comparable.class.isInstance(E.A));
        System.out.println(Number.class.isAssignableFrom(Integer.class) + " " + Integer.class.isAssignableFrom(Number.class) + " " + int.class.isAssignableFrom(int.class) + " " + long.class.isAssignableFrom(int.class) + " " + Object.class.isAssignableFrom(int.class) + " " + Object.class.isAssignableFrom(int[].class) + " " + Object.class.isAssignableFrom(Runnable.class) + Runnable.class.isAssignableFrom(Face.class));
        try { Number.class.isAssignableFrom(null); } catch (NullPointerException e) { System.out.println("npe"); }
        System.out.println(Number.class.cast(3) + " " + String.class.cast(null));
        try { String.class.cast(3); } catch (ClassCastException e) { System.out.println(e.getMessage()); }
        try { Integer.class.asSubclass(String.class); } catch (ClassCastException e) { System.out.println(e.getMessage()); }
        System.out.println(Integer.class.asSubclass(Number.class));
        System.out.println(Arrays.toString(E.class.getEnumConstants()) + Arrays.toString(E.B.getClass().getEnumConstants()) + Arrays.toString(String.class.getEnumConstants()));
        System.out.println(E.B.getDeclaringClass() + " " + E.valueOf("A") + " " + E.valueOf("B").ordinal());
        try { E.valueOf("C"); } catch (IllegalArgumentException e) { System.out.println(e.getMessage()); }
        try { Enum.valueOf(E.class, null); } catch (NullPointerException e) { System.out.println(e.getMessage()); }
        System.out.println(int.class == Integer.TYPE); System.out.println(void.class == Void.TYPE);
        System.out.println(int[].class.getComponentType() == int.class);
        System.out.println(new R(3, "z") + " " + new R(3, "z").equals(new R(3, "z")) + " " + new R(3, null).hashCode() + " " + new S1());
        System.out.println(String.class.arrayType() + " " + int.class.arrayType() + " " + String.class.descriptorString() + int[][].class.descriptorString() + int.class.descriptorString());
        System.out.println(ClassFacts.class.getClass());
    }
}
