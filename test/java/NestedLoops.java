/** Labels, ternaries, short circuits and loops that a compiler lays out in unusual ways. */
public class NestedLoops {
    private static int calls;

    private static boolean check(boolean value) {
        calls++;
        return value;
    }

    private static String classify(int n) {
        return n < 0 ? "negative" : n == 0 ? "zero" : n < 10 ? n % 2 == 0 ? "even digit" : "odd digit" : "large";
    }

    public static void main(String[] args) {
        int found = 0;
        outer:
        for (int i = 2; ; i++) {
            for (int j = 2; j * j <= i; j++) {
                if (i % j == 0) {
                    continue outer;
                }
            }
            if (++found == 20) {
                System.out.println("prime " + i);
                break;
            }
        }
        for (int n : new int[] {-1, 0, 4, 7, 12}) {
            System.out.print(classify(n) + ", ");
        }
        System.out.println();
        boolean a = check(false) && check(true) || check(true) && !check(false);
        boolean b = check(true) | check(false) & check(true) ^ check(true);
        System.out.println(a + " " + b + " " + calls);
        int i = 0;
        do {
            i += 3;
            if (i == 6) {
                continue;
            }
            if (i > 20) {
                break;
            }
        } while (i != 15);
        block: {
            if (i == 15) {
                break block;
            }
            System.out.println("not reached");
        }
        int x = 0;
        for (int p = 0, q = 10; p < q; p++, q--) {
            x += p * q;
        }
        for (; x > 0; ) {
            x /= 3;
            if (x < 7) {
                break;
            }
        }
        StringBuilder out = new StringBuilder();
        for (char c = 'a'; c <= 'z'; c += 5) {
            out.append(c);
        }
        for (double d = 0; d < 1; d += 0.25) {
            out.append(d).append(' ');
        }
        for (long l = Long.MAX_VALUE - 2; l > 0; l++) {
            out.append('l');
        }
        System.out.println(i + " " + x + " " + out);
        while (true) {
            try {
                if (i++ > 17) {
                    return;
                }
                continue;
            } finally {
                System.out.print("finally" + i + " ");
            }
        }
    }
}
