/** Eight queens by backtracking with arrays, and with bits. */
public class Queens {
    static int solutions;
    static String first;

    static void place(int row, int[] columns) {
        int n = columns.length;
        if (row == n) {
            if (solutions++ == 0) {
                StringBuilder board = new StringBuilder();
                for (int c : columns) {
                    board.append(".".repeat(c)).append('Q').append(".".repeat(n - 1 - c)).append('\n');
                }
                first = board.toString();
            }
            return;
        }
        for (int c = 0; c < n; c++) {
            if (free(row, c, columns)) {
                columns[row] = c;
                place(row + 1, columns);
            }
        }
    }

    static boolean free(int row, int column, int[] columns) {
        for (int r = 0; r < row; r++) {
            if (columns[r] == column || Math.abs(columns[r] - column) == row - r) {
                return false;
            }
        }
        return true;
    }

    static int bits(int all, int columns, int left, int right) {
        if (columns == all) {
            return 1;
        }
        int count = 0;
        for (int free = all & ~(columns | left | right); free != 0; free &= free - 1) {
            int bit = free & -free;
            count += bits(all, columns | bit, (left | bit) << 1, (right | bit) >> 1);
        }
        return count;
    }

    public static void main(String[] args) {
        place(0, new int[8]);
        System.out.print(first);
        System.out.println(solutions);
        for (int n = 1; n <= 9; n++) {
            System.out.println(n + " " + bits((1 << n) - 1, 0, 0, 0));
        }
    }
}
