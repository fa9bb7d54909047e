/** Which strings are the same object. */
public class StringInterning {
    static final String A = "dormouse";
    static final String HALF = "dor";

    static class Other {
        static final String B = "dormouse";
    }

    public static void main(String[] args) {
        String built = new StringBuilder("dor").append("mouse").toString();
        String half = "dor";
        System.out.println(A == Other.B);
        System.out.println(A == "dor" + "mouse");
        System.out.println(A == HALF + "mouse");
        System.out.println(A == half + "mouse");
        System.out.println(A == (half + "mouse").intern());
        System.out.println(A == built);
        System.out.println(A.equals(built));
        System.out.println(A == built.intern());
        System.out.println(A == new String(A));
        System.out.println("" == "x".substring(1).intern());
        String fresh = new String(new char[] {'n', 'e', 'v', 'e', 'r', ' ', 'l', 'i', 't', 'e', 'r', 'a', 'l'});
        String first = fresh.intern();
        System.out.println(first.equals(fresh) + " " + (first == new String(fresh.toCharArray()).intern()));
        int same = 0;
        String[] interned = new String[200];
        for (int i = 0; i < interned.length; i++) {
            interned[i] = ("key" + i % 50).intern();
        }
        for (int i = 50; i < interned.length; i++) {
            if (interned[i] == interned[i - 50]) {
                same++;
            }
        }
        System.out.println(same);
        System.out.println("key7" == interned[7]);
        System.out.println(StringInterning.class.getName() == StringInterning.class.getName());
    }
}
