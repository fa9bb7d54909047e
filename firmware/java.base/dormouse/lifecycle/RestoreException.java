package dormouse.lifecycle;

/** Resources failed after a restore: what they threw is suppressed in it. */
public class RestoreException extends Exception {
    private static final long serialVersionUID = 1L;

    public RestoreException() {}

    public RestoreException(String message) {
        super(message);
    }
}
