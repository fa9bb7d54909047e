package java.lang;

/** Something that a thread can run. */
@FunctionalInterface
public interface Runnable {
    void run();
}
