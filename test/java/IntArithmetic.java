/** Overflow, truncating division, remainder signs and division by zero of int. */
public class IntArithmetic {
    static int max = Integer.MAX_VALUE;
    static int min = Integer.MIN_VALUE;

    public static void main(String[] args) {
        System.out.println(max + 1);
        System.out.println(min - 1);
        System.out.println(max * max);
        System.out.println(min * -1);
        System.out.println(-min);
        System.out.println(min / -1);
        System.out.println(min % -1);
        int[] values = {7, -7, 0, 1, max, min, 123456789};
        int[] divisors = {1, -1, 2, -3, 10, max, min};
        for (int value : values) {
            StringBuilder line = new StringBuilder();
            for (int divisor : divisors) {
                line.append(value / divisor).append(' ').append(value % divisor).append(" | ");
            }
            System.out.println(line);
        }
        for (int value : values) {
            System.out.println((value & 0xff00ff) + " " + (value | 0x1234) + " " + (value ^ -1) + " " + ~value);
        }
        try {
            System.out.println(max / zero());
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
        try {
            System.out.println(max % zero());
        } catch (ArithmeticException e) {
            System.out.println(e);
        }
        int hash = 17;
        for (int i = 0; i < 1000; i++) {
            hash = hash * 31 + (i ^ hash >>> 7) - i / 3;
        }
        System.out.println(hash);
    }

    static int zero() {
        return max - Integer.MAX_VALUE;
    }
}
