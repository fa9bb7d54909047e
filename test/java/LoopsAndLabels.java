/** Loops, labels, break and continue, conditional operators. */
public class LoopsAndLabels {
    public static void main(String[] args) {
        outer:
        for (int i = 2; i < 60; i++) {
            for (int k = 2; k * k <= i; k++) {
                if (i % k == 0) {
                    continue outer;
                }
            }
            System.out.print(i + " ");
        }
        System.out.println();
        int found = -1;
        search:
        {
            for (int x = 0; x < 50; x++) {
                for (int y = 0; y < 50; y++) {
                    if (x * x + y * y == 1025 && x > y) {
                        found = x * 100 + y;
                        break search;
                    }
                }
            }
            System.out.println("not reached");
        }
        System.out.println(found);
        int n = 27;
        int steps = 0;
        do {
            n = n % 2 == 0 ? n / 2 : 3 * n + 1;
            steps++;
        } while (n != 1);
        System.out.println(steps);
        int a = 0;
        int b = 10;
        for (; ; ) {
            if (a++ >= b--) {
                break;
            }
        }
        System.out.println(a + " " + b);
        boolean p = a > 3 && b++ > 0 || b++ > 100;
        boolean q = a < 3 & b++ > 0 | b++ > 100;
        System.out.println(p + " " + q + " " + b);
        for (int i = 0, j = 100; i < j; i += 7, j -= 3) {
            System.out.print(i + ":" + j + " ");
        }
        System.out.println();
        int grade = 73;
        System.out.println(grade > 90 ? "A" : grade > 80 ? "B" : grade > 70 ? "C" : "D");
        long big = 0;
        for (long l = Integer.MAX_VALUE - 2L; l < Integer.MAX_VALUE + 3L; l++) {
            big += l;
        }
        System.out.println(big);
        int count = 0;
        for (byte i = 0; i >= 0; i++) {
            count++;
        }
        System.out.println(count);
    }
}
