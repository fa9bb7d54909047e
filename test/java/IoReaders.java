/** Readers and writers: buffered, counted, pushed back, piped through arrays and strings. */
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.CharArrayReader;
import java.io.CharArrayWriter;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

public class IoReaders {
    private interface Action {
        Object run() throws IOException;
    }

    private static void attempt(String what, Action action) {
        try {
            System.out.println(what + " = " + action.run());
        } catch (IOException | RuntimeException e) {
            System.out.println(what + ": " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    public static void main(String[] args) throws IOException {
        BufferedReader lines = new BufferedReader(new StringReader("one\ntwo\r\nthree\rfour"), 4);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.print("<" + line + ">");
        }
        System.out.println(lines.read() + " " + lines.ready());
        BufferedReader marked = new BufferedReader(new StringReader("abcdefgh"));
        marked.mark(3);
        System.out.print((char) marked.read());
        marked.reset();
        System.out.println((char) marked.read() + " " + marked.skip(3) + " " + (char) marked.read() + " " + marked.markSupported());
        attempt("reset", () -> {
            BufferedReader r = new BufferedReader(new StringReader("x"));
            r.reset();
            return null;
        });
        attempt("closed", () -> {
            lines.close();
            return lines.readLine();
        });
        LineNumberReader numbered = new LineNumberReader(new StringReader("a\nb\r\nc"));
        numbered.readLine();
        numbered.mark(10);
        System.out.print(numbered.getLineNumber() + " ");
        numbered.readLine();
        System.out.print(numbered.getLineNumber() + " ");
        numbered.reset();
        System.out.print(numbered.getLineNumber() + " " + (char) numbered.read() + numbered.read() + " ");
        numbered.setLineNumber(50);
        numbered.readLine();
        System.out.println(numbered.getLineNumber());
        PushbackReader pushed = new PushbackReader(new StringReader("xyz"), 3);
        int c = pushed.read();
        pushed.unread(c);
        pushed.unread("12".toCharArray());
        char[] chars = new char[6];
        System.out.println(pushed.read(chars) + " " + new String(chars).trim());
        attempt("overflow", () -> {
            pushed.unread(new char[4]);
            return null;
        });
        CharArrayReader array = new CharArrayReader("hello".toCharArray(), 1, 3);
        System.out.println((char) array.read() + " " + array.skip(1) + " " + (char) array.read() + " " + array.read());
        StringReader strings = new StringReader("text");
        strings.mark(0);
        strings.skip(2);
        System.out.print((char) strings.read());
        strings.reset();
        System.out.println((char) strings.read() + " " + strings.read(new char[10], 2, 5) + " " + strings.read());
        attempt("string closed", () -> {
            strings.close();
            return strings.read();
        });
        StringWriter writer = new StringWriter();
        PrintWriter print = new PrintWriter(writer);
        print.printf("%d-%s", 1, "x").append('c').append("seq", 1, 2).println();
        print.print(1.5);
        print.println(new char[] {'q'});
        print.write("write", 0, 2);
        System.out.println(writer.toString().replace("\n", "|") + " " + print.checkError() + " " + writer.getBuffer().length());
        CharArrayWriter kept = new CharArrayWriter();
        kept.write("abc");
        kept.append('d').append("efg", 0, 2);
        StringWriter copy = new StringWriter();
        kept.writeTo(copy);
        System.out.println(kept + " " + kept.size() + " " + copy + " " + kept.toCharArray().length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 3)) {
            out.write("grüße €");
            out.newLine();
            out.flush();
        }
        System.out.println(Arrays.toString(bytes.toByteArray()));
        InputStreamReader decoded = new InputStreamReader(new ByteArrayInputStream(bytes.toByteArray()), "UTF-8");
        StringBuilder back = new StringBuilder();
        for (int ch = decoded.read(); ch >= 0; ch = decoded.read()) {
            back.append((char) ch);
        }
        System.out.println(back.toString().trim() + " " + decoded.getEncoding());
        Reader upper = new FilterReader(new StringReader("filter")) {
            @Override
            public int read() throws IOException {
                int ch = super.read();
                return ch < 0 ? ch : Character.toUpperCase(ch);
            }
        };
        System.out.println((char) upper.read() + "" + (char) upper.read());
        StringWriter moved = new StringWriter();
        System.out.println(new StringReader("transferred").transferTo(moved) + " " + moved + " " + Reader.nullReader().read());
        attempt("encoding", () -> new InputStreamReader(new ByteArrayInputStream(new byte[0]), "no-such"));
        attempt("size", () -> new BufferedReader(new StringReader(""), 0));
        attempt("range", () -> new StringReader("abc").read(new char[2], 1, 5));
    }
}
