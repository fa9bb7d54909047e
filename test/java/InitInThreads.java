/** A class is initialised once, by one thread, while the others wait for it. */
public class InitInThreads {
    static int inits;
    static final StringBuffer LOG = new StringBuffer();

    static class Slow {
        static final int[] VALUES = new int[100];
        static int ready;

        static {
            inits++;
            for (int i = 0; i < VALUES.length; i++) {
                VALUES[i] = i * i;
                if (i % 10 == 0) {
                    Thread.yield();
                }
            }
            ready = 1;
        }

        static int sum() {
            int sum = 0;
            for (int value : VALUES) {
                sum += value;
            }
            return sum * ready;
        }
    }

    static class Broken {
        static {
            Thread.yield();
            if (inits > 0) {
                throw new IllegalStateException("broken");
            }
        }

        static void touch() { }
    }

    enum Singleton {
        INSTANCE;

        private int count;

        synchronized int next() {
            return ++count;
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int[] sums = new int[6];
        int[] failures = new int[2];
        Thread[] threads = new Thread[6];
        for (int t = 0; t < threads.length; t++) {
            int me = t;
            threads[t] = new Thread(() -> {
                sums[me] = Slow.sum();
                try {
                    Broken.touch();
                } catch (ExceptionInInitializerError e) {
                    synchronized (failures) {
                        failures[0]++;
                    }
                } catch (NoClassDefFoundError e) {
                    synchronized (failures) {
                        failures[1]++;
                    }
                }
                for (int i = 0; i < 50; i++) {
                    Singleton.INSTANCE.next();
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (int sum : sums) {
            System.out.print(sum + " ");
        }
        System.out.println(inits + " " + failures[0] + " " + failures[1] + " " + Singleton.INSTANCE.next());
    }
}
