/** Byte streams in memory, data streams and a PrintStream that writes into bytes. */
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;

public class ByteStreams {
    public static void main(String[] args) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 100; i++) {
            out.write(i * 3);
        }
        out.write(new byte[] {1, 2, 3, 4}, 1, 2);
        byte[] bytes = out.toByteArray();
        System.out.println(out.size() + " " + Arrays.hashCode(bytes));
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        System.out.println(in.read() + " " + in.read() + " " + in.available() + " " + in.skip(10) + " " + in.read());
        in.mark(0);
        byte[] block = new byte[60];
        System.out.println(in.read(block) + " " + in.read(block, 5, 50) + " " + in.read() + " " + in.read(block));
        in.reset();
        System.out.println(in.available() + " " + in.read());
        out.reset();
        PrintStream print = new PrintStream(out, true);
        print.print("text ");
        print.print(5);
        print.print(2.5);
        print.println('c');
        print.println(new char[] {'a', 'b'});
        print.append("x").append('y');
        print.println((Object) null);
        print.write('!');
        print.flush();
        String text = out.toString();
        System.out.print(text);
        System.out.println(text.length() + " " + print.checkError());
        PrintStream saved = System.out;
        out.reset();
        System.setOut(print);
        System.out.println("captured");
        System.setOut(saved);
        System.out.println("[" + out.toString().trim() + "]");
        System.out.print("no newline");
        System.out.print('\n');
        System.out.println();
        System.out.write('w');
        System.out.write(new byte[] {'x', 'y', '\n'}, 0, 3);
        System.out.flush();
        System.out.println(true);
        System.out.println(1.5f);
        System.out.println(Long.MIN_VALUE);
        System.out.println((String) null);
        System.out.println(new StringBuilder("builder"));
    }
}
