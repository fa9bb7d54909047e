package java.nio;

/** A buffer has no room for the elements. */
public class BufferOverflowException extends RuntimeException {
    public BufferOverflowException() {}
}
