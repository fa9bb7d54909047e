package meter;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Watches for overload (the mean of the last quarter of an hour) and for sudden steps. An alarm goes off once and is armed
 * again when the power has come down well below its limit.
 */
final class AlarmLog {
    private static final int OVERLOAD_WATTS = 4500;
    private static final int CALM_WATTS = 3000;
    private static final int STEP_WATTS = 3200;
    private static final int ALARMS_KEPT = 500;

    enum Kind { OVERLOAD, STEP }

    record Alarm(Kind kind, Date date, int hour, int second, int watts) {
        @Override
        public String toString() {
            return kind + " " + date + " " + hour + ":" + second / 60 / 10 + second / 60 % 10 + " " + watts + " W";
        }
    }

    private final Deque<Alarm> log = new ArrayDeque<>();
    private final int[] counts = new int[Kind.values().length];
    private boolean overloaded;
    private int before;

    void watch(Date date, int hour, int second, int watts, RollingWindow window) {
        if (watts - before > STEP_WATTS) {
            raise(new Alarm(Kind.STEP, date, hour, second, watts));
        }
        before = watts;
        int mean = window.isFull() ? window.mean() : 0;
        if (!overloaded && mean > OVERLOAD_WATTS) {
            overloaded = true;
            raise(new Alarm(Kind.OVERLOAD, date, hour, second, mean));
        } else if (overloaded && mean < CALM_WATTS) {
            overloaded = false;
        }
    }

    private void raise(Alarm alarm) {
        counts[alarm.kind().ordinal()]++;
        log.addLast(alarm);
        if (log.size() > ALARMS_KEPT) {
            log.removeFirst();
        }
    }

    int count() {
        int count = 0;
        for (int each : counts) {
            count += each;
        }
        return count;
    }

    void printLast(int most) {
        for (Kind kind : Kind.values()) {
            System.out.println(kind + " alarms: " + counts[kind.ordinal()]);
        }
        int skip = log.size() - most;
        for (Alarm alarm : log) {
            if (skip-- <= 0) {
                System.out.println("  " + alarm);
            }
        }
    }

    void addTo(Checksum checksum) {
        for (Alarm alarm : log) {
            checksum.add(alarm.toString());
        }
    }
}
