/** Counting, sorting and turning round the words of a text. */
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.TreeSet;

public class WordCount {
    static final String TEXT = """
        The device may lose its power at any time. When the power comes back, the program goes on from its last checkpoint,
        and nobody who watches what the program prints can tell that the power was gone. A checkpoint holds all that the
        program is: its objects, its threads, its code. What was not in the checkpoint is done again, and done the same way.
        """;

    public static void main(String[] args) {
        Map<String, Integer> counts = new HashMap<>();
        StringTokenizer tokens = new StringTokenizer(TEXT.toLowerCase(), " .,:\n");
        while (tokens.hasMoreTokens()) {
            counts.merge(tokens.nextToken(), 1, Integer::sum);
        }
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        for (Map.Entry<String, Integer> entry : entries.subList(0, 10)) {
            System.out.println(entry.getKey() + " " + entry.getValue());
        }
        Map<Integer, TreeSet<String>> byLength = new TreeMap<>(Collections.reverseOrder());
        for (String word : counts.keySet()) {
            byLength.computeIfAbsent(word.length(), k -> new TreeSet<>()).add(word);
        }
        System.out.println(byLength);
        StringBuilder reversed = new StringBuilder();
        for (String line : TEXT.split("\n")) {
            String[] words = line.trim().split("\\s+");
            for (int i = words.length - 1; i >= 0; i--) {
                reversed.append(words[i]).append(i > 0 ? " " : "\n");
            }
        }
        System.out.print(reversed);
        int[] letters = new int[26];
        for (char c : TEXT.toCharArray()) {
            if (Character.isLetter(c)) {
                letters[Character.toLowerCase(c) - 'a']++;
            }
        }
        StringBuilder histogram = new StringBuilder();
        for (int i = 0; i < 26; i++) {
            histogram.append((char) ('a' + i)).append(letters[i]).append(' ');
        }
        System.out.println(histogram);
    }
}
