/** String.format: flags, widths, precisions, indexes, and every mistake. */
import java.util.IllegalFormatException;
import java.util.Locale;

public class StringFormats {
    private static void show(String format, Object... args) {
        try {
            System.out.println(format + " -> [" + String.format(format, args) + "]");
        } catch (IllegalFormatException e) {
            System.out.println(format + " -> " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        show("%d %5d %-5d| %05d %+d %,d %(d % d", 42, 42, 42, 42, 42, 1234567, -42, 42);
        show("%x %X %#x %08x %o %#o", 255, 255, 255, 255, 8, 8);
        show("%x %x %x %o", -1, (byte) -1, -1L, (short) -8);
        show("%f %.2f %10.3f %-10.1f| %+.0f %,.2f %010.2f %(.1f", 3.14159, 2.005, 2.5, 2.25, 2.5, 1234567.891, -3.5, -3.5);
        show("%e %.3e %E %g %.3g %g", 12345.678, 0.00012345, 1e-10, 12345.678, 0.0001, 1e10);
        show("%a %a", 1.0, -0.1);
        show("%f %f %f %5.1f", Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);
        show("%s %10s| %-10s| %.2s %S", "text", "right", "left", "cut", "upper");
        show("%s %s %s %s", null, true, 1.5f, 'c');
        show("%b %b %B %5b", true, null, "x", false);
        show("%c %c %C %5c %c", 'a', 65, 'b', 'c', 0x1F600);
        show("%h %h %H", "hello", null, 42);
        show("%2$s %1$s %2$s %s %<s", "a", "b");
        show("%n%%|%5%|%-5%|");
        show("%s %d", "x");
        show("%d", "x");
        show("%d", 1.5);
        show("%f", 1);
        show("%c", "str");
        show("%q", 1);
        show("%-d", 1);
        show("%05s", "x");
        show("%.3d", 1);
        show("%-05d", 1);
        show("%+ d", 1);
        show("%#s", "x");
        show("%++d", 1);
        show("%,x", 1);
        show("%5", 1);
        show("%");
        show("%0d", 1);
        show("%c", 0x110000);
        show("%.1c", 'x');
        show("%n5n");
        show("%<s", "x");
        show("%3$s", "x");
        show("%.0f %.0f %.0f %.1f %.1f", 0.5, 1.5, 2.5, 0.25, 0.35);
        show("%.15f %.20f %s", 0.1, 0.1, 0.1);
        show("%,d %,d %,d", 999, -1000, Long.MIN_VALUE);
        show("%d %d %d %d", (byte) 1, (short) 2, 3, 4L);
        show("%x %d", Long.MIN_VALUE, Long.MAX_VALUE);
        show("%10.4s|%-8.1s|", "truncate", "cut");
        System.out.println(String.format(Locale.US, "%,.3f", 9876.54321) + " " + "%s-%s".formatted(1, 2) + " " + String.format("plain"));
        System.out.printf("%s %d%n", "printf", 7);
        System.out.format("%5.1f|%n", 2.25);
    }
}
