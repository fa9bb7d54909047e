package editor;

import check.Checksum;
import java.util.Random;

/**
 * A session with a text editor: somebody types, deletes, replaces words, undoes and redoes, moves about and saves now and then. The text
 * is a list of pieces, so that an edit changes few bytes of a large text. A plain text beside it goes through the same edits and must stay
 * equal. Arguments: [EDITS [SEED]].
 */
public final class Editor {
    private static final int EDITS_BY_DEFAULT = 20_000;
    private static final int SEED_BY_DEFAULT = 1976;
    private static final int EDITS_PER_SAVE = 400;
    private static final int TEXT_MAX = 16_000;
    private static final String[] WORDS = {"the", "dormouse", "sleeps", "under", "leaves", "and", "wakes", "when", "power", "returns",
        "with", "nuts", "winter", "spring", "nest", "of", "a", "long", "quiet", "night"};

    private final Random random;
    private final Checksum checksum = new Checksum();
    private final StringBuilder plain = new StringBuilder();
    private PieceTable text;
    private int cursor;
    private int undone;

    private Editor(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            plain.append(sentence());
        }
        text = new PieceTable(plain.toString());
    }

    public static void main(String[] args) {
        int edits = args.length > 0 ? Integer.parseInt(args[0]) : EDITS_BY_DEFAULT;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : SEED_BY_DEFAULT;
        System.out.println("editor: " + edits + " edits, seed " + seed);
        new Editor(seed).run(edits);
    }

    private void run(int edits) {
        int editsPerLine = Math.max(1, edits / 10);
        for (int edit = 1; edit <= edits; edit++) {
            edit();
            if (edit % EDITS_PER_SAVE == 0 || edit == edits) {
                save();
            }
            if (edit % editsPerLine == 0 || edit == edits) {
                int from = Math.min(cursor, Math.max(0, plain.length() - 40));
                System.out.println("edit " + edit + ": " + text.length() + " characters in " + text.pieceCount() + " pieces, " + undone
                    + " undone: " + plain.substring(from, Math.min(plain.length(), from + 40)).replace('\n', '|'));
            }
        }
        checksum.add(text.toString());
        System.out.println("checksum " + checksum);
    }

    private void edit() {
        if (random.nextInt(6) == 0) {
            cursor = random.nextInt(text.length() + 1);
        }
        int choice = random.nextInt(100);
        if (choice < 55 && text.length() < TEXT_MAX) {
            String typed = WORDS[random.nextInt(WORDS.length)] + (random.nextInt(12) == 0 ? ".\n" : " ");
            replace(0, typed);
        } else if (choice < 80) {
            int gone = Math.min(1 + random.nextInt(12), text.length() - cursor);
            replace(gone, "");
        } else if (choice < 92) {
            replaceWord();
        } else {
            undoSome();
        }
    }

    /** At the cursor, which then stands behind the new text. */
    private void replace(int gone, String by) {
        text.replace(cursor, gone, by);
        plain.replace(cursor, cursor + gone, by);
        cursor += by.length();
    }

    private void replaceWord() {
        String word = WORDS[random.nextInt(WORDS.length)];
        int found = plain.indexOf(word, cursor);
        if (found < 0) {
            return;
        }
        cursor = found;
        replace(word.length(), WORDS[random.nextInt(WORDS.length)]);
    }

    /** Undoes some edits and does some of them again; the plain text is made from the pieces then. */
    private void undoSome() {
        int steps = 1 + random.nextInt(6);
        for (int i = 0; i < steps && text.undo(); i++) {
            undone++;
        }
        for (int i = random.nextInt(steps + 1); i > 0 && text.redo(); i--) {
            undone--;
        }
        plain.setLength(0);
        plain.append(text);
        cursor = Math.min(cursor, text.length());
    }

    private void save() {
        String now = text.toString();
        if (!now.contentEquals(plain) || now.length() != text.length()) {
            throw new IllegalStateException("the pieces do not make the text");
        }
        checksum.add(now.length());
        checksum.add(now.hashCode());
        text = text.saved();
    }

    private String sentence() {
        StringBuilder made = new StringBuilder();
        for (int words = 3 + random.nextInt(6); words > 0; words--) {
            made.append(WORDS[random.nextInt(WORDS.length)]).append(words > 1 ? " " : ".\n");
        }
        return made.toString();
    }
}
