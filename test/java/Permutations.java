/** Permutations in lexical order, by swapping, and pancake flips. */
import java.util.ArrayList;
import java.util.List;

public class Permutations {
    static boolean next(int[] p) {
        int i = p.length - 2;
        while (i >= 0 && p[i] > p[i + 1]) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        int j = p.length - 1;
        while (p[j] < p[i]) {
            j--;
        }
        swap(p, i, j);
        for (int a = i + 1, b = p.length - 1; a < b; a++, b--) {
            swap(p, a, b);
        }
        return true;
    }

    static void swap(int[] p, int i, int j) {
        int t = p[i];
        p[i] = p[j];
        p[j] = t;
    }

    static void all(String prefix, String rest, List<String> out) {
        if (rest.isEmpty()) {
            out.add(prefix);
        }
        for (int i = 0; i < rest.length(); i++) {
            all(prefix + rest.charAt(i), rest.substring(0, i) + rest.substring(i + 1), out);
        }
    }

    static int flips(int[] p) {
        int[] q = p.clone();
        int flips = 0;
        while (q[0] != 0) {
            for (int a = 0, b = q[0]; a < b; a++, b--) {
                swap(q, a, b);
            }
            flips++;
        }
        return flips;
    }

    public static void main(String[] args) {
        List<String> words = new ArrayList<>();
        all("", "abcde", words);
        System.out.println(words.size() + " " + words.get(0) + " " + words.get(77) + " " + words.hashCode());
        int[] p = {0, 1, 2, 3, 4, 5, 6};
        int count = 0;
        int most = 0;
        int checksum = 0;
        do {
            int flips = flips(p);
            most = Math.max(most, flips);
            checksum += count++ % 2 == 0 ? flips : -flips;
        } while (next(p));
        System.out.println(count + " " + most + " " + checksum);
    }
}
