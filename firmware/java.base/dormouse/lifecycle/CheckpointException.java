package dormouse.lifecycle;

/** Resources did not want the checkpoint: what they threw is suppressed in it. */
public class CheckpointException extends Exception {
    private static final long serialVersionUID = 1L;

    public CheckpointException() {}

    public CheckpointException(String message) {
        super(message);
    }
}
