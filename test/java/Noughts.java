/** Noughts and crosses played perfectly by search with memory; all games counted. */
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

public class Noughts {
    private static final int[][] LINES = {{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {0, 3, 6}, {1, 4, 7}, {2, 5, 8}, {0, 4, 8}, {2, 4, 6}};
    private final Map<String, Integer> values = new HashMap<>();
    private int hits;

    private static char winner(char[] board) {
        for (int[] line : LINES) {
            if (board[line[0]] != '.' && board[line[0]] == board[line[1]] && board[line[1]] == board[line[2]]) {
                return board[line[0]];
            }
        }
        return '.';
    }

    private int value(char[] board, char player) {
        String key = new String(board) + player;
        Integer known = values.get(key);
        if (known != null) {
            hits++;
            return known;
        }
        int best;
        if (winner(board) != '.') {
            best = -1;
        } else {
            best = -2;
            for (int i = 0; i < 9; i++) {
                if (board[i] == '.') {
                    board[i] = player;
                    best = Math.max(best, -value(board, player == 'x' ? 'o' : 'x'));
                    board[i] = '.';
                }
            }
            best = best == -2 ? 0 : best;
        }
        values.put(key, best);
        return best;
    }

    private String play() {
        char[] board = ".........".toCharArray();
        char player = 'x';
        StringBuilder moves = new StringBuilder();
        while (winner(board) == '.' && new String(board).indexOf('.') >= 0) {
            int choice = -1;
            int best = -2;
            for (int i = 0; i < 9; i++) {
                if (board[i] == '.') {
                    board[i] = player;
                    int value = -value(board, player == 'x' ? 'o' : 'x');
                    board[i] = '.';
                    if (value > best) {
                        best = value;
                        choice = i;
                    }
                }
            }
            board[choice] = player;
            moves.append(choice);
            player = player == 'x' ? 'o' : 'x';
        }
        return moves + " " + new String(board) + " " + winner(board);
    }

    public static void main(String[] args) {
        Noughts game = new Noughts();
        System.out.println(game.value(".........".toCharArray(), 'x') + " " + game.values.size() + " " + game.hits);
        System.out.println(game.play());
        System.out.println(game.value("x...o...x".toCharArray(), 'o') + " " + game.value("xx.oo....".toCharArray(), 'x') + " " + game.value("xo.......".toCharArray(), 'x'));
        Set<Integer> seen = new HashSet<>();
        game.values.forEach((k, v) -> seen.add(v));
        System.out.println(seen);
    }
}
