/** Interrupting threads that sleep, wait, join or work. */
public class Interrupts {
    static final Object LOCK = new Object();
    static boolean ready;

    static void sayReady() {
        synchronized (LOCK) {
            ready = true;
            LOCK.notifyAll();
        }
    }

    static void awaitReady() throws InterruptedException {
        synchronized (LOCK) {
            while (!ready) {
                LOCK.wait();
            }
            ready = false;
        }
    }

    static void run(String name, Runnable body) throws InterruptedException {
        Thread thread = new Thread(body, name);
        thread.start();
        awaitReady();
        thread.interrupt();
        thread.join();
    }

    public static void main(String[] args) throws InterruptedException {
        run("sleeper", () -> {
            sayReady();
            try {
                Thread.sleep(1_000_000);
                System.out.println("slept");
            } catch (InterruptedException e) {
                System.out.println(e.getMessage() + " " + Thread.currentThread().isInterrupted());
            }
        });
        Object monitor = new Object();
        run("waiter", () -> {
            synchronized (monitor) {
                sayReady();
                try {
                    monitor.wait();
                    System.out.println("notified");
                } catch (InterruptedException e) {
                    System.out.println("wait interrupted, lock held " + Thread.holdsLock(monitor));
                }
            }
        });
        run("worker", () -> {
            sayReady();
            long n = 0;
            while (!Thread.currentThread().isInterrupted()) {
                n++;
            }
            System.out.println("worker stopped " + (n >= 0) + " " + Thread.interrupted() + " " + Thread.interrupted());
        });
        Thread forever = new Thread(() -> {
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
                System.out.println("forever ends");
            }
        });
        forever.start();
        run("joiner", () -> {
            sayReady();
            try {
                forever.join();
            } catch (InterruptedException e) {
                System.out.println("join interrupted, other alive " + forever.isAlive());
            }
        });
        forever.interrupt();
        forever.join();
        Thread.currentThread().interrupt();
        try {
            Thread.sleep(1);
            System.out.println("slept");
        } catch (InterruptedException e) {
            System.out.println("was interrupted before sleeping");
        }
        Thread.currentThread().interrupt();
        try {
            synchronized (LOCK) {
                LOCK.wait(10);
            }
        } catch (InterruptedException e) {
            System.out.println("was interrupted before waiting");
        }
        System.out.println(Thread.currentThread().isInterrupted());
        Thread unborn = new Thread();
        unborn.interrupt();
        System.out.println(unborn.isAlive());
    }
}
