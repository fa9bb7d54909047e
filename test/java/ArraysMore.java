/** java.util.Arrays: every family of methods, with ranges and errors. */
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Supplier;

public class ArraysMore {
    private static void attempt(Supplier<Object> action) {
        try {
            System.out.println(action.get());
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        int[] a = {5, 2, 9, 1, 7};
        int[] b = a.clone();
        Arrays.sort(b, 1, 4);
        System.out.println(Arrays.toString(b) + " " + Arrays.equals(a, b) + " " + Arrays.mismatch(a, b) + " " + Arrays.compare(a, b) + " " + Arrays.hashCode(a));
        Arrays.sort(b);
        System.out.println(Arrays.binarySearch(b, 7) + " " + Arrays.binarySearch(b, 6) + " " + Arrays.binarySearch(b, 0, 2, 9) + " " + Arrays.toString(Arrays.copyOf(b, 7)) + Arrays.toString(Arrays.copyOfRange(b, 3, 8)));
        Arrays.fill(a, 1, 3, 0);
        Arrays.setAll(b, i -> i * i);
        Arrays.parallelPrefix(b, Integer::sum);
        System.out.println(Arrays.toString(a) + Arrays.toString(b) + " " + Arrays.stream(b).sum());
        String[] words = {"pear", "Fig", "apple", null};
        Arrays.sort(words, Comparator.nullsFirst(Comparator.naturalOrder()));
        System.out.println(Arrays.toString(words) + " " + Arrays.asList(words).indexOf("Fig") + " " + Arrays.hashCode(words));
        Arrays.sort(words, 1, 4, String.CASE_INSENSITIVE_ORDER.reversed());
        System.out.println(Arrays.toString(words) + " " + Arrays.binarySearch(new String[] {"a", "c", "e"}, "d", Comparator.naturalOrder()));
        int[][] deep = {{1, 2}, {3}, null};
        int[][] same = {{1, 2}, {3}, null};
        System.out.println(Arrays.deepToString(deep) + " " + Arrays.equals(deep, same) + " " + Arrays.deepEquals(deep, same) + " " + Arrays.deepHashCode(deep) + " " + Arrays.deepToString(new Object[] {new double[] {1}, new String[] {"x", null}, 5}));
        Object[] self = new Object[1];
        self[0] = self;
        System.out.println(Arrays.deepToString(self));
        double[] doubles = {0.0, -0.0, Double.NaN, 1, Double.NEGATIVE_INFINITY};
        Arrays.sort(doubles);
        System.out.println(Arrays.toString(doubles) + " " + Arrays.binarySearch(doubles, -0.0) + " " + Arrays.equals(new double[] {Double.NaN}, new double[] {Double.NaN}) + Arrays.equals(new double[] {0.0}, new double[] {-0.0}));
        char[] chars = "hello".toCharArray();
        Arrays.sort(chars);
        byte[] bytes = {3, -1, 2};
        Arrays.sort(bytes);
        long[] longs = {3L, 1L};
        Arrays.parallelSort(longs);
        System.out.println(new String(chars) + " " + Arrays.toString(bytes) + Arrays.toString(longs) + Arrays.toString(new boolean[2]) + Arrays.toString((int[]) null) + Arrays.toString(new float[] {1.5f}) + Arrays.toString(new short[0]));
        System.out.println(Arrays.equals(new int[] {1, 2, 3}, 0, 2, new int[] {1, 2, 4}, 0, 2) + " " + Arrays.compare(new int[] {1, 2}, new int[] {1, 2, 3}) + " " + Arrays.compareUnsigned(new int[] {-1}, new int[] {1}) + " " + Arrays.compare(new String[] {"a"}, new String[] {"b"}) + " " + Arrays.mismatch("ab".toCharArray(), "ab".toCharArray()) + " " + Arrays.compare((int[]) null, new int[0]));
        attempt(() -> Arrays.copyOf(new int[1], -1));
        attempt(() -> Arrays.copyOfRange(new int[1], 2, 3));
        attempt(() -> Arrays.copyOfRange(new int[1], 1, 0));
        attempt(() -> {
            Arrays.sort(new int[3], 2, 1);
            return null;
        });
        attempt(() -> {
            Arrays.fill(new int[3], 1, 4, 0);
            return null;
        });
        attempt(() -> {
            Arrays.sort(new Object[] {1, "x"});
            return null;
        });
        attempt(() -> {
            Arrays.sort(new int[3], -1, 2);
            return null;
        });
        attempt(() -> Arrays.asList(1, 2).toArray(new String[2]));
        attempt(() -> Arrays.copyOf(new Object[] {1}, 1, String[].class));
        Integer[] copied = Arrays.copyOf(new Number[] {1, 2}, 3, Integer[].class);
        System.out.println(Arrays.toString(copied) + " " + copied.getClass().getSimpleName() + " " + Arrays.asList(1, 2).getClass().getSimpleName());
        int[] large = new int[500];
        for (int i = 0; i < large.length; i++) {
            large[i] = i * 7919 % 503;
        }
        Arrays.sort(large);
        boolean sorted = true;
        for (int i = 1; i < large.length; i++) {
            sorted &= large[i - 1] <= large[i];
        }
        System.out.println(sorted + " " + Arrays.hashCode(large));
    }
}
