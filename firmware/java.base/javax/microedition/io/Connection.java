package javax.microedition.io;

import java.io.IOException;

/** Something that was opened by {@link Connector#open}. Closing it twice does nothing. */
public interface Connection {
    void close() throws IOException;
}
