package java.lang.annotation;

/** What all annotation interfaces extend. */
public interface Annotation {
    @Override
    boolean equals(Object other);

    @Override
    int hashCode();

    @Override
    String toString();

    Class<? extends Annotation> annotationType();
}
