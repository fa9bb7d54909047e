/** Arrays of arrays: rectangular, ragged, partly made, of many dimensions. */
import java.util.Arrays;

public class MultiArrays {
    public static void main(String[] args) {
        int[][] table = new int[4][6];
        for (int i = 0; i < table.length; i++) {
            for (int k = 0; k < table[i].length; k++) {
                table[i][k] = i * k;
            }
        }
        System.out.println(Arrays.deepToString(table));
        int[][] pascal = new int[10][];
        for (int i = 0; i < pascal.length; i++) {
            pascal[i] = new int[i + 1];
            pascal[i][0] = pascal[i][i] = 1;
            for (int k = 1; k < i; k++) {
                pascal[i][k] = pascal[i - 1][k - 1] + pascal[i - 1][k];
            }
        }
        System.out.println(Arrays.toString(pascal[9]));
        String[][][] partly = new String[2][3][];
        partly[1][2] = new String[] {"deep"};
        System.out.println(partly[0][0] + " " + partly[1][2][0] + " " + partly[0].length);
        double[][][][] four = new double[2][3][4][5];
        four[1][2][3][4] = 2.5;
        double sum = 0;
        for (double[][][] a : four) {
            for (double[][] b : a) {
                for (double[] c : b) {
                    for (double d : c) {
                        sum += d + 1;
                    }
                }
            }
        }
        System.out.println(sum);
        table[1] = table[2];
        table[1][1] = 99;
        System.out.println(table[2][1]);
        Object[] mixed = {1, new int[] {1, 2}, new Object[] {"a", null, new long[0]}, null};
        System.out.println(Arrays.deepToString(mixed));
        int[][] shallow = table.clone();
        shallow[0][0] = 5;
        shallow[3] = null;
        System.out.println(table[0][0] + " " + (table[3] == null));
        System.out.println(Arrays.deepEquals(new int[][] {{1}, {2, 3}}, new int[][] {{1}, {2, 3}}) + " "
                + Arrays.equals(new int[][] {{1}}, new int[][] {{1}}) + " " + Arrays.deepHashCode(new int[][] {{1}, {2, 3}}));
        try {
            partly[0][1][0] = "x";
        } catch (NullPointerException e) {
            System.out.println("row is not there");
        }
        int[] a[] = {{1, 2}, {3}};
        System.out.println(a[0].length + a[1].length + a.length);
        System.out.println(new int[3][4].getClass().getName() + " " + new Object[1][2][3].getClass().getSimpleName());
    }
}
