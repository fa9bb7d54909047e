/** A read-write lock, a barrier and a latch, built from wait and notifyAll. */
public class ReadersWritersLock {
    static class ReadWriteLock {
        private int readers;
        private boolean writing;
        int readersMax;

        synchronized void lockRead() throws InterruptedException {
            while (writing) {
                wait();
            }
            readersMax = Math.max(readersMax, ++readers);
        }

        synchronized void unlockRead() {
            if (--readers == 0) {
                notifyAll();
            }
        }

        synchronized void lockWrite() throws InterruptedException {
            while (writing || readers > 0) {
                wait();
            }
            writing = true;
        }

        synchronized void unlockWrite() {
            writing = false;
            notifyAll();
        }
    }

    static class Barrier {
        private final int parties;
        private int waiting;
        private int round;

        Barrier(int parties) {
            this.parties = parties;
        }

        synchronized int await() throws InterruptedException {
            int mine = round;
            if (++waiting == parties) {
                waiting = 0;
                round++;
                notifyAll();
            }
            while (round == mine) {
                wait();
            }
            return round;
        }
    }

    static int a;
    static int b;

    public static void main(String[] args) throws InterruptedException {
        ReadWriteLock lock = new ReadWriteLock();
        Barrier barrier = new Barrier(4);
        int[] wrong = new int[1];
        int[][] rounds = new int[4][10];
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            int me = t;
            threads[t] = new Thread(() -> {
                try {
                    for (int i = 0; i < 60; i++) {
                        if ((i + me) % 5 == 0) {
                            lock.lockWrite();
                            a++;
                            Thread.yield();
                            b++;
                            lock.unlockWrite();
                        } else {
                            lock.lockRead();
                            int seen = a;
                            Thread.yield();
                            if (seen != b) {
                                wrong[0]++;
                            }
                            lock.unlockRead();
                        }
                    }
                    for (int r = 0; r < 10; r++) {
                        rounds[me][r] = barrier.await();
                    }
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(a + " " + b + " " + wrong[0] + " " + (lock.readersMax >= 1));
        for (int r = 0; r < 10; r++) {
            System.out.print(rounds[0][r] + rounds[1][r] + rounds[2][r] + rounds[3][r] + " ");
        }
        System.out.println();
    }
}
