/** The + of strings, with every type on either side, constants and long chains. */
public class StringConcat {
    static final String CONSTANT = "con" + "stant" + 1 + 'c' + true + 2.5;
    static int calls;

    static class Named {
        final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            calls++;
            return name;
        }
    }

    public static void main(String[] args) {
        byte b = -1;
        short s = 300;
        char c = 'q';
        int i = Integer.MIN_VALUE;
        long l = Long.MAX_VALUE;
        float f = 1.1f;
        double d = -0.0;
        boolean z = true;
        String n = null;
        Object o = null;
        Named named = new Named("named");
        char[] none = null;
        System.out.println("" + b + s + c + i + l + f + d + z + n + o + named);
        System.out.println(b + "," + s + "," + c + "," + i + "," + l + "," + f + "," + d + "," + z + "," + n + "," + named + none);
        System.out.println(1 + 2 + "x" + 1 + 2 + 'c' + ('c' + 1) + (char) ('c' + 1));
        System.out.println(CONSTANT + (CONSTANT == "constant1ctrue2.5"));
        System.out.println(new Named(null) + "|" + calls);
        System.out.println("\u0001 tag \u0002 " + i + " \u0001" + l);
        String chain = "";
        for (int k = 0; k < 30; k++) {
            chain += k + (k % 2 == 0 ? " even, " : " odd, ");
        }
        System.out.println(chain);
        String many = "0" + i + "1" + i + "2" + l + "3" + l + "4" + c + "5" + c + "6" + z + "7" + d + "8" + f + "9" + s + "a" + b + "b"
                + n + "c" + o + "d" + named + "e" + i + "f" + l + "g" + d + "h" + (i + 1) + "j" + (l - 1) + "k" + !z;
        System.out.println(many + calls);
    }
}
