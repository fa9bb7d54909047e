/** Each thread has its own value of a ThreadLocal. */
public class ThreadLocals {
    static final ThreadLocal<StringBuilder> LOG = ThreadLocal.withInitial(() -> new StringBuilder("log "));
    static final ThreadLocal<Integer> PLAIN = new ThreadLocal<>();
    static final ThreadLocal<int[]> OVERRIDDEN = new ThreadLocal<>() {
        @Override
        protected int[] initialValue() {
            return new int[] {100};
        }
    };

    public static void main(String[] args) throws InterruptedException {
        String[] results = new String[4];
        Thread[] threads = new Thread[4];
        for (int i = 0; i < 4; i++) {
            int n = i;
            threads[i] = new Thread(() -> {
                for (int k = 0; k < 5; k++) {
                    LOG.get().append(n * k).append(',');
                    OVERRIDDEN.get()[0] += n;
                    Thread.yield();
                }
                PLAIN.set(n);
                results[n] = LOG.get() + " " + OVERRIDDEN.get()[0] + " " + PLAIN.get();
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (String result : results) {
            System.out.println(result);
        }
        System.out.println(LOG.get() + "| " + PLAIN.get() + " " + OVERRIDDEN.get()[0]);
        PLAIN.set(5);
        OVERRIDDEN.set(null);
        System.out.println(PLAIN.get() + " " + OVERRIDDEN.get());
        PLAIN.remove();
        OVERRIDDEN.remove();
        System.out.println(PLAIN.get() + " " + OVERRIDDEN.get()[0]);
    }
}
