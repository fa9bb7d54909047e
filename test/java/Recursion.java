/** Recursion: Ackermann, mutual recursion, greatest common divisor, hanoi with a log. */
public class Recursion {
    static int calls;

    static int ackermann(int m, int n) {
        calls++;
        return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
    }

    static boolean even(int n) {
        return n == 0 || odd(n - 1);
    }

    static boolean odd(int n) {
        return n != 0 && even(n - 1);
    }

    static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    static void hanoi(int n, char from, char to, char over, StringBuilder log) {
        if (n == 0) {
            return;
        }
        hanoi(n - 1, from, over, to, log);
        log.append(from).append(to).append(' ');
        hanoi(n - 1, over, to, from, log);
    }

    static double power(double x, int n) {
        if (n < 0) {
            return 1 / power(x, -n);
        }
        if (n == 0) {
            return 1;
        }
        double half = power(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }

    static String reverse(String s) {
        return s.isEmpty() ? s : reverse(s.substring(1)) + s.charAt(0);
    }

    public static void main(String[] args) {
        System.out.println(ackermann(2, 9) + " " + ackermann(3, 4) + " " + calls);
        System.out.println(even(1000) + " " + odd(777) + " " + odd(778));
        System.out.println(gcd(1071, 462) + " " + gcd(9007199254740991L * 3, 6));
        StringBuilder log = new StringBuilder();
        hanoi(5, 'a', 'c', 'b', log);
        System.out.println(log);
        System.out.println(power(1.1, 100) + " " + power(2, -10) + " " + power(-3, 7));
        System.out.println(reverse("a man a plan a canal"));
    }
}
