/** try, catch and finally in every order, and what finally can override. */
public class TryFinally {
    static StringBuilder log = new StringBuilder();

    static int value(int n) {
        try {
            log.append("try ");
            if (n == 0) {
                return 10;
            }
            if (n == 1) {
                throw new IllegalStateException("one");
            }
            if (n == 2) {
                throw new Error("two");
            }
            log.append("end ");
        } catch (IllegalStateException e) {
            log.append("catch ");
            return 20;
        } finally {
            log.append("finally ");
        }
        return 30;
    }

    @SuppressWarnings("finally")
    static int overridden(boolean fail) {
        try {
            if (fail) {
                throw new RuntimeException("lost");
            }
            return 1;
        } finally {
            return 2;
        }
    }

    static int changedTooLate() {
        int x = 5;
        try {
            return x;
        } finally {
            x = 100;
        }
    }

    static int[] changedObject() {
        int[] x = {5};
        try {
            return x;
        } finally {
            x[0] = 100;
        }
    }

    @SuppressWarnings("finally")
    static String replaced() {
        try {
            try {
                throw new RuntimeException("first");
            } finally {
                throw new RuntimeException("second");
            }
        } catch (RuntimeException e) {
            return e.getMessage() + e.getSuppressed().length;
        }
    }

    static void nested(int depth) {
        try {
            log.append('<').append(depth);
            if (depth == 3) {
                throw new IndexOutOfBoundsException("deep");
            }
            nested(depth + 1);
        } catch (IllegalArgumentException e) {
            log.append("wrong");
        } finally {
            log.append(depth).append('>');
        }
    }

    static String loop() {
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            try {
                if (i == 1) {
                    continue;
                }
                if (i == 4) {
                    break;
                }
                seen.append(i);
            } finally {
                seen.append('f');
            }
        }
        return seen.toString();
    }

    public static void main(String[] args) {
        for (int n = 0; n < 4; n++) {
            try {
                log.append(value(n)).append("; ");
            } catch (Error e) {
                log.append(e.getMessage()).append("; ");
            }
        }
        System.out.println(log);
        System.out.println(overridden(true) + " " + overridden(false) + " " + changedTooLate() + " " + changedObject()[0] + " " + replaced());
        log.setLength(0);
        try {
            nested(0);
        } catch (IndexOutOfBoundsException e) {
            log.append(e.getMessage());
        }
        System.out.println(log);
        System.out.println(loop());
        int sum = 0;
        for (int i = 0; i < 3000; i++) {
            try {
                if (i % 3 == 0) {
                    throw new Exception();
                }
                sum++;
            } catch (Exception e) {
                sum += 100;
            } finally {
                sum += 1000;
            }
        }
        System.out.println(sum);
    }
}
