/** Cutting, changing and comparing strings. */
public class StringMethods {
    public static void main(String[] args) {
        String s = "The quick brown fox";
        System.out.println(s.length() + " " + s.charAt(4) + " " + s.substring(4) + " " + s.substring(4, 9) + "|" + s.substring(19) + "|");
        System.out.println(s.toUpperCase() + " " + s.toLowerCase() + " " + s.concat("!") + " " + s.replace('q', 'k') + " "
                + s.replace("brown", "red") + " " + s.replace("", "-"));
        System.out.println(s.startsWith("The") + " " + s.startsWith("quick", 4) + " " + s.endsWith("fox") + " " + s.endsWith("")
                + " " + s.contains("own") + " " + s.isEmpty() + " " + "".isEmpty() + " " + " \t".isBlank());
        System.out.println("[" + "  trim me \n".trim() + "] [" + "  strip ".strip() + "] [" + " left ".stripLeading() + "] ["
                + " right ".stripTrailing() + "]");
        System.out.println("ab".repeat(3) + "[" + "x".repeat(0) + "] " + String.join(", ", "a", "b", "c") + " " + String.join("-"));
        System.out.println("apple".compareTo("banana") + " " + "apple".compareTo("app") + " " + "a".compareTo("B") + " "
                + "a".compareToIgnoreCase("B") + " " + "MiXed".equalsIgnoreCase("mIxED") + " " + "a".equals(null));
        System.out.println("hello".hashCode() + " " + "".hashCode() + " " + "Aa".hashCode() + " " + "BB".hashCode() + " " + s.hashCode());
        System.out.println(String.valueOf(3) + String.valueOf('c') + String.valueOf(2.5) + String.valueOf(true) + String.valueOf((Object) null)
                + String.valueOf(new char[] {'x', 'y'}) + String.valueOf(7L) + String.valueOf(1.5f));
        System.out.println("abcdef".regionMatches(2, "xcdex", 1, 3) + " " + "abcdef".regionMatches(true, 2, "XCDEX", 1, 3)
                + " " + "abc".contentEquals(new StringBuilder("abc")) + " " + "abc".subSequence(1, 3));
        char[] chars = "array".toCharArray();
        chars[0] = 'A';
        System.out.println(new String(chars) + " " + new String(chars, 1, 3) + " " + String.copyValueOf(chars, 2, 2));
        char[] target = "..........".toCharArray();
        s.getChars(4, 9, target, 2);
        System.out.println(target);
        Object[] bad = {-1, 20, 5};
        for (Object o : bad) {
            int i = (Integer) o;
            try {
                System.out.println(s.charAt(i));
            } catch (StringIndexOutOfBoundsException e) {
                System.out.println("charAt " + i);
            }
            try {
                System.out.println(s.substring(i));
            } catch (StringIndexOutOfBoundsException e) {
                System.out.println(e.getMessage());
            }
            try {
                System.out.println(s.substring(i, 2));
            } catch (StringIndexOutOfBoundsException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
