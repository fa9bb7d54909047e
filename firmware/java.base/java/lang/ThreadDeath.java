package java.lang;

/** Thrown in a thread that is stopped; the default handler of uncaught exceptions passes it over. */
public class ThreadDeath extends Error {
    public ThreadDeath() {
        super();
    }
}
