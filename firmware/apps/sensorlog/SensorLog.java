package sensorlog;

import check.Checksum;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * A logger for a weather mast: every half minute five channels go into a ring of bytes as changes against the record before, and into the
 * running quarter of an hour; the last days' quarters are kept. Small appends at one place, over and over: the ring wears one line at a
 * time. Now and then the ring is read back and must give the same quarters. Arguments: [RECORDS [SEED]].
 */
public final class SensorLog {
    private static final int RECORDS_BY_DEFAULT = 40_000;
    private static final int SEED_BY_DEFAULT = 97;
    private static final int RING_BYTES = 24_576;
    private static final int SECONDS_PER_RECORD = 30;
    private static final int SECONDS_PER_QUARTER = 15 * 60;
    private static final int QUARTERS_KEPT = 4 * 24 * 7;
    private static final String[] CHANNELS = {"temperature", "humidity", "pressure", "wind", "light"};

    private final RecordRing ring = new RecordRing(RING_BYTES, CHANNELS.length);
    private final Deque<Summary> quarters = new ArrayDeque<>();
    private final int[] values = {150, 600, 10_130, 30, 0};
    private final Random random;
    private final Checksum checksum = new Checksum();
    private Summary running = new Summary(0, CHANNELS.length);
    private int seconds;

    private SensorLog(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] args) {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : RECORDS_BY_DEFAULT;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : SEED_BY_DEFAULT;
        System.out.println("sensor log: " + records + " records, seed " + seed);
        new SensorLog(seed).run(records);
    }

    private void run(int records) {
        int recordsPerLine = Math.max(1, records / 10);
        for (int record = 1; record <= records; record++) {
            measure();
            ring.append(seconds, values);
            endQuarter();
            running.add(values);
            if (record % recordsPerLine == 0 || record == records) {
                verify();
                printLine();
            }
        }
        for (Summary quarter : quarters) {
            quarter.addTo(checksum);
        }
        running.addTo(checksum);
        System.out.println("checksum " + checksum);
    }

    /** The weather half a minute later; a record is late or missing at times. */
    private void measure() {
        seconds += SECONDS_PER_RECORD * (random.nextInt(200) == 0 ? 2 + random.nextInt(40) : 1);
        int hour = seconds / 3600 % 24;
        int warmth = hour > 6 && hour < 19 ? 3 : -2;
        values[0] += random.nextInt(7) - 3 + (random.nextInt(12) == 0 ? warmth : 0) + (150 - values[0]) / 64;
        values[1] = Math.max(150, Math.min(1000, values[1] + random.nextInt(9) - 4));
        values[2] += random.nextInt(3) - 1;
        values[3] = Math.max(0, values[3] + random.nextInt(21) - 10 - values[3] / 64);
        values[4] = hour > 6 && hour < 19 ? 2000 + random.nextInt(400) : 0;
    }

    private void endQuarter() {
        int from = seconds / SECONDS_PER_QUARTER * SECONDS_PER_QUARTER;
        if (from == running.fromSeconds()) {
            return;
        }
        quarters.add(running);
        if (quarters.size() > QUARTERS_KEPT) {
            quarters.remove();
        }
        running = new Summary(from, CHANNELS.length);
    }

    /** Summarises what the ring still holds anew: the last full quarters must come out as they were kept. */
    private void verify() {
        Deque<Summary> fresh = new ArrayDeque<>();
        ring.forEach((time, read) -> {
            int from = time / SECONDS_PER_QUARTER * SECONDS_PER_QUARTER;
            if (fresh.isEmpty() || fresh.getLast().fromSeconds() != from) {
                fresh.add(new Summary(from, CHANNELS.length));
            }
            fresh.getLast().add(read);
        });
        if (!fresh.getLast().equals(running)) {
            throw new IllegalStateException("the running quarter is not what the ring holds");
        }
        fresh.removeLast();
        java.util.Iterator<Summary> kept = quarters.descendingIterator();
        // The ring may hold only the end of the oldest of its quarters.
        while (fresh.size() > 1 && kept.hasNext()) {
            if (!fresh.removeLast().equals(kept.next())) {
                throw new IllegalStateException("a quarter is not what the ring holds");
            }
        }
    }

    private void printLine() {
        Summary last = quarters.isEmpty() ? running : quarters.getLast();
        StringBuilder line = new StringBuilder("day ").append(seconds / 86_400).append(' ').append(seconds / 3600 % 24).append(" h: ");
        line.append(ring.count()).append(" records in the ring;");
        for (int i = 0; i < CHANNELS.length; i++) {
            line.append(' ').append(CHANNELS[i]).append(' ').append(last.text(i));
        }
        checksum.add(line.toString());
        System.out.println(line);
    }
}
