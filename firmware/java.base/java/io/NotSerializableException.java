package java.io;

/** An instance must implement Serializable. */
public class NotSerializableException extends ObjectStreamException {
    public NotSerializableException() {
        super();
    }

    public NotSerializableException(String message) {
        super(message);
    }
}
