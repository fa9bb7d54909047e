/** In which order fields, initialisers and constructors run, and what an overridden method sees too early. */
public class ConstructorOrder {
    static StringBuilder log = new StringBuilder();

    static int note(String what) {
        log.append(what).append(' ');
        return what.length();
    }

    static class Base {
        int a = note("Base.a");

        {
            note("Base{}");
        }

        Base() {
            this(note("Base(argument)"));
            note("Base()");
        }

        Base(int n) {
            note("Base(int)");
            hook();
        }

        void hook() {
            note("Base.hook");
        }
    }

    static class Derived extends Base {
        final String text = "fixed";
        String name = "set";
        int b = note("Derived.b");

        {
            note("Derived{}");
        }

        Derived() {
            note("Derived()");
            hook();
        }

        @Override
        void hook() {
            note("hook:" + name + ":" + b + ":" + text);
        }
    }

    static class Throwing {
        static Throwing escaped;

        Throwing() {
            escaped = this;
            throw new IllegalStateException("half made");
        }
    }

    public static void main(String[] args) {
        new Derived();
        System.out.println(log);
        log.setLength(0);
        new Base(3);
        System.out.println(log);
        try {
            new Throwing();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + (Throwing.escaped != null));
        }
    }
}
