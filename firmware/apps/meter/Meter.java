package meter;

/**
 * An electricity meter: reads a simulated sensor every ten seconds, keeps rolling statistics, hour, day and month totals
 * and a log of alarms, and prints a line every few days. Arguments: [DAYS [SEED]].
 */
public final class Meter {
    private static final int DAYS_BY_DEFAULT = 100;
    private static final int SEED_BY_DEFAULT = 2000;
    private static final int SECONDS_PER_SAMPLE = 10;
    private static final int SAMPLES_PER_HOUR = 3600 / SECONDS_PER_SAMPLE;
    private static final int DAYS_PER_LINE = 5;

    private final Sensor sensor;
    private final RollingWindow lastMinutes = new RollingWindow(15 * 60 / SECONDS_PER_SAMPLE);
    private final Totals totals = new Totals();
    private final AlarmLog alarms = new AlarmLog();
    private final Histogram histogram = new Histogram();

    private Meter(long seed) {
        sensor = new Sensor(seed);
    }

    public static void main(String[] args) {
        int days = args.length > 0 ? Integer.parseInt(args[0]) : DAYS_BY_DEFAULT;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : SEED_BY_DEFAULT;
        System.out.println("meter: " + days + " days, seed " + seed);
        new Meter(seed).run(days);
    }

    private void run(int days) {
        Date date = Date.FIRST;
        for (int day = 1; day <= days; day++) {
            measureDay(date);
            Date next = date.next();
            if (day % DAYS_PER_LINE == 0 || day == days) {
                printLine(date);
            }
            if (next.month() != date.month() || day == days) {
                printMonth(date);
            }
            date = next;
        }
        printSummary();
    }

    private void measureDay(Date date) {
        totals.beginDay(date);
        for (int hour = 0; hour < 24; hour++) {
            sensor.beginHour(date, hour);
            for (int sample = 0; sample < SAMPLES_PER_HOUR; sample++) {
                int watts = sensor.read();
                lastMinutes.add(watts);
                totals.add(watts);
                histogram.add(watts);
                alarms.watch(date, hour, sample * SECONDS_PER_SAMPLE, watts, lastMinutes);
            }
            totals.endHour(hour, SECONDS_PER_SAMPLE);
        }
        totals.endDay();
    }

    private void printLine(Date date) {
        DayTotal today = totals.lastDay();
        System.out.println(date + " " + kilowattHours(today.wattHours()) + ", peak " + today.peakWatts() + " W at " + today.peakHour()
            + " h, last 15 min " + lastMinutes.min() + " < " + lastMinutes.mean() + " < " + lastMinutes.max() + " W, deviation "
            + lastMinutes.deviation() + ", alarms " + alarms.count());
    }

    private void printMonth(Date date) {
        MonthTotal month = totals.month(date);
        System.out.println("== " + date.monthName() + ": " + kilowattHours(month.wattHours()) + " in " + month.days() + " days, highest day "
            + kilowattHours(month.highestDay()) + ", lowest " + kilowattHours(month.lowestDay()) + ", median "
            + histogram.percentile(50) + " W");
    }

    private void printSummary() {
        System.out.println("total " + kilowattHours(totals.wattHours()) + ", busiest hour " + totals.busiestHour() + " h, 5 % below "
            + histogram.percentile(5) + " W, 5 % above " + histogram.percentile(95) + " W");
        alarms.printLast(5);
        Checksum checksum = new Checksum();
        totals.addTo(checksum);
        histogram.addTo(checksum);
        alarms.addTo(checksum);
        System.out.println("checksum " + checksum);
    }

    /** Watt hours as text in kWh with one decimal, for example 12345 as "12.3 kWh". */
    static String kilowattHours(long wattHours) {
        return wattHours / 1000 + "." + wattHours % 1000 / 100 + " kWh";
    }
}
