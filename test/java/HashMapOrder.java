/** The order in which HashMap and HashSet are walked, through growth, removal and collisions. */
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

public class HashMapOrder {
    record Clash(int n) {
        @Override
        public int hashCode() {
            return n % 3;
        }
    }

    public static void main(String[] args) {
        Map<String, Integer> words = new HashMap<>();
        String text = "it was the best of times it was the worst of times it was the age of wisdom it was the age of foolishness";
        for (String word : text.split(" ")) {
            words.put(word, words.getOrDefault(word, 0) + 1);
        }
        System.out.println(words);
        System.out.println(words.keySet() + " " + words.values());
        Map<Integer, String> numbers = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            numbers.put(i * 37 % 101 - 40, "v" + i);
        }
        System.out.println(numbers);
        for (int i = 0; i < 20; i++) {
            numbers.remove(i * 37 % 101 - 40);
        }
        System.out.println(numbers);
        Map<Object, Object> mixed = new HashMap<>(4, 0.9f);
        mixed.put(null, "null key");
        mixed.put(1L << 32, 1);
        mixed.put(2.5, 2);
        mixed.put('c', 3);
        mixed.put(true, 4);
        mixed.put("string", null);
        mixed.put(-1, 5);
        System.out.println(mixed);
        Map<Clash, Integer> clashes = new HashMap<>();
        for (int i = 0; i < 9; i++) {
            clashes.put(new Clash(i * 4 % 9), i);
        }
        clashes.remove(new Clash(3));
        clashes.put(new Clash(3), 33);
        System.out.println(clashes);
        Set<String> set = new HashSet<>();
        for (char c = 'a'; c < 'q'; c++) {
            set.add("" + c + (char) (c + 1) + c);
        }
        System.out.println(set);
        Set<Integer> sized = new HashSet<>(100);
        for (int i = 500; i > 0; i -= 17) {
            sized.add(i);
        }
        System.out.println(sized);
        Map<Long, Integer> big = new HashMap<>();
        for (long i = 0; i < 2000; i++) {
            big.put(i * 0x9e3779b97f4a7c15L, (int) i);
        }
        int order = 0;
        for (Map.Entry<Long, Integer> entry : big.entrySet()) {
            order = order * 31 + entry.getValue();
        }
        System.out.println(order + " " + new HashMap<>(big).size());
        int copied = 0;
        for (int value : new HashMap<>(big).values()) {
            copied = copied * 31 + value;
        }
        System.out.println(copied == order);
    }
}
