package sensorlog;

import check.Checksum;

/** Least, most and mean of each channel over one stretch of time. */
final class Summary {
    private final int fromSeconds;
    private final int[] least;
    private final int[] most;
    private final long[] sums;
    private int count;

    Summary(int fromSeconds, int channels) {
        this.fromSeconds = fromSeconds;
        least = new int[channels];
        most = new int[channels];
        sums = new long[channels];
    }

    int fromSeconds() {
        return fromSeconds;
    }

    int count() {
        return count;
    }

    void add(int[] values) {
        for (int i = 0; i < values.length; i++) {
            least[i] = count == 0 ? values[i] : Math.min(least[i], values[i]);
            most[i] = count == 0 ? values[i] : Math.max(most[i], values[i]);
            sums[i] += values[i];
        }
        count++;
    }

    void addTo(Checksum checksum) {
        checksum.add(fromSeconds);
        checksum.add(count);
        for (int i = 0; i < sums.length; i++) {
            checksum.add(least[i]);
            checksum.add(most[i]);
            checksum.add(sums[i]);
        }
    }

    /** One channel in tenths: least/mean/most. */
    String text(int channel) {
        return tenths(least[channel]) + "/" + tenths((int) (sums[channel] / Math.max(1, count))) + "/" + tenths(most[channel]);
    }

    private static String tenths(int value) {
        return (value < 0 ? "-" : "") + Math.abs(value) / 10 + "." + Math.abs(value) % 10;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Summary summary) || count != summary.count || fromSeconds != summary.fromSeconds) {
            return false;
        }
        return java.util.Arrays.equals(least, summary.least) && java.util.Arrays.equals(most, summary.most)
            && java.util.Arrays.equals(sums, summary.sums);
    }

    @Override
    public int hashCode() {
        return fromSeconds * 31 + count;
    }
}
