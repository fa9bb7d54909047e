package java.util.concurrent;

/** The task whose result was asked for has been cancelled. */
public class CancellationException extends IllegalStateException {
    public CancellationException() {}

    public CancellationException(String message) {
        super(message);
    }
}
