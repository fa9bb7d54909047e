/** Custom exceptions, precise rethrow, multi-catch, generic throws. */
public class RethrowAndCustom {
    static class Insufficient extends Exception {
        final int missing;

        Insufficient(int missing) {
            super("missing " + missing);
            this.missing = missing;
        }
    }

    static class Frozen extends RuntimeException { }

    static class VeryFrozen extends Frozen {
        @Override
        public String getMessage() {
            return "very";
        }
    }

    static void withdraw(int balance, int amount) throws Insufficient {
        if (amount < 0) {
            throw new Frozen();
        }
        if (amount == 0) {
            throw new VeryFrozen();
        }
        if (amount > balance) {
            throw new Insufficient(amount - balance);
        }
    }

    static void rethrow(int amount) throws Insufficient {
        try {
            withdraw(100, amount);
        } catch (final Exception e) {
            System.out.println("passing on " + e);
            throw e;
        }
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> void sneak(Throwable t) throws T {
        throw (T) t;
    }

    public static void main(String[] args) {
        for (int amount : new int[] {50, 150, -1, 0}) {
            try {
                rethrow(amount);
                System.out.println("fine");
            } catch (Insufficient e) {
                System.out.println(e.getMessage() + " " + e.missing);
            } catch (VeryFrozen e) {
                System.out.println("VeryFrozen " + e.getMessage());
            } catch (Frozen e) {
                System.out.println("Frozen " + e.getMessage());
            }
        }
        for (int i = 0; i < 3; i++) {
            try {
                switch (i) {
                    case 0 -> throw new ArithmeticException("a");
                    case 1 -> throw new ClassCastException("c");
                    default -> throw new IllegalStateException("i");
                }
            } catch (ArithmeticException | ClassCastException e) {
                System.out.println("either " + e.getMessage());
            } catch (RuntimeException e) {
                System.out.println("or " + e.getMessage());
            }
        }
        try {
            RethrowAndCustom.<RuntimeException>sneak(new Exception("checked, but who knows"));
        } catch (Exception e) {
            System.out.println(e.getMessage());
        }
        try {
            RuntimeException none = null;
            throw none;
        } catch (NullPointerException e) {
            System.out.println("thrown null");
        }
        RuntimeException one = new RuntimeException("one");
        try {
            try {
                throw one;
            } catch (RuntimeException e) {
                throw e;
            }
        } catch (RuntimeException e) {
            System.out.println(e == one);
        }
    }
}
