/** Small classic exercises: bowling, change, anagrams, leap years, luhn, prime factors, bank heights, clocks, roman and others. */
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public class Bowling {
    private static int score(int... rolls) {
        int score = 0;
        int at = 0;
        for (int frame = 0; frame < 10; frame++) {
            boolean strike = rolls[at] == 10;
            boolean spare = !strike && rolls[at] + rolls[at + 1] == 10;
            score += rolls[at] + rolls[at + 1] + (strike || spare ? rolls[at + 2] : 0);
            at += strike ? 1 : 2;
        }
        return score;
    }

    private static long ways(int amount, int... coins) {
        long[] ways = new long[amount + 1];
        ways[0] = 1;
        for (int coin : coins) {
            for (int i = coin; i <= amount; i++) {
                ways[i] += ways[i - coin];
            }
        }
        return ways[amount];
    }

    private static Map<Long, Integer> factors(long n) {
        Map<Long, Integer> factors = new TreeMap<>();
        for (long p = 2; p * p <= n; p++) {
            while (n % p == 0) {
                factors.merge(p, 1, Integer::sum);
                n /= p;
            }
        }
        if (n > 1) {
            factors.merge(n, 1, Integer::sum);
        }
        return factors;
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int d = digits.charAt(digits.length() - 1 - i) - '0';
            d = i % 2 == 1 ? d * 2 : d;
            sum += d > 9 ? d - 9 : d;
        }
        return sum % 10 == 0;
    }

    private static String words(int n) {
        String[] small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
        if (n < 20) {
            return small[n];
        }
        if (n < 100) {
            return tens[n / 10 - 2] + (n % 10 == 0 ? "" : "-" + small[n % 10]);
        }
        if (n < 1000) {
            return small[n / 100] + " hundred" + (n % 100 == 0 ? "" : " " + words(n % 100));
        }
        return words(n / 1000) + " thousand" + (n % 1000 == 0 ? "" : " " + words(n % 1000));
    }

    private static List<List<Integer>> permutations(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        return items.stream().flatMap(head -> {
            List<Integer> rest = new ArrayList<>(items);
            rest.remove(head);
            return permutations(rest).stream().map(tail -> Stream.concat(Stream.of(head), tail.stream()).toList());
        }).toList();
    }

    public static void main(String[] args) {
        int[] perfect = new int[12];
        Arrays.fill(perfect, 10);
        System.out.println(score(perfect) + " " + score(5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5) + " " + score(1, 4, 4, 5, 6, 4, 5, 5, 10, 0, 1, 7, 3, 6, 4, 10, 2, 8, 6));
        System.out.println(ways(200, 1, 2, 5, 10, 20, 50, 100, 200) + " " + factors(13195L * 1000003) + " " + factors(1 << 20) + " " + luhn("4539578763621486") + luhn("4539578763621487"));
        System.out.println(words(0) + ", " + words(13) + ", " + words(42) + ", " + words(100) + ", " + words(999) + ", " + words(12345));
        System.out.println(IntStream.of(1900, 2000, 2023, 2024).mapToObj(y -> y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)).toList());
        System.out.println(permutations(List.of(1, 2, 3)) + " " + permutations(List.of(1, 2, 3, 4, 5)).size());
        Map<Character, Integer> letters = new LinkedHashMap<>();
        for (char c : "mississippi river".toCharArray()) {
            letters.merge(c, 1, Integer::sum);
        }
        System.out.println(letters);
        Map<String, List<String>> anagrams = Stream.of("eat", "tea", "tan", "ate", "nat", "bat").collect(Collectors.groupingBy(w -> {
            char[] chars = w.toCharArray();
            Arrays.sort(chars);
            return new String(chars);
        }, TreeMap::new, Collectors.toList()));
        System.out.println(anagrams);
        StringBuilder steps = new StringBuilder();
        long n = 27;
        int count = 0;
        while (n != 1) {
            n = n % 2 == 0 ? n / 2 : 3 * n + 1;
            count++;
            if (count % 20 == 0) {
                steps.append(n).append(' ');
            }
        }
        System.out.println(count + ": " + steps);
        Map<Integer, Long> memo = new HashMap<>();
        System.out.println(catalan(15, memo) + " " + IntStream.rangeClosed(1, 130).filter(i -> IntStream.range(1, i).filter(d -> i % d == 0).sum() == i).boxed().toList());
        int armstrong = 0;
        for (int i = 100; i < 1000; i++) {
            int a = i / 100;
            int b = i / 10 % 10;
            int c = i % 10;
            armstrong += a * a * a + b * b * b + c * c * c == i ? i : 0;
        }
        System.out.println(armstrong + " " + Integer.toString(255, 2) + " " + new StringBuilder("never odd or even".replace(" ", "")).reverse().toString().equals("neveroddoreven"));
    }

    private static long catalan(int n, Map<Integer, Long> memo) {
        if (n < 2) {
            return 1;
        }
        Long known = memo.get(n);
        if (known != null) {
            return known;
        }
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += catalan(i, memo) * catalan(n - 1 - i, memo);
        }
        memo.put(n, sum);
        return sum;
    }
}
