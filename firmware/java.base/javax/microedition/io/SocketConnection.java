package javax.microedition.io;

import java.io.IOException;

/** A TCP connection. */
public interface SocketConnection extends StreamConnection {
    byte DELAY = 0;
    byte LINGER = 1;
    byte KEEPALIVE = 2;
    byte RCVBUF = 3;
    byte SNDBUF = 4;

    /** A hint; the device's network port may not follow it. */
    void setSocketOption(byte option, int value) throws IOException;

    /** What was set, or -1 where the port decides. */
    int getSocketOption(byte option) throws IOException;

    String getLocalAddress() throws IOException;

    int getLocalPort() throws IOException;

    String getAddress() throws IOException;

    int getPort() throws IOException;
}
