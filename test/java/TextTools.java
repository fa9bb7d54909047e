/** Texts: search by Knuth, Morris and Pratt, edit distances, tries, suffixes, common parts, wrapping, Roman numbers. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public class TextTools {
    private static final class Trie {
        private final Map<Character, Trie> next = new TreeMap<>();
        private boolean word;

        void add(String text) {
            Trie at = this;
            for (char c : text.toCharArray()) {
                at = at.next.computeIfAbsent(c, k -> new Trie());
            }
            at.word = true;
        }

        List<String> complete(String prefix) {
            Trie at = this;
            for (char c : prefix.toCharArray()) {
                at = at.next.get(c);
                if (at == null) {
                    return List.of();
                }
            }
            List<String> found = new ArrayList<>();
            at.collect(new StringBuilder(prefix), found);
            return found;
        }

        private void collect(StringBuilder text, List<String> into) {
            if (word) {
                into.add(text.toString());
            }
            next.forEach((c, child) -> {
                child.collect(text.append(c), into);
                text.setLength(text.length() - 1);
            });
        }
    }

    private static List<Integer> search(String text, String pattern) {
        int[] back = new int[pattern.length() + 1];
        back[0] = -1;
        for (int i = 0, k = -1; i < pattern.length(); ) {
            while (k >= 0 && pattern.charAt(i) != pattern.charAt(k)) {
                k = back[k];
            }
            back[++i] = ++k;
        }
        List<Integer> found = new ArrayList<>();
        for (int i = 0, k = 0; i < text.length(); ) {
            while (k >= 0 && text.charAt(i) != pattern.charAt(k)) {
                k = back[k];
            }
            i++;
            if (++k == pattern.length()) {
                found.add(i - k);
                k = back[k];
            }
        }
        return found;
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int up = row[j];
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = up;
            }
        }
        return row[b.length()];
    }

    private static String common(String a, String b) {
        String[][] best = new String[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    best[i][j] = "";
                } else if (a.charAt(i - 1) == b.charAt(j - 1)) {
                    best[i][j] = best[i - 1][j - 1] + a.charAt(i - 1);
                } else {
                    best[i][j] = best[i - 1][j].length() >= best[i][j - 1].length() ? best[i - 1][j] : best[i][j - 1];
                }
            }
        }
        return best[a.length()][b.length()];
    }

    private static String roman(int n) {
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            while (n >= values[i]) {
                out.append(signs[i]);
                n -= values[i];
            }
        }
        return out.toString();
    }

    private static String wrap(String text, int width) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ")) {
            if (column > 0 && column + 1 + word.length() > width) {
                out.append('|');
                column = 0;
            }
            out.append(column > 0 ? " " : "").append(word);
            column += word.length() + (column > 0 ? 1 : 0);
        }
        return out.toString();
    }

    private static String caesar(String text, int by) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            char base = Character.isUpperCase(c) ? 'A' : 'a';
            out.append(Character.isLetter(c) ? (char) (base + Math.floorMod(c - base + by, 26)) : c);
        }
        return out.toString();
    }

    private static String runs(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int j = i;
            while (j < text.length() && text.charAt(j) == text.charAt(i)) {
                j++;
            }
            out.append(j - i).append(text.charAt(i));
            i = j;
        }
        return out.toString();
    }

    public static void main(String[] args) {
        System.out.println(search("abababcababab", "abab") + " " + search("aaaa", "aa") + " " + search("abc", "d"));
        System.out.println(edits("kitten", "sitting") + " " + edits("", "abc") + " " + edits("flaw", "lawn") + " " + common("AGGTABQXY", "GXTXAYBQ"));
        Trie trie = new Trie();
        for (String word : "car card care cart cat dog do done".split(" ")) {
            trie.add(word);
        }
        System.out.println(trie.complete("car") + " " + trie.complete("do") + " " + trie.complete("x"));
        String banana = "bananarama";
        Integer[] suffixes = new Integer[banana.length()];
        Arrays.setAll(suffixes, i -> i);
        Arrays.sort(suffixes, (x, y) -> banana.substring(x).compareTo(banana.substring(y)));
        System.out.println(Arrays.toString(suffixes));
        for (int n : new int[] {1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999}) {
            System.out.print(roman(n) + " ");
        }
        System.out.println();
        System.out.println(wrap("the quick brown fox jumps over the lazy dog again and again", 16));
        System.out.println(caesar("Hello, World", 3) + " " + caesar(caesar("Hello, World", 3), -3) + " " + runs("aaabccdddd"));
        StringBuilder triangle = new StringBuilder();
        long[] row = {1};
        for (int i = 0; i < 10; i++) {
            triangle.append(Arrays.toString(row));
            long[] next = new long[row.length + 1];
            for (int j = 0; j < row.length; j++) {
                next[j] += row[j];
                next[j + 1] += row[j];
            }
            row = next;
        }
        System.out.println(triangle);
    }
}
