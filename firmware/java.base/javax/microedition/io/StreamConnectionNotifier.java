package javax.microedition.io;

import java.io.IOException;

/** Waits for others to connect. */
public interface StreamConnectionNotifier extends Connection {
    /** Returns when somebody has connected. */
    StreamConnection acceptAndOpen() throws IOException;
}
