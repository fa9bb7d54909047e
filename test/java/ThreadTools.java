import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;

/** Threads, their handlers and interrupts, pools, locks, queues and timers. */
public class ThreadTools {
    static void p(Object o) {
        System.out.println(o);
    }

    public static void main(String[] a) throws Exception {
        Thread t = new Thread(() -> {
            throw new IllegalStateException("boom");
        }, "T1");
        t.setUncaughtExceptionHandler((th, e) -> p("handler " + th.getName() + " " + e));
        t.start();
        t.join();
        p(t.isAlive() + " " + t.getState() + " " + t);
        try {
            t.start();
        } catch (IllegalThreadStateException e) {
            p(e + " " + e.getMessage());
        }
        Thread w = new Thread(() -> {
            try {
                synchronized (a) {
                    a.wait();
                }
            } catch (InterruptedException e) {
                p("int " + e.getMessage() + " " + Thread.currentThread().isInterrupted());
            }
        }, "W");
        w.start();
        while (w.getState() != Thread.State.WAITING) Thread.sleep(1);
        w.interrupt();
        w.join();
        Thread s = new Thread(() -> {
            try {
                Thread.sleep(100000);
            } catch (InterruptedException e) {
                p("sleep " + e.getMessage());
            }
        });
        s.start();
        while (s.getState() != Thread.State.TIMED_WAITING) Thread.sleep(1);
        s.interrupt();
        s.join();
        Thread.currentThread().interrupt();
        p(Thread.interrupted() + " " + Thread.interrupted());
        Thread.currentThread().interrupt();
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            p(e.getMessage());
        }
        Thread.currentThread().interrupt();
        try {
            new Thread().join();
            p("joined");
        } catch (InterruptedException e) {
            p("join " + e.getMessage());
        }
        Thread.interrupted();
        try {
            Thread.sleep(-1);
        } catch (IllegalArgumentException e) {
            p(e.getMessage());
        }
        try {
            t.join(-1);
        } catch (IllegalArgumentException e) {
            p(e.getMessage());
        }
        try {
            t.setPriority(11);
        } catch (IllegalArgumentException e) {
            p(e.getMessage());
        }
        try {
            Thread.currentThread().setDaemon(true);
        } catch (IllegalThreadStateException e) {
            p(e.getMessage());
        }
        try {
            new Thread((String)null);
        } catch (NullPointerException e) {
            p(e.getMessage());
        }
        p(Thread.currentThread() + " " + Thread.currentThread().getThreadGroup() + " "
                + Thread.currentThread().getId() + " " + Thread.currentThread().getThreadGroup().getParent()
                .getName());
        ThreadGroup g = new ThreadGroup("G");
        g.setMaxPriority(3);
        Thread gt = new Thread(g, () -> {
        }, "GT");
        gt.setPriority(8);
        p(gt.getPriority() + " " + g + " " + g.activeCount() + " " + gt);
        BlockingQueue<Integer> q = new ArrayBlockingQueue<>(2);
        Thread pr = new Thread(() -> {
            try {
                for (int i = 0; i<6; i++) q.put(i);
                q.put(-1);
            } catch (InterruptedException e) {
            }
        });
        pr.start();
        int v;
        StringBuilder sb = new StringBuilder();
        while ((v = q.take()) >= 0) sb.append(v);
        p(sb);
        ExecutorService ex = Executors.newFixedThreadPool(3);
        List<Future<Integer>> fs = new ArrayList<>();
        for (int i = 0; i<5; i++) {
            final int k = i;
            fs.add(ex.submit(() -> k * k));
        }
        int sum = 0;
        for (Future<Integer> f:fs) sum += f.get();
        p(sum);
        Future<?> bad = ex.submit(() -> {
            throw new RuntimeException("in pool");
        });
        try {
            bad.get();
        } catch (ExecutionException e) {
            p(e.getMessage() + " | " + e.getCause());
        }
        ex.shutdown();
        p(ex.awaitTermination(1, TimeUnit.SECONDS) + " " + ex.isTerminated());
        try {
            ex.submit(() -> 1);
        } catch (RejectedExecutionException e) {
            p("rejected");
        }
        CountDownLatch cl = new CountDownLatch(3);
        AtomicInteger ai = new AtomicInteger();
        for (int i = 0; i<3; i++) new Thread(() -> {
            for (int j = 0; j<1000; j++) ai.incrementAndGet();
            cl.countDown();
        }).start();
        cl.await();
        p(ai.get() + " " + ai.getAndAdd(5) + " " + ai.compareAndSet(3005, 1) + " " + ai.updateAndGet(i -> i * 3)
                + " " + ai.accumulateAndGet(4, Math::max));
        ReentrantLock lk = new ReentrantLock();
        Condition c = lk.newCondition();
        boolean[] flag = {false};
        Thread wt = new Thread(() -> {
            lk.lock();
            try {
                while (!flag[0]) c.await();
                p("signalled");
            } catch (InterruptedException e) {
            } finally {
                lk.unlock();
            }
        });
        wt.start();
        Thread.sleep(5);
        lk.lock();
        flag[0] = true;
        c.signalAll();
        p(lk.isHeldByCurrentThread() + " " + lk.getHoldCount());
        lk.unlock();
        wt.join();
        try {
            lk.unlock();
        } catch (IllegalMonitorStateException e) {
            p(e.getMessage());
        }
        p(lk.tryLock() + " " + lk.toString().replaceAll("@[0-9a-f]+", "@"));
        CyclicBarrier cb = new CyclicBarrier(3, () -> p("barrier"));
        for (int i = 0; i<2; i++) new Thread(() -> {
            try {
                cb.await();
            } catch (Exception e) {
                p(e);
            }
        }).start();
        cb.await();
        Semaphore sm = new Semaphore(1);
        sm.acquire();
        p(sm.tryAcquire() + " " + sm.availablePermits());
        sm.release();
        ThreadLocal<Integer> tl = ThreadLocal.withInitial(() -> 7);
        tl.set(8);
        Thread tt = new Thread(() -> p("tl " + tl.get()));
        tt.start();
        tt.join();
        p(tl.get());
        tl.remove();
        p(tl.get());
        CompletableFuture<String> cf = CompletableFuture.supplyAsync(() -> "cf")
                .thenApply(String::toUpperCase).thenCombine(CompletableFuture.completedFuture("!"), String::concat);
        p(cf.get());
        p(CompletableFuture.supplyAsync(() -> {
            if (true) throw new RuntimeException("x");
            return 1;
        }).exceptionally(e -> {
            p(e);
            return -1;
        }).join());
        try {
            CompletableFuture.failedFuture(new Exception("ff")).join();
        } catch (CompletionException e) {
            p(e.getMessage());
        }
        ConcurrentHashMap<String, Integer> ch = new ConcurrentHashMap<>();
        Thread[] ts = new Thread[4];
        for (int i = 0; i<4; i++) {
            ts[i] = new Thread(() -> {
                for (int j = 0; j<500; j++) ch.merge("k" + j % 5, 1, Integer::sum);
            });
            ts[i].start();
        }
        for (Thread y:ts) y.join();
        p(ch);
        try {
            ch.put(null, 1);
        } catch (NullPointerException e) {
            p("npe");
        }
        ScheduledExecutorService se = Executors.newScheduledThreadPool(1);
        ScheduledFuture<String> sf = se.schedule(() -> "sched", 10, TimeUnit.MILLISECONDS);
        p(sf.get());
        se.shutdownNow();
        Timer tm = new Timer(true);
        CountDownLatch tc = new CountDownLatch(3);
        tm.schedule(new TimerTask() {
            public void run() {
                tc.countDown();
            }
        }, 1, 2);
        tc.await();
        tm.cancel();
        p("timer");
        try {
            tm.schedule(new TimerTask() {
                public void run() {
                }
            }, 1);
        } catch (IllegalStateException e) {
            p(e.getMessage());
        }
        p(TimeUnit.HOURS.toSeconds(2) + " " + TimeUnit.NANOSECONDS.convert(3, TimeUnit.MILLISECONDS) + " "
                + TimeUnit.valueOf("DAYS"));
        ReadWriteLock rw = new ReentrantReadWriteLock();
        rw.readLock().lock();
        rw.readLock().lock();
        p(rw.writeLock().tryLock());
        rw.readLock().unlock();
        rw.readLock().unlock();
        p(rw.writeLock().tryLock());
        Thread vt = new Thread() {
            @Override public void run() {
                p("sub " + getName());
            }
        };
        vt.setName("renamed");
        vt.start();
        vt.join();
        Object mon = new Object();
        int[] turn = {0};
        Thread[] rr = new Thread[3];
        StringBuffer out = new StringBuffer();
        for (int i = 0; i<3; i++) {
            final int me = i;
            rr[i] = new Thread(() -> {
                for (int k = 0; k<4; k++) synchronized (mon) {
                    while (turn[0] % 3 != me) try {
                        mon.wait();
                    } catch (InterruptedException e) {
                    }
                    out.append(me);
                    turn[0]++;
                    mon.notifyAll();
                }
            });
            rr[i].start();
        }
        for (Thread y:rr) y.join();
        p(out);
        Exchanger<String> xc = new Exchanger<>();
        new Thread(() -> {
            try {
                p("got " + xc.exchange("from-t"));
            } catch (InterruptedException e) {
            }
        }).start();
        String got = xc.exchange("from-main");
        Thread.sleep(10);
        p(got);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> p("hook")));
        Thread.setDefaultUncaughtExceptionHandler((th, e) -> p("default " + th.getName() + " " + e.getMessage()));
        Thread last = new Thread(() -> {
            throw new RuntimeException("late");
        }, "L");
        last.start();
        last.join();
        throw new Exception("main dies");
    }
}
