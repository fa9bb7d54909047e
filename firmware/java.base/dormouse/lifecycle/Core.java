package dormouse.lifecycle;

import dormouse.Device;

/** Where resources are registered, and checkpoints with their knowledge are asked for. */
public final class Core {
    private static final GlobalContext CONTEXT = new GlobalContext();

    private Core() {}

    public static Context<Resource> getGlobalContext() {
        return CONTEXT;
    }

    /** A checkpoint of which the resources know before and after. Returns when it is durable, or when the process goes on from it. */
    public static void checkpointRestore() throws CheckpointException, RestoreException {
        CONTEXT.beforeCheckpoint(CONTEXT);
        Device.checkpoint();
        CONTEXT.afterRestore(CONTEXT);
    }
}
