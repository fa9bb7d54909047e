package dormouse.net;

import dormouse.service.Services;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.microedition.io.Connection;
import javax.microedition.io.ConnectionNotFoundException;

/** The connections of this process: opens them, and tells listeners what a restore has made of them. */
public final class Connections {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int PORT_MAX = 65_535;

    private static final Map<Integer, Connection> OPEN = new HashMap<>();
    private static final List<ConnectionListener> LISTENERS = new ArrayList<>();

    private Connections() {}

    /** As {@link javax.microedition.io.Connector#open(String, int, boolean)}. */
    public static Connection open(String name, boolean timeouts) throws IOException {
        int timeoutMillis = timeouts ? TIMEOUT_MILLIS : 0;
        if (name.startsWith("http://")) {
            return new Http(name, timeoutMillis);
        }
        if (!name.startsWith("socket://")) {
            throw new ConnectionNotFoundException(name + " is of no kind that this device knows");
        }
        String[] place = hostAndPort(name.substring("socket://".length()), -1);
        if (place[0].isEmpty()) {
            ServerSocket server = new ServerSocket(Endpoint.open("listener", place[1]));
            note(server.endpoint(), server);
            return server;
        }
        return keep(openSocket(place[0], place[1], timeoutMillis));
    }

    static Socket openSocket(String host, String port, int timeoutMillis) throws IOException {
        return new Socket(Endpoint.open("socket", host + ":" + port), timeoutMillis);
    }

    static Socket keep(Socket socket) {
        note(socket.endpoint(), socket);
        return socket;
    }

    private static void note(Endpoint endpoint, Connection connection) {
        synchronized (OPEN) {
            OPEN.put(endpoint.leaseNumber(), connection);
        }
    }

    static void forget(int leaseNumber) {
        synchronized (OPEN) {
            OPEN.remove(leaseNumber);
        }
    }

    /** {@code otherwise}: the port where none is named; negative: one must be. */
    static String[] hostAndPort(String text, int otherwise) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        int port = otherwise;
        if (colon >= 0) {
            try {
                port = Integer.parseInt(text.substring(colon + 1));
            } catch (NumberFormatException e) {
                port = -1;
            }
        }
        if (port <= 0 || port > PORT_MAX || host.indexOf('/') >= 0) {
            throw new IllegalArgumentException(text + " is no HOST:PORT");
        }
        return new String[] {host, Integer.toString(port)};
    }

    /** Told of sockets and servers from now on. */
    public static void addListener(ConnectionListener listener) {
        boolean isFirst;
        synchronized (LISTENERS) {
            isFirst = LISTENERS.isEmpty();
            LISTENERS.add(listener);
        }
        if (isFirst) {
            Services.addListener(new Teller());
        }
    }

    private static final class Teller implements Services.RestoreListener {
        @Override
        public void established(int leaseNumber, long expiration) {
            tell(leaseNumber, true);
        }

        @Override
        public void lost(int leaseNumber) {
            tell(leaseNumber, false);
        }

        private static void tell(int leaseNumber, boolean isRestored) {
            Connection connection;
            synchronized (OPEN) {
                connection = OPEN.get(leaseNumber);
            }
            if (connection == null) {
                return;
            }
            ConnectionListener[] told;
            synchronized (LISTENERS) {
                told = LISTENERS.toArray(new ConnectionListener[0]);
            }
            for (ConnectionListener listener : told) {
                if (isRestored) {
                    listener.restored(connection);
                } else {
                    listener.lost(connection);
                }
            }
        }
    }
}
