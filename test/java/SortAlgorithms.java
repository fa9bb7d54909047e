/** Ten ways to sort, compared with the library's. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

public class SortAlgorithms {
    private static void swap(int[] a, int i, int j) {
        int t = a[i];
        a[i] = a[j];
        a[j] = t;
    }

    private static void bubble(int[] a) {
        for (boolean again = true; again; ) {
            again = false;
            for (int i = 1; i < a.length; i++) {
                if (a[i - 1] > a[i]) {
                    swap(a, i - 1, i);
                    again = true;
                }
            }
        }
    }

    private static void insertion(int[] a, int gap) {
        for (int i = gap; i < a.length; i++) {
            int x = a[i];
            int j = i;
            for (; j >= gap && a[j - gap] > x; j -= gap) {
                a[j] = a[j - gap];
            }
            a[j] = x;
        }
    }

    private static void shell(int[] a) {
        for (int gap = a.length / 2; gap > 0; gap /= 2) {
            insertion(a, gap);
        }
    }

    private static void selection(int[] a) {
        for (int i = 0; i < a.length; i++) {
            int least = i;
            for (int j = i + 1; j < a.length; j++) {
                least = a[j] < a[least] ? j : least;
            }
            swap(a, i, least);
        }
    }

    private static void quick(int[] a, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int pivot = a[(from + to) >>> 1];
        int i = from;
        int j = to - 1;
        while (i <= j) {
            while (a[i] < pivot) {
                i++;
            }
            while (a[j] > pivot) {
                j--;
            }
            if (i <= j) {
                swap(a, i++, j--);
            }
        }
        quick(a, from, j + 1);
        quick(a, i, to);
    }

    private static int[] merge(int[] a) {
        if (a.length < 2) {
            return a;
        }
        int[] left = merge(Arrays.copyOfRange(a, 0, a.length / 2));
        int[] right = merge(Arrays.copyOfRange(a, a.length / 2, a.length));
        int[] out = new int[a.length];
        for (int i = 0, l = 0, r = 0; i < out.length; i++) {
            out[i] = r == right.length || l < left.length && left[l] <= right[r] ? left[l++] : right[r++];
        }
        return out;
    }

    private static void heap(int[] a) {
        for (int i = a.length / 2; i >= 0; i--) {
            sift(a, i, a.length);
        }
        for (int end = a.length - 1; end > 0; end--) {
            swap(a, 0, end);
            sift(a, 0, end);
        }
    }

    private static void sift(int[] a, int root, int end) {
        while (2 * root + 1 < end) {
            int child = 2 * root + 1;
            child += child + 1 < end && a[child + 1] > a[child] ? 1 : 0;
            if (a[root] >= a[child]) {
                return;
            }
            swap(a, root, child);
            root = child;
        }
    }

    private static void radix(int[] a) {
        int[] from = a.clone();
        for (int shift = 0; shift < 32; shift += 8) {
            int[] counts = new int[257];
            for (int x : from) {
                counts[((x ^ 0x80000000) >>> shift & 255) + 1]++;
            }
            for (int i = 0; i < 256; i++) {
                counts[i + 1] += counts[i];
            }
            int[] to = new int[from.length];
            for (int x : from) {
                to[counts[(x ^ 0x80000000) >>> shift & 255]++] = x;
            }
            from = to;
        }
        System.arraycopy(from, 0, a, 0, a.length);
    }

    private static void queue(int[] a) {
        PriorityQueue<Integer> queue = new PriorityQueue<>();
        for (int x : a) {
            queue.add(x);
        }
        Arrays.setAll(a, i -> queue.poll());
    }

    private static void tree(int[] a) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (int x : a) {
            counts.merge(x, 1, Integer::sum);
        }
        int[] at = {0};
        counts.forEach((x, n) -> {
            Arrays.fill(a, at[0], at[0] + n, x);
            at[0] += n;
        });
    }

    public static void main(String[] args) {
        Map<String, Consumer<int[]>> sorts = new LinkedHashMap<>();
        sorts.put("bubble", SortAlgorithms::bubble);
        sorts.put("insertion", a -> insertion(a, 1));
        sorts.put("shell", SortAlgorithms::shell);
        sorts.put("selection", SortAlgorithms::selection);
        sorts.put("quick", a -> quick(a, 0, a.length));
        sorts.put("merge", a -> System.arraycopy(merge(a), 0, a, 0, a.length));
        sorts.put("heap", SortAlgorithms::heap);
        sorts.put("radix", SortAlgorithms::radix);
        sorts.put("queue", SortAlgorithms::queue);
        sorts.put("tree", SortAlgorithms::tree);
        Random random = new Random(4);
        List<int[]> inputs = new ArrayList<>();
        inputs.add(random.ints(150).toArray());
        inputs.add(random.ints(100, 0, 10).toArray());
        inputs.add(new int[] {5, 4, 3, 2, 1, 0, -1});
        inputs.add(new int[0]);
        inputs.add(new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE, -1, Integer.MIN_VALUE});
        sorts.forEach((name, sort) -> {
            StringBuilder line = new StringBuilder(name);
            for (int[] input : inputs) {
                int[] mine = input.clone();
                int[] theirs = input.clone();
                sort.accept(mine);
                Arrays.sort(theirs);
                line.append(' ').append(Arrays.equals(mine, theirs));
            }
            System.out.println(line);
        });
        System.out.println(Arrays.hashCode(inputs.get(0)));
    }
}
