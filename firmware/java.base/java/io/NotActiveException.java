package java.io;

/** Serialization is not under way. */
public class NotActiveException extends ObjectStreamException {
    public NotActiveException(String reason) {
        super(reason);
    }

    public NotActiveException() {
        super();
    }
}
