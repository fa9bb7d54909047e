package notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** All notes by id, and the index that finds them. The two always agree. */
final class Notebook {
    private final TreeMap<Integer, Note> notes = new TreeMap<>();
    private final Index index = new Index();
    private int lastId;

    int size() {
        return notes.size();
    }

    int wordCount() {
        return index.wordCount();
    }

    Note add(String title, String text) {
        Note note = new Note(++lastId, 1, title, text, List.of());
        notes.put(note.id(), note);
        index.add(note);
        return note;
    }

    void replace(Note note) {
        Note before = notes.put(note.id(), note);
        if (before == null) {
            throw new IllegalArgumentException("no note " + note.id());
        }
        index.remove(before);
        index.add(note);
    }

    void remove(int id) {
        Note gone = notes.remove(id);
        if (gone == null) {
            throw new IllegalArgumentException("no note " + id);
        }
        index.remove(gone);
    }

    Note oldest() {
        return notes.firstEntry().getValue();
    }

    /** Any note; newer ones are no more likely than older ones. */
    Note pick(Random random) {
        int id = notes.firstKey() + random.nextInt(lastId - notes.firstKey() + 1);
        Map.Entry<Integer, Note> entry = notes.floorEntry(id);
        return entry.getValue();
    }

    /** Notes that match, best first: the more often the words of the query occur, the better, then the newer. */
    List<Note> search(Query query) {
        Postings matches = query.find(index);
        List<Hit> hits = new ArrayList<>(matches.size());
        for (int i = 0; i < matches.size(); i++) {
            Note note = notes.get(matches.id(i));
            hits.add(new Hit(note, query.score(index, note.id())));
        }
        hits.sort(null);
        List<Note> found = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            found.add(hit.note());
        }
        return found;
    }

    /** Builds the index anew and compares: throws if the index and the notes do not agree. */
    void verify() {
        Index fresh = new Index();
        for (Note note : notes.values()) {
            fresh.add(note);
        }
        if (!fresh.equals(index)) {
            throw new IllegalStateException("the index does not agree with the notes");
        }
    }

    void addTo(Checksum checksum) {
        for (Note note : notes.values()) {
            checksum.add(note.id());
            checksum.add(note.version());
            checksum.add(note.title());
            checksum.add(note.text());
            for (String tag : note.tags()) {
                checksum.add(tag);
            }
        }
        index.addTo(checksum);
    }

    private record Hit(Note note, int score) implements Comparable<Hit> {
        @Override
        public int compareTo(Hit other) {
            return score != other.score ? Integer.compare(other.score, score) : Integer.compare(other.note.id(), note.id());
        }
    }
}
