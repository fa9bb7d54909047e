package java.util;

import java.util.function.Consumer;

/** Walks the elements of a collection once. */
public interface Iterator<E> {
    boolean hasNext();

    /** @throws NoSuchElementException at the end */
    E next();

    /** Removes the element that {@code next} gave last. */
    default void remove() {
        throw new UnsupportedOperationException("remove");
    }

    default void forEachRemaining(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        while (hasNext()) {
            action.accept(next());
        }
    }
}
