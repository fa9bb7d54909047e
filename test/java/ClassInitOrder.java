/** When classes are initialised, and what does not initialise them. */
public class ClassInitOrder {
    static int note(String what) {
        System.out.println("  init " + what);
        return what.length();
    }

    static class Super {
        static int s = note("Super");
        static final int CONSTANT = 7;
        static final Integer BOXED = 8;
        static final String TEXT = "constant";

        static void touch() { }
    }

    static class Sub extends Super {
        static int t = note("Sub");

        static void own() { }
    }

    static class ViaInstance {
        static {
            note("ViaInstance");
        }

        {
            note("instance");
        }
    }

    static class ArrayOnly {
        static int x = note("ArrayOnly");
    }

    static class Left {
        static int value = 1 + Right.value;

        static {
            note("Left " + value);
        }
    }

    static class Right {
        static int value = 1 + Left.value;

        static {
            note("Right " + value);
        }
    }

    static class Forward {
        static int a = next();
        static int b = 10;
        static int c = next();

        static int next() {
            return b + 1;
        }
    }

    static class ByName {
        static {
            note("ByName");
        }
    }

    static {
        note("main class");
    }

    public static void main(String[] args) throws Exception {
        System.out.println("start");
        System.out.println(Sub.CONSTANT + Sub.TEXT);
        System.out.println("static of super through sub");
        Sub.touch();
        System.out.println("boxed constant " + Super.BOXED);
        System.out.println("own static");
        Sub.own();
        System.out.println("array");
        ArrayOnly[] array = new ArrayOnly[3];
        System.out.println(array.length + " " + ArrayOnly.class.getSimpleName() + " " + (array[0] instanceof ArrayOnly));
        System.out.println("new");
        new ViaInstance();
        new ViaInstance();
        System.out.println("circle");
        System.out.println(Left.value + " " + Right.value);
        System.out.println("forward " + Forward.a + " " + Forward.b + " " + Forward.c);
        System.out.println("by name");
        Class.forName("ClassInitOrder$ByName");
        Class.forName("ClassInitOrder$ByName");
        System.out.println("end");
    }
}
