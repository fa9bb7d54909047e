/** A sudoku solver with candidate bits. */
public class Sudoku {
    final int[] cells = new int[81];
    final int[] rows = new int[9];
    final int[] columns = new int[9];
    final int[] boxes = new int[9];
    int tries;

    Sudoku(String text) {
        for (int i = 0; i < 81; i++) {
            if (text.charAt(i) != '.') {
                set(i, 1 << text.charAt(i) - '1');
            }
        }
    }

    void set(int i, int bit) {
        cells[i] = bit;
        flip(i, bit);
    }

    void flip(int i, int bit) {
        rows[i / 9] ^= bit;
        columns[i % 9] ^= bit;
        boxes[i / 27 * 3 + i % 9 / 3] ^= bit;
    }

    boolean solve() {
        int best = -1;
        int bestFree = 0;
        int fewest = 10;
        for (int i = 0; i < 81; i++) {
            if (cells[i] == 0) {
                int free = 511 & ~(rows[i / 9] | columns[i % 9] | boxes[i / 27 * 3 + i % 9 / 3]);
                int count = Integer.bitCount(free);
                if (count < fewest) {
                    best = i;
                    bestFree = free;
                    fewest = count;
                }
            }
        }
        if (best < 0) {
            return true;
        }
        for (int free = bestFree; free != 0; free &= free - 1) {
            int bit = free & -free;
            tries++;
            set(best, bit);
            if (solve()) {
                return true;
            }
            flip(best, bit);
            cells[best] = 0;
        }
        return false;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 81; i++) {
            text.append(cells[i] == 0 ? 0 : Integer.numberOfTrailingZeros(cells[i]) + 1).append(i % 9 == 8 ? "\n" : "");
        }
        return text.toString();
    }

    public static void main(String[] args) {
        String[] puzzles = {"53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
            "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
            "11......................................................................."
                    + "........"};
        for (String puzzle : puzzles) {
            Sudoku sudoku = new Sudoku(puzzle);
            if (Integer.bitCount(sudoku.rows[0]) == 0) {
                System.out.println("the puzzle contradicts itself");
            } else {
                System.out.println(sudoku.solve() + " " + sudoku.tries);
                System.out.print(sudoku);
            }
        }
    }
}
