/** Barriers, semaphores, latches and exchangers. */
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

public class Barriers {
    public static void main(String[] args) throws Exception {
        int parties = 4;
        int[] parts = new int[parties];
        StringBuilder rounds = new StringBuilder();
        CyclicBarrier barrier = new CyclicBarrier(parties, () -> {
            int sum = 0;
            for (int part : parts) {
                sum += part;
            }
            rounds.append(sum).append(' ');
        });
        Thread[] threads = new Thread[parties];
        for (int t = 0; t < parties; t++) {
            int id = t;
            threads[t] = new Thread(() -> {
                try {
                    for (int round = 1; round <= 5; round++) {
                        parts[id] = round * (id + 1);
                        barrier.await();
                    }
                } catch (InterruptedException | BrokenBarrierException e) {
                    System.out.println("unexpected " + e);
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(rounds + "" + barrier.getParties() + " " + barrier.getNumberWaiting() + " " + barrier.isBroken());
        CyclicBarrier broken = new CyclicBarrier(2);
        try {
            broken.await(3, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.out.println("timed out " + broken.isBroken());
        }
        try {
            broken.await();
        } catch (BrokenBarrierException e) {
            System.out.println("broken " + e.getMessage());
        }
        broken.reset();
        System.out.println(broken.isBroken());
        try {
            new CyclicBarrier(0);
        } catch (IllegalArgumentException e) {
            System.out.println("no parties");
        }
        Semaphore permits = new Semaphore(2);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(6);
        for (int i = 0; i < 6; i++) {
            new Thread(() -> {
                try {
                    permits.acquire();
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.sleep(2);
                    inside.decrementAndGet();
                    permits.release();
                } catch (InterruptedException e) {
                    System.out.println("unexpected");
                }
                done.countDown();
            }).start();
        }
        done.await();
        System.out.println(most + " " + permits.availablePermits() + " " + permits.tryAcquire(3) + " " + permits.tryAcquire(2) + " " + permits.drainPermits());
        System.out.println(permits.tryAcquire(2, TimeUnit.MILLISECONDS) + " " + permits.toString().replaceAll("@[0-9a-f]+", ""));
        try {
            permits.acquire(-1);
        } catch (IllegalArgumentException e) {
            System.out.println("negative");
        }
        System.out.println(done.getCount() + " " + done.await(1, TimeUnit.MILLISECONDS) + " " + done.toString().replaceAll("@[0-9a-f]+", ""));
        Exchanger<String> exchanger = new Exchanger<>();
        String[] got = new String[2];
        Thread other = new Thread(() -> {
            try {
                got[0] = exchanger.exchange("from other");
            } catch (InterruptedException e) {
                System.out.println("unexpected");
            }
        });
        other.start();
        got[1] = exchanger.exchange("from main");
        other.join();
        System.out.println(got[0] + ", " + got[1]);
        Thread waiter = new Thread(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                System.out.println("woken " + Thread.currentThread().isInterrupted());
            }
        });
        waiter.start();
        waiter.interrupt();
        waiter.join();
    }
}
