/** Static initialisers: order, constants, cycles, failures that stay. */
public class StaticInit {
    static final StringBuilder LOG = new StringBuilder();

    static int log(String text, int value) {
        LOG.append(text).append(' ');
        return value;
    }

    static class Parent {
        static int a = log("Parent.a", 1);
        int b = log("parent.b", 2);

        {
            log("parent-block", 0);
        }

        Parent() {
            log("Parent()", 0);
        }
    }

    static class Child extends Parent {
        static final int CONSTANT = 42;
        static final Integer BOXED = log("Child.BOXED", 43);
        int c = log("child.c", b + 1);

        Child() {
            super();
            log("Child()", 0);
        }

        static {
            log("Child-static", 0);
        }
    }

    static class Lazy {
        static final String COMPILE = "compile" + "time";
        static final String RUN = new String("run");

        static {
            log("Lazy", 0);
        }

        static void touch() {}
    }

    static class Ping {
        static int value = log("Ping", 1) + Pong.value;
    }

    static class Pong {
        static int value = log("Pong", 10) + Ping.value;
    }

    static class Failing {
        static int value = Integer.parseInt("not a number");

        static void use() {}
    }

    static class FailingChild extends Failing {
        static int other = log("never", 1);
    }

    enum Colour {
        RED, GREEN;

        static final int COUNT = log("Colour.COUNT", values().length);

        Colour() {
            log("Colour()", 0);
        }
    }

    interface WithDefault {
        int FIELD = log("WithDefault.FIELD", 1);

        default void m() {}
    }

    interface Plain {
        int FIELD = log("Plain.FIELD", 1);
    }

    static class Implements implements WithDefault, Plain {
        static {
            log("Implements", 0);
        }
    }

    private static void flush(String what) {
        System.out.println(what + ": " + LOG);
        LOG.setLength(0);
    }

    public static void main(String[] args) {
        System.out.println(Child.CONSTANT + Lazy.COMPILE);
        flush("constants");
        Child[] none = new Child[3];
        Class<?> literal = Child.class;
        flush("arrays and literals " + none.length + literal.getSimpleName());
        System.out.println(Child.a);
        flush("inherited field");
        new Child();
        flush("first object");
        new Child();
        flush("second object");
        Lazy.touch();
        flush("method " + Lazy.RUN);
        System.out.println(Ping.value + " " + Pong.value);
        flush("cycle");
        for (int i = 0; i < 2; i++) {
            try {
                Failing.use();
            } catch (ExceptionInInitializerError e) {
                System.out.println("first: " + e.getCause() + " " + e.getMessage());
            } catch (NoClassDefFoundError e) {
                System.out.println("then: " + e.getMessage());
            }
        }
        try {
            System.out.println(FailingChild.other);
        } catch (NoClassDefFoundError e) {
            System.out.println("child: " + e.getMessage());
        }
        System.out.println(Colour.GREEN.ordinal() + " " + Colour.COUNT);
        flush("enum");
        new Implements();
        flush("interfaces");
        System.out.println(Plain.FIELD);
        flush("plain interface");
    }
}
