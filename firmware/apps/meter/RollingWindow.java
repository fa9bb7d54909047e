package meter;

/**
 * The last so many values with their mean, extremes and standard deviation, each at a cost that does not depend on the length:
 * sums are kept, and two queues hold the values that can still become the smallest or the largest.
 */
final class RollingWindow {
    private final int[] values;
    private final MonotonicQueue smallest;
    private final MonotonicQueue largest;
    private int count;
    private long sum;
    private long sumOfSquares;

    RollingWindow(int length) {
        values = new int[length];
        smallest = new MonotonicQueue(length, 1);
        largest = new MonotonicQueue(length, -1);
    }

    void add(int value) {
        int slot = count % values.length;
        if (count >= values.length) {
            int gone = values[slot];
            sum -= gone;
            sumOfSquares -= (long) gone * gone;
        }
        values[slot] = value;
        sum += value;
        sumOfSquares += (long) value * value;
        smallest.add(count, value);
        largest.add(count, value);
        count++;
    }

    boolean isFull() {
        return count >= values.length;
    }

    int size() {
        return Math.min(count, values.length);
    }

    int min() {
        return smallest.best();
    }

    int max() {
        return largest.best();
    }

    int mean() {
        return (int) (sum / size());
    }

    int deviation() {
        long n = size();
        double variance = (double) (sumOfSquares * n - sum * sum) / (n * n);
        return (int) Math.round(Math.sqrt(variance));
    }

    /** Values in a window, worst last: each is better than all that came after it. Sign 1 prefers small values, -1 large ones. */
    private static final class MonotonicQueue {
        private final int[] positions;
        private final int[] values;
        private final int sign;
        private int head;
        private int size;

        MonotonicQueue(int length, int sign) {
            positions = new int[length];
            values = new int[length];
            this.sign = sign;
        }

        void add(int position, int value) {
            int length = values.length;
            if (size > 0 && positions[head] <= position - length) {
                head = head + 1 == length ? 0 : head + 1;
                size--;
            }
            int tail = head + size;
            tail = tail >= length ? tail - length : tail;
            while (size > 0) {
                int before = tail == 0 ? length - 1 : tail - 1;
                if (values[before] * sign < value * sign) {
                    break;
                }
                tail = before;
                size--;
            }
            positions[tail] = position;
            values[tail] = value;
            size++;
        }

        int best() {
            return values[head];
        }
    }
}
