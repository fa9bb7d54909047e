package editor;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as a list of pieces of two stores: the text as it was opened, which never changes, and what was typed, which only grows. An edit
 * replaces a few pieces of the list; what it replaced is enough to undo it.
 */
final class PieceTable {
    private record Piece(boolean typed, int from, int length) {
        Piece head(int count) {
            return new Piece(typed, from, count);
        }

        Piece tail(int count) {
            return new Piece(typed, from + length - count, count);
        }
    }

    /** What an edit did: at a place of the list these pieces were replaced by those. */
    private record Edit(int at, List<Piece> before, List<Piece> after, int growth) { }

    private static final int EDITS_KEPT = 200;

    private final String original;
    private final StringBuilder typed = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Edit> done = new ArrayList<>();
    private final List<Edit> undone = new ArrayList<>();
    private int length;

    PieceTable(String text) {
        original = text;
        length = text.length();
        if (length > 0) {
            pieces.add(new Piece(false, 0, length));
        }
    }

    int length() {
        return length;
    }

    int pieceCount() {
        return pieces.size();
    }

    /** Replaces `gone` characters at `at` by a text. */
    void replace(int at, int gone, String text) {
        int first = 0;
        int start = 0;
        while (first < pieces.size() && start + pieces.get(first).length() < at) {
            start += pieces.get(first++).length();
        }
        int last = first;
        int end = start;
        while (last < pieces.size() && end < at + gone || last == first && last < pieces.size()) {
            end += pieces.get(last++).length();
        }
        List<Piece> before = new ArrayList<>(pieces.subList(first, last));
        List<Piece> after = new ArrayList<>(3);
        if (at > start) {
            after.add(before.get(0).head(at - start));
        }
        if (!text.isEmpty()) {
            after.add(new Piece(true, typed.length(), text.length()));
            typed.append(text);
        }
        if (end > at + gone) {
            after.add(before.get(before.size() - 1).tail(end - at - gone));
        }
        Edit edit = new Edit(first, before, after, text.length() - gone);
        undone.clear();
        apply(edit.at(), edit.before(), edit.after(), edit.growth());
        done.add(edit);
        if (done.size() > EDITS_KEPT) {
            done.remove(0);
        }
    }

    private void apply(int at, List<Piece> before, List<Piece> after, int growth) {
        List<Piece> place = pieces.subList(at, at + before.size());
        if (!place.equals(before)) {
            throw new IllegalStateException("an edit does not fit the text");
        }
        place.clear();
        pieces.addAll(at, after);
        length += growth;
    }

    boolean undo() {
        if (done.isEmpty()) {
            return false;
        }
        Edit edit = done.remove(done.size() - 1);
        apply(edit.at(), edit.after(), edit.before(), -edit.growth());
        undone.add(edit);
        return true;
    }

    boolean redo() {
        if (undone.isEmpty()) {
            return false;
        }
        Edit edit = undone.remove(undone.size() - 1);
        apply(edit.at(), edit.before(), edit.after(), edit.growth());
        done.add(edit);
        return true;
    }

    /** The text anew: one piece, nothing to undo. */
    PieceTable saved() {
        return new PieceTable(toString());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(length);
        for (Piece piece : pieces) {
            CharSequence source = piece.typed() ? typed : original;
            text.append(source, piece.from(), piece.from() + piece.length());
        }
        return text.toString();
    }
}
