package notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An inverted index: for each word the notes it occurs in and how often. Words are lower case; tags are words with a #. */
final class Index {
    private final Map<String, Postings> postings = new HashMap<>();

    void add(Note note) {
        for (Map.Entry<String, Integer> word : wordsOf(note).entrySet()) {
            postings.computeIfAbsent(word.getKey(), key -> new Postings()).put(note.id(), word.getValue());
        }
    }

    void remove(Note note) {
        for (String word : wordsOf(note).keySet()) {
            Postings list = postings.get(word);
            list.remove(note.id());
            if (list.size() == 0) {
                postings.remove(word);
            }
        }
    }

    int wordCount() {
        return postings.size();
    }

    Postings find(String word) {
        Postings list = postings.get(word);
        return list == null ? Postings.NONE : list;
    }

    /** All notes in which any word occurs that begins so. */
    Postings findPrefix(String prefix) {
        Postings all = Postings.NONE;
        for (Map.Entry<String, Postings> entry : postings.entrySet()) {
            if (entry.getKey().startsWith(prefix)) {
                all = all.or(entry.getValue());
            }
        }
        return all;
    }

    void addTo(Checksum checksum) {
        for (Map.Entry<String, Postings> entry : new TreeMap<>(postings).entrySet()) {
            checksum.add(entry.getKey());
            checksum.add(entry.getValue().hashCode());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Index index && postings.equals(index.postings);
    }

    @Override
    public int hashCode() {
        return postings.hashCode();
    }

    private static Map<String, Integer> wordsOf(Note note) {
        Map<String, Integer> counts = new HashMap<>();
        for (String word : split(note.title())) {
            counts.merge(word, 3, Integer::sum);
        }
        for (String word : split(note.text())) {
            counts.merge(word, 1, Integer::sum);
        }
        for (String tag : note.tags()) {
            counts.put("#" + tag, 5);
        }
        return counts;
    }

    /** The words of a text in lower case: runs of letters and digits. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                word.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                word.append((char) (c + 'a' - 'A'));
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }
}
