/** System.arraycopy: overlap, types, and how far a failing copy gets. */
import java.util.Arrays;

public class ArrayCopy {
    static void attempt(Object from, int at, Object to, int toAt, int count) {
        try {
            System.arraycopy(from, at, to, toAt, count);
            System.out.println("copied");
        } catch (IndexOutOfBoundsException | ArrayStoreException | NullPointerException e) {
            System.out.println(e.getClass().getSimpleName());
        }
    }

    public static void main(String[] args) {
        int[] a = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        System.arraycopy(a, 0, a, 3, 5);
        System.out.println(Arrays.toString(a));
        System.arraycopy(a, 4, a, 1, 6);
        System.out.println(Arrays.toString(a));
        long[] longs = new long[6];
        System.arraycopy(new long[] {1L << 40, 2, 3}, 0, longs, 2, 3);
        System.out.println(Arrays.toString(longs));
        byte[] bytes = new byte[300];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        System.arraycopy(bytes, 1, bytes, 0, 299);
        System.arraycopy(bytes, 0, bytes, 5, 290);
        System.out.println(Arrays.hashCode(bytes));
        char[] big = new char[5000];
        Arrays.fill(big, 0, 2500, 'x');
        System.arraycopy(big, 0, big, 1000, 4000);
        System.out.println(new String(big).indexOf(0) + " " + big[3499] + " " + (int) big[3500]);

        attempt(a, 0, longs, 0, 1);
        attempt(a, 0, new Object[3], 0, 1);
        attempt("no array", 0, a, 0, 1);
        attempt(null, 0, a, 0, 1);
        attempt(a, 0, null, 0, 0);
        attempt(a, -1, a, 0, 1);
        attempt(a, 0, a, 0, -1);
        attempt(a, 5, a, 6, 5);
        attempt(a, Integer.MAX_VALUE, a, 0, 1);
        attempt(a, 10, a, 10, 0);
        Object[] mixed = {"a", "b", 3, "d"};
        String[] strings = new String[4];
        attempt(mixed, 0, strings, 0, 4);
        System.out.println(Arrays.toString(strings));
        Number[] numbers = {1, 2.5};
        Integer[] integers = new Integer[2];
        attempt(numbers, 0, integers, 0, 2);
        System.out.println(Arrays.toString(integers));
        attempt(new Integer[] {7, 8}, 0, numbers, 0, 2);
        System.out.println(Arrays.toString(numbers));
        int[] copy = a.clone();
        copy[0] = 1000;
        System.out.println(a[0] + " " + copy[0] + " " + copy.length + " " + (a.getClass() == copy.getClass()));
        String[] words = {"x", "y"};
        String[] cloned = words.clone();
        System.out.println(cloned[0] == words[0]);
        System.out.println(Arrays.toString(Arrays.copyOf(words, 3)) + Arrays.toString(Arrays.copyOfRange(a, 2, 5))
                + Arrays.toString(Arrays.copyOf(a, 2)));
    }
}
