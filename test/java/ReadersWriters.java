/** Readers and writers in memory. */
import java.io.BufferedReader;
import java.io.CharArrayReader;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.LineNumberReader;
import java.io.PrintWriter;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;

public class ReadersWriters {
    static int count(Reader reader) throws IOException {
        int count = 0;
        while (reader.read() >= 0) {
            count++;
        }
        return count;
    }

    public static void main(String[] args) throws IOException {
        String poem = "first line\nsecond line\r\n\r\nfourth\rfifth";
        BufferedReader reader = new BufferedReader(new StringReader(poem), 4);
        for (String line; (line = reader.readLine()) != null;) {
            System.out.println("[" + line + "]");
        }
        LineNumberReader numbered = new LineNumberReader(new StringReader(poem));
        while (numbered.readLine() != null) {
            System.out.print(numbered.getLineNumber() + " ");
        }
        System.out.println(count(new StringReader(poem)) + " " + count(new CharArrayReader(poem.toCharArray(), 3, 10)));
        StringReader marked = new StringReader("abcdef");
        marked.read();
        marked.mark(10);
        char[] chars = new char[3];
        System.out.println(marked.read(chars) + new String(chars) + (char) marked.read());
        marked.reset();
        System.out.println((char) marked.read() + " " + marked.skip(2) + " " + (char) marked.read() + " " + marked.ready());
        PushbackReader push = new PushbackReader(new StringReader("12ab"), 2);
        int c;
        int number = 0;
        while (Character.isDigit(c = push.read())) {
            number = number * 10 + c - '0';
        }
        push.unread(c);
        push.unread('*');
        System.out.println(number + "" + (char) push.read() + (char) push.read() + (char) push.read() + push.read());
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.print("number ");
        out.println(42);
        out.print(2.5);
        out.write("!", 0, 1);
        out.append('c').append("sequence").flush();
        System.out.println(text + " " + text.getBuffer().length());
        CharArrayWriter array = new CharArrayWriter();
        array.write("hello", 1, 3);
        array.write('!');
        System.out.println(array.toString() + array.size() + array.toCharArray().length);
        StringReader closed = new StringReader("x");
        closed.close();
        try {
            closed.read();
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        StringWriter trace = new StringWriter();
        new IllegalStateException("into a writer").printStackTrace(new PrintWriter(trace, true));
        System.out.println(trace.toString().trim());
    }
}
