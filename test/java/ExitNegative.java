/** Exit statuses are taken modulo 256. */
public class ExitNegative {
    static int deep(int n) {
        if (n == 0) {
            System.out.println("out");
            System.exit(-1);
        }
        return deep(n - 1) + 1;
    }

    public static void main(String[] args) {
        deep(50);
    }
}
