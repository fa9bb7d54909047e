/** Many strings built, cut, kept and thrown away. */
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class StringChurn {
    static String roman(int n) {
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder roman = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            for (; n >= values[i]; n -= values[i]) {
                roman.append(signs[i]);
            }
        }
        return roman.toString();
    }

    static String caesar(String text, int shift) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (Character.isUpperCase(chars[i])) {
                chars[i] = (char) ((chars[i] - 'A' + shift) % 26 + 'A');
            }
        }
        return new String(chars);
    }

    public static void main(String[] args) {
        List<String> kept = new ArrayList<>();
        Map<String, Integer> lengths = new HashMap<>();
        for (int n = 1; n <= 3000; n++) {
            String roman = roman(n);
            if (n % 3 == 0) {
                kept.add(n + "=" + roman);
            }
            lengths.merge("length " + roman.length(), 1, Integer::sum);
        }
        System.out.println(kept.size() + " " + kept.get(999) + " " + kept.hashCode() + " " + lengths.get("length 9"));
        String text = "";
        int sum = 0;
        for (int i = 0; i < 400; i++) {
            text = caesar(text + (char) ('A' + i % 26), 1);
            sum = sum * 31 + text.hashCode();
            if (text.length() > 100) {
                text = text.substring(text.length() / 2);
            }
        }
        System.out.println(text + " " + sum);
        for (int i = 0; i < kept.size(); i += 2) {
            String s = kept.get(i);
            kept.set(i, s.substring(s.indexOf('=') + 1).toLowerCase().replace('x', 'y'));
        }
        StringBuilder all = new StringBuilder();
        for (String s : kept) {
            all.append(s).append(',');
        }
        String joined = all.toString();
        System.out.println(joined.length() + " " + joined.hashCode() + " " + joined.lastIndexOf("mm") + " " + joined.contains("yyy"));
        int palindromes = 0;
        for (int i = 0; i < 3000; i++) {
            String s = Integer.toString(i * 11);
            if (new StringBuilder(s).reverse().toString().equals(s)) {
                palindromes++;
            }
        }
        System.out.println(palindromes);
    }
}
