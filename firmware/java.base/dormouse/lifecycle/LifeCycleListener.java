package dormouse.lifecycle;

/** Hears what happens to the process, after the fact and in a thread of its own. */
public interface LifeCycleListener {
    /** The process was suspended, and goes on. */
    int RESUMED = 1;

    /** The power was gone; the process goes on from its last checkpoint. Nobody was asked before. */
    int RECOVERED = 2;

    void handleLifeCycleEvent(int event);
}
