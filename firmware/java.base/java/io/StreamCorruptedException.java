package java.io;

/** Control information of an object stream is inconsistent. */
public class StreamCorruptedException extends ObjectStreamException {
    public StreamCorruptedException() {
        super();
    }

    public StreamCorruptedException(String message) {
        super(message);
    }
}
