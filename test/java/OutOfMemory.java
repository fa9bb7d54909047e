/** Memory runs out, what was held is let go, and the program lives on. */
import java.util.ArrayList;
import java.util.List;

public class OutOfMemory {
    static int fill(int chunkBytes) {
        List<byte[]> held = new ArrayList<>();
        try {
            while (true) {
                held.add(new byte[chunkBytes]);
            }
        } catch (OutOfMemoryError e) {
            return held.size();
        }
    }

    public static void main(String[] args) {
        for (int i = 0; i < 2; i++) {
            System.out.println(fill(1 << 20) > 0);
        }
        try {
            long[] huge = new long[Integer.MAX_VALUE];
            System.out.println(huge.length);
        } catch (OutOfMemoryError e) {
            System.out.println("too large: " + (e instanceof VirtualMachineError));
        }
        try {
            int[][] huge = new int[1 << 15][1 << 20];
            System.out.println(huge.length);
        } catch (OutOfMemoryError e) {
            System.out.println("too large in two dimensions");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append(i);
        }
        System.out.println(text.length() + " characters afterwards");
        int kept = 0;
        for (int i = 0; i < 50; i++) {
            byte[] garbage = new byte[1 << 16];
            garbage[i] = 1;
            kept += garbage[i];
        }
        System.out.println(kept);
    }
}
