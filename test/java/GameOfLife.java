/** Conway's game of life on a torus. */
public class GameOfLife {
    static boolean[][] step(boolean[][] old) {
        int h = old.length;
        int w = old[0].length;
        boolean[][] next = new boolean[h][w];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int around = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        if ((dx != 0 || dy != 0) && old[(y + dy + h) % h][(x + dx + w) % w]) {
                            around++;
                        }
                    }
                }
                next[y][x] = around == 3 || around == 2 && old[y][x];
            }
        }
        return next;
    }

    public static void main(String[] args) {
        String[] start = {
            ".#......", "..#.....", "###.....", "........", "....##..", "....##.."};
        boolean[][] board = new boolean[20][32];
        for (int y = 0; y < start.length; y++) {
            for (int x = 0; x < start[y].length(); x++) {
                board[y][x] = start[y].charAt(x) == '#';
            }
        }
        board[12][20] = board[12][21] = board[12][22] = board[11][22] = board[13][21] = true;
        int checksum = 0;
        for (int generation = 0; generation < 40; generation++) {
            board = step(board);
            int alive = 0;
            for (boolean[] row : board) {
                for (boolean cell : row) {
                    alive += cell ? 1 : 0;
                }
            }
            checksum = checksum * 31 + alive;
        }
        for (boolean[] row : board) {
            StringBuilder line = new StringBuilder();
            for (boolean cell : row) {
                line.append(cell ? '#' : '.');
            }
            System.out.println(line);
        }
        System.out.println(checksum);
    }
}
