package javax.microedition.io;

import java.io.IOException;

/** A port at which others can connect: {@code acceptAndOpen} returns a {@link SocketConnection}. */
public interface ServerSocketConnection extends StreamConnectionNotifier {
    String getLocalAddress() throws IOException;

    int getLocalPort() throws IOException;
}
