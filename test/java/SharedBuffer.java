/** Threads with wait and notify: a bounded buffer, a rendezvous, a turnstile, and the order of lock hand-over by turns. */
import java.util.ArrayList;
import java.util.List;

public class SharedBuffer {
    static class Buffer<T> {
        private final Object[] items;
        private int head;
        private int count;

        Buffer(int size) {
            items = new Object[size];
        }

        synchronized void put(T item) throws InterruptedException {
            while (count == items.length) {
                wait();
            }
            items[(head + count++) % items.length] = item;
            notifyAll();
        }

        @SuppressWarnings("unchecked")
        synchronized T take() throws InterruptedException {
            while (count == 0) {
                wait();
            }
            T item = (T) items[head];
            items[head] = null;
            head = (head + 1) % items.length;
            count--;
            notifyAll();
            return item;
        }
    }

    static class Turns {
        private int turn;
        private final StringBuilder log = new StringBuilder();

        synchronized void take(int me, int of, String what) throws InterruptedException {
            while (turn % of != me) {
                wait();
            }
            log.append(what);
            turn++;
            notifyAll();
        }
    }

    private static Thread start(String name, Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (InterruptedException e) {
                System.out.println(name + " interrupted");
            }
        }, name);
        thread.start();
        return thread;
    }

    interface Task {
        void run() throws InterruptedException;
    }

    public static void main(String[] args) throws InterruptedException {
        Buffer<Integer> buffer = new Buffer<>(3);
        List<Thread> threads = new ArrayList<>();
        long[] sums = new long[2];
        for (int p = 0; p < 3; p++) {
            int id = p;
            threads.add(start("producer" + p, () -> {
                for (int i = 0; i < 40; i++) {
                    buffer.put(id * 1000 + i);
                }
            }));
        }
        for (int c = 0; c < 2; c++) {
            int id = c;
            threads.add(start("consumer" + c, () -> {
                for (int i = 0; i < 60; i++) {
                    sums[id] += buffer.take();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(sums[0] + sums[1]);
        Turns turns = new Turns();
        threads.clear();
        for (int t = 0; t < 3; t++) {
            int me = t;
            threads.add(start("turn" + t, () -> {
                for (int i = 0; i < 5; i++) {
                    turns.take(me, 3, "" + (char) ('a' + me) + i);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(turns.log);
        Thread stuck = start("stuck", () -> new Buffer<String>(1).take());
        while (stuck.getState() != Thread.State.WAITING) {
            Thread.yield();
        }
        stuck.interrupt();
        stuck.join();
        Object lock = new Object();
        long begin = System.currentTimeMillis();
        synchronized (lock) {
            lock.wait(20);
        }
        System.out.println(System.currentTimeMillis() - begin >= 19);
        Thread sleeper = new Thread(() -> {
            try {
                Thread.sleep(10000);
            } catch (InterruptedException e) {
                System.out.println("woken " + Thread.currentThread().isInterrupted());
            }
        });
        sleeper.start();
        sleeper.join(5);
        System.out.println(sleeper.isAlive());
        sleeper.interrupt();
        sleeper.join();
        System.out.println(sleeper.isAlive() + " " + sleeper.getState());
        for (Runnable bad : new Runnable[] {lock::notify, sleeper::start}) {
            try {
                bad.run();
            } catch (IllegalMonitorStateException | IllegalThreadStateException e) {
                System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
            }
        }
    }
}
