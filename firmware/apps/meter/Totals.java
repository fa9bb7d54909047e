package meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Energy by hour, day and month. The hours of the last year are kept, older ones only in their days. */
final class Totals {
    private static final int HOURS_KEPT = 366 * 24;

    private final List<HourTotal> hours = new ArrayList<>();
    private final List<DayTotal> days = new ArrayList<>();
    private final Map<String, MonthTotal> months = new TreeMap<>();
    private final long[] wattHoursByHour = new long[24];
    private long wattHours;

    private Date today;
    private long wattsInHour;
    private int peakInHour;
    private long wattHoursToday;
    private int peakToday;
    private int peakHourToday;

    void beginDay(Date date) {
        today = date;
        wattHoursToday = 0;
        peakToday = 0;
        peakHourToday = 0;
    }

    void add(int watts) {
        wattsInHour += watts;
        if (watts > peakInHour) {
            peakInHour = watts;
        }
    }

    void endHour(int hour, int secondsPerSample) {
        int energy = (int) (wattsInHour * secondsPerSample / 3600);
        if (hours.size() == HOURS_KEPT) {
            hours.subList(0, 24).clear();
        }
        hours.add(new HourTotal(today, hour, energy, peakInHour));
        wattHoursByHour[hour] += energy;
        wattHoursToday += energy;
        if (peakInHour > peakToday) {
            peakToday = peakInHour;
            peakHourToday = hour;
        }
        wattsInHour = 0;
        peakInHour = 0;
    }

    void endDay() {
        days.add(new DayTotal(today, wattHoursToday, peakToday, peakHourToday));
        wattHours += wattHoursToday;
        months.computeIfAbsent(today.monthName(), name -> new MonthTotal()).add(wattHoursToday);
    }

    DayTotal lastDay() {
        return days.get(days.size() - 1);
    }

    MonthTotal month(Date date) {
        return months.get(date.monthName());
    }

    long wattHours() {
        return wattHours;
    }

    /** The hour of the day, 0 to 23, that took most energy over all days. */
    int busiestHour() {
        int busiest = 0;
        for (int hour = 1; hour < 24; hour++) {
            if (wattHoursByHour[hour] > wattHoursByHour[busiest]) {
                busiest = hour;
            }
        }
        return busiest;
    }

    void addTo(Checksum checksum) {
        for (HourTotal hour : hours) {
            checksum.add(hour.hour());
            checksum.add(hour.wattHours());
            checksum.add(hour.peakWatts());
        }
        for (DayTotal day : days) {
            checksum.add(day.toString());
        }
        for (Map.Entry<String, MonthTotal> month : months.entrySet()) {
            checksum.add(month.getKey());
            checksum.add(month.getValue().wattHours());
        }
    }
}
