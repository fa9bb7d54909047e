/** instanceof, casts and patterns over classes, interfaces and arrays. */
import java.util.ArrayList;
import java.util.List;

public class InstanceofPatterns {
    static String describe(Object o) {
        if (o instanceof String s && !s.isEmpty()) {
            return "string " + s.charAt(0);
        }
        if (!(o instanceof Number n)) {
            return o == null ? "null" : "other " + o.getClass().getName();
        }
        if (n instanceof Integer i && i > 100 || n instanceof Long) {
            return "big " + n;
        }
        return "number " + n.intValue();
    }

    static String kinds(Object o) {
        StringBuilder kinds = new StringBuilder();
        kinds.append(o instanceof Object ? 'O' : '-').append(o instanceof int[] ? 'i' : '-').append(o instanceof Object[] ? 'A' : '-')
            .append(o instanceof Number[] ? 'N' : '-').append(o instanceof Cloneable ? 'C' : '-').append(o instanceof Comparable ? 'c' : '-')
            .append(o instanceof Iterable ? 'I' : '-').append(o instanceof Object[][] ? '2' : '-').append(o instanceof int[][] ? 'm' : '-')
            .append(o instanceof CharSequence ? 's' : '-').append(o instanceof java.io.Serializable ? 'S' : '-');
        return kinds.toString();
    }

    public static void main(String[] args) {
        Object[] things = {"hello", "", 5, 500, 5L, 2.5, null, 'c', new int[0], new ArrayList<String>(), new Object()};
        for (Object thing : things) {
            System.out.println(describe(thing));
        }
        Object[] more = {new int[1], new Integer[1], new String[1], new int[1][1], new Object[1][], new Integer[0][0], "x", List.of(), 1, null,
            new Comparable[0], new byte[0]};
        for (Object thing : more) {
            System.out.println(kinds(thing));
        }
        Object text = "text";
        String back = (String) text;
        System.out.println(back.length());
        Class<?>[] targets = {Integer.class, CharSequence.class, Comparable.class, Object.class, Number.class};
        for (Class<?> target : targets) {
            try {
                System.out.println(target.cast(text));
            } catch (ClassCastException e) {
                System.out.println(e.getMessage());
            }
        }
        try {
            Integer wrong = (Integer) text;
            System.out.println(wrong);
        } catch (ClassCastException e) {
            System.out.println("not an Integer");
        }
        try {
            Object[] wrong = (Number[]) more[2];
            System.out.println(wrong.length);
        } catch (ClassCastException e) {
            System.out.println("not a Number[]");
        }
        String nothing = (String) more[9];
        System.out.println(nothing);
        while (!(text instanceof Integer number)) {
            text = text instanceof String s ? s.length() : 0;
        }
        System.out.println(number + 1);
    }
}
