/** Exact integer arithmetic with its exceptions, floor division, absolute values. */
public class MathExact {
    interface Operation {
        long run();
    }

    static void show(String name, Operation operation) {
        try {
            System.out.println(name + " = " + operation.run());
        } catch (ArithmeticException e) {
            System.out.println(name + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        int big = Integer.MAX_VALUE;
        long huge = Long.MAX_VALUE;
        show("add", () -> Math.addExact(big, 1));
        show("add", () -> Math.addExact(big, -1));
        show("add long", () -> Math.addExact(huge, 1L));
        show("subtract", () -> Math.subtractExact(-big, 2));
        show("subtract long", () -> Math.subtractExact(-huge, 2L));
        show("multiply", () -> Math.multiplyExact(65536, 32768));
        show("multiply", () -> Math.multiplyExact(65536, -32768));
        show("multiply long", () -> Math.multiplyExact(1L << 32, 1L << 31));
        show("multiply long", () -> Math.multiplyExact(3037000499L, 3037000499L));
        show("negate", () -> Math.negateExact(Integer.MIN_VALUE));
        show("increment", () -> Math.incrementExact(big));
        show("decrement", () -> Math.decrementExact(Long.MIN_VALUE));
        show("to int", () -> Math.toIntExact(1L << 31));
        show("to int", () -> Math.toIntExact(-(1L << 31)));
        show("abs", () -> Math.absExact(Integer.MIN_VALUE));
        show("floorDiv by 0", () -> Math.floorDiv(1, 0));
        int[][] pairs = {{7, 3}, {-7, 3}, {7, -3}, {-7, -3}, {0, 5}, {Integer.MIN_VALUE, -1}};
        for (int[] p : pairs) {
            System.out.println(Math.floorDiv(p[0], p[1]) + " " + Math.floorMod(p[0], p[1]) + " " + Math.floorDiv((long) p[0], p[1]) + " "
                    + Math.floorMod((long) p[0], p[1]));
        }
        System.out.println(Math.abs(Integer.MIN_VALUE) + " " + Math.abs(-5L) + " " + Math.abs(-0.0) + " " + Math.abs(-2.5f));
        System.out.println(Math.max(-0.0, 0.0) + " " + Math.min(-0.0, 0.0) + " " + Math.max(Double.NaN, 1) + " " + Math.min(1f, Float.NaN)
                + " " + Math.max(3L, 4L) + " " + Math.multiplyHigh(huge, huge));
    }
}
