package java.lang;

/** A total order, the natural one, on the objects of a class. */
public interface Comparable<T> {
    int compareTo(T other);
}
