/** The messages of exceptions that the machine itself throws. */
public class RuntimeMessages {
    interface Action {
        void run() throws Throwable;
    }

    static void attempt(Action action) {
        try {
            action.run();
            System.out.println("fine");
        } catch (Throwable e) {
            System.out.println(e);
        }
    }

    static class Animal { }

    static class Dog extends Animal { }

    public static void main(String[] args) {
        int[] three = new int[3];
        String[] strings = new String[2];
        Object[] objects = strings;
        long zero = args.length;
        attempt(() -> three[3] = 1);
        attempt(() -> System.out.println(three[-7]));
        attempt(() -> System.out.println(strings[2]));
        attempt(() -> objects[0] = new Dog());
        attempt(() -> System.out.println(7 % (int) zero));
        attempt(() -> System.out.println(7L / zero));
        attempt(() -> System.out.println(7.0 / zero));
        attempt(() -> System.out.println(new int[(int) zero - 5].length));
        attempt(() -> System.out.println(new long[2][(int) zero - 1].length));
        attempt(() -> System.out.println("abc".charAt(5)));
        attempt(() -> System.out.println("abc".substring(2, 1)));
        attempt(() -> System.out.println("abc".substring(-1)));
        attempt(() -> new java.util.ArrayList<String>().get(0));
        attempt(() -> new java.util.LinkedList<String>().getFirst());
        attempt(() -> new java.util.ArrayDeque<String>().removeFirst());
        attempt(() -> new java.util.ArrayList<String>().iterator().next());
        attempt(() -> new java.util.ArrayList<String>(-1));
        attempt(() -> new java.util.HashMap<String, String>(-1));
        attempt(() -> java.util.Objects.requireNonNull(null, "must be there"));
        attempt(() -> java.util.Objects.requireNonNull(null));
        attempt(() -> java.util.Objects.checkIndex(5, 3));
        attempt(() -> Integer.parseInt("five"));
        attempt(() -> Integer.valueOf(""));
        attempt(() -> Thread.State.valueOf("SLEEPY"));
        attempt(() -> new Object().wait());
        attempt(() -> new Object().notify());
        attempt(() -> Thread.sleep(-1));
        attempt(() -> {
            Thread thread = new Thread(() -> { });
            thread.start();
            thread.start();
        });
        attempt(() -> Class.forName("Missing"));
        attempt(() -> {
            throw new Throwable("direct");
        });
        attempt(() -> {
            assert zero == 5 : "not enabled";
        });
    }
}
