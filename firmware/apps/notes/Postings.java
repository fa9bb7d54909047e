package notes;

import java.util.Arrays;

/** A set of note ids in ascending order, each with a count from 1 to 127. */
final class Postings {
    static final Postings NONE = new Postings();

    private static final int COUNT_MAX = 127;

    private int[] ids;
    private byte[] counts;
    private int size;

    Postings() {
        this(2);
    }

    private Postings(int capacity) {
        ids = new int[capacity];
        counts = new byte[capacity];
    }

    int size() {
        return size;
    }

    /** The id at a position from 0 to size − 1. */
    int id(int position) {
        return ids[position];
    }

    /** How often the word occurs in a note; 0 if it does not. */
    int count(int id) {
        int position = Arrays.binarySearch(ids, 0, size, id);
        return position < 0 ? 0 : counts[position];
    }

    void put(int id, int count) {
        int position = Arrays.binarySearch(ids, 0, size, id);
        if (position < 0) {
            position = -1 - position;
            insert(position, id);
        }
        counts[position] = (byte) Math.min(count, COUNT_MAX);
    }

    private void insert(int position, int id) {
        if (size == ids.length) {
            int capacity = size + size / 2 + 1;
            ids = Arrays.copyOf(ids, capacity);
            counts = Arrays.copyOf(counts, capacity);
        }
        System.arraycopy(ids, position, ids, position + 1, size - position);
        System.arraycopy(counts, position, counts, position + 1, size - position);
        ids[position] = id;
        size++;
    }

    void remove(int id) {
        int position = Arrays.binarySearch(ids, 0, size, id);
        if (position < 0) {
            throw new IllegalArgumentException("note " + id + " is not here");
        }
        size--;
        System.arraycopy(ids, position + 1, ids, position, size - position);
        System.arraycopy(counts, position + 1, counts, position, size - position);
    }

    Postings and(Postings other) {
        Postings both = new Postings(Math.min(size, other.size));
        for (int i = 0, k = 0; i < size && k < other.size;) {
            if (ids[i] < other.ids[k]) {
                i++;
            } else if (ids[i] > other.ids[k]) {
                k++;
            } else {
                both.append(ids[i], counts[i++] + other.counts[k++]);
            }
        }
        return both;
    }

    Postings or(Postings other) {
        Postings all = new Postings(size + other.size);
        int i = 0;
        int k = 0;
        while (i < size || k < other.size) {
            if (k == other.size || i < size && ids[i] < other.ids[k]) {
                all.append(ids[i], counts[i++]);
            } else if (i == size || ids[i] > other.ids[k]) {
                all.append(other.ids[k], other.counts[k++]);
            } else {
                all.append(ids[i], counts[i++] + other.counts[k++]);
            }
        }
        return all;
    }

    Postings without(Postings other) {
        Postings rest = new Postings(size);
        for (int i = 0, k = 0; i < size; i++) {
            while (k < other.size && other.ids[k] < ids[i]) {
                k++;
            }
            if (k == other.size || other.ids[k] != ids[i]) {
                rest.append(ids[i], counts[i]);
            }
        }
        return rest;
    }

    private void append(int id, int count) {
        ids[size] = id;
        counts[size++] = (byte) Math.min(count, COUNT_MAX);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Postings list && size == list.size && Arrays.equals(ids, 0, size, list.ids, 0, size)
            && Arrays.equals(counts, 0, size, list.counts, 0, size);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < size; i++) {
            hash = hash * 31 + ids[i] * 131 + counts[i];
        }
        return hash;
    }
}
