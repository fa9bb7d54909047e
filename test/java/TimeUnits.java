/** Conversions between units of time, and waiting by them. */
import java.util.concurrent.TimeUnit;

public class TimeUnits {
    public static void main(String[] args) throws InterruptedException {
        for (TimeUnit unit : TimeUnit.values()) {
            System.out.println(unit + " " + unit.toNanos(3) + " " + unit.toMicros(3) + " " + unit.toMillis(-5000000) + " " + unit.toSeconds(7200) + " " + unit.toMinutes(100000) + " " + unit.toHours(-49) + " " + unit.toDays(1000000000000L) + " " + unit.convert(90, TimeUnit.MINUTES));
        }
        System.out.println(TimeUnit.DAYS.toNanos(Long.MAX_VALUE) + " " + TimeUnit.DAYS.toNanos(-200000) + " " + TimeUnit.MILLISECONDS.convert(1999, TimeUnit.MICROSECONDS) + " " + TimeUnit.valueOf("HOURS").ordinal());
        long begin = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(3);
        TimeUnit.MICROSECONDS.sleep(500);
        System.out.println(System.nanoTime() - begin >= 3_400_000);
        Thread thread = new Thread(() -> { });
        thread.start();
        TimeUnit.SECONDS.timedJoin(thread, 5);
        Object lock = new Object();
        synchronized (lock) {
            TimeUnit.MILLISECONDS.timedWait(lock, 1);
        }
        System.out.println(thread.isAlive());
    }
}
