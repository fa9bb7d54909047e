package dormouse.lifecycle;

/** Keeps resources, and is one itself: tells those that were registered last first, and after a restore in the order of their registration. */
public abstract class Context<R extends Resource> implements Resource {
    protected Context() {}

    @Override
    public abstract void beforeCheckpoint(Context<? extends Resource> context) throws CheckpointException;

    @Override
    public abstract void afterRestore(Context<? extends Resource> context) throws RestoreException;

    /** Registers a resource; it is held strongly. */
    public abstract void register(R resource);
}
