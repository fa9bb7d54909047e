package java.nio;

/** A buffer has fewer elements than asked for. */
public class BufferUnderflowException extends RuntimeException {
    public BufferUnderflowException() {}
}
