package javax.microedition.io;

/** A stream connection that says what it carries. */
public interface ContentConnection extends StreamConnection {
    /** The media type, or null if the other side does not say. */
    String getType();

    /** The content encoding, or null if there is none. */
    String getEncoding();

    /** Bytes, or -1 if the other side does not say. */
    long getLength();
}
