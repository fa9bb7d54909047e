/** The class Arrays: sorting, searching, filling, comparing, text. */
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

public class ArraysUtility {
    public static void main(String[] args) {
        int[] ints = new int[500];
        long seed = 1;
        for (int i = 0; i < ints.length; i++) {
            seed = seed * 25214903917L + 11;
            ints[i] = (int) (seed >>> 20) % 1000;
        }
        int[] sorted = ints.clone();
        Arrays.sort(sorted);
        boolean inOrder = true;
        for (int i = 1; i < sorted.length; i++) {
            inOrder &= sorted[i - 1] <= sorted[i];
        }
        System.out.println(inOrder + " " + Arrays.hashCode(sorted) + " " + Arrays.hashCode(ints));
        int at = Arrays.binarySearch(sorted, sorted[123]);
        System.out.println(sorted[at] == sorted[123]);
        System.out.println(Arrays.binarySearch(new int[] {1, 3, 5}, 4) + " " + Arrays.binarySearch(new int[] {1, 3, 5}, 9) + " "
                + Arrays.binarySearch(new String[] {"a", "c"}, "b"));
        double[] doubles = {3.5, Double.NaN, -0.0, 0.0, Double.NEGATIVE_INFINITY, 1e300, -2};
        Arrays.sort(doubles);
        System.out.println(Arrays.toString(doubles));
        char[] chars = "the quick brown".toCharArray();
        Arrays.sort(chars, 4, 9);
        System.out.println(new String(chars));
        String[] words = {"pear", "fig", "apple", "kiwi", "date", "banana", "plum"};
        Arrays.sort(words);
        System.out.println(Arrays.toString(words));
        Arrays.sort(words, Comparator.comparing(String::length));
        System.out.println(Arrays.toString(words));
        Arrays.sort(words, 1, 5, Collections.reverseOrder());
        System.out.println(String.join(" ", words));
        long[] longs = new long[5];
        Arrays.fill(longs, 7);
        Arrays.fill(longs, 1, 3, -1);
        System.out.println(Arrays.toString(longs) + Arrays.toString((int[]) null) + Arrays.toString(new Object[] {null, 1}));
        Arrays.setAll(longs, i -> i * i);
        System.out.println(Arrays.toString(longs) + " " + Arrays.equals(longs, new long[] {0, 1, 4, 9, 16}) + " "
                + Arrays.equals((int[]) null, null));
        System.out.println(Arrays.toString(new boolean[] {true, false}) + Arrays.toString(new byte[] {1}) + Arrays.toString(new char[] {'a'})
                + Arrays.toString(new float[] {1.5f}) + Arrays.toString(new short[0]));
        List<String> view = Arrays.asList(words);
        view.set(0, "changed");
        Collections.reverse(view);
        System.out.println(words[words.length - 1] + " " + view.contains("kiwi") + " " + view.indexOf("plum"));
        try {
            view.add("more");
        } catch (UnsupportedOperationException e) {
            System.out.println("fixed size");
        }
        System.out.println(Arrays.hashCode(new Object[] {"a", null, 3}) + " " + Arrays.asList("a", null, 3).hashCode() + " "
                + Arrays.hashCode(new double[] {0.5, -0.0}) + " " + Arrays.hashCode(new boolean[] {true, false}));
        System.out.println(Arrays.compare(new int[] {1, 2}, new int[] {1, 3}) + " " + Arrays.mismatch(new int[] {1, 2}, new int[] {1, 3}));
        try {
            Arrays.sort(new Object[] {1, "two"});
        } catch (ClassCastException e) {
            System.out.println("not comparable");
        }
        try {
            Arrays.fill(longs, 3, 9, 0);
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
    }
}
