/** Standard input that is empty from the start. */
import java.io.IOException;

public class ReadNothing {
    public static void main(String[] args) throws IOException {
        System.out.println(System.in.read() + " " + System.in.read(new byte[4]));
    }
}
