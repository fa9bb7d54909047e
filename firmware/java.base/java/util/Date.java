package java.util;

import java.io.Serializable;

/** A moment, in milliseconds since the start of 1970. The device knows one time zone: UTC. */
public class Date implements Serializable, Cloneable, Comparable<Date> {
    private static final String DAYS = "ThuFriSatSunMonTueWed";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final long DAY_MILLIS = 86_400_000L;

    private long time;

    public Date() {
        this(System.currentTimeMillis());
    }

    public Date(long date) {
        time = date;
    }

    public long getTime() {
        return time;
    }

    public void setTime(long time) {
        this.time = time;
    }

    public boolean before(Date when) {
        return time < when.time;
    }

    public boolean after(Date when) {
        return time > when.time;
    }

    @Override
    public int compareTo(Date anotherDate) {
        return Long.compare(time, anotherDate.time);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof Date && ((Date) obj).time == time;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(time);
    }

    @Override
    public Object clone() {
        try {
            return super.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new InternalError(impossible);
        }
    }

    /** As in {@code Thu Jan 01 00:00:00 UTC 1970}. */
    @Override
    public String toString() {
        long day = Math.floorDiv(time, DAY_MILLIS);
        int second = (int) (Math.floorMod(time, DAY_MILLIS) / 1000);
        int weekday = (int) Math.floorMod(day, 7L);
        // Years that begin in March, in eras of 400 years: the leap day comes last.
        long dayOfAll = day + 719_468;
        long era = Math.floorDiv(dayOfAll, 146_097L);
        int dayOfEra = (int) Math.floorMod(dayOfAll, 146_097L);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int dayOfMonth = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        int month = (marchMonth + 2) % 12;
        long year = era * 400 + yearOfEra + (month < 2 ? 1 : 0);
        return DAYS.substring(3 * weekday, 3 * weekday + 3) + " " + MONTHS.substring(3 * month, 3 * month + 3) + " "
                + two(dayOfMonth) + " " + two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60)
                + " UTC " + year;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
