/** indexOf and its relatives, with every odd position. */
public class StringSearch {
    public static void main(String[] args) {
        String s = "abracadabra";
        System.out.println(s.indexOf('a') + " " + s.indexOf('a', 1) + " " + s.indexOf('z') + " " + s.indexOf('a', -5) + " "
                + s.indexOf('a', 100) + " " + s.lastIndexOf('a') + " " + s.lastIndexOf('a', 9) + " " + s.lastIndexOf('b', 0));
        System.out.println(s.indexOf("abra") + " " + s.indexOf("abra", 1) + " " + s.indexOf("") + " " + s.indexOf("", 5) + " "
                + s.indexOf("", 50) + " " + s.lastIndexOf("abra") + " " + s.lastIndexOf("abra", 6) + " " + s.lastIndexOf("") + " "
                + s.lastIndexOf("x") + " " + s.indexOf("abracadabra!"));
        System.out.println(count(s, "a") + " " + count("aaaa", "aa") + " " + count("", "a"));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            text.append((char) ('a' + i * i % 7));
        }
        String long1 = text.toString();
        int found = 0;
        for (int i = 0; i + 5 <= long1.length(); i += 13) {
            found = found * 7 + long1.indexOf(long1.substring(i, i + 5));
        }
        System.out.println(found);
        System.out.println(split("one,two,,three,", ','));
        System.out.println(split("", ','));
        System.out.println("\ud83d\ude00x".indexOf(0x1f600) + " " + "x\ud83d\ude00".indexOf(0x1f600) + " " + "ab".indexOf(0x1f600));
    }

    static int count(String text, String part) {
        int count = 0;
        for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + 1)) {
            count++;
        }
        return count;
    }

    static String split(String text, char at) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int to; (to = text.indexOf(at, from)) >= 0; from = to + 1) {
            out.append('[').append(text, from, to).append(']');
        }
        return out.append('[').append(text.substring(from)).append(']').toString();
    }
}
