package java.lang;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

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

    /** The chars as numbers. */
    default IntStream chars() {
        return IntStream.range(0, length()).map(this::charAt);
    }

    /** The code points; a surrogate without its other half stands for itself. */
    default IntStream codePoints() {
        PrimitiveIterator.OfInt points = new PrimitiveIterator.OfInt() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < length();
            }

            @Override
            public int nextInt() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int point = Character.codePointAt(CharSequence.this, next);
                next += Character.charCount(point);
                return point;
            }
        };
        return StreamSupport.intStream(Spliterators.spliteratorUnknownSize(points, Spliterator.ORDERED), false);
    }
}
