import java.util.function.Function;
import java.util.function.Supplier;

/** What NullPointerExceptions say about what was null. */
public class NullMessages {
    static class Node {
        Node next;
        Node[] children;
        int[] numbers;
        int value;
        long wide;
        String text;
        static Node first;
        static Node[][] grid = new Node[3][];

        Node next() {
            return next;
        }

        Node at(int index, String name, Object[] more) {
            return null;
        }

        static Node make(long a, double b, int[][] c) {
            return null;
        }

        Integer boxed() {
            return null;
        }
    }

    interface Shape {
        double area(Shape other);
    }

    Node field;
    static Shape shape;

    interface Attempt {
        void run() throws Throwable;
    }

    static void attempt(Attempt attempt) {
        try {
            attempt.run();
            System.out.println("nothing");
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        } catch (Throwable e) {
            System.out.println(e);
        }
    }

    static void arrays(int[] ints, long[] longs, Object[] objects) {
        attempt(() -> System.out.println(ints[0]));
        attempt(() -> System.out.println(longs[1]));
        attempt(() -> ints[2] = 3);
        attempt(() -> longs[2] = 3L);
        attempt(() -> objects[2] = "x");
        attempt(() -> System.out.println(objects.length));
        attempt(() -> System.out.println(objects[7]));
        byte[] bytes = null;
        boolean[] flags = null;
        char[] chars = null;
        short[] shorts = null;
        float[] floats = null;
        double[] doubles = null;
        attempt(() -> System.out.println(bytes[0]));
        attempt(() -> flags[0] = true);
        attempt(() -> chars[0]++);
        attempt(() -> shorts[0] += 2);
        attempt(() -> floats[0] = 1);
        attempt(() -> doubles[0] = doubles[1]);
        attempt(() -> doubles[0] = 2);
    }

    static void locals(Node parameter, int index, Node again, String text) {
        Node local = null;
        try {
            System.out.println(local.value);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(parameter.next.next.value);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            parameter.next.value = 4;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            parameter.next.wide = 4;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            again.next = local;
            again = local;
            again.next = local;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(text.length());
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            parameter.children[index].children[index + 1].value++;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        parameter.children = new Node[5];
        try {
            parameter.children[index].value++;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            parameter.children[index + 1].value++;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            parameter.children[parameter.value].value++;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        parameter.numbers = new int[] {3};
        try {
            parameter.children[parameter.numbers[0]].value++;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            parameter.children[-(-1)].value++;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            parameter.children[3].children[100].value++;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            (index > 0 ? parameter.next : local).value++;
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        while (parameter != null) {
            try {
                System.out.println(parameter.next.value);
            } catch (NullPointerException e) {
                System.out.println(e.getMessage());
            }
            parameter = parameter.next;
        }
    }

    static void statics() {
        attempt(() -> System.out.println(Node.first.value));
        attempt(() -> System.out.println(Node.grid[2][1]));
        attempt(() -> System.out.println(Node.grid[2][1].value));
        attempt(() -> Node.grid[1000 % 3][1] = null);
        attempt(() -> System.out.println(shape.area(null)));
        attempt(() -> Node.first.next().next());
        attempt(() -> new Node().next().next());
        attempt(() -> new Node().at(1, "", null).next());
        attempt(() -> Node.make(1, 2, null).next());
        attempt(() -> Node.make(1, 2, null).children[3] = null);
        attempt(() -> { int i = new Node().boxed(); });
        attempt(() -> new Node().next.next.next.next.next.next.next.next());
        attempt(() -> ((String) (Object) new Node().text).isEmpty());
        attempt(() -> ((Object) null).hashCode());
        attempt(() -> ((String) null).length());
        attempt(() -> { throw null; });
        attempt(() -> { throw (RuntimeException) (Object) new Node().next; });
        attempt(() -> { synchronized (Node.first) { Node.first = null; } });
        attempt(() -> { int[] none = null; none.clone(); });
        attempt(() -> { switch (Node.first.text) { case "a": break; default: } });
        attempt(() -> { String s = null; switch (s) { case "a": break; default: } });
        attempt(() -> { for (String s : (Iterable<String>) null) { System.out.println(s); } });
        attempt(() -> { Thread.State state = null; switch (state) { case NEW: break; default: } });
    }

    void instance() {
        try {
            System.out.println(field.value);
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(this.field.children[2].text.length());
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
        class Inner {
            void go() {
                System.out.println(field.next.text);
            }
        }
        attempt(() -> new Inner().go());
    }

    static void others() {
        Function<String, Integer> length = String::length;
        attempt(() -> length.apply(null));
        String none = null;
        attempt(() -> { Supplier<Integer> bound = none::length; });
        attempt(() -> java.util.Objects.requireNonNull(null));
        attempt(() -> java.util.Objects.requireNonNull(null, "given"));
        attempt(() -> { throw new NullPointerException(); });
        attempt(() -> { throw new NullPointerException("own"); });
        attempt(() -> System.arraycopy(null, 0, null, 0, 1));
        NullPointerException made = new NullPointerException();
        System.out.println(made.getMessage() + " " + made);
        try {
            Node.first.value = 3;
        } catch (NullPointerException e) {
            System.out.println(e);
            System.out.println(e.getLocalizedMessage());
        }
    }

    static void wide(long a, Node b, double c, Node d, int e) {
        try {
            d.value = e;
        } catch (NullPointerException x) {
            System.out.println(x.getMessage());
        }
        try {
            b.children[e].value = e;
        } catch (NullPointerException x) {
            System.out.println(x.getMessage());
        }
        e++;
        Node[] nodes = new Node[9];
        try {
            nodes[e].value = e;
        } catch (NullPointerException x) {
            System.out.println(x.getMessage());
        }
        Node[][][] deep = {{{null}}};
        int i = 0;
        try {
            deep[i][0][i].value = e;
        } catch (NullPointerException x) {
            System.out.println(x.getMessage());
        }
    }

    public static void main(String[] args) {
        arrays(null, null, null);
        locals(new Node(), 2, new Node(), null);
        statics();
        new NullMessages().instance();
        others();
        wide(1, null, 2, null, 3);
    }
}
