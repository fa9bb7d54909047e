/** In which order hash maps and sets give their elements, through growing, removing and colliding keys. */
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

public class HashOrder {
    record Key(int hash, String name) {
        @Override
        public int hashCode() {
            return hash;
        }
    }

    record Sorted(int hash, int rank) implements Comparable<Sorted> {
        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public int compareTo(Sorted other) {
            return Integer.compare(rank, other.rank);
        }
    }

    public static void main(String[] args) {
        Set<String> words = new HashSet<>();
        for (String word : "the quick brown fox jumps over the lazy dog and runs away from seventeen angry bears".split(" ")) {
            words.add(word);
        }
        System.out.println(words);
        words.removeIf(w -> w.length() > 4);
        System.out.println(words);
        Map<Object, Integer> mixed = new HashMap<>();
        mixed.put(1.5, 1);
        mixed.put('x', 2);
        mixed.put(1L << 40, 3);
        mixed.put(true, 4);
        mixed.put(null, 5);
        mixed.put("text", 6);
        mixed.put(-7, 7);
        mixed.put(1.5f, 8);
        System.out.println(mixed);
        Map<Key, Integer> colliding = new HashMap<>();
        for (int i = 0; i < 7; i++) {
            colliding.put(new Key(i % 2 * 16, "k" + i), i);
        }
        System.out.println(colliding.values() + " " + colliding.get(new Key(16, "k3")) + " " + colliding.remove(new Key(0, "k2")) + " " + colliding.values());
        Map<Sorted, Integer> trees = new HashMap<>(64);
        for (int i = 0; i < 20; i++) {
            trees.put(new Sorted(5, (i * 7) % 20), i);
        }
        System.out.println(trees.size() + " " + trees.get(new Sorted(5, 13)) + " " + trees.containsKey(new Sorted(5, 20)) + " " + trees.values().stream().mapToInt(x -> x).sum());
        Random random = new Random(99);
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            int key = random.nextInt(100000) * (i % 3 == 0 ? -1 : 1);
            numbers.put(key, i);
            if (i % 4 == 0) {
                numbers.remove(key);
            }
        }
        System.out.println(numbers);
        System.out.println(new HashMap<>(numbers).equals(numbers) + " " + new HashSet<>(numbers.keySet()).hashCode() + " " + numbers.hashCode() + " " + new LinkedHashMap<>(numbers).keySet());
        Hashtable<String, Integer> table = new Hashtable<>();
        for (char c = 'a'; c < 'p'; c++) {
            table.put("" + c + c, (int) c);
        }
        System.out.println(table + " " + table.keys().nextElement() + " " + table.elements().nextElement());
        Set<Character> chars = new HashSet<>();
        for (char c : "zyxwabc019ZA".toCharArray()) {
            chars.add(c);
        }
        System.out.println(chars);
        Map<String, Integer> sized = new HashMap<>(3, 2.0f);
        for (int i = 0; i < 20; i++) {
            sized.put("n" + i * 37, i);
        }
        System.out.println(sized);
        for (int i : new int[] {-1}) {
            try {
                new HashMap<>(i);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
        try {
            new HashMap<>(1, Float.NaN);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
