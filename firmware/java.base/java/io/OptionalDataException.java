package java.io;

/** Primitive values, or the end, where an object was expected. */
public class OptionalDataException extends ObjectStreamException {
    public int length;
    public boolean eof;

    OptionalDataException(int length) {
        this.length = length;
    }
}
