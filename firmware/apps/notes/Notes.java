package notes;

import java.util.List;
import java.util.Random;

/**
 * A notebook at work: notes are written, edited, tagged, searched and thrown away, and an index over all their words is kept in
 * step. Every so often a line tells how it goes. Arguments: [STEPS [SEED]].
 */
public final class Notes {
    private static final int STEPS_BY_DEFAULT = 24_000;
    private static final int SEED_BY_DEFAULT = 451;
    private static final int NOTES_MAX = 900;
    private static final int STEPS_PER_CHECK = 2_000;

    private final Notebook notebook = new Notebook();
    private final Author author;
    private final Random random;
    private final Checksum checksum = new Checksum();
    private int found;

    private Notes(long seed) {
        author = new Author(seed);
        random = new Random(seed ^ 0x5eed);
    }

    public static void main(String[] args) {
        int steps = args.length > 0 ? Integer.parseInt(args[0]) : STEPS_BY_DEFAULT;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : SEED_BY_DEFAULT;
        System.out.println("notes: " + steps + " steps, seed " + seed);
        new Notes(seed).run(steps);
    }

    private void run(int steps) {
        int stepsPerLine = Math.max(1, Math.min(400, steps / 10));
        for (int step = 1; step <= steps; step++) {
            work();
            if (step % stepsPerLine == 0) {
                printLine(step);
            }
            if (step % STEPS_PER_CHECK == 0 || step == steps) {
                notebook.verify();
            }
        }
        notebook.addTo(checksum);
        System.out.println("checksum " + checksum);
    }

    /** One step of the user: most often a search or a new note. */
    private void work() {
        int choice = random.nextInt(100);
        if (choice < 35 || notebook.size() == 0) {
            write();
        } else if (choice < 55) {
            edit(notebook.pick(random));
        } else if (choice < 60) {
            notebook.remove(notebook.pick(random).id());
        } else if (choice < 65) {
            Note note = notebook.pick(random);
            notebook.replace(note.withTag(author.word()));
        } else {
            search(author.query());
        }
    }

    private void write() {
        if (notebook.size() == NOTES_MAX) {
            notebook.remove(notebook.oldest().id());
        }
        notebook.add(author.title(), author.text());
    }

    private void edit(Note note) {
        String text = note.text();
        switch (random.nextInt(3)) {
            case 0 -> text = text + " " + author.sentence();
            case 1 -> text = text.replace(author.word(), author.word());
            default -> {
                int end = text.indexOf(". ");
                text = end > 0 && text.length() > 120 ? text.substring(end + 2) : author.sentence() + " " + text;
            }
        }
        notebook.replace(note.withText(text));
    }

    private List<Note> search(String text) {
        List<Note> hits = notebook.search(Query.parse(text));
        found += hits.size();
        checksum.add(hits.size());
        for (Note hit : hits.subList(0, Math.min(3, hits.size()))) {
            checksum.add(hit.id());
        }
        return hits;
    }

    private void printLine(int step) {
        String query = author.query();
        List<Note> hits = search(query);
        System.out.println("step " + step + ": " + notebook.size() + " notes, " + notebook.wordCount() + " words, " + found + " found; "
            + query + " -> " + hits.size() + (hits.isEmpty() ? "" : ", best " + hits.get(0)));
    }
}
