/** Thread pools: results in order, exceptions, shutdown, names of threads, rejected tasks. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

public class ThreadPools {
    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        List<Future<Integer>> squares = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int n = i;
            squares.add(pool.submit(() -> n * n));
        }
        for (Future<Integer> square : squares) {
            System.out.print(square.get() + " ");
        }
        System.out.println();
        Set<String> names = new TreeSet<>();
        CountDownLatch all = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            pool.execute(() -> {
                synchronized (names) {
                    names.add(Thread.currentThread().getName());
                }
                all.countDown();
                try {
                    all.await();
                } catch (InterruptedException e) {
                    System.out.println("interrupted");
                }
            });
        }
        all.await();
        System.out.println(names);
        Future<String> failing = pool.submit(() -> {
            if (true) {
                throw new IllegalStateException("broken");
            }
            return "never";
        });
        try {
            failing.get();
        } catch (ExecutionException e) {
            System.out.println(e.getMessage() + " | " + e.getCause());
        }
        List<Callable<String>> calls = Arrays.asList(() -> "a", () -> "b", () -> "c");
        StringBuilder joined = new StringBuilder();
        for (Future<String> f : pool.invokeAll(calls)) {
            joined.append(f.get()).append(f.isDone()).append(' ');
        }
        System.out.println(joined);
        System.out.println((Object) pool.invokeAny(List.of((Callable<String>) () -> "only")));
        Future<?> slow = pool.submit(() -> {
            try {
                Thread.sleep(100_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            slow.get(5, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.out.println("timed out " + e.getMessage());
        }
        System.out.println(slow.cancel(true) + " " + slow.isCancelled() + " " + slow.isDone() + " " + slow.cancel(true));
        try {
            slow.get();
        } catch (CancellationException e) {
            System.out.println("cancelled");
        }
        pool.shutdown();
        System.out.println(pool.awaitTermination(10, TimeUnit.SECONDS) + " " + pool.isShutdown() + " " + pool.isTerminated());
        try {
            pool.submit(() -> 1);
        } catch (RejectedExecutionException e) {
            System.out.println("rejected");
        }
        ExecutorService single = Executors.newSingleThreadExecutor(r -> new Thread(r, "mine"));
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int n = i;
            single.execute(() -> order.add(Thread.currentThread().getName() + n));
        }
        single.shutdown();
        System.out.println(single.awaitTermination(10, TimeUnit.SECONDS) + " " + order);
        AtomicInteger sum = new AtomicInteger();
        ExecutorService cached = Executors.newCachedThreadPool();
        for (int i = 1; i <= 20; i++) {
            int n = i;
            cached.execute(() -> sum.addAndGet(n));
        }
        cached.shutdown();
        cached.awaitTermination(10, TimeUnit.SECONDS);
        System.out.println(sum);
        ThreadPoolExecutor tight = new ThreadPoolExecutor(1, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), new ThreadPoolExecutor.CallerRunsPolicy());
        CountDownLatch hold = new CountDownLatch(1);
        Runnable waiting = () -> {
            try {
                hold.await();
            } catch (InterruptedException e) {
                System.out.println("interrupted");
            }
        };
        tight.execute(waiting);
        tight.execute(waiting);
        tight.execute(waiting);
        tight.execute(() -> System.out.println("in " + Thread.currentThread().getName()));
        System.out.println(tight.getPoolSize() + " " + tight.getQueue().size() + " " + tight.getCorePoolSize() + " " + tight.getMaximumPoolSize());
        tight.setRejectedExecutionHandler((r, e) -> System.out.println("handled"));
        tight.execute(waiting);
        hold.countDown();
        tight.shutdown();
        System.out.println(tight.awaitTermination(10, TimeUnit.SECONDS) + " " + tight.getCompletedTaskCount() + " " + tight.getLargestPoolSize());
        FutureTask<Integer> task = new FutureTask<>(() -> 42);
        System.out.println(task.isDone());
        task.run();
        System.out.println(task.get() + " " + task.isDone());
        FutureTask<String> given = new FutureTask<>(() -> { }, "given");
        new Thread(given).start();
        System.out.println(given.get());
        ExecutorService dropping = Executors.newSingleThreadExecutor();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        dropping.execute(() -> {
            begun.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                System.out.println("told to stop");
            }
        });
        dropping.execute(() -> System.out.println("never runs"));
        begun.await();
        int dropped = dropping.shutdownNow().size();
        System.out.println(dropping.awaitTermination(10, TimeUnit.SECONDS) + " " + dropped);
    }
}
