/** Arrays of all element types: default values, lengths, bounds and the exceptions of wrong use. */
public class ArrayBasics {
    interface Action {
        Object run();
    }

    static void attempt(Action action) {
        try {
            System.out.println(action.run());
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) {
        boolean[] z = new boolean[1];
        byte[] b = new byte[1];
        short[] s = new short[1];
        char[] c = new char[1];
        int[] n = new int[1];
        long[] l = new long[1];
        float[] f = new float[1];
        double[] d = new double[1];
        String[] t = new String[1];
        System.out.println(z[0] + " " + b[0] + " " + s[0] + " " + (int) c[0] + " " + n[0] + " " + l[0] + " " + f[0] + " " + d[0] + " " + t[0]);
        byte[] bytes = {1, -1, (byte) 200};
        short[] shorts = {1, -1, (short) 40000};
        char[] chars = {'a', (char) -1, '\0'};
        float[] floats = {1, -1.5f, 1e10f};
        double[] doubles = {1, -1.5, 1e100};
        long[] longs = {1, -1, 1L << 40};
        boolean[] flags = {true, false, !true};
        bytes[0] += 127;
        shorts[2]++;
        chars[0]--;
        floats[1] /= 3;
        doubles[2] *= 1e100;
        longs[2] <<= 20;
        flags[1] ^= true;
        for (int i = 0; i < 3; i++) {
            System.out.println(bytes[i] + " " + shorts[i] + " " + (int) chars[i] + " " + floats[i] + " " + doubles[i] + " " + longs[i] + " "
                    + flags[i]);
        }
        int[] five = new int[5];
        attempt(() -> five[5]);
        attempt(() -> five[-1]);
        attempt(() -> five[Integer.MAX_VALUE] = 1);
        attempt(() -> new int[0][0].length);
        int[][] none = new int[0][0];
        attempt(() -> none[0][0]);
        attempt(() -> new int[-3]);
        attempt(() -> new String[2][-1]);
        attempt(() -> new String[0][-1]);
        attempt(() -> {
            Object[] objects = new String[1];
            objects[0] = 5;
            return objects[0];
        });
        attempt(() -> {
            Object[] objects = new Number[1];
            objects[0] = 5;
            return objects[0];
        });
        attempt(() -> {
            Object[][] objects = new Integer[1][1];
            objects[0] = new String[1];
            return objects[0];
        });
        long sum = 0;
        int[] squares = new int[1000];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = i * i;
        }
        for (int square : squares) {
            sum += square;
        }
        System.out.println(sum);
    }
}
