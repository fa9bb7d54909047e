/** Six sorting algorithms on the same numbers. */
import java.util.Arrays;

public class Sorting {
    interface Sorter {
        void sort(int[] a);
    }

    static void insertion(int[] a) {
        for (int i = 1; i < a.length; i++) {
            int x = a[i];
            int j = i - 1;
            for (; j >= 0 && a[j] > x; j--) {
                a[j + 1] = a[j];
            }
            a[j + 1] = x;
        }
    }

    static void shell(int[] a) {
        for (int gap = a.length / 2; gap > 0; gap /= 2) {
            for (int i = gap; i < a.length; i++) {
                int x = a[i];
                int j = i;
                for (; j >= gap && a[j - gap] > x; j -= gap) {
                    a[j] = a[j - gap];
                }
                a[j] = x;
            }
        }
    }

    static void quick(int[] a, int from, int to) {
        if (from >= to) {
            return;
        }
        int pivot = a[(from + to) >>> 1];
        int i = from;
        int j = to;
        while (i <= j) {
            while (a[i] < pivot) {
                i++;
            }
            while (a[j] > pivot) {
                j--;
            }
            if (i <= j) {
                int t = a[i];
                a[i++] = a[j];
                a[j--] = t;
            }
        }
        quick(a, from, j);
        quick(a, i, to);
    }

    static void heap(int[] a) {
        for (int i = a.length / 2 - 1; i >= 0; i--) {
            sink(a, i, a.length);
        }
        for (int end = a.length - 1; end > 0; end--) {
            int t = a[0];
            a[0] = a[end];
            a[end] = t;
            sink(a, 0, end);
        }
    }

    static void sink(int[] a, int i, int end) {
        int x = a[i];
        for (int child; (child = 2 * i + 1) < end; i = child) {
            if (child + 1 < end && a[child + 1] > a[child]) {
                child++;
            }
            if (a[child] <= x) {
                break;
            }
            a[i] = a[child];
        }
        a[i] = x;
    }

    static int[] merge(int[] a) {
        if (a.length < 2) {
            return a;
        }
        int[] left = merge(Arrays.copyOfRange(a, 0, a.length / 2));
        int[] right = merge(Arrays.copyOfRange(a, a.length / 2, a.length));
        int[] all = new int[a.length];
        for (int i = 0, l = 0, r = 0; i < all.length; i++) {
            all[i] = r == right.length || l < left.length && left[l] <= right[r] ? left[l++] : right[r++];
        }
        return all;
    }

    static void radix(int[] a) {
        int[] from = a.clone();
        int[] to = new int[a.length];
        for (int shift = 0; shift < 32; shift += 8) {
            int[] starts = new int[257];
            for (int x : from) {
                starts[((x ^ 0x80000000) >>> shift & 255) + 1]++;
            }
            for (int i = 0; i < 256; i++) {
                starts[i + 1] += starts[i];
            }
            for (int x : from) {
                to[starts[(x ^ 0x80000000) >>> shift & 255]++] = x;
            }
            int[] t = from;
            from = to;
            to = t;
        }
        System.arraycopy(from, 0, a, 0, a.length);
    }

    public static void main(String[] args) {
        int[] numbers = new int[700];
        int seed = 1;
        for (int i = 0; i < numbers.length; i++) {
            seed = seed * 1664525 + 1013904223;
            numbers[i] = i % 10 == 0 ? 7 : seed;
        }
        int[] expected = numbers.clone();
        Arrays.sort(expected);
        String[] names = {"insertion", "shell", "quick", "heap", "merge", "radix"};
        Sorter[] sorters = {Sorting::insertion, Sorting::shell, a -> quick(a, 0, a.length - 1), Sorting::heap,
            a -> System.arraycopy(merge(a), 0, a, 0, a.length), Sorting::radix};
        for (int i = 0; i < sorters.length; i++) {
            int[] copy = numbers.clone();
            sorters[i].sort(copy);
            System.out.println(names[i] + " " + Arrays.equals(copy, expected) + " " + Arrays.hashCode(copy));
        }
    }
}
