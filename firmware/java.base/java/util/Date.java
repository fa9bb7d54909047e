package java.util;

import java.io.Serializable;

/** A moment, in milliseconds since the start of 1970. The device knows one time zone: UTC. */
public class Date implements Serializable, Cloneable, Comparable<Date> {
    private static final String DAYS = "SunMonTueWedThuFriSat";
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

    @Deprecated
    public Date(int year, int month, int date) {
        this(UTC(year, month, date, 0, 0, 0));
    }

    @Deprecated
    public Date(int year, int month, int date, int hrs, int min) {
        this(UTC(year, month, date, hrs, min, 0));
    }

    @Deprecated
    public Date(int year, int month, int date, int hrs, int min, int sec) {
        this(UTC(year, month, date, hrs, min, sec));
    }

    /** {@code year} counts from 1900, {@code month} from 0; all numbers may leave their ranges. */
    @Deprecated
    public static long UTC(int year, int month, int date, int hrs, int min, int sec) {
        long months = (year + 1900L) * 12 + month - 2;
        long marchYear = Math.floorDiv(months, 12L);
        int marchMonth = (int) Math.floorMod(months, 12L);
        long days = marchYear * 365 + Math.floorDiv(marchYear, 4L) - Math.floorDiv(marchYear, 100L)
                + Math.floorDiv(marchYear, 400L) + (153 * marchMonth + 2) / 5 + date - 1 - 719_468;
        return (((days * 24 + hrs) * 60 + min) * 60 + sec) * 1000;
    }

    /** Year from 1900, month from 0, day of the month, hour, minute, second, weekday from Sunday. */
    private int[] fields() {
        long day = Math.floorDiv(time, DAY_MILLIS);
        int second = (int) (Math.floorMod(time, DAY_MILLIS) / 1000);
        // Years that begin in March, in eras of 400 years: the leap day comes last.
        long dayOfAll = day + 719_468;
        long era = Math.floorDiv(dayOfAll, 146_097L);
        int dayOfEra = (int) Math.floorMod(dayOfAll, 146_097L);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int month = (marchMonth + 2) % 12;
        int year = (int) (era * 400 + yearOfEra + (month < 2 ? 1 : 0)) - 1900;
        int dayOfMonth = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        int weekday = (int) Math.floorMod(day + 4, 7L);
        return new int[] {year, month, dayOfMonth, second / 3600, second / 60 % 60, second % 60, weekday};
    }

    private void setField(int index, int value) {
        int[] f = fields();
        f[index] = value;
        time = UTC(f[0], f[1], f[2], f[3], f[4], f[5]) + Math.floorMod(time, 1000L);
    }

    @Deprecated
    public int getYear() {
        return fields()[0];
    }

    @Deprecated
    public void setYear(int year) {
        setField(0, year);
    }

    @Deprecated
    public int getMonth() {
        return fields()[1];
    }

    @Deprecated
    public void setMonth(int month) {
        setField(1, month);
    }

    @Deprecated
    public int getDate() {
        return fields()[2];
    }

    @Deprecated
    public void setDate(int date) {
        setField(2, date);
    }

    @Deprecated
    public int getHours() {
        return fields()[3];
    }

    @Deprecated
    public void setHours(int hours) {
        setField(3, hours);
    }

    @Deprecated
    public int getMinutes() {
        return fields()[4];
    }

    @Deprecated
    public void setMinutes(int minutes) {
        setField(4, minutes);
    }

    @Deprecated
    public int getSeconds() {
        return fields()[5];
    }

    @Deprecated
    public void setSeconds(int seconds) {
        setField(5, seconds);
    }

    @Deprecated
    public int getDay() {
        return fields()[6];
    }

    @Deprecated
    public int getTimezoneOffset() {
        return 0;
    }

    /** As in {@code 1 Jan 1970 00:00:00 GMT}. */
    @Deprecated
    public String toGMTString() {
        int[] f = fields();
        return f[2] + " " + MONTHS.substring(3 * f[1], 3 * f[1] + 3) + " " + (f[0] + 1900) + " " + clock(f) + " GMT";
    }

    private static String clock(int[] f) {
        return two(f[3]) + ":" + two(f[4]) + ":" + two(f[5]);
    }

    /** As in {@code Thu Jan 01 00:00:00 UTC 1970}. */
    @Override
    public String toString() {
        int[] f = fields();
        return DAYS.substring(3 * f[6], 3 * f[6] + 3) + " " + MONTHS.substring(3 * f[1], 3 * f[1] + 3) + " " + two(f[2])
                + " " + clock(f) + " UTC " + (f[0] + 1900);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
