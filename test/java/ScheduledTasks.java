/** Tasks that run later, or again and again. */
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

public class ScheduledTasks {
    record Alarm(String name, long due) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, ((Alarm) other).due);
        }
    }

    public static void main(String[] args) throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        pool.schedule(() -> log.add("late"), 60, TimeUnit.MILLISECONDS);
        pool.schedule(() -> log.add("early"), 20, TimeUnit.MILLISECONDS);
        ScheduledFuture<Integer> value = pool.schedule(() -> 7, 40, TimeUnit.MILLISECONDS);
        System.out.println(value.isDone() + " " + value.get() + " " + value.isDone() + " " + (value.getDelay(TimeUnit.NANOSECONDS) <= 0));
        CountDownLatch four = new CountDownLatch(4);
        ScheduledFuture<?> rate = pool.scheduleAtFixedRate(four::countDown, 5, 5, TimeUnit.MILLISECONDS);
        four.await();
        System.out.println(rate.cancel(false) + " " + rate.isCancelled());
        CountDownLatch three = new CountDownLatch(3);
        ScheduledFuture<?> failing = pool.scheduleWithFixedDelay(() -> {
            three.countDown();
            if (three.getCount() == 0) {
                throw new IllegalStateException("enough");
            }
        }, 1, 1, TimeUnit.MILLISECONDS);
        try {
            failing.get();
        } catch (ExecutionException e) {
            System.out.println(e.getCause().getMessage());
        }
        pool.schedule(() -> log.add("after shutdown"), 80, TimeUnit.MILLISECONDS);
        pool.shutdown();
        System.out.println(pool.awaitTermination(10, TimeUnit.SECONDS) + " " + log);
        DelayQueue<Alarm> alarms = new DelayQueue<>();
        long now = System.nanoTime();
        alarms.add(new Alarm("third", now + 30_000_000));
        alarms.add(new Alarm("first", now + 10_000_000));
        alarms.add(new Alarm("second", now + 20_000_000));
        System.out.println(alarms.size() + " " + alarms.peek().name());
        System.out.println(alarms.take().name() + " " + alarms.take().name() + " " + alarms.poll(10, TimeUnit.SECONDS).name() + " " + alarms.poll());
        Timer timer = new Timer("ticker", true);
        CountDownLatch ticks = new CountDownLatch(3);
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                ticks.countDown();
                if (ticks.getCount() == 0) {
                    cancel();
                }
            }
        }, 2, 2);
        ticks.await();
        timer.cancel();
        System.out.println("ticked");
    }
}
