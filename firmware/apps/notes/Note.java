package notes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A note as it is: an edit makes a new note with the same id and the next version. */
record Note(int id, int version, String title, String text, List<String> tags) {
    Note withText(String newText) {
        return new Note(id, version + 1, title, newText, tags);
    }

    Note withTag(String tag) {
        if (tags.contains(tag)) {
            return this;
        }
        List<String> more = new ArrayList<>(tags);
        more.add(tag);
        Collections.sort(more);
        return new Note(id, version + 1, title, text, more);
    }

    @Override
    public String toString() {
        return "#" + id + " \"" + title + "\"";
    }
}
