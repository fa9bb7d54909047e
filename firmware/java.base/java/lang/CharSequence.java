package java.lang;

import java.util.Objects;

/** A readable sequence of UTF-16 units. */
public interface CharSequence {
    int length();

    char charAt(int index);

    CharSequence subSequence(int start, int end);

    @Override
    String toString();

    default boolean isEmpty() {
        return length() == 0;
    }

    static int compare(CharSequence first, CharSequence second) {
        if (Objects.requireNonNull(first) == Objects.requireNonNull(second)) {
            return 0;
        }
        if (first.getClass() == second.getClass() && first instanceof Comparable) {
            @SuppressWarnings("unchecked")
            Comparable<Object> comparable = (Comparable<Object>) first;
            return comparable.compareTo(second);
        }
        int common = Math.min(first.length(), second.length());
        for (int i = 0; i < common; i++) {
            char a = first.charAt(i);
            char b = second.charAt(i);
            if (a != b) {
                return a - b;
            }
        }
        return first.length() - second.length();
    }
}
