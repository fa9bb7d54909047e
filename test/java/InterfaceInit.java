/** Interfaces are initialised by their fields, and with an implementing class only if they have default methods. */
public class InterfaceInit {
    static int note(String what) {
        System.out.println("  init " + what);
        return what.length();
    }

    interface Plain {
        int P = note("Plain");

        void f();
    }

    interface WithDefault {
        int D = note("WithDefault");

        default void g() { }
    }

    interface Lower extends WithDefault {
        int L = note("Lower");
    }

    interface Constants {
        int FIXED = 5;
        int LATE = note("Constants");
    }

    static class Impl implements Plain, Lower {
        static int i = note("Impl");

        @Override
        public void f() { }
    }

    static class Child extends Impl implements Constants {
        static int c = note("Child");
    }

    interface WithStatic {
        int S = note("WithStatic");

        static void call() {
            System.out.println("called");
        }
    }

    public static void main(String[] args) {
        System.out.println("constant " + Constants.FIXED);
        System.out.println("new Child");
        new Child();
        System.out.println("Lower.L " + Lower.L);
        System.out.println("Plain.P " + Impl.P);
        System.out.println("Child.LATE " + Child.LATE);
        WithStatic.call();
        Plain lambda = () -> System.out.println("lambda");
        lambda.f();
    }
}
