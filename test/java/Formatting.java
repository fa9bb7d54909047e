/** String.format for everyday conversions. */
public class Formatting {
    public static void main(String[] args) {
        System.out.println(String.format("%d %5d|%-5d|%05d %x %X %o %,d", 42, 42, 42, 42, 255, 255, 8, 1234567));
        System.out.println(String.format("%s %10s|%-10s|%.3s %S", "text", "right", "left", "cut off", "upper"));
        System.out.println(String.format("%c %b %n%%", 'c', true).replace("\n", "<newline>"));
        System.out.println(String.format("%.2f %8.3f|%-8.1f|%08.2f %e %.0f", 3.14159, 2.71828, 1.05, -3.5, 12345.678, 2.5));
        System.out.println(String.format("%s %s %s %d", null, 1.5, true, 1L << 40));
        System.out.println(String.format("%2$s before %1$s", "second", "first"));
        System.out.println("%d items".formatted(3));
        System.out.printf("%d and %s%n", 7, "seven");
    }
}
