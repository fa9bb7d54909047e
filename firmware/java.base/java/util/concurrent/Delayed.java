package java.util.concurrent;

/** Something to act on after a time. */
public interface Delayed extends Comparable<Delayed> {
    /** What is left of the delay; zero or less when it is over. */
    long getDelay(TimeUnit unit);
}
