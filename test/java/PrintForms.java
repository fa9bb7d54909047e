/** Everything that print and println take. */
import java.util.Arrays;
import java.util.List;

public class PrintForms {
    public static void main(String[] args) {
        System.out.println();
        System.out.print(true);
        System.out.print('c');
        System.out.print(1);
        System.out.print(2L);
        System.out.print(1.5f);
        System.out.print(2.5);
        System.out.print(new char[] {'x', 'y'});
        System.out.print("text");
        System.out.print((String) null);
        System.out.print((Object) null);
        System.out.println(List.of(1));
        System.out.println(false);
        System.out.println('\u00e9');
        System.out.println((byte) -1);
        System.out.println((short) 3);
        System.out.println(Long.MIN_VALUE);
        System.out.println(Float.MIN_VALUE);
        System.out.println(Double.MAX_VALUE);
        System.out.println(new char[0]);
        System.out.println((Object) "object");
        System.out.println(new StringBuilder("builder"));
        System.out.append('a').append("bc").append("xyz", 1, 2).append(null).println();
        System.out.printf("%s %s%n", 1, Arrays.asList("a", "b"));
        System.out.format("%d%%%n", 50);
        System.out.write('W');
        System.out.write(new byte[] {'o', 'w', '\n'}, 0, 3);
        System.out.flush();
        try {
            System.out.println((char[]) null);
        } catch (NullPointerException e) {
            System.out.println("null array");
        }
        System.out.println("tab\tquote\"backslash\\ \101\u0042 €😀");
        System.err.println("to standard error");
        System.out.println(new Object() {
            @Override
            public String toString() {
                return "own text";
            }
        });
    }
}
