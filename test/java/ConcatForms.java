/** Strings put together of every kind of value, by one expression or many. */
public class ConcatForms {
    private static int calls;

    private static String next() {
        return "n" + ++calls;
    }

    public static void main(String[] args) {
        boolean z = false;
        byte b = -1;
        short s = -2;
        char c = 'x';
        int i = Integer.MIN_VALUE;
        long l = Long.MAX_VALUE;
        float f = 1.0e10f;
        double d = 1.0e-5;
        Object o = null;
        String t = null;
        char[] none = {};
        System.out.println(z + "|" + b + "|" + s + "|" + c + "|" + i + "|" + l + "|" + f + "|" + d + "|" + o + "|" + t + "|" + none.length);
        System.out.println("" + c + 1 + 2 + 'y' + (1 + 2) + (char) (c + 1) + (c + 1));
        System.out.println(1 + 2 + "3" + 4 + 5);
        String text = "a";
        text += 1;
        text += 'b';
        text += 2.5;
        text += null;
        text += new int[0].length + next() + next();
        System.out.println(text);
        String[] array = {"p", null};
        int k = 0;
        array[k++] += "q" + k;
        array[1] += next();
        System.out.println(array[0] + array[1] + k);
        final String constant = "con" + "stant" + 5 + true + 1.5 + 'c';
        System.out.println(constant == ("constant5true1.5c")) ;
        System.out.println("\u0001\u0002 special \" quote \\ back\tslash" + i + "\u0001" + z + "%s {} \0".length());
        String many = "" + 1 + b + 2 + s + 3 + c + 4 + i + 5 + l + 6 + f + 7 + d + 8 + z + 9 + t + 10 + o + 11 + b + 12 + s + 13 + c + 14 + i + 15 + l + 16 + f + 17 + d + 18 + z + 19 + t + 20 + o + "end";
        System.out.println(many + " " + many.length() + " " + many.hashCode());
        Object self = new Object() {
            @Override
            public String toString() {
                return null;
            }
        };
        System.out.println("null text: " + self);
        StringBuilder long1 = new StringBuilder();
        for (int n = 0; n < 20; n++) {
            long1.append(n + "," + n * n + ";" + (n % 2 == 0 ? "even" : 'o') + " ");
        }
        System.out.println(long1);
        System.out.println("é" + "€" + "😀" + (char) 0xd83d + (char) 0xde00 + "\0".length());
    }
}
