package sensorlog;

/**
 * Records in a ring of bytes, the oldest overwritten by the newest: each is its length, the seconds since the one before and the change
 * of each value, as numbers of one to five bytes. Only the reader at the oldest record knows absolute values.
 */
final class RecordRing {
    private final byte[] ring;
    private final int channels;
    private final Sample newest;
    private final Sample beforeOldest;
    private final byte[] scratch;
    private int head;
    private int used;
    private int count;

    RecordRing(int bytes, int channels) {
        ring = new byte[bytes];
        this.channels = channels;
        newest = new Sample(channels);
        beforeOldest = new Sample(channels);
        scratch = new byte[1 + 5 * (channels + 1)];
    }

    int count() {
        return count;
    }

    void append(int seconds, int[] values) {
        int length = encode(seconds, values);
        while (used + length > ring.length) {
            dropOldest();
        }
        for (int i = 0; i < length; i++) {
            ring[(head + used + i) % ring.length] = scratch[i];
        }
        used += length;
        count++;
        newest.set(seconds, values);
    }

    private int encode(int seconds, int[] values) {
        int at = put(1, seconds - newest.seconds);
        for (int i = 0; i < channels; i++) {
            at = put(at, values[i] - newest.values[i]);
        }
        scratch[0] = (byte) at;
        return at;
    }

    /** Seven bits a byte, the sign in the lowest bit of all. */
    private int put(int at, int change) {
        int bits = (change << 1) ^ (change >> 31);
        while ((bits & ~0x7f) != 0) {
            scratch[at++] = (byte) (bits | 0x80);
            bits >>>= 7;
        }
        scratch[at++] = (byte) bits;
        return at;
    }

    private void dropOldest() {
        int length = ring[head];
        read(head, beforeOldest);
        head = (head + length) % ring.length;
        used -= length;
        count--;
    }

    /** Adds the changes of the record at `at` to `sample`; where the next record begins. */
    private int read(int at, Sample sample) {
        int end = (at + ring[at]) % ring.length;
        int place = (at + 1) % ring.length;
        for (int i = -1; i < channels; i++) {
            int bits = 0;
            int shift = 0;
            byte part;
            do {
                part = ring[place];
                place = (place + 1) % ring.length;
                bits |= (part & 0x7f) << shift;
                shift += 7;
            } while (part < 0);
            int change = (bits >>> 1) ^ -(bits & 1);
            if (i < 0) {
                sample.seconds += change;
            } else {
                sample.values[i] += change;
            }
        }
        if (place != end) {
            throw new IllegalStateException("a record of " + ring[at] + " bytes ends at " + place + ", not at " + end);
        }
        return end;
    }

    interface Reader {
        void accept(int seconds, int[] values);
    }

    /** All records, the oldest first. */
    void forEach(Reader reader) {
        Sample sample = new Sample(channels);
        sample.set(beforeOldest.seconds, beforeOldest.values);
        int at = head;
        for (int i = 0; i < count; i++) {
            at = read(at, sample);
            reader.accept(sample.seconds, sample.values);
        }
        if (count > 0 && (sample.seconds != newest.seconds || at != (head + used) % ring.length)) {
            throw new IllegalStateException("the ring does not end with the newest record");
        }
    }
}
