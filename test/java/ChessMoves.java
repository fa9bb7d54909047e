/** A generator of chess moves: counts the positions that are reachable in so many moves, which are known numbers. */
import java.util.Arrays;

public class ChessMoves {
    private static final int[] KNIGHT = {-33, -31, -18, -14, 14, 18, 31, 33};
    private static final int[] KING = {-17, -16, -15, -1, 1, 15, 16, 17};
    private static final int[] ROOK = {-16, -1, 1, 16};
    private static final int[] BISHOP = {-17, -15, 15, 17};

    /** 16 x 8 board: an index with 0x88 bits is off the board. Positive pieces are white: 1 pawn to 6 king. */
    private final byte[] board = new byte[128];
    private boolean white;
    private int castling;
    private int passant = -1;

    ChessMoves(String fen) {
        String[] parts = fen.split(" ");
        int square = 0x70;
        for (char c : parts[0].toCharArray()) {
            if (c == '/') {
                square = (square & 0x70) - 16;
            } else if (Character.isDigit(c)) {
                square += c - '0';
            } else {
                int kind = "pnbrqk".indexOf(Character.toLowerCase(c)) + 1;
                board[square++] = (byte) (Character.isUpperCase(c) ? kind : -kind);
            }
        }
        white = parts[1].equals("w");
        for (char c : parts[2].toCharArray()) {
            castling |= c == '-' ? 0 : 1 << "KQkq".indexOf(c);
        }
        if (!parts[3].equals("-")) {
            passant = (parts[3].charAt(1) - '1') * 16 + parts[3].charAt(0) - 'a';
        }
    }

    private boolean attacked(int square, boolean byWhite) {
        int sign = byWhite ? 1 : -1;
        for (int step : new int[] {-15, -17}) {
            int from = square + sign * step;
            if ((from & 0x88) == 0 && board[from] == sign) {
                return true;
            }
        }
        for (int step : KNIGHT) {
            int from = square + step;
            if ((from & 0x88) == 0 && board[from] == 2 * sign) {
                return true;
            }
        }
        for (int step : KING) {
            int from = square + step;
            if ((from & 0x88) == 0 && board[from] == 6 * sign) {
                return true;
            }
        }
        return slides(square, ROOK, 4 * sign, 5 * sign) || slides(square, BISHOP, 3 * sign, 5 * sign);
    }

    private boolean slides(int square, int[] steps, int one, int other) {
        for (int step : steps) {
            int from = square + step;
            while ((from & 0x88) == 0 && board[from] == 0) {
                from += step;
            }
            if ((from & 0x88) == 0 && (board[from] == one || board[from] == other)) {
                return true;
            }
        }
        return false;
    }

    private int[] moves = new int[64];
    private int count;

    private void add(int from, int to, int promotion) {
        if (count == moves.length) {
            moves = Arrays.copyOf(moves, count * 2);
        }
        moves[count++] = from | to << 8 | promotion << 16;
    }

    private int[] generate() {
        count = 0;
        int sign = white ? 1 : -1;
        for (int from = 0; from < 128; from++) {
            if ((from & 0x88) != 0 || board[from] * sign <= 0) {
                continue;
            }
            switch (Math.abs(board[from])) {
                case 1 -> pawn(from, sign);
                case 2 -> walk(from, KNIGHT, false, sign);
                case 3 -> walk(from, BISHOP, true, sign);
                case 4 -> walk(from, ROOK, true, sign);
                case 5 -> walk(from, KING, true, sign);
                default -> {
                    walk(from, KING, false, sign);
                    castle(from);
                }
            }
        }
        return Arrays.copyOf(moves, count);
    }

    private void walk(int from, int[] steps, boolean far, int sign) {
        for (int step : steps) {
            int to = from + step;
            while ((to & 0x88) == 0 && board[to] * sign <= 0) {
                add(from, to, 0);
                if (board[to] != 0 || !far) {
                    break;
                }
                to += step;
            }
        }
    }

    private void pawn(int from, int sign) {
        int to = from + 16 * sign;
        int home = white ? 1 : 6;
        if (board[to] == 0) {
            pawnTo(from, to);
            if (from >> 4 == home && board[to + 16 * sign] == 0) {
                add(from, to + 16 * sign, 0);
            }
        }
        for (int side = -1; side <= 1; side += 2) {
            int target = to + side;
            if ((target & 0x88) == 0 && (board[target] * sign < 0 || target == passant)) {
                pawnTo(from, target);
            }
        }
    }

    private void pawnTo(int from, int to) {
        if (to >> 4 == 0 || to >> 4 == 7) {
            for (int kind = 2; kind <= 5; kind++) {
                add(from, to, kind);
            }
        } else {
            add(from, to, 0);
        }
    }

    private void castle(int from) {
        int rights = white ? castling & 3 : castling >> 2;
        if ((rights & 1) != 0 && board[from + 1] == 0 && board[from + 2] == 0 && !attacked(from, !white) && !attacked(from + 1, !white)) {
            add(from, from + 2, 0);
        }
        if ((rights & 2) != 0 && board[from - 1] == 0 && board[from - 2] == 0 && board[from - 3] == 0 && !attacked(from, !white)
                && !attacked(from - 1, !white)) {
            add(from, from - 2, 0);
        }
    }

    private static int rightsOf(int square) {
        return switch (square) {
            case 0x04 -> 3;
            case 0x07 -> 1;
            case 0x00 -> 2;
            case 0x74 -> 12;
            case 0x77 -> 4;
            case 0x70 -> 8;
            default -> 0;
        };
    }

    private void make(int move) {
        int from = move & 0xff;
        int to = move >> 8 & 0xff;
        int promotion = move >> 16;
        int sign = white ? 1 : -1;
        int piece = board[from];
        if (Math.abs(piece) == 1 && to == passant) {
            board[to - 16 * sign] = 0;
        }
        passant = Math.abs(piece) == 1 && Math.abs(to - from) == 32 ? (from + to) / 2 : -1;
        if (Math.abs(piece) == 6 && Math.abs(to - from) == 2) {
            int rook = to > from ? to + 1 : to - 2;
            board[(from + to) / 2] = board[rook];
            board[rook] = 0;
        }
        board[to] = (byte) (promotion > 0 ? promotion * sign : piece);
        board[from] = 0;
        castling &= ~(rightsOf(from) | rightsOf(to));
        white = !white;
    }

    private int king(boolean ofWhite) {
        int wanted = ofWhite ? 6 : -6;
        for (int square = 0; square < 128; square++) {
            if ((square & 0x88) == 0 && board[square] == wanted) {
                return square;
            }
        }
        throw new IllegalStateException("no king");
    }

    long perft(int depth) {
        if (depth == 0) {
            return 1;
        }
        long total = 0;
        byte[] before = board.clone();
        int rights = castling;
        int target = passant;
        boolean side = white;
        for (int move : generate()) {
            make(move);
            if (!attacked(king(side), !side)) {
                total += perft(depth - 1);
            }
            System.arraycopy(before, 0, board, 0, 128);
            castling = rights;
            passant = target;
            white = side;
        }
        return total;
    }

    public static void main(String[] args) {
        String[] positions = {
            "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq -",
            "r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq -",
            "8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - -",
            "r3k2r/Pppp1ppp/1b3nbN/nP6/BBP1P3/q4N2/Pp1P2PP/R2Q1RK1 w kq -"
        };
        long[][] known = {{20, 400, 8902}, {48, 2039}, {14, 191, 2812}, {6, 264}};
        boolean right = true;
        for (int i = 0; i < positions.length; i++) {
            for (int depth = 1; depth <= known[i].length; depth++) {
                long counted = new ChessMoves(positions[i]).perft(depth);
                System.out.print(counted + " ");
                right &= counted == known[i][depth - 1];
            }
            System.out.println();
        }
        System.out.println(right ? "all counts are right" : "WRONG");
    }
}
