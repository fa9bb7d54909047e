/** Threads that sleep wake in the order of their times; waiting with a time limit ends. */
public class SleepOrder {
    static final StringBuilder order = new StringBuilder();

    public static void main(String[] args) throws InterruptedException {
        int[] times = {300, 100, 200, 500, 400};
        Thread[] threads = new Thread[times.length];
        for (int i = 0; i < times.length; i++) {
            int millis = times[i];
            threads[i] = new Thread(() -> {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException e) {
                    return;
                }
                synchronized (order) {
                    order.append(millis).append(' ');
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(order);
        long before = System.nanoTime();
        long millisBefore = System.currentTimeMillis();
        Thread.sleep(30);
        Thread.sleep(1, 500000);
        System.out.println((System.nanoTime() - before >= 30_000_000) + " " + (System.currentTimeMillis() - millisBefore >= 29));
        Object monitor = new Object();
        synchronized (monitor) {
            long start = System.nanoTime();
            monitor.wait(20);
            System.out.println("timed out " + (System.nanoTime() - start >= 19_000_000) + " " + Thread.holdsLock(monitor));
        }
        Thread slow = new Thread(() -> {
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
                System.out.println("slow is interrupted");
            }
        });
        slow.start();
        slow.join(20);
        System.out.println(slow.isAlive());
        slow.interrupt();
        slow.join();
        System.out.println(slow.isAlive());
        Thread notifier = new Thread(() -> {
            synchronized (monitor) {
                monitor.notify();
            }
        });
        synchronized (monitor) {
            notifier.start();
            long start = System.nanoTime();
            monitor.wait(100_000);
            System.out.println(System.nanoTime() - start < 90_000_000_000L);
        }
    }
}
