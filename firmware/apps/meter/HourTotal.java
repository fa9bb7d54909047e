package meter;

/** What one hour took: energy in watt hours and the highest power. */
record HourTotal(Date date, int hour, int wattHours, int peakWatts) { }
