package java.util.concurrent;

/** Runs tasks, sooner or later, in one thread or another. */
public interface Executor {
    void execute(Runnable command);
}
