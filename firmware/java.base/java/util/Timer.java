package java.util;

/** Runs tasks at their time, one after another, in a thread of its own. The thread lives until the timer is cancelled. */
public class Timer {
    private static int serialNumber;

    /** In the order of time; also the lock of all. */
    private final ArrayList<TimerTask> tasks = new ArrayList<>();
    private boolean cancelled;

    public Timer() {
        this("Timer-" + nextSerialNumber(), false);
    }

    public Timer(boolean isDaemon) {
        this("Timer-" + nextSerialNumber(), isDaemon);
    }

    public Timer(String name) {
        this(name, false);
    }

    public Timer(String name, boolean isDaemon) {
        Thread thread = new Thread(this::work, name);
        thread.setDaemon(isDaemon);
        thread.start();
    }

    private static synchronized int nextSerialNumber() {
        return serialNumber++;
    }

    public void schedule(TimerTask task, long delay) {
        schedule(task, timeAfter(delay), 0, false);
    }

    public void schedule(TimerTask task, Date time) {
        schedule(task, time.getTime(), 0, false);
    }

    public void schedule(TimerTask task, long delay, long period) {
        schedule(task, timeAfter(delay), -checkPeriod(period), true);
    }

    public void schedule(TimerTask task, Date firstTime, long period) {
        schedule(task, firstTime.getTime(), -checkPeriod(period), true);
    }

    public void scheduleAtFixedRate(TimerTask task, long delay, long period) {
        schedule(task, timeAfter(delay), checkPeriod(period), true);
    }

    public void scheduleAtFixedRate(TimerTask task, Date firstTime, long period) {
        schedule(task, firstTime.getTime(), checkPeriod(period), true);
    }

    private static long timeAfter(long delay) {
        if (delay < 0) {
            throw new IllegalArgumentException("Negative delay.");
        }
        return System.currentTimeMillis() + delay;
    }

    private static long checkPeriod(long period) {
        if (period <= 0) {
            throw new IllegalArgumentException("Non-positive period.");
        }
        return period;
    }

    private void schedule(TimerTask task, long time, long period, boolean repeats) {
        if (time < 0) {
            throw new IllegalArgumentException("Illegal execution time.");
        }
        synchronized (tasks) {
            if (cancelled) {
                throw new IllegalStateException("Timer already cancelled.");
            }
            synchronized (task.lock) {
                if (task.state != TimerTask.NEW) {
                    throw new IllegalStateException("Task already scheduled or cancelled");
                }
                task.nextMillis = time;
                task.periodMillis = repeats ? period : 0;
                task.state = TimerTask.SCHEDULED;
            }
            insert(task);
            tasks.notify();
        }
    }

    private void insert(TimerTask task) {
        int place = tasks.size();
        while (place > 0 && tasks.get(place - 1).nextMillis > task.nextMillis) {
            place--;
        }
        tasks.add(place, task);
    }

    /** The task under way goes on; no other one starts. */
    public void cancel() {
        synchronized (tasks) {
            cancelled = true;
            tasks.clear();
            tasks.notify();
        }
    }

    /** Forgets cancelled tasks; their number. */
    public int purge() {
        synchronized (tasks) {
            int before = tasks.size();
            tasks.removeIf(task -> task.state == TimerTask.CANCELLED);
            return before - tasks.size();
        }
    }

    private void work() {
        try {
            TimerTask task = await();
            while (task != null) {
                task.run();
                task = await();
            }
        } catch (InterruptedException stopped) {
            // Whoever interrupts this thread ends the timer.
        } finally {
            cancel();
        }
    }

    /** Waits for the next task that is due; null when the timer is cancelled. */
    private TimerTask await() throws InterruptedException {
        synchronized (tasks) {
            while (!cancelled) {
                if (tasks.isEmpty()) {
                    tasks.wait();
                    continue;
                }
                TimerTask task = tasks.get(0);
                long left = task.nextMillis - System.currentTimeMillis();
                if (task.state == TimerTask.CANCELLED) {
                    tasks.remove(0);
                } else if (left > 0) {
                    tasks.wait(left);
                } else {
                    take(task);
                    return task;
                }
            }
            return null;
        }
    }

    private void take(TimerTask task) {
        tasks.remove(0);
        synchronized (task.lock) {
            if (task.periodMillis == 0) {
                task.state = TimerTask.DONE;
            } else {
                task.nextMillis = task.periodMillis < 0
                        ? System.currentTimeMillis() - task.periodMillis
                        : task.nextMillis + task.periodMillis;
                insert(task);
            }
        }
    }
}
