/** A StackOverflowError is caught, and the program lives on, several times over. */
public class StackOverflow {
    static int depth;
    static int finallys;

    static int endless(int n) {
        depth++;
        return endless(n + 1) + 1;
    }

    static long wide(long a, double b, String c, Object d) {
        depth++;
        return wide(a + 1, b * 2, c, d) + 1;
    }

    static void withFinally() {
        try {
            withFinally();
        } finally {
            finallys = 1;
        }
    }

    static class Node {
        Node next = this;

        @Override
        public String toString() {
            return "n" + next;
        }
    }

    static int sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }

    public static void main(String[] args) throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            depth = 0;
            try {
                endless(0);
            } catch (StackOverflowError e) {
                System.out.println(e.getClass().getName() + " " + (e.getMessage() == null) + " deep " + (depth > 1000));
            }
        }
        try {
            wide(1, 2, "c", null);
        } catch (StackOverflowError e) {
            System.out.println("wide");
        }
        try {
            withFinally();
        } catch (StackOverflowError e) {
            System.out.println("finally " + finallys);
        }
        try {
            System.out.println(new Node().toString().length());
        } catch (StackOverflowError e) {
            System.out.println("toString");
        }
        Thread thread = new Thread(() -> {
            try {
                endless(0);
            } catch (StackOverflowError e) {
                System.out.println("in a thread, " + sum(100));
            }
        });
        thread.start();
        thread.join();
        System.out.println(sum(1000));
    }
}
