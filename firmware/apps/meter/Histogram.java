package meter;

/** How often each power was seen, in steps of ten watts. */
final class Histogram {
    private static final int WATTS_PER_STEP = 10;

    private final int[] counts = new int[1000];
    private int samples;

    void add(int watts) {
        counts[Math.min(watts / WATTS_PER_STEP, counts.length - 1)]++;
        samples++;
    }

    /** The power, in watts, that so many per cent of all samples do not exceed. */
    int percentile(int percent) {
        long wanted = (long) samples * percent / 100;
        long seen = 0;
        for (int step = 0; step < counts.length; step++) {
            seen += counts[step];
            if (seen > wanted) {
                return step * WATTS_PER_STEP;
            }
        }
        return counts.length * WATTS_PER_STEP;
    }

    void addTo(Checksum checksum) {
        for (int count : counts) {
            checksum.add(count);
        }
    }
}
