/** String concatenation of every kind of operand, long recipes, constants with special marks, compound. */
public class Concats {
    static String s; Object o = new Object() { public String toString() { return null; } };
    public static void main(String[] args) {
        byte b = -1; short sh = 300; char c = 'é'; int i = Integer.MIN_VALUE; long l = Long.MIN_VALUE; float f = 1e10f; double d = -0.0; boolean z = true; Object n = null; char[] cs = {'x'};
        System.out.println("" + b + sh + c + i + l + f + d + z + n + s + new Concats().o + 'x' + 1 + 2L + 3f + 4d + null + true);
        System.out.println(b + sh + "" + b + sh);
        System.out.println("\u0001" + i + "\u0002" + c + "a\u0001b\u0002c");
        String t = null; t += "x"; t += 1; t += null; t += 'c'; t += 2.5; System.out.println(t);
        Object q = "o"; q += "p"; System.out.println(q);
        String[] arr = {"a", "b"}; int k = 0; arr[k++] += "z" + k; System.out.println(arr[0] + arr[1] + k);
        String big = ""; for (int j = 0; j < 3; j++) big += i + "," + l + "," + f + "," + d + "," + z + "," + c + "," + b + "," + sh + "," + n + "," + t + "," + q + "," + arr[0] + "," + i + "," + l + "," + f + "," + d + "," + z + "," + c + "," + b + "," + sh + "," + n + "," + t + "," + q + "," + arr[0]; System.out.println(big.length() + " " + big.hashCode());
        final String con = "con" + 1 + 'c' + 2.0 + true; System.out.println(con == ("con" + 1 + 'c' + 2.0 + true)); System.out.println(("a" + args.length) == ("a" + args.length));
        try { System.out.println("x" + new Object() { public String toString() { throw new IllegalStateException("in toString"); } }); } catch (IllegalStateException e) { System.out.println(e.getMessage()); }
        System.out.println("a" + (args.length == 0 ? null : 1) + (char) 65 + (byte) 300 + (int) 'a' + 1 / 2 + 1 % 2 + -1 + ~1 + (1 > 2));
        StringBuilder sb = new StringBuilder(); System.out.println("sb" + sb.append("q").append((Object) null).append(new char[] {'w'}));
        String x1 = "1" + l + "2"; String x2 = l + "" + l; String x3 = "" + d + f; System.out.println(x1 + x2 + x3 + Float.NaN + Double.NEGATIVE_INFINITY + Long.MAX_VALUE);
    }
}
