package java.io;

/** A deserialised object failed validation. */
public class InvalidObjectException extends ObjectStreamException {
    public InvalidObjectException(String message) {
        super(message);
    }
}
