package dormouse.lifecycle;

/** Something that wants to know of suspensions and of checkpoints that are asked for: the shape of CRaC's resource. */
public interface Resource {
    /** Before the checkpoint is made; an exception keeps it from being made. */
    void beforeCheckpoint(Context<? extends Resource> context) throws Exception;

    /** After it, in this incarnation or in one that was made from it. */
    void afterRestore(Context<? extends Resource> context) throws Exception;
}
