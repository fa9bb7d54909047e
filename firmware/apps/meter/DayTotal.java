package meter;

/** What one day took, and when its highest power was. */
record DayTotal(Date date, long wattHours, int peakWatts, int peakHour) { }
