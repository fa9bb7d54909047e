/** Reads standard input byte by byte and in blocks. */
import java.io.IOException;

public class ReadBytes {
    public static void main(String[] args) throws IOException {
        int first = System.in.read();
        byte[] block = new byte[10];
        int got = System.in.read(block, 2, 5);
        int sum = 0;
        int count = 0;
        for (int b; (b = System.in.read()) >= 0;) {
            sum = sum * 31 + b;
            count++;
        }
        System.out.println(first + " " + got + " " + block[0] + block[2] + block[6] + block[7] + " " + count + " " + sum);
        System.out.println(System.in.read() + " " + System.in.read(block) + " " + System.in.read(block, 0, 0) + " " + System.in.available());
    }
}
