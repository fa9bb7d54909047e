/** Expressions that shuffle the operand stack: longs and doubles in compound assignments of arrays and fields. */
public class StackShapes {
    private long longField = 5;
    private double doubleField = 2.5;
    private static long staticLong = 7;
    private int[] ints = {1, 2, 3};
    private byte small = 127;
    private static int order;

    private static int at(int index) {
        order = order * 10 + index;
        return index;
    }

    private StackShapes self() {
        order = order * 10 + 9;
        return this;
    }

    public static void main(String[] args) {
        StackShapes s = new StackShapes();
        long[] longs = {10, 20, 30};
        double[] doubles = {0.5, 1.5};
        long a = longs[at(1)]++ + ++longs[at(2)] + (longs[0] += 5);
        double b = doubles[1]-- * (doubles[0] *= 4) - --doubles[at(0)];
        System.out.println(a + " " + b + " " + longs[1] + longs[2] + " " + doubles[0] + doubles[1] + " " + order);
        order = 0;
        long c = s.self().longField++ + (s.self().longField *= 3) - --s.longField;
        double d = (s.doubleField += s.doubleField++) + s.self().doubleField--;
        System.out.println(c + " " + d + " " + s.longField + " " + s.doubleField + " " + order);
        staticLong <<= 3;
        staticLong ^= staticLong++ >>> 1;
        System.out.println(staticLong + " " + (staticLong = longs[0] = 4L) + longs[0]);
        s.small++;
        s.small += 200.7;
        s.ints[s.ints[0]] += s.ints[1] *= s.ints[2]++;
        System.out.println(s.small + " " + s.ints[0] + s.ints[1] + s.ints[2]);
        int x = 3;
        x += x++ * 2 + (x = 10) + --x;
        System.out.println(x);
        int y = x-- > 5 && x++ < 100 || x++ > 0 ? x : -x;
        System.out.println(y + " " + (x > 3 ^ y > 3) + " " + (true ? 1 : 2.0) + " " + (false ? 'a' : 98) + " " + (args.length > 0 ? null : 5));
        Integer boxed = 5;
        boxed++;
        boxed += 2;
        Long wide = 3L;
        wide = wide * boxed;
        Character ch = 'a';
        ch++;
        Double real = 1.5;
        real /= 2;
        System.out.println(boxed + " " + wide + " " + ch + " " + real + " " + (boxed == 8) + " " + (boxed > wide) + " " + (char) (ch + 1));
        int[][] grid = new int[2][3];
        grid[at(1)][at(2)] = grid[0][1] = 7;
        grid[1][2] <<= grid[0][1] - 5;
        int[][] jagged = {{1}, {}, {2, 3, 4}, null};
        jagged[2][1] *= jagged[2].length;
        System.out.println(grid[1][2] + " " + jagged[2][1] + " " + jagged[1].length);
        try {
            jagged[3][at(0)] = at(5);
        } catch (NullPointerException e) {
            System.out.println("null row after " + order);
        }
        try {
            int[] none = null;
            none[at(1)] = 1 / (args.length);
        } catch (ArithmeticException e) {
            System.out.println("division first");
        }
        try {
            s.ints[at(7)] += at(8);
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage() + " " + order % 100);
        }
    }
}
