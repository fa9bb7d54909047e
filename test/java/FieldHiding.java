/** Fields are hidden, not overridden; static methods too; overloads are chosen at compile time. */
public class FieldHiding {
    static class A {
        String name = "A";
        static String kind = "kind of A";
        int n = 1;

        String name() {
            return name;
        }

        static String of() {
            return "static A";
        }
    }

    static class B extends A {
        String name = "B";
        static String kind = "kind of B";
        long n = 2;

        @Override
        String name() {
            return name + super.name + ((A) this).name + super.name() + n + super.n;
        }

        static String of() {
            return "static B";
        }
    }

    interface HasName {
        String NAME = "constant";
    }

    static class C extends B implements HasName {
        String get() {
            return NAME + name + kind + A.kind;
        }
    }

    static String pick(Object o) {
        return "object";
    }

    static String pick(A a) {
        return "A";
    }

    static String pick(B b) {
        return "B";
    }

    public static void main(String[] args) {
        B b = new B();
        A a = b;
        System.out.println(a.name + b.name + a.name() + ((A) b).name);
        System.out.println(A.kind + B.kind + C.kind + A.of() + B.of() + C.of());
        System.out.println(new C().get());
        System.out.println(pick(a) + pick(b) + pick((Object) b) + pick(new C()) + pick((A) null));
        a.n = 50;
        b.n = 60;
        System.out.println(a.n + " " + b.n + " " + ((A) b).n);
    }
}
