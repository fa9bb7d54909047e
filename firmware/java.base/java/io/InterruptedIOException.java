package java.io;

/** An input or output operation was interrupted. */
public class InterruptedIOException extends IOException {
    public InterruptedIOException() {
        super();
    }

    public InterruptedIOException(String message) {
        super(message);
    }

    /** How many bytes had been transferred before the interruption. */
    public int bytesTransferred;
}
