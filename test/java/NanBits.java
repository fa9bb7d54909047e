/** The bits of NaNs survive. */
public class NanBits {
    static void p(String w, double d) {
        System.out.println(w + " " + Long.toHexString(Double.doubleToRawLongBits(d)));
    }

    static void q(String w, float d) {
        System.out.println(w + " " + Integer.toHexString(Float.floatToRawIntBits(d)));
    }

    static double id(double x) {
        return x;
    }

    static double f;
    static double[] arr = new double[2];
    double g;
    public static void main(String[] a) {
        long[] bs = {0x7fffe63ebb21e7d0L, 0xffff800000000000L, 0xfff8000000000123L,
                0x7ff0000000000001L, 0x7ff8000000000001L, 0xfff0000000000005L};
        for (long b:bs) {
            double d = Double.longBitsToDouble(b);
            p("rt", d);
            p("id", id(d));
            f = d;
            p("st", f);
            arr[1] = d;
            p("ar", arr[1]);
            NanBits n = new NanBits();
            n.g = d;
            p("fl", n.g);
            p("+", d + 1);
            p("r+", 1 + d);
            p("-", d-d);
            p("*", d * 2);
            p("/", d / 3);
            p("%", d % 2);
            p("neg", -d);
            p("f", (double)(float)d);
            p("sqrt", Math.sqrt(d));
            p("floor", Math.floor(d));
            p("abs", Math.abs(d));
            p("max", Math.max(d, 1));
            p("sin", StrictMath.sin(d));
            p("asin", StrictMath.asin(d));
            p("tan", StrictMath.tan(d));
            p("exp", StrictMath.exp(d));
            p("log", StrictMath.log(d));
            p("pow", StrictMath.pow(d, 2));
            p("atan", StrictMath.atan(d));
            p("rint", Math.rint(d));
            p("cbrt", StrictMath.cbrt(d));
            p("sinh", StrictMath.sinh(d));
            p("hypot", StrictMath.hypot(d, 1));
            p("atan2", StrictMath.atan2(d, 1));
            Double bx = d;
            p("box", bx);
            System.out.println(Double.doubleToLongBits(d));
            double[] c = arr.clone();
            p("cl", c[1]);
            double[] e = new double[2];
            System.arraycopy(arr, 0, e, 0, 2);
            p("ac", e[1]);
        }
        for (int b: new int[]{0x7fc12345, 0xffc00001, 0x7f800001, 0xff812345}) {
            float d = Float.intBitsToFloat(b);
            q("rt", d);
            q("+", d + 1);
            q("neg", -d);
            p("d", d);
            q("*", d * d);
            q("/", 1 / d);
            Float x = d;
            q("bx", x);
            q("%", d % 3);
        }
        p("0/0", 0.0 / zero());
        p("inf-inf", 1 / zero()-1 / zero());
        p("0*inf", zero() * (1 / zero()));
        p("sqrt-1", Math.sqrt(-1-zero()));
        q("f0/0", (float)zero() / (float)zero());
        p("inf%1", (1 / zero()) % 1);
        p("1%0", 1 % zero());
        p("NaN", Double.NaN);
        p("log-1", StrictMath.log(-1));
        p("asin2", StrictMath.asin(2));
        p("pow", StrictMath.pow(-1, 0.5));
        p("sininf", StrictMath.sin(1 / zero()));
    }

    static double zero() {
        return 0;
    }
}
