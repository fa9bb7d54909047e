/** A scanner's delimiters, patterns, lines and numbers. */
import java.io.StringReader;
import java.util.InputMismatchException;
import java.util.NoSuchElementException;
import java.util.Scanner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

public class ScannerPatterns {
    public static void main(String[] args) {
        Scanner plain = new Scanner("12 3.5 true word -7\nsecond line\n\n0x1F last");
        System.out.println(plain.nextInt() + " " + plain.nextDouble() + " " + plain.nextBoolean() + " " + plain.next() + " " + plain.nextLong());
        System.out.println("[" + plain.nextLine() + "][" + plain.nextLine() + "][" + plain.nextLine() + "]");
        try {
            plain.nextInt();
        } catch (InputMismatchException e) {
            System.out.println(e.getMessage() + " then " + plain.next());
        }
        System.out.println(plain.hasNextInt() + " " + plain.hasNext() + " " + plain.next() + " " + plain.hasNext());
        try {
            plain.next();
        } catch (NoSuchElementException e) {
            System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
        }
        Scanner commas = new Scanner("a,b,,c , d").useDelimiter(",");
        StringBuilder out = new StringBuilder();
        while (commas.hasNext()) {
            out.append('[').append(commas.next()).append(']');
        }
        System.out.println(out);
        Scanner fish = new Scanner("1 fish 2 fish red fish blue fish").useDelimiter("\\s*fish\\s*");
        System.out.println(fish.nextInt() + fish.nextInt() + fish.next() + fish.next() + " " + fish.delimiter());
        Scanner finder = new Scanner("1 fish 2 fish red fish blue fish\nnext");
        finder.findInLine("(\\d+) fish (\\d+) fish (\\w+) fish (\\w+)");
        System.out.println(finder.match().groupCount() + " " + finder.match().group(3) + " " + finder.match().group(4));
        System.out.println(finder.findInLine("nothing") + " " + finder.findWithinHorizon("n\\wx", 0) + " " + finder.findWithinHorizon("z", 5));
        Scanner typed = new Scanner("ab12 cd ef34");
        System.out.println(typed.hasNext("[a-z]+\\d+") + " " + typed.next("[a-z]+\\d+") + " " + typed.hasNext(Pattern.compile("\\d+")) + " " + typed.next());
        try {
            typed.next("\\d+");
        } catch (InputMismatchException e) {
            System.out.println("mismatch " + e.getMessage());
        }
        System.out.println(typed.skip("\\s*e").next());
        System.out.println(new Scanner("x y  z").tokens().map(String::toUpperCase).collect(Collectors.joining("-")));
        System.out.println(new Scanner("a1b22c333").findAll("\\d+").map(m -> m.group()).toList());
        Scanner radix = new Scanner(new StringReader("ff 10 zz")).useRadix(16);
        System.out.println(radix.nextInt() + " " + radix.nextInt(2) + " " + radix.hasNextInt() + " " + radix.radix());
        Scanner numbers = new Scanner("128 127 1e3 -0.5 99999999999 NaN");
        System.out.println(numbers.hasNextByte() + " " + numbers.nextShort() + " " + numbers.nextByte() + " " + numbers.nextFloat() + " " + numbers.nextDouble()
                + " " + numbers.hasNextInt() + " " + numbers.nextLong() + " " + numbers.hasNextDouble());
        numbers.close();
        try {
            numbers.hasNext();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        Scanner long1 = new Scanner("word ".repeat(300) + "end;tail").useDelimiter(";");
        System.out.println(long1.next().length() + " " + long1.next());
        Scanner lines = new Scanner("one\r\ntwo\rthree\n");
        while (lines.hasNextLine()) {
            System.out.print("<" + lines.nextLine() + ">");
        }
        System.out.println();
    }
}
