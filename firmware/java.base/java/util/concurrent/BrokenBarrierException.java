package java.util.concurrent;

/** Another thread has left the barrier that one waits at. */
public class BrokenBarrierException extends Exception {
    public BrokenBarrierException() {}

    public BrokenBarrierException(String message) {
        super(message);
    }
}
