/** Byte streams: data, filters, sequences, pushback, print streams that fail. */
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

public class IoStreams {
    public static void main(String[] args) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2);
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(0x01020304);
        data.writeLong(-2L);
        data.writeDouble(1.5);
        data.writeFloat(-0.25f);
        data.writeUTF("grüße \u0000€");
        data.writeBoolean(true);
        data.writeShort(-3);
        data.writeChar('x');
        data.writeByte(300);
        data.writeBytes("ab");
        data.writeChars("c");
        System.out.println(data.size() + " " + bytes.size() + " " + Arrays.hashCode(bytes.toByteArray()));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        System.out.println(in.readInt() + " " + in.readLong() + " " + in.readDouble() + " " + in.readFloat() + " " + in.readUTF().length() + " " + in.readBoolean() + " " + in.readShort() + " " + in.readChar() + " " + in.readUnsignedByte() + " " + in.readByte() + " " + in.available());
        in.readByte();
        System.out.println(in.readUnsignedShort());
        try {
            in.readInt();
        } catch (EOFException e) {
            System.out.println("end " + e.getMessage());
        }
        BufferedInputStream buffered = new BufferedInputStream(new ByteArrayInputStream("buffered bytes".getBytes()), 4);
        buffered.mark(5);
        System.out.print((char) buffered.read());
        buffered.skip(2);
        buffered.reset();
        System.out.println((char) buffered.read() + " " + buffered.available() + " " + new String(buffered.readNBytes(3)) + " " + new String(buffered.readAllBytes()) + " " + buffered.read());
        PushbackInputStream pushed = new PushbackInputStream(new ByteArrayInputStream(new byte[] {1, 2}), 2);
        pushed.unread(9);
        pushed.unread(8);
        try {
            pushed.unread(7);
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(Arrays.toString(pushed.readAllBytes()));
        InputStream sequence = new SequenceInputStream(Collections.enumeration(List.of(new ByteArrayInputStream("one".getBytes()), new ByteArrayInputStream(new byte[0]), new ByteArrayInputStream("two".getBytes()))));
        System.out.println(new String(sequence.readAllBytes()));
        InputStream filter = new FilterInputStream(new ByteArrayInputStream("abc".getBytes())) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                return b < 0 ? b : b + 1;
            }
        };
        System.out.println((char) filter.read() + " " + filter.markSupported());
        OutputStream counted = new FilterOutputStream(bytes) {
            private int count;

            @Override
            public void write(int b) throws IOException {
                count++;
                super.write(b);
            }

            @Override
            public String toString() {
                return "count " + count;
            }
        };
        counted.write(new byte[] {1, 2, 3});
        counted.write(new byte[] {1, 2, 3}, 1, 2);
        System.out.println(counted);
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(new BufferedOutputStream(target, 5), true, "UTF-8");
        print.print("é");
        print.println(3);
        print.write(65);
        print.append("xyz", 1, 2).printf("%02d", 7);
        print.flush();
        System.out.println(target.toString("UTF-8").replace("\n", "|") + " " + target.size() + " " + print.checkError());
        PrintStream failing = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        });
        failing.println("lost");
        System.out.println(failing.checkError());
        PrintStream out = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured));
        System.out.print("captured");
        System.out.flush();
        System.setOut(out);
        System.out.println(captured.size() + " " + captured);
        try {
            new ByteArrayInputStream(new byte[3]).read(new byte[2], 1, 2);
        } catch (IndexOutOfBoundsException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(new ByteArrayInputStream(new byte[] {5, 6, 7}, 1, 5).available() + " " + InputStream.nullInputStream().read() + " " + new ByteArrayInputStream("copy".getBytes()).transferTo(target) + " " + target.size());
        try (InputStream closing = new FilterInputStream(new ByteArrayInputStream(new byte[0])) {
            @Override
            public void close() throws IOException {
                System.out.println("closed");
                throw new IOException("on close");
            }
        }) {
            System.out.println(closing.read());
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }
}
