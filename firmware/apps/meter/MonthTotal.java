package meter;

/** The sum and the extremes of the days of one month, in watt hours. */
final class MonthTotal {
    private int days;
    private long wattHours;
    private long highestDay;
    private long lowestDay = Long.MAX_VALUE;

    void add(long wattHoursOfDay) {
        days++;
        wattHours += wattHoursOfDay;
        highestDay = Math.max(highestDay, wattHoursOfDay);
        lowestDay = Math.min(lowestDay, wattHoursOfDay);
    }

    int days() {
        return days;
    }

    long wattHours() {
        return wattHours;
    }

    long highestDay() {
        return highestDay;
    }

    long lowestDay() {
        return lowestDay;
    }
}
