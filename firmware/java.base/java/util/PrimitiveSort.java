package java.util;

/**
 * Sorts arrays of primitives in place: quicksort on the median of three, insertion sort for short ranges, shell sort where
 * quicksort goes too deep. Types of two bytes or less are counted or shell-sorted.
 */
final class PrimitiveSort {
    private static final int SHORT_RANGE = 24;

    private PrimitiveSort() {}

    private static int depthLimit(int length) {
        return 2 * (32 - Integer.numberOfLeadingZeros(length));
    }

    private static int firstGap(int length) {
        int gap = 1;
        while (gap < length / 9) {
            gap = 3 * gap + 1;
        }
        return gap;
    }

    static void sort(byte[] a, int from, int to) {
        if (to - from <= 64) {
            shell(a, from, to);
            return;
        }
        int[] counts = new int[256];
        for (int i = from; i < to; i++) {
            counts[a[i] + 128]++;
        }
        int place = from;
        for (int value = 0; value < 256; value++) {
            for (int n = counts[value]; n > 0; n--) {
                a[place++] = (byte) (value - 128);
            }
        }
    }

    static void sort(short[] a, int from, int to) {
        shell(a, from, to);
    }

    static void sort(char[] a, int from, int to) {
        shell(a, from, to);
    }

    static void sort(int[] a, int from, int to) {
        quick(a, from, to, depthLimit(to - from));
    }

    static void sort(long[] a, int from, int to) {
        quick(a, from, to, depthLimit(to - from));
    }

    /** NaN goes last and -0.0 before 0.0: both are taken out before, as {@code <} does not see them. */
    static void sort(float[] a, int from, int to) {
        int end = to;
        int negativeZeros = 0;
        for (int i = to - 1; i >= from; i--) {
            float value = a[i];
            if (value != value) {
                a[i] = a[--end];
                a[end] = value;
            } else if (value == 0.0f && Float.floatToRawIntBits(value) < 0) {
                a[i] = 0.0f;
                negativeZeros++;
            }
        }
        quick(a, from, end, depthLimit(end - from));
        int zero = from;
        while (negativeZeros > 0) {
            if (a[zero] == 0.0f) {
                a[zero] = -0.0f;
                negativeZeros--;
            }
            zero++;
        }
    }

    /** NaN goes last and -0.0 before 0.0: both are taken out before, as {@code <} does not see them. */
    static void sort(double[] a, int from, int to) {
        int end = to;
        int negativeZeros = 0;
        for (int i = to - 1; i >= from; i--) {
            double value = a[i];
            if (value != value) {
                a[i] = a[--end];
                a[end] = value;
            } else if (value == 0.0 && Double.doubleToRawLongBits(value) < 0) {
                a[i] = 0.0;
                negativeZeros++;
            }
        }
        quick(a, from, end, depthLimit(end - from));
        int zero = from;
        while (negativeZeros > 0) {
            if (a[zero] == 0.0) {
                a[zero] = -0.0;
                negativeZeros--;
            }
            zero++;
        }
    }

    private static void quick(int[] a, int from, int to, int depth) {
        while (to - from > SHORT_RANGE) {
            if (depth-- == 0) {
                shell(a, from, to);
                return;
            }
            int pivot = median(a[from], a[(from + to) >>> 1], a[to - 1]);
            int low = from;
            int high = to - 1;
            while (low <= high) {
                while (a[low] < pivot) {
                    low++;
                }
                while (a[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    int swapped = a[low];
                    a[low++] = a[high];
                    a[high--] = swapped;
                }
            }
            if (high - from < to - low) {
                quick(a, from, high + 1, depth);
                from = low;
            } else {
                quick(a, low, to, depth);
                to = high + 1;
            }
        }
        for (int i = from + 1; i < to; i++) {
            int value = a[i];
            int place = i;
            while (place > from && a[place - 1] > value) {
                a[place] = a[place - 1];
                place--;
            }
            a[place] = value;
        }
    }

    private static int median(int x, int y, int z) {
        if (x < y) {
            return y < z ? y : x < z ? z : x;
        }
        return x < z ? x : y < z ? z : y;
    }

    private static void quick(long[] a, int from, int to, int depth) {
        while (to - from > SHORT_RANGE) {
            if (depth-- == 0) {
                shell(a, from, to);
                return;
            }
            long pivot = median(a[from], a[(from + to) >>> 1], a[to - 1]);
            int low = from;
            int high = to - 1;
            while (low <= high) {
                while (a[low] < pivot) {
                    low++;
                }
                while (a[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    long swapped = a[low];
                    a[low++] = a[high];
                    a[high--] = swapped;
                }
            }
            if (high - from < to - low) {
                quick(a, from, high + 1, depth);
                from = low;
            } else {
                quick(a, low, to, depth);
                to = high + 1;
            }
        }
        for (int i = from + 1; i < to; i++) {
            long value = a[i];
            int place = i;
            while (place > from && a[place - 1] > value) {
                a[place] = a[place - 1];
                place--;
            }
            a[place] = value;
        }
    }

    private static long median(long x, long y, long z) {
        if (x < y) {
            return y < z ? y : x < z ? z : x;
        }
        return x < z ? x : y < z ? z : y;
    }

    private static void quick(float[] a, int from, int to, int depth) {
        while (to - from > SHORT_RANGE) {
            if (depth-- == 0) {
                shell(a, from, to);
                return;
            }
            float pivot = median(a[from], a[(from + to) >>> 1], a[to - 1]);
            int low = from;
            int high = to - 1;
            while (low <= high) {
                while (a[low] < pivot) {
                    low++;
                }
                while (a[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    float swapped = a[low];
                    a[low++] = a[high];
                    a[high--] = swapped;
                }
            }
            if (high - from < to - low) {
                quick(a, from, high + 1, depth);
                from = low;
            } else {
                quick(a, low, to, depth);
                to = high + 1;
            }
        }
        for (int i = from + 1; i < to; i++) {
            float value = a[i];
            int place = i;
            while (place > from && a[place - 1] > value) {
                a[place] = a[place - 1];
                place--;
            }
            a[place] = value;
        }
    }

    private static float median(float x, float y, float z) {
        if (x < y) {
            return y < z ? y : x < z ? z : x;
        }
        return x < z ? x : y < z ? z : y;
    }

    private static void quick(double[] a, int from, int to, int depth) {
        while (to - from > SHORT_RANGE) {
            if (depth-- == 0) {
                shell(a, from, to);
                return;
            }
            double pivot = median(a[from], a[(from + to) >>> 1], a[to - 1]);
            int low = from;
            int high = to - 1;
            while (low <= high) {
                while (a[low] < pivot) {
                    low++;
                }
                while (a[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    double swapped = a[low];
                    a[low++] = a[high];
                    a[high--] = swapped;
                }
            }
            if (high - from < to - low) {
                quick(a, from, high + 1, depth);
                from = low;
            } else {
                quick(a, low, to, depth);
                to = high + 1;
            }
        }
        for (int i = from + 1; i < to; i++) {
            double value = a[i];
            int place = i;
            while (place > from && a[place - 1] > value) {
                a[place] = a[place - 1];
                place--;
            }
            a[place] = value;
        }
    }

    private static double median(double x, double y, double z) {
        if (x < y) {
            return y < z ? y : x < z ? z : x;
        }
        return x < z ? x : y < z ? z : y;
    }

    private static void shell(byte[] a, int from, int to) {
        for (int gap = firstGap(to - from); gap > 0; gap /= 3) {
            for (int i = from + gap; i < to; i++) {
                byte value = a[i];
                int place = i;
                while (place - gap >= from && a[place - gap] > value) {
                    a[place] = a[place - gap];
                    place -= gap;
                }
                a[place] = value;
            }
        }
    }

    private static void shell(short[] a, int from, int to) {
        for (int gap = firstGap(to - from); gap > 0; gap /= 3) {
            for (int i = from + gap; i < to; i++) {
                short value = a[i];
                int place = i;
                while (place - gap >= from && a[place - gap] > value) {
                    a[place] = a[place - gap];
                    place -= gap;
                }
                a[place] = value;
            }
        }
    }

    private static void shell(char[] a, int from, int to) {
        for (int gap = firstGap(to - from); gap > 0; gap /= 3) {
            for (int i = from + gap; i < to; i++) {
                char value = a[i];
                int place = i;
                while (place - gap >= from && a[place - gap] > value) {
                    a[place] = a[place - gap];
                    place -= gap;
                }
                a[place] = value;
            }
        }
    }

    private static void shell(int[] a, int from, int to) {
        for (int gap = firstGap(to - from); gap > 0; gap /= 3) {
            for (int i = from + gap; i < to; i++) {
                int value = a[i];
                int place = i;
                while (place - gap >= from && a[place - gap] > value) {
                    a[place] = a[place - gap];
                    place -= gap;
                }
                a[place] = value;
            }
        }
    }

    private static void shell(long[] a, int from, int to) {
        for (int gap = firstGap(to - from); gap > 0; gap /= 3) {
            for (int i = from + gap; i < to; i++) {
                long value = a[i];
                int place = i;
                while (place - gap >= from && a[place - gap] > value) {
                    a[place] = a[place - gap];
                    place -= gap;
                }
                a[place] = value;
            }
        }
    }

    private static void shell(float[] a, int from, int to) {
        for (int gap = firstGap(to - from); gap > 0; gap /= 3) {
            for (int i = from + gap; i < to; i++) {
                float value = a[i];
                int place = i;
                while (place - gap >= from && a[place - gap] > value) {
                    a[place] = a[place - gap];
                    place -= gap;
                }
                a[place] = value;
            }
        }
    }

    private static void shell(double[] a, int from, int to) {
        for (int gap = firstGap(to - from); gap > 0; gap /= 3) {
            for (int i = from + gap; i < to; i++) {
                double value = a[i];
                int place = i;
                while (place - gap >= from && a[place - gap] > value) {
                    a[place] = a[place - gap];
                    place -= gap;
                }
                a[place] = value;
            }
        }
    }
}
