import java.util.*;

/** Format strings, right and wrong. */
public class FormatCorners {
    static void f(String fmt, Object... a) {
        try {
            System.out.println("[" + String.format(fmt, a) + "]");
        } catch (Exception e) {
            System.out.println(fmt + " -> " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    public static void main(String[] x) {
        f("%d %5d %-5d| %05d %+d %,d %(d % d %x %X %#x %o %#o", 1, 2, 3, 4, 5, 1234567, -6, 7, 255, 255, 255, 8, 8);
        f("%d %d %d %d", (byte)-1, (short)-2, 3L, null);
        f("%x %x %x %o", (byte)-1, (short)-1, -1L, -1);
        f("%,d %,d %,.2f", Long.MIN_VALUE, -1234, -9876543.215);
        f("%f %.2f %10.3f %-10.1f| %+.1f %010.2f %(.2f %.0f %#.0f", 1.5, 2.345, 3.14159, 2.25, 3.0, -4.5, -5.678,
                2.5, 3.0);
        f("%e %.2e %E %12.4e %g %.3g %G %g %g %g", 12345.678, 0.00012, 1e100, -1.5, 1e-5, 123456.0,
                1e10, 0.0001, 99999.95, 0.0);
        f("%a %A %a %.3a", 1.0, -0.1, Double.MIN_VALUE, 3.14159);
        f("%f %e %g %a %5.1f %-8f|", Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
                Double.NaN, Double.NaN, Double.POSITIVE_INFINITY);
        f("%(f %+f % f", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        f("%s %10s %-10s| %.2s %10.2s %S", 1, "ab", "cd", "efgh", "ijkl", "upper");
        f("%s %s %s", null, new int[0].length, List.of(1, 2));
        f("%c %C %c %5c %-3c| %c", 'a', 'b', 65, 'x', 'y', 0x1F600);
        f("%c", "x");
        f("%c", -1);
        f("%b %B %b %b %5b %.2b", true, false, null, "x", true, true);
        f("%h %H %h", "hello", "hello", null);
        f("%n%%%5%%-5%|");
        f("%2$s %1$s %<s %s", "a", "b");
        f("%3$s", "a");
        f("%s");
        f("%d", "x");
        f("%d", 1.5);
        f("%f", 1);
        f("%q", 1);
        f("%-d", 1);
        f("%05s", "x");
        f("%+s", "x");
        f("%,x", 1);
        f("%#d", 1);
        f("%.2d", 1);
        f("%+-5d|%-+5d|", 1, 2);
        f("%-05d", 1);
        f("%+ d", 1);
        f("%", 1);
        f("%5", 1);
        f("abc%");
        f("%1$", 1);
        f("%0d", 1);
        f("%--5d", 1);
        f("%.f", 1.0);
        f("%s %s", (Object[])null);
        f("%x", -1.0);
        f("%e", 1L);
        f("%c", '\uD83D');
        f("%S %S", "straße", "i");
        f("%10.3e|%-12.2E|", 123.456, 0.00123);
        f("%,.3f|%,15.2f|%-,15.2f|", 1234567.891, 1234567.891, 1234567.891);
        f("%08.3f|%+08.3f|%08d|%(08d", -3.14159, 3.14159, -42, -42);
        f("%.15f %.20f %.17g", 0.1, 0.1, 0.1);
        f("%.1f %.1f %.1f %.1f %.0f %.0f", 0.05, 0.15, 0.25, 0.35, 0.5, 1.5);
        f("%.3f", 2.0005);
        f("%.2f", 1.005);
        f("%f", 1e20);
        f("%f", 123456789012345678.0);
        f("%.10f", 1e-7);
        f("%s", 1.0f);
        f("%s", 1e-5);
        f("%f %f", 1.1f, Float.MAX_VALUE);
        f("%d%n%d", 1, 2);
        System.out.printf("%s=%d%n", "k", 3);
        System.out.printf(Locale.ROOT, "%5.1f|%n", 2.55);
        System.out.println(String.format("%-20s|%20s|", "left", "right"));
        StringBuilder sb = new StringBuilder();
        Formatter fm = new Formatter(sb);
        fm.format("%d", 1).format("-%s", "x");
        System.out.println(sb + " " + fm.out().getClass().getSimpleName() + " " + fm.locale());
        fm.close();
        try {
            fm.format("x");
        } catch (FormatterClosedException e) {
            System.out.println(e.getClass() + " " + e.getMessage());
        }
        class F implements Formattable {
            public void formatTo(Formatter f, int flags, int w, int p) {
                f.format("<%d %d %d>", flags, w, p);
            }
        }
        f("%s %10s %-10.3S %#s", new F(), new F(), new F(), new F());
        System.out.println(Double.toString(100) + " " + 1e21 + " " + 1.0E-10f + " " + (float)1e10 + " " + 3.0e-45f
                + " " + (double)3.4028235e38f + " " + 12345.678e-10);
    }
}
