/** Everything StringBuilder does to its characters. */
public class StringBuilders {
    public static void main(String[] args) {
        StringBuilder b = new StringBuilder("hello");
        b.append(' ').append("world").append(1).append(2L).append(3.5).append(4.5f).append(true).append('c').append((Object) null)
            .append((String) null).append(new char[] {'x', 'y'}).append("abcdef", 2, 4).append(new char[] {'1', '2', '3'}, 1, 2);
        System.out.println(b + " " + b.length());
        b.insert(0, "<<").insert(2, 42).insert(4, true).insert(b.length(), '>').insert(3, 1.25).insert(0, new char[] {'#'});
        System.out.println(b);
        b.delete(0, 5).deleteCharAt(0).delete(10, 1000);
        System.out.println(b + " " + b.length());
        b.replace(2, 5, "REPLACED").reverse();
        System.out.println(b);
        b.setLength(4);
        b.setCharAt(0, 'Q');
        System.out.println(b + " " + b.charAt(3) + " " + b.indexOf("E") + " " + b.lastIndexOf("zz"));
        b.setLength(6);
        System.out.println(b.length() + " " + (int) b.charAt(5));
        System.out.println(new StringBuilder("a\ud83d\ude00b").reverse() .codePointAt(1));
        b.setLength(0);
        for (int i = 0; i < 100; i++) {
            b.insert(b.length() / 2, (char) ('a' + i % 26));
        }
        System.out.println(b);
        System.out.println(b.substring(90) + " " + b.substring(10, 20) + " " + b.subSequence(0, 3) + " " + b.compareTo(new StringBuilder("a")));
        b.appendCodePoint(0x41).appendCodePoint(0x1f600);
        System.out.println(b.length() + " " + b.codePointCount(0, b.length()));
        StringBuilder same = b;
        System.out.println(b.equals(new StringBuilder(b)) + " " + b.equals(same) + " " + b.toString().equals(same.toString()));
        Runnable[] wrong = {() -> same.charAt(-1), () -> same.deleteCharAt(1000), () -> same.insert(5000, "x"), () -> same.setLength(-1),
            () -> same.delete(5, 2), () -> same.substring(3, 1), () -> same.replace(1000, 2, "")};
        for (Runnable each : wrong) {
            try {
                each.run();
                System.out.println("fine");
            } catch (IndexOutOfBoundsException e) {
                System.out.println(e.getClass().getSimpleName());
            }
        }
    }
}
