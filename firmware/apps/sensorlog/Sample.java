package sensorlog;

/** A time and the value of each channel at it. */
final class Sample {
    int seconds;
    final int[] values;

    Sample(int channels) {
        values = new int[channels];
    }

    void set(int seconds, int[] values) {
        this.seconds = seconds;
        System.arraycopy(values, 0, this.values, 0, values.length);
    }
}
