package dormouse.net;

import java.io.IOException;
import javax.microedition.io.ServerSocketConnection;
import javax.microedition.io.SocketConnection;

/** A port at which the device listens. */
final class ServerSocket implements ServerSocketConnection {
    private final Endpoint endpoint;
    private boolean isClosed;

    ServerSocket(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** After a restore the port is open again; who was connected or wanted to be has to connect again. */
    @Override
    public SocketConnection acceptAndOpen() throws IOException {
        for (;;) {
            if (isClosed) {
                throw new IOException("the connection is closed");
            }
            try {
                String number = Integer.toString(endpoint.accept(0));
                return Connections.keep(new Socket(Endpoint.open("accepted", number), 0));
            } catch (ConnectionRestoredException | javax.microedition.io.ConnectionNotFoundException e) {
                // Whoever that was is gone. The next one.
            }
        }
    }

    @Override
    public String getLocalAddress() throws IOException {
        return Socket.hostOf(endpoint.info()[1]);
    }

    @Override
    public int getLocalPort() throws IOException {
        return Socket.portOf(endpoint.info()[1]);
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            Connections.forget(endpoint.leaseNumber());
            endpoint.close();
        }
    }
}
