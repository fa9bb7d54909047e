/** The slow Fibonacci function: nothing but calls. */
public class Fibonacci {
    static int fib(int n) {
        return n < 2 ? n : fib(n - 1) + fib(n - 2);
    }

    int virtualFib(int n) {
        return n < 2 ? n : virtualFib(n - 1) + virtualFib(n - 2);
    }

    interface Fib {
        long of(int n);
    }

    static class Recursive implements Fib {
        @Override
        public long of(int n) {
            Fib self = this;
            return n < 2 ? n : self.of(n - 1) + self.of(n - 2);
        }
    }

    public static void main(String[] args) {
        System.out.println(fib(24));
        System.out.println(new Fibonacci().virtualFib(20));
        System.out.println(new Recursive().of(20));
    }
}
