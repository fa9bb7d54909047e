package java.util;

/**
 * The stable sort of objects, after Tim Peters' listsort: it finds runs that are already in order, lengthens short ones by
 * binary insertion and merges neighbours of similar length. It has no galloping mode, and so compares up to 31 elements in
 * the same sequence as the JDK, more of them in its own.
 */
final class MergeSort {
    private static final int SHORT_RANGE = 32;

    private final Object[] array;
    private final Comparator<Object> order;
    private final int[] runStarts = new int[48];
    private int runCount;
    private Object[] spare = new Object[SHORT_RANGE];

    private MergeSort(Object[] array, Comparator<Object> order) {
        this.array = array;
        this.order = order;
    }

    /** A null comparator means the natural order. */
    @SuppressWarnings("unchecked")
    static void sort(Object[] a, int from, int to, Comparator<?> c) {
        int length = to - from;
        if (length < 2) {
            return;
        }
        Comparator<Object> order = c == null ? Orders.natural() : (Comparator<Object>) c;
        if (length < SHORT_RANGE) {
            insert(a, from, firstRun(a, from, to, order), to, order);
        } else {
            new MergeSort(a, order).sortRuns(from, to);
        }
    }

    private void sortRuns(int from, int to) {
        int shortest = shortestRun(to - from);
        int start = from;
        while (start < to) {
            int end = firstRun(array, start, to, order);
            int forced = Math.min(to, start + shortest);
            if (end < forced) {
                insert(array, start, end, forced, order);
                end = forced;
            }
            runStarts[runCount++] = start;
            start = end;
            while (runCount > 1 && mergeIsDue(start)) {
                mergeAt(mergePlace(start), start);
            }
        }
        while (runCount > 1) {
            mergeAt(mergePlace(to), to);
        }
    }

    /** Between 16 and 32, such that the length is close to a power of two of such runs. */
    private static int shortestRun(int length) {
        int rest = 0;
        while (length >= SHORT_RANGE) {
            rest |= length & 1;
            length >>= 1;
        }
        return length + rest;
    }

    /** The end of the run that starts at {@code from}; a strictly descending one is turned round. */
    private static int firstRun(Object[] a, int from, int to, Comparator<Object> order) {
        int end = from + 1;
        if (end == to) {
            return end;
        }
        if (order.compare(a[end++], a[from]) >= 0) {
            while (end < to && order.compare(a[end], a[end - 1]) >= 0) {
                end++;
            }
            return end;
        }
        while (end < to && order.compare(a[end], a[end - 1]) < 0) {
            end++;
        }
        for (int i = from, j = end - 1; i < j; i++, j--) {
            Object swapped = a[i];
            a[i] = a[j];
            a[j] = swapped;
        }
        return end;
    }

    /** Inserts the elements from {@code next} on into the sorted ones before. */
    private static void insert(Object[] a, int from, int next, int to, Comparator<Object> order) {
        for (int i = next; i < to; i++) {
            Object element = a[i];
            int low = from;
            int high = i;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (order.compare(element, a[middle]) < 0) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            System.arraycopy(a, low, a, low + 1, i - low);
            a[low] = element;
        }
    }

    private int runLength(int run, int end) {
        return (run + 1 < runCount ? runStarts[run + 1] : end) - runStarts[run];
    }

    /** Runs shrink from left to right, each longer than the two after it together. */
    private boolean mergeIsDue(int end) {
        int last = runCount - 1;
        int z = runLength(last, end);
        int y = runLength(last - 1, end);
        return y <= z
                || last > 1 && runLength(last - 2, end) <= y + z
                || last > 2 && runLength(last - 3, end) <= runLength(last - 2, end) + y;
    }

    private int mergePlace(int end) {
        int last = runCount - 1;
        return last > 1 && runLength(last - 2, end) < runLength(last, end) ? last - 2 : last - 1;
    }

    /** Merges run {@code run} and the one after it. */
    private void mergeAt(int run, int end) {
        int from = runStarts[run];
        int middle = runStarts[run + 1];
        int to = run + 2 < runCount ? runStarts[run + 2] : end;
        runCount--;
        System.arraycopy(runStarts, run + 2, runStarts, run + 1, runCount - run - 1);
        if (middle - from <= to - middle) {
            mergeForward(from, middle, to);
        } else {
            mergeBackward(from, middle, to);
        }
    }

    private void takeAside(int from, int count) {
        if (spare.length < count) {
            spare = new Object[count];
        }
        System.arraycopy(array, from, spare, 0, count);
    }

    private void mergeForward(int from, int middle, int to) {
        int count = middle - from;
        takeAside(from, count);
        int left = 0;
        int right = middle;
        int place = from;
        while (left < count && right < to) {
            array[place++] = order.compare(array[right], spare[left]) < 0 ? array[right++] : spare[left++];
        }
        System.arraycopy(spare, left, array, place, count - left);
    }

    private void mergeBackward(int from, int middle, int to) {
        int count = to - middle;
        takeAside(middle, count);
        int left = middle - 1;
        int right = count - 1;
        int place = to - 1;
        while (left >= from && right >= 0) {
            array[place--] = order.compare(spare[right], array[left]) < 0 ? array[left--] : spare[right--];
        }
        System.arraycopy(spare, 0, array, place - right, right + 1);
    }
}
